import fc from "fast-check"
import { expect, test } from "vitest"
import type { IamConfig } from "../config/config.ts"
import { anyConfig } from "../conformance/arbitrary.ts"
import { checkConfig } from "./check.ts"
import { newDiagnostics } from "./newDiagnostics.ts"

const withoutAction = { Effect: "Allow", Resource: "*" }
const found = (base: IamConfig, proposal: IamConfig) =>
  newDiagnostics(
    { config: base, baseline: "docs" },
    { config: proposal, baseline: "docs" },
    {},
  ).map(({ code, at }) => `${code} ${at}`)
/** What is said of settings that nobody changed. */
const ofJets = checkConfig({}).map(({ code, at }) => `${code} ${at}`)
const all = (config: IamConfig) => checkConfig(config).map(({ code, at }) => `${code} ${at}`)

test.each<{ what: string; base: IamConfig; proposal: IamConfig; news: readonly string[] }>([
  {
    what: "nothing changed",
    base: { policy: [withoutAction] },
    proposal: { policy: [withoutAction] },
    news: [],
  },
  {
    what: "the same problem further down",
    base: { policy: [withoutAction] },
    proposal: { policy: ["kms", withoutAction] },
    news: ["service-wildcard /policy/0"],
  },
  {
    what: "everything is new against nothing",
    base: {},
    proposal: { policy: [withoutAction] },
    news: all({ policy: [withoutAction] }).filter((line) => !ofJets.includes(line)),
  },
])("$what", ({ base, proposal, news }) => {
  expect(found(base, proposal)).toEqual(news)
})

test("a second item with the same problem is new", () => {
  const two = { policy: [withoutAction, { ...withoutAction, Sid: "Other" }] }
  const news = found({ policy: [withoutAction] }, two)
  expect(news.length).toBeGreaterThan(0)
  expect(news.every((line) => line.includes("/policy/1"))).toBe(true)
})

test("against itself no settings have a new problem, against nothing all are new", () => {
  fc.assert(
    fc.property(anyConfig, (config) => {
      expect(found(config, config)).toEqual([])
      const own = all(config).filter((line) => !ofJets.includes(line))
      expect(found({}, config).filter((line) => !ofJets.includes(line))).toEqual(own)
    }),
  )
})

test("a removed default is new", () => {
  const base = { default_policy: ["s3", "cloudformation"] }
  const news = found(base, { default_policy: ["s3"] })
  expect(news).toEqual(["default-permission-removed /default_policy"])
})
