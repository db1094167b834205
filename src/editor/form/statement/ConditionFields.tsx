import { operatorsFor, searchConditionKeys } from "../../../catalog/searchKeys.ts"
import {
  below,
  type Catalog,
  isObject,
  type JsonObject,
  type JsonValue,
  type Pointer,
} from "../../../policy/index.ts"
import { Button } from "../../../ui/Button.tsx"
import { AddName } from "./AddName.tsx"
import { conditionOperators, operatorChoices } from "./conditions.ts"
import { textsIn, withKey, withoutKey, withRenamedKey, withTexts } from "./edits.ts"
import { NameField } from "./NameField.tsx"
import { RawPart } from "./RawPart.tsx"
import styles from "./statement.module.css"
import { Texts } from "./Texts.tsx"

interface Names {
  catalog: Catalog
  /** The actions of the statement: their keys come first. */
  actions: readonly string[]
}

interface ConditionProps extends Names {
  at: Pointer
  condition: JsonObject
  onChange: (condition: JsonObject) => void
  onRemove: () => void
}

/** A statement's Condition: all operators, all of their keys must fit; of a key's values one. */
export function ConditionFields({ at, condition, onChange, onRemove, ...names }: ConditionProps) {
  const operators = new Set(Object.keys(condition))
  return (
    <fieldset className={styles.condition} aria-label="Condition">
      {Object.entries(condition).map(([operator, keys], index) => (
        <div key={index} className={styles.operator}>
          {isObject(keys) ? (
            <Operator
              {...names}
              at={below(at, operator)}
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
          choices={operatorChoices}
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

interface OperatorProps extends Names {
  at: Pointer
  operator: string
  keys: JsonObject
  taken: ReadonlySet<string>
  onRename: (name: string) => void
  onChange: (keys: JsonObject) => void
  onRemove: () => void
}

function Operator({
  at,
  operator,
  keys,
  taken,
  onRename,
  onChange,
  onRemove,
  ...names
}: OperatorProps) {
  const { catalog, actions } = names
  const known = new Set(Object.keys(keys))
  const [first] = known
  return (
    <>
      <div className={styles.line}>
        <NameField
          label={`Condition operator ${operator}`}
          value={operator}
          taken={taken}
          suggestions={first === undefined ? conditionOperators : operatorsFor(catalog, first)}
          onChange={onRename}
        />
        <Button icon="close" aria-label={`Remove ${operator}`} onClick={onRemove} />
      </div>
      {Object.entries(keys).map(([key, value], index) => (
        <div key={index} className={styles.key}>
          <Key
            {...names}
            at={below(at, key)}
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
        choices={(query) => searchConditionKeys(catalog, actions, query)}
        taken={known}
        onAdd={(name) => onChange(withKey(keys, name, []))}
      />
    </>
  )
}

interface KeyProps extends Names {
  at: Pointer
  name: string
  value: JsonValue
  taken: ReadonlySet<string>
  onRename: (name: string) => void
  onChange: (value: JsonValue) => void
  onRemove: () => void
}

function Key({ catalog, actions, at, name, value, taken, onRename, onChange, onRemove }: KeyProps) {
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
          suggestions={searchConditionKeys(catalog, actions, "").map(({ value }) => value)}
          onChange={onRename}
        />
        <Button icon="close" aria-label={`Remove ${name}`} onClick={onRemove} />
      </div>
      <Texts
        name={`Values of ${name}`}
        one={`value of ${name}`}
        texts={texts}
        placeOf={(index) => (typeof value === "string" ? at : below(at, index))}
        placeholder="Add a value"
        onChange={(next) => onChange(withTexts(value, next))}
      />
    </>
  )
}
