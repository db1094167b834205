import type { Catalog } from "../iam/catalog.ts"

/** How many answers are kept for a catalog (AWS has over 20,000 actions), and how long the texts are that are kept. */
const most = 30_000
const longest = 500

/** A function of the catalog and a text that remembers its answers: a key changes one text of many. */
export function byText<T>(
  answer: (catalog: Catalog, text: string) => T,
): (catalog: Catalog, text: string) => T {
  const known = new WeakMap<Catalog, Map<string, { readonly answer: T }>>()
  return (catalog, text) => {
    let answers = known.get(catalog)
    if (!answers) {
      answers = new Map()
      known.set(catalog, answers)
    }
    const before = answers.get(text)
    if (before) return before.answer
    const found = { answer: answer(catalog, text) }
    if (answers.size >= most) answers.clear()
    if (text.length <= longest) answers.set(text, found)
    return found.answer
  }
}

/** A function of an object that remembers its answer as long as the object lives. */
export function once<Key extends object, T>(answer: (key: Key) => T): (key: Key) => T {
  const known = new WeakMap<Key, { readonly answer: T }>()
  return (key) => {
    let found = known.get(key)
    if (!found) {
      found = { answer: answer(key) }
      known.set(key, found)
    }
    return found.answer
  }
}

/** AWS's list as messages name it: the catalog ages, so with its day. */
export function awsList({ date }: Catalog): string {
  return date === undefined ? "AWS's list" : `AWS's list of ${date}`
}
