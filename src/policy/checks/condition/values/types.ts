import type { Diagnostic, DiagnosticCode } from "../../../config/diagnostic.ts"
import type { Fix } from "../../../config/fix.ts"
import type { Pointer } from "../../../config/pointer.ts"
import type { OperatorType } from "../../../iam/condition.ts"
import type { JsonValue } from "../../../iam/document.ts"
import { hasVariable } from "../../../iam/variable.ts"
import { diagnose, quoted } from "../../diagnostic.ts"
import { isTag, type PlacedCondition } from "../../parts.ts"
import { perhaps, written } from "../fixes.ts"
import { isDecimal } from "./decimal.ts"
import { literalOf, takesString } from "./literal.ts"

/** What the values of an operator must be. */
interface ValueType {
  readonly code: DiagnosticCode
  readonly fits: (text: string, value: JsonValue) => boolean
  /** What is wrong and what to do, behind the value. */
  readonly message: string
  /** The value that was most likely meant. */
  readonly meant?: (text: string) => string | undefined
}

const boolean: ValueType = {
  code: "type-mismatch-boolean",
  fits: (text) => /^(?:true|false)$/i.test(text),
  message: "is neither true nor false, so the condition never holds as meant.",
  meant: (text) =>
    /^(?:true|yes|on|1)$/i.test(text)
      ? "true"
      : /^(?:false|no|off|0)$/i.test(text)
        ? "false"
        : undefined,
}

const types: Partial<Readonly<Record<OperatorType, ValueType>>> = {
  Bool: boolean,
  Null: boolean,
  Numeric: {
    code: "type-mismatch-number",
    fits: (text, value) => typeof value === "number" || isDecimal(text),
    message:
      "is no number, so the condition never holds as meant. Write digits, as in `10` or `0.5`.",
    meant: (text) => (isDecimal(text) ? text : undefined),
  },
  Binary: {
    code: "type-mismatch-string",
    fits: (text, value) => typeof value === "string" && isBase64(text),
    message:
      "is no Base64, which `BinaryEquals` compares, so the condition never holds. Encode the bytes, with the padding.",
  },
}

/**
 * Values of a type that their operator doesn't compare, or with a variable under one that knows none (IAM Access
 * Analyzer, TYPE_MISMATCH_BOOLEAN, _NUMBER, _STRING; IAM User Guide, "Where you can use policy variables").
 */
export function valueTypes(condition: PlacedCondition): readonly Diagnostic[] {
  const { operator, values } = condition
  if (!operator || operator.type === "String" || operator.type === "Arn") return []
  const type = types[operator.type]
  return values.flatMap(({ value, at }) => {
    if (typeof value === "string" && hasVariable(value) && !isTag(value))
      return [variable(value, operator.name, at)]
    const text = literalOf(value)
    if (!type || text === undefined || type.fits(text, value)) return []
    const meant = type.meant?.(text.trim())
    const fits = takesString(condition, value)
    return [
      diagnose(
        type.code,
        "warning",
        at,
        `${quoted(text)} ${type.message}${meant === undefined ? otherwise(type) : ` Did you mean ${quoted(meant)}?`}`,
        perhaps(meant !== undefined && fits ? corrected(at, meant) : undefined),
      ),
    ]
  })
}

function otherwise(type: ValueType): string {
  return type === boolean ? " Write `true` or `false`." : ""
}

function corrected(at: Pointer, meant: string): Fix {
  return written(meant.length > 20 ? "Write it without spaces" : `Write ${meant}`, at, meant)
}

/** With padding. One regular expression for the groups would take long for long texts. */
function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z\d+/]+={0,2}$/.test(text)
}

function variable(text: string, operator: string, at: Pointer): Diagnostic {
  return diagnose(
    "invalid-variable-for-operator",
    "error",
    at,
    `\`${operator}\` takes no policy variable, only String and Arn operators do: AWS rejects ${quoted(text)}, and the deploy fails. Write the value itself.`,
  )
}
