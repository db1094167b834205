import { type Draft, type IamConfig, settings } from "../../config/config.ts"
import { applyFix } from "../../config/edit.ts"
import type { Fix } from "../../config/fix.ts"
import { listEntries } from "../../config/item.ts"
import type { Catalog } from "../../iam/catalog.ts"
import { buildRole } from "../../role/build.ts"
import { attachedPolicies } from "../attached.ts"
import type { AccessDenied } from "../denied/denial.ts"
import { evaluateAccess } from "../evaluate.ts"
import type { DeniedRequest } from "./request.ts"

/** The fixes with which the draft surely allows what was denied, each once. */
export function sureFixes(
  fixes: readonly Fix[],
  denied: AccessDenied,
  request: DeniedRequest,
  draft: Draft,
  catalog: Catalog,
): readonly Fix[] {
  return distinct(fixes).filter((fix) => {
    const config = applyFix(draft.config, fix)
    return allows({ ...draft, config }, denied, request, catalog)
  })
}

/**
 * The same where no Deny fits the request and the fixes touch none: then what they bring decides alone, however
 * many items the draft has.
 */
export function sureAdditions(
  fixes: readonly Fix[],
  denied: AccessDenied,
  request: DeniedRequest,
  draft: Draft,
  catalog: Catalog,
): readonly Fix[] {
  return distinct(fixes).filter((fix) => {
    const config = onlyChanged(draft.config, applyFix(draft.config, fix))
    return allows({ ...draft, config }, denied, request, catalog)
  })
}

function allows(
  { config, baseline }: Draft,
  denied: AccessDenied,
  { action, resource }: DeniedRequest,
  catalog: Catalog,
): boolean {
  const { policies } = attachedPolicies(buildRole(config, { baseline }), catalog)
  return [resource, denied.resource ?? "*"].every(
    (asked) => evaluateAccess(policies, { action, resource: asked }).decision === "Allowed",
  )
}

/** Of each list the items that it had not before. */
function onlyChanged(before: IamConfig, after: IamConfig): IamConfig {
  const changed = settings.map((setting) => {
    if (!Object.hasOwn(after, setting) || before[setting] === after[setting]) return [setting, []]
    const known = new Set(
      Object.hasOwn(before, setting) ? listEntries(before, setting).map(({ value }) => value) : [],
    )
    const values = listEntries(after, setting).map(({ value }) => value)
    return [setting, values.filter((value) => !known.has(value))]
  })
  return Object.fromEntries(changed)
}

function distinct(fixes: readonly Fix[]): readonly Fix[] {
  return [...new Map(fixes.map((fix) => [JSON.stringify(fix.edits), fix])).values()]
}
