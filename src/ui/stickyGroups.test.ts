import { expect, test } from "vitest"
import { createGroups } from "./stickyGroups.ts"

interface Item {
  readonly id: number
  readonly text: string
}

const create = () =>
  createGroups<Item>(
    12,
    (item) => item.id,
    (before, after) => before.id === after.id && before.text === after.text,
  )
const itemsFor = (ids: readonly number[]) => ids.map((id): Item => ({ id, text: `item ${id}` }))
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

test.each([0, 1, 11, 12, 13, 2000])("%i items are all in some group, in order", (count) => {
  const items = itemsFor(upTo(count))
  const groups = create()(items)
  expect(groups.flatMap((group) => group.items)).toEqual(items)
  expect(new Set(groups.map((group) => group.key)).size).toBe(groups.length)
  expect(groups.every((group) => group.items.length > 0)).toBe(true)
})

test("an item that comes or goes leaves the others in their groups", () => {
  const groupOf = (ids: readonly number[]) =>
    new Map(create()(itemsFor(ids)).flatMap(({ key, items }) => items.map(({ id }) => [id, key])))
  const before = groupOf(upTo(200))
  for (const after of [[1001, ...upTo(200)], upTo(200).slice(1), upTo(200).toSpliced(70, 1)])
    for (const [id, key] of groupOf(after)) if (id <= 200) expect(key).toBe(before.get(id))
})

test("a group whose items stay is the same group, any other is a new one", () => {
  const groupsOf = create()
  const items = itemsFor(upTo(200))
  const before = groupsOf(items)
  expect(groupsOf(itemsFor(upTo(200)))).toEqual(before)
  const after = groupsOf(items.with(70, { id: 71, text: "typed" }))
  expect(after.filter((group) => !before.includes(group))).toHaveLength(1)
  expect(after.flatMap((group) => group.items)[70]).toEqual({ id: 71, text: "typed" })
  expect(groupsOf(items.slice(0, 100)).flatMap((group) => group.items)).toHaveLength(100)
})

test("groups of groups end where the groups' keys say", () => {
  const groupsOf = create()
  const outer = createGroups<ReturnType<typeof groupsOf>[number]>(
    12 * 16,
    (group) => group.items.at(-1)?.id ?? 0,
  )
  const groups = groupsOf(itemsFor(upTo(2000)))
  const sections = outer(groups)
  expect(sections.flatMap((section) => section.items)).toEqual(groups)
  expect(new Set(sections.map((section) => section.key)).size).toBe(sections.length)
  expect(Math.max(...sections.map((section) => section.items.length))).toBe(16)
  expect(outer(groupsOf(itemsFor(upTo(2000)))).every((one) => sections.includes(one))).toBe(true)
})
