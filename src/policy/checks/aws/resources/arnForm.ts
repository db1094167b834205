import { type Arn, arnFields, parseArn } from "../../../iam/arn.ts"
import type { CatalogResourceType } from "../../../iam/catalog.ts"
import { patternsOverlap } from "../../../iam/wildcard.ts"
import { once } from "../../remember.ts"

/** A form of ARNs that AWS documents, its blanks made wildcards. */
export interface ArnForm {
  readonly service: string
  /** Empty where such ARNs have none. */
  readonly region: string
  readonly account: string
  /** Whether such ARNs always have one; where the form itself has `*` they may. */
  readonly needsRegion: boolean
  readonly needsAccount: boolean
  /** All behind the fifth colon; `part` stands for text without a slash. */
  readonly resource: string
  readonly head: string
  readonly tail: string
}

/** An ARN of a statement, what stands for unknown text made wildcards. */
export interface ResourceArn extends Arn {
  readonly head: string
  readonly tail: string
}

/** Stands for text without a slash in a form's resource. */
const part = "\ue000"

/** No ARN is longer (AWS General Reference); longer texts are not judged. */
const longest = 2_048

/** The forms of resource types' ARNs. */
export const formsOfType = once(({ arns }: CatalogResourceType): readonly ArnForm[] =>
  arns.flatMap(readForms),
)

/** The forms of all resource types whose ARNs have one service field. */
export const formsOfService = once((arns: readonly string[]): readonly ArnForm[] =>
  arns.flatMap(readForms),
)

/** An entry of the catalog; one may hold several ARNs, separated by commas. */
function readForms(entry: string): readonly ArnForm[] {
  return entry.split(/,\s*/).flatMap((text) => {
    const arn = parseArn(text)
    if (!arn) return []
    const resource = arn.resource
      .replace(/\$\{(?:BucketName|TableName)\}/g, part)
      .replace(/\$\{[^}]*\}/g, "*")
    return {
      service: open(arn.service),
      region: open(arn.region),
      account: open(arn.account),
      needsRegion: arn.region !== "" && arn.region !== "*",
      needsAccount: arn.account !== "" && arn.account !== "*",
      resource,
      ...endsOf(resource),
    }
  })
}

const read = new Map<string, ResourceArn | undefined>()

/**
 * The fields of a resource, those that an incomplete ARN leaves open (`arn:aws:waf:*`) made `*`; undefined for
 * what is no ARN. Interpolation stands for any text.
 */
export function readArn(text: string): ResourceArn | undefined {
  if (text.length > longest) return undefined
  const known = read.get(text)
  if (known !== undefined || read.has(text)) return known
  const arn = makeArn(text)
  if (read.size >= 5_000) read.clear()
  read.set(text, arn)
  return arn
}

function makeArn(text: string): ResourceArn | undefined {
  const plain = open(text).replaceAll(part, "?")
  const fields = arnFields(plain)
  const missing = 6 - fields.length
  const whole = missing > 0 && fields.at(-1) === "*" ? `${plain}${":*".repeat(missing)}` : plain
  const arn = parseArn(whole)
  return arn && { ...arn, ...endsOf(arn.resource) }
}

/** A text with `*` for each `${…}` and `#{…}`. */
function open(text: string): string {
  return /[$#]\{/.test(text) ? text.replace(/[$#]\{[^}]*\}/g, "*") : text
}

function endsOf(resource: string): { readonly head: string; readonly tail: string } {
  let first = 0
  while (first < resource.length && !isWild(resource[first])) first++
  let last = resource.length
  while (last > 0 && !isWild(resource[last - 1])) last--
  return { head: resource.slice(0, first), tail: resource.slice(last) }
}

const isWild = (character?: string) => character === "*" || character === "?" || character === part

const fitting = new WeakMap<ResourceArn, Map<ArnForm, boolean>>()

/** Whether some ARN has the form and is matched by the resource too, field by field. */
export function fits(form: ArnForm, arn: ResourceArn): boolean {
  return (
    fieldFits(form.service, arn.service) &&
    fieldFits(form.region, arn.region) &&
    fieldFits(form.account, arn.account) &&
    resourceFits(form, arn)
  )
}

function fieldFits(form: string, field: string): boolean {
  if (form === "*" || field === "*" || form === field) return true
  return /[*?]/.test(form + field) && patternsOverlap(form, field)
}

/** The same of the part behind the fifth colon alone. */
export function resourceFits(form: ArnForm, arn: ResourceArn): boolean {
  if (!beginAlike(form.head, arn.head) || !endAlike(form.tail, arn.tail)) return false
  let known = fitting.get(arn)
  if (!known) {
    known = new Map()
    fitting.set(arn, known)
  }
  let answer = known.get(form)
  if (answer === undefined) {
    answer = overlaps(form.resource, arn.resource)
    known.set(form, answer)
  }
  return answer
}

const beginAlike = (one: string, other: string) => one.startsWith(other) || other.startsWith(one)
const endAlike = (one: string, other: string) => one.endsWith(other) || other.endsWith(one)

/** As patternsOverlap, but that a form's `part` takes no slash. */
function overlaps(form: string, resource: string): boolean {
  let row = [true]
  for (let j = 0; j < resource.length; j++) row.push(resource[j] === "*" && row[j] === true)
  for (const a of form) {
    const isOpen = a === "*" || a === part
    const next = [isOpen && row[0] === true]
    let isAlive = next[0] === true
    for (let j = 0; j < resource.length; j++) {
      const b = resource[j]
      const fit = isOpen
        ? row[j + 1] || (next[j] && !(a === part && b === "/"))
        : b === "*"
          ? next[j] || row[j + 1]
          : row[j] && (a === b || b === "?")
      next.push(fit === true)
      isAlive ||= fit === true
    }
    if (!isAlive) return false
    row = next
  }
  return row.at(-1) === true
}
