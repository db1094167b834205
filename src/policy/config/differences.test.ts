import fc from "fast-check"
import { expect, test } from "vitest"
import { anyConfig } from "../conformance/arbitrary.ts"
import { baselines } from "./baseline.ts"
import type { Draft, IamConfig } from "./config.ts"
import { differences, summarizeDraft } from "./differences.ts"
import { removeItem } from "./edit.ts"

const draft = (config: IamConfig): Draft => ({ config, baseline: "docs" })
const all = baselines.docs.default_policy

test.each<{ what: string; config: IamConfig; says: string }>([
  { what: "nothing set", config: {}, says: "Jets' defaults" },
  { what: "an empty list", config: { policy: [] }, says: "Jets' defaults" },
  { what: "an override that keeps all", config: { default_policy: all }, says: "Jets' defaults" },
  { what: "one item", config: { policy: ["s3"] }, says: "s3 added" },
  {
    what: "several lists",
    config: { policy: ["s3", "ec2"], managed_policy: ["AmazonS3FullAccess"] },
    says: "s3, ec2 and AmazonS3FullAccess added",
  },
  {
    what: "many items",
    config: { policy: ["a", "b", "c", "d", "e"] },
    says: "a, b and 3 more added",
  },
  {
    what: "a default removed and something added",
    config: { default_policy: [...all.filter((item) => item !== "cloudformation"), "kms"] },
    says: "kms added, cloudformation removed",
  },
  {
    what: "all removed",
    config: { default_policy: [] },
    says: "all of default_policy removed",
  },
  {
    what: "names of statements and policies, and what has none",
    config: { policy: [{ Sid: "Read", Action: "a:b" }, { PolicyName: "P" }, { Action: "a:b" }] },
    says: "Read, P and a statement added",
  },
  { what: "what no list can use", config: { policy: [7] }, says: "7 added" },
])("$what: $says", ({ config, says }) => {
  expect(summarizeDraft(draft(config))).toBe(says)
})

test("exactly the defaults taken out are missing, and any settings have a summary of one line", () => {
  for (const [index, item] of all.entries()) {
    const config = removeItem({ default_policy: [...all] }, `/default_policy/${index}`)
    const found = differences(draft(config)).flatMap((list) => list.removed)
    expect(found).toEqual([item])
  }
  fc.assert(
    fc.property(anyConfig, (config) => {
      expect(summarizeDraft(draft(config)).length).toBeLessThan(400)
    }),
  )
})

const read = { Sid: "Read", Action: "a:b" }

test.each<{ what: string; base: IamConfig; proposal: IamConfig; lists: unknown }>([
  {
    what: "equal settings",
    base: { policy: ["s3"] },
    proposal: { policy: ["s3", "s3"] },
    lists: [],
  },
  {
    what: "keys in another order",
    base: { policy: [read] },
    proposal: { policy: [{ Action: "a:b", Sid: "Read" }] },
    lists: [],
  },
  {
    what: "an item added and one removed",
    base: { policy: ["s3", read] },
    proposal: { policy: ["ec2", "s3"] },
    lists: [{ setting: "policy", added: [{ at: "/policy/0", value: "ec2" }], removed: [read] }],
  },
  {
    what: "an override against Jets' own",
    base: {},
    proposal: { default_managed_policy: ["AmazonSSMReadOnlyAccess"] },
    lists: [
      {
        setting: "default_managed_policy",
        added: [],
        removed: ["AWSCertificateManagerReadOnly"],
      },
    ],
  },
])("against a base, $what", ({ base, proposal, lists }) => {
  expect(differences(draft(proposal), draft(base))).toEqual(lists)
})
