import type { DefaultSetting } from "../config/config.ts"

/** What Jets needs of one service that a default grants. */
export interface JetsActions {
  readonly setting: DefaultSetting
  /** The default, as Jets has it. */
  readonly item: string
  /** What a typical deploy needs; empty where it needs nothing of the default. */
  readonly actions: readonly string[]
  /** Those of them that take no resource but `*`. */
  readonly starOnly: readonly string[]
  /** What the others can be narrowed to; Ruby fills `#{…}` in. */
  readonly resources: readonly string[]
}

/**
 * The actions that Jets uses of each default, from the source of the gem at v6.0.5 and the Jets documentation
 * (project record jets-defaults.json). In a file of its own: only narrowing needs it.
 */
export const jetsActions: readonly JetsActions[] = [
  needs("default_policy", "apigateway", "apigateway", {
    actions: "GET POST PUT PATCH DELETE",
    resources: [
      "arn:aws:apigateway:*::/restapis",
      "arn:aws:apigateway:*::/restapis/*",
      "arn:aws:apigateway:*::/apis",
      "arn:aws:apigateway:*::/apis/*",
      "arn:aws:apigateway:*::/domainnames*",
    ],
  }),
  needs("default_policy", "cloudformation", "cloudformation", {
    actions:
      "CreateStack UpdateStack DeleteStack DescribeStacks DescribeStackEvents DescribeStackResource DescribeStackResources ListStackResources GetTemplate ContinueUpdateRollback",
    resources: [
      "arn:aws:cloudformation:*:*:stack/#{Jets.project.namespace}/*",
      "arn:aws:cloudformation:*:*:stack/#{Jets.project.namespace}-*/*",
      "arn:aws:cloudformation:us-east-1:*:stack/#{Jets.env}-waf/*",
    ],
  }),
  needs("default_policy", "cloudfront", "cloudfront", {
    actions:
      "CreateDistribution UpdateDistribution DeleteDistribution GetDistribution GetDistributionConfig CreateFunction UpdateFunction PublishFunction DescribeFunction GetFunction DeleteFunction ListCachePolicies ListOriginRequestPolicies ListResponseHeadersPolicies TagResource UntagResource ListTagsForResource",
    starOnly:
      "CreateDistribution CreateFunction ListCachePolicies ListOriginRequestPolicies ListResponseHeadersPolicies",
    resources: ["arn:aws:cloudfront::*:distribution/*", "arn:aws:cloudfront::*:function/*"],
  }),
  needs("default_policy", "codebuild", "codebuild", {
    actions:
      "CreateProject UpdateProject DeleteProject BatchGetProjects CreateWebhook UpdateWebhook DeleteWebhook CreateFleet UpdateFleet DeleteFleet BatchGetFleets",
    resources: [
      "arn:aws:codebuild:*:*:project/#{Jets.project.namespace}-*",
      "arn:aws:codebuild:*:*:fleet/*",
    ],
  }),
  needs("default_policy", "dynamodb", "dynamodb", {
    actions: "DescribeTable",
    resources: ["arn:aws:dynamodb:*:*:table/#{Jets.project.name}-#{Jets.env}_*"],
  }),
  needs("default_policy", "ecr", "ecr", {
    actions:
      "GetAuthorizationToken CreateRepository DeleteRepository DescribeRepositories GetRepositoryPolicy SetRepositoryPolicy PutLifecyclePolicy GetLifecyclePolicy BatchCheckLayerAvailability InitiateLayerUpload UploadLayerPart CompleteLayerUpload PutImage BatchGetImage GetDownloadUrlForLayer DescribeImages ListImages BatchDeleteImage TagResource UntagResource ListTagsForResource",
    starOnly: "GetAuthorizationToken",
    resources: ["arn:aws:ecr:*:*:repository/#{Jets.project.namespace}-*"],
  }),
  needs("default_policy", "ecr-public", "ecr-public", {
    actions: "GetAuthorizationToken",
    starOnly: "GetAuthorizationToken",
    resources: ["*"],
  }),
  needs("default_policy", "events", "events", {
    actions:
      "PutRule DescribeRule DeleteRule PutTargets RemoveTargets ListTargetsByRule TagResource UntagResource ListTagsForResource",
    resources: ["arn:aws:events:*:*:rule/#{Jets.project.namespace}-*"],
  }),
  needs("default_policy", "iam", "iam", {
    actions:
      "CreateRole GetRole DeleteRole PassRole PutRolePolicy GetRolePolicy DeleteRolePolicy AttachRolePolicy DetachRolePolicy ListRolePolicies ListAttachedRolePolicies UpdateAssumeRolePolicy UpdateRole UpdateRoleDescription TagRole UntagRole CreateServiceLinkedRole",
    resources: ["arn:aws:iam::*:role/#{Jets.project.namespace}-*"],
  }),
  needs("default_policy", "lambda", "lambda", {
    actions:
      "CreateFunction GetFunction GetFunctionConfiguration UpdateFunctionCode UpdateFunctionConfiguration DeleteFunction AddPermission RemovePermission GetPolicy CreateFunctionUrlConfig GetFunctionUrlConfig UpdateFunctionUrlConfig DeleteFunctionUrlConfig PutFunctionConcurrency DeleteFunctionConcurrency PublishVersion ListVersionsByFunction CreateAlias GetAlias UpdateAlias DeleteAlias PutProvisionedConcurrencyConfig GetProvisionedConcurrencyConfig DeleteProvisionedConcurrencyConfig PublishLayerVersion GetLayerVersion DeleteLayerVersion CreateEventSourceMapping GetEventSourceMapping UpdateEventSourceMapping DeleteEventSourceMapping InvokeFunction TagResource UntagResource ListTags",
    starOnly: "CreateEventSourceMapping",
    resources: [
      "arn:aws:lambda:*:*:function:#{Jets.project.namespace}-*",
      "arn:aws:lambda:*:*:layer:#{Jets.env}-#{Jets.project.name}-*",
      "arn:aws:lambda:*:*:layer:#{Jets.env}-#{Jets.project.name}-*:*",
      "arn:aws:lambda:*:*:event-source-mapping:*",
    ],
  }),
  needs("default_policy", "logs", "logs", {
    actions:
      "CreateLogGroup CreateLogStream PutLogEvents DescribeLogGroups DeleteLogGroup PutRetentionPolicy PutSubscriptionFilter DescribeSubscriptionFilters DeleteSubscriptionFilter TagResource UntagResource ListTagsForResource CreateLogDelivery DeleteLogDelivery PutResourcePolicy DescribeResourcePolicies",
    starOnly:
      "DescribeLogGroups CreateLogDelivery DeleteLogDelivery PutResourcePolicy DescribeResourcePolicies",
    resources: [
      "arn:aws:logs:*:*:log-group:/aws/codebuild/#{Jets.project.namespace}-*",
      "arn:aws:logs:*:*:log-group:/aws/codebuild/#{Jets.project.namespace}-*:*",
      "arn:aws:logs:*:*:log-group:/aws/lambda/#{Jets.project.namespace}-*",
      "arn:aws:logs:us-east-1:*:log-group:aws-waf-logs-*",
    ],
  }),
  needs("default_policy", "route53", "route53", {
    actions:
      "ListHostedZones ListHostedZonesByName GetHostedZone ListResourceRecordSets ChangeResourceRecordSets GetChange",
    starOnly: "ListHostedZones ListHostedZonesByName",
    resources: ["arn:aws:route53:::hostedzone/*", "arn:aws:route53:::change/*"],
  }),
  needs("default_policy", "s3", "s3", {
    actions:
      "GetObject GetObjectVersion PutObject PutObjectAcl DeleteObject ListBucket GetBucketLocation CreateBucket GetBucketNotification PutBucketNotification",
    resources: [
      "arn:aws:s3:::#{Jets.project.namespace}-s3bucket-*",
      "arn:aws:s3:::#{Jets.project.namespace}-s3bucket-*/*",
    ],
  }),
  needs("default_policy", "sns", "sns", {
    actions:
      "CreateTopic DeleteTopic GetTopicAttributes SetTopicAttributes Subscribe Unsubscribe GetSubscriptionAttributes SetSubscriptionAttributes ListSubscriptionsByTopic GetDataProtectionPolicy PutDataProtectionPolicy TagResource UntagResource ListTagsForResource",
    resources: ["arn:aws:sns:*:*:#{Jets.project.namespace}-*"],
  }),
  needs("default_policy", "sqs", "sqs", {
    actions:
      "CreateQueue DeleteQueue GetQueueAttributes SetQueueAttributes GetQueueUrl TagQueue UntagQueue ListQueueTags",
    resources: ["arn:aws:sqs:*:*:#{Jets.project.namespace}-*"],
  }),
  needs("default_policy", "sts:GetServiceBearerToken", "sts", {
    actions: "GetServiceBearerToken",
    starOnly: "GetServiceBearerToken",
    resources: ["*"],
  }),
  needs("default_policy", "waf", "waf", {
    actions: "",
    resources: ["arn:aws:waf::*:webacl/*"],
  }),
  needs("default_policy", "wafv2", "wafv2", {
    actions:
      "CreateWebACL UpdateWebACL DeleteWebACL GetWebACL ListWebACLs CreateIPSet UpdateIPSet DeleteIPSet GetIPSet PutLoggingConfiguration GetLoggingConfiguration DeleteLoggingConfiguration TagResource UntagResource ListTagsForResource",
    starOnly: "ListWebACLs",
    resources: [
      "arn:aws:wafv2:us-east-1:*:global/webacl/*",
      "arn:aws:wafv2:us-east-1:*:global/ipset/*",
      "arn:aws:wafv2:us-east-1:*:global/managedruleset/*",
    ],
  }),
  needs("default_managed_policy", "AmazonSSMReadOnlyAccess", "ssm", {
    actions: "GetParametersByPath GetParameters GetParameter",
    resources: [
      "arn:aws:ssm:*:*:parameter/#{Jets.project.name}/*",
      "arn:aws:ssm:*:*:parameter/dev/*",
      "arn:aws:ssm:*:*:parameter/prod/*",
    ],
  }),
  needs("default_managed_policy", "AWSCertificateManagerReadOnly", "acm", {
    actions: "ListCertificates DescribeCertificate ListTagsForCertificate",
    starOnly: "ListCertificates",
    resources: ["arn:aws:acm:us-east-1:*:certificate/*"],
  }),
  needs("default_vpc_policy", "ec2", "ec2", {
    actions: "DescribeSecurityGroups DescribeSubnets DescribeVpcs DescribeNetworkInterfaces",
    starOnly: "DescribeSecurityGroups DescribeSubnets DescribeVpcs DescribeNetworkInterfaces",
    resources: ["*"],
  }),
]

function needs(
  setting: DefaultSetting,
  item: string,
  service: string,
  of: {
    readonly actions: string
    readonly starOnly?: string
    readonly resources: readonly string[]
  },
): JetsActions {
  const named = (names: string) =>
    names === "" ? [] : names.split(" ").map((name) => `${service}:${name}`)
  return {
    setting,
    item,
    actions: named(of.actions),
    starOnly: named(of.starOnly ?? ""),
    resources: of.resources,
  }
}
