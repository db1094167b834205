import fc from "fast-check"
import { settings } from "../config/config.ts"
import type { JsonValue } from "../iam/document.ts"

/** Strings that some YAML or JSON reader has taken for something else. */
export const hostileStrings = [
  ..."2012-10-17|2012-10-17T00:00:00Z|yes|no|on|off|y|N|true|null|~|012345678901|0777|0o17|0x1F|0b11|1:20|1:20:30.5|190:20:30".split(
    "|",
  ),
  ..."1_000|1,000|1e3|.5|-.5|.|..|-.|._0|.e+1|.inf|-.INF|.nan|+1|<<|=|*|&a|!Ref X|!!int 1|%a|@a|`a|- a|? a|: a|a: b|a #b|#a|{a|[a|a]|,|'|\"|''|\\|---|...".split(
    "|",
  ),
  ..." | a|a |a\nb|a\n\nb\n|\r\n|\t|a\tb|\u0000|\u0007|\u007f|\u0085|\u00a0|\u2028|\u2029|\ufeff|\ufffe|😀|é|__proto__|constructor".split(
    "|",
  ),
  ..."!Sub a: b #c|!GetAtt A.Arn|!Ref |!Ref|!Refs a|a !Ref b|#{Jets.env}|!Sub #{Jets.env}|\\ud800".split(
    "|",
  ),
  "",
  "x".repeat(1200),
  `${"long words ".repeat(20)}\n${"and a line ".repeat(20)}`,
]

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostileStrings) },
  fc.string({ unit: "grapheme" }),
  fc.tuple(fc.constantFrom(...hostileStrings), fc.string()).map((parts) => parts.join("")),
)

const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(text, tie("value"), { maxKeys: 4 }),
  ),
}))

/** Any JSON value, with hostile strings as keys and values. */
const anyJson = value

const action = fc.constantFrom("s3", "ec2", "s3:GetObject", "iam:PassRole", "logs:*", "*", "!Sub a")

const statement = fc.record(
  {
    Sid: text,
    Effect: fc.constantFrom("Allow", "Deny"),
    Action: fc.oneof(action, fc.array(fc.oneof(action, text), { maxLength: 3 })),
    Resource: fc.oneof(text, fc.array(text, { maxLength: 3 })),
    Condition: anyJson,
    Version: text,
  },
  { requiredKeys: [] },
)

const document = fc.record(
  {
    Version: fc.constantFrom("2012-10-17", "2008-10-17"),
    Statement: fc.oneof(statement, fc.array(statement, { maxLength: 3 })),
  },
  { requiredKeys: [] },
)

const item: fc.Arbitrary<JsonValue> = fc.oneof(
  action,
  text,
  statement,
  document,
  fc.record({ PolicyName: text, PolicyDocument: document }, { requiredKeys: [] }),
  anyJson,
)

/** Settings as people write them, and as nobody would: any JSON object under the settings' names. */
export const anyConfig = fc.dictionary(
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom<string>(...settings) }, text),
  fc.oneof({ weight: 9, arbitrary: fc.array(item, { maxLength: 6 }) }, anyJson),
  { maxKeys: 6 },
)
