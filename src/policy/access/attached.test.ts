// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation's placeholders look like that
import { expect, test } from "vitest"
import type { Catalog } from "../iam/catalog.ts"
import type { Role } from "../role/build.ts"
import { attachedPolicies, managedNames } from "./attached.ts"

const document = { Version: "2012-10-17", Statement: [] }
const catalog: Catalog = {
  managedDocuments: new Map([
    ["AdministratorAccess", document],
    ["service-role/AWSLambdaRole", document],
  ]),
}
const roleWith = (...ManagedPolicyArns: readonly string[]): Role => ({
  Policies: [{ PolicyName: "own" }],
  ManagedPolicyArns,
})

test.each<[string, string | undefined, boolean]>([
  ["arn:aws:iam::aws:policy/AdministratorAccess", "AdministratorAccess", true],
  ["arn:aws:iam::aws:policy/service-role/AWSLambdaRole", "service-role/AWSLambdaRole", true],
  ["arn:aws-cn:iam::aws:policy/AdministratorAccess", "AdministratorAccess", true],
  ["arn:aws-us-gov:iam::aws:policy/AdministratorAccess", "AdministratorAccess", true],
  ["arn:aws:iam::aws:policy/ReadOnlyAccess", "ReadOnlyAccess", false],
  ["arn:aws:iam::123456789012:policy/AdministratorAccess", undefined, false],
  ["arn:aws:iam::aws:role/AdministratorAccess", undefined, false],
  ["arn:other:iam::aws:policy/AdministratorAccess", undefined, false],
  ["x arn:aws:iam::aws:policy/AdministratorAccess", undefined, false],
  ["arn:aws:iam::aws:policy/", undefined, false],
  ["!Sub arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess", undefined, false],
])("%s is %s, known: %s", (arn, name, isKnown) => {
  const role = roleWith(arn)
  expect(managedNames(role)).toEqual(name === undefined ? [] : [name])
  expect(attachedPolicies(role, catalog)).toEqual({
    policies: [
      ...role.Policies,
      ...(isKnown ? [{ PolicyName: arn, PolicyDocument: document }] : []),
    ],
    unknown: isKnown ? [] : [arn],
  })
})

test("each once, the role's own first", () => {
  const admin = "arn:aws:iam::aws:policy/AdministratorAccess"
  const { policies, unknown } = attachedPolicies(roleWith("a", admin, "a", admin), catalog)
  expect(policies.map(({ PolicyName }) => PolicyName)).toEqual(["own", admin])
  expect(unknown).toEqual(["a"])
})

test("without a catalog all are unknown", () => {
  const arn = "arn:aws:iam::aws:policy/AdministratorAccess"
  expect(attachedPolicies(roleWith(arn), {}).unknown).toEqual([arn])
})
