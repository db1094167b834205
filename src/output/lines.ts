/** Where the output's lines are on the page, all counted from 0: see OutputText. */

/** The line that an element is or lies in. */
export function lineAt(inside: Element): { number: number; element: Element } | undefined {
  const block = inside.closest<HTMLElement>("[data-first-line]")
  if (!block) return undefined
  const index = Array.prototype.findIndex.call(block.children, (line) => line.contains(inside))
  const element = block.children[index]
  return element && { number: Number(block.dataset.firstLine) - 1 + index, element }
}

/** The elements of some lines of an output, which are given in their order. */
export function lineElements(
  output: Element | undefined,
  numbers: readonly number[],
): readonly Element[] {
  const found: Element[] = []
  let [next, first] = [0, 0]
  // Without a search: the text of thousands of items is a hundred thousand elements.
  for (const section of output?.children ?? [])
    for (const block of section.children) {
      const lines = block.firstElementChild?.children
      if (!lines) continue
      for (let number = numbers[next]; number !== undefined; number = numbers[next]) {
        const line = lines[number - first]
        if (!line) break
        found.push(line)
        next++
      }
      first += lines.length
    }
  return found
}

/** Scrolls the output, and nothing around it, until a line can be seen. */
export function showLine(line: Element): void {
  const scroller = line.closest("[role=tabpanel]")
  if (!scroller || scroller.clientHeight === 0) return
  const [seen, box] = [scroller.getBoundingClientRect(), line.getBoundingClientRect()]
  // Not at the very edge, where nobody sees what comes before or after.
  const edge = Math.min(2 * box.height, (scroller.clientHeight - box.height) / 2)
  const above = box.top - edge - seen.top
  const below = box.bottom + edge - (seen.top + scroller.clientHeight)
  if (box.top < seen.top) scroller.scrollTop += above
  else if (box.bottom > seen.top + scroller.clientHeight) scroller.scrollTop += below
}
