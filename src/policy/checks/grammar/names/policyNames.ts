import { type PolicySetting, policySettings } from "../../../config/config.ts"
import type { Diagnostic } from "../../../config/diagnostic.ts"
import { equalityKey } from "../../../config/equal.ts"
import type { Fix } from "../../../config/fix.ts"
import { itemValue, policyItems } from "../../../config/item.ts"
import { below, type Pointer } from "../../../config/pointer.ts"
import { isIntrinsic, type JsonValue } from "../../../iam/document.ts"
import { policyNames as listPolicyNames, splitItems } from "../../../role/statements.ts"
import { diagnose, quoted, write } from "../../diagnostic.ts"
import { freeNames } from "../../freeNames.ts"
import { isTag, withoutRuby } from "../../parts.ts"
import type { Walk } from "../../walk.ts"

/** The longest name that IAM takes. */
const longest = 128

/** An inline policy of the resulting role, by its name there. */
interface Named {
  readonly name: JsonValue
  readonly policyAt: Pointer
  /** The place of its PolicyName; where Jets gives it one, its own. */
  readonly at: Pointer
}

/**
 * Names of inline policies: of IAM's characters, not too long, and each once in the role (IAM User Guide, "IAM and
 * AWS STS quotas", "IAM name requirements"; CloudFormation, AWS::IAM::Role Policies).
 */
export function policyNames(walk: Walk): readonly Diagnostic[] {
  if (!walk.entries.some(({ item }) => item?.kind === "inline")) return []
  const { combined, inline } = resultingPolicies(walk)
  const names = [...combined, ...inline.map(({ name }) => name)]
  const free = freeNames(
    names.filter((name) => typeof name === "string"),
    longest,
  )
  const seen = new Map<string, readonly Pointer[]>(combined.map((name) => [equalityKey(name), []]))
  return inline.flatMap((policy) => {
    const { name, at } = policy
    const key = equalityKey(name)
    const before = typeof name === "string" || isIntrinsic(name) ? seen.get(key) : undefined
    if (!before) seen.set(key, [at])
    const faults = [
      ...(typeof name === "string" && at !== policy.policyAt ? formFaults(name) : []),
      ...(before ? [repeated(policy, before)] : []),
    ]
    if (faults.length === 0) return []
    const fixes = fixesOf(policy, free)
    return faults.map((fault) => fault(at, fixes))
  })
}

interface ResultingPolicies {
  readonly combined: readonly JsonValue[]
  readonly inline: readonly Named[]
}

const known = new WeakMap<Walk, ResultingPolicies>()

/** The names of the policies that Jets makes of lists, and the inline ones, in the role's order. */
function resultingPolicies(walk: Walk): ResultingPolicies {
  const before = known.get(walk)
  if (before) return before
  const { config, baseline } = walk
  const combined: JsonValue[] = []
  const inline: Named[] = []
  for (const setting of policySettings) {
    const items = policyItems(config, setting, baseline)
    const made = splitItems(items, setting)
    if (made.own) combined.push(listPolicyNames[setting])
    const written: ReadonlySet<unknown> = new Set(items.map(itemValue))
    for (const { made: policy, from } of made.inline) {
      // What Jets names is another object than the one written.
      const at = written.has(policy) ? below(from, "PolicyName") : from
      inline.push({ name: policy.PolicyName, policyAt: from, at })
    }
  }
  const resulting = { combined, inline }
  known.set(walk, resulting)
  return resulting
}

/**
 * Whether a list's first statement would bring a second policy of the name that Jets gives to the list's;
 * `instead`: the inline policy that it comes from.
 */
export function wouldNameTwice(walk: Walk, setting: PolicySetting, instead?: Pointer): boolean {
  if (!walk.entries.some(({ item }) => item?.kind === "inline" && item.at !== instead)) return false
  const { combined, inline } = resultingPolicies(walk)
  const given = listPolicyNames[setting]
  return (
    !combined.includes(given) &&
    inline.some(({ name, policyAt }) => name === given && policyAt !== instead)
  )
}

type Fault = (at: Pointer, fixes: readonly Fix[]) => Diagnostic

function formFaults(name: string): readonly Fault[] {
  if (isTag(name)) return []
  const plain = withoutRuby(name)
  return [
    ...(plain === name && !/^[\w+=,.@-]+$/.test(name) ? [invalid(name)] : []),
    ...([...plain.slice(0, longest * 2 + 1)].length > longest ? [tooLong] : []),
  ]
}

function invalid(name: string): Fault {
  const what = name === "" ? "is empty" : `${quoted(name)} has others`
  return (at, fixes) =>
    diagnose(
      "invalid-policy-name",
      "error",
      at,
      `A policy's name has letters, digits and \`_+=,.@-\` only, and this one ${what}: AWS rejects the role, and the deploy fails. Leave the rest out.`,
      { fixes },
    )
}

const tooLong: Fault = (at, fixes) =>
  diagnose(
    "policy-name-too-long",
    "error",
    at,
    `A policy's name has at most ${longest} characters, and this one more: AWS rejects the role, and the deploy fails. Shorten it.`,
    { fixes },
  )

function repeated({ name, at, policyAt }: Named, related: readonly Pointer[]): Fault {
  const text = typeof name === "string" ? quoted(name) : "the same name"
  const what =
    at === policyAt
      ? `Without \`PolicyName\` Jets names this policy ${text}, as another of the role`
      : `Another policy of the role is named ${text} too`
  return (_, fixes) =>
    diagnose(
      "duplicate-policy-name",
      "error",
      at,
      `${what}: CloudFormation takes each name once, so the deploy fails. Give it a name of its own.`,
      { related, fixes },
    )
}

function fixesOf({ name, policyAt }: Named, free: (name: string) => string): readonly Fix[] {
  if (typeof name !== "string" || isTag(name) || name.includes("#{")) return []
  const cleaned = name
    .slice(0, longest * 2)
    .replaceAll(/[^\w+=,.@-]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
  return [write(below(policyAt, "PolicyName"), free(cleaned || "InlinePolicy"))]
}
