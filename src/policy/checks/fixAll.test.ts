import { expect, test } from "vitest"
import type { IamConfig } from "../config/config.ts"
import type { Diagnostic } from "../config/diagnostic.ts"
import { applyFix } from "../config/edit.ts"
import type { Edit } from "../config/fix.ts"
import type { Pointer } from "../config/pointer.ts"
import { fixAll } from "./fixAll.ts"

const finding = (at: Pointer, ...edits: Edit[]): Diagnostic => ({
  code: "duplicate-item",
  severity: "info",
  message: "",
  at,
  fixes: [{ title: "Remove it", edits }],
})
const removal = (at: Pointer) => finding(at, { edit: "remove", at })

test("all are carried out, and none moves the place of another", () => {
  const config: IamConfig = { policy: Array.from({ length: 12 }, (_, index) => `s${index}`) }
  const found = [removal("/policy/1"), removal("/policy/10"), removal("/policy/2")]
  const fix = fixAll(config, found, "duplicate-item")
  expect(fix?.title).toBe("Fix all 3")
  expect(applyFix(config, fix ?? { title: "", edits: [] }).policy).toEqual([
    "s0",
    ...Array.from({ length: 7 }, (_, index) => `s${index + 3}`),
    "s11",
  ])
})

test.each<[string, IamConfig, readonly Diagnostic[]]>([
  ["one", { policy: ["s3"] }, [removal("/policy/0")]],
  [
    "the same fix twice",
    { policy: ["s3"] },
    [
      finding("/policy/0", { edit: "reset", setting: "policy" }),
      finding("/policy/1", { edit: "reset", setting: "policy" }),
    ],
  ],
  ["none with a fix", { policy: ["s3"] }, []],
  [
    "lists within lists, which an edit writes flat",
    { policy: [["a", "b"], "c"] },
    [removal("/policy/0/0"), removal("/policy/1")],
  ],
])("there is none for %s", (_, config, found) => {
  expect(fixAll(config, found, "duplicate-item")).toBeUndefined()
})
