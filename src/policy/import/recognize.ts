import { parseAccessDenied } from "../access/denied/denied.ts"
import { isSetting } from "../config/config.ts"
import { isTerraform } from "./roles.ts"
import { unwrapped } from "./text/decode.ts"
import { straighten } from "./text/json.ts"

/** What a pasted text can be: settings, roles in a form of AWS's, Ruby, or what tells of a denial. */
export type TextKind = "config" | "roles" | "ruby" | "access-denied"

/**
 * What a pasted text is, by a look that is linear in its length: broken JSON and YAML count as what they were
 * meant to be, and Terraform as roles, so that parseRoles can say what is wrong. Undefined: nothing that can come in.
 */
export function recognizeText(source: string): TextKind | undefined {
  const text = straighten(unwrapped(source))
  const data = text.replace(/^(?:[ \t]*#.*\r?\n)+(?=\s*[{[])/, "")
  if (isTerraform(text)) return "roles"
  const kind = /^\s*(?:[{[]|\/[/*])/.test(data) ? jsonKind(data) : yamlKind(text)
  if (kind) return kind
  const isRuby = rubyLine.test(text) || rubyFragment.test(text)
  if (isRuby && !/^\[Container\] /m.test(text)) return "ruby"
  if (parseAccessDenied(text).length > 0) return "access-denied"
  return isRuby ? "ruby" : undefined
}

/** Keys of what parseRoles reads: in an object the value is a list or an object, except for `texts`. */
const forms = new Set(
  "Statement PolicyDocument Policies ManagedPolicyArns Resources Properties AssumeRolePolicyDocument RoleDetailList AttachedPolicies PolicyVersion PolicyNames Policy Role Roles provider".split(
    " ",
  ),
)
const texts = new Set(
  "Effect Action NotAction PolicyDocument AWSTemplateFormatVersion Transform".split(" "),
)

/** What the first key that says so makes of a JSON text: one of the root, or of the objects in a list. */
function jsonKind(text: string): TextKind | undefined {
  if (/^\s*\{\s*\}\s*$/.test(text)) return "config"
  let depth = 0
  let level = 0
  for (const { 0: mark, 1: key, 2: next, index } of text.matchAll(
    /"((?:[^"\\]|\\.)*)"?(?:\s*:\s*(?=(.)))?|[{}[\]]/gs,
  )) {
    if (mark === "[" && ++depth === 1) level = 2
    else if (mark === "{" && ++depth === 1) level = 1
    else if (mark === "]" || mark === "}") depth--
    if (level === 2 && depth === 1 && mark !== "[" && mark !== "}") return undefined
    if (key === undefined || next === undefined) continue
    const isOpening = next === "{" || next === "["
    if (depth === level && isSetting(key)) return "config"
    if (depth === level && ((isOpening && forms.has(key)) || texts.has(key))) return "roles"
    const isType = key === "Type" && text.startsWith('"AWS::', index + mark.length)
    if (isType && depth <= 2) return "roles"
  }
  return undefined
}

/** What the keys at the left edge make of a YAML text: of its root, or of the objects in its list. */
function yamlKind(text: string): TextKind | undefined {
  const [, edge = "", dash] =
    /^(?:[ \t]*(?:#.*|---.*|%.*)?\r?\n)*([ \t]{0,99})(- )?/.exec(text) ?? []
  const start = dash ? `${edge}(?:- +| {2})` : edge
  const key = new RegExp(`^${start}(["']?)([\\w-]+)\\1[ \\t]*:(?:[ \\t]+(\\S.*))?\\r?$`, "gm")
  let isResource = false
  for (const { 2: name = "", 3: value } of text.matchAll(key)) {
    const isOpening = value === undefined || /^[&!{[#]/.test(value)
    if (isOpening && (forms.has(name) || isSetting(name))) return "roles"
    if (value !== undefined && isText(name, value)) return "roles"
    isResource ||= isOpening
  }
  const hasType =
    isResource && /(?:^[ \t]+|\{[ \t]*)(["']?)Type\1[ \t]*:[ \t]*["']?AWS::/m.test(text)
  return hasType ? "roles" : undefined
}

function isText(name: string, value: string): boolean {
  if (name === "Effect") return /^["']?(?:Allow|Deny)\b/.test(value)
  if (name === "Action" || name === "NotAction") return /^(?:\[ *)?["']?(?:\*|[\w-]+:)/.test(value)
  return texts.has(name) || (name === "Type" && /^["']?AWS::/.test(value))
}

/** A line of a bootstrap.rb, written out or in a comment, as the file that Jets generates has it. */
const rubyLine =
  /^[ \t]*(?:#[ \t]*)?(?:Jets\.bootstrap\b|(?:\w+\.)*codebuild\.iam\b|(?:\w+\.)*iam\.(?:default_)?(?:managed_|vpc_)?polic)/m

/** A list or one item in Ruby, alone: `%w[s3]`, `["s3"]`, `{Action: …}`, `{"Action" => …}`. */
const rubyFragment =
  /^(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*(?:%[wWiI][^\w\s]|\[\s*(?:["':*%[\]]|\{)|\{\s*(?:\w+:\s|:\w+\s*=>|["'][^"'\n]*["']\s*=>|\*\*))/
