/** Neighbours of a list that are rendered together. */
export interface Group<Item> {
  readonly key: number
  readonly items: readonly Item[]
}

/**
 * Parts a list into groups of about `size` items, and keeps a group from one list to the next as long as its
 * items are the same: a change renders one group again. An item ends its group when its key is a multiple of
 * `size`, so items that come or go don't push others into another group, which would forget what was typed
 * in them.
 */
export function createGroups<Item>(
  size: number,
  keyOf: (item: Item) => number,
  isSame: (before: Item, after: Item) => boolean = Object.is,
): (items: readonly Item[]) => readonly Group<Item>[] {
  let known = new Map<number, Group<Item>>()
  return (items) => {
    const groups: Group<Item>[] = []
    let open: Item[] = []
    let key = 0
    for (const [index, item] of items.entries()) {
      open.push(item)
      if (index < items.length - 1 && keyOf(item) % size !== 0) continue
      groups.push(kept(known.get(key), { key, items: open }, isSame))
      open = []
      key = keyOf(item)
    }
    known = new Map(groups.map((group) => [group.key, group]))
    return groups
  }
}

function kept<Item>(
  before: Group<Item> | undefined,
  after: Group<Item>,
  isSame: (before: Item, after: Item) => boolean,
): Group<Item> {
  if (before?.items.length !== after.items.length) return after
  const same = after.items.every((item, index) => {
    const known = before.items[index]
    return known !== undefined && isSame(known, item)
  })
  return same ? before : after
}
