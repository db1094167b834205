/** "a", "a and b", "a, b and c". */
export function listed(texts: readonly string[]): string {
  return texts.length > 1
    ? `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`
    : (texts[0] ?? "")
}

/** "1 action", "2 actions". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`
}
