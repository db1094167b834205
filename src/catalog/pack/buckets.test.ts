import fc from "fast-check"
import { expect, it } from "vitest"
import { fileOf, filesOf, makeBuckets } from "./buckets.ts"

it("each name has one file, those of Jets' defaults theirs, none is much too large", () => {
  const names = fc.uniqueArray(fc.string({ minLength: 1 }))
  fc.assert(
    fc.property(names, fc.func(fc.nat(50)), fc.func(fc.boolean()), (names, sizeOf, isJets) => {
      const jets = new Set(names.filter((name) => isJets(name)))
      const buckets = makeBuckets(names, jets, sizeOf, 100)
      const files = filesOf(buckets, names)
      expect([...files.values()].flat().sort()).toEqual([...names].sort())
      for (const [file, held] of files) {
        for (const name of held) expect(fileOf(buckets, name)).toBe(file)
        for (const name of held) expect(jets.has(name)).toBe(file === "jets")
        const size = held.reduce((sum, name) => sum + sizeOf(name), 0)
        if (file !== "jets") expect(size).toBeLessThanOrEqual(150)
      }
      expect(buckets.starts.length).toBe([...files.keys()].filter((file) => file !== "jets").length)
    }),
  )
})

it.each([
  ["a", "0"],
  ["b", "0"],
  ["m", "1"],
  ["zz", "1"],
  ["iam", "jets"],
])("%s is in %s", (name, file) => {
  expect(fileOf({ jets: ["iam"], starts: ["b", "m"] }, name)).toBe(file)
})
