/** The values of a list and the id of each. */
interface CarriedIds<Value> {
  readonly values: readonly Value[]
  readonly ids: readonly number[]
}

/**
 * Gives every value of a changed list the id that it had: what is open or focused stays so while others
 * come, go or move. Values that are still there keep their ids; where one was replaced in place, so does that one.
 */
export function carryIds<Value>(
  before: CarriedIds<Value>,
  values: readonly Value[],
  nextId: () => number,
): CarriedIds<Value> {
  const same = (a: number, b: number) => Object.is(before.values[a], values[b])
  let start = 0
  while (start < values.length && start < before.values.length && same(start, start)) start++
  let end = 0
  while (
    end < values.length - start &&
    end < before.values.length - start &&
    same(before.values.length - 1 - end, values.length - 1 - end)
  )
    end++
  if (start === values.length && start === before.values.length) return before

  const left = before.values.slice(start, before.values.length - end)
  const come = values.slice(start, values.length - end)
  const idsLeft = before.ids.slice(start, before.ids.length - end)
  const free = new Map<Value, number[]>()
  for (const [index, value] of left.entries()) {
    const id = idsLeft[index]
    if (id !== undefined) free.set(value, [...(free.get(value) ?? []), id])
  }
  const moved = come.map((value) => free.get(value)?.shift())
  const unused = new Set([...free.values()].flat())
  const middle = moved.map((id, index) => {
    const inPlace = idsLeft[index]
    if (id !== undefined) return id
    if (left.length !== come.length || inPlace === undefined || !unused.delete(inPlace))
      return nextId()
    return inPlace
  })
  return {
    values,
    ids: [...before.ids.slice(0, start), ...middle, ...before.ids.slice(before.ids.length - end)],
  }
}

/** Ids for the values of a list that changes: see carryIds. */
export function createIds<Value>(): (values: readonly Value[]) => readonly number[] {
  let known: CarriedIds<Value> = { values: [], ids: [] }
  let lastId = 0
  return (values) => {
    known = carryIds(known, values, () => ++lastId)
    return known.ids
  }
}
