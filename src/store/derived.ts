import {
  buildRole,
  type Catalog,
  checkConfig,
  type Diagnostic,
  type Draft,
  formatConfig,
  type IamConfig,
  measureRole,
  type OutputFormat,
  type OutputPart,
  outputParts,
  type Parsed,
  parseConfig,
  type RoleSize,
  type Scope,
} from "../policy/index.ts"

export type Derived = ReturnType<typeof createDerived>

/** What follows from the state, worked out once for each state and never stored. */
export function createDerived() {
  return {
    /** The settings in a text that a person types. */
    read: latest((text: string): Parsed<IamConfig> => parseConfig(text)),
    /** The settings as the JSON editor shows them while nobody typed them otherwise. */
    written: latest((config: IamConfig): string => formatConfig(config)),
    outputParts: latest(
      ({ config, baseline }: Draft, scope: Scope, format: OutputFormat): readonly OutputPart[] =>
        outputParts(format, config, { baseline, scope }),
    ),
    diagnostics: latest(({ config, baseline }: Draft, catalog: Catalog): readonly Diagnostic[] =>
      checkConfig(config, { baseline, catalog }),
    ),
    size: latest(
      ({ config, baseline }: Draft): RoleSize => measureRole(buildRole(config, { baseline })),
    ),
  }
}

/** Remembers the last answer, as long as the very same arguments are given. */
function latest<Args extends readonly unknown[], Result>(answer: (...args: Args) => Result) {
  let known: { args: Args; result: Result } | undefined
  return (...args: Args): Result => {
    if (!known?.args.every((arg, index) => arg === args[index]))
      known = { args, result: answer(...args) }
    return known.result
  }
}
