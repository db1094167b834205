import type { Pointer } from "./pointer.ts"

/** Everything that can go wrong while a text is read. */
export type IssueCode =
  | "invalid-json"
  | "not-an-object"
  | "duplicate-key"
  | "comment"
  | "trailing-comma"
  | "number-out-of-range"
  | "nested-too-deeply"
  | "too-large"
  | "link-cut"
  | "link-damaged"
  | "link-of-newer-version"
  | "link-too-large"
  | "link-of-unknown-content"
  | "unknown-setting-in-link"
  | "invalid-yaml"
  | "unknown-format"
  | "terraform"
  | "no-permissions"
  | "left-out"
  | "changed-on-import"
  | "invalid-ruby"
  | "ruby-not-data"
  | "ruby-not-run"
  | "unknown-setting"

/** A place in a text, 1-based, the end after the last character. */
export interface Range {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** Says that reading a text failed somewhere: what happened and what to do, in a sentence. */
export interface Issue {
  readonly code: IssueCode
  readonly severity?: "warning"
  readonly message: string
  readonly at?: Pointer
  readonly range?: Range
}

/** What reading a text gave: the value it could get and what was wrong. No value has at least one issue. */
export type Parsed<T> =
  | { readonly value: T; readonly issues: readonly Issue[] }
  | { readonly value: undefined; readonly issues: readonly [Issue, ...Issue[]] }
