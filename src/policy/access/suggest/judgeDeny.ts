import type { Draft } from "../../config/config.ts"
import type { Pointer } from "../../config/pointer.ts"
import type { Catalog } from "../../iam/catalog.ts"
import type { AccessDenied } from "../denied/denial.ts"
import { listed } from "../reach/words.ts"
import { denyFixes } from "./denyFixes.ts"
import type { DraftAccess } from "./draftAccess.ts"
import type { DeniedJudgement } from "./judgement.ts"
import { conditionKeys } from "./nearMiss.ts"
import type { DeniedRequest } from "./request.ts"
import { sureFixes } from "./sureFixes.ts"
import { quoted } from "./words.ts"

/** A Deny of the draft decides, surely or, where a part of it is filled in later, perhaps. `what` is the request in words. */
export function judgeDeny(
  what: string,
  decidedBy: { readonly decidedBy?: Pointer },
  isSure: boolean,
  denied: AccessDenied,
  request: DeniedRequest,
  draft: Draft,
  catalog: Catalog,
): DeniedJudgement {
  const fixes = sureFixes(denyFixes(draft, request, catalog), denied, request, draft, catalog)
  return {
    cause: "explicit-deny",
    message: `A Deny in this draft ${isSure ? "decides" : "may decide, once all of it is filled in,"} on ${what}: it wins over every Allow. ${
      fixes.length > 0
        ? "Remove it if the deploy needs this; first ask why it is there."
        : "It can't be removed here with one click."
    }`,
    ...decidedBy,
    fixes,
  }
}

/** AWS says that a Deny matched: one of the draft's may have, by a condition. What it asks for isn't known here. */
export function judgeConditionalDeny(
  what: string,
  request: DeniedRequest,
  access: DraftAccess,
): DeniedJudgement | undefined {
  const { decision, matched } = access.widened.denyCondition(request)
  const [first] = matched
  if (decision !== "ExplicitlyDenied" || first === undefined) return undefined
  const keys = conditionKeys(access.statementAt(first) ?? {})
  const place = access.settingsPlace(first, request.action)
  return {
    cause: "explicit-deny",
    message: `A Deny in this draft decides on ${what} where its condition on ${listed(keys.map(quoted))} is met, as it may have been. Check that condition; an Allow would not help.`,
    ...(place !== undefined && { decidedBy: place }),
    fixes: [],
  }
}
