import fc from "fast-check"
import { describe, expect, test } from "vitest"
import recorded from "../../conformance/access-denied.json" with { type: "json" }
import { hostileStrings } from "../../conformance/arbitrary.ts"
import type { AccessDenied } from "./denial.ts"
import { parseAccessDenied } from "./denied.ts"

/** As the recorded cases have it. */
const written = ({ action, resource, principal, denied, by }: AccessDenied) => ({
  action: action ?? null,
  resource: resource ?? null,
  principal: principal ?? null,
  denied,
  by,
})

describe("recorded", () => {
  test.each(recorded.cases)("$name", ({ text, expected }) => {
    expect(parseAccessDenied(text).map(written)).toEqual(expected)
  })
})

const role = "arn:aws:sts::123456789012:assumed-role/demo/build"
const fn = "arn:aws:lambda:us-east-1:123456789012:function:demo-dev-controller"
const message = `User: ${role} is not authorized to perform: lambda:CreateFunction on resource: ${fn} because no identity-based policy allows the lambda:CreateFunction action`
const said: AccessDenied = {
  action: "lambda:CreateFunction",
  resource: fn,
  principal: role,
  denied: "implicit",
  by: "identity",
}
const words = message.split(" ")

describe("however it is laid out", () => {
  test.each([
    ["mail quotes", words.map((word) => `> > ${word}`).join("\n")],
    ["comments", words.map((word) => `    # ${word}`).join("\r\n")],
    ["a block comment", ["/**", ...words.map((word) => ` * ${word}`), " */"].join("\n")],
    ["a log's times", words.map((word) => `2024-05-02T10:11:12.1234567Z ${word}`).join("\n")],
    ["a box", words.map((word) => `│ ${word.padEnd(90)} │`).join("\n")],
    ["JSON in JSON", JSON.stringify(JSON.stringify({ message: `${message}\n` }))],
    ["HTML in JSON", JSON.stringify(`<b>${message.replace("on", "&#111;n")}</b>`)],
    ["HTML with its own tags", `<span style="color: red">${words.join("<br>")}</span>`],
    ["colours as text", String.raw`\u001b[31m${message}\x1b[0m`],
    ["colours within", words.join(" \u001b[1;31m")],
    ["a Markdown table", `| Topic | ${message} |\n|---|---|\n| Queue | none |`],
    ["SAM CLI's table", samTable(message, 22)],
    ["a wider one", samTable(message, 31)],
    ["a table with borders", borderedTable(message, 30)],
    ["a narrow one", borderedTable(message, 17)],
  ])("%s", (_, text) => {
    expect(parseAccessDenied(text)).toEqual([said])
  })

  test("whatever the width of a table", () => {
    fc.assert(
      fc.property(fc.integer({ min: 16, max: 120 }), (width) => {
        expect(parseAccessDenied(samTable(message, width))).toEqual([said])
        expect(parseAccessDenied(borderedTable(message, width))).toEqual([said])
      }),
    )
  })
})

const denial = (action?: string): AccessDenied => ({
  ...(action !== undefined && { action }),
  denied: "unknown",
  by: "unknown",
})

