import { type Pointer, pointerKeys } from "../policy/index.ts"

/** A place in the settings as people write it: `policy[1].Action[0]`. */
export function placeName(at: Pointer): string {
  return pointerKeys(at)
    .map((key, index) => {
      if (/^\d+$/.test(key)) return `[${key}]`
      const name = /^[\w-]+$/.test(key) ? key : JSON.stringify(key)
      return index === 0 ? name : `.${name}`
    })
    .join("")
}
