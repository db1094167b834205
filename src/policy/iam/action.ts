/** An action as IAM writes it, in its two parts; either may hold wildcards. */
export interface ActionPattern {
  /** The service prefix, in lower case: case doesn't count. */
  readonly service: string
  /** The name, in lower case. */
  readonly name: string
}

/**
 * The parts of `service:name` in lower case (IAM JSON policy grammar: actions ignore case); undefined unless it
 * has exactly one colon with something on both sides. "*" alone is no such action.
 */
export function parseAction(text: string): ActionPattern | undefined {
  const colon = text.indexOf(":")
  if (colon < 1 || colon === text.length - 1 || text.includes(":", colon + 1)) return undefined
  const lower = text.toLowerCase()
  return { service: lower.slice(0, colon), name: lower.slice(colon + 1) }
}

/**
 * Whether AWS asks no permission for an action, so that not even a Deny takes it away (STS API Reference,
 * GetCallerIdentity).
 */
export function needsNoPermission(action: string): boolean {
  return action.toLowerCase() === "sts:getcalleridentity"
}

/** Whether a text holds an IAM wildcard. */
export function hasWildcard(text: string): boolean {
  return /[*?]/.test(text)
}

/** Whether an action means every action of every service. */
export function isEveryAction(text: string): boolean {
  return text === "*" || text === "*:*"
}

/** Whether a text has the form of an action: `service:name` of letters, digits, `-` and wildcards, or `*` alone. */
export function isActionForm(text: string): boolean {
  return text === "*" || /^[A-Za-z\d*?-]+:[A-Za-z\d*?-]+$/.test(text)
}
