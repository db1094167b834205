/** Plain text with what stands in backticks as code. */
export function Marked({ text }: { text: string }) {
  let at = 0
  return text.split("`").map((part, index) => {
    const key = at
    at += part.length + 1
    return index % 2 === 0 ? part : <code key={key}>{part}</code>
  })
}
