import { useEffect, useState } from "react"
import type { JsonObject, JsonValue } from "../../policy/index.ts"

/** What a text gives: a value that counts, or why none does. */
export type Read<Value> =
  | { readonly value: Value; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string }

/** Texts that don't count yet, by the object that they were typed for: what is moved may be made anew. */
const waiting = new WeakMap<object, string>()
const isKept = (value: JsonValue): value is JsonObject | readonly JsonValue[] =>
  typeof value === "object" && value !== null

/**
 * A value's JSON while a person types it. What is valid counts at once; what isn't stays as it is, until the
 * value changes elsewhere. `read` has to stay the same function.
 */
export function useJsonText<Value extends JsonValue>(
  value: JsonValue,
  read: (text: string) => Read<Value>,
  onChange: (value: Value) => void,
) {
  const begin = (text: string) => ({ of: value, text, problem: read(text).problem })
  const [typed, setTyped] = useState(() =>
    begin((isKept(value) ? waiting.get(value) : undefined) ?? written(value)),
  )
  if (typed.of !== value) setTyped(begin(written(value)))
  const { text, problem } = typed
  useEffect(() => {
    if (!isKept(value)) return
    if (problem === undefined) waiting.delete(value)
    else waiting.set(value, text)
  }, [value, text, problem])
  return {
    text,
    problem,
    type(next: string) {
      const { value: found, problem } = read(next)
      setTyped({ of: found === undefined ? value : found, text: next, problem })
      if (found !== undefined) onChange(found)
    },
  }
}

const written = (value: JsonValue) => JSON.stringify(value, null, 2)
