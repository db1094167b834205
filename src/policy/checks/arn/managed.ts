import { type ManagedSetting, managedSettings } from "../../config/config.ts"
import type { Diagnostic } from "../../config/diagnostic.ts"
import type { Fix } from "../../config/fix.ts"
import { listEntries, managedItems, managedPolicyArn } from "../../config/item.ts"
import type { Pointer } from "../../config/pointer.ts"
import { partitions } from "../../iam/arn.ts"
import { diagnose, quoted, write } from "../diagnostic.ts"
import { isTag } from "../parts.ts"
import { heldEntries, type Walk } from "../walk.ts"

/** Managed policies by name or ARN: the ARN's form, and those that only a service's own role can have. */
export function managedPolicyForms(walk: Walk): readonly Diagnostic[] {
  let taken: ReadonlySet<string> | undefined
  const isTaken = (arn: string) => {
    taken ??= resultingArns(walk)
    return taken.has(arn)
  }
  return managedSettings.flatMap((setting) =>
    heldEntries(walk.config, setting).flatMap(({ value, at }) => {
      if (typeof value !== "string") return []
      const arn = managedPolicyArn(value)
      return [
        ...(isOpen(value) || isPolicyArn(arn) ? [] : [invalidArn(value, at, isTaken)]),
        ...(isServiceLinked(arn) ? [serviceLinked(value, at, isOnce(walk, setting, value))] : []),
      ]
    }),
  )
}

/** Whether Ruby or CloudFormation fills the ARN in; a tag without `arn:` gets a prefix in front and is none. */
function isOpen(name: string): boolean {
  return name.includes("#{") || (isTag(name) && name.includes("arn:"))
}

/** Whether the list holds the name once: of equal ones, the next would come up once the first is gone. */
function isOnce({ config }: Walk, setting: ManagedSetting, name: string): boolean {
  return listEntries(config, setting).filter(({ value }) => value === name).length === 1
}

/** Path and name of a managed policy, with IAM's characters (IAM User Guide, "IAM identifiers"). */
const policyArn = /^arn:([^:]*):iam::(?:aws|\d{12}):policy\/(?:[!-~]+\/)?[\w+=,.@-]{1,128}$/

function isPolicyArn(arn: string): boolean {
  const [, partition] = policyArn.exec(arn) ?? []
  return partition !== undefined && partitions.has(partition)
}

function invalidArn(name: string, at: Pointer, isTaken: (arn: string) => boolean): Diagnostic {
  const meant = policiesMeant(name).find((one) => {
    const arn = managedPolicyArn(one)
    return (isTag(one) || isPolicyArn(arn)) && !isTaken(arn) && !isServiceLinked(arn)
  })
  return diagnose(
    "invalid-managed-policy-arn",
    "error",
    at,
    `Jets makes the ARN ${quoted(managedPolicyArn(name))} of this, which no managed policy can have, so the deploy fails. Write the name of a policy of AWS, such as \`AmazonS3FullAccess\`, or the whole ARN of your own.`,
    { subject: name, fixes: meant === undefined ? [] : [write(at, meant)] },
  )
}

/** What was meant, at best first: blanks left out, Region left out, `policy/` put in, CloudFormation's `!Sub` in front. */
function policiesMeant(name: string): readonly string[] {
  if (name.length > 500) return []
  const plain = name.replaceAll(/\s/g, "")
  return [
    plain,
    plain.replace(/^(arn:[^:]*:iam:)[a-z\d-]+(?=:)/, "$1"),
    plain.replace(/^(arn:[^:]*:iam::(?:aws|\d{12}):)(?=[\w+=,.@-]+$)/, "$1policy/"),
    ...(/^arn:[^$]*(?:\$\{AWS::(?:AccountId|Partition)\}[^$]*)+$/.test(plain)
      ? [`!Sub ${plain}`]
      : []),
  ]
}

function resultingArns({ config, baseline }: Walk): ReadonlySet<string> {
  return new Set(
    managedSettings.flatMap((setting) =>
      managedItems(config, setting, baseline).map(({ name }) => managedPolicyArn(name)),
    ),
  )
}

/** Whether a policy of AWS's own is for service-linked roles (IAM User Guide, "Service-linked roles"). */
function isServiceLinked(arn: string): boolean {
  return /^arn:[^:]*:iam::aws:policy\/aws-service-role\//.test(arn)
}

function serviceLinked(name: string, at: Pointer, isRemovable: boolean): Diagnostic {
  const fix: Fix = { title: `Remove ${name}`, edits: [{ edit: "unset", at }] }
  return diagnose(
    "service-linked-role-managed-policy",
    "error",
    at,
    `AWS keeps ${quoted(name)} for a service's own role, and IAM refuses to attach it to any other, so the deploy fails. Remove it, or name a policy that grants the same.`,
    { subject: name, fixes: isRemovable ? [fix] : [] },
  )
}
