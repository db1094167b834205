import type { Catalog, CatalogService } from "../../../iam/catalog.ts"
import { namesNear } from "../../nearest.ts"
import { once } from "../../remember.ts"

/** What people call a service whose prefix and name in IAM are others. */
const nicknames: Readonly<Record<string, string>> = {
  alb: "elasticloadbalancing",
  apigatewayv2: "apigateway",
  cfn: "cloudformation",
  cognito: "cognito-idp",
  ddb: "dynamodb",
  docdb: "rds",
  documentdb: "rds",
  efs: "elasticfilesystem",
  elasticsearch: "es",
  elb: "elasticloadbalancing",
  elbv2: "elasticloadbalancing",
  emr: "elasticmapreduce",
  msk: "kafka",
  nlb: "elasticloadbalancing",
  opensearch: "es",
  parameterstore: "ssm",
  sfn: "states",
  vpc: "ec2",
}

const withoutSigns = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "")
const plainName = (text: string) => withoutSigns(text).replace(/^(?:amazon|aws)/, "")

/** The services' prefixes by their names, and by themselves, without signs: `cloudwatchlogs` is `logs`. */
const byPlainName = once(
  (services: ReadonlyMap<string, CatalogService>): ReadonlyMap<string, string> =>
    new Map([
      ...Array.from(services.values(), ({ prefix, name }) => [plainName(name), prefix] as const),
      ...Array.from(services.keys(), (prefix) => [plainName(prefix), prefix] as const),
    ]),
)

const prefixesOf = once((services: ReadonlyMap<string, CatalogService>): readonly string[] => [
  ...services.keys(),
])

/** The services that have an action of a name (in lower case), by that name. */
const byAction = once((actions: NonNullable<Catalog["actions"]>) => {
  const owners = new Map<string, string[]>()
  for (const [service, names] of actions)
    for (const name of names.keys()) {
      const known = owners.get(name)
      if (known) known.push(service)
      else owners.set(name, [service])
    }
  return owners
})

/** The services of a name like this one's that have the action: CloudWatch Logs for CloudWatch. */
export function relatedServicesWith(
  { actions, services }: Catalog,
  service: string,
  action: string,
): readonly string[] {
  const owners = (actions && byAction(actions).get(action)) ?? []
  const words = wordsOf(services?.get(service)?.name ?? "")
  return owners.filter((owner) =>
    wordsOf(services?.get(owner)?.name ?? "").some((word) => words.includes(word)),
  )
}

const wordsOf = (name: string) =>
  name.split(/\W+/).filter((word) => !/^(?:|AWS|Amazon|Services?|Manager|for|and)$/.test(word))

/**
 * The prefixes that an unknown one most likely stands for, best first, two at most: by what it is called, by a
 * slip of the hand, by the action that is asked of it (in lower case).
 */
export function likelyServices(
  catalog: Catalog,
  service: string,
  action?: string,
): readonly string[] {
  const { services, actions } = catalog
  if (!services || service.length < 2 || service.length > 60) return []
  const plain = plainName(service)
  const named = Object.hasOwn(nicknames, plain)
    ? nicknames[plain]
    : byPlainName(services).get(plain)
  const found =
    named !== undefined && services.has(named)
      ? [named]
      : [...namesNear(service, prefixesOf(services))]
  if (found.length === 0 && plain.length > 3) {
    const begun = new Set(
      [...byPlainName(services)].flatMap(([name, prefix]) =>
        name.startsWith(plain) ? [prefix] : [],
      ),
    )
    if (begun.size === 1) found.push(...begun)
  }
  if (action !== undefined && actions) {
    const having = found.filter((prefix) => actions.get(prefix)?.has(action))
    if (having.length > 0) return having.slice(0, 2)
  }
  return found.slice(0, 2)
}
