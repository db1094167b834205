import { describe, expect, test } from "vitest"
import { decodeLink, encodeLink } from "./link.ts"

const issuesOf = (payload: string) => decodeLink(payload).issues.map(({ code }) => code)

/** Links of format 1 as they were sent. These rows never change: only add to them. */
const links: readonly (readonly [payload: string, json: string])[] = [
  ["1AwAX", '{"config":{},"baseline":"docs"}'],
  ["1qyYmxAC3", '{"config":{},"baseline":"6.0.5","scope":"custom"}'],
  ["1I6wCAEI", '{"config":{"policy":["s3","ec2"]},"baseline":"docs"}'],
  [
    "1w6mC-FDHEui1AKs",
    '{"config":{"policy":["s3"],"managed_policy":["AmazonS3FullAccess"]},"baseline":"6.0.5"}',
  ],
  [
    "1w28VnqSJK0MAzQQAng",
    '{"config":{"default_policy":[],"default_managed_policy":[],"default_vpc_policy":[]},"baseline":"docs"}',
  ],
  [
    "1I9oogr6ChD14rTp2O0E5DwCL",
    '{"config":{"policy":[{"Action":["s3:*"],"Effect":"Allow","Resource":"*"}]},"baseline":"docs","base":{"config":{"policy":["s3"]},"baseline":"docs"}}',
  ],
  [
    "1w64CGm-gzSZooQcJYZBqjJCurQUAsg",
    '{"config":{"policy":["lambda"]},"baseline":"docs","base":{"config":{},"baseline":"6.0.5"},"scope":"custom"}',
  ],
  [
    "1w6oiDxioOhB14L6oUmysjqGeqQ6oG6-jFFOaYmFgADTi8MoP82c0gEwBAEs",
    '{"config":{"policy":[null,["s3",["kms"]],1.5,true,"\\ud800","é😀"]},"baseline":"docs"}',
  ],
  [
    "1Q1MBVwDUHB8P3Apakh8fD85jSlaGwJwDADM",
    '{"config":{"polcy":["s3"],"__proto__":{"a":1}},"baseline":"docs"}',
  ],
  [
    "1w2EUSjEBWfxKaWEBSptYygakZi-01YunMAC1-tBLA_zNf_jYLdCvQAQAdA",
    '{"config":{"policy":[{"PolicyName":"Deploy","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Deny","NotAction":"iam:*","Resource":["arn:aws:s3:::a/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}}]},"baseline":"docs"}',
  ],
  [
    "1w6kCtNEEkiBgaxUQyaMWAMw",
    '{"config":{"policy":["s3"]},"baseline":"docs","format":"cloudformation"}',
  ],
  [
    "1A-4-RA0e8NU_wGQAFMkqBppWCwAA",
    '{"config":{},"baseline":"docs","scope":"custom","format":"json"}',
  ],
]

describe("links of format 1 open forever", () => {
  test.each(links)("%s", (payload, text) => {
    const { value, issues } = decodeLink(payload)
    expect(value).toEqual(JSON.parse(text))
    expect(issues).toEqual([])
  })

  test.each(links)("%s is what its state gives today", (payload, text) => {
    expect(encodeLink(JSON.parse(text))).toBe(payload)
  })
})

test("every shortened link is cut, every link with one other character damaged", () => {
  for (const [payload] of links) {
    for (let end = 0; end < payload.length; end++)
      expect(issuesOf(payload.slice(0, end))).toEqual(["link-cut"])
    for (let at = 1; at < payload.length; at++)
      for (const other of ["A", "x", "7", "-", "."]) {
        if (payload[at] === other) continue
        const [code] = issuesOf(payload.slice(0, at) + other + payload.slice(at + 1))
        expect(code).toMatch(/^link-(cut|damaged)$/)
      }
  }
})
