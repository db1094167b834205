export type TokenKind = "plain" | "key" | "string"

export interface Token {
  readonly kind: TokenKind
  readonly text: string
}

const quoted = `"(?:[^"\\\\]|\\\\.)*"|'(?:[^']|'')*'`
const line = new RegExp(`^(\\s*(?:- )*)(?:((?:${quoted}|[^"'\\s-][^\\n]*?):)(?= |$))?(.*)$`)

/** The tokens of one line of the editor's own YAML, where every scalar stands on one line. */
export function highlightYaml(text: string): readonly Token[] {
  const [, indent = "", key = "", rest = ""] = line.exec(text) ?? []
  const tokens: Token[] = [
    { kind: "plain", text: indent },
    { kind: "key", text: key },
    { kind: "string", text: rest },
  ]
  return tokens.filter((token) => token.text !== "")
}
