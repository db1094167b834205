import { highlightLine } from "./highlight.ts"

/** One line of an output, its keys and strings in their colours. */
export function Tokens({ line }: { line: string }) {
  return highlightLine(line).map(({ kind, text }, index) =>
    kind === "plain" ? (
      text
    ) : (
      <span key={index} data-token={kind}>
        {text}
      </span>
    ),
  )
}
