import { type BaselineName, type IamConfig, type Setting, settings } from "../config/config.ts"
import { below, type Pointer } from "../config/pointer.ts"
import { isList, type JsonValue } from "../iam/document.ts"
import { rememberEntries } from "./rememberEntries.ts"
import { type OutputPart, textOf } from "./roleParts.ts"
import { inlineRuby, rubyValue } from "./rubyValue.ts"

const indent = "    "
const width = 100

/**
 * The snippet of `config/jets/bootstrap.rb` that gives these settings (DESIGN 5): an absent setting isn't
 * written, a present one always is, whatever it is; other keys aren't Jets'. Lists are written out whole, for
 * what `+=` gives would depend on the gem installed, so the baseline changes nothing. It holds the block of
 * `configure`, assignments, data and the five interpolations of DESIGN 5: no settings can put code into it.
 */
export function toRuby(config: IamConfig, _baseline?: BaselineName): string {
  return textOf(rubyParts(config))
}

/**
 * The same, part by part, each with its place in the *settings*; a list on one line is one part. The part of an
 * unchanged object is remembered, so that a key costs the item it changes.
 */
export function rubyParts(config: IamConfig): readonly OutputPart[] {
  return [
    { text: "Jets.bootstrap.configure do\n" },
    ...settings.flatMap((setting) => {
      const value = Object.hasOwn(config, setting) ? config[setting] : undefined
      return value === undefined ? [] : assignment(setting, value)
    }),
    { text: "end\n" },
  ]
}

const objects = rememberEntries((item: JsonValue & object) => `${indent}${itemText(item)}`, "")

function assignment(setting: Setting, value: JsonValue): readonly OutputPart[] {
  const start = `  config.codebuild.iam.${setting} = `
  const at = below("", setting)
  const inline = isList(value)
    ? inlineRuby(value, width - start.length)
    : rubyValue(value, "  ", start.length)
  if (inline !== undefined || !isList(value))
    return [
      { text: `${start}${inline}\n`, at: isList(value) && value.length === 1 ? below(at, 0) : at },
    ]
  return [
    { text: `${start}[\n`, at },
    ...value.map((item, index) => itemPart(item, at, index)),
    { text: "  ]\n", at },
  ]
}

function itemPart(item: JsonValue, list: Pointer, index: number): OutputPart {
  if (typeof item === "object" && item !== null) return objects.part(item, list, index, false)
  return { text: `${indent}${itemText(item)}\n`, at: below(list, index) }
}

function itemText(item: JsonValue): string {
  return `${rubyValue(item, indent, indent.length)},`
}
