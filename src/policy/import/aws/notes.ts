import type { Issue, IssueCode } from "../../config/issue.ts"
import type { JsonValue } from "../../iam/document.ts"
import type { Data } from "../text/data.ts"

/** Collects what can't come in, while a text is read. */
export interface Notes {
  readonly issues: readonly Issue[]
  /** Says why a part of the text stays out; `at` is the nearest object or list that is written there. */
  readonly add: (message: string, at?: JsonValue, code?: IssueCode) => void
}

const maxIssues = 100

/** Notes of one text: at most 100, and no two alike. */
export function createNotes(rangeOf: Data["rangeOf"]): Notes {
  const issues: Issue[] = []
  const known = new Set<string>()
  return {
    issues,
    add: (message, at, code = "left-out") => {
      if (issues.length === maxIssues) return
      const range = rangeOf(at)
      const key = `${message} ${range?.line} ${range?.column}`
      if (known.has(key)) return
      known.add(key)
      issues.push(range ? { code, message, range } : { code, message })
    },
  }
}

/** A name of the text in a message: in backticks, not longer than a line. */
export function quoted(name: string): string {
  const short = name.length > 80 ? `${name.slice(0, 80).toWellFormed()}…` : name
  return `\`${short.replaceAll(/[`\s]+/g, " ")}\``
}
