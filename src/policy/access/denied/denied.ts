import type { AccessDenied } from "./denial.ts"
import { deniedOperations } from "./operation.ts"
import { plainText } from "./plainText.ts"
import { deniedSentences } from "./sentence.ts"

/** No log that a person reads holds more different denials; a hostile one could hold any number. */
const most = 500

/**
 * The access denials in any text, such as a whole CodeBuild log: in the order in which they first appear, equal
 * ones once, 500 at most. A text that has a denial but names nothing gives one without an action. Total, and
 * linear in the text's length. How each wording is read: access-denied.json, "rules".
 */
export function parseAccessDenied(text: string): readonly AccessDenied[] {
  const plain = plainText(text)
  const found = [...deniedSentences(plain), ...deniedOperations(plain)].sort((a, b) => a.at - b.at)
  const denials = new Map<string, AccessDenied>()
  for (const { denial } of found) {
    if (denials.size === most) break
    const { action, resource, principal, denied, by } = denial
    const key = JSON.stringify([action, resource, principal, denied, by])
    if (!denials.has(key)) denials.set(key, denial)
  }
  if (denials.size > 0) return [...denials.values()]
  return bareDenial.test(plain) ? [{ denied: "unknown", by: "unknown" }] : []
}

/** AWS's own words for a denial, and not those of a file system (Java), a framework (Spring) or a database (MySQL). */
const bareDenial =
  /(?<!\b(?:file|access)\.)AccessDenied(?!Error)|\bAccess Denied\b(?! for user)|\bAccess denied for operation '?AWS::|\bACCESS_DENIED\b|\bUnauthorizedOperation\b|\bYou are not authorized to perform this operation\b/
