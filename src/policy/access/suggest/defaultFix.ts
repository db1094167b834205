import { type DefaultSetting, type Draft, isPolicySetting } from "../../config/config.ts"
import { defaultStates, isKept, restoreEdits } from "../../config/defaults.ts"
import type { Fix } from "../../config/fix.ts"
import type { Catalog } from "../../iam/catalog.ts"
import { isList } from "../../iam/document.ts"
import { accessOf } from "./draftAccess.ts"
import type { DeniedRequest } from "./request.ts"

const lists = [
  "default_policy",
  "default_managed_policy",
  "default_vpc_policy",
] as const satisfies readonly DefaultSetting[]

const noDefaults = { default_policy: [], default_managed_policy: [], default_vpc_policy: [] }

/** The default that would allow the request and that an override lacks, with the fix that restores it. */
export function missingDefault(
  { config, baseline }: Draft,
  request: DeniedRequest,
  catalog: Catalog,
):
  | { readonly setting: DefaultSetting; readonly item: string; readonly fixes: readonly Fix[] }
  | undefined {
  for (const setting of lists) {
    if (!Object.hasOwn(config, setting)) continue
    const missing = defaultStates(config, setting, baseline).find(
      (state) => !isKept(state) && allows(setting, state.item, request, catalog),
    )
    if (!missing) continue
    const { item } = missing
    const edits = isList(config[setting]) ? restoreEdits(config, setting, baseline, [item]) : []
    return { setting, item, fixes: edits.length > 0 ? [{ title: `Restore ${item}`, edits }] : [] }
  }
  return undefined
}

/** Whether a default alone allows a request. */
function allows(
  setting: DefaultSetting,
  item: string,
  request: DeniedRequest,
  catalog: Catalog,
): boolean {
  const alone = isPolicySetting(setting) ? { policy: [item] } : { managed_policy: [item] }
  const draft: Draft = { config: { ...noDefaults, ...alone }, baseline: "docs" }
  return accessOf(draft, catalog).decide(request).decision === "Allowed"
}
