import type { Fix } from "../../config/fix.ts"
import type { JsonObject, JsonValue } from "../../iam/document.ts"
import type { DeniedRequest } from "./request.ts"
import { plain } from "./words.ts"

/** Ids that AWS makes up: a UUID, CloudFormation's suffix in capitals, a hexadecimal id as EC2's. */
const generated =
  /([/:-])(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{11,14}|(?=[a-f]*\d)(?:[\da-f]{8}|[\da-f]{17}))$/

/** The ARN with `*` for its last part where that looks generated; undefined where it doesn't. */
function withoutGenerated(arn: string): string | undefined {
  return generated.test(arn) ? arn.replace(generated, "$1*") : undefined
}

/** The item that allows just this. */
function itemFor({ action }: DeniedRequest, resource: string): JsonValue {
  return resource === "*" ? action : statement(action, resource)
}

function statement(action: string, resource: string): JsonObject {
  return { Effect: "Allow", Action: action, Resource: resource }
}

/** Adds an item to `policy`: an absent default list would lose what Jets needs. */
function addFix(title: string, item: JsonValue): Fix {
  return { title, edits: [{ edit: "add", setting: "policy", item }] }
}

/** The narrowest item that allows it; the same for resources made later; `suffix` says what it leaves out. */
export function narrowFixes(request: DeniedRequest, suffix = ""): readonly Fix[] {
  const { action, grantable } = request
  const wider = withoutGenerated(grantable)
  return [grantable, ...(wider === undefined ? [] : [wider])].map((resource) =>
    addFix(
      resource === "*"
        ? `Allow ${plain(action)} on every resource${suffix}`
        : `Allow ${plain(action)} on ${plain(resource)}${suffix}`,
      itemFor(request, resource),
    ),
  )
}

/** The action on every resource, then the whole service: what Jets' own defaults are like. */
export function wideFixes({ action, service, grantable }: DeniedRequest): readonly Fix[] {
  return [
    ...(grantable === "*" ? [] : [addFix(`Allow ${plain(action)} on every resource`, action)]),
    addFix(`Allow all actions of ${plain(service)} on every resource`, service),
  ]
}
