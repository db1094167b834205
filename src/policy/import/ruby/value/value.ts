import type { Location } from "../source/prism.ts"

/** Something that can't be read as data: where it begins, and why. It is said once, when a setting uses it. */
export interface Spot {
  readonly location: Location
  readonly why:
    | "call" // only running it would tell
    | "not-run" // runs or not, or often
    | "unknown-setting"
    | "number" // JSON can't hold it
    | "text" // no UTF-8
    | "key" // of a hash, that JSON can't hold, or twice
    | "frozen" // Ruby raises
  /** Whether it reads or changes the IAM settings. */
  readonly touchesSettings: boolean
}

/** What code that isn't run may have changed. */
interface Doubtful {
  doubts: Spot[]
}

/** A string. `text` has the values that only Jets knows as `#{...}`. */
export interface Text extends Doubtful {
  readonly type: "text"
  text: string
  frozen: boolean
}
export interface Sym extends Doubtful {
  readonly type: "symbol"
  readonly text: string
  readonly location: Location
}
export interface Scalar extends Doubtful {
  readonly type: "scalar"
  readonly value: number | boolean | null
  /** As `to_s` has it. Tells 1 from 1.0 too. */
  readonly text: string
}
/** A list: an object, that several names may share. */
export interface List extends Doubtful {
  readonly type: "list"
  readonly items: Value[]
  frozen: boolean
  /** Whether something was added in place. */
  changed: boolean
}
export interface Hash extends Doubtful {
  readonly type: "hash"
  /** By what Ruby compares: a symbol never equals a string. */
  readonly entries: ReadonlyMap<string, Entry>
}
export interface Entry {
  /** None: the entry can't be read. */
  readonly key:
    | { readonly type: "text" | "symbol"; readonly text: string; readonly location: Location }
    | undefined
  readonly value: Value
}
/** An object on the way to the settings or to what only Jets knows. */
export interface Path extends Doubtful {
  readonly type: "path"
  readonly path: PathName
}
export type PathName =
  | "self"
  | "Jets"
  | "Jets.bootstrap"
  | "Jets.aws"
  | "Jets.project"
  | "config"
  | "codebuild"
  | "iam"
/** What isn't read stands in its place, so that it is left out where it is used. */
export interface Unreadable {
  readonly type: "unreadable"
  readonly spots: Spot[]
}

/** What an expression gives. */
export type Value = Text | Sym | Scalar | List | Hash | Path | Unreadable

export function textValue(text: string, doubts: Spot[] = []): Text {
  return { type: "text", text, frozen: false, doubts }
}

export function scalarValue(value: Scalar["value"], text: string): Scalar {
  return { type: "scalar", value, text, doubts: [] }
}

export function nilValue(): Scalar {
  return scalarValue(null, "")
}

export function listValue(items: Value[], doubts: Spot[] = []): List {
  return { type: "list", items, frozen: false, changed: false, doubts }
}

export function unreadable(spots: readonly Spot[]): Unreadable {
  return { type: "unreadable", spots: [...spots] }
}

/** Says of a value that code which isn't run may have changed it. */
export function doubt(value: Value, spot: Spot): void {
  if (value.type === "unreadable") value.spots.push(spot)
  else value.doubts.push(spot)
}

/** The values right inside one. */
export function partsOf(value: Value): readonly Value[] {
  if (value.type === "list") return value.items
  return value.type === "hash" ? [...value.entries.values()].map((entry) => entry.value) : []
}
