/** A style sheet in two: what some markup needs, and the rest. */
export interface SplitStyles {
  readonly needed: string
  readonly rest: string
}

/**
 * Divides a minified style sheet by the classes of CSS modules (`row_WZd`): a rule whose classes are all absent
 * from the markup goes to the rest, with the layer or condition around it; all else is needed. The order of the
 * layers stays, as the statement that sets it is needed.
 */
export function splitStyles(css: string, markup: string): SplitStyles {
  const parts = rulesOf(css).map((rule): SplitStyles => {
    const open = rule.indexOf("{")
    const head = rule.slice(0, open)
    if (/^@(?:layer|media|supports|container)\b/.test(head) && open >= 0) {
      const inner = splitStyles(rule.slice(open + 1, -1), markup)
      const around = (text: string) => (text === "" ? "" : `${head}{${text}}`)
      return { needed: around(inner.needed), rest: around(inner.rest) }
    }
    const classes = head.match(/\.[\w-]+_[\w+-]{3}(?![\w+-])/g) ?? []
    const isLate = classes.length > 0 && classes.every((name) => !markup.includes(name.slice(1)))
    return isLate ? { needed: "", rest: rule } : { needed: rule, rest: "" }
  })
  const all = (part: keyof SplitStyles) => parts.map((one) => one[part]).join("")
  return { needed: all("needed"), rest: all("rest") }
}

/** The rules and statements of a style sheet, each whole. Braces stand in no string of ours. */
function rulesOf(css: string): readonly string[] {
  const rules: string[] = []
  let depth = 0
  let start = 0
  for (const { 0: mark, index } of css.matchAll(/[{};]/g)) {
    if (mark === "{") depth++
    else if (mark === "}") depth--
    if (depth > 0 || mark === "{") continue
    rules.push(css.slice(start, index + 1).trim())
    start = index + 1
  }
  return rules
}
