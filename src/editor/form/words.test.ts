import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  type AccessLevel,
  type Catalog,
  type CatalogService,
  type JsonObject,
  type JsonValue,
  toPolicyItem,
} from "../../policy/index.ts"
import { counted, describeItem, describeManaged } from "./words.ts"

const service = (prefix: string, name: string, power = 0): [string, CatalogService] => {
  const actions: Record<AccessLevel, number> = {
    List: 1_000,
    Read: 200,
    Tagging: 3,
    Write: 30,
    "Permissions management": power,
  }
  return [prefix, { prefix, name, actions }]
}
const catalog: Catalog = {
  services: new Map([
    service("s3", "Amazon S3", 1),
    service("ec2", "Amazon EC2"),
    service("sqs", "Amazon SQS"),
  ]),
}

function words(value: JsonValue, names = catalog) {
  const item = toPolicyItem(value, "")
  return item && describeItem(item, names)
}

describe("names", () => {
  const rows: { item: string; says: string; name?: string; facts?: string[] }[] = [
    {
      item: "s3",
      says: "All actions of Amazon S3 on every resource",
      facts: ["1,234 actions", "Permissions"],
    },
    { item: "ec2", says: "All actions of Amazon EC2 on every resource", facts: ["1,233 actions"] },
    {
      item: "S3",
      says: "All actions of Amazon S3 on every resource",
      facts: ["1,234 actions", "Permissions"],
    },
    { item: "foo", says: "All actions of foo on every resource" },
    { item: "*", says: "Every action of every service on every resource" },
    { item: "*:*", says: "Every action of every service on every resource" },
    { item: "s*", says: "All actions of services that match s* on every resource" },
    { item: "s3:*", says: "All actions of Amazon S3 on every resource" },
    { item: "s3:GetObject", says: "1 action of Amazon S3 on every resource" },
    { item: "S3:GetObject", says: "1 action of Amazon S3 on every resource" },
    { item: "s3:Get*", says: "The actions of Amazon S3 that match Get* on every resource" },
    { item: "s3:*Object", says: "The actions of Amazon S3 that match *Object on every resource" },
    { item: "*:Get?", says: "The actions of every service that match Get? on every resource" },
    { item: ":", says: "1 action of no service on every resource" },
    { item: "!Ref Service", says: "Filled in by CloudFormation" },
    { item: "!Sub s3:Get*", says: "Filled in by CloudFormation" },
    { item: "arn:aws:iam::aws:policy/A", says: "An ARN, not an action: it grants nothing" },
    { item: "", name: '""', says: "An empty name: it grants nothing" },
    { item: " ", name: '" "', says: "An empty name: it grants nothing" },
  ]
  test.each(rows)("$item", ({ item, says, name = item, facts = [] }) => {
    const made = words(item)
    expect({ ...made, facts: made?.facts.map((fact) => fact.text) }).toEqual({ name, says, facts })
  })

  test("only the fact about permissions is marked as power", () => {
    expect(words("s3")?.facts.filter((fact) => fact.power)).toEqual([
      { text: "Permissions", power: true },
    ])
  })

  test("without the catalog the prefix stands for the name", () => {
    expect(words("s3", {})).toEqual({
      name: "s3",
      says: "All actions of s3 on every resource",
      facts: [],
    })
  })
})

