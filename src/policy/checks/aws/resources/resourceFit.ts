import type { Diagnostic } from "../../../config/diagnostic.ts"
import type { Fix } from "../../../config/fix.ts"
import { isEveryAction } from "../../../iam/action.ts"
import type { Catalog } from "../../../iam/catalog.ts"
import { faultsOfArn } from "../../arn/faults.ts"
import { diagnose, quoted } from "../../diagnostic.ts"
import { isTag, own, type PlacedText, type StatementParts } from "../../parts.ts"
import { awsList } from "../../remember.ts"
import { removedFrom } from "../actions/actionFixes.ts"
import { type ActionForms, formsOfAction } from "./actionForms.ts"
import { type ArnForm, fits, type ResourceArn, readArn } from "./arnForm.ts"

interface JudgedAction {
  readonly placed: PlacedText
  readonly can: ActionForms
}

/**
 * Whether a statement's actions and resources go together (Service Authorization Reference: resource types of
 * actions and the forms of their ARNs).
 */
export function resourceFit(parts: StatementParts, catalog: Catalog): readonly Diagnostic[] {
  const { actions, resources } = parts
  if (!catalog.details || actions.length === 0 || resources.length === 0) return []
  const known: JudgedAction[] = []
  for (const placed of actions) {
    const can = formsOfAction(catalog, placed.text)
    if (can) known.push({ placed, can })
  }
  const areAllKnown = known.length === valuesAt(parts, "Action")
  const areAllTexts = resources.length === valuesAt(parts, "Resource")
  const arns = resources.map(({ text }) => (isTag(text) ? undefined : readArn(text)))
  return [
    ...(areAllTexts ? starRequired(parts, known, catalog) : []),
    ...(areAllTexts ? mismatched(parts, known, arns) : []),
    ...(areAllKnown ? unused(parts, known, arns) : []),
    ...(areAllKnown ? starUnneeded(parts, known) : []),
  ]
}

function valuesAt({ statement }: StatementParts, key: "Action" | "Resource"): number {
  const value = own(statement, key)
  return Array.isArray(value) ? value.length : 1
}

/** Many list actions are checked against `arn:…:*`, so an ARN that ends so may do. */
function mayBeStar({ text }: PlacedText): boolean {
  return isTag(text) || /(?:^|:)(?:\*|#\{[^}]*\})$/.test(text)
}

function starRequired(
  { resources }: StatementParts,
  actions: readonly JudgedAction[],
  catalog: Catalog,
): readonly Diagnostic[] {
  if (resources.some(mayBeStar)) return []
  const found = actions.filter(({ can }) => !can.isPattern && can.forms.length === 0)
  return found.map(({ placed: { text, at } }) =>
    diagnose(
      "action-requires-star-resource",
      "warning",
      at,
      `${quoted(text)} works on no single resource in ${awsList(catalog)}, so with these ARNs it most likely never applies. Give it a statement of its own with the resource \`*\`.`,
    ),
  )
}

function mismatched(
  parts: StatementParts,
  actions: readonly JudgedAction[],
  arns: readonly (ResourceArn | undefined)[],
): readonly Diagnostic[] {
  const whole = arns.filter((arn) => arn !== undefined)
  if (whole.length < arns.length) return []
  const judged = new Map<ArnForm, boolean>()
  const isNamed = (form: ArnForm) => {
    let answer = judged.get(form)
    if (answer === undefined) {
      answer = whole.some((arn) => fits(form, arn))
      judged.set(form, answer)
    }
    return answer
  }
  return actions
    .filter(({ can }) => !can.isPattern && can.forms.length > 0 && !can.forms.some(isNamed))
    .map(({ placed: { text, at }, can }) =>
      diagnose(
        "resource-mismatch",
        "warning",
        at,
        `None of this statement's resources is one that ${quoted(text)} works on, so it most likely never applies here. ${advice(text)}`,
        { fixes: bucketFixes(parts, can.forms) },
      ),
    )
}

function advice(action: string): string {
  return /^s3:/i.test(action)
    ? "Actions on a bucket need `arn:aws:s3:::bucket`, actions on its objects `arn:aws:s3:::bucket/*`."
    : "Add the ARN of such a resource, or move the action to a statement that has one."
}

/** A bucket's ARN was meant with its objects', or the other way round. */
function bucketFixes({ resources }: StatementParts, forms: readonly ArnForm[]): readonly Fix[] {
  const present = new Set(resources.map(({ text }) => text))
  const added = new Set<string>()
  for (const { text } of resources) {
    const [, bucket, objects] = /^(arn:[^:]*:s3:::[^/]+)(\/.*)?$/.exec(text) ?? []
    if (bucket === undefined) continue
    const other = objects === undefined ? `${bucket}/*` : bucket
    const arn = readArn(other)
    if (
      arn &&
      !present.has(other) &&
      faultsOfArn(other).length === 0 &&
      forms.some((form) => fits(form, arn))
    )
      added.add(other)
  }
  if (added.size === 0 || added.size > 20) return []
  const value = [...present, ...added]
  const title = `Add ${quoted([...added].join(", ")).slice(1, -1)}`
  return [{ title, edits: [{ edit: "set", at: "/Resource", value }] }]
}

function unused(
  { statement, resources }: StatementParts,
  actions: readonly JudgedAction[],
  arns: readonly (ResourceArn | undefined)[],
): readonly Diagnostic[] {
  if (actions.some(({ placed }) => isEveryAction(placed.text))) return []
  const takesStar = actions.some(({ can }) => can.forms.length === 0)
  const tried = new Set<ArnForm>()
  let left = resources.flatMap((placed, index) => {
    const arn = arns[index]
    return arn && !(takesStar && mayBeStar(placed)) ? [{ placed, arn }] : []
  })
  for (const { can } of actions) {
    if (left.length === 0) return []
    for (const form of can.forms) {
      if (tried.has(form)) continue
      tried.add(form)
      if (left.some(({ arn }) => fits(form, arn))) left = left.filter(({ arn }) => !fits(form, arn))
    }
  }
  // The last resource must stay: a statement without any is refused.
  const canGo = left.length < resources.length
  return left.map(({ placed: { text, at } }) =>
    diagnose(
      "resource-unused-by-actions",
      "info",
      at,
      "None of this statement's actions works on such a resource, so it has no effect here. Remove it, or add the actions that it is for.",
      {
        subject: text,
        fixes: canGo ? [removedFrom(statement, at, text)] : [],
      },
    ),
  )
}

function starUnneeded(
  { effect, resources }: StatementParts,
  actions: readonly JudgedAction[],
): readonly Diagnostic[] {
  if (effect !== "Allow" || actions.some(({ can }) => can.isPattern || !can.requiresResource))
    return []
  return resources
    .filter(({ text }) => text === "*")
    .map(({ at }) =>
      diagnose(
        "unnecessary-resource-star",
        "info",
        at,
        "Each of these actions works on resources that can be named. Name their ARNs instead of `*`, so that the role can do no more than it needs.",
      ),
    )
}
