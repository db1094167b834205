import type { AccessLevel } from "../iam/catalog.ts"

/** What is wanted of an item that allows more. */
export type NarrowChoice = (
  | { readonly narrow: "levels"; readonly levels: readonly AccessLevel[] }
  | { readonly narrow: "actions"; readonly actions: readonly string[] }
  /** What Jets uses of the service (narrowJetsActions.ts). */
  | { readonly narrow: "jets" }
) & {
  /** The resources to narrow the actions to that take any; "jets": by Jets' naming. Else they stay. */
  readonly resources?: readonly string[] | "jets"
  /**
   * Whether `Get*` may stand for the names, where the item allows them all and all are wanted: then actions that
   * AWS adds are allowed too. Else they are named one by one.
   */
  readonly patterns?: boolean
}
