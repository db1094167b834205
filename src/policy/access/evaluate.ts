import type { Pointer } from "../config/pointer.ts"
import type { InlinePolicy } from "../iam/document.ts"
import { lacking, no, unsure, yes } from "./evaluate/fit.ts"
import { preparePolicies } from "./evaluate/policies.ts"
import { type AccessDecision, type AccessRequest, questionOf } from "./request.ts"

/**
 * Whether policies of an identity allow a request, and what decides (IAM User Guide, "Policy evaluation logic": an
 * explicit Deny, else an Allow, else denied). No boundary, SCP or policy of a resource counts. Where it can't be
 * told whether a statement fits, it doesn't allow, and it does deny: "Allowed" is always sure. Total: statements
 * that IAM would refuse allow nothing. The policies are prepared once for each list, so they must not change.
 */
export function evaluateAccess(
  policies: readonly InlinePolicy[],
  request: AccessRequest,
): AccessDecision {
  const question = questionOf(request)
  const { asked } = question
  const denied: Pointer[] = []
  const allowed: Pointer[] = []
  const mayAllow: Pointer[] = []
  let isSurelyDenied = false
  for (const { at, statement } of preparePolicies(policies)(question.service)) {
    const before = asked.length
    const fit = statement.fit(question)
    if (fit === no) asked.length = before
    if (fit === no || fit === lacking) continue
    if (statement.effect === "Deny") {
      denied.push(at)
      isSurelyDenied ||= fit === yes
    } else if (fit === unsure) mayAllow.push(at)
    else allowed.push(at)
  }
  const missingContext = asked.length > 0 ? distinctKeys(asked) : asked
  if (denied.length > 0)
    return {
      decision: "ExplicitlyDenied",
      matched: denied,
      missingContext,
      ...(!isSurelyDenied && { uncertain: denied }),
    }
  if (allowed.length > 0) return { decision: "Allowed", matched: allowed, missingContext }
  return {
    decision: "ImplicitlyDenied",
    matched: [],
    missingContext,
    ...(mayAllow.length > 0 && { uncertain: mayAllow }),
  }
}

function distinctKeys(keys: readonly string[]): readonly string[] {
  const seen = new Map<string, string>()
  for (const key of keys) {
    const lowerKey = key.toLowerCase()
    if (!seen.has(lowerKey)) seen.set(lowerKey, key)
  }
  return [...seen.values()]
}
