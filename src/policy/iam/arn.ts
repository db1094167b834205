/** The six fields of an ARN without the first (AWS General Reference, "Amazon Resource Names"). */
export interface Arn {
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  /** All behind the fifth colon. */
  readonly resource: string
}

/** AWS's partitions. */
export const partitions: ReadonlySet<string> = new Set(
  "aws aws-cn aws-us-gov aws-iso aws-iso-b aws-iso-e aws-iso-f aws-eusc".split(" "),
)

/** The fields of a text that begins with `arn:` and has at least six; a colon inside `${…}` or `#{…}` separates nothing. */
export function parseArn(text: string): Arn | undefined {
  const fields = arnFields(text)
  const [prefix, partition, service, region, account] = fields
  if (prefix !== "arn" || account === undefined || fields.length < 6) return undefined
  return {
    partition: partition ?? "",
    service: service ?? "",
    region: region ?? "",
    account,
    resource: fields.slice(5).join(":"),
  }
}

/** A text cut at its colons, those inside `${…}` and `#{…}` aside. */
export function arnFields(text: string): readonly string[] {
  if (!/[$#]\{/.test(text)) return text.split(":")
  const fields = [""]
  for (const [piece] of text.matchAll(/[$#]\{[^}]*\}?|:|[^:$#]+|[$#]/g))
    if (piece === ":") fields.push("")
    else fields.push((fields.pop() ?? "") + piece)
  return fields
}

/** Whether a text is shaped like the code of a Region: area, direction, digit (us-east-1, us-gov-west-1, eusc-de-east-1). */
export function isRegion(text: string): boolean {
  return /^[a-z]{2,4}(?:-[a-z]+){1,3}-\d+$/.test(text)
}
