import { loadCatalog } from "../../src/catalog/catalog.ts"
import {
  attachedPolicies,
  buildRole,
  type Catalog,
  checkConfig,
  compareAccess,
  describeRole,
  evaluateAccess,
  type IamConfig,
  type JsonObject,
  replaceItem,
  summarizeAccess,
  toYaml,
} from "../../src/policy/index.ts"
import { atLeast, median, quantile } from "./figure.ts"
import { settingsOf, typedPlace } from "./settings.ts"

const items = 2_000
const runs = 40
const warmUp = 10

/** What a key costs in the domain alone, in Node: the settings differ in one item each time. */
export async function domain(budgets: {
  readonly documentsPerSecond: number
  readonly decisionsPerSecond: number
}) {
  const catalog = await loadCatalog("services", "actions", "managedPolicies", "managedDocuments")
  const documents = [...(catalog.managedDocuments?.values() ?? [])]
  return {
    checks: timed((config) => checkConfig(config, { catalog })),
    yaml: timed((config) => toYaml(buildRole(config))),
    managedPolicies: judgeDocuments(documents, catalog, budgets.documentsPerSecond),
    access: access(catalog, budgets.decisionsPerSecond),
  }
}

/** What the default role with AdministratorAccess may do, and one of 2,000 statements. */
function access(catalog: Catalog, perSecond: number) {
  const broad: IamConfig = { managed_policy: ["AdministratorAccess"] }
  const long = settingsOf(items, "statements")
  const { policies } = attachedPolicies(buildRole(broad), catalog)
  const requests = Array.from(catalog.actions ?? []).flatMap(([service, actions]) =>
    Array.from(actions.values(), ({ name }) => ({ action: `${service}:${name}`, resource: "*" })),
  )
  const decide = () => {
    const start = performance.now()
    for (const request of requests) evaluateAccess(policies, request)
    return (1_000 * requests.length) / (performance.now() - start)
  }
  const rates = Array.from({ length: 8 }, decide)
  return {
    decisions: atLeast(median(rates.slice(3)), "decisions a second", perSecond),
    broad: spent(() => accessOf(broad, catalog)),
    statements: spent(() => accessOf(long, catalog)),
  }
}

/** All that the Access tab and Changes work out after a key: nothing is remembered of the role itself. */
function accessOf(config: IamConfig, catalog: Catalog) {
  const [before, after] = [buildRole({}), buildRole({ ...config })]
  summarizeAccess(after, catalog)
  compareAccess(before, after, catalog)
  describeRole({ config: { ...config }, baseline: "docs" }, catalog)
}

function spent(work: () => void) {
  const values = Array.from({ length: 12 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return { first: values[0], p50: median(values.slice(2)), unit: "ms" }
}

/** All checks over AWS's own policies, each a document by itself: judged before, and read anew each time. */
function judgeDocuments(documents: readonly JsonObject[], catalog: Catalog, perSecond: number) {
  const texts = documents.map((document) => JSON.stringify(document))
  const largest = texts.reduce((one, other) => (other.length > one.length ? other : one), "")
  const judge = (document: JsonObject) => checkConfig({ policy: [document] }, { catalog })
  const rate = (all: readonly JsonObject[]) => {
    const start = performance.now()
    for (const document of all) judge(document)
    return (1_000 * all.length) / (performance.now() - start)
  }
  const readAnew = (text: string): JsonObject => JSON.parse(text)
  const rounds = Array.from({ length: 15 }, () => rate(documents))
  const anew = Array.from({ length: 5 }, () => rate(texts.map(readAnew)))
  const one = Array.from({ length: 30 }, () => {
    const document = readAnew(largest)
    const start = performance.now()
    judge(document)
    return performance.now() - start
  })
  return {
    documents: documents.length,
    warm: atLeast(median(rounds.slice(5)), "documents a second", perSecond),
    readAnew: { value: Math.round(median(anew)), unit: "documents a second" },
    largest: { characters: largest.length, p50: median(one), unit: "ms" },
  }
}

function timed(work: (config: IamConfig) => unknown) {
  const values: number[] = []
  const settings = settingsOf(items, "statements")
  for (let run = 0; run < warmUp + runs; run++) {
    const config = replaceItem(settings, `/policy/${typedPlace(items)}`, {
      Sid: `Run${run}`,
      Effect: "Allow",
      Action: "s3:GetObject",
      Resource: "*",
    })
    const start = performance.now()
    work(config)
    if (run >= warmUp) values.push(performance.now() - start)
  }
  return { items, p50: median(values), p95: quantile(values, 0.95), unit: "ms" }
}
