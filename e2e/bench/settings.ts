import type { IamConfig, JsonObject, JsonValue } from "../../src/policy/index.ts"

/** What the lists are made of: statements of all usual forms, or names alone. */
export type Mix = "statements" | "strings"

/** The name in the item that is typed into, which the benchmark finds its place by. */
export const sid = "Typed"
/** Where the item that is typed into stands: in the middle, so that much lies on either side. */
export const typedPlace = (count: number) => Math.floor(count / 2)

type Service = readonly [name: string, resource: string, verbs: readonly string[]]

const services: readonly Service[] = [
  ["s3", "arn:aws:s3:::app-#/*", ["GetObject", "PutObject", "DeleteObject"]],
  ["dynamodb", "arn:aws:dynamodb:us-east-1:123456789012:table/t#", ["GetItem", "Query", "PutItem"]],
  ["sqs", "arn:aws:sqs:eu-west-1:123456789012:queue-#", ["SendMessage", "ReceiveMessage"]],
  [
    "ssm",
    "arn:aws:ssm:us-east-1:123456789012:parameter/app/#/*",
    ["GetParameter", "GetParameters"],
  ],
  ["kms", "arn:aws:kms:us-east-1:123456789012:key/0000-#", ["Decrypt", "GenerateDataKey"]],
  ["ec2", "arn:aws:ec2:us-east-1:123456789012:instance/i-#", ["StartInstances", "StopInstances"]],
  ["secretsmanager", "arn:aws:secretsmanager:us-east-1:123456789012:secret:s#", ["GetSecretValue"]],
]

/** Settings with so many items under `policy`, all different, one of them the statement to type into. */
export function settingsOf(count: number, mix: Mix): IamConfig {
  const make = mix === "strings" ? nameOf : itemOf
  const policy = Array.from({ length: count }, (_, index) =>
    index === typedPlace(count) ? { Sid: sid, ...statementOf(index) } : make(index),
  )
  return { policy }
}

function nameOf(index: number): string {
  const [service, , verbs] = serviceOf(index)
  return `${service}:${verbs[index % verbs.length]}${index}*`
}

/** Of each ten: six statements, one with a condition, a policy document, two names. */
function itemOf(index: number): JsonValue {
  const place = index % 10
  if (place === 3 || place === 7) return nameOf(index)
  if (place === 5)
    return {
      Version: "2012-10-17",
      Statement: [statementOf(index), { ...statementOf(index + 1), Effect: "Deny" }],
    }
  const statement = statementOf(index)
  if (place !== 8) return place % 2 === 0 ? { Sid: `S${index}`, ...statement } : statement
  return {
    ...statement,
    Condition: { StringEquals: { "aws:RequestedRegion": ["us-east-1", `eu-west-${index}`] } },
  }
}

function statementOf(index: number): JsonObject {
  const [service, resource, verbs] = serviceOf(index)
  return {
    Effect: "Allow",
    Action: verbs.map((verb) => `${service}:${verb}`),
    Resource: [resource.replace("#", String(index)), `${resource.replace("#", `${index}-old`)}`],
  }
}

function serviceOf(index: number) {
  const service = services[index % services.length]
  if (!service) throw new Error("no services")
  return service
}
