import type { JsonValue } from "../iam/document.ts"
import type { BaselineName, Setting } from "./config.ts"
import type { Pointer } from "./pointer.ts"

/**
 * A change of the settings as plain data; each names the function of edit.ts, or of editInside.ts for the parts
 * of an item, that carries it out.
 */
export type Edit =
  | {
      readonly edit: "add"
      readonly setting: Setting
      readonly item: JsonValue
      readonly index?: number
    }
  | { readonly edit: "replace"; readonly at: Pointer; readonly item: JsonValue }
  | { readonly edit: "remove"; readonly at: Pointer }
  | { readonly edit: "move"; readonly at: Pointer; readonly index: number }
  | { readonly edit: "set"; readonly at: Pointer; readonly value: JsonValue }
  | { readonly edit: "unset"; readonly at: Pointer }
  | { readonly edit: "rename"; readonly at: Pointer; readonly key: string }
  | { readonly edit: "override"; readonly setting: Setting; readonly baseline: BaselineName }
  | { readonly edit: "reset"; readonly setting: Setting }

/** A change that is offered: what the button says, and the edits in their order. */
export interface Fix {
  readonly title: string
  readonly edits: readonly Edit[]
}
