import type { Role } from "../role/build.ts"
import { createRoleParts, type OutputPart, textOf } from "./roleParts.ts"
import { type WriteScalar, yamlScalar, yamlString } from "./scalar.ts"
import { yamlNotation } from "./yaml.ts"

/** The template around the role's policies: Jets' own role, which CodeBuild takes on (DESIGN 2.4). */
const frame = `\
AWSTemplateFormatVersion: '2010-09-09'
Resources:
  CodebuildRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: codebuild.amazonaws.com
            Action: sts:AssumeRole
      Path: /`

/**
 * The role as a whole CloudFormation template in YAML, which deploys as it is (DESIGN 2.4). A key whose list
 * is empty is left out.
 */
export function toCloudFormation(role: Role): string {
  return textOf(cloudFormationChunks(role))
}

/** The same, part by part, each with its place in the role. */
export const cloudFormationChunks: (role: Role) => readonly OutputPart[] = createRoleParts({
  ...yamlNotation("      ", cloudFormationScalar),
  start: frame,
  empty: frame,
})

const shortForm = /^(!Ref|!Sub|!GetAtt) (.*)$/s

/** A scalar as in yamlScalar, where `!Ref X` is that function in its short form, as Jets writes it (DESIGN 2.4). */
export function cloudFormationScalar(value: Parameters<WriteScalar>[0]): string {
  const [, tag, argument = ""] = (typeof value === "string" && shortForm.exec(value)) || []
  return tag === undefined ? yamlScalar(value) : `${tag} ${yamlString(argument)}`
}
