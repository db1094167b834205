import { useState } from "react"
import {
  type ChangeSection,
  compareParts,
  contextOf,
  countChanges,
  type Draft,
  type LineChange,
  summarizeDraft,
} from "../policy/index.ts"
import { useEditor, useEditorState, useSettledDraft } from "../store/context.tsx"
import { Button } from "../ui/Button.tsx"
import { PermissionChanges } from "./access/PermissionChanges.tsx"
import { CopyMarkdown } from "./CopyMarkdown.tsx"
import styles from "./changes.module.css"
import output from "./output.module.css"
import { Tokens } from "./Tokens.tsx"

/** What the role has and lacks beside Jets' defaults or another base, line by line. It follows a key. */
export function ChangesView() {
  const { actions, derived } = useEditor()
  const draft = useSettledDraft()
  const base = useEditorState((state) => state.base)
  const scope = useEditorState((state) => state.scope)
  const readOnly = useEditorState((state) => state.readOnly)
  const changes = derived.changes(compareParts, draft, base, scope)
  const { added, removed } = countChanges(changes)
  return (
    <div className={styles.changes}>
      <header>
        <p>
          {added + removed === 0
            ? `Nothing differs from ${against(base)}.`
            : `${counted(added)} added, ${counted(removed)} removed against ${against(base)}.`}
        </p>
        <span>
          <CopyMarkdown />
          {!readOnly && base && (
            <Button look="link" onClick={() => actions.setBase(undefined)}>
              Compare with Jets' defaults
            </Button>
          )}
          {!readOnly && (
            <Button
              look="link"
              title="Changes shows what you change from now on; a review link carries it"
              onClick={() => actions.setBase(draft)}
            >
              Compare from here
            </Button>
          )}
        </span>
      </header>
      {added + removed > 0 && <PermissionChanges />}
      {added + removed > 0 && (
        <pre className={output.text}>
          {contextOf(changes).map((section) => (
            <Section key={keyOf(section)} section={section} />
          ))}
        </pre>
      )}
    </div>
  )
}

function against(base: Draft | undefined): string {
  return base ? `the base (${summarizeDraft(base)})` : "Jets' defaults"
}

const counted = (lines: number) => `${lines.toLocaleString("en")} ${lines === 1 ? "line" : "lines"}`

function keyOf({ kind, changes }: ChangeSection): string {
  return `${kind} ${changes[0]?.before ?? ""} ${changes[0]?.after ?? ""}`
}

function Section({ section }: { section: ChangeSection }) {
  const [open, setOpen] = useState(false)
  if (section.kind === "skipped" && !open)
    return (
      <button type="button" className={styles.fold} onClick={() => setOpen(true)}>
        {counted(section.count)} unchanged
      </button>
    )
  return blocksOf(section.changes).map((block) => (
    <span
      key={`${block[0]?.before} ${block[0]?.after}`}
      className={output.block}
      style={{ containIntrinsicSize: `auto ${block.length * 21}px` }}
    >
      {block.map((line) => (
        <Line key={`${line.before} ${line.after}`} line={line} />
      ))}
    </span>
  ))
}

const blockSize = 60

function blocksOf(changes: readonly LineChange[]): readonly (readonly LineChange[])[] {
  return Array.from({ length: Math.ceil(changes.length / blockSize) }, (_, index) =>
    changes.slice(index * blockSize, (index + 1) * blockSize),
  )
}

const elements = { added: "ins", removed: "del", same: "span" } as const

function Line({ line: { kind, text, before, after } }: { line: LineChange }) {
  const Element = elements[kind]
  return (
    <Element className={styles.change} data-change={kind} data-line={after ?? before}>
      <Tokens line={text} />
      {"\n"}
    </Element>
  )
}
