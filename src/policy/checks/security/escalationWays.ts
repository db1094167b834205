/** Actions that together let their holder gain rights, and what it can do with them. */
export interface Way {
  readonly actions: readonly [string, ...string[]]
  /** What whoever runs the build "is capable of". */
  readonly does: string
}

function ways(does: string, ...combinations: readonly string[]): readonly Way[] {
  return combinations.map((combination) => {
    const [first = "", ...rest] = combination.split(" ")
    return { actions: [first, ...rest], does }
  })
}

const by = (does: string, action: string) => ways(does, action)

/** One action of IAM is enough (cloudsplaining, PrivilegeEscalation). */
export const iamWays: readonly Way[] = [
  ...by("making access keys for any user", "iam:CreateAccessKey"),
  ...by("giving a user without a password one", "iam:CreateLoginProfile"),
  ...by("changing any user's password", "iam:UpdateLoginProfile"),
  ...by("putting a user into any group", "iam:AddUserToGroup"),
  ...by("rewriting any managed policy of the account", "iam:CreatePolicyVersion"),
  ...by("bringing an older version of a policy back", "iam:SetDefaultPolicyVersion"),
  ...by("attaching any policy to any user", "iam:AttachUserPolicy"),
  ...by("attaching any policy to any group", "iam:AttachGroupPolicy"),
  ...by("attaching any policy to any role, its own too", "iam:AttachRolePolicy"),
  ...by("writing any rights into any user", "iam:PutUserPolicy"),
  ...by("writing any rights into any group", "iam:PutGroupPolicy"),
  ...by("writing any rights into any role, its own too", "iam:PutRolePolicy"),
  ...by("letting anyone take any role", "iam:UpdateAssumeRolePolicy"),
]

/** With iam:PassRole a service works for the build as another role (cloudsplaining, PrivilegeEscalation). */
export const passRoleWays: readonly Way[] = [
  ...ways(
    "starting a server that acts as any role",
    "iam:PassRole ec2:RunInstances",
    "iam:PassRole ec2:RequestSpotInstances",
  ),
  ...ways(
    "running code as any role",
    "iam:PassRole lambda:CreateFunction lambda:InvokeFunction",
    "iam:PassRole lambda:CreateFunction lambda:CreateEventSourceMapping",
    "iam:PassRole lambda:CreateFunction lambda:AddPermission",
  ),
  ...ways("opening a Glue endpoint that acts as any role", "iam:PassRole glue:CreateDevEndpoint"),
  ...ways(
    "running a Glue job as any role",
    "iam:PassRole glue:CreateJob glue:StartJobRun",
    "iam:PassRole glue:CreateJob glue:CreateTrigger",
    "iam:PassRole glue:UpdateJob glue:StartJobRun",
    "iam:PassRole glue:UpdateJob glue:CreateTrigger",
  ),
  ...ways(
    "making and changing resources as any role",
    "iam:PassRole cloudformation:CreateStack",
    "iam:PassRole cloudformation:CreateStackSet cloudformation:CreateStackInstances",
    "iam:PassRole cloudformation:UpdateStackSet",
  ),
  ...ways("running commands as any role", "iam:PassRole datapipeline:CreatePipeline"),
  ...ways("running a service as any role", "iam:PassRole apprunner:CreateService"),
  ...ways(
    "running another build as any role",
    "iam:PassRole codebuild:CreateProject codebuild:StartBuild",
    "iam:PassRole codebuild:CreateProject codebuild:StartBuildBatch",
  ),
  ...ways(
    "running a container as any role",
    "iam:PassRole ecs:RegisterTaskDefinition ecs:CreateService",
    "iam:PassRole ecs:RegisterTaskDefinition ecs:RunTask",
    "iam:PassRole ecs:RegisterTaskDefinition ecs:StartTask",
  ),
  ...ways(
    "running a notebook or job as any role",
    "iam:PassRole sagemaker:CreateNotebookInstance",
    "iam:PassRole sagemaker:CreateTrainingJob",
    "iam:PassRole sagemaker:CreateProcessingJob",
  ),
]

/** Code of one's own in what has a role already (cloudsplaining, PrivilegeEscalation). */
export const existingWays: readonly Way[] = [
  ...by("running code as the role of any function", "lambda:UpdateFunctionCode"),
  ...by("opening any Glue endpoint and acting as its role", "glue:UpdateDevEndpoint"),
  ...ways(
    "changing any stack as the role that the stack has",
    "cloudformation:CreateChangeSet cloudformation:ExecuteChangeSet",
  ),
  ...ways(
    "running code as the role of any server",
    "ec2:ModifyInstanceAttribute ec2:StopInstances ec2:StartInstances",
    "ec2:CreateLaunchTemplateVersion ec2:ModifyLaunchTemplate",
  ),
  ...ways(
    "logging in to any server and acting as its role",
    "ec2-instance-connect:SendSSHPublicKey ec2:DescribeInstances",
  ),
  ...ways("running commands in any container as its role", "ecs:ExecuteCommand ecs:DescribeTasks"),
  ...by(
    "opening any notebook and acting as its role",
    "sagemaker:CreatePresignedNotebookInstanceUrl",
  ),
]
