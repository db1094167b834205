import { operatorNames } from "../../iam/condition.ts"
import { editDistance } from "../nearest.ts"

/** Longer texts are no slip of an operator. */
const longest = 60

/** With more wrong characters it is no clear slip. */
const most = 2

/**
 * The operator that a text is a clear slip of, as IAM documents it; undefined where another could be meant too,
 * above all one that asks for the opposite.
 */
export function nearestOperator(text: string): string | undefined {
  if (text.length > longest) return undefined
  const plain = text.toLowerCase().replaceAll(/[^a-z]/g, "")
  const [prefix = "", set] = /^for(all|any)values?/.exec(plain) ?? []
  const [suffix = ""] = /ifexists?$/.exec(plain) ?? []
  const name = slipOf(plain.slice(prefix.length, plain.length - suffix.length))
  if (name === undefined || name === "Null") return name
  const qualifier = set ? `For${set === "all" ? "AllValues" : "AnyValue"}:` : ""
  return `${qualifier}${name}${suffix && "IfExists"}`
}

function slipOf(written: string): string | undefined {
  if (/^boolean(?:equals)?$|^boolequals$/.test(written)) return "Bool"
  const usual = written.replace(/orequal(?:to)?s?$/, "equals")
  const near = operatorNames
    .map((name) => ({ name, distance: editDistance(usual, name.toLowerCase(), most) }))
    .filter(({ name, distance }) => distance <= Math.min(most, name.length / 4))
    .sort((one, other) => one.distance - other.distance)
  const [first, second] = near
  if (!first || first.distance === second?.distance) return undefined
  const isNegated = (name: string) => name.includes("Not")
  return near.every(({ name }) => isNegated(name) === isNegated(first.name))
    ? first.name
    : undefined
}
