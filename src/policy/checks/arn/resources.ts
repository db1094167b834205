import type { Diagnostic } from "../../config/diagnostic.ts"
import { diagnose, quoted, write } from "../diagnostic.ts"
import type { PlacedText } from "../parts.ts"
import { eachStatement } from "../walk.ts"
import { type ArnFault, faultsOfArn, hasWildcardService, isEveryArn } from "./faults.ts"
import { arnMeant } from "./meant.ts"

/** The form of the texts of `Resource` and `NotResource`. */
export const resourceForms = eachStatement((parts) =>
  [...parts.resources, ...parts.notResources].flatMap((placed) =>
    placed.text === "*" ? [] : judge(placed, parts.actions),
  ),
)

function judge({ text, at }: PlacedText, actions: readonly PlacedText[]): readonly Diagnostic[] {
  const faults = faultsOfArn(text)
  return [
    ...faults.map((code) => {
      const meant = arnMeant(text, code, faults, actions)
      return diagnose(code, "error", at, messages[code](quoted(text)), {
        ...(meant !== undefined && { fixes: [write(at, meant)] }),
      })
    }),
    ...(hasWildcardService(text) ? [wildcardService(text, at)] : []),
    ...(isEveryArn(text) ? [effectivelyStar(text, at)] : []),
  ]
}

const rejected = "AWS rejects the role, and the deploy fails"

const messages: Readonly<Record<ArnFault, (arn: string) => string>> = {
  "invalid-arn-prefix": (arn) =>
    `${arn} is no ARN: ${rejected}. A resource is \`*\` or begins with \`arn:\`, such as \`arn:aws:s3:::my-bucket/*\`.`,
  "missing-arn-field": (arn) =>
    `${arn} has too few fields: ${rejected}. An ARN is \`arn:partition:service:region:account:resource\`; a field that isn't needed stays empty, its colon doesn't go.`,
  "invalid-partition": (arn) =>
    `${arn} names no partition of AWS: ${rejected}. Behind \`arn:\` comes \`aws\`, or \`aws-cn\` in China and \`aws-us-gov\` in GovCloud.`,
  "invalid-arn-region": (arn) =>
    `The fourth field of ${arn} is no Region's code: ${rejected}, or the ARN matches nothing. Write one such as \`us-east-1\`, or \`*\` for all.`,
  "invalid-arn-account": (arn) =>
    `The fifth field of ${arn} is no account: ${rejected}, or the ARN matches nothing. Write the account's 12 digits, or \`*\` for all.`,
  "invalid-arn-service-case": (arn) =>
    `The service of ${arn} has a capital letter, and case counts in an ARN: it matches nothing that the runner uses. Write it in lower case.`,
}

function wildcardService(text: string, at: PlacedText["at"]): Diagnostic {
  return diagnose(
    "wildcard-in-service-name",
    "info",
    at,
    `${quoted(text)} has a wildcard in the service, so it can match resources of services that weren't meant. Name the service.`,
  )
}

function effectivelyStar(text: string, at: PlacedText["at"]): Diagnostic {
  return diagnose(
    "resource-effectively-star",
    "info",
    at,
    `${quoted(text)} matches every resource, the same as \`*\`. Write \`*\`, so that everybody sees it, or name the resources.`,
    { fixes: [write(at, "*")] },
  )
}
