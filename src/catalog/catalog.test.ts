import { afterEach, describe, expect, it, vi } from "vitest"
import { accessLevels, baselines } from "../policy/index.ts"
import { type CatalogPart, loadCatalog } from "./catalog.ts"

const rows: { parts: CatalogPart[]; keys: string[] }[] = [
  { parts: [], keys: [] },
  { parts: ["services"], keys: ["date", "services"] },
  { parts: ["managedPolicies"], keys: ["managedPolicies"] },
  { parts: ["services", "managedPolicies"], keys: ["date", "managedPolicies", "services"] },
  { parts: ["services", "services"], keys: ["date", "services"] },
  { parts: ["actionNames"], keys: ["actions"] },
  { parts: ["keysAndArns"], keys: ["arnForms", "globalKeys", "otherKeyPrefixes"] },
  {
    parts: ["actions"],
    keys: ["actions", "arnForms", "details", "globalKeys", "otherKeyPrefixes"],
  },
  { parts: ["managedDocuments"], keys: ["managedDocuments"] },
]

describe("loadCatalog", () => {
  it.each(rows)("$parts gives $keys", async ({ parts, keys }) => {
    expect(Object.keys(await loadCatalog(...parts)).sort()).toEqual(keys)
  })

  it("loads a part once", async () => {
    const [first, second] = await Promise.all([loadCatalog("services"), loadCatalog("services")])
    expect(first.services).toBe(second.services)
    expect((await loadCatalog("managedPolicies", "services")).services).toBe(first.services)
  })
})

describe("a part that can't be loaded", () => {
  afterEach(() => {
    vi.doUnmock("./data/services.json")
    vi.resetModules()
  })

  it("rejects, leaves the other part alone, and may be tried again", async () => {
    vi.resetModules()
    const { loadCatalog } = await import("./catalog.ts")
    vi.doMock("./data/services.json", () => {
      throw new Error("offline")
    })
    await expect(loadCatalog("services")).rejects.toThrow()
    expect((await loadCatalog("managedPolicies")).managedPolicies?.size).toBeGreaterThan(1000)
    vi.doUnmock("./data/services.json")
    expect((await loadCatalog("services")).services?.has("s3")).toBe(true)
  })
})

const { date, services, managedPolicies } = await loadCatalog("services", "managedPolicies")

describe("AWS's data", () => {
  it("has a day", () => {
    expect(date).toMatch(/^20\d\d-\d\d-\d\d$/)
  })

  it("has the services and managed policies of Jets' defaults", () => {
    const prefixes = baselines["6.0.5"].default_policy
    expect(prefixes).toContain("s3")
    for (const item of prefixes) {
      expect(services?.has(item.replace(/:.*/, ""))).toBe(true)
    }
    expect(managedPolicies?.has("AmazonSSMReadOnlyAccess")).toBe(true)
    expect(managedPolicies?.has("service-role/AWSLambdaBasicExecutionRole")).toBe(true)
  })

  it.each(accessLevels)("has actions of level %s", (level) => {
    const having = Array.from(services?.values() ?? []).filter(({ actions }) => actions[level] > 0)
    expect(having.length).toBeGreaterThan(50)
  })

  it.each([
    { prefix: "s3", name: "Amazon S3" },
    { prefix: "lambda", name: "AWS Lambda" },
  ])("has $name with actions of all levels", ({ prefix, name }) => {
    const service = services?.get(prefix)
    expect(service).toMatchObject({ prefix, name })
    expect(accessLevels.every((level) => (service?.actions[level] ?? 0) > 0)).toBe(true)
  })
})

it.each([
  ["cloudformation", "AWS CloudFormation"],
  ["apigateway", "Amazon API Gateway"],
  ["s3", "Amazon S3"],
])("%s has the name that people know it by: %s", (prefix, name) => {
  expect(services?.get(prefix)?.name).toBe(name)
})
