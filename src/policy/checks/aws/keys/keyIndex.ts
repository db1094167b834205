import type { CatalogConditionKey } from "../../../iam/catalog.ts"
import type { OperatorType } from "../../../iam/condition.ts"

/** A condition key of the catalog as checks need it. */
export interface KnownKey {
  /** As AWS writes it. */
  readonly key: string
  /** The type of its operators; undefined where IAM has none of that name. */
  readonly type: OperatorType | undefined
  /** Whether a request can have several values of it. */
  readonly isMultivalued: boolean
  /** Whether a part of its name is free: a tag's key, the name of an encryption context. */
  readonly isFree: boolean
}

/** Finds a key that is written in lower case. */
export type KeyIndex = (lowerKey: string) => KnownKey | undefined

/** What stands for any text in a key: `${TagKey}`, `<key>`, `tag-key`. */
const blank = /\$\{[^}]*\}|<[^>]*>|tag-key/

/** The keys of a list, ready to be found whatever their free parts are. */
export function indexKeys(keys: Iterable<CatalogConditionKey>): KeyIndex {
  const exact = new Map<string, KnownKey>()
  const free: { readonly head: string; readonly tail: string; readonly key: KnownKey }[] = []
  for (const { key, type } of keys) {
    const lower = key.toLowerCase()
    const pieces = lower.split(blank)
    const [head = "", tail = ""] = [pieces[0], pieces.at(-1)]
    const isFree = pieces.length > 1
    const known: KnownKey = { key, ...typeOf(type), isFree }
    if (isFree) free.push({ head, tail, key: known })
    else exact.set(lower, known)
  }
  free.sort((a, b) => b.head.length + b.tail.length - a.head.length - a.tail.length)
  return (lowerKey) =>
    exact.get(lowerKey) ??
    free.find(
      ({ head, tail }) =>
        lowerKey.length > head.length + tail.length &&
        lowerKey.startsWith(head) &&
        lowerKey.endsWith(tail),
    )?.key
}

const types: ReadonlyMap<string, OperatorType> = new Map([
  ["String", "String"],
  ["Numeric", "Numeric"],
  ["Date", "Date"],
  ["Bool", "Bool"],
  ["IPAddress", "IpAddress"],
  ["ARN", "Arn"],
])

function typeOf(written: string): Pick<KnownKey, "type" | "isMultivalued"> {
  const isMultivalued = written.startsWith("ArrayOf")
  return {
    type: types.get(isMultivalued ? written.slice("ArrayOf".length) : written),
    isMultivalued,
  }
}
