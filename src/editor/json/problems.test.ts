import { expect, test } from "vitest"
import { checkConfig, parseConfig } from "../../policy/index.ts"
import { placesIn } from "./places.ts"
import { problemsOfSettings, problemsOfText } from "./problems.ts"

test("issues of the text have their place, and what can be taken out is offered", () => {
  const { issues } = parseConfig('{"policy": ["s3",], /* why */ "policy": []}')
  expect(problemsOfText(issues)).toMatchObject([
    { code: "trailing-comma", severity: "warning", fixes: [{ title: "Remove the comma" }] },
    { code: "comment", severity: "warning", fixes: [{ title: "Remove the comment" }] },
    { code: "duplicate-key", severity: "warning", fixes: [] },
  ])
  expect(problemsOfText(parseConfig("{").issues)).toMatchObject([
    { code: "invalid-json", severity: "error" },
  ])
})

test("diagnostics stand at their place, with their fixes, without marks of code", () => {
  const text = '{"default_policy": ["cloudformation"], "polcy": []}'
  const { value = {} } = parseConfig(text)
  const problems = problemsOfSettings(checkConfig(value), placesIn(text))
  const pieces = problems.map(({ code, place }) =>
    "start" in place ? `${code} ${text.slice(place.start, place.end)}` : "",
  )
  expect(pieces).toContain('unknown-setting "polcy"')
  expect(pieces).toContain('default-permission-removed "default_policy"')
  expect(problems.some(({ fixes }) => fixes.length > 0)).toBe(true)
  for (const { message } of problems) expect(message).not.toContain("`")
})

test("a long list is cut before it costs every key", () => {
  const policy = Array.from({ length: 3_000 }, (_, index) => ({ Sid: `S${index}` }))
  const text = JSON.stringify({ policy })
  const problems = problemsOfSettings(checkConfig({ policy }), placesIn(text))
  expect(problems).toHaveLength(500)
})
