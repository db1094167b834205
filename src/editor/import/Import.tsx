import { useId, useRef, useState } from "react"
import type { ImportPlan } from "../../policy/index.ts"
import { useEditor } from "../../store/context.tsx"
import { Button } from "../../ui/Button.tsx"
import { Denials } from "./Denials.tsx"
import { Incoming } from "./Incoming.tsx"
import styles from "./import.module.css"
import { LeftOut } from "./LeftOut.tsx"
import { readFile } from "./readFile.ts"
import { usePlan } from "./usePlan.ts"

const kinds: Readonly<Record<NonNullable<ImportPlan["kind"]>, string>> = {
  config: "Settings of this editor",
  roles: "An AWS policy or template",
  ruby: "Ruby, as in config/jets/bootstrap.rb",
  "access-denied": "A denied deploy",
}

interface ImportProps {
  /** What is there already, as of a dropped file. */
  start: string
  onDone: () => void
}

/** A text, what it is, what of it comes in and what stays out, before anything is changed. */
export function Import({ start, onDone }: ImportProps) {
  const { actions } = useEditor()
  const [text, setText] = useState(start)
  const id = useId()
  const file = useRef<HTMLInputElement>(null)
  const { plan, isReading, problem } = usePlan(text)
  const open = async (chosen: File | undefined) => {
    if (!chosen) return
    const read = await readFile(chosen)
    if (read.text === undefined) actions.announce(read.problem)
    setText(read.text ?? "")
  }
  return (
    <div className={styles.import}>
      <div className={styles.head}>
        <label htmlFor={id}>
          Paste a <code>bootstrap.rb</code>, an IAM policy, a CloudFormation, SAM or Serverless
          template, output of the aws CLI, this editor's own output, or the log of a deploy that was
          denied.
        </label>
        <Button look="line" onClick={() => file.current?.click()}>
          Open a file…
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          aria-label="File to import"
          onChange={(event) => open(event.target.files?.[0])}
        />
      </div>
      <textarea
        id={id}
        aria-label="Text to import"
        // biome-ignore lint/a11y/noAutofocus: the dialog opens because a person wants to paste
        autoFocus
        value={text}
        rows={8}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <p className={styles.kind} role="status">
        {problem ??
          (text.trim() === ""
            ? "Nothing leaves this page, and nothing is run: a text is only read."
            : isReading || !plan
              ? "Reading…"
              : plan.kind
                ? `${kinds[plan.kind]}.`
                : "This is nothing that the editor can read. It stays here as it is.")}
      </p>
      {plan && (
        <>
          {plan.kind === "access-denied" && <Denials text={text} />}
          <LeftOut issues={plan.issues} />
          {plan.kind !== "access-denied" && (
            <Incoming key={text} plan={plan} isReading={isReading} onDone={onDone} />
          )}
        </>
      )}
    </div>
  )
}
