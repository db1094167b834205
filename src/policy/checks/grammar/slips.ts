import type { IamConfig } from "../../config/config.ts"
import type { Diagnostic, DiagnosticCode } from "../../config/diagnostic.ts"
import { applyFix } from "../../config/edit.ts"
import type { Fix } from "../../config/fix.ts"
import { below, type Pointer } from "../../config/pointer.ts"
import { type JsonObject, type JsonValue, statementsOf } from "../../iam/document.ts"
import { isSlip } from "../nearest.ts"
import { own } from "../parts.ts"
import { type Check, type Walk, walkSettings } from "../walk.ts"

/** The objects that a policy is made of. */
export type Kind = "statement" | "document" | "inlineDocument" | "inline"

const documentKeys = ["Version", "Id", "Statement"]

/** The keys that each of them knows (IAM JSON policy grammar; CloudFormation, AWS::IAM::Role Policy). */
export const knownKeys: Readonly<Record<Kind, readonly string[]>> = {
  statement: "Sid Effect Action NotAction Resource NotResource Condition".split(" "),
  document: documentKeys,
  inlineDocument: documentKeys,
  inline: ["PolicyName", "PolicyDocument"],
}

/** The keys of an object that are clear slips of known ones, with what was meant: where that is free, and meant once. */
export function slipsOf(object: JsonObject, known: readonly string[]): ReadonlyMap<string, string> {
  const keys = Object.keys(object).filter((key) => !known.includes(key))
  const slips = new Map<string, string>()
  for (const name of known) {
    if (Object.hasOwn(object, name)) continue
    const [slip, ...others] = keys.filter((key) => isSlipOf(key, name))
    if (slip !== undefined && others.length === 0 && !slips.has(slip)) slips.set(slip, name)
  }
  return slips
}

/** One letter off is too much for a short name: `Id` is no slip of `Sid`. */
function isSlipOf(key: string, name: string): boolean {
  return name.length < 5 ? key.toLowerCase() === name.toLowerCase() : isSlip(key, name)
}

/** The effect that a value was clearly meant to be. */
export function effectMeant(value: JsonValue | undefined): "Allow" | "Deny" | undefined {
  if (typeof value !== "string" || value.length > 20) return undefined
  if (/^\s*allow/i.test(value) || isSlip(value, "Allow")) return "Allow"
  return /^\s*(?:deny|deni)/i.test(value) || isSlip(value, "Deny") ? "Deny" : undefined
}

/** Gives keys of the object at `at` the names that were meant; an effect gets its value right too. */
export function renaming(
  slips: Iterable<readonly [string, string]>,
  at: Pointer,
  object: JsonObject,
): Fix {
  const renames = [...slips]
  return {
    title: `Rename to ${renames.map(([, name]) => name).join(", ")}`,
    edits: renames.flatMap(([slip, name]) => {
      const effect = name === "Effect" ? effectMeant(own(object, slip)) : undefined
      return [
        { edit: "rename", at: below(at, slip), key: name },
        ...(effect ? [{ edit: "set", at: below(at, name), value: effect } as const] : []),
      ]
    }),
  }
}

/** The names that must be the only ones of their policy or role, of what the keys hold once they are renamed. */
export function namesMadeBy(
  slips: Iterable<readonly [string, string]>,
  object: JsonObject,
): readonly string[] {
  return [...slips].flatMap(([slip, name]) => {
    const value = own(object, slip)
    if (name === "Statement")
      return statementsOf(value).flatMap(({ statement }) => texts(own(statement, "Sid")))
    return name === "Sid" || name === "PolicyName" ? texts(value) : []
  })
}

/** All such names of the settings. */
export function namesTaken({ statements, entries }: Walk): ReadonlySet<string> {
  return new Set([
    "DefaultPolicy",
    "CustomPolicy",
    "VpcPolicy",
    ...statements.flatMap(({ statement }) => texts(own(statement, "Sid"))),
    ...entries.flatMap(({ item }) =>
      item?.kind === "inline" ? texts(own(item.policy, "PolicyName")) : [],
    ),
  ])
}

function texts(value: JsonValue | undefined): readonly string[] {
  return typeof value === "string" ? [value] : []
}

/**
 * Tells whether a fix of settings brings no error that the judges know: what nothing read until now may be wrong
 * itself.
 */
export function harmless(config: IamConfig, judges: readonly Check[]): (fix: Fix) => boolean {
  const before = errors(config, judges)
  return (fix) =>
    [...errors(applyFix(config, fix), judges)].every(
      ([code, count]) => count <= (before.get(code) ?? 0),
    )
}

function errors(config: IamConfig, judges: readonly Check[]): ReadonlyMap<DiagnosticCode, number> {
  const walk = walkSettings(config)
  const found: readonly Diagnostic[] = judges.flatMap((judge) => judge(walk))
  const counts = new Map<DiagnosticCode, number>()
  for (const { code, severity } of found)
    if (severity === "error") counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}
