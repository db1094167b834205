import type { IamConfig } from "../config/config.ts"
import { type Pointer, parent } from "../config/pointer.ts"
import { buildRole, type Role, type RoleOptions, traceRole } from "../role/build.ts"
import { cloudFormationChunks } from "./cloudformation.ts"
import type { OutputFormat } from "./formats.ts"
import { jsonChunks } from "./json.ts"
import { lineCount, type OutputPart, textOf } from "./roleParts.ts"
import { rubyParts } from "./ruby.ts"
import { yamlChunks } from "./yaml.ts"

/** Writes the role of each format; Ruby is of the settings. */
const writers: Readonly<
  Record<Exclude<OutputFormat, "ruby">, (role: Role) => readonly OutputPart[]>
> = { yaml: yamlChunks, cloudformation: cloudFormationChunks, json: jsonChunks }

/** The output of settings, part by part, in order: see createRoleParts. */
export function outputParts(
  format: OutputFormat,
  config: IamConfig,
  options: RoleOptions = {},
): readonly OutputPart[] {
  return format === "ruby" ? rubyParts(config) : writers[format](buildRole(config, options))
}

/** Some lines of an output and the place in the settings that they come from; those of a frame have none. */
export interface Source {
  readonly from: Pointer | undefined
  /** The first line, from 0. */
  readonly first: number
  readonly lines: number
}

/** Where the lines of the settings' output come from, part by part: the place that made it, or made what is around it. */
export function sourcesOf(
  format: OutputFormat,
  parts: readonly OutputPart[],
  config: IamConfig,
  options: RoleOptions = {},
): readonly Source[] {
  const sourceOf = format === "ruby" ? itself : tracedBy(traceRole(config, options))
  let first = 0
  return parts.map(({ text, at }) => {
    const source = { from: sourceOf(at), first, lines: lineCount(text) }
    first += source.lines
    return source
  })
}

/** Ruby's parts have their places in the settings; a list as a whole is no item. */
const itself = (at: Pointer | undefined) => (at && parent(at) !== "" ? at : undefined)

function tracedBy(trace: ReadonlyMap<Pointer, Pointer>) {
  return (at: Pointer | undefined): Pointer | undefined => {
    let place = at
    while (place && !trace.has(place)) place = parent(place)
    return place ? trace.get(place) : undefined
  }
}

/** The output as one text, and for each of its lines the item in the settings that it comes from. */
export function renderOutput(
  format: OutputFormat,
  config: IamConfig,
  options: RoleOptions = {},
): { text: string; lines: readonly (Pointer | undefined)[] } {
  const parts = outputParts(format, config, options)
  const sources = sourcesOf(format, parts, config, options)
  return {
    text: textOf(parts),
    lines: sources.flatMap(({ from, lines }) => new Array<Pointer | undefined>(lines).fill(from)),
  }
}
