import type { IamConfig } from "../config/config.ts"
import type { InlinePolicy, JsonObject, JsonValue } from "../iam/document.ts"
import { buildRole, type Role, type RoleOptions } from "../role/build.ts"
import { createRoleParts, type Notation, type OutputPart, textOf } from "./roleParts.ts"
import { type WriteScalar, yamlScalar } from "./scalar.ts"
import { yamlBlock } from "./yamlBlock.ts"

/**
 * The role as YAML in the documentation's style (DESIGN 2.4). A key whose list is empty is left out; an
 * empty role is `{}`.
 */
export function toYaml(role: Role): string {
  return textOf(yamlChunks(role))
}

/** The same, part by part, each with its place in the role. */
export const yamlChunks: (role: Role) => readonly OutputPart[] = createRoleParts({
  ...yamlNotation("", yamlScalar),
  empty: "{}",
})

/** How the properties of a role are written in YAML, every line behind `indent`. */
export function yamlNotation(indent: string, scalar: WriteScalar): Notation {
  const entry = (object: JsonObject | InlinePolicy, prefix: string) => {
    const present: JsonValue = Object.fromEntries(
      Object.entries(object).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    )
    return `${prefix}${yamlBlock([present], prefix, scalar)}`
  }
  return {
    start: "",
    end: "",
    empty: "",
    separator: "",
    listStart: (name) => `${indent}${name}:`,
    listEnd: "",
    managedPolicy: (arn) => `${indent}  - ${scalar(arn)}`,
    policy: (policy) => entry(policy, `${indent}  `),
    statement: (statement) => entry(statement, `${indent}        `),
    policyStart: (name, version) =>
      [
        `${indent}  - PolicyName: ${scalar(name)}`,
        `${indent}    PolicyDocument:`,
        `${indent}      ${yamlBlock({ Version: version }, "", scalar)}`,
        `${indent}      Statement:`,
      ].join("\n"),
    policyEnd: "",
    actionsStart: `${indent}        - Action:`,
    action: (action) => `${indent}            - ${scalar(action)}`,
    actionsEnd: `${indent}          Effect: Allow\n${indent}          Resource: "*"`,
  }
}

/** The YAML of settings, part by part: apart from outputParts, since every page begins with it. */
export function yamlParts(config: IamConfig, options: RoleOptions = {}): readonly OutputPart[] {
  return yamlChunks(buildRole(config, options))
}
