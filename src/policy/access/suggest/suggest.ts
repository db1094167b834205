import type { Draft } from "../../config/config.ts"
import type { Fix } from "../../config/fix.ts"
import type { Catalog } from "../../iam/catalog.ts"
import type { AccessDenied } from "../denied/denial.ts"
import { listed } from "../reach/words.ts"
import { accessOf, type DraftAccess } from "./draftAccess.ts"
import { judgeConditionalDeny, judgeDeny } from "./judgeDeny.ts"
import { judgeMissing, judgeUncertain } from "./judgeMissing.ts"
import type { DeniedJudgement } from "./judgement.ts"
import { otherPolicyMessage } from "./otherPolicy.ts"
import { type DeniedRequest, requestOf } from "./request.ts"
import { sureAdditions } from "./sureFixes.ts"
import { quoted } from "./words.ts"

/** One for all calls: what is known of a draft is remembered by its catalog. */
const noCatalog: Catalog = {}

/**
 * The changes of a draft that would allow what was denied, the narrowest first (DESIGN 5, "AccessDenied in"): none
 * where no Allow would help, where the draft allows it already, or where the text names no action.
 */
export function suggestFixes(
  denied: AccessDenied,
  draft: Draft,
  catalog: Catalog = noCatalog,
): readonly Fix[] {
  return judgeDenied(denied, draft, catalog).fixes
}

/**
 * Judges a denial against the draft, not against what is deployed. With each fix `evaluateAccess` says Allowed
 * for the action and the resource. Total: any denial, any settings.
 */
export function judgeDenied(
  denied: AccessDenied,
  draft: Draft,
  catalog: Catalog = noCatalog,
): DeniedJudgement {
  const request = requestOf(denied, catalog)
  if (!request)
    return {
      cause: "unknown",
      message:
        "The text says that access was denied, but not which action. Look for the full message further up in the log, or for the event in CloudTrail, and paste that.",
      fixes: [],
    }
  const other = otherPolicyMessage(denied)
  if (other !== undefined) return { cause: "other-policy", message: other, fixes: [] }
  const judged = judgeRequest(denied, request, draft, catalog)
  return { ...judged, message: `${judged.message}${aboutUser(denied)}` }
}

function judgeRequest(
  denied: AccessDenied,
  request: DeniedRequest,
  draft: Draft,
  catalog: Catalog,
): DeniedJudgement {
  const access = accessOf(draft, catalog)
  const { decision, matched, uncertain } = access.decide(request)
  const [decisive = uncertain?.[0]] = matched
  const place = decisive === undefined ? undefined : access.settingsPlace(decisive, request.action)
  const decidedBy = place === undefined ? {} : { decidedBy: place }
  const what = `${quoted(request.action)}${request.resource === "*" ? "" : ` on ${quoted(request.resource)}`}`
  if (decision === "ExplicitlyDenied")
    return judgeDeny(what, decidedBy, uncertain === undefined, denied, request, draft, catalog)
  const isExplicit = denied.denied === "explicit"
  const conditional = isExplicit ? judgeConditionalDeny(what, request, access) : undefined
  if (conditional) return conditional
  if (decision === "Allowed")
    return {
      cause: "allowed",
      message: isExplicit
        ? `The draft allows ${what}, and nothing in it denies it. Deploy again; if it is denied still, the Deny is in a policy outside of these settings.`
        : `The draft allows ${what} already. Deploy it, so that the role gets this, and try again.`,
      ...decidedBy,
      fixes: [],
    }
  if (isExplicit)
    return {
      cause: "other-policy",
      message: `A Deny decides on ${what}, and none in this draft does: it is in a policy outside of these settings, such as another policy of the identity, a permissions boundary or a service control policy. Whoever set that can change it; an Allow would not help.`,
      fixes: [],
    }
  const judged = uncertain
    ? judgeUncertain(what, decidedBy, request)
    : judgeMissing(what, request, draft, access, catalog)
  return {
    ...judged,
    message: `${judged.message}${aboutUnknown(access)}`,
    fixes: sureAdditions(judged.fixes, denied, request, draft, catalog),
  }
}

function aboutUnknown({ unknown }: DraftAccess): string {
  if (unknown.length === 0) return ""
  const names =
    unknown.length > 3 ? `${unknown.length} managed policies` : listed(unknown.map(quoted))
  return ` What ${names} ${unknown.length === 1 ? "allows" : "allow"} isn't known here.`
}

function aboutUser({ principal }: AccessDenied): string {
  const user = /^arn:[\w-]*:iam::\d*:user\/(.+)$/.exec(principal ?? "")?.[1]
  return user === undefined
    ? ""
    : ` It was denied to the user ${quoted(user)}; these settings are for the role of the remote runner.`
}
