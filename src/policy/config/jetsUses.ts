import type { DefaultSetting, Setting } from "./config.ts"
import type { Severity } from "./diagnostic.ts"

/**
 * What Jets uses one default for. The texts are parts of a sentence, without its period, `code` in backticks:
 * "Without `sns` {breaks} {when}." `when` is "always" or begins with "when".
 */
export interface JetsUse {
  readonly setting: DefaultSetting
  readonly item: string
  /** error: a deploy with Jets' own settings fails; warning: one that uses `when` fails; info: none does. */
  readonly severity: Exclude<Severity, "security">
  readonly uses: string
  readonly when: string
  readonly breaks: string
  /** What a managed policy grants, on every resource (AWS managed policy reference). */
  readonly grants?: readonly string[]
}

/** ecr-public and sts:GetServiceBearerToken only work together. */
const zipPackage = 'when `config.package_type` is "zip", or your Dockerfile starts from ECR Public'

/**
 * What Jets uses each default of every baseline for, from the source of the gem at v6.0.5 and the Jets
 * documentation (project record jets-defaults.json, which has the evidence).
 */
export const jetsUses: readonly JetsUse[] = [
  {
    setting: "default_policy",
    item: "apigateway",
    severity: "info",
    uses: "Nothing in a Jets 6 deploy; Jets 5 built its REST API with it",
    when: "when you define API Gateway resources, or a Jets 5 API is still there",
    breaks: "the stack fails at an API Gateway resource and rolls back",
  },
  {
    setting: "default_policy",
    item: "cloudformation",
    severity: "error",
    uses: "The deploy itself: updates the app's stacks, waits on their events, reads their outputs",
    when: "always",
    breaks: "every deploy fails when the runner updates the stack",
  },
  {
    setting: "default_policy",
    item: "cloudfront",
    severity: "warning",
    uses: "Creates the distributions in front of the Lambda URL, the assets and the uploads",
    when: "when `cloudfront.enable` is true for the Lambda URL, assets or uploads",
    breaks: "the stack fails at the CloudFront distribution and rolls back",
  },
  {
    setting: "default_policy",
    item: "codebuild",
    severity: "warning",
    uses: "Manages the CI project of `jets ci`; a plain deploy most likely works without it",
    when: "when you run `jets ci:deploy` or roll back to other bootstrap settings",
    breaks: "CloudFormation can't create or change a CodeBuild project",
  },
  {
    setting: "default_policy",
    item: "dynamodb",
    severity: "warning",
    uses: "Looks up the stream of the table that an event class listens to",
    when: "when an event class uses `dynamodb_event` with the name of a table",
    breaks: "building the templates fails at `dynamodb:DescribeTable`",
  },
  {
    setting: "default_policy",
    item: "ecr",
    severity: "error",
    uses: "Holds the app's container image: the stack creates its repository, the runner pushes to it",
    when: 'when `config.package_type` is "image" (the default)',
    breaks: "the deploy fails at the image's repository, at docker login or at docker push",
  },
  {
    setting: "default_policy",
    item: "ecr-public",
    severity: "warning",
    uses: "Signs Docker in to ECR Public, where the base image of zip packages comes from",
    when: zipPackage,
    breaks: "signing in fails before the Docker build, or ECR Public throttles anonymous pulls",
  },
  {
    setting: "default_policy",
    item: "events",
    severity: "error",
    uses: "Creates the EventBridge rules of prewarming, of schedules and of event classes",
    when: "when prewarming is on (the default), or anything uses a schedule or an event rule",
    breaks: "a first deploy, or one that changes an EventBridge rule, fails at the rule",
  },
  {
    setting: "default_policy",
    item: "iam",
    severity: "error",
    uses: "Creates the execution roles of the Lambda functions and passes them to Lambda",
    when: "always",
    breaks:
      "a first deploy fails at the functions' roles, later ones when a role or function changes",
  },
  {
    setting: "default_policy",
    item: "lambda",
    severity: "error",
    uses: "Creates and updates the functions, their URL, layers, aliases and event sources",
    when: "always",
    breaks: "every deploy fails when the stack creates or updates the functions",
  },
  {
    setting: "default_policy",
    item: "logs",
    severity: "error",
    uses: "Writes the build's own output, which the CLI shows; also the filters of `log_event`",
    when: "always",
    breaks: "the build stops before it starts, with no log to follow",
  },
  {
    setting: "default_policy",
    item: "route53",
    severity: "warning",
    uses: "Finds the hosted zone and points your domain at the CloudFront distributions",
    when: "when `route53.enable` is true for the Lambda URL, assets or uploads",
    breaks: "the stack fails at the DNS record and rolls back",
  },
  {
    setting: "default_policy",
    item: "s3",
    severity: "error",
    uses: "Fetches the code from the stack's bucket; puts templates, packages and assets there",
    when: "always",
    breaks: "every deploy fails within seconds, when the runner downloads the code",
  },
  {
    setting: "default_policy",
    item: "sns",
    severity: "warning",
    uses: "Creates topics and subscriptions; an `s3_event` goes through a topic too",
    when: "when an event class uses `s3_event` or `sns_event`, or you share SNS resources",
    breaks: "the stack fails at the SNS topic or subscription and rolls back",
  },
  {
    setting: "default_policy",
    item: "sqs",
    severity: "warning",
    uses: "Creates the job queues, the queues that `sqs_event` generates and shared ones",
    when: "when jobs are on, `sqs_event` generates a queue, or you share an SQS queue",
    breaks: "the stack fails at the SQS queue and rolls back",
  },
  {
    setting: "default_policy",
    item: "sts:GetServiceBearerToken",
    severity: "warning",
    uses: "The second half of signing Docker in to ECR Public; `ecr-public` is the first",
    when: zipPackage,
    breaks: "the Docker build never starts if the runner signs in to ECR Public first",
  },
  {
    setting: "default_policy",
    item: "waf",
    severity: "info",
    uses: "Nothing that we found: it is WAF Classic, and Jets deploys WAF v2",
    when: "when your own resources still use WAF Classic",
    breaks: "the stack fails at a WAF Classic resource",
  },
  {
    setting: "default_policy",
    item: "wafv2",
    severity: "warning",
    uses: "Creates the web ACL of `jets waf:deploy`; checks the one that CloudFront is given",
    when: "when you run `jets waf:deploy` or give CloudFront a web ACL",
    breaks: "creating or looking up the web ACL fails",
  },
  {
    setting: "default_managed_policy",
    item: "AmazonSSMReadOnlyAccess",
    severity: "error",
    uses: "Reads the app's SSM parameters at the start of every run, and `SSM:` variables",
    when: "when SSM autoload is on (the default), or a setting refers to SSM",
    breaks: "the runner stops at reading the SSM parameters",
    grants: ["ssm:Describe*", "ssm:Get*", "ssm:List*"],
  },
  {
    setting: "default_managed_policy",
    item: "AWSCertificateManagerReadOnly",
    severity: "warning",
    uses: "Finds the TLS certificate for `acm_cert_arn`, and your domain in it",
    when: "when a `cloudfront.cert.arn` is set, with `acm_cert_arn` or without aliases",
    breaks: "the runner stops at the look-up of the certificate",
    grants: [
      "acm:DescribeCertificate",
      "acm:ListCertificates",
      "acm:SearchCertificates",
      "acm:GetCertificate",
      "acm:ListTagsForCertificate",
      "acm:GetAccountConfiguration",
      "acm:DescribeAcmeAccount",
      "acm:DescribeAcmeDomainValidation",
      "acm:DescribeAcmeEndpoint",
      "acm:DescribeAcmeExternalAccountBinding",
      "acm:ListAcmeAccounts",
      "acm:ListAcmeDomainValidations",
      "acm:ListAcmeEndpoints",
      "acm:ListAcmeExternalAccountBindings",
      "acm:ListTagsForResource",
      "acm:ListCertificateDomainValidations",
    ],
  },
  {
    setting: "default_vpc_policy",
    item: "ec2",
    severity: "warning",
    uses: "Lambda checks a function's subnets and security groups with it; helpers look ids up",
    when: "when a function has a `vpc_config`",
    breaks: "EC2 denies the stack access to a function's subnets and security groups",
  },
]

/** What Jets uses a default for; undefined for what is no default of any baseline. */
export function jetsUse(setting: Setting, item: string): JetsUse | undefined {
  return jetsUses.find((use) => use.item === item && use.setting === setting)
}
