import type { Diagnostic, Severity } from "../policy/index.ts"

/** So many problems of one kind are listed without asking. */
const shown = { error: 20, security: 3, warning: 3, info: 3 } as const satisfies Record<
  Severity,
  number
>
/** So many are listed at all: nobody reads more, and each costs time at every key. */
const most = 300

/** Problems of one kind, in their order, those that stand behind "more" apart. */
export interface Group {
  readonly first: Diagnostic
  readonly all: readonly Diagnostic[]
  readonly shown: readonly Diagnostic[]
  readonly more: readonly Diagnostic[]
}

/** The problems by code and severity: many of a kind must not bury the others. */
export function groupsOf(
  diagnostics: readonly Diagnostic[],
  kind: Severity | undefined,
): readonly Group[] {
  const groups = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const { code, severity } = diagnostic
    if (kind && severity !== kind) continue
    const name = `${severity} ${code}`
    const group = groups.get(name)
    if (group) group.push(diagnostic)
    else groups.set(name, [diagnostic])
  }
  return [...groups.values()].flatMap((all) => {
    const [first] = all
    if (!first) return []
    // One more row would take the place of "1 more".
    const few = shown[first.severity]
    const number = all.length <= few + 1 ? all.length : few
    return [{ first, all, shown: all.slice(0, number), more: all.slice(number, most) }]
  })
}
