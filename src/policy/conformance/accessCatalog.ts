import type { AccessLevel, Catalog, CatalogAction, CatalogService } from "../iam/catalog.ts"

const written: Readonly<Record<string, readonly [string, Partial<Record<AccessLevel, string>>]>> = {
  s3: [
    "Amazon S3",
    {
      List: "ListBucket ListAllMyBuckets",
      Read: "GetObject GetObjectAcl GetBucketAcl",
      Tagging: "PutObjectTagging",
      Write: "PutObject DeleteObject",
      "Permissions management": "PutBucketPolicy",
    },
  ],
  iam: [
    "IAM",
    {
      List: "ListRoles",
      Read: "GetRole",
      Write: "CreateUser PassRole",
      "Permissions management": "PutRolePolicy AttachRolePolicy",
    },
  ],
  logs: ["Logs", { List: "DescribeLogGroups", Write: "CreateLogGroup PutLogEvents" }],
  dynamodb: ["DynamoDB", { List: "ListTables", Read: "GetItem Query", Write: "PutItem" }],
  kinesis: ["Kinesis", { Write: "PutRecord" }],
}

const actions = new Map<string, ReadonlyMap<string, CatalogAction>>()
const services = new Map<string, CatalogService>()
for (const [prefix, [name, levels]] of Object.entries(written)) {
  const own = new Map<string, CatalogAction>()
  const count = { List: 0, Read: 0, Tagging: 0, Write: 0, "Permissions management": 0 }
  const add = (level: AccessLevel, names = "") => {
    for (const action of names.split(" ").filter(Boolean)) {
      own.set(action.toLowerCase(), { name: action, level })
      count[level] += 1
    }
  }
  add("List", levels.List)
  add("Read", levels.Read)
  add("Tagging", levels.Tagging)
  add("Write", levels.Write)
  add("Permissions management", levels["Permissions management"])
  actions.set(prefix, own)
  services.set(prefix, { prefix, name, actions: count })
}

/** A catalog of five services, small enough to count by hand; two managed policies. */
export const accessCatalog: Catalog = {
  actions,
  services,
  managedDocuments: new Map([
    [
      "AmazonSSMReadOnlyAccess",
      { Statement: [{ Effect: "Allow", Action: ["ssm:Get*"], Resource: "*" }] },
    ],
    ["AWSCertificateManagerReadOnly", { Statement: [] }],
    ["AdministratorAccess", { Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }],
    [
      "AmazonS3ReadOnlyAccess",
      { Statement: [{ Effect: "Allow", Action: ["s3:Get*", "s3:List*"], Resource: "*" }] },
    ],
  ]),
}
