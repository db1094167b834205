import { type IamConfig, policySettings } from "../config/config.ts"
import { policyItems } from "../config/item.ts"
import { type Pointer, parent, pointerKeys } from "../config/pointer.ts"
import { type InlinePolicy, isList, isObject, type JsonValue } from "../iam/document.ts"
import { buildRole, type RoleOptions, traceRole } from "./build.ts"
import { characters, documentCharacters } from "./measure.ts"

/** What an item adds to the characters of the inline policies. */
export interface ItemSize {
  /** The item's place in the settings. */
  readonly at: Pointer
  readonly characters: number
}

/**
 * The characters that each item of the policy lists adds to the inline policies, the most first. The brackets,
 * the versions and the names around them are no item's.
 */
export function measureItems(config: IamConfig, options: RoleOptions = {}): readonly ItemSize[] {
  const sizes = new Map<Pointer, number>()
  for (const setting of policySettings)
    for (const { at } of policyItems(config, setting, options.baseline)) sizes.set(at, 0)
  const role = buildRole(config, options)
  for (const [place, from] of traceRole(config, options)) {
    const keys = pointerKeys(place)
    const [list, index] = keys
    const policy = list === "Policies" ? role.Policies[Number(index)] : undefined
    if (!policy) continue
    let at = from
    while (at !== "" && !sizes.has(at)) at = parent(at)
    const size =
      keys.length === 2 ? documentCharacters(policy) : characters(valueAt(policy, keys.slice(2)))
    sizes.set(at, (sizes.get(at) ?? 0) + size)
  }
  return [...sizes]
    .map(([at, size]) => ({ at, characters: size }))
    .filter((item) => item.characters > 0)
    .toSorted((one, other) => other.characters - one.characters)
}

function valueAt(policy: InlinePolicy, keys: readonly string[]): JsonValue {
  return keys.reduce<JsonValue>(
    (value, key) =>
      (isList(value) ? value[Number(key)] : isObject(value) ? value[key] : undefined) ?? null,
    { ...policy, PolicyDocument: policy.PolicyDocument ?? null },
  )
}