test.each<readonly [string, string, readonly (string | undefined | AccessDenied)[]]>([
  [
    "S3, passed on by Lambda",
    "Your access has been denied by S3, please make sure your request credentials have permission to GetObject for b/code.zip. S3 Error Code: AccessDenied. S3 Error Message: Access Denied",
    ["s3:GetObject"],
  ],
  [
    "EC2, tried again",
    "An error occurred (UnauthorizedOperation) when calling the DescribeVpcs operation (reached max retries: 4): You are not authorized to perform this operation.",
    ["ec2:DescribeVpcs"],
  ],
  [
    "Go, SQS",
    "operation error SQS: CreateQueue, https response error StatusCode: 403, RequestID: x, api error AccessDenied: Access to the resource https://sqs.us-east-1.amazonaws.com/ is denied.",
    ["sqs:CreateQueue"],
  ],
  [
    "Go, S3",
    "operation error S3: HeadBucket, https response error StatusCode: 403, RequestID: x, HostID: y, api error AccessDenied: Access Denied",
    ["s3:ListBucket"],
  ],
  [
    "S3 has no words for HEAD",
    "fatal error: An error occurred (403) when calling the HeadObject operation: Forbidden",
    ["s3:GetObject"],
  ],
  [
    "S3, an operation that is an action",
    "An error occurred (AccessDenied) when calling the DeleteObject operation: Access Denied",
    ["s3:DeleteObject"],
  ],
  [
    "API: alone, encoded",
    "API: ec2:RunInstances You are not authorized to perform this operation. Encoded authorization failure message: abc",
    ["ec2:RunInstances"],
  ],
  [
    "API: with a message of its own, of another action",
    `API: ec2:RunInstances You are not authorized to perform this operation. User: ${role} is not authorized to perform: ec2:CreateTags`,
    [{ ...denial("ec2:CreateTags"), principal: role }],
  ],
  ["no action named", "Aws::S3::Errors::AccessDenied: Access Denied", [undefined]],
  [
    "no operation named",
    "UnauthorizedOperation: You are not authorized to perform this operation.\n\tstatus code: 403",
    [undefined],
  ],
  [
    "CloudTrail, its own order",
    '{"Records":[{"eventName":"RunInstances","errorCode":"Client.UnauthorizedOperation","requestParameters":{"a":{}}},{"errorCode":"Client.UnauthorizedOperation","tls":{"a":"b"},"eventName":"CreateVpc"},{"eventName":"StopInstances"}]}',
    ["ec2:RunInstances", "ec2:CreateVpc"],
  ],
  [
    "CloudTrail within a string",
    JSON.stringify({
      event: JSON.stringify({ eventName: "CreateVpc", errorCode: "Client.UnauthorizedOperation" }),
    }),
    ["ec2:CreateVpc"],
  ],
  ["a word for a typographer", "User doesn’t have permission to call iam:GetRole", ["iam:GetRole"]],
  [
    "MySQL",
    "ERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: YES)",
    [],
  ],
  ["Java's file system", "java.nio.file.AccessDeniedException: /tmp/demo.lock", []],
  ["npm", "npm ERR! Error: EACCES: permission denied, mkdir '/usr/lib'", []],
  ["Docker Hub", "denied: requested access to the resource is denied", []],
  [
    "throttling",
    "An error occurred (Throttling) when calling the DescribeStacks operation: Rate exceeded",
    [],
  ],
  [
    "expired",
    "An error occurred (ExpiredToken) when calling the ListObjectsV2 operation: The provided token has expired.",
    [],
  ],
  ["Lambda's role", "The role defined for the function cannot be assumed by Lambda.", []],
  [
    "a pattern",
    String.raw`/is not authorized to perform: (\S+) on resource: (\S+)/; /perform: s3:Get.* on/`,
    [],
  ],
])("%s", (_, text, actions) => {
  expect(parseAccessDenied(text)).toEqual(
    actions.map((one) => (typeof one === "object" ? one : denial(one))),
  )
})

test.each([
  ['on resource: "arn:aws:s3:::b/my key.txt" with', "arn:aws:s3:::b/my key.txt"],
  ["on resource: 'arn:aws:s3:::b/a' with", "arn:aws:s3:::b/a"],
  ["on resource arn:aws:s3:::b.", "arn:aws:s3:::b"],
  ["on resource: “arn:aws:s3:::b/a” with", "arn:aws:s3:::b/a"],
  ['on resource: ""arn:aws:s3:::b/a"" with', "arn:aws:s3:::b/a"],
  [
    "on resource: arn:aws:a:::alarm:High CPU now with an explicit deny",
    "arn:aws:a:::alarm:High CPU now",
  ],
  [
    "on resource: arn:aws:a:::alarm:High CPU because no a policy allows",
    "arn:aws:a:::alarm:High CPU",
  ],
  ["on resource: arn:aws:a:::b is not what I meant because no", "arn:aws:a:::b"],
  ["on arn:aws:s3:::b", "arn:aws:s3:::b"],
  ["on resource: arn:aws:s3:::b/*)", "arn:aws:s3:::b/*"],
  ["on resource: arn:aws:s3:::b/(a)", "arn:aws:s3:::b/(a)"],
  ["on resource: arn:aws:s3:::b`.", "arn:aws:s3:::b"],
  ["on resource: arn:aws:s3:::b**", "arn:aws:s3:::b"],
  ["on resource: arn:aws:s3:::b</Message>", "arn:aws:s3:::b"],
  ["on resource: instance profile demo because", "instance profile demo"],
  ["on resource: policy arn:aws:iam::aws:policy/A", "policy arn:aws:iam::aws:policy/A"],
  ["on this resource", undefined],
  ["on service role", undefined],
  ["", undefined],
])("resource %j", (rest, resource) => {
  const [first] = parseAccessDenied(
    `User: ${role} is not authorized to perform: s3:GetObject ${rest}`,
  )
  expect(first?.resource).toBe(resource)
})

test.each([
  ["User: anonymous", "anonymous"],
  ["Message:CodeBuild", "CodeBuild"],
  [`(${role}`, role],
  [`User:${role}`, role],
  ["codebuild.amazonaws.com", "codebuild.amazonaws.com"],
  ["User", undefined],
  ["The role", undefined],
  ["it", undefined],
])("principal %j", (before, principal) => {
  const [first] = parseAccessDenied(`${before} is not authorized to perform: s3:GetObject`)
  expect(first?.principal).toBe(principal)
})

