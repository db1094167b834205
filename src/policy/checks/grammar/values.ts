import { below } from "../../config/pointer.ts"
import { documentVersion } from "../../iam/document.ts"
import { diagnose, quoted, write } from "../diagnostic.ts"
import { isTag, own } from "../parts.ts"
import type { Check, StatementCheck } from "../walk.ts"
import { effectMeant, slipsOf } from "./slips.ts"

const oldVersion = "2008-10-17"

/** An Effect that is neither Allow nor Deny (IAM Access Analyzer, INVALID_EFFECT). */
export const invalidEffects: StatementCheck = ({ effect }) => {
  if (typeof effect !== "string" || effect === "Allow" || effect === "Deny") return []
  if (isTag(effect) || effect.includes("#{")) return []
  const meant = effectMeant(effect)
  return [
    diagnose(
      "invalid-effect",
      "error",
      "/Effect",
      `${quoted(effect)} is no effect: AWS rejects the role, and the deploy fails. Write \`Allow\` or \`Deny\`, spelled exactly so.`,
      meant ? { fixes: [write("/Effect", meant)] } : {},
    ),
  ]
}

/**
 * The version of an inline policy's document: missing, old, or none of IAM's two (IAM User Guide, "IAM JSON policy
 * elements: Version"; IAM Access Analyzer, MISSING_VERSION, INVALID_VERSION). Jets writes that of all others.
 */
export const versions: Check = ({ documents }) =>
  documents.flatMap(({ document, at, isInline }) => {
    const version = own(document, "Version")
    if (!isInline || version === documentVersion) return []
    const place = below(at, "Version")
    const fix = write(place, documentVersion)
    if (version === undefined)
      return diagnose(
        "missing-version",
        "warning",
        at,
        `This policy document has no \`Version\`, so IAM reads it as the old \`${oldVersion}\`, in which policy variables are plain text. Add \`Version: ${documentVersion}\`.`,
        // A key that is a slip of Version is better renamed.
        slipsOf(document, ["Version"]).size > 0
          ? {}
          : { fixes: [{ ...fix, title: `Add Version ${documentVersion}` }] },
      )
    if (version === oldVersion)
      return diagnose(
        "old-version",
        "warning",
        place,
        `Policy variables are plain text in version \`${oldVersion}\`, so a resource or condition with one matches nothing. Write \`${documentVersion}\`.`,
        { fixes: [fix] },
      )
    if (typeof version !== "string" || isTag(version) || version.includes("#{")) return []
    return diagnose(
      "invalid-version",
      "error",
      place,
      `${quoted(version)} is no version of IAM's policy language: AWS rejects the role, and the deploy fails. Write \`${documentVersion}\`; it is no date to change.`,
      { fixes: [fix] },
    )
  })
