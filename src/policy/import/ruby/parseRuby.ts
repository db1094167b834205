import { baselines } from "../../config/baseline.ts"
import {
  type BaselineName,
  type IamConfig,
  isPolicySetting,
  settings,
} from "../../config/config.ts"
import type { Issue, Parsed } from "../../config/issue.ts"
import { createReading } from "./evaluate/evaluate.ts"
import { createState } from "./evaluate/state.ts"
import { issuesOf } from "./issues.ts"
import { overtaxesParser } from "./source/parserLimits.ts"
import { type Node, type PrismParse, view } from "./source/prism.ts"
import { createSourceText, type SourceText } from "./source/sourceText.ts"
import { createToJson, type Remark } from "./toJson.ts"
import { createBudget, TooMuch } from "./value/budget.ts"
import { createOperators } from "./value/operators.ts"
import { listValue, partsOf, type Spot, type Value } from "./value/value.ts"

const maxLength = 2_000_000
const mostErrors = 3

type Tree = ReturnType<PrismParse>

/**
 * Reads the settings that a `bootstrap.rb`, or any part of one, makes (DESIGN 5): evaluated as data, nothing is
 * run. A list alone is `policy`, a hash alone one item of it. `baseline` is what the lists hold before: the gem
 * that runs such files has 6.0.5's. The value has the settings that the text assigns or changes. What can't be
 * read is an issue with its place, and left alone: an item with such a part is left out whole. What Jets doesn't
 * take as written comes in as what it means, with a warning. Text that Ruby doesn't load has no value. Never
 * throws.
 */
export function parseRuby(
  source: string,
  parse: PrismParse,
  baseline: BaselineName = "6.0.5",
): Parsed<IamConfig> {
  if (source.length > maxLength) {
    const [size, limit] = [source.length, maxLength].map((count) => count.toLocaleString("en-US"))
    return failed({
      code: "too-large",
      message: `This text has ${size} characters, and the limit is ${limit}. It isn't read, because the page would stall: import the part with the IAM settings alone.`,
    })
  }
  const text = createSourceText(source)
  const tree = overtaxesParser(source) ? undefined : parsed(source, parse)
  if (!tree) return failed(tooDeep())
  const [error, ...others] = syntaxIssues(tree, text)
  if (error) return { value: undefined, issues: [error, ...others] }
  try {
    return readProgram(tree.value.statements, text, baseline)
  } catch (reason) {
    if (!(reason instanceof TooMuch)) throw reason
    return failed(reason.deep ? tooDeep(reason, text) : tooMuch())
  }
}

/** Prism's result; undefined: its stack was too small, or the text is in no encoding that it knows. */
function parsed(source: string, parse: PrismParse): Tree | undefined {
  try {
    return parse(source)
  } catch {
    return undefined
  }
}

/** What Ruby's parser says, once a line, as it often finds several errors at one place. */
function syntaxIssues({ errors }: Tree, text: SourceText): readonly Issue[] {
  const lines = new Map<number, Issue>()
  for (const { message, location } of errors.slice(0, mostErrors)) {
    const range = text.range(location)
    const said = `Ruby doesn't load this text: ${message}. Nothing is imported: correct that first.`
    if (!lines.has(range.line))
      lines.set(range.line, { code: "invalid-ruby", message: said, range })
  }
  return [...lines.values()]
}

function readProgram(
  statements: Node,
  source: SourceText,
  baseline: BaselineName,
): Parsed<IamConfig> {
  const budget = createBudget()
  const spots = new Set<Spot>()
  const remarks: Remark[] = []
  const report = (found: readonly Spot[]) => {
    for (const spot of found) spots.add(spot)
  }
  const use = (value: Value) => {
    const seen = new Set([value])
    for (const part of seen) {
      budget.spend(1)
      report(part.type === "unreadable" ? part.spots : part.doubts)
      for (const inner of partsOf(part)) seen.add(inner)
    }
  }
  const operators = createOperators(budget)
  const state = createState(baselines[baseline], operators, use)
  const reading = createReading(source, state, budget, operators, report)
  const literal = onlyLiteral(statements)
  if (literal) {
    const value = reading.data(literal)
    const isItem = value.type === "hash" && operators.spotsIn(value).length === 0
    state.assign("policy", isItem ? listValue([value]) : value)
  } else reading.run(statements)

  const toJson = createToJson(budget, (remark) => remarks.push(remark), report)
  const config: [string, IamConfig[string]][] = []
  for (const setting of settings) {
    const value = state.setting(setting)
    use(value)
    const json = state.isGiven(setting)
      ? toJson.setting(value, isPolicySetting(setting))
      : undefined
    if (json !== undefined) config.push([setting, json])
  }
  return { value: Object.fromEntries(config), issues: issuesOf(spots, remarks, source) }
}

/** The expression of a text that is only a list or a hash. */
function onlyLiteral(statements: Node): Node | undefined {
  const program = view(statements)
  const [only, ...others] = program.type === "StatementsNode" ? program.body : []
  let first = others.length === 0 ? only : undefined
  for (
    let seen = first && view(first);
    first && seen?.type === "CallNode";
    seen = first && view(first)
  )
    first =
      seen.block === null && /^(?:[-+|]|freeze)$/.test(seen.name)
        ? (seen.receiver ?? undefined)
        : undefined
  const type = first && view(first).type
  return type === "ArrayNode" || type === "HashNode" ? only : undefined
}

function failed(issue: Issue): Parsed<IamConfig> {
  return { value: undefined, issues: [issue] }
}

function tooDeep(reason?: TooMuch, source?: SourceText): Issue {
  const range = reason?.location && source?.range(reason.location)
  const message =
    "This text can't be read here: it is nested too deeply for Ruby's parser, or has a number of too many digits. Import the part with the IAM settings alone."
  return { code: "nested-too-deeply", message, ...(range && { range }) }
}

function tooMuch(): Issue {
  const message =
    "The lists that this text makes are too large to be read here: adding lists to lists repeats their items. Write the items of each list once."
  return { code: "too-large", message }
}
