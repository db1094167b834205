import type { Catalog } from "../policy/index.ts"
import { detailedActions } from "./actionDetails.ts"
import { type Choice, withBlanks } from "./choice.ts"
import { readQuery } from "./match.ts"

/**
 * The resources that the actions of a statement take: the ARN forms of their resource types, with blanks to fill
 * (`arn:aws:s3:::<BucketName>/<ObjectName>`; see `withBlanks`), those of most actions first, then the shorter, and
 * "*" at the end if one of them takes only that. `query`: words that the ARN or the type holds, in any order and case. Actions
 * may be patterns; those whose service's detail isn't loaded are left out.
 */
export function searchResources(
  catalog: Catalog,
  actions: Iterable<string>,
  query: string,
  limit = 50,
): readonly Choice[] {
  const known = detailedActions(catalog, actions)
  const forms = new Map<string, { type: string; count: number }>()
  for (const { service, detail } of known) {
    const types = catalog.details?.get(service)?.resourceTypes
    for (const { key } of detail.resourceTypes)
      for (const arn of types?.get(key)?.arns ?? []) {
        const form = forms.get(arn) ?? { type: key, count: 0 }
        forms.set(arn, { ...form, count: form.count + 1 })
      }
  }
  const { words } = readQuery(query)
  const choices = [...forms]
    .sort(([one, a], [other, b]) => b.count - a.count || one.length - other.length)
    .map(([arn, { type, count }]): Choice => {
      const value = withBlanks(arn)
      const fits = known.length > 1 ? `, ${count} of ${known.length} actions` : ""
      return { value, label: value, detail: type + fits }
    })
  return [...choices, ...starChoice(known)]
    .filter(({ value, detail = "" }) => {
      const text = `${value} ${detail}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
    .slice(0, limit)
}

/** "*", if an action can't have anything else. */
function starChoice(known: ReturnType<typeof detailedActions>): readonly Choice[] {
  const count = known.filter(({ detail }) => detail.resourceTypes.length === 0).length
  if (count === 0) return []
  const whose = known.length === 1 ? "the action" : `${count} of ${known.length} actions`
  return [{ value: "*", label: "*", detail: `all that ${whose} can take` }]
}
