import { describe, expect, it } from "vitest"
import { actionsOfApi, apiNames, apiNamesCalled } from "../policy/index.ts"
import { loadCatalog } from "./catalog.ts"

const { actions } = await loadCatalog("actionNames")

describe.each(apiNames)("$service:$name", (api) => {
  it("is no action", () => {
    expect(actions?.get(api.service)).toBeDefined()
    expect(actions?.get(api.service)?.has(api.name.toLowerCase())).toBe(false)
  })

  it.each(api.actions)("needs %s, which is one, as AWS writes it", (action) => {
    const [service = "", name = ""] = action.split(":")
    expect(actions?.get(service)?.get(name.toLowerCase())?.name).toBe(name)
  })

  it("is found by its service and name, and by its name", () => {
    const shouted = [api.service.toUpperCase(), api.name.toUpperCase()] as const
    expect(actionsOfApi(...shouted)).toBe(api.actions)
    expect(apiNamesCalled(shouted[1])).toContain(api)
  })
})

it("are each there once", () => {
  const keys = apiNames.map(({ service, name }) => `${service}:${name}`.toLowerCase())
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.length).toBeGreaterThan(45)
})

it.each([
  ["s3", "HeadBucket", ["s3:ListBucket"]],
  ["s3", "CopyObject", ["s3:GetObject", "s3:PutObject"]],
  ["s3", "ListDirectoryBuckets", ["s3express:ListAllMyDirectoryBuckets"]],
  ["s3", "GetObject", undefined],
  ["sqs", "HeadBucket", undefined],
  ["s3", "constructor", undefined],
  ["constructor", "HeadBucket", undefined],
])("%s:%s needs %o", (service, name, needed) => {
  expect(actionsOfApi(service, name)).toEqual(needed)
})

it.each([
  ["getloginpassword", ["ecr", "ecr-public"]],
  ["HeadBucket", ["s3"]],
  ["toString", []],
  ["", []],
])("the bare name '%s' is one of %o", (name, services) => {
  expect(apiNamesCalled(name).map(({ service }) => service)).toEqual(services)
})
