import { patternCovers } from "../../iam/wildcard.ts"
import type { ActionIndex } from "./actionIndex.ts"
import { foreignTexts, isEveryText } from "./statementActions.ts"
import type { PlacedReach, ReachClass } from "./statementReach.ts"

/** How many such texts, patterns, and statements with NotAction are looked at: a role has a few. */
const most = 300

/** The texts of a role that name nothing that the catalog has, and a function that says what reaches one. */
export function foreignClasses(
  placed: readonly PlacedReach[],
  index: ActionIndex,
): {
  readonly texts: readonly string[]
  readonly classOfText: (text: string) => ReachClass
} {
  const foreign = new Set<string>()
  const byText = new Map<string, Set<number>>()
  const excepting = new Map<number, ReadonlySet<string>>()
  const patterns = new Set<string>()
  for (const [order, { reach }] of placed.entries()) {
    const texts = new Set(reach.texts.map(canonical))
    for (const text of texts) if (isPattern(text) && patterns.size < most) patterns.add(text)
    if (reach.isExcept && excepting.size < most) excepting.set(order, texts)
    if (reach.isExcept) continue
    for (const text of foreignTexts(reach, index)) if (foreign.size < most) foreign.add(text)
    for (const text of texts) {
      const orders = byText.get(text) ?? new Set()
      byText.set(text, orders.add(order))
    }
  }
  const reaching = (texts: readonly string[]) => {
    const orders = new Set(texts.flatMap((text) => [...(byText.get(text) ?? [])]))
    for (const [order, excepted] of excepting)
      if (!texts.some((text) => excepted.has(text))) orders.add(order)
    return orders
  }
  const remembered = new Map<string, { readonly orders: ReadonlySet<number>; found: ReachClass }>()
  const remember = (key: string, orders: ReadonlySet<number>) => {
    const made = { orders, found: classOf(orders, placed) }
    remembered.set(key, made)
    return made
  }
  const classOfText = (text: string) => {
    const before = remembered.get(text)
    if (before) return before.found
    const wider = widerTexts(text)
    const [key = "*"] = wider
    const whole = remembered.get(key) ?? remember(key, reaching(wider))
    const own = byText.get(text) ?? new Set()
    const isSame = [...own].every((order) => whole.orders.has(order))
    const isExcepted = [...excepting.values()].some((excepted) => excepted.has(text))
    const covering = [...patterns].filter((pattern) => covers(pattern, text))
    if (isSame && !isExcepted && covering.length === 0) return whole.found
    return remember(text, reaching([text, ...wider, ...covering])).found
  }
  return { texts: [...foreign], classOfText }
}

function classOf(orders: ReadonlySet<number>, placed: readonly PlacedReach[]): ReachClass {
  const inOrder = [...orders].sort((a, b) => a - b).flatMap((order) => placed[order] ?? [])
  return {
    allows: inOrder.filter(({ reach }) => reach.effect === "Allow"),
    denies: inOrder.filter(({ reach }) => reach.effect === "Deny"),
  }
}

/** The texts that surely stand for all that this one does: the whole of its service, and everything. */
function widerTexts(text: string): readonly string[] {
  const colon = text.indexOf(":")
  return colon > 0 && !isEveryText(text) ? [`${text.slice(0, colon)}:*`, "*"] : ["*"]
}

/** Whether a text is a pattern, but not all of a service or everything. */
function isPattern(text: string): boolean {
  return /[*?]/.test(text) && !/^[^*?]+:\*$/.test(text) && text !== "*" && text.length <= longest
}

/** No action or pattern of one is longer. */
const longest = 256

function covers(pattern: string, text: string): boolean {
  return pattern !== text && text.length <= longest && patternCovers(pattern, text)
}

function canonical(text: string): string {
  return isEveryText(text) ? "*" : text
}
