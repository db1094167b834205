import { conditionOperatorNames } from "../../../policy/index.ts"
import type { ComboChoice } from "../../../ui/comboBoxInput.ts"

/** The operators, and those that ask about the values of a request one by one (IAM User Guide). */
export const conditionOperators: readonly string[] = [
  ...conditionOperatorNames,
  ...["ForAllValues", "ForAnyValue"].flatMap((set) =>
    ["StringEquals", "StringLike", "ArnLike"].map((operator) => `${set}:${operator}`),
  ),
]

/** The operators that a text could become. */
export function operatorChoices(query: string): readonly ComboChoice[] {
  const wanted = query.toLowerCase()
  return conditionOperators
    .filter((name) => name.toLowerCase().includes(wanted))
    .map((name) => ({ value: name, label: name }))
}
