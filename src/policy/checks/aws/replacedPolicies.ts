/** Managed policies that AWS has replaced, and by which (AWS's deprecation notices; checks.json). */
export const replacements: ReadonlyMap<string, string> = new Map([
  ["AWSLambdaFullAccess", "AWSLambda_FullAccess"],
  ["AWSLambdaReadOnlyAccess", "AWSLambda_ReadOnlyAccess"],
  ["AmazonEC2ContainerServiceFullAccess", "AmazonECS_FullAccess"],
  ["AWSElasticBeanstalkFullAccess", "AdministratorAccess-AWSElasticBeanstalk"],
  ["AWSElasticBeanstalkReadOnlyAccess", "AWSElasticBeanstalkReadOnly"],
  ["AWSCodePipelineFullAccess", "AWSCodePipeline_FullAccess"],
  ["AWSCodePipelineReadOnlyAccess", "AWSCodePipeline_ReadOnlyAccess"],
  ["service-role/AWSConfigRole", "service-role/AWS_ConfigRole"],
  ["AWSCloudTrailFullAccess", "AWSCloudTrail_FullAccess"],
  ["AWSCloudTrailReadOnlyAccess", "AWSCloudTrail_ReadOnlyAccess"],
  ["AWSOpsWorksFullAccess", "AWSOpsWorks_FullAccess"],
  ["AmazonElasticMapReduceFullAccess", "AmazonEMRFullAccessPolicy_v2"],
  ["CloudWatchFullAccess", "CloudWatchFullAccessV2"],
  ["service-role/AmazonEC2RoleforSSM", "AmazonSSMManagedInstanceCore"],
])