describe("statements", () => {
  const all = { Effect: "Allow", Resource: "*" }
  const every = "on every resource"
  const rows: { statement: JsonObject; says: string }[] = [
    { statement: { ...all, Action: "s3:*" }, says: `Allow all actions of Amazon S3 ${every}` },
    { statement: { ...all, Action: "*" }, says: `Allow every action of every service ${every}` },
    {
      statement: { ...all, Action: ["s3:Get", "*"] },
      says: `Allow every action of every service ${every}`,
    },
    {
      statement: { ...all, Action: ["s3:*", "EC2:*"] },
      says: `Allow all actions of Amazon S3 and Amazon EC2 ${every}`,
    },
    {
      statement: { ...all, Action: ["s3:*", "s3:GetObject"] },
      says: `Allow all actions of Amazon S3 ${every}`,
    },
    {
      statement: { ...all, Action: ["s3:*", "ec2:RunInstances"] },
      says: `Allow all actions of Amazon S3 and 1 action of Amazon EC2 ${every}`,
    },
    {
      statement: { ...all, Action: ["s3:A", "S3:B"] },
      says: `Allow 2 actions of Amazon S3 ${every}`,
    },
    {
      statement: { ...all, Action: ["s3:A", "ec2:B", "sqs:C"] },
      says: `Allow 3 actions of 3 services ${every}`,
    },
    {
      statement: { ...all, Action: ["s3:*", "ec2:*", "sqs:*"] },
      says: `Allow all actions of 3 services ${every}`,
    },
    {
      statement: { ...all, Action: ["s3:Get*"] },
      says: `Allow the actions of Amazon S3 that match Get* ${every}`,
    },
    {
      statement: { ...all, Action: ["s3:Get*", "s3:List*"] },
      says: `Allow 2 action patterns of Amazon S3 ${every}`,
    },
    {
      statement: { ...all, Action: ["s3:Get*", "s3:ListBucket"] },
      says: `Allow 1 action and 1 action pattern of Amazon S3 ${every}`,
    },
    { statement: { ...all, Action: "s3" }, says: `Allow 1 name without a service ${every}` },
    { statement: { ...all, Action: [] }, says: `Allow no actions yet ${every}` },
    { statement: { ...all, Action: 5 }, says: `Allow no actions yet ${every}` },
    {
      statement: { ...all, NotAction: "iam:*" },
      says: `Allow every action except all actions of iam ${every}`,
    },
    {
      statement: { ...all, NotAction: ["s3:A", "s3:B"] },
      says: `Allow every action except 2 actions of Amazon S3 ${every}`,
    },
    { statement: { ...all, NotAction: [] }, says: `Allow no actions yet ${every}` },
    {
      statement: { Effect: "Deny", Action: "s3:A", Resource: ["a", "b"] },
      says: "Deny 1 action of Amazon S3 on 2 resources",
    },
    {
      statement: { Effect: "Allow", Action: "s3:A", Resource: ["a", "*"] },
      says: `Allow 1 action of Amazon S3 ${every}`,
    },
    {
      statement: { Effect: "Allow", Action: "s3:A", Resource: { "Fn::Sub": "x" } },
      says: "Allow 1 action of Amazon S3 on 1 resource",
    },
    {
      statement: { Effect: "Allow", Action: "s3:A" },
      says: "Allow 1 action of Amazon S3, no resources yet",
    },
    {
      statement: { Effect: "Allow", Action: "s3:A", NotResource: ["a", "b"] },
      says: "Allow 1 action of Amazon S3 on every resource except 2",
    },
    {
      statement: { Effect: "Allow", Action: "s3:A", NotResource: 5 },
      says: "Allow 1 action of Amazon S3, no resources yet",
    },
    {
      statement: { ...all, Action: "s3:A", Condition: { Bool: { "aws:SecureTransport": true } } },
      says: `Allow 1 action of Amazon S3 ${every}, under a condition`,
    },
    {
      statement: { ...all, Action: "s3:A", Condition: {} },
      says: `Allow 1 action of Amazon S3 ${every}`,
    },
    {
      statement: { Action: "s3:A", Resource: "*" },
      says: `No effect yet for 1 action of Amazon S3 ${every}`,
    },
    {
      statement: { Effect: "allow", Action: "s3:A", Resource: "*" },
      says: `No valid effect for 1 action of Amazon S3 ${every}`,
    },
    { statement: {}, says: "No effect and no actions yet" },
    { statement: { Foo: 1 }, says: "No effect and no actions yet" },
    {
      statement: { Effect: 1, Action: 2, Resource: 3, Condition: 4 },
      says: "No valid effect for no actions yet, no resources yet",
    },
  ]
  test.each(rows)("$says", ({ statement, says }) => {
    expect(words(statement)).toEqual({ name: "Statement", says, facts: [] })
  })
})

describe("documents and inline policies", () => {
  const one = { Effect: "Allow", Action: "s3:*", Resource: "*" }
  const says = "Allow all actions of Amazon S3 on every resource"
  const own = "A policy of its own:"
  const rows: { item: JsonObject; name: string; says: string }[] = [
    { item: { Statement: one }, name: "Document", says },
    { item: { Statement: [7, one] }, name: "Document", says },
    { item: { Statement: [] }, name: "Document", says: "No statements yet" },
    { item: { Statement: 7 }, name: "Document", says: "No statements yet" },
    { item: { Version: "2012-10-17" }, name: "Document", says: "No statements yet" },
    {
      item: { Statement: [one, {}] },
      name: "Document",
      says: "2 statements, the first: allow all actions of Amazon S3 on every resource",
    },
    {
      item: { PolicyName: "Mine", PolicyDocument: { Statement: one } },
      name: "Mine",
      says: `${own} allow all actions of Amazon S3 on every resource`,
    },
    { item: { PolicyDocument: 1 }, name: "Inline policy", says: `${own} no statements yet` },
    { item: { PolicyName: 1 }, name: "Inline policy", says: `${own} no statements yet` },
    { item: { PolicyName: " " }, name: "Inline policy", says: `${own} no statements yet` },
  ]
  test.each(rows)("$item", ({ item, name, says }) => {
    expect(words(item)).toEqual({ name, says, facts: [] })
  })
})

