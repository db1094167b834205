import {
  type Catalog,
  type Draft,
  defaultBaseline,
  isOutputFormat,
  type OutputFormat,
  type OutputPart,
  outputFormats,
  type Pointer,
  type Range,
  type Scope,
} from "../policy/index.ts"

/** Everything that the editor knows and can't derive. */
export interface EditorState {
  readonly draft: Draft
  /**
   * The settings as JSON, where a person typed them otherwise than they would be written: kept exactly until
   * the settings change elsewhere. What isn't valid leaves the draft as it was.
   */
  readonly text: string | undefined
  /** What the draft is compared with; undefined: Jets' defaults. */
  readonly base: Draft | undefined
  /** What the person accepts of what the checks found, and why; never a part of the settings. */
  readonly accepted: readonly Accepted[]
  readonly scope: Scope
  /** The way in that is open. */
  readonly editorTab: EditorTab
  /** The way out that is open. */
  readonly outputTab: OutputTab
  /** Whether this is somebody's link, which is only looked at. */
  readonly readOnly: boolean
  /** The last thing that replaced or lost much, said with an Undo beside it. */
  readonly notice: Notice | undefined
  /** Whether changes reach the browser's storage. */
  readonly saving: Saving
  /** What is loaded of AWS's names. */
  readonly catalog: Catalog
  /** Whether a part of it could not be loaded: what needs that isn't checked. */
  readonly catalogFailed: boolean
  /** The area that a narrow screen shows. */
  readonly view: View
  /** The place in the settings, or in their text, that was last asked for; a new object asks again. */
  readonly revealed: Revealed | undefined
  /** What is to be imported, as far as it is there already; a new object asks again. */
  readonly importing: { readonly text: string } | undefined
  /** The item that is to be narrowed; a new object asks again. */
  readonly narrowed: { readonly at: Pointer } | undefined
  /** The output that was copied last. */
  readonly copied: readonly OutputPart[] | undefined
  /** What was last asked to have the focus; a new object asks again. */
  readonly focused: { readonly on: FocusTarget } | undefined
  /** What a screen reader was last told; a new object tells again. */
  readonly announcement: { readonly text: string }
}

/** A finding that a person accepts. */
export interface Accepted {
  /** What `identities` says of it, so that it is the same one wherever its item stands. */
  readonly identity: string
  readonly reason: string
}

/** The box that adds to Policy, the next problem, a dialog. */
export type FocusTarget = "add" | "problem" | "shortcuts" | "share" | "drafts"

/** `range`: a place of the text itself, which may be no place in the settings. */
export interface Revealed {
  readonly at: Pointer
  readonly subject: string | undefined
  readonly range?: Range
}

export type EditorTab = "form" | "json"
export type OutputTab = OutputFormat | "changes" | "access"

/** The ways out, in the order of their tabs. */
export const outputTabs: readonly OutputTab[] = [
  ...Object.keys(outputFormats).filter(isOutputFormat),
  "changes",
  "access",
]

export type View = "settings" | "output" | "problems"

export interface Notice {
  readonly text: string
  /** Whether Undo takes back what the notice tells of. */
  readonly undo: boolean
  /** Whether other settings came in the place of all that were there. */
  readonly replacesAll?: boolean
}

export type Saving = "saved" | "full" | "blocked"

/** Where each piece of state lives: a new one doesn't compile until that is decided. */
const placeOf = {
  draft: { saved: true, undoable: true },
  text: { saved: true, undoable: true },
  base: { saved: true, undoable: true },
  accepted: { saved: true, undoable: true },
  editorTab: { saved: true, undoable: false },
  outputTab: { saved: true, undoable: false },
  readOnly: { saved: false, undoable: false },
  scope: { saved: true, undoable: false },
  notice: { saved: false, undoable: false },
  saving: { saved: false, undoable: false },
  catalog: { saved: false, undoable: false },
  catalogFailed: { saved: false, undoable: false },
  view: { saved: false, undoable: false },
  revealed: { saved: false, undoable: false },
  importing: { saved: false, undoable: false },
  narrowed: { saved: false, undoable: false },
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

/** The part of the state that Undo brings back. */
export function undoable({ draft, text, base, accepted }: EditorState): UndoableState {
  return { draft, text, base, accepted }
}

/** The part of the state that is saved. */
export function saved(state: EditorState): SavedState {
  const { draft, text, base, accepted, scope, editorTab, outputTab } = state
  return { draft, text, base, accepted, scope, editorTab, outputTab }
}

/** Whether nothing that is saved differs. */
export function isSaved(state: EditorState, before: EditorState): boolean {
  const [one, other] = [Object.values(saved(state)), Object.values(saved(before))]
  return one.every((value, index) => value === other[index])
}

export const initialState: EditorState = {
  draft: { config: {}, baseline: defaultBaseline },
  text: undefined,
  base: undefined,
  accepted: [],
  scope: "whole",
  editorTab: "form",
  outputTab: "yaml",
  readOnly: false,
  notice: undefined,
  saving: "saved",
  catalog: {},
  catalogFailed: false,
  view: "settings",
  revealed: undefined,
  importing: undefined,
  narrowed: undefined,
  copied: undefined,
  focused: undefined,
  announcement: { text: "" },
}
