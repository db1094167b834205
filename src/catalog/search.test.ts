import { describe, expect, it } from "vitest"
import type { Catalog, CatalogService } from "../policy/index.ts"
import { loadCatalog } from "./catalog.ts"
import { byAccessLevel } from "./pack/services.ts"
import { searchCatalog } from "./search.ts"

const service = (prefix: string, name: string): [string, CatalogService] => [
  prefix,
  { prefix, name, actions: byAccessLevel(() => 0) },
]

const catalog: Catalog = {
  services: new Map([
    service("s3", "Amazon S3"),
    service("ec2messages", "Amazon Message Delivery Service"),
    service("ec2", "Amazon EC2"),
    service("ec2-instance-connect", "Amazon EC2 Instance Connect"),
    service("autoscaling", "Amazon EC2 Auto Scaling"),
    service("elasticloadbalancing", "AWS Elastic Load Balancing V2"),
    service("myec2", "Something"),
    service("other", "Notec2 Thing"),
  ]),
  managedPolicies: new Map(
    [
      "service-role/AWSLambdaBasicExecutionRole",
      "aws-service-role/AmazonS3",
      "AmazonS3ReadOnlyAccess",
      "AmazonS3FullAccess",
      "AmazonDynamoDBFullAccess",
      "AWSBackupServiceRolePolicyForS3Backup",
      "AdministratorAccess",
    ].map((name) => [name, { name }]),
  ),
}

const humps = ["Myec2", "AmazonEC2Role", "Ownlambda", "AWSLambdaExecute", "EC2"]
const humpCatalog: Catalog = {
  managedPolicies: new Map(humps.map((name) => [name, { name }])),
}

const rows = [
  // exact prefix, prefix begins, word of the name begins, prefix contains, name contains
  ["policy", "ec2", "ec2 ec2messages ec2-instance-connect autoscaling myec2 other"],
  ["policy", " S3 ", "s3"],
  ["policy", "Amazon EC2", "ec2 autoscaling ec2-instance-connect ec2messages"],
  ["policy", "elastic load", "elasticloadbalancing"],
  ["policy", "load elastic", "elasticloadbalancing"],
  ["policy", "elasticload", "elasticloadbalancing"],
  ["policy", "nothing", ""],
  [
    "policy",
    "",
    "autoscaling ec2 ec2-instance-connect ec2messages elasticloadbalancing myec2 other s3",
  ],
  ["managed_policy", "s3 full", "AmazonS3FullAccess"],
  ["managed_policy", "FULL  s3", "AmazonS3FullAccess"],
  ["managed_policy", "s3fullaccess", "AmazonS3FullAccess"],
  ["managed_policy", "dynamodb full", "AmazonDynamoDBFullAccess"],
  ["managed_policy", "zons3read", "AmazonS3ReadOnlyAccess"],
  ["managed_policy", "service-role/awslambda", "service-role/AWSLambdaBasicExecutionRole"],
  ["managed_policy", "lambda basic", "service-role/AWSLambdaBasicExecutionRole"],
  // the shorter first, what only service-linked roles can have last
  [
    "managed_policy",
    "s3",
    "AmazonS3FullAccess AmazonS3ReadOnlyAccess AWSBackupServiceRolePolicyForS3Backup aws-service-role/AmazonS3",
  ],
  [
    "managed_policy",
    "",
    "AdministratorAccess AmazonDynamoDBFullAccess AmazonS3FullAccess AmazonS3ReadOnlyAccess AWSBackupServiceRolePolicyForS3Backup service-role/AWSLambdaBasicExecutionRole aws-service-role/AmazonS3",
  ],
] as const

describe("searchCatalog", () => {
  it.each(rows)("in %s, '%s' finds %s", (list, query, found) => {
    const values = searchCatalog(catalog, list, query).map(({ value }) => value)
    expect(values.join(" ")).toBe(found)
  })

  it.each([
    ["policy", "s3", { value: "s3", label: "s3", detail: "Amazon S3" }],
    ["managed_policy", "adm", { value: "AdministratorAccess", label: "AdministratorAccess" }],
    [
      "managed_policy",
      "lambda",
      {
        value: "service-role/AWSLambdaBasicExecutionRole",
        label: "AWSLambdaBasicExecutionRole",
        detail: "service-role",
      },
    ],
    ["managed_policy", "amazons3", { value: "AmazonS3FullAccess", label: "AmazonS3FullAccess" }],
  ] as const)("in %s, '%s' first shows %o", (list, query, choice) => {
    expect(searchCatalog(catalog, list, query)[0]).toEqual(choice)
  })

  it.each([
    ["ec2", ["EC2", "AmazonEC2Role", "Myec2"]],
    ["lambda", ["AWSLambdaExecute", "Ownlambda"]],
    ["mbda", ["Ownlambda", "AWSLambdaExecute"]],
  ])("knows where the words of a name start: '%s' gives %o", (query, found) => {
    const choices = searchCatalog(humpCatalog, "managed_policy", query)
    expect(choices.map(({ value }) => value)).toEqual(found)
  })

  it.each(["", "ec2"])("gives at most as many as asked for ('%s')", (query) => {
    expect(searchCatalog(catalog, "policy", query, 2)).toHaveLength(2)
  })

  it.each(["policy", "managed_policy"] as const)("gives nothing without a part for %s", (list) => {
    expect(searchCatalog({}, list, "s3")).toEqual([])
  })
})

const aws = await loadCatalog("services", "managedPolicies")

describe("in AWS's data", () => {
  it("every service is first by its prefix", () => {
    for (const prefix of aws.services?.keys() ?? []) {
      expect(searchCatalog(aws, "policy", prefix)[0]?.value).toBe(prefix)
    }
  })

  it.each([
    ["policy", "Amazon EC2", "ec2"],
    ["policy", "elastic load", "elasticloadbalancing"],
    ["policy", "key management", "kms"],
    ["managed_policy", "s3 full", "AmazonS3FullAccess"],
    ["managed_policy", "admin", "AdministratorAccess"],
    ["managed_policy", "lambda basic", "service-role/AWSLambdaBasicExecutionRole"],
  ] as const)("in %s, '%s' leads to %s", (list, query, value) => {
    expect(searchCatalog(aws, list, query)[0]?.value).toBe(value)
  })
})
