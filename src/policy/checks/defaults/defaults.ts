import { baselines } from "../../config/baseline.ts"
import type { Diagnostic } from "../../config/diagnostic.ts"
import { isEqualList } from "../../config/equal.ts"
import { actionOf, listEntries } from "../../config/item.ts"
import { below } from "../../config/pointer.ts"
import { stringsOf } from "../../iam/document.ts"
import { patternCovers } from "../../iam/wildcard.ts"
import { diagnose, quoted } from "../diagnostic.ts"
import { own } from "../parts.ts"
import { isUnrestricted, type Walk } from "../walk.ts"

/** An override that repeats Jets' own list: it changes nothing, and freezes the list. */
export function defaultsRestated({ config, baseline }: Walk): readonly Diagnostic[] {
  return (["default_policy", "default_managed_policy"] as const).flatMap((setting) => {
    if (!Object.hasOwn(config, setting)) return []
    const written = listEntries(config, setting).map(({ value }) => value)
    if (!isEqualList(written, baselines[baseline][setting])) return []
    return diagnose(
      "default-restated",
      "info",
      below("", setting),
      `${quoted(setting)} repeats Jets' own list. It changes nothing now, but keeps what a later Jets adds out. Drop it, and add to ${quoted(setting.slice("default_".length))} instead.`,
      { fixes: [{ title: "Drop the override", edits: [{ edit: "reset", setting }] }] },
    )
  })
}

/** So many items of an override are looked at, far more than Jets has: else a hostile link takes n² steps. */
const mostDefaults = 100

/** A Deny on every resource that takes away a default which the role still lists (IAM policy evaluation logic). */
export function defaultsDenied({ config, baseline, statements }: Walk): readonly Diagnostic[] {
  if (!statements.some(({ statement }) => own(statement, "Effect") === "Deny")) return []
  const defaults = [
    ...new Set(
      listEntries(config, "default_policy", baseline).flatMap(({ value }) =>
        typeof value === "string" ? [value] : [],
      ),
    ),
  ]
    .slice(0, mostDefaults)
    .map((item) => ({ item, action: actionOf(item).toLowerCase() }))
  return statements.flatMap(({ statement, at }) => {
    if (own(statement, "Effect") !== "Deny" || !isUnrestricted(statement)) return []
    const base = below(at, "Action")
    return stringsOf(own(statement, "Action")).flatMap(({ text, at: place }) => {
      const pattern = text.toLowerCase()
      const beginning = pattern.replace(/[*?].*/s, "")
      const denied = defaults.filter(
        ({ action }) => action.startsWith(beginning) && patternCovers(pattern, action),
      )
      const [first, ...others] = denied
      if (!first) return []
      const more = others.length === 0 ? "" : ` and ${others.length} more`
      return diagnose(
        "default-denied",
        "warning",
        `${base}${place}`,
        `This Deny takes ${quoted(first.item)}${more} of the default policy away: a Deny beats every Allow, so a deploy that needs it fails. Deny only the actions or resources that you mean.`,
      )
    })
  })
}
