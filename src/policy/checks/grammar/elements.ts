import type { Diagnostic } from "../../config/diagnostic.ts"
import type { Fix } from "../../config/fix.ts"
import { below, type Pointer } from "../../config/pointer.ts"
import {
  documentVersion,
  isIntrinsic,
  type JsonObject,
  type JsonValue,
} from "../../iam/document.ts"
import { diagnose, quoted } from "../diagnostic.ts"
import type { Check, StatementCheck, Walk } from "../walk.ts"
import {
  harmless,
  type Kind,
  knownKeys,
  namesMadeBy,
  namesTaken,
  renaming,
  slipsOf,
} from "./slips.ts"

const principals = ["Principal", "NotPrincipal"]

/** Keys, in lower case, of which nothing depends that a policy allows: they can go. */
const remarks = new Set(
  "$comment $schema // _comment comment comments description id metadata name note notes principal title type version".split(
    " ",
  ),
)

/** A key that its object doesn't know. */
interface Unknown {
  readonly key: string
  /** The key that was meant. */
  readonly meant: string | undefined
  /** Whether the key can have that name: no judge finds an error in what becomes readable. */
  readonly isSafe: boolean
}

/**
 * Keys that their object doesn't know (IAM Access Analyzer, INVALID_POLICY_ELEMENT). One is renamed only where that
 * brings no error, and removed only where that can't widen a grant.
 */
export function invalidElements(judges: readonly Check[]): Check {
  const known = new WeakMap<JsonObject, readonly Unknown[]>()
  const unknownIn = (object: JsonObject, kind: Kind) => {
    const before = known.get(object)
    if (before) return before
    const found = findUnknown(object, kind, judges)
    known.set(object, found)
    return found
  }
  return (walk) => {
    let taken: ReadonlySet<string> | undefined
    const isTaken = (name: string) => {
      taken ??= namesTaken(walk)
      return taken.has(name)
    }
    return objectsOf(walk).flatMap(([object, kind, at]) =>
      unknownIn(object, kind).map(({ key, meant, isSafe }) => {
        const slips = meant && isSafe ? [[key, meant] as const] : []
        return unknownKey(key, kind, below(at, key), meant, [
          ...(slips.length > 0 && !namesMadeBy(slips, object).some(isTaken)
            ? [renaming(slips, at, object)]
            : []),
          ...(!meant && remarks.has(key.toLowerCase()) ? [removed(below(at, key), key)] : []),
        ])
      }),
    )
  }
}

function objectsOf({ entries, documents, statements }: Walk) {
  const objects: (readonly [JsonObject, Kind, Pointer])[] = []
  for (const { item } of entries)
    if (item?.kind === "inline") objects.push([item.policy, "inline", item.at])
  for (const { document, at, isInline } of documents)
    objects.push([document, isInline ? "inlineDocument" : "document", at])
  for (const { statement, at } of statements) objects.push([statement, "statement", at])
  return objects
}

function findUnknown(object: JsonObject, kind: Kind, judges: readonly Check[]): readonly Unknown[] {
  if (kind === "statement" && isIntrinsic(object)) return []
  const keys = Object.keys(object).filter((key) => !isKnown(key, kind))
  if (keys.length === 0) return []
  const slips = slipsOf(object, knownKeys[kind])
  const { item, inside } = alone[kind](object)
  const isHarmless = slips.size > 0 ? harmless({ policy: [item] }, judges) : () => false
  return keys.map((key) => {
    const meant = slips.get(key)
    const fix = meant && renaming([[key, meant]], `/policy/0${inside}`, object)
    return { key, meant, isSafe: !!fix && isHarmless(fix) }
  })
}

/** An item that holds an object of each kind, and where. */
const alone: Readonly<Record<Kind, (object: JsonObject) => { item: JsonValue; inside: Pointer }>> =
  {
    statement: (object) => ({
      item: { Version: documentVersion, Statement: [object] },
      inside: "/Statement/0",
    }),
    document: (object) => ({ item: object, inside: "" }),
    inlineDocument: (object) => ({ item: { PolicyDocument: object }, inside: "/PolicyDocument" }),
    inline: (object) => ({ item: object, inside: "" }),
  }

const kindNames: Readonly<Record<Kind, string>> = {
  statement: "a statement",
  document: "a policy document",
  inlineDocument: "a policy document",
  inline: "an inline policy",
}

function isKnown(key: string, kind: Kind): boolean {
  return knownKeys[kind].includes(key) || (kind === "statement" && principals.includes(key))
}

function unknownKey(
  key: string,
  kind: Kind,
  at: Pointer,
  meant: string | undefined,
  fixes: readonly Fix[],
): Diagnostic {
  const advice = meant
    ? `Did you mean ${quoted(meant)}?`
    : `It can have ${knownKeys[kind].map(quoted).join(", ")}.`
  return diagnose(
    "invalid-policy-element",
    "error",
    at,
    `${quoted(key)} is no element of ${kindNames[kind]}: AWS rejects the role, and the deploy fails. ${advice}`,
    fixes.length > 0 ? { fixes } : {},
  )
}

/** The Id of a policy document, which only resource policies use (IAM User Guide, "IAM JSON policy elements: Id"). */
export function ids({ documents }: Walk): readonly Diagnostic[] {
  return documents.flatMap(({ document, at, isInline }) => {
    if (!Object.hasOwn(document, "Id")) return []
    const place = below(at, "Id")
    // Without it, what has neither of these would be another kind of item.
    const stays = isInline || ["Statement", "Version"].some((key) => Object.hasOwn(document, key))
    return diagnose(
      "id-in-identity-policy",
      "info",
      place,
      "`Id` names the policy of a resource, such as a bucket. In a role's policy it does nothing, and can go.",
      stays ? { fixes: [removed(place, "Id")] } : {},
    )
  })
}

/** Principals of a policy whose principal is the role (IAM Access Analyzer, UNSUPPORTED_PRINCIPAL). */
export const unsupportedPrincipals: StatementCheck = ({ statement }) =>
  principals
    .filter((key) => Object.hasOwn(statement, key))
    .map((key) =>
      diagnose(
        "unsupported-principal",
        "error",
        below("", key),
        `A role's policy holds for that role, so it can't have \`${key}\`: AWS rejects it, and the deploy fails. Remove it, or move the statement to the policy of the resource.`,
        // Without NotPrincipal, a Deny that spared somebody would deny the runner too.
        key === "Principal" && ["Action", "NotAction"].some((it) => Object.hasOwn(statement, it))
          ? { fixes: [removed("/Principal", key)] }
          : {},
      ),
    )

function removed(at: Pointer, key: string): Fix {
  return { title: `Remove ${key}`, edits: [{ edit: "unset", at }] }
}
