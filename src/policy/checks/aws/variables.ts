import type { Diagnostic } from "../../config/diagnostic.ts"
import type { Fix } from "../../config/fix.ts"
import type { Catalog } from "../../iam/catalog.ts"
import { type Variable, variablesIn } from "../../iam/variable.ts"
import { diagnose, quoted } from "../diagnostic.ts"
import { isTag, type PlacedText, type StatementParts, variableTexts } from "../parts.ts"
import { awsList, byText } from "../remember.ts"
import { keyOf, prefixOf } from "./keys/keyOf.ts"
import { likelyKeys } from "./keys/likelyKeys.ts"

/** Policy variables that stand for nothing (IAM User Guide, "IAM policy elements: Variables and tags"). */
export function unknownVariables(parts: StatementParts, catalog: Catalog): readonly Diagnostic[] {
  return variableTexts(parts).flatMap((placed) => {
    const { text } = placed
    if (!text.includes("${") || isTag(text)) return []
    const names = new Set(
      variablesIn(text)
        .filter(isWellFormed)
        .map(({ name }) => name),
    )
    return [...names].flatMap((name) => judge(placed, name, catalog))
  })
}

/** The others are errors of grammar; `${*}`, `${?}` and `${$}` are those characters themselves. */
function isWellFormed({ closed, name, fallback }: Variable): boolean {
  return (
    closed &&
    /^[^\s#]+$/.test(name) &&
    !/^[*?$]$/.test(name) &&
    (fallback === undefined || /^\s*'[^']*'$/.test(fallback))
  )
}

function judge(placed: PlacedText, name: string, catalog: Catalog): readonly Diagnostic[] {
  const { text, at } = placed
  switch (stateOf(catalog, name)) {
    case "unknown":
      return [
        diagnose("unknown-policy-variable", "warning", at, unknownMessage(name, catalog), {
          subject: name,
          fixes: fixesFor(placed, name, catalog),
        }),
      ]
    case "multivalued":
      return [
        diagnose(
          "multivalued-policy-variable",
          "warning",
          at,
          `A request can have several values of ${quoted(name)}, and such a key can't be a variable: ${quoted(text)} most likely matches nothing. Compare the key in \`Condition\`, or use a variable with one value.`,
          { subject: name },
        ),
      ]
    default:
      return []
  }
}

const stateOf = byText((catalog, name): "unknown" | "multivalued" | undefined => {
  if (!catalog.globalKeys) return undefined
  if (prefixOf(name) === undefined) return "unknown"
  const found = keyOf(catalog, name.toLowerCase())
  if (!found || (found.scope === "other" && !found.known)) return undefined
  if (!found.known) return "unknown"
  return found.known.isMultivalued ? "multivalued" : undefined
})

const isCloudFormations = (name: string) => name.startsWith("AWS::")

function unknownMessage(name: string, catalog: Catalog): string {
  if (isCloudFormations(name))
    return `${quoted(name)} is CloudFormation's, and IAM has no such variable: it most likely matches nothing. Begin the text with \`!Sub\`, so that CloudFormation fills it in.`
  const likely = likelyNames(name, catalog)
  const advice =
    likely.length > 0
      ? `Did you mean ${likely.map(quoted).join(" or ")}?`
      : "Use a key that requests have, such as `aws:PrincipalAccount`."
  return `The variable ${quoted(name)} is no condition key in ${awsList(catalog)}, so it most likely matches nothing. ${advice}`
}

function likelyNames(name: string, catalog: Catalog): readonly string[] {
  const { globalKeys, details } = catalog
  if (!globalKeys) return []
  const prefix = prefixOf(name)?.toLowerCase()
  const keys =
    prefix === undefined || prefix === "aws" ? globalKeys : details?.get(prefix)?.conditionKeys
  const written = prefix === undefined ? `aws:${name.replaceAll(":", "")}` : name
  return keys ? likelyKeys(written, keys).filter((key) => stateOf(catalog, key) === undefined) : []
}

/** Longer texts match nothing anyway. */
const longest = 4_000

function fixesFor({ text, at }: PlacedText, name: string, catalog: Catalog): readonly Fix[] {
  if (text.length > longest) return []
  if (isCloudFormations(name)) {
    const areAll = variablesIn(text).every((variable) => isCloudFormations(variable.name))
    const value = `!Sub ${text}`
    return areAll
      ? [{ title: "Let CloudFormation fill it in", edits: [{ edit: "set", at, value }] }]
      : []
  }
  return likelyNames(name, catalog).map((key) => ({
    title: `Use ${quoted(key).slice(1, -1)}`,
    edits: [{ edit: "set", at, value: withVariable(text, name, key) }],
  }))
}

function withVariable(text: string, name: string, key: string): string {
  return text.replaceAll(/\$\{((?:(?!\$\{)[^}])*)\}/g, (whole, inner: string) =>
    inner === name || inner.startsWith(`${name},`)
      ? `\${${key}${inner.slice(name.length)}}`
      : whole,
  )
}
