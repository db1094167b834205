import type { Issue, Range } from "../../config/issue.ts"
import type { JsonValue } from "../../iam/document.ts"

/** What a JSON or YAML text holds, as JSON with CloudFormation's functions in their long form. */
export interface Data {
  readonly value: JsonValue
  /** Where an object or a list of `value` is written; undefined where that isn't known. */
  readonly rangeOf: (part: JsonValue | undefined) => Range | undefined
  /** What was read, but not as the text may mean it: a key that is repeated. */
  readonly warnings: readonly Issue[]
}

/** The data of a text, or why there is none. */
export type Read = { readonly data: Data } | { readonly error: Issue }

/** Deeper than any policy or template; what comes after recurses, so deeper texts aren't read. */
export const maxDepth = 200

/** Says of a text that nothing can be read from it. */
export function failed(code: Issue["code"], message: string, range?: Range): Read {
  return { error: range ? { code, message, range } : { code, message } }
}

/** The error of a text that is deeper than `maxDepth`. */
export function tooDeep(range?: Range): Read {
  const message = `Lists and objects are nested deeper than ${maxDepth} levels here, so this text isn't read. Import a smaller part of it.`
  return failed("nested-too-deeply", message, range)
}
