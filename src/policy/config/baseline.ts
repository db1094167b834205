import type { BaselineName, IamConfig, Setting } from "./config.ts"

/** The defaults of every setting, as strings: what Jets has when a setting is absent. */
export type Baseline = Readonly<Record<Setting, readonly string[]>>

const managed = ["AmazonSSMReadOnlyAccess", "AWSCertificateManagerReadOnly"]

/**
 * Jets' defaults by version (DESIGN 2.2), in Jets' own order. A named baseline never changes: a new version
 * of Jets is a new entry. `docs` is the list of the Jets 6 documentation (docs/remote/codebuild/iam),
 * `6.0.5` what that gem holds (lib/jets/core/config/bootstrap.rb).
 */
export const baselines: Readonly<Record<BaselineName, Baseline>> = {
  docs: {
    policy: [],
    managed_policy: [],
    default_policy:
      "apigateway cloudformation cloudfront codebuild dynamodb ecr-public ecr events iam lambda logs route53 s3 sns sqs sts:GetServiceBearerToken".split(
        " ",
      ),
    default_managed_policy: managed,
    default_vpc_policy: [],
  },
  "6.0.5": {
    policy: [],
    managed_policy: [],
    default_policy:
      "apigateway cloudformation cloudfront codebuild dynamodb ecr ecr-public events iam lambda logs route53 s3 sns sqs sts:GetServiceBearerToken waf wafv2".split(
        " ",
      ),
    default_managed_policy: managed,
    default_vpc_policy: ["ec2"],
  },
}

/** The baseline of a new draft. */
export const defaultBaseline: BaselineName = "docs"

/** All baselines' names, the editor's default first. */
export const baselineNames: readonly BaselineName[] = ["docs", "6.0.5"]

/** The settings with every absent one filled from the baseline; present ones as they are. */
export function withDefaults(
  config: IamConfig,
  baseline: BaselineName = defaultBaseline,
): Required<IamConfig> {
  return { ...baselines[baseline], ...config }
}
