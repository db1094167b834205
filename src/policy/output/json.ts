import type { JsonObject } from "../iam/document.ts"
import type { Role } from "../role/build.ts"
import { createRoleParts, type OutputPart, textOf } from "./roleParts.ts"

/**
 * The role as JSON, indented by two spaces (DESIGN 2.4): the same properties as the YAML's. A key whose list
 * is empty is left out; an empty role is `{}`; a lone surrogate becomes U+FFFD.
 */
export function toJson(role: Role): string {
  return textOf(jsonChunks(role))
}

/** The same, part by part, each with its place in the role. */
export const jsonChunks: (role: Role) => readonly OutputPart[] = createRoleParts({
  start: "{",
  end: "}",
  empty: "{}",
  separator: ",",
  listStart: (name) => `  "${name}": [`,
  listEnd: "  ]",
  managedPolicy: (arn) => json(arn, "    "),
  policy: (policy) => json(policy, "    "),
  statement: (statement) => json(statement, "          "),
  policyStart: (name, version) => `\
    {
      "PolicyName": ${json(name)},
      "PolicyDocument": {
        "Version": ${json(version)},
        "Statement": [`,
  policyEnd: `\
        ]
      }
    }`,
  actionsStart: `\
          {
            "Action": [`,
  action: (action) => json(action, "              "),
  actionsEnd: `\
            ],
            "Effect": "Allow",
            "Resource": "*"
          }`,
})

/** An escape; JSON.stringify writes one of a surrogate only where it is alone. */
const escapes = /\\(?:(ud[89a-f]..)|.)/g

function json(value: string | JsonObject | Role["Policies"][number], indent = ""): string {
  const text = `${indent}${JSON.stringify(value, null, 2).replaceAll("\n", `\n${indent}`)}`
  if (!text.includes("\\ud")) return text
  return text.replaceAll(escapes, (whole, surrogate) => (surrogate ? "\ufffd" : whole))
}
