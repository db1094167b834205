import { expect, test } from "vitest"
import { type Catalog, configJsonSchema, settings } from "../../policy/index.ts"
import { completionsAt, wantsManagedPolicies } from "./completions.ts"
import { explain } from "./explain.ts"
import { keysAt } from "./schemaAt.ts"

const actions = { List: 1, Read: 2, Tagging: 0, Write: 3, "Permissions management": 0 }
const catalog: Catalog = {
  services: new Map([
    ["s3", { prefix: "s3", name: "Amazon S3", actions }],
    ["kms", { prefix: "kms", name: "AWS Key Management Service", actions }],
  ]),
  managedPolicies: new Map([["AmazonS3FullAccess", { name: "AmazonS3FullAccess" }]]),
  actions: new Map([
    [
      "s3",
      new Map([
        ["getobject", { name: "GetObject", level: "Read" }],
        ["listbucket", { name: "ListBucket", level: "List" }],
      ]),
    ],
  ]),
  details: new Map([
    [
      "s3",
      {
        actions: new Map([
          [
            "getobject",
            {
              description: "Retrieves objects",
              resourceTypes: [{ key: "object", required: true }],
              conditionKeys: ["s3:TlsVersion"],
            },
          ],
        ]),
        resourceTypes: new Map([
          [
            "object",
            {
              key: "object",
              arns: [`arn:\${Partition}:s3:::\${BucketName}/\${ObjectName}`],
              conditionKeys: [],
            },
          ],
        ]),
        conditionKeys: new Map([["s3:tlsversion", { key: "s3:TlsVersion", type: "Numeric" }]]),
      },
    ],
  ]),
  globalKeys: new Map([["aws:sourceip", { key: "aws:SourceIp", type: "IPAddress" }]]),
}

/** `|` is the caret. */
function complete(marked: string) {
  const json = marked.replace("|", "")
  const { replace, completions } = completionsAt(json, marked.indexOf("|"), catalog)
  return {
    replaced: json.slice(replace.start, replace.end),
    labels: completions.map(({ label }) => label),
    snippets: completions.map(({ snippet }) => snippet),
  }
}

test("the settings are keys of the whole", () => {
  expect(complete("{|}").labels).toEqual([...settings])
  expect(complete('{"pol|"}')).toMatchObject({ replaced: '"pol"' })
  expect(complete('{|\n"policy": []}').snippets[0]).toBe('"policy": [$0],')
  expect(complete('{"|": []}').snippets[0]).toBe('"policy"')
})

test("services and a statement are items of a policy list", () => {
  const { labels, snippets } = complete('{"default_policy": ["k|"]}')
  expect(labels).toEqual(["{ } statement", "kms", "s3"])
  expect(snippets).toContain('"kms"')
})

test("managed policies are items of a managed list, loaded when they are wanted", () => {
  expect(complete('{"managed_policy": ["|"]}').labels).toEqual(["AmazonS3FullAccess"])
  expect(wantsManagedPolicies('{"managed_policy": [""]}', 21)).toBe(true)
  expect(wantsManagedPolicies('{"policy": [""]}', 13)).toBe(false)
})

test("the elements of IAM are keys of an item, of a document's statement and of an inline policy's", () => {
  const elements = ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"]
  for (const json of [
    '{"policy": [{|}]}',
    '{"policy": [{"Statement": [{|}]}]}',
    '{"policy": [{"Statement": {|}}]}',
    '{"policy": [{"PolicyDocument": {"Statement": [{|}]}}]}',
  ]) {
    const { labels } = complete(json)
    expect(labels).toEqual(expect.arrayContaining(elements))
    expect(labels).not.toContain("Principal")
  }
})

test("values that are known by heart", () => {
  expect(complete('{"policy": [{"Effect": |}]}').labels).toEqual(["Allow", "Deny"])
  expect(complete('{"policy": [{"Version": "|"}]}').labels).toEqual(["2012-10-17", "2008-10-17"])
  expect(complete('{"policy": [{"Action": ["|"]}]}').snippets).toContain('"s3:$0"')
  expect(complete('{"policy": [{"Condition": {|}}]}').labels).toContain("StringLike")
  expect(complete('{"other": ["|"]}').labels).toEqual([])
})

test.each([
  ["an action of the list", '{"policy": ["s3:|"]}', ["{ } statement", "s3:*", "s3:GetObject"]],
  ["an action of a statement", '{"policy": [{"Action": ["s3:G|"]}]}', ["s3:*", "s3:GetObject"]],
  [
    "a resource that the actions take",
    '{"policy": [{"Action": "s3:GetObject", "Resource": "|"}]}',
    ["arn:aws:s3:::<BucketName>/<ObjectName>", "*"],
  ],
  ["any resource", '{"policy": [{"Resource": ["|"]}]}', ["*"]],
  [
    "a key that the actions know, before the global ones",
    '{"policy": [{"Statement": [{"Action": ["s3:GetObject"], "Condition": {"NumericEquals": {|}}}]}]}',
    ["s3:TlsVersion", "aws:SourceIp"],
  ],
])("AWS's names: %s", (_, marked, expected) => {
  const { labels } = complete(marked)
  expect(labels.slice(0, expected.length)).toEqual(expected)
})

test("every setting, element and operator says what it is for", () => {
  for (const path of [[], ["policy", 0], ["policy", 0, "Condition"]])
    for (const [key, { description }] of keysAt(configJsonSchema, path))
      expect(description, key).toMatch(/[.,)]$/)
})

test.each([
  { json: '{"pol|icy": []}', says: "beyond Jets' defaults" },
  { json: '{"policy": ["s|3"]}', says: "All actions of Amazon S3 on every resource" },
  { json: '{"managed_policy": ["Amazon|S3FullAccess"]}', says: "managed policy of AWS" },
  { json: '{"policy": [{"Eff|ect": "Deny"}]}', says: "wins over every" },
  {
    json: '{"policy": [{"Action": ["kms:De|crypt"]}]}',
    says: "AWS Key Management Service: Decrypt",
  },
])("$json: $says", ({ json, says }) => {
  expect(explain(json.replace("|", ""), json.indexOf("|"), catalog)?.says).toContain(says)
})

test.each(["{|}", '{"policy": [1|2]}', '{"oth|er": 1}', '{"x": "y|"}'])("nothing of %s", (json) => {
  expect(explain(json.replace("|", ""), json.indexOf("|"), catalog)).toBeUndefined()
})
