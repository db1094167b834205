import { memo, useEffect, useId, useMemo, useRef, useState } from "react"
import { useStore } from "zustand"
import type { OutputFormat, OutputPart } from "../policy/index.ts"
import { useEditor, useEditorState } from "../store/context.tsx"
import { loadWriters, writers } from "../store/writers.ts"
import { createGroups } from "../ui/stickyGroups.ts"
import { type Block, createBlocks } from "./blocks.ts"
import { LineMarks } from "./LineMarks.tsx"
import type { BlockMarks, Mark } from "./marks.ts"
import styles from "./output.module.css"
import { Tokens } from "./Tokens.tsx"
import { useMarks } from "./useMarks.ts"

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
  const base = useEditorState((state) => state.base)
  const readOnly = useEditorState((state) => state.readOnly)
  useStore(writers)
  useEffect(() => {
    loadWriters(format)
  }, [format])
  const parts = derived.outputParts(draft, scope, format)
  const [sectionsOf] = useState(createSections)
  const sections = useMemo(() => sectionsOf(parts), [sectionsOf, parts])
  const blocks = useMemo(() => sections.flatMap(({ items }) => items), [sections])
  const marks = useMarks(format, parts, blocks)
  const text = useRef<HTMLPreElement>(null)
  const waysId = useId()
  useEffect(() => {
    // What scrolls has the focus and the name; only here it is known what else its keys do.
    const panel = text.current?.closest("[role=tabpanel]")
    panel?.setAttribute("aria-describedby", waysId)
    return () => panel?.removeAttribute("aria-describedby")
  }, [waysId])
  return (
    <>
      <p id={waysId} hidden>
        Alt Down and Alt Up go from item to item{readOnly ? "" : ", Enter goes to the settings"}.
        Lines that differ from {base ? "the base" : "Jets' defaults"} are marked at their beginning;
        Changes lists them.
      </p>
      <pre ref={text} className={styles.text} data-testid="output">
        {sections.map(({ key, items }) => (
          <Section key={key} blocks={items} marks={marks} />
        ))}
      </pre>
    </>
  )
}

const Section = memo(function Section({
  blocks,
  marks,
}: {
  blocks: readonly Block[]
  marks: BlockMarks
}) {
  const lines = blocks.reduce((sum, block) => sum + block.lines, 0)
  return (
    <span className={styles.block} style={{ containIntrinsicSize: `auto ${lines * 21}px` }}>
      {blocks.map((block) => (
        <BlockOfLines
          key={block.id}
          text={block.text}
          firstLine={block.firstLine}
          marks={marks.get(block.id)}
        />
      ))}
    </span>
  )
})

const BlockOfLines = memo(function BlockOfLines({
  text,
  firstLine,
  marks,
}: {
  text: string
  firstLine: number
  marks: readonly Mark[] | undefined
}) {
  const lines = useMemo(() => <Lines text={text} />, [text])
  return (
    <span className={styles.block}>
      <span data-first-line={firstLine} style={{ counterReset: `line ${firstLine - 1}` }}>
        {lines}
      </span>
      {marks && <LineMarks marks={marks} />}
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
