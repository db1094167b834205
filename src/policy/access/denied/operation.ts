import { actionsOfApi } from "../../iam/apiNames.ts"
import type { FoundDenial } from "./denial.ts"
import { recordsIn } from "./record.ts"
import { saysWho } from "./sentence.ts"

const name = "([a-z][a-z\\d-]*:[a-z][a-z\\d]*)"

/** CloudFormation, with the action alone before the service's words. */
const api = new RegExp(
  `\\bAPI: ?${name} ?(?:Access ?Denied|You are not authorized to perform this operation)\\b`,
  "gi",
)
const mayNotCall = new RegExp(
  `\\b(?:doesn['’]?t|does not) have permissions? to call:? ${name}`,
  "gi",
)
/** Lambda passes another service's denial on. */
const deniedBy =
  /\bYour access has been denied by ([A-Z][A-Z\d]*),[^.:]{0,200} permission to ([A-Z]\w*)\b/gi
const ciphertext =
  /\bThe ciphertext refers to an? (?:customer master|AWS KMS|KMS) key that does not exist\b/gi
/** botocore and the aws CLI. */
const whenCalling =
  /\((\w[\w.]{0,60})\) when calling the (\w{1,100}) operation(?: \([^()]{0,60}\))?: ?/g
/** AWS SDK for Go 2, Terraform. */
const operationError =
  /\boperation error ([\w ]{1,60}): (\w{1,100}),(?:(?!operation error ).){0,600}?\bapi error (\w{1,60}): ?/g

/**
 * The denials of messages that name no resource and no principal: an action alone, or the operation that was
 * called, which gives the action where that is sure: EC2, S3 and SQS (access-denied.json, "rules").
 */
export function deniedOperations(text: string): readonly FoundDenial[] {
  const found: FoundDenial[] = []
  const add = (at: number, action: string | undefined) => {
    if (action) found.push({ at, denial: { action, denied: "unknown", by: "unknown" } })
  }
  for (const { index, 0: words, 1: action } of text.matchAll(api))
    if (!saysWho(text, index + words.length)) add(index, action)
  for (const { index, 1: action } of text.matchAll(mayNotCall)) add(index, action)
  for (const { index, 1: service = "", 2: call } of text.matchAll(deniedBy))
    add(index, `${prefixOf(service)}:${call}`)
  for (const { index } of text.matchAll(ciphertext)) add(index, "kms:Decrypt")
  for (const { index, 0: words, 1: code = "", 2: call = "" } of text.matchAll(whenCalling))
    add(index, actionOfCall(call, code, text, index + words.length))
  for (const { index, 0: words, 1: service, 2: call = "", 3: code = "" } of text.matchAll(
    operationError,
  ))
    add(index, actionOfCall(call, code, text, index + words.length, service))
  for (const { at, call, code, source, message } of recordsIn(text))
    add(at, actionOfCall(call, code, text, message, source))
  return found
}

/** The action that a call which was denied needs, by the error's code and the message that begins at `at`. */
function actionOfCall(
  call: string,
  code: string,
  text: string,
  at: number | undefined,
  service?: string,
): string | undefined {
  const message = at === undefined ? "" : text.slice(at, at + 200)
  const is = (prefix: string) => service === undefined || prefixOf(service) === prefix
  if (/\bUnauthorizedOperation$/.test(code) && is("ec2")) {
    const own = /^You are not authorized to perform this operation\b/.exec(message)
    return own && at !== undefined && saysWho(text, at + own[0].length) ? undefined : `ec2:${call}`
  }
  if (is("sqs") && /^Access to the resource https?:\/\/\S*(?:sqs|queue)\S* is denied/.test(message))
    return `sqs:${call}`
  if (
    /^(?:403|Forbidden)$/.test(code) &&
    message.startsWith("Forbidden") &&
    /^Head(?:Bucket|Object)$/.test(call)
  )
    return actionOfS3(call)
  if (!is("s3") || code !== "AccessDenied") return undefined
  return /^Access Denied\b/.test(message) && (service !== undefined || isOfS3(call))
    ? actionOfS3(call)
    : undefined
}

/** S3's operations go by what they are about; no other service's say "Access Denied" of these. */
function isOfS3(call: string): boolean {
  return /Bucket|Object|Multipart|UploadPart/.test(call)
}

/** The one action that an operation of S3 needs; undefined for one that needs several. */
function actionOfS3(call: string): string | undefined {
  const actions = actionsOfApi("s3", call) ?? [`s3:${call}`]
  return actions.length === 1 ? actions[0] : undefined
}

/** IAM's prefix of a service as an error calls it. */
function prefixOf(service: string): string {
  const plain = service.toLowerCase().replace(/\.amazonaws\.com$/, "")
  return plain === "efs" ? "elasticfilesystem" : plain
}
