import { hasWildcard, parseAction } from "../../../iam/action.ts"
import type { CatalogActionDetail, CatalogServiceDetail } from "../../../iam/catalog.ts"
import { patternCovers } from "../../../iam/wildcard.ts"
import { byText } from "../../remember.ts"
import { typesOf } from "../typesOf.ts"
import { type ArnForm, formsOfType } from "./arnForm.ts"

/** The resources that an action, or all that a pattern matches, can name. */
export interface ActionForms {
  readonly isPattern: boolean
  /** The forms of their ARNs; none: `*` alone. */
  readonly forms: readonly ArnForm[]
  /** Whether AWS marks one of the action's resource types as required. */
  readonly requiresResource: boolean
}

/** Longer patterns match no action. */
const longest = 200

/** What the actions of a text can name; undefined where the catalog can't tell. */
export const formsOfAction = byText((catalog, text): ActionForms | undefined => {
  const parsed = text.length > longest ? undefined : parseAction(text)
  const detail = parsed && catalog.details?.get(parsed.service)
  if (!detail || /[$#]\{/.test(text)) return undefined
  const isPattern = hasWildcard(parsed.name)
  const action = isPattern ? undefined : detail.actions.get(parsed.name)
  const actions = isPattern ? matching(detail, parsed.name) : action && [action]
  if (!actions || actions.length === 0) return undefined
  const forms = new Set<ArnForm>()
  for (const type of new Set(actions.flatMap((action) => typesOf(parsed.service, detail, action))))
    for (const form of formsOfType(type)) forms.add(form)
  const takesResource = actions.some(({ resourceTypes }) => resourceTypes.length > 0)
  if (takesResource && forms.size === 0) return undefined
  const requiresResource = actions.some(({ resourceTypes }) =>
    resourceTypes.some(({ required }) => required),
  )
  return { isPattern, forms: [...forms], requiresResource }
})

function matching(
  { actions }: CatalogServiceDetail,
  pattern: string,
): readonly CatalogActionDetail[] {
  return [...actions].flatMap(([name, action]) => (patternCovers(pattern, name) ? [action] : []))
}
