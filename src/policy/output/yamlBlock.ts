import { isList, type JsonValue } from "../iam/document.ts"
import { isScalar, singleQuoted, type WriteScalar, yamlScalar, yamlString } from "./scalar.ts"

const step = "  "
/** A longer key has to be marked as one (YAML 1.2.2, 7.4.2). */
const longestKey = 1024
const date = /^\d{4}-\d\d-\d\d$/

/**
 * A value as YAML in block style (DESIGN 2.4): lists indented under their key, no anchors, no folding, no newline
 * at the end. Every line but the first begins with `indent`; `scalar` writes the values, not the keys.
 */
export function yamlBlock(value: JsonValue, indent = "", scalar: WriteScalar = yamlScalar): string {
  if (isScalar(value)) return scalar(value)
  if (isList(value)) {
    const entries = value.map((entry) => `- ${yamlBlock(entry, indent + step, scalar)}`)
    return entries.length === 0 ? "[]" : entries.join(`\n${indent}`)
  }
  const entries = Object.entries(value).map(([key, part]) => yamlEntry(key, part, indent, scalar))
  return entries.length === 0 ? "{}" : entries.join(`\n${indent}`)
}

function yamlEntry(name: string, value: JsonValue, indent: string, scalar: WriteScalar): string {
  const key = yamlString(name)
  if (name === "Version" && typeof value === "string" && date.test(value))
    return `${key}: ${singleQuoted(value)}`
  const block = yamlBlock(value, indent + step, scalar)
  if (key.length > longestKey) return `? ${key}\n${indent}: ${block}`
  const isOneLine = isScalar(value) || Object.keys(value).length === 0
  return isOneLine ? `${key}: ${block}` : `${key}:\n${indent}${step}${block}`
}
