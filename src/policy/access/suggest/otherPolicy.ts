import type { AccessDenied, DeniedBy } from "../denied/denial.ts"

/** Policies that the settings don't hold: what each is called, and who can change it (IAM User Guide, "Policy types"). */
const others: Readonly<Record<Exclude<DeniedBy, "identity" | "unknown">, string>> = {
  scp: "A service control policy of your AWS organization denies it. Whoever manages the organization can change that",
  rcp: "A resource control policy of the AWS organization that owns the resource denies it. Whoever manages that organization can change it",
  boundary:
    "The permissions boundary of the role denies it. Whoever set the boundary, most often a platform team, can change that",
  session:
    "The session policy that came with the role's credentials denies it. Whoever starts the session can change that",
  resource:
    "The resource's own policy denies it: that of a bucket, a key, a queue, or a role's trust policy. The owner of the resource can change that",
  vpce: "The policy of the VPC endpoint that the request went through denies it. Whoever manages the VPC can change that",
}

/** What to say where AWS names a policy that isn't the identity's; undefined where it may be. */
export function otherPolicyMessage({ by, denied }: AccessDenied): string | undefined {
  if (by === "identity" || by === "unknown") return undefined
  const missing =
    denied === "implicit" ? others[by].replace("denies it", "doesn't allow it") : others[by]
  return `${missing}; no Allow in this role would help.`
}
