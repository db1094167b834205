import { conditionOperatorNames } from "../../../policy/index.ts"

/** The operators, and those that ask about the values of a request one by one (IAM User Guide). */
export const conditionOperators: readonly string[] = [
  ...conditionOperatorNames,
  ...["ForAllValues", "ForAnyValue"].flatMap((set) =>
    ["StringEquals", "StringLike", "ArnLike"].map((operator) => `${set}:${operator}`),
  ),
]

/** Keys that any request has or may have (IAM User Guide, "AWS global condition context keys"). */
export const conditionKeys: readonly string[] = [
  "aws:CalledVia",
  "aws:CalledViaFirst",
  "aws:CalledViaLast",
  "aws:CurrentTime",
  "aws:MultiFactorAuthPresent",
  "aws:PrincipalAccount",
  "aws:PrincipalArn",
  "aws:PrincipalOrgID",
  "aws:PrincipalTag/",
  "aws:RequestedRegion",
  "aws:RequestTag/",
  "aws:ResourceAccount",
  "aws:ResourceOrgID",
  "aws:ResourceTag/",
  "aws:SecureTransport",
  "aws:SourceAccount",
  "aws:SourceArn",
  "aws:SourceIp",
  "aws:SourceVpc",
  "aws:SourceVpce",
  "aws:TagKeys",
  "aws:username",
  "aws:ViaAWSService",
  "iam:PassedToService",
]
