import type { IamConfig } from "../config/config.ts"
import { type Pointer, parent } from "../config/pointer.ts"
import { buildRole, type Role, type RoleOptions, traceRole } from "../role/build.ts"
import { cloudFormationChunks } from "./cloudformation.ts"
import { jsonChunks } from "./json.ts"
import { lineCount, type OutputPart, textOf } from "./roleParts.ts"
import { yamlChunks } from "./yaml.ts"

/** A way to write the role. */
export type OutputFormat = keyof typeof outputFormats

/** The formats, in the order of their tabs: what the tab says, and the name and type of the file. */
export const outputFormats = {
  yaml: { label: "YAML", file: "jets-iam-role.yml", mime: "application/yaml", chunks: yamlChunks },
  cloudformation: {
    label: "CloudFormation",
    file: "jets-iam-role.template.yml",
    mime: "application/yaml",
    chunks: cloudFormationChunks,
  },
  json: {
    label: "JSON",
    file: "jets-iam-role.json",
    mime: "application/json",
    chunks: jsonChunks,
  },
} as const satisfies Record<
  string,
  { label: string; file: string; mime: string; chunks: (role: Role) => readonly OutputPart[] }
>

/** Whether a text is the name of a format. */
export function isOutputFormat(name: string): name is OutputFormat {
  return Object.hasOwn(outputFormats, name)
}

/** The output of settings, part by part, in order: see createRoleParts. */
export function outputParts(
  format: OutputFormat,
  config: IamConfig,
  options: RoleOptions = {},
): readonly OutputPart[] {
  return outputFormats[format].chunks(buildRole(config, options))
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
  parts: readonly OutputPart[],
  config: IamConfig,
  options: RoleOptions = {},
): readonly Source[] {
  const trace = traceRole(config, options)
  let first = 0
  return parts.map(({ text, at }) => {
    let place = at
    while (place && !trace.has(place)) place = parent(place)
    const source = { from: place ? trace.get(place) : undefined, first, lines: lineCount(text) }
    first += source.lines
    return source
  })
}

/** The output as one text, and for each of its lines the item in the settings that it comes from. */
export function renderOutput(
  format: OutputFormat,
  config: IamConfig,
  options: RoleOptions = {},
): { text: string; lines: readonly (Pointer | undefined)[] } {
  const parts = outputParts(format, config, options)
  const sources = sourcesOf(parts, config, options)
  return {
    text: textOf(parts),
    lines: sources.flatMap(({ from, lines }) => new Array<Pointer | undefined>(lines).fill(from)),
  }
}
