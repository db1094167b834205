import type { JsonObject } from "./document.ts"

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

/** An action of a service: its name as AWS writes it, without the prefix. */
export interface CatalogAction {
  readonly name: string
  readonly level: AccessLevel
}

/** What AWS documents on an action beyond its name and level. */
export interface CatalogActionDetail {
  readonly description: string
  /** The keys of the service's resource types that it can name; none: it takes only "*". */
  readonly resourceTypes: readonly { readonly key: string; readonly required: boolean }[]
  /** The condition keys that it knows, as AWS writes them; not those of its resource types. */
  readonly conditionKeys: readonly string[]
}

/** A kind of resource of a service. */
export interface CatalogResourceType {
  readonly key: string
  /** Its ARN's forms, with blanks: `arn:${Partition}:s3:::${BucketName}`. */
  readonly arns: readonly string[]
  readonly conditionKeys: readonly string[]
}

/** A condition key: `s3:max-keys`, `aws:RequestTag/${TagKey}`; its type: `String`, `ArrayOfARN` … */
export interface CatalogConditionKey {
  readonly key: string
  readonly type: string
  readonly description?: string
}

/** All that AWS documents on one service. Keys of the maps: names in lower case, resource types as they are. */
export interface CatalogServiceDetail {
  readonly actions: ReadonlyMap<string, CatalogActionDetail>
  readonly resourceTypes: ReadonlyMap<string, CatalogResourceType>
  readonly conditionKeys: ReadonlyMap<string, CatalogConditionKey>
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
  /** The actions of each service, by their names in lower case. */
  readonly actions?: ReadonlyMap<string, ReadonlyMap<string, CatalogAction>>
  /** The services whose details are loaded. */
  readonly details?: ReadonlyMap<string, CatalogServiceDetail>
  /** The ARN forms of all services' resource types, by the ARN's own service field. */
  readonly arnForms?: ReadonlyMap<string, readonly string[]>
  /** The global condition keys, by their names in lower case: `aws:…`, and session keys such as `lambda:SourceFunctionArn`. */
  readonly globalKeys?: ReadonlyMap<string, CatalogConditionKey>
  /** Prefixes of condition keys that belong to no service: identity providers, saml … */
  readonly otherKeyPrefixes?: ReadonlySet<string>
  readonly managedPolicies?: ReadonlyMap<string, CatalogManagedPolicy>
  /** The documents of managed policies that are loaded. */
  readonly managedDocuments?: ReadonlyMap<string, JsonObject>
}
