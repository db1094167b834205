import { highlightYaml } from "./highlight.ts"

/** One line of YAML, its keys and strings in their colours. */
export function Tokens({ line }: { line: string }) {
  return highlightYaml(line).map(({ kind, text }) =>
    kind === "plain" ? (
      text
    ) : (
      <span key={kind} data-token={kind}>
        {text}
      </span>
    ),
  )
}
