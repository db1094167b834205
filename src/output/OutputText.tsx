import { memo, useMemo, useState } from "react"
import type { OutputFormat, OutputPart } from "../policy/index.ts"
import { useEditor, useEditorState } from "../store/context.tsx"
import { createGroups } from "../ui/stickyGroups.ts"
import { type Block, createBlocks } from "./blocks.ts"
import styles from "./output.module.css"
import { Tokens } from "./Tokens.tsx"

/** About so many blocks are one section. */
const sectionSize = 16

function createSections() {
  const blocksOf = createBlocks()
  const sectionsOf = createGroups<Block>(sectionSize, (block) => block.id)
  return (parts: readonly OutputPart[]) => sectionsOf(blocksOf(parts))
}

/**
 * The output's text. A key renders the block that it changes again, and no other; of a long text the browser
 * looks only at the sections, and at the blocks near what it shows.
 */
export function OutputText({ format }: { format: OutputFormat }) {
  const { derived } = useEditor()
  const draft = useEditorState((state) => state.draft)
  const scope = useEditorState((state) => state.scope)
  const parts = derived.outputParts(draft, scope, format)
  const [sectionsOf] = useState(createSections)
  const sections = useMemo(() => sectionsOf(parts), [sectionsOf, parts])
  return (
    <pre className={styles.text} data-testid="output">
      {sections.map(({ key, items }) => (
        <Section key={key} blocks={items} />
      ))}
    </pre>
  )
}

const Section = memo(function Section({ blocks }: { blocks: readonly Block[] }) {
  const lines = blocks.reduce((sum, block) => sum + block.lines, 0)
  return (
    <span className={styles.block} style={{ containIntrinsicSize: `auto ${lines * 21}px` }}>
      {blocks.map((block) => (
        <BlockOfLines key={block.id} text={block.text} firstLine={block.firstLine} />
      ))}
    </span>
  )
})

const BlockOfLines = memo(function BlockOfLines({
  text,
  firstLine,
}: {
  text: string
  firstLine: number
}) {
  const lines = useMemo(() => <Lines text={text} />, [text])
  return (
    <span className={styles.block}>
      <span style={{ counterReset: `line ${firstLine - 1}` }}>{lines}</span>
    </span>
  )
})

function Lines({ text }: { text: string }) {
  return text
    .slice(0, -1)
    .split("\n")
    .map((line, index) => <Line key={index} text={line} />)
}

const Line = memo(function Line({ text }: { text: string }) {
  return (
    <span className={styles.line}>
      <Tokens line={text} />
      {"\n"}
    </span>
  )
})