test("any text gives denials, each once, 500 at most", () => {
  const parts = fc.constantFrom(
    ...hostileStrings,
    ...words,
    message,
    "\n",
    "│",
    "-".repeat(30),
    "{",
    "}",
    "AccessDenied",
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(parts, fc.string()), { maxLength: 60 }), (all) => {
      const found = parseAccessDenied(all.join(" ")).map((one) => JSON.stringify(written(one)))
      expect(new Set(found).size).toBe(found.length)
    }),
  )
  const many = Array.from({ length: 600 }, (_, index) => message.replace("controller", `${index}`))
  expect(parseAccessDenied(many.join("\n"))).toHaveLength(500)
})

/** Time enough for a machine that does other things too; what isn't linear takes minutes. */
const soon = 1_000

test.each([
  ...[
    "\\",
    "{",
    "|",
    "| a | b |\n",
    "│ │\n",
    "----------\na  b\n----------\n",
    "#",
    " ",
    "\n",
    "\u001b[",
    "\u001b]",
  ],
  ...[
    "&amp;",
    "&#1",
    "<span ",
    "<",
    "*",
    "a",
    "a:",
    "User: ",
    ")",
    "2024-05-02T10:11:12Z ",
    "\\u005c",
    "\\u0026",
  ],
  ...[
    "not authorized to perform a:b because no ",
    `is not authorized to perform: a:b on resource: "x`,
  ],
  `is not authorized to perform: a:b on resource: ${")".repeat(2_000)}`,
  ...[
    "API: a:b Access Denied",
    "API:a:bAccess Denied",
    "operation error a: b,",
    "(a) when calling the b operation: ",
  ],
  ...['{"eventName":"a","errorCode":"UnauthorizedOperation"', "Your access has been denied by A,"],
  `${"a  ".repeat(100_000)}\n----------\n${"x\n".repeat(300_000)}`,
])("1 MB of %j is read soon", { timeout: soon }, (part) => {
  const text = part.repeat(Math.ceil(1e6 / part.length))
  expect(parseAccessDenied(text)).toBeDefined()
})

/** Words as Python's textwrap lays them out: longer ones are broken at the width. */
function wrapped(text: string, width: number): readonly string[] {
  const lines = [""]
  for (const word of text.split(" ")) {
    let rest = word
    const room = () => width - (lines.at(-1)?.length ?? 0) - (lines.at(-1) === "" ? 0 : 1)
    const put = (piece: string) =>
      lines.push([lines.pop(), piece].filter((one) => one !== "").join(" "))
    while (rest.length > room()) {
      if (rest.length > width && room() > 0) {
        const piece = rest.slice(0, room())
        rest = rest.slice(piece.length)
        put(piece)
      }
      lines.push("")
    }
    put(rest)
  }
  return lines
}

function rows(cells: readonly (readonly string[])[], widths: readonly number[], by: string) {
  const height = Math.max(...cells.map(({ length }) => length))
  return Array.from({ length: height }, (_, row) =>
    cells.map((cell, column) => (cell[row] ?? "").padEnd(widths[column] ?? 0)).join(by),
  )
}

function samTable(reason: string, width: number): string {
  const line = (texts: readonly string[]) =>
    rows(
      texts.map((text) => wrapped(text, width)),
      texts.map(() => width),
      " ",
    )
  const rule = "-".repeat(4 * width + 3)
  return [
    rule,
    ...["Status", "Type", "LogicalId", "Reason"]
      .map((head) => head.padEnd(width))
      .join(" ")
      .split("\n"),
    rule,
    ...line([
      "CREATE_FAILED",
      "AWS::ApiGateway::RestApiDeployment",
      "ControllerLambdaFunction",
      reason,
    ]),
    ...line([
      "ROLLBACK_IN_PROGRESS",
      "AWS::CloudFormation::Stack",
      "sam-app",
      "The following failed",
    ]),
    rule,
  ].join("\n")
}

function borderedTable(reason: string, width: number): string {
  const widths = [12, width]
  const line = (texts: readonly string[]) =>
    rows(
      texts.map((text, column) => wrapped(text, widths[column] ?? 0)),
      widths,
      " │ ",
    ).map((row) => `│ ${row} │`)
  const rule = `├─${"─".repeat(12)}─┼─${"─".repeat(width)}─┤`
  return [
    rule,
    ...line(["Resource", "Reason"]),
    rule,
    ...line(["ControllerLambdaFunction", reason]),
    rule,
    ...line(["Other", "none"]),
    rule,
  ].join("\n")
}
