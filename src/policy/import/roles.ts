import type { Issue, Parsed } from "../config/issue.ts"
import { readForms } from "./aws/forms.ts"
import type { NamedRole } from "./aws/role.ts"
import type { Read } from "./text/data.ts"
import { unwrapped } from "./text/decode.ts"
import { readJsonData } from "./text/json.ts"
import { readYamlData } from "./text/yaml.ts"

export type { ForeignRole, NamedRole } from "./aws/role.ts"

const maxLength = 2_000_000

/**
 * The roles that a text describes: an IAM policy, a CloudFormation or SAM template, an answer of the aws CLI, a
 * Serverless file, this editor's own YAML or JSON, all in JSON or YAML (DESIGN 5). Functions of a template stay
 * as strings (`!Ref X`) where they can; whatever stays out is an issue. No value, with the reason: the text can't
 * be read, or is none of these. Never rejects; the YAML parser is loaded when it is first wanted.
 */
export async function parseRoles(text: string): Promise<Parsed<readonly NamedRole[]>> {
  if (text.length > maxLength) return without(tooLarge(text))
  if (/^[\s\uFEFF]*$/.test(text)) return without(empty)
  const read = await readData(unwrapped(text))
  if ("error" in read) return without(isTerraform(text) ? terraform : read.error)
  const found = readForms(read.data)
  if (found) return { value: found.roles, issues: [...read.data.warnings, ...found.notes.issues] }
  return without(isTerraform(text) ? terraform : noPolicy)
}

async function readData(text: string): Promise<Read> {
  if (/^\s*(?:[{[]|\/[/*])/.test(text)) return readJsonData(text)
  return text.trim() === "" ? { error: empty } : readYamlData(text)
}

function without(issue: Issue): Parsed<readonly NamedRole[]> {
  return { value: undefined, issues: [issue] }
}

const empty: Issue = { code: "unknown-format", message: "The text is empty." }

const noPolicy: Issue = {
  code: "unknown-format",
  message:
    "There is no policy in this text: nothing of it can come in. Paste an IAM policy, a CloudFormation, SAM or Serverless file, output of the aws CLI, or this editor's own YAML.",
}

const terraform: Issue = {
  code: "terraform",
  message:
    "This is Terraform, which isn't read yet: nothing of it can come in. Import the policy as JSON, such as `terraform show -json` or the AWS console shows it.",
}

/** Whether a text is Terraform that has to do with IAM. */
export function isTerraform(text: string): boolean {
  return /^[ \t]*(?:resource|data)[ \t]+"aws_iam_/m.test(text)
}

function tooLarge(text: string): Issue {
  const [size, limit] = [text.length, maxLength].map((count) => count.toLocaleString("en-US"))
  const message = `This text has ${size} characters, and the limit is ${limit}. It isn't read, because the page would stall: import a smaller part of it.`
  return { code: "too-large", message }
}
