import {
  type Catalog,
  type CatalogActionDetail,
  hasWildcard,
  parseAction,
  patternCovers,
} from "../policy/index.ts"

/** An action with its detail. */
export interface DetailedAction {
  readonly service: string
  /** In lower case. */
  readonly name: string
  readonly detail: CatalogActionDetail
}

/** The actions that these texts (`s3:GetObject`, `s3:Get*`) match, where their services' details are loaded. */
export function detailedActions(
  { details }: Catalog,
  texts: Iterable<string>,
): readonly DetailedAction[] {
  const found = new Map<string, DetailedAction>()
  for (const pattern of texts) {
    const { service = "", name = "" } = parseAction(pattern) ?? {}
    const actions = details?.get(service)?.actions
    const add = (name: string, detail: CatalogActionDetail | undefined) =>
      detail && found.set(`${service}:${name}`, { service, name, detail })
    if (!hasWildcard(name)) add(name, actions?.get(name))
    else for (const [key, detail] of actions ?? []) if (patternCovers(name, key)) add(key, detail)
  }
  return [...found.values()]
}
