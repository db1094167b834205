import type { IamConfig } from "../config/config.ts"
import { type Pointer, parent } from "../config/pointer.ts"
import { buildRole, type Role, type RoleOptions, traceRole } from "../role/build.ts"
import { cloudFormationChunks } from "./cloudformation.ts"
import { jsonChunks } from "./json.ts"
import type { OutputPart } from "./roleParts.ts"
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

/** The output as one text, and for each of its lines the item in the settings that it comes from. */
export function renderOutput(
  format: OutputFormat,
  config: IamConfig,
  options: RoleOptions = {},
): { text: string; lines: readonly (Pointer | undefined)[] } {
  const parts = outputParts(format, config, options)
  const trace = traceRole(config, options)
  return {
    text: parts.map((part) => part.text).join(""),
    lines: parts.flatMap(({ text, at }) => {
      const from = at === undefined ? undefined : nearest(trace, at)
      return Array.from(text.matchAll(/\n/g), () => from)
    }),
  }
}

/** What made the part, or the nearest one around it. */
function nearest(trace: ReadonlyMap<Pointer, Pointer>, at: Pointer): Pointer | undefined {
  const from = trace.get(at)
  return from === undefined && at !== "" ? nearest(trace, parent(at)) : from
}
