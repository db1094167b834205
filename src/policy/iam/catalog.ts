/** IAM's access levels (Service Authorization Reference), in the order of growing power. */
export const accessLevels = ["List", "Read", "Tagging", "Write", "Permissions management"] as const
/** One of IAM's five access levels. */
export type AccessLevel = (typeof accessLevels)[number]

/** An AWS service as IAM has it: the prefix of its actions, its name, its actions by level. */
export interface CatalogService {
  readonly prefix: string
  readonly name: string
  /** How many actions the service has at each level. */
  readonly actions: Readonly<Record<AccessLevel, number>>
}

/** A managed policy of AWS. */
export interface CatalogManagedPolicy {
  /** What follows `arn:aws:iam::aws:policy/`, its path included: `service-role/AWSLambdaRole`. */
  readonly name: string
}

/**
 * What AWS has, as far as it is loaded. Every part may be absent, `{}` is a catalog: what needs an absent
 * part stays silent (DESIGN 2.5). Keys: the service prefix in lower case; the managed policy's name.
 */
export interface Catalog {
  /** The day of the AWS data, as YYYY-MM-DD. */
  readonly date?: string
  readonly services?: ReadonlyMap<string, CatalogService>
  readonly managedPolicies?: ReadonlyMap<string, CatalogManagedPolicy>
}
