import type { Diagnostic, DiagnosticCode } from "../../../config/diagnostic.ts"
import { arnFields } from "../../../iam/arn.ts"
import type { Catalog } from "../../../iam/catalog.ts"
import { diagnose, quoted, write } from "../../diagnostic.ts"
import { namesNear } from "../../nearest.ts"
import { isTag, type StatementParts } from "../../parts.ts"
import { awsList, byText, once } from "../../remember.ts"
import { likelyServices } from "../actions/likelyService.ts"
import { type ArnForm, formsOfService, type ResourceArn, readArn, resourceFits } from "./arnForm.ts"

interface Finding {
  readonly code: DiagnosticCode
  readonly message: string
  /** The texts that may be meant instead. */
  readonly instead: readonly string[]
}

/** ARNs that no resource of AWS has (Service Authorization Reference: the forms of resource types' ARNs). */
export function arnsOfNothing(parts: StatementParts, catalog: Catalog): readonly Diagnostic[] {
  return [...parts.resources, ...parts.notResources].flatMap(({ text, at }) =>
    findingsOf(catalog, text).map(
      ({ code, message, instead }): Diagnostic =>
        diagnose(code, "warning", at, message, { fixes: instead.map((text) => write(at, text)) }),
    ),
  )
}

const findingsOf = byText((catalog, text): readonly Finding[] => {
  const { arnForms } = catalog
  const arn = isTag(text) ? undefined : readArn(text)
  if (!arnForms || !arn || /[A-Z*?]/.test(arn.service)) return []
  const entries = arnForms.get(arn.service)
  if (!entries) return unknownService(catalog, text, arn)
  const forms = formsOfService(entries)
  const fitting = forms.filter((form) => resourceFits(form, arn))
  return fitting.length > 0
    ? fieldFindings(text, arn, fitting)
    : unknownResource(catalog, text, arn, forms)
})

function unknownService(catalog: Catalog, text: string, arn: ResourceArn): readonly Finding[] {
  if (!catalog.services || catalog.services.has(arn.service)) return []
  const likely = likelyServices(catalog, arn.service)
  const what =
    arn.service === ""
      ? `${quoted(text)} names no service`
      : `No service in ${awsList(catalog)} has ARNs with ${quoted(arn.service)}`
  const advice =
    likely.length > 0
      ? `Did you mean ${likely.map(quoted).join(" or ")}?`
      : "Copy the ARN from the service's own page."
  return [
    {
      code: "invalid-arn-service",
      message: `${what}, so this most likely matches nothing. ${advice}`,
      instead: likely.map((service) => withField(text, 2, service)),
    },
  ]
}

function unknownResource(
  catalog: Catalog,
  text: string,
  arn: ResourceArn,
  forms: readonly ArnForm[],
): readonly Finding[] {
  const likely = likelyResource(arn, forms)
  return [
    {
      code: "invalid-arn-resource",
      message: `No resource of ${quoted(arn.service)} in ${awsList(catalog)} has an ARN that ends like ${quoted(resourceOf(text))}, so it most likely matches nothing. ${likely ? `Did you mean ${quoted(likely.head)}?` : "Check what follows the account."}`,
      instead: likely ? [withResource(text, likely.written(text))] : [],
    },
  ]
}

/** A form that begins almost like the ARN's resource: `function:` for `functions:`. */
function likelyResource(arn: ResourceArn, forms: readonly ArnForm[]) {
  const opening = openingOf(arn.head)
  if (opening.length < 3) return undefined
  const heads = headsOf(forms)
  const head = namesNear(opening, heads).find((head) => {
    const meant = readArn(`arn:aws:${arn.service}:::${head}${arn.resource.slice(opening.length)}`)
    return meant && forms.some((form) => resourceFits(form, meant))
  })
  return head === undefined
    ? undefined
    : { head, written: (text: string) => head + resourceOf(text).slice(opening.length) }
}

const headsOf = once((forms: readonly ArnForm[]): readonly string[] => [
  ...new Set(forms.map(({ head }) => openingOf(head)).filter((head) => /[:/]$/.test(head))),
])

/** A resource part to its first separator. */
const openingOf = (text: string) => /^\/?[^:/]*[:/]?/.exec(text)?.[0] ?? ""

/** Global inference names a model without a Region. */
const needsNoRegion = ({ service, resource }: ResourceArn) =>
  service === "bedrock" && resource.startsWith("foundation-model/")

/** AWS's own documents and parameters have no account. */
const needsNoAccount = ({ service, resource }: ResourceArn) =>
  service === "ssm" && /^(?:document\/|automation-definition\/|parameter\/aws\/)/.test(resource)

function fieldFindings(
  text: string,
  arn: ResourceArn,
  forms: readonly ArnForm[],
): readonly Finding[] {
  const found: Finding[] = []
  const say = (code: DiagnosticCode, field: number, value: string, message: string) =>
    found.push({ code, message, instead: [withField(text, field, value)] })
  const name = quoted(text)
  if (arn.region === "" && forms.every((form) => form.needsRegion) && !needsNoRegion(arn))
    say(
      "missing-arn-region",
      3,
      "*",
      `${name} has no Region, and every such ARN has one: it matches nothing. Name the Region, or write \`*\` for all.`,
    )
  else if (arn.region !== "" && arn.region !== "*" && forms.every(({ region }) => region === ""))
    say(
      "arn-region-not-allowed",
      3,
      "",
      `ARNs such as ${name} have no Region: with one it matches nothing. Leave the field empty.`,
    )
  if (arn.account === "" && forms.every((form) => form.needsAccount) && !needsNoAccount(arn))
    say(
      "missing-arn-account",
      4,
      "*",
      `${name} has no account, and every such ARN has one: it matches nothing. Name the account, or write \`*\` for any.`,
    )
  else if (
    arn.account !== "" &&
    arn.account !== "*" &&
    forms.every(({ account }) => account === "")
  )
    say(
      "arn-account-not-allowed",
      4,
      "",
      `ARNs such as ${name} have no account: with one it matches nothing. Leave the field empty.`,
    )
  return found
}

const withField = (text: string, field: number, value: string) =>
  arnFields(text).with(field, value).join(":")

const resourceOf = (text: string) => arnFields(text).slice(5).join(":")

const withResource = (text: string, resource: string) =>
  [...arnFields(text).slice(0, 5), resource].join(":")
