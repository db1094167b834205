/**
 * Whether every text that `inner` matches is matched by `outer` too. Both are IAM patterns: `*` is any run
 * of characters, `?` exactly one (IAM User Guide, "Wildcards in resource ARNs"). Case counts; actions are
 * compared in lower case by the caller. Runs in `outer.length * inner.length` at most.
 */
export function patternCovers(outer: string, inner: string): boolean {
  let o = 0
  let i = 0
  let star = -1
  let resume = 0
  while (i < inner.length) {
    const pattern = outer[o]
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
  while (outer[o] === "*") o++
  return o === outer.length
}

/**
 * Whether some text is matched by both patterns. A dynamic programme over both: `lengths multiplied` at
 * most. Used to say that an item grants a part of what another would.
 */
export function patternsOverlap(left: string, right: string): boolean {
  let row = new Array<boolean>(right.length + 1).fill(false)
  row[0] = true
  for (let j = 0; j < right.length && right[j] === "*"; j++) row[j + 1] = true
  for (const a of left) {
    const next = new Array<boolean>(right.length + 1).fill(false)
    next[0] = a === "*" && row[0] === true
    for (let j = 0; j < right.length; j++) {
      const b = right[j]
      if (a === "*" || b === "*") {
        next[j + 1] =
          (row[j + 1] === true && (a === "*" || b === "*")) ||
          (next[j] === true && (a === "*" || b === "*"))
        if (a === "*" && b !== "*") next[j + 1] = row[j + 1] === true || next[j] === true
        if (b === "*" && a !== "*") next[j + 1] = next[j] === true || row[j + 1] === true
      } else next[j + 1] = row[j] === true && (a === b || a === "?" || b === "?")
    }
    row = next
  }
  return row[right.length] === true
}
