import type { DefaultSetting } from "../../config/config.ts"
import type { JetsUse } from "../../config/jetsUses.ts"
import { quoted } from "../diagnostic.ts"
import type { Grant, Granted } from "./granted.ts"

/** A default that is missing from its list: what Jets uses it for, what grants it all the same. */
export interface Removed {
  readonly item: string
  readonly use: JetsUse | undefined
  readonly granted: Granted
}

/**
 * What is said of one missing default. `aside`: the role has managed policies of its own, whose contents
 * aren't judged.
 */
export function removedMessage(removed: Removed, setting: DefaultSetting, aside: boolean): string {
  const { item, use, granted } = removed
  const kind = setting === "default_managed_policy" ? "default managed policy" : "default"
  const gone = `Jets' ${kind} ${quoted(item)} is removed`
  const loss = use
    ? [use.breaks, use.when].filter((part) => part !== "always").join(" ")
    : "a deploy that needs it fails"
  switch (granted.how) {
    case "wholly":
      return `${gone}, but ${grants(granted.by)} all of it.`
    case "partly": {
      const deny = granted.deniedBy ? `, less ${denial(granted.deniedBy)}` : ""
      const part = `${grants(granted.by)} a part of it${deny}${aside ? notCounted : ""}`
      return `${gone}. ${capital(part)}; without the rest, ${loss}.`
    }
    case "not":
      return `${use?.severity === "info" ? `${gone}. No documented feature of Jets 6 needs it, but without it` : `${gone}:`} ${loss}. ${nothing(granted, aside)}`
  }
}

/** What is said where none of `default_policy` is left. */
export function allRemovedMessage(removed: readonly Removed[], aside: boolean): string {
  const gone = `All ${removed.length} of Jets' default permissions are removed`
  const number = (how: Granted["how"]) =>
    removed.filter(({ granted }) => granted.how === how).length
  const [wholly, partly] = [number("wholly"), number("partly")]
  if (wholly === removed.length)
    return `${gone}. Other items still grant them all; once one of those goes, deploys fail. Restore them, and add your own to \`policy\`.`
  if (wholly + partly === 0)
    return `${gone}: every deploy fails. Nothing else in the settings grants any of them${aside ? notCounted : ""}. Restore them, and add your own to \`policy\`.`
  const rest = [wholly > 0 && `${wholly} of them wholly`, partly > 0 && `${partly} of them in part`]
  return `${gone}. Other items still grant ${rest.filter(Boolean).join(" and ")}${aside ? notCounted : ""}; a deploy fails at whatever it needs of the rest. Restore them, and add your own to \`policy\`.`
}

const notCounted = ", not counting managed policies"

function nothing({ deniedBy }: Granted, aside: boolean): string {
  return deniedBy
    ? `${capital(denial(deniedBy))} takes it away, and would after restoring it.`
    : `Nothing else in the settings grants it${aside ? notCounted : ""}.`
}

function grants(by: readonly Grant[]): string {
  const [first, ...others] = by
  if (!first) return "something still grants"
  const named = `${quoted(first.text)} in ${quoted(first.setting)}`
  return others.length === 0
    ? `${named} still grants`
    : `${named} and ${others.length} more still grant`
}

function denial({ text, setting }: Grant): string {
  return `the Deny of ${quoted(text)} in ${quoted(setting)}`
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
