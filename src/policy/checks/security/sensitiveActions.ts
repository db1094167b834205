/** Actions that read what an account keeps: files, parameters, secrets (IAM best practices, "least privilege"). */
export const dataReads =
  "s3:GetObject ssm:GetParameter ssm:GetParameters ssm:GetParametersByPath secretsmanager:GetSecretValue".split(
    " ",
  )

/** Actions whose answer holds credentials. */
export const credentialActions = [
  ..."codeartifact:GetAuthorizationToken cognito-identity:GetOpenIdToken cognito-identity:GetOpenIdTokenForDeveloperIdentity cognito-identity:GetCredentialsForIdentity".split(
    " ",
  ),
  ..."ec2:GetPasswordData grafana:CreateWorkspaceApiKey".split(" "),
  ..."iam:CreateAccessKey iam:CreateLoginProfile iam:CreateServiceSpecificCredential iam:ResetServiceSpecificCredential iam:UpdateAccessKey".split(
    " ",
  ),
  ..."lightsail:GetInstanceAccessDetails lightsail:DownloadDefaultKeyPair lightsail:CreateBucketAccessKey lightsail:GetRelationalDatabaseMasterUserPassword".split(
    " ",
  ),
  ..."rds-db:connect redshift:GetClusterCredentials redshift:GetClusterCredentialsWithIAM redshift-serverless:GetCredentials sts:GetFederationToken sts:GetSessionToken".split(
    " ",
  ),
]
