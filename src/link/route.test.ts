import fc from "fast-check"
import { expect, test } from "vitest"
import { formatRoute, parseRoute, type Route } from "./route.ts"

const anew = { page: "new", config: {}, baseline: "docs", scope: "whole", unknown: [] } as const

const rows: readonly (readonly [hash: string, route: Route, written?: string])[] = [
  ["", { page: "editor" }, "#/"],
  ["#", { page: "editor" }, "#/"],
  ["#/", { page: "editor" }],
  ["#/p/1AwDo", { page: "preview", payload: "1AwDo" }],
  ["#/p/", { page: "preview", payload: "" }],
  ["#/p", { page: "unknown", hash: "#/p" }],
  ["#/about", { page: "unknown", hash: "#/about" }],
  ["#/newer", { page: "unknown", hash: "#/newer" }],
  ["#/new", anew],
  ["#/new?", anew, "#/new"],
  [
    "#/new?policy=s3,ec2&managed_policy=AmazonS3FullAccess&jets=6.0.5",
    {
      ...anew,
      config: { policy: ["s3", "ec2"], managed_policy: ["AmazonS3FullAccess"] },
      baseline: "6.0.5",
    },
  ],
  ["#/new?default_policy=", { ...anew, config: { default_policy: [] } }],
  ["#/new?policy=a%2Cb,%20c", { ...anew, config: { policy: ["a,b", " c"] } }],
  [
    "#/new?policy=s3&policy=ec2",
    { ...anew, config: { policy: ["s3", "ec2"] } },
    "#/new?policy=s3,ec2",
  ],
  ["#/new?policy=%zz", { ...anew, config: { policy: ["%zz"] } }, "#/new?policy=%25zz"],
  ["#/new?scope=custom", { ...anew, scope: "custom" }],
  ["#/new?polcy=s3&jets=7", { ...anew, unknown: ["polcy=s3", "jets=7"] }],
  ["#/new?__proto__=a", { ...anew, unknown: ["__proto__=a"] }],
  ["#/new?policy=arn:aws:s3:::a/*", { ...anew, config: { policy: ["arn:aws:s3:::a/*"] } }],
]

test.each(rows.map(([hash, route, written = hash]) => ({ hash, route, written })))(
  "$hash",
  ({ hash, route, written }) => {
    expect(parseRoute(hash)).toEqual(route)
    expect(formatRoute(route)).toBe(written)
  },
)

test("any text is a route, and what is written reads as the same", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "binary" }).map((rest) => `#/new?policy=${rest}`),
  )
  fc.assert(
    fc.property(text, (hash) => {
      const route = parseRoute(hash)
      const again = parseRoute(formatRoute(route))
      expect(parseRoute(formatRoute(again))).toEqual(again)
    }),
  )
})
