import { expect, it } from "vitest"
import { once } from "./once.ts"

it("loads each key once, and again what failed", async () => {
  const asked: string[] = []
  const load = once(async (key: string) => {
    asked.push(key)
    if (key === "bad" && asked.filter((one) => one === "bad").length === 1)
      throw new Error("offline")
    return `${key}!`
  })
  expect(load("a")).toBe(load("a"))
  expect(await Promise.all([load("a"), load("b")])).toEqual(["a!", "b!"])
  await expect(load("bad")).rejects.toThrow("offline")
  expect(await load("bad")).toBe("bad!")
  expect(asked).toEqual(["a", "b", "bad", "bad"])
})

it("loads what has no key once", async () => {
  let count = 0
  const load = once(async () => ++count)
  expect([await load(), await load()]).toEqual([1, 1])
})
