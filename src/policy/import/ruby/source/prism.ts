import type { Location, ParseResult } from "@ruby/prism/src/deserialize.d.ts"
import type * as nodes from "@ruby/prism/src/nodes.d.ts"

/**
 * Ruby's own parser, Prism, as its caller has loaded it (editor/import/prism.ts): gives the tree of a text with
 * its syntax errors, and throws where the text is nested deeper than its stack. Nothing of the text is run.
 */
export type PrismParse = (source: string) => ParseResult

/** A node of Prism's tree. */
export type Node = nodes.Node
/** Some bytes of the text, in UTF-8. */
export type { Location }

type Nodes = typeof nodes
type NodeName = {
  [Name in keyof Nodes]: Nodes[Name] extends Constructor ? Name : never
}[keyof Nodes]
type Constructor = abstract new (...args: never) => unknown
type NodeOf<Name extends NodeName> = InstanceType<Nodes[Name]>

/** What Prism's `toJSON` gives for one node: its type by name, and these fields of it. */
type View<Name extends NodeName, Field extends keyof NodeOf<Name> = never> = {
  readonly type: Name
} & Readonly<Pick<NodeOf<Name>, Field>>

/** The nodes that are read. Any other one has a type that isn't among these. */
export type RubyNode =
  | View<"ProgramNode", "statements">
  | View<"StatementsNode", "body">
  | View<"ParenthesesNode", "body">
  | View<"StringNode", "contentLoc" | "unescaped">
  | View<"SymbolNode", "valueLoc" | "unescaped">
  | View<"InterpolatedStringNode", "parts">
  | View<"InterpolatedSymbolNode", "parts">
  | View<"EmbeddedStatementsNode", "statements">
  | View<"IntegerNode">
  | View<"FloatNode", "value">
  | View<"NilNode">
  | View<"TrueNode">
  | View<"FalseNode">
  | View<"ArrayNode", "elements">
  | View<"HashNode", "elements">
  | View<"KeywordHashNode", "elements">
  | View<"AssocNode", "key" | "value">
  | View<"AssocSplatNode", "value">
  | View<"ImplicitNode", "value">
  | View<"SplatNode", "expression">
  | View<"SelfNode">
  | View<"ItLocalVariableReadNode">
  | View<"LocalVariableReadNode", "name" | "depth">
  | View<"LocalVariableWriteNode", "name" | "depth" | "value">
  | View<"LocalVariableOperatorWriteNode", "name" | "depth" | "value" | "binaryOperator">
  | View<"LocalVariableAndWriteNode", "name" | "depth">
  | View<"LocalVariableOrWriteNode", "name" | "depth">
  | View<"LocalVariableTargetNode", "name" | "depth">
  | View<"ConstantReadNode", "name">
  | View<"ConstantPathNode", "parent" | "name">
  | View<"ConstantWriteNode", "name" | "value">
  | View<"ConstantOperatorWriteNode", "name" | "value" | "binaryOperator">
  | View<"ConstantAndWriteNode", "name">
  | View<"ConstantOrWriteNode", "name">
  | View<"ConstantTargetNode", "name">
  | View<"MultiWriteNode", "lefts" | "rest" | "rights" | "value">
  | (View<"CallNode", "receiver" | "name" | "block"> & {
      readonly arguments: nodes.ArgumentsNode | null
    })
  | View<"CallOperatorWriteNode", "receiver" | "readName" | "binaryOperator" | "value">
  | View<"CallTargetNode", "receiver" | "name">
  | View<"IndexOperatorWriteNode", "receiver">
  | View<"IndexAndWriteNode", "receiver">
  | View<"IndexOrWriteNode", "receiver">
  | View<"BlockNode", "parameters" | "body">
  | View<"BlockParametersNode", "parameters">
  | View<"ParametersNode", "requireds">
  | View<"RequiredParameterNode", "name">
  | View<"LambdaNode">
  | View<"DefNode">
  | View<"ClassNode">
  | View<"ModuleNode">
  | View<"SingletonClassNode">

/** A node's type and fields. Class names don't survive the build's renaming; what `toJSON` says does. */
export function view(node: Node): RubyNode {
  return node.toJSON()
}

/** All nodes right below one (compactChildNodes drops the branches of a `case`, Prism 1.9.0). */
export function childrenOf(node: Node): readonly Node[] {
  return node.childNodes().filter((child) => child !== null)
}
