import type {
  CatalogActionDetail,
  CatalogResourceType,
  CatalogServiceDetail,
} from "../../iam/catalog.ts"

/**
 * The prefixes that two services of AWS share (Service Authorization Reference: "V2", "Classic"). Where both have
 * an action of a name, the data holds the resource types of one of them only.
 */
const shared: ReadonlySet<string> = new Set(
  "apigateway elasticloadbalancing greengrass kinesisanalytics lex ses".split(" "),
)

/** The resource types that an action of a service can name; where the data may lack some, all of the service. */
export function typesOf(
  service: string,
  { resourceTypes }: CatalogServiceDetail,
  action: CatalogActionDetail,
): readonly CatalogResourceType[] {
  if (shared.has(service) && action.resourceTypes.length > 0) return [...resourceTypes.values()]
  return action.resourceTypes.flatMap(({ key }) => resourceTypes.get(key) ?? [])
}
