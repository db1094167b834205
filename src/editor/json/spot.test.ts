import { getLocation } from "jsonc-parser"
import { expect, test } from "vitest"
import { spotAt } from "./spot.ts"

/** `|` is the caret. */
const at = (json: string) => spotAt(json.replace("|", ""), json.indexOf("|"))

test.each([
  { json: '{"policy": ["s3", "e|c2"]}', path: ["policy", 1], isKey: false, text: "ec2" },
  { json: '{"policy": ["s3", |]}', path: ["policy", 1], isKey: false },
  { json: '{"policy": [{"Eff|"}]}', path: ["policy", 0], isKey: true, text: "Eff" },
  { json: '{"policy": [{"Effect": "|', path: ["policy", 0, "Effect"], isKey: false, text: "" },
  { json: '{"a": {"b": [1, [2, |', path: ["a", "b", 1, 1], isKey: false },
  { json: '{"a]{": "x", |}', path: [], isKey: true },
  { json: '{"q\\"}": |', path: ['q"}'], isKey: false },
  { json: '{ // "x": [\n "a": /* { */ [|', path: ["a", 0], isKey: false },
  { json: '{"open: [\n"b": "|"', path: ["b"], isKey: false, text: "" },
  { json: "|", path: [], isKey: false },
])("$json", ({ json, path, isKey, text }) => {
  expect(at(json)).toMatchObject({ path, isKey, text })
})

test("a word without quotes is replaced as a whole", () => {
  expect(at('{"policy": [s3:Get|')).toMatchObject({ token: { start: 12, end: 18 } })
})

test("agrees with jsonc-parser at every place of a valid text", () => {
  const json = '{"policy":["s3",{"Action":["s3:*"],"Condition":{}}],"a":{"b":[[1,null],"x"]}}'
  for (let offset = 1; offset < json.length; offset++) {
    const { path, isAtPropertyKey } = getLocation(json, offset)
    const spot = spotAt(json, offset)
    // Right behind a value both say that it is the value's own place.
    const isAtEdge = /[\]},{]/.test(json[offset - 1] ?? "")
    if (!isAtEdge && isAtPropertyKey === spot.isKey)
      expect(spot.path).toEqual(isAtPropertyKey ? path.slice(0, -1) : path)
  }
})
