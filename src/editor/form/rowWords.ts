import { type Catalog, type JsonValue, toPolicyItem } from "../../policy/index.ts"
import { describeItem, describeManaged, type Words } from "./words.ts"

/** A row's value in words, also one that no list can use. */
export function wordsOf(value: JsonValue, managed: boolean, catalog: Catalog): Words {
  if (managed)
    return typeof value === "string"
      ? describeManaged(value, catalog)
      : {
          name: JSON.stringify(value),
          says: "Not a managed policy's name: Jets can't use it",
          facts: [],
        }
  const item = toPolicyItem(value, "")
  return item
    ? describeItem(item, catalog)
    : { name: JSON.stringify(value), says: "Not a policy item: the role leaves it out", facts: [] }
}
