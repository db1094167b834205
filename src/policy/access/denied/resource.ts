import { longest, readAt } from "./readAt.ts"

const onResource = /["'`]? ?on ?(?:the )?(resource ?(?::|(?=["'*]|arn:)) ?)?/iy
const named =
  /((?:role|policy|user|group|instance profile|access key|server certificate|(?:virtual )?mfa device|(?:saml|oidc) provider) )?([^\s"'<>`]+)/iy

/** The resource that a message names, and where it ends. */
export function resourceAfter(
  text: string,
  at: number,
): { readonly resource?: string; readonly end: number } {
  const on = readAt(onResource, text, at)
  if (!on) return { end: at }
  const isNamed = on.match[1] !== undefined
  const quote = text.charAt(on.end)
  if (/["'`]/.test(quote)) {
    const close = text.slice(on.end + 1, on.end + 1 + longest).indexOf(quote)
    if (close > 0) {
      const end = on.end + 1 + close
      return { resource: text.slice(on.end + 1, end).trim(), end: end + 1 }
    }
  }
  const word = readAt(named, text, /["'`]/.test(quote) ? on.end + 1 : on.end)
  if (!word) return { end: on.end }
  const [all, kind = "", name = ""] = word.match
  const closed = withoutClosers(name)
  const isResource = (isNamed || closed === "*" || closed.startsWith("arn:")) && closed !== ""
  if (!isResource || all.length > longest || /^(?:because|with|\()/.test(closed))
    return {
      end: isNamed ? on.end : word.end - name.length + unnamed(text, word.end - name.length),
    }
  const more =
    closed === name && closed.startsWith("arn:") ? readAt(rest, text, word.end) : undefined
  if (more) return { resource: `${closed}${more.match[0]}`, end: more.end }
  return { resource: `${kind}${closed}`, end: word.end - (name.length - closed.length) }
}

/** What belongs to a name with blanks, such as an alarm's: all that stands before the reason. */
const rest =
  /(?: (?!because |with |on |is |and |or )[^\s"'`<>():;,]{1,60}){1,6}(?= because no | with an explicit deny)/iy

/** How long "this resource", "service role" are, which name nothing. */
function unnamed(text: string, at: number): number {
  const words = /^(?:(?!because|with)[a-z-]+ ){0,3}/i.exec(text.slice(at, at + 60))
  return Math.max(0, (words?.[0].length ?? 0) - 1)
}

/** A word without the sentence's full stop, the marks of bold print and what closes brackets that it didn't open. */
function withoutClosers(word: string): string {
  const kept = new Set(
    [...openers].flatMap(([close, open]) => (word.includes(open) ? [close] : [])),
  )
  let end = word.length
  for (; end > 0; end--) {
    const last = word.charAt(end - 1)
    if (/[.,;…!?\\│|]/.test(last)) continue
    if (word.slice(end - 2, end) === "**") {
      end--
      continue
    }
    if (!openers.has(last) || kept.has(last)) break
  }
  return word.slice(0, end)
}

const openers: ReadonlyMap<string, string> = new Map([
  [")", "("],
  ["]", "["],
  ["}", "{"],
])
