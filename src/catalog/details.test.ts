import { afterEach, describe, expect, it, vi } from "vitest"
import type { Catalog } from "../policy/index.ts"
import { loadServiceDetails } from "./details.ts"
import { loadManagedDocuments } from "./documents.ts"

const catalog: Catalog = { date: "2026-01-02" }

describe("loadServiceDetails", () => {
  it("adds the details of services, whatever their case, and keeps the rest", async () => {
    const loaded = await loadServiceDetails(catalog, ["S3", "appsync"])
    expect(loaded.date).toBe("2026-01-02")
    expect([...(loaded.details?.keys() ?? [])].sort()).toEqual(["appsync", "s3"])
    expect(loaded.details?.get("s3")?.actions.has("getobject")).toBe(true)
    expect(catalog.details).toBeUndefined()
  })

  it("gives the same details again, and the same catalog where nothing is missing", async () => {
    const first = await loadServiceDetails(catalog, ["s3"])
    expect(await loadServiceDetails(first, ["s3", "S3"])).toBe(first)
    expect(await loadServiceDetails(first, [])).toBe(first)
    const second = await loadServiceDetails(first, ["sqs"])
    expect(second.details?.get("s3")).toBe(first.details?.get("s3"))
    expect(first.details?.has("sqs")).toBe(false)
    const other = await loadServiceDetails({}, ["s3"])
    expect(other.details?.get("s3")).toBe(first.details?.get("s3"))
  })

  it.each(["nothing", "", "__proto__", "constructor", "zzz", "s3:GetObject"])(
    "ignores '%s', which is no service",
    async (prefix) => {
      expect(await loadServiceDetails(catalog, [prefix])).toBe(catalog)
      const loaded = await loadServiceDetails(catalog, [prefix, "s3"])
      expect([...(loaded.details?.keys() ?? [])]).toEqual(["s3"])
    },
  )
})

describe("loadManagedDocuments", () => {
  const basic = "service-role/AWSLambdaBasicExecutionRole"

  it("adds the documents of managed policies, and keeps the rest", async () => {
    const loaded = await loadManagedDocuments(catalog, ["AmazonSSMReadOnlyAccess", basic])
    expect(loaded.date).toBe("2026-01-02")
    expect([...(loaded.managedDocuments?.keys() ?? [])]).toEqual(["AmazonSSMReadOnlyAccess", basic])
    expect(loaded.managedDocuments?.get(basic)).toHaveProperty("Statement")
  })

  it("gives the same documents again, and the same catalog where nothing is missing", async () => {
    const first = await loadManagedDocuments(catalog, [basic])
    expect(await loadManagedDocuments(first, [basic, basic])).toBe(first)
    const second = await loadManagedDocuments(first, ["AdministratorAccess"])
    expect(second.managedDocuments?.size).toBe(2)
    expect(second.managedDocuments?.get(basic)).toBe(first.managedDocuments?.get(basic))
  })

  it.each(["Nothing", "", "__proto__", "constructor", "zzz"])(
    "ignores '%s', which is no managed policy",
    async (name) => {
      expect(await loadManagedDocuments(catalog, [name])).toBe(catalog)
    },
  )

  it("loads nothing for a name that the catalog knows not to be one", async () => {
    const named: Catalog = { managedPolicies: new Map([["Other", { name: "Other" }]]) }
    expect(await loadManagedDocuments(named, ["AdministratorAccess"])).toBe(named)
  })
})

describe("a file that can't be loaded", () => {
  afterEach(() => {
    vi.doUnmock("./data/details/jets.json")
    vi.resetModules()
  })

  it("rejects, and may be tried again", async () => {
    vi.resetModules()
    const { loadServiceDetails } = await import("./details.ts")
    vi.doMock("./data/details/jets.json", () => {
      throw new Error("offline")
    })
    await expect(loadServiceDetails({}, ["s3", "appsync"])).rejects.toThrow()
    expect((await loadServiceDetails({}, ["appsync"])).details?.size).toBe(1)
    vi.doUnmock("./data/details/jets.json")
    expect((await loadServiceDetails({}, ["s3"])).details?.has("s3")).toBe(true)
  })
})
