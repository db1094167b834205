import { describe, expect, test } from "vitest"
import {
  type BaselineName,
  baselines,
  type Catalog,
  type IamConfig,
  type Setting,
} from "../policy/index.ts"
import { createEditorStore } from "./store.ts"

const catalog: Catalog = { date: "2026-01-01" }

function editor(config: IamConfig = {}, baseline: BaselineName = "docs") {
  const store = createEditorStore({
    saved: { draft: { config, baseline }, scope: "whole" },
    now: () => 0,
    loadCatalog: async () => catalog,
    afterPaint: () => () => {},
  })
  return {
    ...store,
    config: () => store.getState().draft.config,
  }
}

const start: IamConfig = {
  policy: ["s3", ["ec2", null], { Action: "a:b" }],
  default_policy: ["s3"],
}

describe("actions", () => {
  test.each<{ index?: number; policy: string[] }>([
    { policy: ["s3", "ec2", "a", "b"] },
    { index: 0, policy: ["a", "b", "s3", "ec2"] },
    { index: 1, policy: ["s3", "a", "b", "ec2"] },
    { index: 9, policy: ["s3", "ec2", "a", "b"] },
  ])("added items keep their order at $index", ({ index, policy }) => {
    const store = editor({ policy: ["s3", "ec2"] })
    store.actions.addItems("policy", ["a", "b"], index)
    expect(store.config()).toEqual({ policy })
  })

  test.each<Setting>(["default_policy", "default_managed_policy", "default_vpc_policy"])(
    "adding to an absent %s changes nothing, after an override it adds",
    (list) => {
      const store = editor({}, "6.0.5")
      store.actions.addItems(list, ["x"])
      expect(store.config()).toEqual({})
      store.actions.overrideSetting(list)
      store.actions.addItems(list, ["x"])
      expect(store.config()[list]).toEqual([...baselines["6.0.5"][list], "x"])
    },
  )

  test("Reset leaves the version, the scope and unknown keys, and says so until the next change", () => {
    const store = editor({ ...start, note: 1 })
    store.actions.setBaseline("6.0.5")
    store.actions.setScope("custom")
    store.actions.resetAll()
    const { draft, scope, notice } = store.getState()
    expect(draft).toEqual({ config: { note: 1 }, baseline: "6.0.5" })
    expect(scope).toBe("custom")
    expect(notice).toMatchObject({ undo: true })
    store.actions.addItems("policy", ["s3"])
    expect(store.getState().notice).toBeUndefined()
  })

  test("Undo takes back a Reset, its notice too, and leaves the scope", () => {
    const store = editor(start)
    store.actions.resetAll()
    store.actions.setScope("custom")
    store.history.undo()
    expect(store.getState()).toMatchObject({
      draft: { config: start },
      scope: "custom",
      notice: undefined,
    })
  })

  test("a part of the catalog that can't be loaded leaves what is there", async () => {
    const parts: Catalog[] = [catalog]
    const store = createEditorStore({
      now: () => 0,
      loadCatalog: async () => parts.pop() ?? Promise.reject(new Error("offline")),
      afterPaint: () => () => {},
    })
    await store.actions.wantCatalog("services")
    await store.actions.wantCatalog("managedPolicies")
    expect(store.getState().catalog).toEqual(catalog)
  })
})

test("what derives is the same object for the same state, a new one for another", () => {
  const store = editor(start)
  const derive = () => {
    const { draft, scope, catalog: names } = store.getState()
    return [
      store.derived.outputParts(draft, scope, "yaml"),
      store.derived.diagnostics(draft, names),
      store.derived.size(draft),
    ]
  }
  const before = derive()
  store.actions.announce("Copied")
  derive().forEach((value, index) => {
    expect(value).toBe(before[index])
  })
  store.actions.addItems("policy", ["ec2"])
  derive().forEach((value, index) => {
    expect(value).not.toBe(before[index])
  })
})
