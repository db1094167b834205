import type * as Yaml from "yaml"
import { failed, maxDepth, type Read, tooDeep } from "./data.ts"

/** A megabyte of policies has 260,000 pieces; more than these take longer than a second. */
const maxLexemes = 400_000

/** Stops the reading at the first fault: a hostile text has one at every character. */
export class Fault extends Error {
  readonly read: Read
  constructor(read: Read) {
    super("fault")
    this.read = read
  }
}

/** Says at which offset of the text something is wrong, and doesn't return. */
export type Fail = (message: string, start?: number, end?: number) => never

/** The documents of a text as the yaml library composes them. Throws a Fault for the first thing that is wrong. */
export function yamlDocuments(yaml: typeof Yaml, text: string, fail: Fail) {
  const tokens = yamlTokens(yaml, text)
  const composer = new yaml.Composer({ schema: "failsafe", uniqueKeys: false, logLevel: "silent" })
  let first: (() => never) | undefined
  // The composer's own collects faults, and making an Error of each takes seconds where there are many. It catches
  // some of what is thrown, and tells of it again.
  Object.assign(composer, {
    onError: (source: unknown, _code: string, message: string, isWarning?: boolean) => {
      if (isWarning) return
      first ??= () => fail(sentence(message), offsetIn(source))
      first()
    },
  })
  const documents = [...composer.compose(tokens, true, text.length)]
  first?.()
  for (const { errors } of documents)
    if (errors[0]) fail(sentence(errors[0].message), errors[0].pos[0])
  return documents
}

/** The library's tokens, unless they are so many, or so deep, that composing them would take too long. */
function yamlTokens(yaml: typeof Yaml, text: string) {
  const lexemes: string[] = []
  for (const lexeme of new yaml.Lexer().lex(text)) {
    if (lexemes.push(lexeme) <= maxLexemes) continue
    const message =
      "This YAML has so many parts that it isn't read: the page would stall. Import a smaller part of it."
    throw new Fault(failed("too-large", message))
  }
  const parser = new yaml.Parser()
  const tokens = []
  for (const lexeme of lexemes) {
    for (const token of parser.next(lexeme)) tokens.push(token)
    if (parser.stack.length > maxDepth) throw new Fault(tooDeep())
  }
  for (const token of parser.end()) tokens.push(token)
  return tokens
}

function offsetIn(source: unknown): number {
  if (typeof source === "number") return source
  if (Array.isArray(source)) return offsetIn(source[0])
  return typeof source === "object" && source && "offset" in source ? offsetIn(source.offset) : 0
}

function sentence(message: string): string {
  return `${message.charAt(0).toLowerCase()}${message.slice(1, 300)}.`
}
