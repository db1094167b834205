import type { Diagnostic, DiagnosticCode } from "../../../config/diagnostic.ts"
import { hasWildcard } from "../../../iam/action.ts"
import { isRegion } from "../../../iam/arn.ts"
import { diagnose, quoted } from "../../diagnostic.ts"
import type { PlacedCondition } from "../../parts.ts"
import { perhaps, written } from "../fixes.ts"
import { literalOf, takesString } from "./literal.ts"

/** Longer texts are no slip of a name. */
const longest = 60

/** Names of AWS's that a condition key is compared with. */
interface NameForm {
  readonly code: DiagnosticCode
  readonly fits: (text: string) => boolean
  /** What the value isn't, and what to write. */
  readonly message: string
  /** The name that was most likely meant, if it fits. */
  readonly meant?: (text: string) => string
}

const servicePrincipal: NameForm = {
  code: "invalid-service-principal-format",
  fits: (text) => /^(?:[a-z\d-]+\.)+(?:amazonaws\.com(?:\.cn)?|amazon\.com)$/i.test(text),
  message:
    "is no service principal, so no request ever has it. Write one such as `lambda.amazonaws.com`.",
  meant: (text) =>
    `${text.toLowerCase().replace(/\.(?:aws|amazonaws|aws\.amazon\.com)$/, "")}.amazonaws.com`,
}

const viaService: NameForm = {
  code: "invalid-service-principal-format",
  fits: (text) => {
    const [, region = ""] =
      /^(?:[a-z\d-]+\.)+([a-z\d-]+)\.amazonaws\.com(?:\.cn)?$/i.exec(text) ?? []
    return isRegion(region.toLowerCase())
  },
  message:
    "is no service with its Region, so no request ever has it. Write one such as `s3.us-east-1.amazonaws.com`.",
}

const forms: ReadonlyMap<string, NameForm> = new Map([
  [
    "aws:requestedregion",
    {
      code: "invalid-region",
      fits: (text) => isRegion(text) || text === "unspecified",
      message:
        "is no AWS Region, so no request is ever made in it. Write a Region's code, such as `us-east-1`.",
      meant: (text) =>
        text
          .toLowerCase()
          .replaceAll("_", "-")
          .replace(/(?<=\d)[a-z]$/, ""),
    },
  ],
  ["iam:passedtoservice", servicePrincipal],
  ["iam:awsservicename", servicePrincipal],
  ["aws:calledvia", servicePrincipal],
  ["aws:calledviafirst", servicePrincipal],
  ["aws:calledvialast", servicePrincipal],
  ["kms:viaservice", viaService],
  [
    "aws:sourcevpc",
    {
      code: "invalid-vpc-format",
      fits: (text) => /^vpc-[\da-fA-F]+$/.test(text),
      message:
        "is no ID of a VPC, so no request ever has it. Write one such as `vpc-0a1b2c3d`; an endpoint's ID belongs to `aws:SourceVpce`.",
    },
  ],
  [
    "aws:sourcevpce",
    {
      code: "invalid-vpce-format",
      fits: (text) => /^vpce-[\da-fA-F]+$/.test(text),
      message:
        "is no ID of a VPC endpoint, so no request ever has it. Write one such as `vpce-0a1b2c3d`; a VPC's ID belongs to `aws:SourceVpc`.",
    },
  ],
])

/**
 * Values that no request ever has for a key (IAM Access Analyzer, INVALID_REGION, INVALID_SERVICE_PRINCIPAL_FORMAT,
 * INVALID_VPC_FORMAT, INVALID_VPCE_FORMAT).
 */
export function valueNames(condition: PlacedCondition): readonly Diagnostic[] {
  const { operator, lowerKey, values } = condition
  const form = operator?.type === "String" ? forms.get(lowerKey) : undefined
  if (!operator || !form) return []
  const ignoresCase = operator.name.endsWith("IgnoreCase")
  return values.flatMap(({ value, at }) => {
    const text = literalOf(value)
    if (text === undefined || hasWildcard(text)) return []
    if (form.fits(ignoresCase ? text.toLowerCase() : text)) return []
    const isSlip = text.length <= longest && takesString(condition, value)
    const meant = isSlip ? form.meant?.(text.trim()) : undefined
    const near = meant !== undefined && form.fits(meant) ? meant : undefined
    return [
      diagnose(
        form.code,
        "error",
        at,
        `${quoted(text)} ${form.message}`,
        perhaps(near === undefined ? undefined : written(`Write ${near}`, at, near)),
      ),
    ]
  })
}
