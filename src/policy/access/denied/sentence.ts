import type { AccessDenied, DeniedBy, FoundDenial } from "./denial.ts"
import { longest, readAt } from "./readAt.ts"
import { resourceAfter } from "./resource.ts"

/** The action of a message: `service:Name`, and neither a placeholder nor a pattern. */
const action = /(?!service:)([a-z][a-z\d-]*:[a-z][a-z\d]*)(?=$|[\s"'`,;)\]}<]|\.(?![\w*+?]))/iy
const notAuthorized = /\b(is ?)?not ?authorized ?to ?perform ?:? ?["'`]?/gi
const implicit = /["'`.,;)\]]{0,4} ?because ?no ?([a-z -]{0,40}?) ?polic(?:y|ies) ?allows?/iy
const boundary = /["'`.,;)\]]{0,4} ?because ?no ?(permissions? ?boundary) ?allows?/iy
const explicit =
  /["'`.,;)\]]{0,4} ?with ?an ?explicit ?deny(?: ?in ?(?:an?|the) ?([a-z -]{1,40}))?/iy

/**
 * The denials that a text on one line states as AWS's messages do: `<principal> is not authorized to perform:
 * <action> on resource: <resource> because no … policy allows …` (IAM User Guide, "Troubleshoot access denied
 * error messages").
 */
export function deniedSentences(text: string): readonly FoundDenial[] {
  const found: FoundDenial[] = []
  for (const { index, 0: words, 1: is } of text.matchAll(notAuthorized)) {
    const operation = readAt(action, text, index + words.length)
    if (!operation) continue
    const name = operation.match[1] ?? ""
    const principal = is === undefined ? undefined : principalBefore(text, index)
    const { resource, end } = resourceAfter(text, operation.end)
    found.push({
      at: index,
      denial: {
        action: name,
        ...(resource !== undefined && { resource }),
        ...(principal !== undefined && { principal }),
        ...reasonAfter(text, end),
      },
    })
  }
  return found
}

/** Whether such a message follows closely: then it is the one that counts. */
export function saysWho(text: string, at: number): boolean {
  const close = text.slice(at, at + 2 * longest)
  return /^[\s.:]*(?:User: ?)?\S+ ?is ?not ?authorized ?to ?perform ?:? ?[a-z\d-]+:[a-z]/i.test(
    close,
  )
}

/** What stands before "is not authorized": after `User: ` anything, else an ARN or the name of a service. */
function principalBefore(text: string, at: number): string | undefined {
  const end = text.charAt(at - 1) === " " ? at - 1 : at
  const start = text.lastIndexOf(" ", end - 1) + 1
  if (end - start > longest) return undefined
  const word = text.slice(start, end)
  const isUser =
    word.includes("User:") || /\bUser:? ?$/.test(text.slice(Math.max(0, start - 6), start))
  const name = bare(word.slice(principalStart(word, isUser)))
  if (isUser || name.startsWith("arn:")) return name === "" ? undefined : name
  if (/^(?:User|You|Role|It|This|Account|Principal|Client|Caller)$/i.test(name)) return undefined
  return /^[A-Z][\w.-]*$|^[\w-]+(?:\.[\w-]+)+$/.test(name) ? name : undefined
}

/** Where the principal begins in a word that something may stick to: `Message:CodeBuild`. */
function principalStart(word: string, isUser: boolean): number {
  const arn = word.indexOf("arn:")
  if (arn >= 0) return arn
  if (isUser) return word.includes("User:") ? word.lastIndexOf("User:") + "User:".length : 0
  return Math.max(...[":", ">", "("].map((mark) => word.lastIndexOf(mark))) + 1
}

function bare(word: string): string {
  return word.replace(/^["'`*(<[]{1,4}/, "").replace(/["'`*)>\],]{1,4}$/, "")
}

function reasonAfter(text: string, at: number): Pick<AccessDenied, "denied" | "by"> {
  const none = readAt(implicit, text, at) ?? readAt(boundary, text, at)
  if (none) return { denied: "implicit", by: kindOf(none.match[1] ?? "") }
  const deny = readAt(explicit, text, at)
  if (deny) return { denied: "explicit", by: kindOf(deny.match[1] ?? "") }
  return { denied: "unknown", by: "unknown" }
}

/** AWS's names of the policy types, without blanks and hyphens: they may have been wrapped. */
const kinds: readonly (readonly [RegExp, DeniedBy])[] = [
  [/^identitybased/, "identity"],
  [/^resourcebased|^(?:role)?trust/, "resource"],
  [/^servicecontrol/, "scp"],
  [/^resourcecontrol/, "rcp"],
  [/^permissions?boundar/, "boundary"],
  [/^session/, "session"],
  [/^vpcendpoint/, "vpce"],
]

function kindOf(words: string): DeniedBy {
  const plain = words.toLowerCase().replaceAll(/[ -]/g, "")
  return kinds.find(([name]) => name.test(plain))?.[1] ?? "unknown"
}
