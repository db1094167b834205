import type { Draft } from "../config/config.ts"
import type { Pointer } from "../config/pointer.ts"
import { isEveryAction, parseAction } from "../iam/action.ts"
import type { AccessLevel, Catalog } from "../iam/catalog.ts"
import { patternCovers } from "../iam/wildcard.ts"
import { narrowTarget } from "./narrowTarget.ts"
import { wantedActions } from "./narrowWanted.ts"

/** An action of AWS with its service: `s3:GetObject`. */
export interface AllowedAction {
  readonly action: string
  readonly level: AccessLevel
}

/** What of an item can be chosen when it is narrowed. */
export interface NarrowOffer {
  /** The item or the action as written; "" where there is nothing to narrow. */
  readonly written: string
  /** What it allows today, as far as the catalog knows. */
  readonly allowed: readonly AllowedAction[]
  /** What of it Jets uses (jets-defaults.json); empty where that isn't known. */
  readonly jets: readonly string[]
}

/** What narrowItem can keep of the item or action at `at` (DESIGN 6.1). */
export function narrowOffer(draft: Draft, at: Pointer, catalog: Catalog): NarrowOffer {
  const target = narrowTarget(draft, at)
  if (typeof target === "string") return { written: "", allowed: [], jets: [] }
  const { written, action } = target
  const jets = wantedActions(action, { narrow: "jets" }, catalog)
  return {
    written,
    allowed: allowedBy(action, catalog),
    jets: typeof jets === "string" ? [] : jets.actions,
  }
}

function allowedBy(text: string, { actions }: Catalog): readonly AllowedAction[] {
  const all = isEveryAction(text)
  const pattern = parseAction(text)
  const services = all ? [...(actions?.keys() ?? [])] : [pattern?.service ?? ""]
  return services.flatMap((service) =>
    Array.from(actions?.get(service) ?? [])
      .filter(([key]) => all || (pattern && patternCovers(pattern.name, key)))
      .map(([, { name, level }]) => ({ action: `${service}:${name}`, level })),
  )
}
