import { expect, test } from "vitest"
import { groupsOf } from "./groups.ts"

const rowsFor = (ids: readonly number[]) =>
  ids.map((id, index) => ({ at: `/policy/${index}` as const, value: `item ${id}`, index }))
const groups = (ids: readonly number[]) => groupsOf(rowsFor(ids), ids)
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

test.each([0, 1, 49, 50, 51, 2000])("%i rows are all in some group, in order", (count) => {
  const ids = upTo(count)
  const made = groups(ids)
  expect(made.flatMap((group) => group.ids)).toEqual(ids)
  expect(new Set(made.map((group) => group.key)).size).toBe(made.length)
  if (count > 0) expect(made.every((group) => group.rows.length > 0)).toBe(true)
})

test("a row that comes or goes leaves the others in their groups", () => {
  const groupOf = (ids: readonly number[]) =>
    new Map(groups(ids).flatMap(({ key, ids: held }) => held.map((id) => [id, key])))
  const before = groupOf(upTo(200))
  for (const after of [[1001, ...upTo(200)], upTo(200).slice(1), upTo(200).toSpliced(70, 1)])
    for (const [id, key] of groupOf(after)) if (id <= 200) expect(key).toBe(before.get(id))
})
