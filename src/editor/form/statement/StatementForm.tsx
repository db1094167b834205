import { searchCatalog } from "../../../catalog/search.ts"
import { searchResources } from "../../../catalog/searchResources.ts"
import {
  below,
  type Catalog,
  isObject,
  type JsonObject,
  type JsonValue,
  type Pointer,
} from "../../../policy/index.ts"
import { useEditor } from "../../../store/context.tsx"
import { Button } from "../../../ui/Button.tsx"
import { Choice } from "../../../ui/Choice.tsx"
import type { ComboChoice } from "../../../ui/comboBoxInput.ts"
import { ConditionFields } from "./ConditionFields.tsx"
import { textsIn, withKey, withoutKey, withRenamedKey, withTexts } from "./edits.ts"
import { useProblemsAt } from "./itemProblems.ts"
import { Part } from "./Part.tsx"
import { RawPart } from "./RawPart.tsx"
import { Said } from "./Said.tsx"
import styles from "./statement.module.css"
import { TextPart } from "./TextPart.tsx"
import { Texts } from "./Texts.tsx"

export interface FormProps {
  /** The place of what the form is of. */
  at: Pointer
  value: JsonObject
  catalog: Catalog
  onChange: (value: JsonObject) => void
  /** A service or an action is about to be typed: its names are wanted. */
  onNames: () => void
}

const effects = ["Allow", "Deny"] as const
/** Each element and the one that says the opposite. */
const elements = [
  { name: "Action", not: "NotAction", one: "action" },
  { name: "Resource", not: "NotResource", one: "resource" },
] as const
const known = new Set<string>([
  "Sid",
  "Effect",
  "Condition",
  ...elements.flatMap(({ name, not }) => [name, not]),
])

/** A statement in fields. What has no field stands as JSON in its place, and nothing is ever dropped. */
export function StatementForm(props: FormProps) {
  const { at, value, catalog, onChange } = props
  const { Sid, Condition } = value
  const { actions } = useEditor()
  const ofAll = useProblemsAt(at)
  const set = (key: string) => (next: JsonValue) => onChange(withKey(value, key, next))
  const begin = (key: string, empty: JsonValue) => {
    set(key)(empty)
    actions.reveal(below(at, key))
  }
  const remove = (key: string) => () => onChange(withoutKey(value, key))
  return (
    <div className={styles.form}>
      <EffectPart at={at} value={value} onChange={onChange} />
      {elements.flatMap((element) => {
        const present = [element.name, element.not].filter((key) => Object.hasOwn(value, key))
        const keys = present.length === 0 ? [element.name] : present
        return keys.map((key) => (
          <TextsPart key={key} {...props} element={element} name={key} alone={keys.length === 1} />
        ))
      })}
      {Condition !== undefined && (
        <Part label="Condition" at={below(at, "Condition")}>
          {isObject(Condition) ? (
            <ConditionFields
              catalog={catalog}
              actions={actionsIn(value)}
              at={below(at, "Condition")}
              condition={Condition}
              onChange={set("Condition")}
              onRemove={remove("Condition")}
            />
          ) : (
            <RawPart
              label="Condition"
              says="A condition is an object of operators, and this is something else."
              value={Condition}
              onChange={set("Condition")}
              onRemove={remove("Condition")}
            />
          )}
        </Part>
      )}
      {Sid !== undefined && (
        <TextPart
          label="Sid"
          at={below(at, "Sid")}
          value={Sid}
          onChange={set("Sid")}
          onRemove={remove("Sid")}
        />
      )}
      <OddParts value={value} known={known} onChange={onChange} />
      {(Condition === undefined || Sid === undefined) && (
        <Part>
          {Condition === undefined && (
            <Button look="plain" icon="plus" onClick={() => begin("Condition", {})}>
              Condition
            </Button>
          )}
          {Sid === undefined && (
            <Button look="plain" icon="plus" onClick={() => begin("Sid", "")}>
              Sid
            </Button>
          )}
        </Part>
      )}
      <Said problems={ofAll} />
    </div>
  )
}

