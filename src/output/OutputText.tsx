import { memo, useMemo, useState } from "react"
import { useEditor, useEditorState } from "../store/context.tsx"
import { createBlocks } from "./blocks.ts"
import { highlightYaml } from "./highlight.ts"
import styles from "./output.module.css"

/** The output's text. A key renders the block that it changes again, and no other. */
export function OutputText() {
  const { derived } = useEditor()
  const draft = useEditorState((state) => state.draft)
  const scope = useEditorState((state) => state.scope)
  const parts = derived.outputParts(draft, scope, "yaml")
  const [toBlocks] = useState(createBlocks)
  const blocks = useMemo(() => toBlocks(parts), [toBlocks, parts])
  return (
    <pre className={styles.text} data-testid="output">
      {blocks.map((block) => (
        <BlockOfLines key={block.id} text={block.text} firstLine={block.firstLine} />
      ))}
    </pre>
  )
}

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
      {highlightYaml(text).map(({ kind, text: token }) =>
        kind === "plain" ? (
          token
        ) : (
          <span key={kind} data-token={kind}>
            {token}
          </span>
        ),
      )}
      {"\n"}
    </span>
  )
})
