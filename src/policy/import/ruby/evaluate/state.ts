import type { Baseline } from "../../../config/baseline.ts"
import { type Setting, settings } from "../../../config/config.ts"
import type { Operators } from "../value/operators.ts"
import { type List, listValue, textValue, type Value } from "../value/value.ts"

/** What the text's names stand for while it is read. */
export interface State {
  /** A local variable; `depth` counts the blocks between, as Prism does. */
  readonly local: (name: string, depth: number) => Value | undefined
  readonly setLocal: (name: string, depth: number, value: Value) => void
  readonly constant: (name: string) => Value | undefined
  readonly setConstant: (name: string, value: Value) => void
  readonly setting: (setting: Setting) => Value
  /** What can't be read leaves the setting as it was; nil is an empty list. */
  readonly assign: (setting: Setting, value: Value) => void
  /** Whether the text assigned the setting or changed its list. */
  readonly isGiven: (setting: Setting) => boolean
  /** Runs with the variables of a block, which ends with them. */
  readonly inBlock: (run: () => void) => void
}

/** Begins with the baseline's lists; `use` is told each value that a setting held or was to hold. */
export function createState(
  baseline: Baseline,
  { spotsIn }: Operators,
  use: (value: Value) => void,
): State {
  const scopes = [new Map<string, Value>()]
  const constants = new Map<string, Value>()
  const values = new Map<Setting, Value>(
    settings.map((setting) => [setting, listOf(baseline[setting])]),
  )
  const assigned = new Set<Setting>()
  const current = (setting: Setting) => values.get(setting) ?? listValue([])
  const scopeAt = (depth: number) => scopes.at(-1 - depth)

  return {
    local: (name, depth) => scopeAt(depth)?.get(name),
    setLocal: (name, depth, value) => scopeAt(depth)?.set(name, value),
    constant: (name) => constants.get(name),
    setConstant: (name, value) => constants.set(name, value),
    setting: current,
    assign(setting, value) {
      // Of a list the items that can be read come in; of anything else the whole or nothing.
      if (value.type !== "list" && spotsIn(value).length > 0) return use(value)
      // What the value before had to say is said even if the new one replaces it.
      use(current(setting))
      const isNil = value.type === "scalar" && value.value === null
      values.set(setting, isNil ? listValue([], value.doubts) : value)
      assigned.add(setting)
    },
    isGiven(setting) {
      const value = current(setting)
      return assigned.has(setting) || (value.type === "list" && value.changed)
    },
    inBlock(run) {
      scopes.push(new Map())
      run()
      scopes.pop()
    },
  }
}

function listOf(texts: readonly string[]): List {
  return listValue(texts.map((text) => textValue(text)))
}
