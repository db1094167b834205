import { isList, type JsonValue } from "../../iam/document.ts"
import { patternsOverlap } from "../../iam/wildcard.ts"
import { diagnose } from "../diagnostic.ts"
import { own, type PlacedText, type StatementParts } from "../parts.ts"
import type { StatementCheck } from "../walk.ts"

/** An element and its opposite in one statement (IAM Access Analyzer, UNSUPPORTED_ELEMENT_COMBINATION). */
export const unsupportedCombinations: StatementCheck = (parts) => [
  ...combined(parts, "Action", parts.actions, parts.notActions),
  ...combined(parts, "Resource", parts.resources, parts.notResources),
]

function combined(
  { statement }: StatementParts,
  name: "Action" | "Resource",
  included: readonly PlacedText[],
  excluded: readonly PlacedText[],
) {
  const not = `Not${name}` as const
  if (!Object.hasOwn(statement, name) || !Object.hasOwn(statement, not)) return []
  const isNeedless =
    isAllOf(own(statement, name), included) &&
    isAllOf(own(statement, not), excluded) &&
    areApart(included, excluded)
  return [
    diagnose(
      "unsupported-element-combination",
      "error",
      `/${not}`,
      `A statement has \`${name}\` or \`${not}\`, never both: AWS rejects the role, and the deploy fails. To make exceptions, keep \`${name}\` here and deny the rest in a statement of its own.`,
      // Where both name some of the same, dropping one would grant what it keeps out.
      isNeedless
        ? { fixes: [{ title: `Remove ${not}`, edits: [{ edit: "unset", at: `/${not}` }] }] }
        : {},
    ),
  ]
}

/** Whether the texts are all that the value holds, and none of them stands for something unknown here. */
function isAllOf(value: JsonValue | undefined, texts: readonly PlacedText[]): boolean {
  return (
    (isList(value) ? value.length === texts.length : texts.length === 1) &&
    texts.every(({ text }) => !/^!|[$#]\{/.test(text))
  )
}

/** The longest texts and the most pairs that are compared: longer ones are no slip. */
const [longest, most] = [200, 50]

/** Whether no text of one list can match what one of the other does. */
function areApart(left: readonly PlacedText[], right: readonly PlacedText[]): boolean {
  const lower = (texts: readonly PlacedText[]) => texts.map(({ text }) => text.toLowerCase())
  return (
    left.length > 0 &&
    left.length * right.length <= most &&
    [...left, ...right].every(({ text }) => text.length <= longest) &&
    lower(left).every((one) => lower(right).every((other) => !patternsOverlap(one, other)))
  )
}
