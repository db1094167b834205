import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Draft, IamConfig } from "../config/config.ts"
import type { Diagnostic } from "../config/diagnostic.ts"
import { anyConfig, hostileStrings } from "../conformance/arbitrary.ts"
import { buildRole } from "../role/build.ts"
import { toMarkdown } from "./markdown.ts"
import {
  markdownBlock,
  markdownCode,
  markdownLink,
  markdownProse,
  markdownText,
} from "./markdownText.ts"
import { toYaml } from "./yaml.ts"

const docs = (config: IamConfig): Draft => ({ config, baseline: "docs" })

test("a change, whole", () => {
  const before = docs({})
  const after = docs({ policy: ["ec2"], default_managed_policy: [] })
  const at = "/policy/0"
  const problems: readonly Diagnostic[] = [
    { code: "service-wildcard", severity: "security", message: "`ec2:*` is much.", at },
  ]
  const link = "https://example.org/#/p/1abc"
  expect(toMarkdown(before, after, {}, { problems, link })).toMatchInlineSnapshot(`
    "### IAM role of the Jets remote runner

    All actions of 15 services and one more action, as Jets' default; added \`ec2\`; removed \`AmazonSSMReadOnlyAccess\` and \`AWSCertificateManagerReadOnly\`; it can create IAM users and pass any role.

    **Permissions gained and lost** against Jets' defaults

    |  | Service | Permissions |
    | --- | --- | --- |
    | Gained | ec2 | may gain \`ec2:*\`, unless a managed policy that isn't known here says otherwise |
    | Lost | \`arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess\` | whatever it allows; its document isn't known here |
    | Lost | \`arn:aws:iam::aws:policy/AWSCertificateManagerReadOnly\` | whatever it allows; its document isn't known here |

    **New problems**

    |  | Problem | Where |
    | --- | --- | --- |
    | Security | \`ec2:*\` is much. | \`/policy/0\` |

    [Open the preview](https://example.org/#/p/1abc)

    <details>
    <summary>YAML of the whole role</summary>

    \`\`\`yaml
    Policies:
      - PolicyName: DefaultPolicy
        PolicyDocument:
          Version: '2012-10-17'
          Statement:
            - Action:
                - apigateway:*
                - cloudformation:*
                - cloudfront:*
                - codebuild:*
                - dynamodb:*
                - ecr-public:*
                - ecr:*
                - events:*
                - iam:*
                - lambda:*
                - logs:*
                - route53:*
                - s3:*
                - sns:*
                - sqs:*
                - sts:GetServiceBearerToken
              Effect: Allow
              Resource: "*"
      - PolicyName: CustomPolicy
        PolicyDocument:
          Version: '2012-10-17'
          Statement:
            - Action:
                - ec2:*
              Effect: Allow
              Resource: "*"
    \`\`\`

    </details>
    "
  `)
})

test("no change", () => {
  const text = toMarkdown(docs({ policy: [] }), docs({ policy: [] }), {}, { problems: [] })
  expect(text).toContain("\nNo permissions gained or lost against the settings before.\n")
  expect(text).toContain("\nNo new problems.\n")
  expect(text).not.toContain("](")
})

test("another version of Jets", () => {
  const after: Draft = { config: {}, baseline: "6.0.5" }
  expect(toMarkdown(docs({}), after, {}, { problems: [] })).toContain(
    "\nRead with Jets' defaults of `6.0.5`, before of `docs`.\n",
  )
})

test("what is too long for a comment is left out", () => {
  const policy = Array.from({ length: 3_000 }, (_, index) => `s3:Get${index}`)
  const text = toMarkdown(docs({}), docs({ policy }), {}, { problems: [] })
  expect(text.length).toBeLessThan(65_536)
  expect(text).toContain("The YAML of the role is too long for a comment.")
})

test("many rows end in a count", () => {
  const policy = Array.from({ length: 100 }, (_, index) => `service${index}`)
  const text = toMarkdown(docs({}), docs({ policy }), {}, { problems: [] })
  expect(text.match(/^\| Gained \|/gm)).toHaveLength(29)
  expect(text).toContain("|  | and 71 more services gained |  |")
})

describe("text", () => {
  test.each([
    ["plain words, s3:GetObject.", "plain words, s3:GetObject."],
    ["a|b", "a&#124;b"],
    ["<img>", "&#60;img&#62;"],
    ["`a` *b* _c_ ~d~", "&#96;a&#96; &#42;b&#42; &#95;c&#95; &#126;d&#126;"],
    ["[a](b) ![c](d)", "&#91;a&#93;(b) &#33;&#91;c&#93;(d)"],
    ["https://evil.example www.evil.example", "https&#58;//evil.example www&#46;evil.example"],
    ["@everyone #1 &copy;", "&#64;\u2060everyone &#35;\u20601 &#38;copy;"],
    ["- a", "&#45; a"],
    ["1. a", "\u20601. a"],
    ["# a\n\n## b", "&#35;\u2060 a ## b".replaceAll("##", "&#35;\u2060&#35;\u2060")],
    ["a\u2028b\u202ec", "a b c"],
    ["\ud800", "\ufffd"],
  ])("%j", (text, expected) => {
    expect(markdownText(text)).toBe(expected)
  })
})

