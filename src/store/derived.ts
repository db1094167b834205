import {
  type BaselineName,
  buildRole,
  type Catalog,
  type CatalogNeeds,
  comparable,
  type compareParts,
  type Diagnostic,
  type Draft,
  formatConfig,
  type IamConfig,
  type LineChange,
  type measureRole,
  type OutputFormat,
  type OutputPart,
  type outputParts,
  type Parsed,
  type Role,
  type RoleSize,
  type Scope,
  yamlParts,
} from "../policy/index.ts"
import type { Checks } from "./checks.ts"
import type { Accepted } from "./state.ts"
import { writers } from "./writers.ts"

export type Derived = ReturnType<typeof createDerived>

/** A finding that the person accepts, and why. */
export interface AcceptedDiagnostic extends Accepted {
  readonly diagnostic: Diagnostic
}

/** What the checks say, without and with what the person accepts. */
export interface Judged {
  readonly open: readonly Diagnostic[]
  readonly accepted: readonly AcceptedDiagnostic[]
}

/** Reads the settings in a text: `parseConfig`, where texts are typed. */
type Parse = (text: string) => Parsed<IamConfig>

/**
 * What follows from the state, worked out once for each state and never stored. Code that a page doesn't need
 * to stand is handed in by whoever has it.
 */
export function createDerived(parse: Parse) {
  const output = latest(partsOf)
  const baseOutput = latest(partsOf)
  return {
    /** The settings in a text that a person types. */
    read: latest(parse),
    /** The settings as the JSON editor shows them while nobody typed them otherwise. */
    written: latest((config: IamConfig): string => formatConfig(config)),
    /** The parts of an output; none of another format than YAML, until its code has come. */
    outputParts: (draft: Draft, scope: Scope, format: OutputFormat): readonly OutputPart[] =>
      output(writerOf(format), draft, scope, format),
    diagnostics: latest(
      (
        { checkConfig }: Checks,
        { config, baseline }: Draft,
        catalog: Catalog,
      ): readonly Diagnostic[] => checkConfig(config, { baseline, catalog }),
    ),
    /** What the checks of the settings need of AWS's catalog and don't have yet. */
    catalogWanted: latest(
      ({ catalogNeeds }: Checks, config: IamConfig, catalog: Catalog): CatalogNeeds =>
        catalogNeeds(config, catalog),
    ),
    /** What is left to look at of what the checks say, and what the person accepted. */
    judged: latest(
      (
        { identities }: Checks,
        config: IamConfig,
        found: readonly Diagnostic[],
        accepted: readonly Accepted[],
      ): Judged => {
        if (accepted.length === 0) return { open: found, accepted: [] }
        const reasons = new Map(accepted.map(({ identity, reason }) => [identity, reason]))
        const open: Diagnostic[] = []
        const left: AcceptedDiagnostic[] = []
        for (const [index, identity] of identities(config, found).entries()) {
          const diagnostic = found[index]
          const reason = reasons.get(identity)
          if (!diagnostic) continue
          if (reason === undefined || diagnostic.severity === "error") open.push(diagnostic)
          else left.push({ diagnostic, identity, reason })
        }
        return { open, accepted: left }
      },
    ),
    /** What a preview says: no fixes, and of a review only what its base doesn't have. */
    previewDiagnostics: latest(
      (
        { checkConfig, newDiagnostics }: Checks,
        draft: Draft,
        base: Draft | undefined,
        catalog: Catalog,
      ): readonly Diagnostic[] => {
        const { config, baseline } = draft
        const found = base
          ? newDiagnostics(base, draft, catalog)
          : checkConfig(config, { baseline, catalog })
        return found.map(({ fixes: _fixes, ...said }) => said)
      },
    ),
    /** How the output differs, line by line, from that of a base (by default Jets' own). */
    changes: latest(
      (
        compare: typeof compareParts,
        draft: Draft,
        base: Draft | undefined,
        scope: Scope,
      ): readonly LineChange[] => {
        const of = (one: Draft) => partsOf(undefined, one, scope, "yaml")
        const before = of(base ?? { config: {}, baseline: draft.baseline })
        const after = of(draft)
        return compare(comparable(before, after), comparable(after, before))
      },
    ),
    /** The parts of the output that another one is compared with: a base's, by default Jets' own. */
    baseParts: (
      base: Draft | undefined,
      baseline: BaselineName,
      scope: Scope,
      format: OutputFormat,
    ): readonly OutputPart[] =>
      baseOutput(writerOf(format), base ?? jetsOwn(baseline), scope, format),
    /** The whole role, and that of what it is compared with: by default Jets' own. */
    role: latest(({ config, baseline }: Draft): Role => buildRole(config, { baseline })),
    baseRole: latest(
      (base: Draft | undefined, baseline: BaselineName): Role =>
        base ? buildRole(base.config, { baseline: base.baseline }) : buildRole({}, { baseline }),
    ),
    size: latest(
      (measure: typeof measureRole, { config, baseline }: Draft): RoleSize =>
        measure(buildRole(config, { baseline })),
    ),
  }
}

/** Jets' own settings of a version: the same object each time. */
const jetsOwn = (baseline: BaselineName): Draft => jetsDrafts[baseline]

const jetsDrafts: Readonly<Record<BaselineName, Draft>> = {
  docs: { config: {}, baseline: "docs" },
  "6.0.5": { config: {}, baseline: "6.0.5" },
}

const writerOf = (format: OutputFormat) =>
  format === "yaml" ? undefined : writers.getState().code?.outputParts

function partsOf(
  write: typeof outputParts | undefined,
  { config, baseline }: Draft,
  scope: Scope,
  format: OutputFormat,
): readonly OutputPart[] {
  const options = { baseline, scope }
  return format === "yaml" ? yamlParts(config, options) : (write?.(format, config, options) ?? [])
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
