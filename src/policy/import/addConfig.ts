import type { IamConfig } from "../config/config.ts"
import { equalityKey } from "../config/equal.ts"
import { listEntries } from "../config/item.ts"
import type { Scope } from "../role/build.ts"

const customSettings = ["policy", "managed_policy"] as const

/**
 * The settings before with the items of `policy` and `managed_policy` that they don't have yet after their own, in
 * order. The defaults stay: whoever adds doesn't mean to take something away. Nothing new gives `before` itself.
 */
export function addConfig(before: IamConfig, added: IamConfig): IamConfig {
  const changes = customSettings.flatMap((setting) => {
    const own = listEntries(before, setting).map(({ value }) => value)
    const known = new Set(own.map(equalityKey))
    const more = listEntries(added, setting).filter(({ value }) => {
      const count = known.size
      return known.add(equalityKey(value)).size > count
    })
    return more.length > 0 ? [[setting, [...own, ...more.map(({ value }) => value)]] as const] : []
  })
  return changes.length > 0 ? { ...before, ...Object.fromEntries(changes) } : before
}

/** The settings that come in the place of those before. "custom": they say nothing about the defaults, which stay. */
export function replaceConfig(
  before: IamConfig,
  config: IamConfig,
  scope: Scope = "whole",
): IamConfig {
  if (scope === "whole") return config
  const { policy: _policy, managed_policy: _managed, ...others } = before
  return { ...config, ...others }
}
