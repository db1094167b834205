/** The kind of policy that AWS says a denial comes from; `resource` is a role's trust policy too. */
export type DeniedBy =
  | "identity"
  | "resource"
  | "scp"
  | "rcp"
  | "boundary"
  | "session"
  | "vpce"
  | "unknown"

/** One denial as AWS states it (access-denied.json, "rules"). What the text doesn't name is absent. */
export interface AccessDenied {
  /** `service:Name` as the message writes it. */
  readonly action?: string
  /** An ARN, `*`, or a kind and a name such as `role demo`, as the message writes it. */
  readonly resource?: string
  readonly principal?: string
  /** Whether a Deny matched, or no Allow did. */
  readonly denied: "implicit" | "explicit" | "unknown"
  readonly by: DeniedBy
}

/** A denial and where it begins in the text that is left when wrapping and escapes are undone. */
export interface FoundDenial {
  readonly at: number
  readonly denial: AccessDenied
}
