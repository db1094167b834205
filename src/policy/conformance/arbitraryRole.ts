import fc from "fast-check"
import type { JsonObject } from "../iam/document.ts"
import type { Role } from "../role/build.ts"

const action = fc.constantFrom(
  ..."*|s3:*|s3:Get*|S3:getobject|s3:*Object|iam:*|iam:PassRole|iam:?assRole|logs:CreateLogGroup|dynamodb:*Item|*:Get*|kinesis:*|nosuch:*|nosuch:Do|s3:NoSuch|#{x}:*".split(
    "|",
  ),
)
const resource = fc.constantFrom(
  "*",
  "arn:aws:s3:::a/*",
  "arn:aws:s3:::a/b",
  "arn:aws:iam::*:role/x",
)
const texts = (one: fc.Arbitrary<string>) =>
  fc.oneof(one, fc.array(one, { minLength: 1, maxLength: 3 }))
const effect = fc.constantFrom("Allow", "Deny")

/** A statement without conditions, NotAction and NotResource, over the services of `accessCatalog`. */
export const plainStatement: fc.Arbitrary<JsonObject> = fc.record({
  Effect: effect,
  Action: texts(action),
  Resource: texts(resource),
})

/** Any statement over these services. */
export const anyStatement: fc.Arbitrary<JsonObject> = fc
  .tuple(
    plainStatement,
    fc.record(
      {
        NotAction: texts(action),
        NotResource: texts(resource),
        Condition: fc.constantFrom<JsonObject>(
          {},
          { StringEquals: { "aws:PrincipalTag/a": "b" } },
          { Bool: { "aws:SecureTransport": "true" } },
        ),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([{ Effect, Action, Resource }, { NotAction, NotResource, Condition }]) => ({
    Effect: Effect ?? "Allow",
    ...(NotAction ? { NotAction } : { Action: Action ?? [] }),
    ...(NotResource ? { NotResource } : { Resource: Resource ?? [] }),
    ...(Condition && { Condition }),
  }))

/** A role that has just these statements, and perhaps managed policies, known and unknown. */
export function roleOf(statements: readonly JsonObject[], arns: readonly string[] = []): Role {
  return {
    Policies: [
      { PolicyName: "p", PolicyDocument: { Version: "2012-10-17", Statement: statements } },
    ],
    ManagedPolicyArns: arns,
  }
}

/** ARNs of managed policies, one known to `accessCatalog`, one not. */
export const someArns = fc.subarray([
  "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
  "arn:aws:iam::123456789012:policy/own",
])
