import {
  type Catalog,
  type Draft,
  defaultBaseline,
  type OutputPart,
  type Pointer,
  type Scope,
} from "../policy/index.ts"

/** Everything that the editor knows and can't derive. */
export interface EditorState {
  readonly draft: Draft
  readonly scope: Scope
  /** The last thing that replaced or lost much, said with an Undo beside it. */
  readonly notice: Notice | undefined
  /** Whether changes reach the browser's storage. */
  readonly saving: Saving
  /** What is loaded of AWS's names. */
  readonly catalog: Catalog
  /** The area that a narrow screen shows. */
  readonly view: View
  /** The place in the settings that was last asked for; a new object asks again. */
  readonly revealed: { readonly at: Pointer; readonly subject: string | undefined } | undefined
  /** The output that was copied last. */
  readonly copied: readonly OutputPart[] | undefined
  /** What was last asked to have the focus; a new object asks again. */
  readonly focused: { readonly on: FocusTarget } | undefined
  /** What a screen reader was last told; a new object tells again. */
  readonly announcement: { readonly text: string }
}

/** The box that adds to Policy, the next problem, the list of shortcuts. */
export type FocusTarget = "add" | "problem" | "shortcuts"

export type View = "settings" | "output" | "problems"

export interface Notice {
  readonly text: string
  /** Whether Undo takes back what the notice tells of. */
  readonly undo: boolean
}

export type Saving = "saved" | "full" | "blocked"

/** Where each piece of state lives: a new one doesn't compile until that is decided. */
const placeOf = {
  draft: { saved: true, undoable: true },
  scope: { saved: true, undoable: false },
  notice: { saved: false, undoable: false },
  saving: { saved: false, undoable: false },
  catalog: { saved: false, undoable: false },
  view: { saved: false, undoable: false },
  revealed: { saved: false, undoable: false },
  copied: { saved: false, undoable: false },
  focused: { saved: false, undoable: false },
  announcement: { saved: false, undoable: false },
} as const satisfies Record<keyof EditorState, { saved: boolean; undoable: boolean }>

type KeysWith<Place extends "saved" | "undoable"> = {
  [Key in keyof EditorState]: (typeof placeOf)[Key][Place] extends true ? Key : never
}[keyof EditorState]

/** What a reload brings back. */
export type SavedState = Pick<EditorState, KeysWith<"saved">>
/** What Undo brings back. */
export type UndoableState = Pick<EditorState, KeysWith<"undoable">>

export const initialState: EditorState = {
  draft: { config: {}, baseline: defaultBaseline },
  scope: "whole",
  notice: undefined,
  saving: "saved",
  catalog: {},
  view: "settings",
  revealed: undefined,
  copied: undefined,
  focused: undefined,
  announcement: { text: "" },
}
