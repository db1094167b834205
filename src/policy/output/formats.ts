/** A way to write the settings or their role. */
export type OutputFormat = keyof typeof outputFormats

/** The formats, in the order of their tabs: what the tab says, and the name and type of the file (DESIGN 2.4). */
export const outputFormats = {
  yaml: { label: "YAML", file: "jets-iam-role.yml", mime: "application/yaml" },
  cloudformation: {
    label: "CloudFormation",
    file: "jets-iam-role.template.yml",
    mime: "application/yaml",
  },
  json: { label: "JSON", file: "jets-iam-role.json", mime: "application/json" },
  ruby: { label: "Ruby", file: "bootstrap.rb", mime: "text/plain" },
} as const satisfies Record<string, { label: string; file: string; mime: string }>

/** Whether a text is the name of a format. */
export function isOutputFormat(name: string): name is OutputFormat {
  return Object.hasOwn(outputFormats, name)
}
