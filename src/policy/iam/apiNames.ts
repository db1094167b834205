/** An operation of an AWS API that is no action of IAM by that name, and the actions that it needs. */
export interface ApiName {
  readonly service: string
  readonly name: string
  /** With their service: `s3:ListBucket`. */
  readonly actions: readonly string[]
}

const partiQl = "PartiQLSelect PartiQLInsert PartiQLUpdate PartiQLDelete"

/** Operations and, by name or with another service's prefix, the actions that each of them needs. */
const operations: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // "Required permissions for Amazon S3 API operations" (Amazon S3 User Guide).
  s3: {
    "HeadBucket ListObjects ListObjectsV2": "ListBucket",
    ListObjectVersions: "ListBucketVersions",
    "HeadObject SelectObjectContent": "GetObject",
    "CreateMultipartUpload InitiateMultipartUpload UploadPart CompleteMultipartUpload PostObject":
      "PutObject",
    "CopyObject UploadPartCopy": "GetObject PutObject",
    DeleteObjects: "DeleteObject",
    ListBuckets: "ListAllMyBuckets",
    ListDirectoryBuckets: "s3express:ListAllMyDirectoryBuckets",
    ListMultipartUploads: "ListBucketMultipartUploads",
    ListParts: "ListMultipartUploadParts",
    "GetBucketLifecycle GetBucketLifecycleConfiguration": "GetLifecycleConfiguration",
    "PutBucketLifecycle PutBucketLifecycleConfiguration DeleteBucketLifecycle":
      "PutLifecycleConfiguration",
    GetBucketEncryption: "GetEncryptionConfiguration",
    "PutBucketEncryption DeleteBucketEncryption": "PutEncryptionConfiguration",
    GetBucketReplication: "GetReplicationConfiguration",
    "PutBucketReplication DeleteBucketReplication": "PutReplicationConfiguration",
    GetBucketAccelerateConfiguration: "GetAccelerateConfiguration",
    PutBucketAccelerateConfiguration: "PutAccelerateConfiguration",
    "GetBucketInventoryConfiguration ListBucketInventoryConfigurations":
      "GetInventoryConfiguration",
    "PutBucketInventoryConfiguration DeleteBucketInventoryConfiguration":
      "PutInventoryConfiguration",
    "GetBucketMetricsConfiguration ListBucketMetricsConfigurations": "GetMetricsConfiguration",
    "PutBucketMetricsConfiguration DeleteBucketMetricsConfiguration": "PutMetricsConfiguration",
    "GetBucketAnalyticsConfiguration ListBucketAnalyticsConfigurations":
      "GetAnalyticsConfiguration",
    "PutBucketAnalyticsConfiguration DeleteBucketAnalyticsConfiguration":
      "PutAnalyticsConfiguration",
    "GetBucketIntelligentTieringConfiguration ListBucketIntelligentTieringConfigurations":
      "GetIntelligentTieringConfiguration",
    "PutBucketIntelligentTieringConfiguration DeleteBucketIntelligentTieringConfiguration":
      "PutIntelligentTieringConfiguration",
    GetBucketNotificationConfiguration: "GetBucketNotification",
    PutBucketNotificationConfiguration: "PutBucketNotification",
    DeleteBucketCors: "PutBucketCORS",
    DeleteBucketTagging: "PutBucketTagging",
    DeleteBucketOwnershipControls: "PutBucketOwnershipControls",
    GetPublicAccessBlock: "GetBucketPublicAccessBlock",
    "PutPublicAccessBlock DeletePublicAccessBlock": "PutBucketPublicAccessBlock",
    GetObjectLockConfiguration: "GetBucketObjectLockConfiguration",
    PutObjectLockConfiguration: "PutBucketObjectLockConfiguration",
    WriteGetObjectResponse: "s3-object-lambda:WriteGetObjectResponse",
  },
  lambda: {
    "Invoke InvokeWithResponseStream": "InvokeFunction",
    GetLayerVersionByArn: "GetLayerVersion",
  },
  // "DynamoDB API permissions" and "IAM policies with PartiQL" (Amazon DynamoDB Developer Guide).
  dynamodb: {
    TransactGetItems: "GetItem",
    TransactWriteItems: "PutItem UpdateItem DeleteItem ConditionCheckItem",
    "ExecuteStatement BatchExecuteStatement ExecuteTransaction": partiQl,
  },
  sqs: {
    SendMessageBatch: "SendMessage",
    DeleteMessageBatch: "DeleteMessage",
    ChangeMessageVisibilityBatch: "ChangeMessageVisibility",
  },
  sns: { PublishBatch: "Publish" },
  ecr: { "GetLogin GetLoginPassword": "GetAuthorizationToken" },
  "ecr-public": { GetLoginPassword: "GetAuthorizationToken" },
  cloudfront: {
    CreateDistributionWithTags: "CreateDistribution TagResource",
  },
  kms: { ReEncrypt: "ReEncryptFrom ReEncryptTo" },
  bedrock: { Converse: "InvokeModel", ConverseStream: "InvokeModelWithResponseStream" },
  "execute-api": { "PostToConnection GetConnection DeleteConnection": "ManageConnections" },
  // Its actions are HTTP methods ("Control access to a REST API with IAM permissions").
  apigateway: {
    "CreateRestApi ImportRestApi CreateResource CreateDeployment CreateStage CreateModel CreateAuthorizer CreateApiKey CreateUsagePlan CreateUsagePlanKey CreateDomainName CreateBasePathMapping CreateVpcLink CreateApi CreateRoute CreateIntegration CreateApiMapping":
      "POST",
    "GetRestApi GetRestApis GetResource GetResources GetMethod GetDeployment GetDeployments GetStage GetStages GetModel GetModels GetAuthorizer GetAuthorizers GetApiKey GetApiKeys GetUsagePlan GetUsagePlans GetDomainName GetDomainNames GetBasePathMapping GetBasePathMappings GetVpcLink GetVpcLinks GetApi GetApis GetRoute GetRoutes GetIntegration GetIntegrations GetExport GetAccount":
      "GET",
    "PutRestApi PutMethod PutMethodResponse PutIntegration PutIntegrationResponse PutGatewayResponse ImportApi ReimportApi":
      "PUT",
    "UpdateRestApi UpdateResource UpdateMethod UpdateDeployment UpdateStage UpdateModel UpdateAuthorizer UpdateApiKey UpdateUsagePlan UpdateDomainName UpdateBasePathMapping UpdateVpcLink UpdateApi UpdateRoute UpdateIntegration UpdateAccount":
      "PATCH",
    "DeleteRestApi DeleteResource DeleteMethod DeleteDeployment DeleteStage DeleteModel DeleteAuthorizer DeleteApiKey DeleteUsagePlan DeleteDomainName DeleteBasePathMapping DeleteVpcLink DeleteApi DeleteRoute DeleteIntegration":
      "DELETE",
  },
}

