/** IAM's keys of what an item can be, by what holds them: an item may be any of the three (DESIGN 2.3). */
const statement =
  "Sid Effect Principal NotPrincipal Action NotAction Resource NotResource Condition".split(" ")
const document = "Version Id Statement".split(" ")
const inline = "PolicyName PolicyDocument".split(" ")

const spellings = {
  item: bySound([...inline, ...document, ...statement]),
  document: bySound(document),
  statement: bySound(statement),
}

/** What holds a key: an item of a list, the document of an inline policy, a statement in a document. */
export type Holder = keyof typeof spellings

/** A key in IAM's own spelling where it means one of IAM's: `not_action` is `NotAction`. */
export function iamSpelling(key: string, holder: Holder): string {
  return spellings[holder].get(sound(key)) ?? key
}

function bySound(keys: readonly string[]): ReadonlyMap<string, string> {
  return new Map(keys.map((key) => [sound(key), key]))
}

function sound(key: string): string {
  return key.length > 20 ? key : key.replaceAll("_", "").toLowerCase()
}
