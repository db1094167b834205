import { loadPrism } from "@ruby/prism"
import { parseRuby, planImport } from "../../src/policy/index.ts"
import { figure } from "./figure.ts"

const megabyte = 1_000_000
const fill = (start: string, piece: (index: number) => string, end: string) => {
  const pieces: string[] = []
  for (let size = start.length, index = 0; size < megabyte; index++) {
    const text = piece(index)
    pieces.push(text)
    size += text.length
  }
  return start + pieces.join("") + end
}

/** What a megabyte of each form takes to be read, in Node. */
const texts: Readonly<Record<string, string>> = {
  yaml: fill(
    "Resources:\n",
    (index) =>
      `  Role${index}:\n    Type: AWS::IAM::Role\n    Properties:\n      Policies:\n        - PolicyName: p${index}\n          PolicyDocument:\n            Version: "2012-10-17"\n            Statement: {Effect: Allow, Action: ["s3:GetObject"], Resource: "arn:aws:s3:::b${index}/*"}\n`,
    "",
  ),
  json: fill(
    '{"policy": ["s3"',
    (index) =>
      `,{"Effect":"Allow","Action":["sqs:SendMessage"],"Resource":"arn:aws:sqs:*:*:q${index}"}`,
    "]}",
  ),
  ruby: fill(
    "config.codebuild.iam.policy = [\n",
    (index) =>
      `  {Effect: "Allow", Action: ["sqs:SendMessage"], Resource: "arn:aws:sqs:*:*:q${index}"},\n`,
    "]\n",
  ),
  rubyThatIsBroken: fill("config.codebuild.iam.policy = [", () => ")", ""),
  log: fill(
    "",
    (index) =>
      `User: arn:aws:sts::123456789012:assumed-role/demo/b is not authorized to perform: sqs:CreateQueue on resource: arn:aws:sqs:us-east-1:123456789012:q${index}\n`,
    "",
  ),
}

/** DESIGN 5: an import never takes longer than a second for a megabyte. */
export async function imports(budget: number) {
  const parse = await loadPrism()
  const draft = { config: {}, baseline: "docs" } as const
  const found = []
  for (const [form, text] of Object.entries(texts)) {
    const start = performance.now()
    await planImport(text, draft, { parseRuby: (source) => parseRuby(source, parse) })
    found.push({ form, spent: figure(performance.now() - start, "ms", budget) })
  }
  return found
}
