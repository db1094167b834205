import { isSetting } from "../../../config/config.ts"
import { type Location, type Node, type RubyNode, view } from "../source/prism.ts"
import type { SourceText } from "../source/sourceText.ts"
import type { Budget } from "../value/budget.ts"
import { floatOf, integerOf, literalText } from "../value/literals.ts"
import type { Operators } from "../value/operators.ts"
import {
  nilValue,
  type Spot,
  type Sym,
  scalarValue,
  textValue,
  unreadable,
  type Value,
} from "../value/value.ts"
import { assignMember, assignSeveral } from "./assignments.ts"
import { call, operation } from "./calls.ts"
import { elementsOf, hashOf } from "./collections.ts"
import { pathValue } from "./paths.ts"
import type { Reading } from "./reading.ts"
import type { State } from "./state.ts"
import { joinedText } from "./strings.ts"
import { touch } from "./touch.ts"

/**
 * Reads expressions as data (DESIGN 5), their assignments and changes in place carried out in Ruby's order.
 * Nothing is ever run.
 */
export function createReading(
  source: SourceText,
  state: State,
  budget: Budget,
  operators: Operators,
  report: Reading["report"],
): Reading {
  const reading: Reading = {
    source,
    state,
    budget,
    report,
    operators,
    evaluate(node) {
      budget.enter(node.location)
      const value = evaluateNode(reading, node, view(node))
      budget.leave()
      return value
    },
    data(node) {
      const value = reading.evaluate(node)
      return value.type === "path" ? reading.unknown(node) : value
    },
    unknown(node, why = "call") {
      const { location } = node
      const spot = (touchesSettings: boolean): Spot => ({ location, why, touchesSettings })
      return unreadable([spot(touch(node, state, () => spot(true)))])
    },
    run: (node) => run(reading, node),
  }
  return reading
}

function evaluateNode(reading: Reading, node: Node, seen: RubyNode): Value {
  const { state, source, evaluate, data, unknown } = reading
  switch (seen.type) {
    case "StringNode":
    case "SymbolNode": {
      const text = literalText(seen, source)
      if (text === undefined) return unknown(node, "text")
      return seen.type === "StringNode" ? textValue(text) : symbol(text, node.location)
    }
    case "InterpolatedStringNode":
      return joinedText(reading, seen.parts)
    case "InterpolatedSymbolNode": {
      const text = joinedText(reading, seen.parts)
      return text.type === "text" ? symbol(text.text, node.location, text.doubts) : text
    }
    case "IntegerNode":
      return integerOf(source.slice(node.location)) ?? unknown(node, "number")
    case "FloatNode":
      return floatOf(seen.value) ?? unknown(node, "number")
    case "NilNode":
      return nilValue()
    case "TrueNode":
      return scalarValue(true, "true")
    case "FalseNode":
      return scalarValue(false, "false")
    case "ArrayNode":
      return elementsOf(reading, seen.elements)
    case "HashNode":
    case "KeywordHashNode":
      return hashOf(reading, seen.elements)
    case "ImplicitNode":
      return evaluate(seen.value)
    case "ParenthesesNode": {
      if (!seen.body) return nilValue()
      const body = view(seen.body)
      const [only, ...others] = body.type === "StatementsNode" ? body.body : []
      return only && others.length === 0 ? evaluate(only) : unknown(node, "not-run")
    }
    case "SelfNode":
      return pathValue("self")
    case "ItLocalVariableReadNode":
      return state.local("it", 0) ?? unknown(node)
    case "LocalVariableReadNode":
      return state.local(seen.name, seen.depth) ?? unknown(node)
    case "LocalVariableWriteNode": {
      const value = evaluate(seen.value)
      state.setLocal(seen.name, seen.depth, value)
      return value
    }
    case "LocalVariableOperatorWriteNode": {
      const before = state.local(seen.name, seen.depth) ?? nilValue()
      const value = operation(reading, node, seen.binaryOperator, before, data(seen.value))
      state.setLocal(seen.name, seen.depth, value)
      return value
    }
    case "ConstantReadNode":
      return state.constant(seen.name) ?? jets(seen.name) ?? unknown(node)
    case "ConstantPathNode":
      return (seen.parent === null ? jets(seen.name) : undefined) ?? unknown(node)
    case "ConstantWriteNode": {
      const value = evaluate(seen.value)
      state.setConstant(seen.name, value)
      return value
    }
    case "ConstantOperatorWriteNode": {
      const before = state.constant(seen.name) ?? unknown(node)
      const value = operation(reading, node, seen.binaryOperator, before, data(seen.value))
      state.setConstant(seen.name, value)
      return value
    }
    case "MultiWriteNode":
      return assignSeveral(reading, seen)
    case "CallNode":
      return call(reading, node, seen)
    case "CallOperatorWriteNode": {
      const on = seen.receiver ? evaluate(seen.receiver) : pathValue("self")
      if (on.type !== "path") return unknown(node)
      const name = seen.readName
      if (on.path !== "iam" || !isSetting(name)) {
        assignMember(reading, node, on.path, name, data(seen.value))
        return nilValue()
      }
      const value = operation(
        reading,
        node,
        seen.binaryOperator,
        state.setting(name),
        data(seen.value),
      )
      state.assign(name, value)
      return value
    }
    default:
      return unknown(node, isBranching(seen) ? "not-run" : "call")
  }
}

function symbol(text: string, location: Location, doubts: Spot[] = []): Sym {
  return { type: "symbol", text, location, doubts }
}

function jets(name: string | null): Value | undefined {
  return name === "Jets" ? pathValue("Jets") : undefined
}

/** Code that is run or not, or often, or elsewhere. */
function isBranching({ type }: { readonly type: string }): boolean {
  return /^(?:If|Unless|Case|CaseMatch|While|Until|For|Begin|RescueModifier|And|Or|\w+(?:And|Or)Write|Def|Class|Module|SingletonClass|Lambda|PreExecution|PostExecution)Node$/.test(
    type,
  )
}

/** What can't be read is said where it touches the settings. */
function run(reading: Reading, node: Node): void {
  const seen = view(node)
  if (seen.type === "StatementsNode") {
    for (const statement of seen.body) run(reading, statement)
    return
  }
  const value = reading.evaluate(node)
  if (value.type !== "unreadable" || isPrinting(seen)) return
  // What a variable only holds is said when a setting uses it.
  const holds = /^(?:LocalVariable|Constant|Multi)(?:Operator)?WriteNode$/.test(seen.type)
  reading.report(
    value.spots.filter(
      ({ touchesSettings, why }) => touchesSettings && (!holds || why === "not-run"),
    ),
  )
}

/** Only shows something. */
function isPrinting(seen: RubyNode): boolean {
  return (
    seen.type === "CallNode" &&
    seen.receiver === null &&
    seen.block === null &&
    /^(?:puts|p|pp|print|warn)$/.test(seen.name)
  )
}