function EffectPart({ at, value, onChange }: Pick<FormProps, "at" | "value" | "onChange">) {
  const { Effect } = value
  const isKnown = Effect === undefined || Effect === "Allow" || Effect === "Deny"
  if (!isKnown)
    return (
      <RawPart
        label="Effect"
        says="An effect is `Allow` or `Deny`, and this is something else."
        value={Effect}
        onChange={(next) => onChange(withKey(value, "Effect", next))}
        onRemove={() => onChange(withoutKey(value, "Effect"))}
      />
    )
  return (
    <Part label="Effect" at={below(at, "Effect")}>
      <Choice
        label="Effect"
        value={effects.find((effect) => effect === Effect)}
        options={effects}
        onChange={(effect) => onChange(withKey(value, "Effect", effect))}
      />
    </Part>
  )
}

interface TextsPartProps extends FormProps {
  element: (typeof elements)[number]
  name: string
  /** Whether the opposite isn't there too, so that this can become it. */
  alone: boolean
}

function TextsPart({
  at,
  value,
  catalog,
  onChange,
  onNames,
  element,
  name,
  alone,
}: TextsPartProps) {
  const { one, not } = element
  const held = value[name]
  const texts = textsIn(held ?? [])
  const set = (next: JsonValue) => onChange(withKey(value, name, next))
  if (!texts)
    return (
      <RawPart
        label={name}
        says="Texts belong here, and something else is among these. They stay as they are."
        value={held ?? null}
        onChange={set}
        onRemove={() => onChange(withoutKey(value, name))}
      />
    )
  const isAction = one === "action"
  return (
    <Part
      label={name}
      at={below(at, name)}
      aside={
        alone && (
          <label className={styles.not}>
            <input
              type="checkbox"
              aria-label={`All but these ${one}s`}
              checked={name === not}
              onChange={(event) => {
                const next = event.target.checked ? not : element.name
                onChange(
                  held === undefined ? withKey(value, next, []) : withRenamedKey(value, name, next),
                )
              }}
            />
            All but these
          </label>
        )
      }
    >
      <Texts
        name={name}
        one={one}
        texts={texts}
        placeOf={(index) => placeIn(below(at, name), held, index)}
        parted
        placeholder={
          texts.length > 0
            ? `Add ${isAction ? "an action" : "a resource"}`
            : isAction
              ? "s3:GetObject, s3:*"
              : "arn:aws:s3:::my-bucket/*"
        }
        choices={(query) =>
          isAction
            ? actionChoices(catalog, query)
            : resourceChoices(catalog, actionsIn(value), query)
        }
        onFocus={onNames}
        onChange={(next) => set(withTexts(held, next))}
      />
    </Part>
  )
}

/** The place of one of an element's texts: a lone text is the element itself. */
function placeIn(at: Pointer, held: JsonValue | undefined, index: number): Pointer {
  return typeof held === "string" ? at : below(at, index)
}

function actionChoices(catalog: Catalog, query: string): readonly ComboChoice[] {
  return searchCatalog(catalog, "policy", query).map((choice) =>
    choice.value.includes(":")
      ? choice
      : { ...choice, value: `${choice.value}:*`, label: `${choice.value}:*` },
  )
}

/** The actions that a statement names; those that it leaves out count too, for what fits beside them. */
function actionsIn(statement: JsonObject): readonly string[] {
  return ["Action", "NotAction"].flatMap((key) => textsIn(statement[key] ?? []) ?? [])
}

function resourceChoices(
  catalog: Catalog,
  actions: readonly string[],
  query: string,
): readonly ComboChoice[] {
  const known = searchResources(catalog, actions, query)
  if (query !== "" || known.some(({ value }) => value === "*")) return known
  return [...known, { value: "*", label: "*", detail: "Every resource" }]
}

/** The keys that the form knows nothing of. */
export function OddParts({
  value,
  known,
  onChange,
}: Pick<FormProps, "value" | "onChange"> & { known: ReadonlySet<string> }) {
  return Object.entries(value)
    .filter(([key]) => !known.has(key))
    .map(([key, part]) => (
      <RawPart
        key={key}
        label={key}
        says="The form has no field for this. It goes into the role as it is."
        value={part}
        onChange={(next) => onChange(withKey(value, key, next))}
        onRemove={() => onChange(withoutKey(value, key))}
      />
    ))
}
