import type { CatalogConditionKey } from "../../policy/index.ts"

/** What `data/keysAndArns.json` holds. */
export interface PackedKeysAndArns {
  /** By the ARN's service field, what follows `arn:${Partition}:<service>:` in each form. */
  readonly arns: Readonly<Record<string, readonly string[]>>
  /** By type. */
  readonly globalKeys: Readonly<Record<string, readonly string[]>>
  readonly otherKeyPrefixes: readonly string[]
}

/** The parts of the catalog that need no service's detail. */
export interface KeysAndArns {
  readonly arnForms: ReadonlyMap<string, readonly string[]>
  readonly globalKeys: ReadonlyMap<string, CatalogConditionKey>
  readonly otherKeyPrefixes: ReadonlySet<string>
}

const opening = (service: string) => `arn:\${Partition}:${service}:`

/** ARN forms and keys of no service in their compact form. */
export function packKeysAndArns(parts: KeysAndArns): PackedKeysAndArns {
  const arns = Array.from(parts.arnForms, ([service, forms]): [string, string[]] => [
    service,
    forms.map((form) =>
      form.startsWith(opening(service)) ? form.slice(opening(service).length) : form,
    ),
  ])
  const keys = [...parts.globalKeys.values()]
  const types = new Set(keys.map(({ type }) => type))
  return {
    arns: Object.fromEntries(arns),
    globalKeys: Object.fromEntries(
      Array.from(types, (type) => [
        type,
        keys.filter((key) => key.type === type).map(({ key }) => key),
      ]),
    ),
    otherKeyPrefixes: [...parts.otherKeyPrefixes],
  }
}

/** What `packKeysAndArns` was given. */
export function unpackKeysAndArns(packed: PackedKeysAndArns): KeysAndArns {
  const arnForms = Object.entries(packed.arns).map(([service, forms]): [string, string[]] => [
    service,
    forms.map((form) => (form.startsWith("arn:") ? form : opening(service) + form)),
  ])
  const globalKeys = Object.entries(packed.globalKeys).flatMap(([type, keys]) =>
    keys.map((key): [string, CatalogConditionKey] => [key.toLowerCase(), { key, type }]),
  )
  return {
    arnForms: new Map(arnForms),
    globalKeys: new Map(globalKeys),
    otherKeyPrefixes: new Set(packed.otherKeyPrefixes),
  }
}
