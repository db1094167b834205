import { describe, expect, test } from "vitest"
import type { Catalog, IamConfig, JsonValue } from "../../policy/index.ts"
import { createHidden } from "./filter.ts"
import { rowsOf } from "./rows.ts"

const rows = (policy: JsonValue[], firstId = 1) => {
  const config: IamConfig = { policy }
  return rowsOf(config, "policy").map((row, index) => ({ ...row, id: firstId + index }))
}
const items: JsonValue[] = [
  "s3",
  "ec2:DescribeInstances",
  { Sid: "Orders", Effect: "Deny", Action: "dynamodb:PutItem", Resource: "*" },
  7,
]

describe("a filter", () => {
  test.each([
    { query: "", shown: [1, 2, 3, 4] },
    { query: "  ", shown: [1, 2, 3, 4] },
    { query: "s3", shown: [1] },
    { query: "EC2 describe", shown: [2] },
    { query: "orders", shown: [3] },
    { query: "putitem  DENY", shown: [3] },
    { query: '"Resource":"*"', shown: [3] },
    { query: "leaves it out", shown: [4] },
    { query: "s3 orders", shown: [] },
  ])("$query", ({ query, shown }) => {
    const hidden = createHidden(false)(query, rows(items), {})
    expect(rows(items).flatMap(({ id }) => (hidden.has(id) ? [] : [id]))).toEqual(shown)
  })

  test("finds a service by its name, once the catalog has come", () => {
    const hiddenOf = createHidden(false)
    const actions = { List: 1, Read: 0, Write: 0, Tagging: 0, "Permissions management": 0 }
    const services: Catalog["services"] = new Map([
      ["s3", { prefix: "s3", name: "Amazon S3", actions }],
    ])
    expect(hiddenOf("amazon", rows(["s3"]), {}).size).toBe(1)
    hiddenOf("", rows(["s3"]), {})
    expect(hiddenOf("amazon", rows(["s3"]), { services }).size).toBe(0)
  })

  test("a row that is edited or added stays, until the filter changes", () => {
    const hiddenOf = createHidden(false)
    const before = hiddenOf("s3", rows(["s3", "ec2"]), {})
    expect([...before]).toEqual([2])
    expect(hiddenOf("s3", rows(["sqs", "ec2", "sns"]), {})).toBe(before)
    expect([...hiddenOf("s", rows(["sqs", "ec2", "kms"]), {})]).toEqual([])
    expect([...hiddenOf("sqs", rows(["sqs", "ec2", "kms"]), {})]).toEqual([2, 3])
  })

  test("of managed policies", () => {
    const hidden = createHidden(true)("full", rows(["AmazonS3FullAccess", "ReadOnlyAccess"]), {})
    expect([...hidden]).toEqual([2])
  })
})
