import { Activity, useState } from "react"
import { below, isObject, type JsonValue } from "../../../policy/index.ts"
import { Button } from "../../../ui/Button.tsx"
import { Icon } from "../../../ui/Icon.tsx"
import { describeStatement } from "../words.ts"
import { entriesOf, withEntries, withKey, withoutKey } from "./edits.ts"
import { useProblemsAt } from "./itemProblems.ts"
import { Part } from "./Part.tsx"
import { RawPart } from "./RawPart.tsx"
import { Said } from "./Said.tsx"
import { type FormProps, OddParts, StatementForm } from "./StatementForm.tsx"
import styles from "./statement.module.css"
import { TextPart } from "./TextPart.tsx"

const known = new Set(["Version", "Id", "Statement"])
/** Documents with more statements begin with all of them closed. */
const fewStatements = 3

/** A policy document: its version and its statements, each in fields. */
export function DocumentForm(props: FormProps) {
  const { at, value, onChange } = props
  const { Statement = [] } = value
  const entries = entriesOf(Statement)
  const setEntries = (next: readonly JsonValue[]) =>
    onChange(withKey(value, "Statement", withEntries(Statement, next)))
  return (
    <div className={styles.form}>
      <Said problems={useProblemsAt(at)} />
      {["Version", "Id"].map((key) => {
        const held = value[key]
        return held === undefined ? null : (
          <TextPart
            key={key}
            label={key}
            at={below(at, key)}
            value={held}
            onChange={(next) => onChange(withKey(value, key, next))}
            onRemove={() => onChange(withoutKey(value, key))}
          />
        )
      })}
      <OddParts value={value} known={known} onChange={onChange} />
      {!entries ? (
        <RawPart
          label="Statement"
          says="Statements belong here, and this is something else."
          value={Statement}
          onChange={(next) => onChange(withKey(value, "Statement", next))}
          onRemove={() => onChange(withoutKey(value, "Statement"))}
        />
      ) : (
        <>
          {entries.map((entry, index) => (
            <Entry
              key={index}
              {...props}
              at={
                isObject(Statement) ? below(at, "Statement") : below(below(at, "Statement"), index)
              }
              entry={entry}
              number={index + 1}
              startsOpen={entries.length <= fewStatements}
              onEntry={(next) => setEntries(entries.with(index, next))}
              onRemove={() => setEntries(entries.toSpliced(index, 1))}
            />
          ))}
          <Part>
            <Button
              look="plain"
              icon="plus"
              onClick={() => setEntries([...entries, { Effect: "Allow" }])}
            >
              Statement
            </Button>
          </Part>
        </>
      )}
    </div>
  )
}

interface EntryProps extends FormProps {
  entry: JsonValue
  number: number
  startsOpen: boolean
  onEntry: (entry: JsonValue) => void
  onRemove: () => void
}

function Entry({ entry, number, startsOpen, onEntry, onRemove, ...props }: EntryProps) {
  const [open, setOpen] = useState(startsOpen)
  const [wasOpen, setWasOpen] = useState(open)
  if (open && !wasOpen) setWasOpen(true)
  const name = `Statement ${number}`
  if (!isObject(entry))
    return (
      <RawPart
        label={name}
        says="A statement is an object, and this is something else: the role holds it as it is."
        value={entry}
        onChange={onEntry}
        onRemove={onRemove}
      />
    )
  return (
    <fieldset className={styles.entry} aria-label={name}>
      <div className={styles.line}>
        <button
          type="button"
          className={styles.opener}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? "down" : "right"} />
          <b>{name}</b>
          <span>{describeStatement(entry, props.catalog)}</span>
        </button>
        <Button icon="close" aria-label={`Remove ${name}`} onClick={onRemove} />
      </div>
      {wasOpen && (
        <Activity mode={open ? "visible" : "hidden"}>
          <StatementForm {...props} value={entry} onChange={onEntry} />
        </Activity>
      )}
    </fieldset>
  )
}
