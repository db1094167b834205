import { parseAction } from "../../iam/action.ts"
import { parseArn } from "../../iam/arn.ts"
import type { Catalog } from "../../iam/catalog.ts"
import type { AccessDenied } from "../denied/denial.ts"

/** What a denial is about, in the terms of IAM. */
export interface DeniedRequest {
  /** As AWS writes it where the catalog knows it, else as the message does, the service in lower case. */
  readonly action: string
  /** The service's prefix. */
  readonly service: string
  /** What the request is judged on: as the message has it, `*` where it names none or the action takes no other. */
  readonly resource: string
  /** What an item must name to allow it: an ARN, or `*`. */
  readonly grantable: string
}

/** Reads a denial's action and resource; undefined where it names no action. */
export function requestOf(denied: AccessDenied, catalog: Catalog): DeniedRequest | undefined {
  const parsed = denied.action === undefined ? undefined : parseAction(denied.action)
  if (!parsed || denied.action === undefined) return undefined
  const { service, name } = parsed
  const known = catalog.actions?.get(service)?.get(name)?.name
  const action = `${service}:${known ?? denied.action.slice(service.length + 1)}`
  const detail = catalog.details?.get(service)?.actions.get(name)
  const resource = detail?.resourceTypes.length === 0 ? "*" : (denied.resource ?? "*")
  return {
    action,
    service,
    resource: arnOfName(resource, denied.principal) ?? resource,
    grantable: parseArn(resource) ? resource : "*",
  }
}

const names = /^(role|policy|user|group|instance profile) ([\w+=,.@-]+)$/

/** IAM writes `role demo`; the principal tells the account. Its path isn't known, so that no item may name it. */
function arnOfName(resource: string, principal: string | undefined): string | undefined {
  const [, kind, name] = names.exec(resource) ?? []
  const owner = principal === undefined ? undefined : parseArn(principal)
  if (kind === undefined || !owner) return undefined
  return `arn:${owner.partition}:iam::${owner.account}:${kind.replace(" ", "-")}/${name}`
}
