import { describe, expect, test } from "vitest"
import { parseRoles } from "../roles.ts"

/** A role in short: its name, the actions or names of its policies, its ARNs. */
async function read(text: string) {
  const { value = [], issues } = await parseRoles(text)
  const roles = value.map((role) => [
    role.name ?? "",
    JSON.parse(JSON.stringify(role.Policies)),
    role.ManagedPolicyArns,
  ])
  return { roles, left: issues.map(({ message }) => /`([^`]+)`/.exec(message)?.[1] ?? message) }
}

const allow = (Resource: unknown) => ({ Effect: "Allow", Action: "a:b", Resource })
const template = (Resource: unknown) =>
  JSON.stringify({
    Resources: {
      R: {
        Type: "AWS::IAM::Role",
        Properties: {
          Policies: [{ PolicyName: "p", PolicyDocument: { Statement: allow(Resource) } }],
        },
      },
    },
  })
const sub = (...argument: readonly unknown[]) => ({ "Fn::Sub": argument })
const join = (...list: readonly unknown[]) => ({ "Fn::Join": ["-", list] })

describe("functions of a template", () => {
  test.each([
    [{ Ref: "A" }, "!Ref A"],
    [
      [{ Ref: "A" }, "b"],
      ["!Ref A", "b"],
    ],
    [{ "Fn::GetAtt": ["A", "Arn"] }, "!GetAtt A.Arn"],
    [{ "Fn::GetAtt": "A.Outputs.Arn" }, "!GetAtt A.Outputs.Arn"],
    [{ "Fn::Sub": "x" }, "!Sub x"],
    [{ "Fn::Sub": `\${A}/\${!b}` }, `!Sub \${A}/\${!b}`],
    [sub(`\${A}/\${B}`, { A: "x" }), `!Sub x/\${B}`],
    [sub(`\${A}/\${!b}`, { A: "x" }), `x/\${b}`],
    [sub(`\${A}`, { A: { Ref: "B" } }), `!Sub \${B}`],
    [sub(`\${A}`, { A: join("x", { "Fn::Sub": `\${B}` }, 1) }), `!Sub x-\${B}-1`],
    [sub(`\${ A }`, { A: "x" }), "x"],
    [join("a", "b"), "a-b"],
    [join(), ""],
    [join(`\${x}`, { Ref: "B" }), `!Sub \${!x}-\${B}`],
    [join(`\${x}`, "y"), `\${x}-y`],
    [join(join("a", { Ref: "B" }), "c"), `!Sub a-\${B}-c`],
  ])("%j is %j", async (value, text) => {
    const { roles, left } = await read(template(value))
    expect(left).toEqual([])
    expect(roles[0]?.[1][0].PolicyDocument.Statement.Resource).toEqual(text)
  })

  test.each([
    [{ "Fn::If": ["A", "b", "c"] }, ["Fn::If"]],
    [{ "Fn::ImportValue": { "Fn::Sub": `\${A}` } }, ["Fn::ImportValue"]],
    [["a", { "Fn::Select": [0, ["a"]] }], ["Fn::Select"]],
    [join("a", { "Fn::If": [] }, { "Fn::Select": [] }), ["Fn::If", "Fn::Select"]],
    [{ "Fn::Join": [",", { "Fn::Split": [",", "a"] }] }, ["Fn::Split"]],
    [{ "Fn::Join": "a" }, ["Fn::Join"]],
    [{ "Fn::GetAtt": ["A", { Ref: "B" }] }, ["Fn::GetAtt"]],
    [{ Ref: 5 }, ["Ref"]],
    [sub(`\${A}`, { A: { "Fn::If": [] } }), ["Fn::If"]],
    [{ a: "b", "Fn::Transform": {} }, ["Fn::Transform"]],
    [{ "Fn::constructor": 1 }, ["Fn::constructor"]],
  ])("%j leaves its statement out", async (value, names) => {
    const { roles, left } = await read(template(value))
    expect(left).toEqual(names)
    expect(roles).toEqual([["R", [], []]])
  })
})

const policyOf = (name: string, action: string) => ({
  PolicyName: name,
  PolicyDocument: { Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] },
})
const lines = (...text: readonly string[]) => `${text.join("\n")}\n`
const document = (action: string) =>
  `PolicyDocument: {Statement: [{Effect: Allow, Action: "${action}", Resource: "*"}]}`

test.each<{ name: string; text: string; roles: readonly unknown[]; left?: readonly string[] }>([
  {
    name: "policies that name roles of the template and others",
    text: lines(
      "Resources:",
      "  Late:",
      "    Type: AWS::IAM::RolePolicy",
      `    Properties: {PolicyName: late, RoleName: !Ref R, ${document("a:1")}}`,
      "  R:",
      "    Type: AWS::IAM::Role",
      "    Properties: {RoleName: deploy, ManagedPolicyArns: [!Ref M, !Ref Elsewhere]}",
      "  ByName:",
      "    Type: AWS::IAM::Policy",
      `    Properties: {PolicyName: named, Roles: [deploy, other], ${document("a:2")}}`,
      "  M:",
      "    Type: AWS::IAM::ManagedPolicy",
      `    Properties: {Roles: [!Ref R], ${document("a:3")}}`,
      "  Other:",
      "    Type: AWS::IAM::Policy",
      `    Properties: {PolicyName: o1, Roles: [other], ${document("a:4")}}`,
      "  Other2:",
      "    Type: AWS::IAM::Policy",
      `    Properties: {PolicyName: o2, Roles: [other], ${document("a:5")}}`,
      "  Param:",
      "    Type: AWS::IAM::Policy",
      `    Properties: {PolicyName: p, Roles: [!Ref Given], ${document("a:6")}}`,
      "  Groups:",
      "    Type: AWS::IAM::Policy",
      `    Properties: {PolicyName: g, Groups: [x], ${document("a:7")}}`,
    ),
    roles: [
      ["R", [policyOf("late", "a:1"), policyOf("named", "a:2"), policyOf("M", "a:3")], []],
      ["other", [policyOf("o1", "a:4"), policyOf("o2", "a:5")], []],
      ["Given", [policyOf("p", "a:6")], []],
      ["Groups", [policyOf("g", "a:7")], []],
    ],
    left: ["!Ref Elsewhere"],
  },
  {
    name: "SAM: policies by reference, a policy for a function's role, a state machine",
    text: lines(
      "Transform: AWS::Serverless-2016-10-31",
      "Resources:",
      "  F:",
      "    Type: AWS::Serverless::Function",
      "    Properties:",
      `      Policies: [!Ref M, AWSLambdaRole, arn:aws:iam::1:policy/x, !Sub 'arn:aws:iam::\${AWS::AccountId}:policy/y', {VPCAccessPolicy: {}}]`,
      "  G:",
      "    Type: AWS::Serverless::Function",
      "    Properties: {Handler: a}",
      "  H:",
      "    Type: AWS::Serverless::Function",
      "    Properties: {Role: !GetAtt X.Arn, Policies: AmazonS3FullAccess}",
      "  S:",
      "    Type: AWS::Serverless::StateMachine",
      "    Properties: {Policies: AmazonS3FullAccess}",
      "  M:",
      "    Type: AWS::IAM::ManagedPolicy",
      `    Properties: {${document("a:1")}}`,
      "  P:",
      "    Type: AWS::IAM::Policy",
      `    Properties: {PolicyName: p, Roles: [!Ref GRole], ${document("a:2")}}`,
    ),
    roles: [
      [
        "F",
        [policyOf("M", "a:1")],
        [
          "arn:aws:iam::aws:policy/service-role/AWSLambdaRole",
          "arn:aws:iam::1:policy/x",
          `!Sub arn:aws:iam::\${AWS::AccountId}:policy/y`,
        ],
      ],
      ["G", [policyOf("p", "a:2")], []],
      ["S", [], ["arn:aws:iam::aws:policy/AmazonS3FullAccess"]],
    ],
    left: ["VPCAccessPolicy"],
  },
  {
    name: "Serverless: functions, resources in a list, variables of every kind",
    text: lines(
      "service: shop",
      "custom:",
      "  stage: prod",
      `  name: \${self:service}-\${self:custom.stage}`,
      `  all: [a, '\${self:custom.name}']`,
      "provider:",
      "  name: aws",
      "  iam:",
      "    role:",
      "      permissionsBoundary: arn:aws:iam::1:policy/b",
      "      statements:",
      `        - {Effect: Allow, Action: 'a:1', Resource: '\${self:custom.all}'}`,
      `        - {Effect: Allow, Action: 'a:2', Resource: !Sub 'arn:\${AWS::Partition}:\${aws:region}:\${self:custom.name}'}`,
      `        - {Effect: Allow, Action: 'a:3', Resource: '\${aws:region}'}`,
      `        - {Effect: Allow, Action: 'a:4', Resource: "\${self:custom.none, 'x'}"}`,
      `        - {Effect: Allow, Action: 'a:5', Resource: '\${self:custom.\${opt:stage}.x}'}`,
      `        - {Effect: Allow, Action: 'a:6', Resource: !Sub '\${ssm:/x}'}`,
      `        - {Effect: Allow, Action: 'a:7', Resource: '\${file(./x.yml):y}'}`,
      `        - {Effect: Allow, Action: 'a:8', Resource: '\${aws:accountId}-$\${x'}`,
      "functions:",
      "  one: {handler: a, iamRoleStatements: [{Effect: Allow, Action: 'b:1', Resource: '*'}]}",
      "  two: {handler: b}",
      "resources:",
      "  - Resources:",
      "      R: {Type: 'AWS::IAM::Role', Properties: {ManagedPolicyArns: ['arn:aws:iam::aws:policy/A']}}",
      `  - \${file(./more.yml)}`,
    ),
    roles: [
      [
        "provider",
        [
          {
            PolicyDocument: {
              Version: "2012-10-17",
              Statement: [
                { Effect: "Allow", Action: "a:1", Resource: ["a", "shop-prod"] },
                {
                  Effect: "Allow",
                  Action: "a:2",
                  Resource: `!Sub arn:\${AWS::Partition}:\${AWS::Region}:shop-prod`,
                },
                { Effect: "Allow", Action: "a:3", Resource: `!Sub \${AWS::Region}` },
                { Effect: "Allow", Action: "a:4", Resource: "x" },
                { Effect: "Allow", Action: "a:8", Resource: `!Sub \${AWS::AccountId}-$\${!x` },
              ],
            },
          },
        ],
        [],
      ],
      [
        "one",
        [
          {
            PolicyDocument: {
              Version: "2012-10-17",
              Statement: [{ Effect: "Allow", Action: "b:1", Resource: "*" }],
            },
          },
        ],
        [],
      ],
      ["R", [], ["arn:aws:iam::aws:policy/A"]],
    ],
    left: ["permissionsBoundary", "opt:stage", "ssm:/x", "file(./x.yml):y", "file(./more.yml)"],
  },
  {
    name: "aws CLI in YAML",
    text: lines("PolicyName: p", "RoleName: r", document("a:1")),
    roles: [["r", [policyOf("p", "a:1")], []]],
  },
  {
    name: "a list of inline policies",
    text: JSON.stringify([policyOf("p", "a:1"), policyOf("q", "a:2")]),
    roles: [["", [policyOf("p", "a:1"), policyOf("q", "a:2")], []]],
  },
  {
    name: "a document in a JSON string, in a Markdown block",
    text: `\`\`\`json\n${JSON.stringify({ PolicyName: "p", PolicyDocument: JSON.stringify(policyOf("", "a:1").PolicyDocument) })}\n\`\`\``,
    roles: [["", [policyOf("p", "a:1")], []]],
  },
  {
    name: "policies that are functions, or nothing",
    text: lines(
      "Resources:",
      "  R:",
      "    Type: AWS::IAM::Role",
      "    Properties:",
      "      ManagedPolicyArns: !If [A, [], []]",
      "      Policies:",
      "        - !If [A, {}, {}]",
      "        - !Ref AWS::NoValue",
      "        - {PolicyName: p, PolicyDocument: !Transform {Name: x}}",
      "        - {PolicyName: q}",
      "        - {PolicyName: !If [A, b, c], PolicyDocument: {Statement: [!Ref 'AWS::NoValue', {Effect: Allow, Action: 'a:1', Resource: '*'}]}}",
    ),
    roles: [["R", [{ PolicyDocument: policyOf("", "a:1").PolicyDocument }], []]],
    left: ["Fn::If", "Fn::Transform", "PolicyDocument", "Fn::If", "Fn::If"],
  },
  {
    name: "list-role-policies",
    text: '{"PolicyNames": ["a"]}',
    roles: [],
    left: ["aws iam get-role-policy"],
  },
  {
    name: "keys that YAML has values for",
    text: "Effect: Allow\nAction: a:b\nResource: x\nCondition: {Null: {'aws:TokenIssueTime': true}}",
    roles: [
      [
        "",
        [
          {
            PolicyDocument: {
              Version: "2012-10-17",
              Statement: [{ ...allow("x"), Condition: { Null: { "aws:TokenIssueTime": true } } }],
            },
          },
        ],
        [],
      ],
    ],
  },
  {
    name: "get-role --query Role",
    text: '{"RoleName": "r", "Arn": "x", "AssumeRolePolicyDocument": {}}',
    roles: [["r", [], []]],
    left: ["AssumeRolePolicyDocument"],
  },
  {
    name: "a managed policy alone, without a name",
    text: lines("Type: AWS::IAM::ManagedPolicy", `Properties: {${document("a:1")}}`),
    roles: [["", [{ PolicyDocument: policyOf("", "a:1").PolicyDocument }], []]],
  },
  {
    name: "a document and a statement in one list",
    text: JSON.stringify([policyOf("", "a:1").PolicyDocument, allow("*")]),
    roles: [
      [
        "",
        [
          { PolicyDocument: policyOf("", "a:1").PolicyDocument },
          { PolicyDocument: { Version: "2012-10-17", Statement: [allow("*")] } },
        ],
        [],
      ],
    ],
  },
  {
    name: "URL encoding in a JSON string in a Markdown block",
    text: lines(
      "```",
      JSON.stringify(encodeURIComponent(JSON.stringify(policyOf("", "a:1").PolicyDocument))),
      "```",
    ),
    roles: [["", [{ PolicyDocument: policyOf("", "a:1").PolicyDocument }], []]],
  },
  {
    name: "Serverless: calls are variables, and so are whole parts",
    text: lines(
      "service: x",
      "provider:",
      `  iam: \${file(iam.yml)}`,
      "  iamRoleStatements:",
      `    - {Effect: Allow, Action: 'a:b', Resource: '\${file(./arns.yml)}'}`,
      "resources:",
      `  - \${file(r.yml)}`,
      `  - Resources: \${file(all.yml)}`,
      `  - Resources: {R: '\${file(one.yml)}'}`,
    ),
    roles: [["provider", [], []]],
    left: ["file(iam.yml)", "file(./arns.yml)", "file(r.yml)", "file(all.yml)", "file(one.yml)"],
  },
  {
    name: "a number that JSON can't hold",
    text: '{"Statement": {"Effect": "Allow", "Condition": {"NumericEquals": {"a": 1e400}}}}',
    roles: [expect.anything()],
    left: [expect.any(String)],
  },
  {
    name: "nothing known",
    text: '{"a": 1}',
    roles: [],
    left: [expect.stringContaining("no policy")],
  },
])("$name", async ({ text, roles, left = [] }) => {
  expect(await read(text)).toEqual({ roles, left })
})

test("what stays out has its place", async () => {
  const text = '{"Statement": [\n  {"Effect": "Allow", "Resource": {"Fn::If": []}},\n  {}]}'
  const { issues } = await parseRoles(text)
  expect(issues.map(({ range }) => range)).toEqual([
    { line: 2, column: 35, endLine: 2, endColumn: 49 },
  ])
  const yaml = await parseRoles("Statement:\n  - Effect: Allow\n    Resource: !If [a]\n  - {}\n")
  expect(yaml.issues[0]?.range?.line).toBe(3)
})
