import { baselines } from "../config/baseline.ts"
import type { BaselineName, ManagedSetting } from "../config/config.ts"
import { managedPolicyArn } from "../config/item.ts"

type ManagedLists = Readonly<Partial<Record<ManagedSetting, readonly string[]>>>

/** The items of `managed_policy` that make these ARNs; repeats that no list can make are left out. */
export function customManaged(arns: readonly string[]): ManagedLists {
  return { managed_policy: take(arns.filter(isCarried)).items }
}

/**
 * The items of both lists: Jets' defaults in front where they are in the role, or those that are left of them,
 * the others to `managed_policy`.
 */
export function splitManaged(all: readonly string[], baseline: BaselineName): ManagedLists {
  const arns = all.filter(isCarried)
  const defaults = baselines[baseline].default_managed_policy.map(managedPolicyArn)
  const isUntouched = defaults.every((arn, index) => arn === arns[index])
  const count = isUntouched ? defaults.length : leading(arns, new Set(defaults))
  const custom = take(arns.slice(count))
  if (count + custom.count === arns.length)
    return {
      default_managed_policy: take(arns.slice(0, count)).items,
      managed_policy: custom.items,
    }
  const first = take(arns)
  const second = take(arns.slice(first.count))
  if (first.count + second.count === arns.length)
    return { default_managed_policy: first.items, managed_policy: second.items }
  return splitManaged([...new Set(arns)], baseline)
}

/** How many ARNs in front are among these, each once. */
function leading(arns: readonly string[], among: ReadonlySet<string>): number {
  const end = arns.findIndex((arn, index) => !among.has(arn) || arns.indexOf(arn) < index)
  return end < 0 ? arns.length : end
}

/** Items for the first ARNs, as many as one list can make: it keeps a name once, but a name and its ARN are two. */
function take(arns: readonly string[]): {
  readonly items: readonly string[]
  readonly count: number
} {
  const items = new Set<string>()
  for (const [count, arn] of arns.entries()) {
    const item = [named(arn), arn].find((one) => !items.has(one))
    if (item === undefined) return { items: [...items], count }
    items.add(item)
  }
  return { items: [...items], count: arns.length }
}

/** The name that Jets makes this ARN of, where there is one. */
function named(arn: string): string {
  const prefix = managedPolicyArn("")
  const name = arn.startsWith(prefix) ? arn.slice(prefix.length) : ""
  return name === "" || name.includes("arn:") ? arn : name
}

/** What isn't an ARN would get AWS's prefix from Jets, so no item makes it. */
function isCarried(arn: string): boolean {
  return typeof arn === "string" && arn.includes("arn:")
}
