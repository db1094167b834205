import type { IamConfig } from "../../config/config.ts"
import type { Diagnostic } from "../../config/diagnostic.ts"
import type { Catalog } from "../../iam/catalog.ts"
import { isList, isObject, type JsonValue } from "../../iam/document.ts"
import { own } from "../parts.ts"
import { walkSettings } from "../walk.ts"
import { conditionChecks } from "./condition.ts"

/** For tests: what the checks of conditions alone say of settings. */
export function judged(config: IamConfig, catalog: Catalog = {}): readonly Diagnostic[] {
  const walk = walkSettings(config, undefined, catalog)
  return conditionChecks.flatMap((check) => check(walk))
}

/** Settings with one statement, which has this Condition. */
export function under(Condition: JsonValue): IamConfig {
  return { policy: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*", Condition }] }
}

/** The Condition of such settings. */
export function conditionIn({ policy }: IamConfig): JsonValue | undefined {
  const statement = isList(policy) ? policy[0] : undefined
  return isObject(statement) ? own(statement, "Condition") : undefined
}

/** The codes reported for a Condition, each once. */
export function codesOf(condition: JsonValue): readonly string[] {
  return [...new Set(judged(under(condition)).map(({ code }) => code))]
}
