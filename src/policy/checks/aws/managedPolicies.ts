import { type ManagedSetting, managedSettings } from "../../config/config.ts"
import type { Diagnostic } from "../../config/diagnostic.ts"
import type { Fix } from "../../config/fix.ts"
import { managedItems, managedPolicyArn } from "../../config/item.ts"
import type { Pointer } from "../../config/pointer.ts"
import { partitions } from "../../iam/arn.ts"
import type { Catalog } from "../../iam/catalog.ts"
import { diagnose, quoted } from "../diagnostic.ts"
import { namesNear } from "../nearest.ts"
import { isTag } from "../parts.ts"
import { awsList, byText, once } from "../remember.ts"
import { heldEntries, type Walk } from "../walk.ts"
import { removedItem } from "./actions/actionFixes.ts"
import { replacements } from "./replacedPolicies.ts"

interface Verdict {
  readonly code: "unknown-managed-policy" | "deprecated-managed-policy"
  readonly message: string
  /** The names that may be meant instead. */
  readonly instead: readonly string[]
}

/** Managed policies of AWS that it doesn't have, or has replaced (AWS Managed Policy Reference). */
export function managedPolicies(walk: Walk): readonly Diagnostic[] {
  const { config, catalog } = walk
  if (!catalog.managedPolicies) return []
  return managedSettings.flatMap((setting) =>
    heldEntries(config, setting).flatMap(({ at, value }) => {
      const name = typeof value === "string" && !isTag(value) ? awsPolicyName(value) : undefined
      const verdict = name === undefined ? undefined : verdictOn(catalog, name)
      if (!verdict || typeof value !== "string") return []
      const { code, message, instead } = verdict
      const fixes = instead.map((name) => replaced(walk, setting, at, value, name))
      return diagnose(code, "warning", at, message, { subject: value, fixes })
    }),
  )
}

/** What follows the prefix of AWS's own policies, whatever the partition; undefined for any other policy. */
function awsPolicyName(text: string): string | undefined {
  if (text.length > 600) return undefined
  const [, partition = "", name] =
    /^arn:([\w-]+):iam::aws:policy\/((?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,128})$/.exec(
      managedPolicyArn(text),
    ) ?? []
  return partitions.has(partition) ? name : undefined
}

const verdictOn = byText((catalog, name): Verdict | undefined => {
  const known = catalog.managedPolicies
  if (!known) return undefined
  const replacement = replacements.get(name)
  if (replacement !== undefined) return deprecated(catalog, name, replacement)
  if (known.has(name)) return undefined
  const likely = likelyPolicies(known, name)
  const advice =
    likely.length > 0
      ? `Did you mean ${likely.map(quoted).join(" or ")}?`
      : "Copy its ARN from the IAM console."
  return {
    code: "unknown-managed-policy",
    message: `${quoted(name)} is not in ${awsList(catalog)}: a deploy that attaches a policy that does not exist fails. ${advice}`,
    instead: likely,
  }
})

function deprecated(catalog: Catalog, name: string, replacement: string): Verdict {
  return {
    code: "deprecated-managed-policy",
    message: catalog.managedPolicies?.has(name)
      ? `AWS has replaced ${quoted(name)} by ${quoted(replacement)} and no longer improves it. Attach the new one.`
      : `AWS has replaced ${quoted(name)} by ${quoted(replacement)}: the old one can't be attached anew, so the deploy fails. Attach the new one.`,
    instead: [replacement],
  }
}

type Policies = NonNullable<Catalog["managedPolicies"]>

const baseOf = (name: string) => name.slice(name.lastIndexOf("/") + 1)

/** The policies that a role can have, by their names without path and case; one name can have two paths. */
const attachable = once((known: Policies): ReadonlyMap<string, readonly string[]> => {
  const byBase = new Map<string, string[]>()
  for (const name of known.keys()) {
    if (name.startsWith("aws-service-role/")) continue
    const base = baseOf(name).toLowerCase()
    byBase.set(base, [...(byBase.get(base) ?? []), name])
  }
  return byBase
})

const basesOf = once((byBase: ReadonlyMap<string, readonly string[]>) => [...byBase.keys()])

function likelyPolicies(known: Policies, name: string): readonly string[] {
  const byBase = attachable(known)
  const base = baseOf(name).toLowerCase()
  const near = byBase.has(base) ? [base] : namesNear(base, basesOf(byBase))
  return near.flatMap((one) => byBase.get(one) ?? []).slice(0, 2)
}

/** Another policy in the place of one, written as that is; where the role has it already, none. */
function replaced(
  { config, baseline }: Walk,
  setting: ManagedSetting,
  at: Pointer,
  text: string,
  name: string,
): Fix {
  const item = text.includes("arn:")
    ? `${text.slice(0, text.indexOf("policy/"))}policy/${name}`
    : name
  const present = managedSettings.flatMap((one) => managedItems(config, one, baseline))
  const isPresent = present.some((one) => managedPolicyArn(one.name) === managedPolicyArn(item))
  return isPresent
    ? removedItem(config, setting, text)
    : { title: `Write ${quoted(item).slice(1, -1)}`, edits: [{ edit: "replace", at, item }] }
}
