import type { Catalog, CatalogServiceDetail } from "../../../iam/catalog.ts"
import { byText, once } from "../../remember.ts"
import { indexKeys, type KeyIndex, type KnownKey } from "./keyIndex.ts"

/** What the catalog says of a condition key. */
export interface FoundKey {
  /**
   * global: `aws:…`, or a key of every session such as `lambda:SourceFunctionArn`; service: the prefix is a
   * service's; other: an identity provider's; none: nobody's.
   */
  readonly scope: "global" | "service" | "other" | "none"
  readonly known: KnownKey | undefined
}

/** What the catalog says of a key in lower case; undefined where it can't tell. */
export const keyOf = byText((catalog, lowerKey): FoundKey | undefined => {
  const { services, globalKeys, otherKeyPrefixes } = catalog
  const prefix = prefixOf(lowerKey)
  if (!prefix || !globalKeys) return undefined
  const ofSession = globalIndex(globalKeys)(lowerKey)
  if (ofSession || prefix === "aws")
    return isOpen(ofSession, lowerKey) ? undefined : { scope: "global", known: ofSession }
  if (!services) return undefined
  const ofService = keysOfService(catalog, prefix)?.(lowerKey) ?? foreignKeys(catalog)?.(lowerKey)
  if (ofService) return { scope: services.has(prefix) ? "service" : "other", known: ofService }
  if (isOpen(ofService, lowerKey)) return undefined
  if (services.has(prefix))
    return catalog.details?.has(prefix) ? { scope: "service", known: undefined } : undefined
  if (!otherKeyPrefixes) return undefined
  const isOther = otherKeyPrefixes.has(prefix) || prefix.includes(".")
  return { scope: isOther ? "other" : "none", known: undefined }
})

/** What stands before a key's first colon; undefined where nothing does. */
export function prefixOf(key: string): string | undefined {
  const colon = key.indexOf(":")
  return colon > 0 && colon < key.length - 1 ? key.slice(0, colon) : undefined
}

/** Ruby or CloudFormation fills in a part of the key, and it may become one that AWS knows. */
const isOpen = (known: KnownKey | undefined, key: string) => !known && /[$#]\{/.test(key)

const globalIndex = once((keys: NonNullable<Catalog["globalKeys"]>) => indexKeys(keys.values()))

const serviceIndex = once(
  (detail: CatalogServiceDetail): KeyIndex => indexKeys(detail.conditionKeys.values()),
)

function keysOfService({ details }: Catalog, prefix: string): KeyIndex | undefined {
  const detail = details?.get(prefix)
  return detail && serviceIndex(detail)
}

/** The keys that services list under another prefix than their own: `ec2:osuser` of EC2 Instance Connect. */
function foreignKeys({ details }: Catalog): KeyIndex | undefined {
  return details && foreignIndex(details)
}

const foreignIndex = once((details: NonNullable<Catalog["details"]>) =>
  indexKeys(
    Array.from(details, ([service, { conditionKeys }]) =>
      [...conditionKeys.values()].filter(({ key }) => {
        const prefix = prefixOf(key.toLowerCase())
        return prefix !== service && prefix !== "aws"
      }),
    ).flat(),
  ),
)
