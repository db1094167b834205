export type TokenKind = "plain" | "key" | "string"

export interface Token {
  readonly kind: TokenKind
  readonly text: string
}

const quoted = `"(?:[^"\\\\]|\\\\.)*"|'(?:[^']|'')*'`
const key = `((?:${quoted}|[^"'\\s!-][^\\n]*?):)(?= |$)`
const tag = "( ?!(?:Ref|Sub|GetAtt)(?= ))"
const line = new RegExp(`^(\\s*(?:- )*)(?:${key})?${tag}?(.*?)(,?)$`)
const brackets = /^ ?[[\]{}]+$/

/**
 * The tokens of one line of the editor's own YAML or JSON, where every scalar stands on one line; a tag of
 * CloudFormation is coloured as a key.
 */
export function highlightLine(text: string): readonly Token[] {
  const [, indent = "", key = "", tag = "", value = "", comma = ""] = line.exec(text) ?? []
  const tokens: Token[] = [
    { kind: "plain", text: indent },
    { kind: "key", text: key },
    { kind: "key", text: tag },
    { kind: brackets.test(value) ? "plain" : "string", text: value },
    { kind: "plain", text: comma },
  ]
  return tokens.filter((token) => token.text !== "")
}
