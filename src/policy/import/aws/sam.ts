import { isList, isObject, type JsonObject, type JsonValue } from "../../iam/document.ts"
import { functionName } from "./intrinsics.ts"
import { type Notes, quoted } from "./notes.ts"
import { noteLeft, type ReadPolicy, readDocument } from "./policies.ts"
import { type NamedRole, newRole, noteBoundary, readArn } from "./role.ts"

/** AWS managed policies below `service-role/` that SAM knows by their bare name. */
const serviceRoles = new Set(
  "AWSLambdaBasicExecutionRole AWSLambdaVPCAccessExecutionRole AWSLambdaSQSQueueExecutionRole AWSLambdaDynamoDBExecutionRole AWSLambdaKinesisExecutionRole AWSLambdaRole AWSLambdaENIManagementAccess AWSLambdaMSKExecutionRole".split(
    " ",
  ),
)

/** Whether SAM makes a role for resources of this type, from their `Policies`. */
export function isSamFunction(type: string): boolean {
  return type === "AWS::Serverless::Function" || type === "AWS::Serverless::StateMachine"
}

/**
 * The role that SAM makes for a function or a state machine: managed policies by name or ARN, policy documents;
 * SAM's policy templates are left out (AWS SAM, AWS::Serverless::Function, Policies). Undefined: none is made.
 */
export function readSamFunction(
  name: string,
  properties: JsonObject,
  notes: Notes,
  isTaken: (arn: JsonValue) => boolean,
): NamedRole | undefined {
  const { Policies, Role } = properties
  if (Policies === undefined || Policies === null || Role !== undefined) return undefined
  noteBoundary(properties.PermissionsBoundary, "PermissionsBoundary", notes)
  const policies: ReadPolicy[] = []
  const arns: string[] = []
  for (const entry of isList(Policies) ? Policies : [Policies]) {
    if (isTaken(entry)) continue
    if (typeof entry === "string") arns.push(managedArn(entry))
    else if (functionName(entry) !== undefined) arns.push(...readArn(entry, notes))
    else if (isObject(entry) && Object.hasOwn(entry, "Statement")) {
      const document = readDocument(entry, notes)
      if (document) policies.push({ PolicyDocument: document })
    } else noteTemplate(entry, notes)
  }
  return newRole(name, policies, arns)
}

function managedArn(name: string): string {
  if (name.includes("arn:")) return name
  return `arn:aws:iam::aws:policy/${serviceRoles.has(name) ? "service-role/" : ""}${name}`
}

function noteTemplate(entry: JsonValue, notes: Notes): void {
  const [name, ...others] = isObject(entry) ? Object.keys(entry) : []
  if (name === undefined || others.length > 0) {
    noteLeft(entry, "a policy", notes)
    return
  }
  const message = `${quoted(name)} is a policy template of SAM's, whose permissions aren't known here, so it is left out. Add what it grants by hand.`
  notes.add(message, entry)
}
