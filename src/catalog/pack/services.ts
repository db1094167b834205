import type { AccessLevel, CatalogManagedPolicy, CatalogService } from "../../policy/index.ts"

/** What `data/services.json` holds: one column a property, a service at the same index in each. */
export interface PackedServices {
  /** The day of the AWS data, as YYYY-MM-DD. */
  readonly date: string
  readonly names: readonly string[]
  /** A prefix as it is, or the separator ("" or "-") with which the name's own words give it. */
  readonly prefixes: readonly string[]
  readonly actions: Readonly<Record<AccessLevel, readonly number[]>>
}

/** What `data/managedPolicies.json` holds: the names with their paths, sorted. */
export type PackedManagedPolicies = readonly string[]

// Half of the prefixes follow from the name, which saves 0.7 of 6.5 KB brotli: neither is a legal prefix.
const separators = ["", "-"]

function prefixFromName(name: string, separator: string): string {
  const words = name
    .replace(/^(Amazon|AWS) /, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  return (words ?? []).join(separator)
}

function cell<T>(column: readonly T[], row: number): T {
  const value = column[row]
  if (value === undefined) throw new RangeError(`services.json: a column ends before row ${row}`)
  return value
}

/** A record with one value for each of IAM's access levels. */
export function byAccessLevel<T>(value: (level: AccessLevel) => T): Record<AccessLevel, T> {
  return {
    List: value("List"),
    Read: value("Read"),
    Tagging: value("Tagging"),
    Write: value("Write"),
    "Permissions management": value("Permissions management"),
  }
}

/** The services of the day `date` (YYYY-MM-DD) in their compact form, in the order given. */
export function packServices(date: string, services: readonly CatalogService[]): PackedServices {
  return {
    date,
    names: services.map(({ name }) => name),
    prefixes: services.map(
      ({ name, prefix }) =>
        separators.find((separator) => prefixFromName(name, separator) === prefix) ?? prefix,
    ),
    actions: byAccessLevel((level) => services.map(({ actions }) => actions[level])),
  }
}

/**
 * What `packServices` was given, as the catalog has it: by prefix in lower case, in the same order. Throws
 * a RangeError if the columns are of different length.
 */
export function unpackServices(packed: PackedServices): {
  readonly date: string
  readonly services: ReadonlyMap<string, CatalogService>
} {
  const services = packed.names.map((name, row): [string, CatalogService] => {
    const written = cell(packed.prefixes, row)
    const prefix = separators.includes(written) ? prefixFromName(name, written) : written
    const actions = byAccessLevel((level) => cell(packed.actions[level], row))
    return [prefix.toLowerCase(), { prefix, name, actions }]
  })
  return { date: packed.date, services: new Map(services) }
}

/** The managed policies in their compact form, whatever their order. */
export function packManagedPolicies(
  policies: readonly CatalogManagedPolicy[],
): PackedManagedPolicies {
  return policies.map(({ name }) => name).sort()
}

/** What `packManagedPolicies` was given, as the catalog has it: by name, sorted. */
export function unpackManagedPolicies(
  packed: PackedManagedPolicies,
): ReadonlyMap<string, CatalogManagedPolicy> {
  return new Map(packed.map((name) => [name, { name }]))
}
