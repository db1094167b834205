import { isObject, type JsonObject, type JsonValue } from "../../../policy/index.ts"
import { Button } from "../../../ui/Button.tsx"
import { AddName } from "./AddName.tsx"
import { conditionKeys, conditionOperators } from "./conditions.ts"
import { textsIn, withKey, withoutKey, withRenamedKey, withTexts } from "./edits.ts"
import { NameField } from "./NameField.tsx"
import { RawPart } from "./RawPart.tsx"
import styles from "./statement.module.css"
import { Texts } from "./Texts.tsx"

interface ConditionProps {
  condition: JsonObject
  onChange: (condition: JsonObject) => void
  onRemove: () => void
}

/** A statement's Condition: all operators, all of their keys must fit; of a key's values one. */
export function ConditionFields({ condition, onChange, onRemove }: ConditionProps) {
  const operators = new Set(Object.keys(condition))
  return (
    <fieldset className={styles.condition} aria-label="Condition">
      {Object.entries(condition).map(([operator, keys], index) => (
        <div key={index} className={styles.operator}>
          {isObject(keys) ? (
            <Operator
              operator={operator}
              keys={keys}
              taken={operators}
              onRename={(name) => onChange(withRenamedKey(condition, operator, name))}
              onChange={(next) => onChange(withKey(condition, operator, next))}
              onRemove={() => onChange(withoutKey(condition, operator))}
            />
          ) : (
            <RawPart
              label={operator}
              says="An operator holds condition keys, and this is something else. It stays as it is."
              value={keys}
              onChange={(next) => onChange(withKey(condition, operator, next))}
              onRemove={() => onChange(withoutKey(condition, operator))}
            />
          )}
        </div>
      ))}
      <div className={styles.adders}>
        <AddName
          label="Add a condition operator"
          suggestions={conditionOperators}
          taken={operators}
          onAdd={(name) => onChange(withKey(condition, name, {}))}
        />
        <Button look="plain" onClick={onRemove}>
          Remove the condition
        </Button>
      </div>
    </fieldset>
  )
}

interface OperatorProps {
  operator: string
  keys: JsonObject
  taken: ReadonlySet<string>
  onRename: (name: string) => void
  onChange: (keys: JsonObject) => void
  onRemove: () => void
}

function Operator({ operator, keys, taken, onRename, onChange, onRemove }: OperatorProps) {
  const known = new Set(Object.keys(keys))
  return (
    <>
      <div className={styles.line}>
        <NameField
          label={`Condition operator ${operator}`}
          value={operator}
          taken={taken}
          suggestions={conditionOperators}
          onChange={onRename}
        />
        <Button icon="close" aria-label={`Remove ${operator}`} onClick={onRemove} />
      </div>
      {Object.entries(keys).map(([key, value], index) => (
        <div key={index} className={styles.key}>
          <Key
            name={key}
            value={value}
            taken={known}
            onRename={(name) => onChange(withRenamedKey(keys, key, name))}
            onChange={(next) => onChange(withKey(keys, key, next))}
            onRemove={() => onChange(withoutKey(keys, key))}
          />
        </div>
      ))}
      <AddName
        label={`Add a condition key to ${operator}`}
        suggestions={conditionKeys}
        taken={known}
        onAdd={(name) => onChange(withKey(keys, name, []))}
      />
    </>
  )
}

interface KeyProps {
  name: string
  value: JsonValue
  taken: ReadonlySet<string>
  onRename: (name: string) => void
  onChange: (value: JsonValue) => void
  onRemove: () => void
}

function Key({ name, value, taken, onRename, onChange, onRemove }: KeyProps) {
  const texts = textsIn(value)
  if (!texts)
    return (
      <RawPart
        label={name}
        says="A key's values are texts, and something else is among these. They stay as they are."
        value={value}
        onChange={onChange}
        onRemove={onRemove}
      />
    )
  return (
    <>
      <div className={styles.line}>
        <NameField
          label={`Condition key ${name}`}
          value={name}
          taken={taken}
          suggestions={conditionKeys}
          onChange={onRename}
        />
        <Button icon="close" aria-label={`Remove ${name}`} onClick={onRemove} />
      </div>
      <Texts
        name={`Values of ${name}`}
        one={`value of ${name}`}
        texts={texts}
        placeholder="Add a value"
        onChange={(next) => onChange(withTexts(value, next))}
      />
    </>
  )
}
