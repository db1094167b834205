import type { CatalogConditionKey } from "../../../iam/catalog.ts"
import { namesNear } from "../../nearest.ts"
import { once } from "../../remember.ts"

interface Candidate {
  /** The name behind the prefix, without the free part, in lower case. */
  readonly name: string
  readonly key: string
  readonly isFree: boolean
}

/** The names of keys by what they begin with: `resourcetag` of `aws:ResourceTag/${TagKey}`. */
const candidatesOf = once(
  (keys: ReadonlyMap<string, CatalogConditionKey>): ReadonlyMap<string, Candidate> =>
    new Map(
      Array.from(keys.values(), ({ key }): [string, Candidate] => {
        const [start = ""] = key.split("/")
        const name = start.slice(start.indexOf(":") + 1)
        return [
          `${start.toLowerCase()}`,
          { name: name.toLowerCase(), key: start, isFree: start !== key },
        ]
      }),
    ),
)

/**
 * The keys that an unknown one of the same prefix most likely stands for, best first, two at most; what follows
 * its slash is kept.
 */
export function likelyKeys(
  written: string,
  keys: ReadonlyMap<string, CatalogConditionKey>,
): readonly string[] {
  const slash = written.indexOf("/")
  const start = slash < 0 ? written : written.slice(0, slash)
  const rest = slash < 0 ? "" : written.slice(slash)
  const prefix = start.slice(0, start.indexOf(":") + 1).toLowerCase()
  const wanted = start.slice(prefix.length).trim().toLowerCase()
  if (wanted.length > 60 || withName(written, keys) !== undefined) return []
  const candidates = [...candidatesOf(keys)].flatMap(([lower, candidate]) =>
    lower.startsWith(prefix) && candidate.isFree === rest.length > 1 ? [candidate] : [],
  )
  const byName = new Map(candidates.map((candidate) => [candidate.name, candidate]))
  const names = [...byName.keys()]
  const near = namesNear(wanted, names)
  return (near.length > 0 ? beginningFirst(wanted, near) : sharing(wanted, names))
    .slice(0, 2)
    .flatMap((name) => byName.get(name)?.key ?? [])
    .map((key) => `${key}${rest}`)
}

const beginningFirst = (wanted: string, names: readonly string[]) =>
  [...names].sort((a, b) => Number(b.startsWith(wanted)) - Number(a.startsWith(wanted)))

/** A key as an example of one that lacks the name it needs: `s3:ExistingObjectTag/name`. */
export function withName(
  written: string,
  keys: ReadonlyMap<string, CatalogConditionKey>,
): string | undefined {
  const bare = written.toLowerCase().replace(/[/:]$/, "")
  const known = namedBy(keys).get(bare)
  return known === undefined ? undefined : `${known}name`
}

/** The keys whose last part is free, without it, by that in lower case. */
const namedBy = once(
  (keys: ReadonlyMap<string, CatalogConditionKey>): ReadonlyMap<string, string> =>
    new Map(
      Array.from(keys.values()).flatMap(({ key }) => {
        const [, start] = /^(.*[/:])(?:\$\{[^}]*\}|<[^>]*>|tag-key)$/.exec(key) ?? []
        return start === undefined ? [] : [[start.slice(0, -1).toLowerCase(), start] as const]
      }),
    ),
)

/** Names that hold the wanted one, or that it begins with, those of the principal and the nearest in length first. */
function sharing(wanted: string, names: readonly string[]): readonly string[] {
  if (wanted.length < 4) return []
  const rank = (name: string) =>
    Math.abs(name.length - wanted.length) - (name.startsWith("principal") ? 20 : 0)
  return names
    .filter((name) => name.includes(wanted) || (name.length > 3 && wanted.startsWith(name)))
    .sort((a, b) => rank(a) - rank(b))
}
