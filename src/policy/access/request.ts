import type { Pointer } from "../config/pointer.ts"

/** What IAM answers to a request: allowed, denied by a Deny, or denied because nothing allows it. */
export type Decision = "Allowed" | "ExplicitlyDenied" | "ImplicitlyDenied"

/** What somebody wants to do. */
export interface AccessRequest {
  /** With its service: `s3:GetObject`. Case doesn't count. */
  readonly action: string
  /** An ARN, or `*` for an action that takes no resource. */
  readonly resource: string
  /** The request's context: condition keys (case doesn't count), each with its value or values. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>
}

/** The answer to a request. */
export interface AccessDecision {
  readonly decision: Decision
  /**
   * The statements that decide, in order: the denying ones of ExplicitlyDenied, the allowing ones of Allowed, none
   * of ImplicitlyDenied. Places in the policies given: `/0/PolicyDocument/Statement/1`.
   */
  readonly matched: readonly Pointer[]
  /** Condition keys as written that a statement which fits otherwise asks for and the request lacks, each once. */
  readonly missingContext: readonly string[]
  /**
   * Where the decision can't be told for sure, the statements that it hangs on: a part is filled in later (`#{…}`,
   * `!Ref …`), or IAM would refuse them. Such an Allow allows nothing, such a Deny denies. Absent where it is sure.
   */
  readonly uncertain?: readonly Pointer[]
}

/** A request as statements are asked it. */
export interface Question {
  /** In lower case. */
  readonly action: string
  /** What stands before the action's colon, and behind it. */
  readonly service: string
  readonly name: string
  readonly resource: string
  /** The values of a key in lower case; undefined where the request lacks it or has no value for it. */
  readonly valuesOf: (lowerKey: string) => readonly string[] | undefined
  /** Keys as written that were asked for in vain. */
  readonly asked: string[]
}

/** Puts a request into the form that statements are asked. */
export function questionOf({ action, resource, context }: AccessRequest): Question {
  const lower = action.toLowerCase()
  const colon = lower.indexOf(":")
  return {
    action: lower,
    service: lower.slice(0, Math.max(colon, 0)),
    name: lower.slice(colon + 1),
    resource,
    valuesOf: context ? contextReader(context) : absent,
    asked: [],
  }
}

function absent(): undefined {}

function contextReader(context: NonNullable<AccessRequest["context"]>): Question["valuesOf"] {
  let values: Map<string, readonly string[]> | undefined
  return (lowerKey) => {
    values ??= readContext(context)
    return values.get(lowerKey)
  }
}

const isPlain = (value: unknown) =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean"

/** Keys that differ only in case are one, with the values of all. */
function readContext(context: NonNullable<AccessRequest["context"]>): Map<string, string[]> {
  const values = new Map<string, string[]>()
  for (const [key, value] of Object.entries(context)) {
    // JSON may give a number or a boolean for its text.
    const texts = [value].flat().flatMap((one: unknown) => (isPlain(one) ? String(one) : []))
    const known = values.get(key.toLowerCase())
    if (known) known.push(...texts)
    else if (texts.length > 0) values.set(key.toLowerCase(), texts)
  }
  return values
}