describe("code", () => {
  test.each([
    ["s3:GetObject", "`s3:GetObject`"],
    ["*", "`*`"],
    ["<b>@a", "`<b>@a`"],
    ["a`b", "<code>a&#96;b</code>"],
    ["a|b", "<code>a&#124;b</code>"],
    ["a\\", "<code>a&#92;</code>"],
    ["a\nb", "`a b`"],
    ["", "<code> </code>"],
  ])("%j", (text, expected) => {
    expect(markdownCode(text)).toBe(expected)
  })
})

test.each([
  ["`a` of <b>", "`a` of &#60;b&#62;"],
  ["one ` alone", "one &#96; alone"],
  ["`a|b`, c", "<code>a&#124;b</code>, c"],
  ["", ""],
])("prose: %j", (text, expected) => {
  expect(markdownProse(text)).toBe(expected)
})

describe("link", () => {
  test.each([
    ["https://a.example/#/p/1_-", "[a](https://a.example/#/p/1_-)"],
    ["https://a.example/) [b](c d)", "[a](https://a.example/%29%20%5Bb%5D%28c%20d%29)"],
    ["https://a.example/?a=1&copy;", "[a](https://a.example/?a=1&amp;copy;)"],
    ["https://a.example/\ud800|\\", "[a](https://a.example/%EF%BF%BD%7C%5C)"],
    ["javascript:alert(1)", undefined],
    ["//a.example", undefined],
  ])("%j", (address, expected) => {
    expect(markdownLink("a", address)).toBe(expected)
  })
})

test.each([
  ["a", "```yaml\na\n```"],
  ["```\na", "````yaml\n```\na\n````"],
  ["a `````` b\r\n\r", "```````yaml\na `````` b\n\n```````"],
  ["a\u00a0\n", "```yaml\na\u00a0\n```"],
])("block: %j", (text, expected) => {
  expect(markdownBlock("yaml", text)).toBe(expected)
})

test("nothing in the settings, the problems or the link breaks out", () => {
  const breakers =
    "`|\\`|||\\|<img src=x onerror=a>|</details>|</code>|```|~~~~|\n\n# a|\n- a|@a|[a](b)|![a](b)|https://a.b|www.a.b|_a_|*a*|<!--|&lt;|\\`a|a\\".split(
      "|",
    )
  const text = fc.oneof(
    fc.constantFrom(...hostileStrings, ...breakers),
    fc
      .array(fc.constantFrom(...breakers, "a", "|", " ", "`"), { maxLength: 6 })
      .map((parts) => parts.join("")),
  )
  const item = fc.oneof(
    text,
    fc.record({
      Effect: fc.constantFrom("Allow", "Deny"),
      Action: text,
      Resource: text,
      Sid: text,
    }),
  )
  const hostile = fc.dictionary(
    fc.constantFrom("policy", "managed_policy", "default_policy"),
    fc.array(item, { maxLength: 4 }),
  )
  const config = fc.oneof(anyConfig, hostile)
  fc.assert(
    fc.property(
      config,
      config,
      text,
      text,
      text,
      (a: IamConfig, b: IamConfig, message, where, path) => {
        const own: Diagnostic = {
          code: "invalid-action",
          severity: "error",
          message,
          at: `/${where}`,
        }
        const problems = [own]
        const link = `https://example.org/${path}`
        const markdown = toMarkdown(docs(a), docs(b), {}, { problems, link })
        expect(toMarkdown(docs(a), docs(b), {}, { problems, link })).toBe(markdown)
        expectWhole(markdown, toYaml(buildRole(b)))
      },
    ),
    { numRuns: 150 },
  )
})

/** A line beside the code block, code taken out: what it may hold. */
const frame = /^(?:<details>|<\/details>|<summary>YAML of the whole role<\/summary>|)$/
const words = String.raw`[^\\\`*_[\]<>|~$!@]*`
const line = new RegExp(
  `^(?:### IAM role of the Jets remote runner|\\*\\*Permissions gained and lost\\*\\* ${words}|\\*\\*New problems\\*\\*|\\[Open the preview\\]\\(https:[^\\s()<>[\\]\\\\|]*\\)|\\|(?: ${words} \\|){3}|(?![-+=#&]|\\d+[.)] )${words})$`,
)

function expectWhole(markdown: string, yaml: string) {
  const [, before = "", fence = "", block = "", after = ""] =
    /^(.*?)\n(`{3,})yaml\n(.*)\n\2\n(.*)$/s.exec(markdown) ?? []
  expect(`${block}\n`).toBe(yaml.replaceAll(/\r\n?/g, "\n"))
  for (const inside of block.split("\n")) expect(inside.trim().startsWith(fence)).toBe(false)
  expect(after).toBe("\n</details>\n")
  for (const outside of before.split("\n")) {
    const left = outside.replaceAll(/`[^`|]*`|<code>[A-Za-z\d /,;&#\u2060-]*<\/code>/g, "")
    if (!frame.test(left)) expect(left).toMatch(line)
  }
}
