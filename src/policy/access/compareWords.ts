import type { AccessChange, ChangePart, ServiceChange } from "./compareChange.ts"
import type { Outcome } from "./reach/outcome.ts"
import { counted, listed } from "./reach/words.ts"

/**
 * An entry of compareAccess in words, without "Gained" or "Lost" in front: "Amazon S3: 168 actions (List, Read and
 * Write); still has `s3:GetObject` on `arn:aws:s3:::app/*`". What is uncertain says "may", and why.
 */
export function describeChange(change: AccessChange): string {
  if (change.kind === "policy")
    return `\`${change.policy}\`: whatever it allows; its document isn't known here`
  const wholly = change.parts.filter(({ extent }) => extent === "wholly")
  const rest = change.parts.filter(({ extent }) => extent === "may")
  const phrases = [
    ...wholly.map((part) => actionsText(change, part)),
    ...rest.map((part) => mayText(change, part)),
  ]
  const few = phrases.slice(0, shown)
  const more = phrases.length - few.length
  const all = more > 0 ? [...few, `and ${more} more such changes`] : few
  return `${change.name}: ${all.join("; ")}`
}

/** How many parts of a change, and names of actions, a sentence holds. */
const shown = 3

function actionsText({ service, isAll, count }: ServiceChange, part: ChangePart): string {
  const names = part.levels.flatMap(({ actions }) => actions)
  if (isAll && part.count === count && count > shown) return `all ${count} actions`
  if (names.length <= shown) return listed(names.map((name) => `\`${service}:${name}\``))
  const levels = part.levels.flatMap(({ level }) => level ?? [])
  const ofLevels = levels.length > 0 ? ` (${listed(levels)})` : ""
  return `${counted(names.length, "action")}${ofLevels}`
}

function mayText(change: ServiceChange, part: ChangePart): string {
  const actions = actionsText(change, part)
  const { before, after, because } = part
  const unknown = because.includes("unknown-policies")
    ? ", unless a managed policy that isn't known here says otherwise"
    : ""
  const open = because.includes("not-action") ? ", by what `NotAction` or `NotResource` leaves" : ""
  const [of, other] = change.direction === "gained" ? [after, before] : [before, after]
  if (other.extent === "none") {
    const isSure = because.every((doubt) => doubt === "resources")
    const may = isSure ? "" : `may ${change.direction === "gained" ? "gain" : "lose"} `
    return `${may}${actions}${scope(of)}${open}${unknown}`
  }
  if (change.direction === "lost")
    return `still has ${actions}${scope(after, " on some requests")}${unknown}`
  const on = scope(after, " on every resource")
  if (on === scope(before, " on every resource"))
    return `may gain more of ${actions}${on}${unknown}`
  return `${actions}${on}, before${scope(before, " on fewer")}${unknown}`
}

/** On which resources and how, with a blank in front; `otherwise` where it is on every resource. */
function scope({ isEverywhere, resources, isConditional, isReduced }: Outcome, otherwise = "") {
  const [first] = resources
  const more = resources.length - 1
  const on =
    first === undefined || isEverywhere
      ? ""
      : ` on \`${first}\`${more > 0 ? ` and ${counted(more, "more resource")}` : ""}`
  const conditions = isConditional ? " under a condition" : ""
  const denied = isReduced ? " but for what a Deny takes away" : ""
  return `${on}${conditions}${denied}` || otherwise
}
