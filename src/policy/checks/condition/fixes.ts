import type { Fix } from "../../config/fix.ts"
import type { Pointer } from "../../config/pointer.ts"
import type { JsonValue } from "../../iam/document.ts"

/** A fix that writes a value at a place. */
export function written(title: string, at: Pointer, value: JsonValue): Fix {
  return { title, edits: [{ edit: "set", at, value }] }
}

/** A fix that gives a key another name. */
export function renamed(at: Pointer, key: string): Fix {
  return { title: `Rename it to ${key}`, edits: [{ edit: "rename", at, key }] }
}

/** The fixes of a diagnostic that may have one. */
export function perhaps(fix: Fix | undefined): { readonly fixes?: readonly Fix[] } {
  return fix ? { fixes: [fix] } : {}
}
