/**
 * Whether every text that `inner` matches is matched by `outer` too. Both are IAM patterns: `*` is any run
 * of characters, `?` exactly one (IAM User Guide, "Wildcards in resource ARNs"). Case counts; actions are
 * compared in lower case by the caller. Linear for most patterns, the lengths multiplied at worst.
 */
export function patternCovers(outer: string, inner: string): boolean {
  const cover = outer.replace(/[*?]{2,}/g, spreadStar)
  let o = 0
  let i = 0
  let star = -1
  let resume = 0
  while (i < inner.length) {
    const pattern = cover[o]
    if (pattern === "*") {
      star = o++
      resume = i
    } else if (
      pattern !== undefined &&
      (pattern === inner[i] || (pattern === "?" && inner[i] !== "*"))
    ) {
      o++
      i++
    } else if (star >= 0) {
      o = star + 1
      i = ++resume
    } else return false
  }
  while (cover[o] === "*") o++
  return o === cover.length
}

/**
 * Whether some text is matched by both patterns: that an item grants a part of what another would. Row by row
 * over both, so it takes the lengths multiplied.
 */
export function patternsOverlap(left: string, right: string): boolean {
  const across = [...right]
  let row = [true]
  for (const b of across) row.push(b === "*" && row.at(-1) === true)
  for (const a of left) {
    const next = [a === "*" && row[0] === true]
    for (const [j, b] of across.entries()) {
      const fits =
        a === "*" || b === "*"
          ? next[j] || row[j + 1]
          : row[j] && (a === b || a === "?" || b === "?")
      next.push(fits === true)
    }
    row = next
  }
  return row.at(-1) === true
}

/** `?*`, `*?` and `*?*` are the same pattern; in the last form each part may take any piece of the other's. */
function spreadStar(run: string): string {
  return run.includes("*") ? `*${"?*".repeat(run.replaceAll("*", "").length)}` : run
}
