import type { Node } from "../source/prism.ts"
import type { SourceText } from "../source/sourceText.ts"
import type { Budget } from "../value/budget.ts"
import type { Operators } from "../value/operators.ts"
import type { Spot, Unreadable, Value } from "../value/value.ts"
import type { State } from "./state.ts"

/** One text being read: where, what its names stand for, and how a part of it is read. */
export interface Reading {
  readonly source: SourceText
  readonly state: State
  readonly budget: Budget
  readonly operators: Operators
  /** Says spots, whether a setting uses them or not. */
  readonly report: (spots: readonly Spot[]) => void
  /** Any value, the objects on the way to the settings included. */
  readonly evaluate: (node: Node) => Value
  /** A value that a setting can hold. */
  readonly data: (node: Node) => Value
  /** What isn't read, and is never run: what it may change is in doubt from here on. */
  readonly unknown: (node: Node, why?: Spot["why"]) => Unreadable
  /** Statements, one after the other. */
  readonly run: (node: Node) => void
}