test.each([
  { name: "AmazonS3ReadOnlyAccess", says: "By its name, a managed policy of AWS", facts: ["AWS"] },
  { name: "arn:aws:iam::aws:policy/A", says: "A managed policy of AWS", facts: ["AWS"] },
  { name: "arn:aws-cn:iam::aws:policy/A", says: "A managed policy of AWS", facts: ["AWS"] },
  {
    name: "arn:aws:iam::012345678901:policy/A",
    says: "Your own, in account 012345678901",
    facts: ["Own"],
  },
  { name: "!Sub arn:x", says: "A managed policy, by its ARN", facts: [] },
])("managed policy $name", ({ name, says, facts }) => {
  const made = describeManaged(name)
  expect({ ...made, facts: made.facts.map((fact) => fact.text) }).toEqual({ name, says, facts })
})

test("an empty managed policy is said", () => {
  expect(describeManaged("")).toMatchObject({
    name: '""',
    says: "An empty name: it grants nothing",
  })
})

test.each([
  [0, "0 items"],
  [1, "1 item"],
  [2, "2 items"],
  [1234, "1,234 items"],
])("%i is %s", (count, says) => expect(counted(count, "item")).toBe(says))

test("any JSON object and any text has words, and never throws", () => {
  const keys =
    "Effect Action NotAction Resource NotResource Condition Statement PolicyName PolicyDocument Version __proto__"
  const key = fc.constantFrom(...keys.split(" "))
  const leaf = fc.oneof(
    fc.jsonValue({ maxDepth: 1 }),
    fc.constantFrom("*", "s3:*", ":", "s3:Get*", "Allow"),
  )
  const { object } = fc.letrec((tie) => ({
    object: fc.dictionary(
      key,
      fc.oneof({ maxDepth: 2 }, leaf, tie("object"), fc.array(tie("object"), { maxLength: 2 })),
    ),
  }))
  fc.assert(
    fc.property(fc.oneof(object, fc.string()), (value) => {
      const read: JsonValue = JSON.parse(JSON.stringify(value))
      const made = words(read)
      expect(made?.name.trim()).toBeTruthy()
      expect(made?.says.trim()).toBeTruthy()
      expect(made?.says).not.toMatch(/undefined|\[object/)
    }),
  )
})

describe("facts of actions", () => {
  const detailed: Catalog = {
    ...catalog,
    actions: new Map([
      [
        "s3",
        new Map([
          ["getobject", { name: "GetObject", level: "Read" }],
          ["getbucketacl", { name: "GetBucketAcl", level: "Read" }],
          ["listbucket", { name: "ListBucket", level: "List" }],
          ["putobject", { name: "PutObject", level: "Write" }],
          ["putbucketpolicy", { name: "PutBucketPolicy", level: "Permissions management" }],
        ]),
      ],
    ]),
  }
  test.each<{ item: JsonValue; facts: string[] }>([
    { item: "s3:GetObject", facts: ["Read"] },
    { item: "s3:getobject", facts: ["Read"] },
    { item: "s3:PutBucketPolicy", facts: ["Permissions"] },
    { item: "s3:Get*", facts: ["2 actions", "Read"] },
    { item: "s3:*Bucket*", facts: ["3 actions", "List, Read", "Permissions"] },
    { item: "s3:GetObjet", facts: [] },
    { item: "ec2:RunInstances", facts: [] },
    { item: "s3:Nothing*", facts: [] },
    {
      item: { Action: ["s3:GetObject", "s3:Get*", "s3:PutObject"] },
      facts: ["3 actions", "Read, Write"],
    },
    { item: { Action: ["s3:GetObject", "foo:Bar"] }, facts: [] },
    { item: { NotAction: "s3:*" }, facts: [] },
  ])("$item: $facts", ({ item, facts }) => {
    expect(words(item, detailed)?.facts.map(({ text }) => text)).toEqual(facts)
  })
})
