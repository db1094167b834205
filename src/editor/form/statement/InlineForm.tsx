import { below, documentVersion, isObject, type JsonValue } from "../../../policy/index.ts"
import { Button } from "../../../ui/Button.tsx"
import { DocumentForm } from "./DocumentForm.tsx"
import { withKey, withoutKey } from "./edits.ts"
import { useProblemsAt } from "./itemProblems.ts"
import { Part } from "./Part.tsx"
import { RawPart } from "./RawPart.tsx"
import { Said } from "./Said.tsx"
import { type FormProps, OddParts } from "./StatementForm.tsx"
import styles from "./statement.module.css"
import { TextPart } from "./TextPart.tsx"

const known = new Set(["PolicyName", "PolicyDocument"])

/** An inline policy: its name, and its document in fields. */
export function InlineForm(props: FormProps) {
  const { at, value, onChange } = props
  const { PolicyName, PolicyDocument } = value
  const set = (key: string) => (next: JsonValue) => onChange(withKey(value, key, next))
  return (
    <div className={styles.form}>
      <Said problems={useProblemsAt(at)} />
      {PolicyName === undefined ? (
        <Part>
          <Button look="plain" icon="plus" onClick={() => set("PolicyName")("MyPolicy")}>
            PolicyName
          </Button>
        </Part>
      ) : (
        <TextPart
          label="PolicyName"
          at={below(at, "PolicyName")}
          value={PolicyName}
          onChange={set("PolicyName")}
          onRemove={() => onChange(withoutKey(value, "PolicyName"))}
        />
      )}
      <OddParts value={value} known={known} onChange={onChange} />
      {isObject(PolicyDocument) ? (
        <DocumentForm
          {...props}
          at={below(at, "PolicyDocument")}
          value={PolicyDocument}
          onChange={set("PolicyDocument")}
        />
      ) : PolicyDocument === undefined ? (
        <Part>
          <Button
            look="plain"
            icon="plus"
            onClick={() =>
              set("PolicyDocument")({ Version: documentVersion, Statement: [{ Effect: "Allow" }] })
            }
          >
            PolicyDocument
          </Button>
        </Part>
      ) : (
        <RawPart
          label="PolicyDocument"
          says="A policy document is an object, and this is something else."
          value={PolicyDocument}
          onChange={set("PolicyDocument")}
          onRemove={() => onChange(withoutKey(value, "PolicyDocument"))}
        />
      )}
    </div>
  )
}
