import type { Draft } from "../../config/config.ts"
import type { Pointer } from "../../config/pointer.ts"
import type { Catalog } from "../../iam/catalog.ts"
import { listed } from "../reach/words.ts"
import { narrowFixes, wideFixes } from "./allowFixes.ts"
import { missingDefault } from "./defaultFix.ts"
import type { DraftAccess } from "./draftAccess.ts"
import type { DeniedJudgement } from "./judgement.ts"
import { type NearMiss, nearMiss } from "./nearMiss.ts"
import type { DeniedRequest } from "./request.ts"
import { plain, quoted } from "./words.ts"

/** An item may allow it, once Ruby or CloudFormation has filled it in. */
export function judgeUncertain(
  what: string,
  decidedBy: { readonly decidedBy?: Pointer },
  request: DeniedRequest,
): DeniedJudgement {
  return {
    cause: "resource",
    message: `An item may allow ${what}, but a part of it is filled in later or isn't valid, so that it can't be told here. Check what it becomes, or allow just this.`,
    ...decidedBy,
    fixes: narrowFixes(request),
  }
}

/** Nothing denies it, nothing allows it: why, and what would. An item that nearly does tells more than a default. */
export function judgeMissing(
  what: string,
  request: DeniedRequest,
  draft: Draft,
  access: DraftAccess,
  catalog: Catalog,
): DeniedJudgement {
  const missing = missingDefault(draft, request, catalog)
  const near = nearMiss(access, request)
  if (near)
    return {
      cause: near.kind,
      message: `${nearMissMessage(near, what, request)}${
        missing ? ` Jets' default ${quoted(missing.item)} would, but the override lacks it.` : ""
      }`,
      ...(near.at !== undefined && { decidedBy: near.at }),
      fixes: [
        ...narrowFixes(request, near.keys.length > 0 ? withoutConditionOn(near.keys) : ""),
        ...near.fixes,
        ...(missing?.fixes ?? (near.kind === "resource" ? wideFixes(request) : [])),
      ],
    }
  if (missing)
    return {
      cause: "default-missing",
      message: `The override of \`${missing.setting}\` lacks Jets' default ${quoted(missing.item)}, which allows ${what}. Restore it, or allow just this.`,
      decidedBy: `/${missing.setting}`,
      fixes: [...missing.fixes, ...narrowFixes(request)],
    }
  return {
    cause: "nothing-allows",
    message: `No item of this draft allows ${what}. Add the narrowest item that does, or the whole service as Jets' defaults have it.`,
    fixes: [...narrowFixes(request), ...wideFixes(request)],
  }
}

function nearMissMessage({ kind, keys }: NearMiss, what: string, request: DeniedRequest): string {
  const condition = `under a condition on ${listed(keys.map(quoted))}`
  if (kind === "condition")
    return `An item allows ${what} only ${condition}, which the request may not have met. Check the condition, or allow this without it.`
  const others =
    request.resource === "*" ? "on some resources; the text names none" : "on other resources"
  return `An item allows ${quoted(request.action)}, but only ${others}${
    keys.length > 0 ? `, and ${condition}` : ""
  }. Allow ${request.resource === "*" ? "it on every resource" : `it on ${quoted(request.resource)} too`}.`
}

function withoutConditionOn(keys: readonly string[]): string {
  return `, without the condition on ${plain(keys.join(", "))}`
}
