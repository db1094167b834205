import { loadCatalog } from "../../src/catalog/catalog.ts"
import {
  buildRole,
  checkConfig,
  type IamConfig,
  replaceItem,
  toYaml,
} from "../../src/policy/index.ts"
import { median, quantile } from "./figure.ts"
import { settingsOf, typedPlace } from "./settings.ts"

const items = 2_000
const runs = 40
const warmUp = 10

/** What a key costs in the domain alone, in Node: the settings differ in one item each time. */
export async function domain() {
  const catalog = await loadCatalog("services")
  return {
    checks: timed((config) => checkConfig(config, { catalog })),
    yaml: timed((config) => toYaml(buildRole(config))),
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
