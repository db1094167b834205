import type { Fix } from "../../config/fix.ts"
import type { Pointer } from "../../config/pointer.ts"

/** Why a request was denied, judged against a draft. */
export type DeniedCause =
  /** The text names no action. */
  | "unknown"
  /** The draft allows it: deploy again. */
  | "allowed"
  /** An overridden default list lacks the default that allows it. */
  | "default-missing"
  /** No item allows the action. */
  | "nothing-allows"
  /** An item allows the action on other resources. */
  | "resource"
  /** An item allows it under a condition. */
  | "condition"
  /** A Deny of the draft decides. */
  | "explicit-deny"
  /** A policy outside of the draft decides: no Allow helps. */
  | "other-policy"

/** Why a request was denied, as far as a draft can tell, and what would allow it. */
export interface DeniedJudgement {
  readonly cause: DeniedCause
  /** What happened, why, what to do; `code` in backticks. */
  readonly message: string
  /** The place in the settings that decides, or that would if it fitted. */
  readonly decidedBy?: Pointer
  /** With each of them the draft allows the request. The narrowest first. */
  readonly fixes: readonly Fix[]
}