/** All operations that are no action by that name; of AWS's own documentation, only what is sure. */
export const apiNames: readonly ApiName[] = Object.entries(operations).flatMap(([service, table]) =>
  Object.entries(table).flatMap(([names, needed]) => {
    const actions = needed
      .split(" ")
      .map((action) => (action.includes(":") ? action : `${service}:${action}`))
    return names.split(" ").map((name) => ({ service, name, actions }))
  }),
)

const byName: ReadonlyMap<string, readonly ApiName[]> = apiNames.reduce((map, api) => {
  const key = api.name.toLowerCase()
  return map.set(key, [...(map.get(key) ?? []), api])
}, new Map<string, readonly ApiName[]>())

/** Operations of any service by a bare name such as "HeadBucket", ignoring case. */
export function apiNamesCalled(name: string): readonly ApiName[] {
  return byName.get(name.toLowerCase()) ?? []
}

/**
 * The actions that an operation of a service needs, ignoring case: `s3`, `HeadBucket` gives
 * `["s3:ListBucket"]`. undefined if `name` is no operation that is known to need an action of another name.
 */
export function actionsOfApi(service: string, name: string): readonly string[] | undefined {
  const wanted = service.toLowerCase()
  return apiNamesCalled(name).find((api) => api.service === wanted)?.actions
}
