import type { BaselineName, IamConfig } from "../config/config.ts"
import type { Diagnostic, DiagnosticCode } from "../config/diagnostic.ts"
import { applyFix } from "../config/edit.ts"
import conformance from "./checks.json" with { type: "json" }

/** Settings, and the places where one code must be reported. */
export interface Row {
  readonly config: IamConfig
  readonly baseline?: BaselineName
  readonly expect: readonly string[]
  readonly count?: number
}

/** The recorded rows of all codes. */
export const checkRows: readonly {
  readonly code: string
  readonly severity: string
  readonly needsCatalog: boolean
  readonly row: Row
}[] = conformance.checks.flatMap(({ code, severity, needsCatalog, rows }) =>
  rows.map((row) => ({ code, severity, needsCatalog, row: JSON.parse(JSON.stringify(row)) })),
)

export const rowOptions = ({ baseline }: Row) => (baseline ? { baseline } : {})

/** The fixes of settings that leave their diagnostic, or bring an error, in words; none should. */
export function fixesThatFail(
  config: IamConfig,
  judge: (config: IamConfig) => readonly Diagnostic[],
): readonly string[] {
  const before = judge(config)
  return before.flatMap((one) =>
    (one.fixes ?? []).flatMap((fix) => {
      const after = judge(applyFix(config, fix))
      const name = `${one.code} at ${one.at}: ${fix.title}`
      const known = errors(before)
      const brought = [...errors(after)].filter(([code, count]) => count > (known.get(code) ?? 0))
      return [
        ...(after.some((other) => isSame(one, other)) ? [`${name} changes nothing`] : []),
        ...brought.map(([code]) => `${name} brings ${code}`),
      ]
    }),
  )
}

/**
 * Fixes put what was wrong in another place at times, so errors are counted by code, not by place. Restoring
 * adds to the role, so that quotas may be met.
 */
function errors(found: readonly Diagnostic[]): ReadonlyMap<DiagnosticCode, number> {
  const counts = new Map<DiagnosticCode, number>()
  for (const { code, severity } of found)
    if (severity === "error" && !code.endsWith("-quota"))
      counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}

const isSame = (a: Diagnostic, b: Diagnostic) =>
  a.code === b.code && a.at === b.at && a.subject === b.subject
