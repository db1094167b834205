import type { Diagnostic } from "../../../config/diagnostic.ts"
import { actionOf } from "../../../config/item.ts"
import type { Pointer } from "../../../config/pointer.ts"
import { hasWildcard, isActionForm, isEveryAction } from "../../../iam/action.ts"
import type { Catalog } from "../../../iam/catalog.ts"
import { patternCovers } from "../../../iam/wildcard.ts"
import { diagnose, quoted, write } from "../../diagnostic.ts"
import { isTag } from "../../parts.ts"
import type { StatementCheck, Walk } from "../../walk.ts"

/** Most actions, told at one look. */
const plainAction = /^[a-z\d-]+:[A-Za-z\d*?-]+$/

/** The form of the actions of statements (IAM User Guide, "IAM JSON policy elements: Action"). */
export const statementActions: StatementCheck = (parts, catalog) =>
  [parts.actions, parts.notActions].flatMap((texts) =>
    texts
      .filter(({ text }) => !plainAction.test(text))
      .flatMap(({ text, at }) => actionFaults(text, text, at, catalog)),
  )

/** The form of the actions that the strings of policy lists give. */
export function itemActions({ entries, catalog }: Walk): readonly Diagnostic[] {
  return entries.flatMap(({ item, at }) => {
    if (item?.kind === "action") return actionFaults(item.action, item.action, at, catalog)
    if (item?.kind !== "service") return []
    return actionFaults(item.service, actionOf(item.service), at, catalog)
  })
}

/** Whether a text has the form of an action, of one service or `*`. */
export function isGoodAction(text: string): boolean {
  return isActionForm(text) && (text === "*" || !hasWildcard(serviceOf(text)))
}

function actionFaults(
  written: string,
  action: string,
  at: Pointer,
  catalog: Catalog,
): readonly Diagnostic[] {
  if (isGoodAction(action) || isTag(written)) return []
  return [
    ...(isActionForm(action) || /[$#]\{/.test(action) ? [] : [invalidFormat(written, at)]),
    ...(hasWildcardService(action) ? [wildcardService(written, action, at, catalog)] : []),
  ]
}

function invalidFormat(written: string, at: Pointer): Diagnostic {
  const meant = actionMeant(written)
  return diagnose(
    "invalid-action-format",
    "error",
    at,
    `${quoted(written)} is no action: AWS rejects the role, and the deploy fails. An action is a service, a colon and a name, such as \`s3:GetObject\` or \`s3:*\`, in letters, digits, \`-\`, \`*\` and \`?\`.`,
    meant === undefined ? {} : { fixes: [write(at, meant)] },
  )
}

/** The action that a text of another form clearly means: "s3", "s3:", "s3.GetObject", "s3: GetObject". */
function actionMeant(text: string): string | undefined {
  if (text.length > 200) return undefined
  const plain = text.replaceAll(/\s/g, "")
  const candidates = [
    plain,
    plain.replace(/::+/, ":"),
    plain.replace(/^([a-z\d-]+)[./](?=[A-Z*])/, "$1:"),
    // Services are written in one case; "GetObject" is none.
    ...(/^(?:[a-z\d-]+|[A-Z\d-]+):?$/.test(plain) ? [`${plain.replace(/:$/, "")}:*`] : []),
  ]
  return plain === "" ? undefined : candidates.find((one) => isGoodAction(one))
}

/** Whether what stands before the first colon holds a wildcard, and the whole doesn't mean everything. */
function hasWildcardService(action: string): boolean {
  const service = serviceOf(action)
  return hasWildcard(service) && !/[$#]\{/.test(service) && !isEveryAction(action)
}

function serviceOf(action: string): string {
  return action.slice(0, Math.max(0, action.indexOf(":")))
}

function wildcardService(
  written: string,
  action: string,
  at: Pointer,
  { services }: Catalog,
): Diagnostic {
  const service = serviceOf(action).toLowerCase()
  const matching =
    service.length > 60
      ? []
      : [...(services?.keys() ?? [])].filter((one) => patternCovers(service, one))
  const [only] = matching.length === 1 ? matching : []
  const name = action.slice(service.length + 1)
  const meant = only && isGoodAction(`${only}:${name}`) ? `${only}:${name}` : undefined
  return diagnose(
    "wildcard-in-action-service",
    "error",
    at,
    `${quoted(written)} has a wildcard in the service: AWS takes one only behind the colon, and rejects the role. Name each service by itself.`,
    meant === undefined ? {} : { fixes: [write(at, meant)] },
  )
}
