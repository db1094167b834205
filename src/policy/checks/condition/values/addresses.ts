import type { Diagnostic } from "../../../config/diagnostic.ts"
import type { Pointer } from "../../../config/pointer.ts"
import { needsKey, type Operator } from "../../../iam/condition.ts"
import type { JsonValue } from "../../../iam/document.ts"
import {
  firstAddress,
  formatIpRange,
  type IpRange,
  isPrivateRange,
  parseIpRange,
} from "../../../iam/ip.ts"
import { diagnose, quoted } from "../../diagnostic.ts"
import type { PlacedCondition } from "../../parts.ts"
import { perhaps, written } from "../fixes.ts"
import { literalOf } from "./literal.ts"

/**
 * Values of IpAddress and NotIpAddress (IAM User Guide, "IP address condition operators"; IAM Access Analyzer,
 * IMPROVE_IP_RANGE, PRIVATE_IP_ADDRESS, PRIVATE_NOT_IP_ADDRESS and their _SUBSET).
 */
export function addresses(condition: PlacedCondition): readonly Diagnostic[] {
  const { operator, values, lowerKey } = condition
  if (operator?.type !== "IpAddress") return []
  const ranges = values.map(({ value, at }): PlacedRange => {
    const text = literalOf(value)
    return { value, at, text, range: text === undefined ? undefined : parseIpRange(text) }
  })
  return [
    ...ranges.flatMap(form),
    ...(lowerKey === "aws:sourceip" ? sourceAddresses(condition, operator, ranges) : []),
  ]
}

/** A value; without `text` where it isn't known here, without `range` where the text is none. */
interface PlacedRange {
  readonly value: JsonValue
  readonly at: Pointer
  readonly text: string | undefined
  readonly range: IpRange | undefined
}

function form({ text, range, at }: PlacedRange): readonly Diagnostic[] {
  if (text === undefined) return []
  if (!range) {
    const trimmed = text.trim()
    return [
      diagnose(
        "type-mismatch-ip-range",
        "warning",
        at,
        `${quoted(text)} is no IP address or range, so it never matches. Write an address such as \`203.0.113.7\`, or a range such as \`203.0.113.0/24\`.`,
        perhaps(parseIpRange(trimmed) ? written(`Write ${trimmed}`, at, trimmed) : undefined),
      ),
    ]
  }
  if (firstAddress(range) === range.address) return []
  const network = formatIpRange(range)
  return [
    diagnose(
      "improve-ip-range",
      "info",
      at,
      `${quoted(text)} looks like one address, but only the first ${range.prefix} bits count. Write ${quoted(network)}, which is the same range.`,
      perhaps(written(`Write ${network}`, at, network)),
    ),
  ]
}

/** Private ranges on aws:SourceIp, which is always a public address. */
function sourceAddresses(
  { key, at }: PlacedCondition,
  operator: Operator,
  ranges: readonly PlacedRange[],
): readonly Diagnostic[] {
  const isPrivate = ranges.map(({ range }) => range && isPrivateRange(range))
  if (!isPrivate.includes(true)) return []
  const why = `${quoted(key)} is always a public address`
  const inVpc = "For addresses inside a VPC compare `aws:VpcSourceIp`."
  if (isPrivate.includes(false)) {
    const rest = ranges.flatMap(({ value }, index) => (isPrivate[index] ? [] : [value]))
    const remove = written("Remove the private ranges", at, rest)
    return [
      operator.negated
        ? diagnose(
            "private-not-ip-address-subset",
            "info",
            at,
            `${why}, so the private ranges here exclude nothing. Remove them. ${inVpc}`,
            { fixes: [remove] },
          )
        : diagnose(
            "private-ip-address-subset",
            "info",
            at,
            `${why}, so the private ranges here never match. Remove them. ${inVpc}`,
            { fixes: [remove] },
          ),
    ]
  }
  if (isPrivate.includes(undefined)) return []
  if (operator.negated)
    return [
      diagnose(
        "private-not-ip-address",
        "warning",
        at,
        `${why}, so it is never in a private range: this always holds and excludes nothing. ${inVpc}`,
      ),
    ]
  if (!needsKey(operator)) return []
  return [
    diagnose(
      "private-ip-address",
      "error",
      at,
      `${why}, never one of these private ranges, so the statement never takes effect. Write the public range that the requests come from. ${inVpc}`,
    ),
  ]
}
