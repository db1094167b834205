import { documentVersion, type JsonObject } from "../../iam/document.ts"

/** What the Version of a document means for its statements. */
export interface Version {
  /** Whether `${…}` is a policy variable: documents of 2008 know none. */
  readonly variables: boolean
  /** Whether IAM knows the version. */
  readonly isKnown: boolean
}

/** The version of all documents that Jets writes. */
export const of2012: Version = { variables: true, isKnown: true }
const of2008: Version = { variables: false, isKnown: true }
const ofNoOther: Version = { variables: true, isKnown: false }

/** A document's version; without `Version` it is that of 2008 (IAM User Guide, "IAM JSON policy elements: Version"). */
export function versionOf({ Version: version = "2008-10-17" }: JsonObject): Version {
  if (version === documentVersion) return of2012
  return version === "2008-10-17" ? of2008 : ofNoOther
}
