import {
  baselines,
  below,
  type Draft,
  isList,
  isSetting,
  type JsonValue,
  type OutputPart,
  type Pointer,
  parent,
  pointerKeys,
  type Scope,
  traceRole,
} from "../policy/index.ts"

/**
 * The item that a place in the settings is or lies in, as listEntries gives its place: of an absent list one of
 * Jets' defaults. A whole list is no item.
 */
export function itemAt({ config, baseline }: Draft, place: Pointer): Pointer | undefined {
  const [setting = "", ...keys] = pointerKeys(place)
  if (!isSetting(setting)) return undefined
  const absent = !Object.hasOwn(config, setting)
  let value: JsonValue | undefined = absent ? baselines[baseline][setting] : config[setting]
  let at = below("", setting)
  if (!isList(value)) return undefined
  for (const key of keys) {
    if (!isList(value)) break
    value = value[Number(key)]
    at = below(at, key)
  }
  return isList(value) || value === undefined || value === null ? undefined : at
}

/** Some lines of an output and the place in the settings that they come from; those of a frame have none. */
export interface Source {
  readonly from: Pointer | undefined
  /** The first line, from 0. */
  readonly first: number
  readonly lines: number
}

/** Where an output's lines come from, part by part: the same as renderOutput's lines, without writing it again. */
export function sourcesOf(
  { config, baseline }: Draft,
  scope: Scope,
  parts: readonly OutputPart[],
): readonly Source[] {
  const trace = traceRole(config, { baseline, scope })
  let first = 0
  return parts.map(({ text, at }) => {
    let place = at
    while (place && !trace.has(place)) place = parent(place)
    const source = { from: place ? trace.get(place) : undefined, first, lines: linesIn(text) }
    first += source.lines
    return source
  })
}

function linesIn(text: string): number {
  let lines = 0
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++
  return lines
}
