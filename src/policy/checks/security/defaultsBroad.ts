import type { Diagnostic } from "../../config/diagnostic.ts"
import { actionOf, listEntries } from "../../config/item.ts"
import { diagnose } from "../diagnostic.ts"
import type { Walk } from "../walk.ts"

/** Jets' default policy holds all of IAM, as the deploy makes roles (Jets documentation, remote/codebuild/iam). */
export function defaultsAreBroad({ config, baseline }: Walk): readonly Diagnostic[] {
  const hasIam = listEntries(config, "default_policy", baseline).some(
    ({ value }) => typeof value === "string" && actionOf(value).toLowerCase() === "iam:*",
  )
  if (!hasIam) return []
  return [
    diagnose(
      "defaults-are-broad",
      "info",
      "/default_policy",
      "The default policy holds `iam`, because a deploy makes roles for its functions; so the build can do as much as an administrator. That is how Jets works: let only people you trust change what it builds.",
    ),
  ]
}
