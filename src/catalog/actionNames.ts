import type { Catalog } from "../policy/index.ts"
import { once } from "./once.ts"

/** The names and levels of all actions. */
export const loadActionNames = once(async (): Promise<NonNullable<Catalog["actions"]>> => {
  const [{ unpackActions }, packed] = await Promise.all([
    import("./pack/actions.ts"),
    import("./data/actionNames.json"),
  ])
  return unpackActions(packed.default)
})
