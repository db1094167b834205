/** A policy variable in a text: `${aws:username, 'anonymous'}`. */
export interface Variable {
  /** All between the braces; to the end or the next `${` where the brace isn't closed. */
  readonly inner: string
  readonly closed: boolean
  /** What stands before the first comma. */
  readonly name: string
  /** What stands behind the first comma. */
  readonly fallback?: string
}

/** The policy variables of a text in order (IAM User Guide, "IAM policy elements: Variables and tags"). */
export function variablesIn(text: string): readonly Variable[] {
  return text.split("${").slice(1).map(readVariable)
}

/** Whether a text holds a policy variable, be its brace closed or not. */
export function hasVariable(text: string): boolean {
  return text.includes("${")
}

/** A text with what `change` gives in the place of each variable, its `${` and its brace included. */
export function replaceVariables(text: string, change: (variable: Variable) => string): string {
  const [before = "", ...pieces] = text.split("${")
  return pieces.reduce((done, piece) => {
    const variable = readVariable(piece)
    return `${done}${change(variable)}${piece.slice(variable.inner.length + 1)}`
  }, before)
}

/** What of a text no policy variable may change. */
export function withoutVariables(text: string): string {
  return replaceVariables(text, ({ closed, inner }) => (closed ? "" : inner))
}

/** The variable that a piece of text behind a `${` begins with. */
function readVariable(piece: string): Variable {
  const brace = piece.indexOf("}")
  const inner = brace < 0 ? piece : piece.slice(0, brace)
  const comma = inner.indexOf(",")
  return {
    inner,
    closed: brace >= 0,
    name: comma < 0 ? inner : inner.slice(0, comma),
    ...(comma >= 0 && { fallback: inner.slice(comma + 1) }),
  }
}
