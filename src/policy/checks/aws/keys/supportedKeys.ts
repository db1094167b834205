import { hasWildcard, parseAction } from "../../../iam/action.ts"
import { byText } from "../../remember.ts"
import { typesOf } from "../typesOf.ts"
import { indexKeys, type KeyIndex } from "./keyIndex.ts"

/**
 * The condition keys that AWS lists on an action without wildcards or on one of its resource types; undefined for
 * a pattern, and where the catalog can't tell.
 */
export const keysOfAction = byText((catalog, text): KeyIndex | undefined => {
  const parsed = parseAction(text)
  if (!parsed || hasWildcard(parsed.name)) return undefined
  const detail = catalog.details?.get(parsed.service)
  const action = detail?.actions.get(parsed.name)
  if (!detail || !action) return undefined
  const ofTypes = typesOf(parsed.service, detail, action).flatMap(
    ({ conditionKeys }) => conditionKeys,
  )
  const keys = new Set([...action.conditionKeys, ...ofTypes])
  return indexKeys(Array.from(keys, (key) => ({ key, type: "" })))
})
