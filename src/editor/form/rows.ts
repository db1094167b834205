import {
  type Diagnostic,
  type IamConfig,
  isPolicySetting,
  type JsonValue,
  listEntries,
  type Pointer,
  parent,
  type Setting,
  type Severity,
  severities,
  toPolicyItem,
} from "../../policy/index.ts"

/** What a list's row shows: a value, its place, and its index among the list's items as edits count it. */
export interface Row {
  readonly at: Pointer
  readonly value: JsonValue
  readonly index: number
}

/** All rows of a setting as written. What no list can use has a row too, so that it can be seen and mended. */
export function rowsOf(config: IamConfig, setting: Setting): readonly Row[] {
  if (!Object.hasOwn(config, setting)) return []
  let index = 0
  return listEntries(config, setting).map(({ at, value }) => {
    const row = { at, value, index }
    if (isUsable(setting, value)) index += 1
    return row
  })
}

/** Whether a list can use the value, so that edits count it. */
export function isUsable(setting: Setting, value: JsonValue): boolean {
  return isPolicySetting(setting)
    ? toPolicyItem(value, "") !== undefined
    : typeof value === "string"
}

/**
 * The worst that the checks say of each place or of something inside it. As long as that stays as it was, the
 * same map is given, so that no row looks again.
 */
export function createSeverities(): (
  diagnostics: readonly Diagnostic[],
) => ReadonlyMap<Pointer, Severity> {
  let known: ReadonlyMap<Pointer, Severity> = new Map()
  return (diagnostics) => {
    const found = severitiesOf(diagnostics)
    const isSame =
      found.size === known.size && [...found].every(([at, severity]) => known.get(at) === severity)
    if (!isSame) known = found
    return known
  }
}

function severitiesOf(diagnostics: readonly Diagnostic[]): ReadonlyMap<Pointer, Severity> {
  const worst = new Map<Pointer, Severity>()
  for (const { at: from, severity } of diagnostics) {
    // A note isn't worth a mark on a row.
    if (severity === "info") continue
    for (let at = from; at !== ""; at = parent(at)) {
      const known = worst.get(at)
      if (!known || severities.indexOf(severity) < severities.indexOf(known))
        worst.set(at, severity)
    }
  }
  return worst
}
