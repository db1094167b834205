import {
  baselineNames,
  type Draft,
  defaultBaseline,
  type IamConfig,
  isObject,
  isOutputFormat,
  type JsonObject,
  type JsonValue,
  type OutputFormat,
  outputFormats,
  type Parsed,
  type Scope,
  settings,
} from "../policy/index.ts"
import { linkIssue } from "./linkIssue.ts"

/** What a link carries (DESIGN 3.1, 6). With `base` it is a review of what changed since. */
export interface Shared extends Draft {
  readonly base?: Draft
  readonly scope?: Scope
  readonly format?: OutputFormat
}

/** The scopes by name, the default first. */
export const scopes: readonly Scope[] = ["whole", "custom"]

const formats = Object.keys(outputFormats).filter(isOutputFormat)
const keys = ["config", "baseline", "scope", "format", "base"]

/**
 * The canonical JSON of a state (DESIGN 6): keys in a fixed order, items as they are, defaults left out; the
 * state with nothing but defaults is the empty text. Undefined when it is nested too deeply to be written.
 */
export function sharedToText(shared: Shared): string | undefined {
  const { base, scope, format } = shared
  const json = {
    ...draftToJson(shared),
    ...(scope !== undefined && scope !== scopes[0] && { scope }),
    ...(format !== undefined && format !== formats[0] && { format }),
    ...(base && { base: draftToJson(base) }),
  }
  try {
    return Object.keys(json).length === 0 ? "" : JSON.stringify(json)
  } catch {
    return undefined
  }
}

function draftToJson({ config, baseline }: Draft): object {
  const present = settings.filter((setting) => Object.hasOwn(config, setting))
  // A repeated key keeps its first place; assignment would lose the key "__proto__".
  const entries = [...present, ...Object.keys(config)].map((key) => [key, config[key]] as const)
  return {
    ...(entries.length > 0 && { config: Object.fromEntries(entries) }),
    ...(baseline !== defaultBaseline && { baseline }),
  }
}

/** Reads the text of a link, canonical or not, and checks every part of it (DESIGN 6). Never throws. */
export function textToShared(text: string): Parsed<Shared> {
  if (text === "") return { value: { config: {}, baseline: defaultBaseline }, issues: [] }
  let json: JsonValue
  try {
    json = JSON.parse(text)
  } catch {
    return failed("link-damaged")
  }
  if (!isObject(json)) return failed("not-an-object")
  const { base, scope = scopes[0], format = formats[0] } = json
  const draft = toDraft(json)
  const baseDraft = base === undefined ? undefined : isObject(base) && toDraft(base)
  const knownScope = scopes.find((name) => name === scope)
  const knownFormat = formats.find((name) => name === format)
  if (!draft || baseDraft === false || !knownScope || !knownFormat)
    return failed("link-of-unknown-content")
  const value: Shared = {
    ...draft,
    ...(baseDraft && { base: baseDraft }),
    ...(json.scope !== undefined && { scope: knownScope }),
    ...(json.format !== undefined && { format: knownFormat }),
  }
  const unknown = Object.keys(json).filter((key) => !keys.includes(key))
  const unknownBase = isObject(base)
    ? Object.keys(base).filter((key) => !keys.slice(0, 2).includes(key))
    : []
  const warn = linkIssue("unknown-setting-in-link")
  const isKnown = unknown.length + unknownBase.length === 0
  return { value, issues: isKnown ? [] : [{ ...warn, severity: "warning" }] }
}

function failed(code: Parameters<typeof linkIssue>[0]): Parsed<Shared> {
  return { value: undefined, issues: [linkIssue(code)] }
}

/** The draft in an object, or false when it holds none that this editor knows. */
function toDraft({ config = {}, baseline = defaultBaseline }: JsonObject): Draft | false {
  if (!isObject(config)) return false
  const name = baselineNames.find((known) => known === baseline)
  const settingsAsWritten: IamConfig = config
  return name !== undefined && { config: settingsAsWritten, baseline: name }
}
