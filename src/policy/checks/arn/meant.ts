import { parseAction } from "../../iam/action.ts"
import { arnFields, isRegion, partitions } from "../../iam/arn.ts"
import type { PlacedText } from "../parts.ts"
import { type ArnFault, faultsOfArn } from "./faults.ts"

/** Longer texts are no slip. */
const longest = 2_048

/**
 * The text that was clearly meant by one with a fault: without that fault, and with no other that it didn't have.
 * `actions` are those of the statement.
 */
export function arnMeant(
  text: string,
  fault: ArnFault,
  faults: readonly ArnFault[],
  actions: readonly PlacedText[],
): string | undefined {
  if (text.length > longest) return undefined
  return candidates[fault](text, actions).find((one) =>
    faultsOfArn(one).every((left) => left !== fault && faults.includes(left)),
  )
}

const candidates: Readonly<
  Record<ArnFault, (text: string, actions: readonly PlacedText[]) => readonly string[]>
> = {
  "invalid-arn-prefix": prefixed,
  "missing-arn-field": filled,
  "invalid-partition": (text) =>
    withField(text, 1, (partition) => {
      const plain = partition.trim().toLowerCase().replaceAll("_", "-")
      return plain === "" ? "aws" : partitions.has(plain) ? plain : undefined
    }),
  "invalid-arn-service-case": (text) =>
    withField(text, 2, (service) => (service.includes("{") ? undefined : service.toLowerCase())),
  "invalid-arn-region": (text) =>
    withField(text, 3, (region) => {
      const plain = region.trim().toLowerCase().replaceAll("_", "-")
      // us-east-1a is a zone of us-east-1.
      return [plain, plain.replace(/(?<=\d)[a-z]$/, "")].find(isRegion)
    }),
  "invalid-arn-account": (text) =>
    withField(text, 4, (account) => {
      const plain = account.replaceAll(/[\s-]/g, "")
      return /^\d{12}$/.test(plain) ? plain : undefined
    }),
}

function withField(
  text: string,
  index: number,
  change: (field: string) => string | undefined,
): readonly string[] {
  const fields = arnFields(text)
  const changed = change(fields[index] ?? "")
  return changed === undefined ? [] : [fields.with(index, changed).join(":")]
}

/** A bucket's name (Amazon S3 User Guide, "General purpose bucket naming rules"), and what may follow in an ARN. */
const bucket = /^[a-z\d][a-z\d.-]{1,61}[a-z\d](?:\/.*)?$/

function prefixed(text: string, actions: readonly PlacedText[]): readonly string[] {
  const plain = text.trim()
  const s3Only =
    actions.length > 0 && actions.every((one) => parseAction(one.text)?.service === "s3")
  return [
    ...(/^\*+$/.test(plain) ? ["*"] : []),
    ...(/^arn:/i.test(plain) ? [`arn:${plain.slice("arn:".length)}`] : []),
    ...(/^aws[a-z-]*:/.test(plain) ? [`arn:${plain}`] : []),
    ...(plain.startsWith(":aws") ? [`arn${plain}`] : []),
    ...(plain.startsWith("s3://") ? [`arn:aws:s3:::${plain.slice("s3://".length)}`] : []),
    ...(/^\$\{(?:AWS::|[A-Za-z\d]+(?:\.[A-Za-z\d.]+)?\})/.test(plain) ? [`!Sub ${plain}`] : []),
    ...(s3Only && bucket.test(plain) ? [`arn:aws:s3:::${plain}`] : []),
  ]
}

/** Services whose ARNs have neither Region nor account, and those that have an account alone. */
const bare = new Set(["s3", "route53"])
const regionless = new Set(["iam", "cloudfront"])

/** Puts back fields that a service's ARNs always leave empty. */
function filled(text: string): readonly string[] {
  const [prefix, partition, service = "", ...rest] = arnFields(text)
  const named = rest.filter((field) => field !== "")
  if (bare.has(service) && named.length === 1)
    return [[prefix, partition, service, "", "", ...named].join(":")]
  return regionless.has(service) && named.length === 2 && /^(?:\d{12}|aws)$/.test(named[0] ?? "")
    ? [[prefix, partition, service, "", ...named].join(":")]
    : []
}
