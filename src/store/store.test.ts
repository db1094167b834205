import { describe, expect, test } from "vitest"
import {
  type BaselineName,
  baselines,
  type Catalog,
  type IamConfig,
  measureRole,
  type Setting,
} from "../policy/index.ts"
import { checksCode } from "./checksCode.ts"
import { fullEditing } from "./fullEditing.ts"
import { createEditorStore } from "./store.ts"

const catalog: Catalog = { date: "2026-01-01" }

function editor(config: IamConfig = {}, baseline: BaselineName = "docs") {
  const store = createEditorStore({
    saved: { draft: { config, baseline }, scope: "whole" },
    editing: fullEditing,
    now: () => 0,
    catalog: {
      parts: async () => catalog,
      details: async (known) => known,
      documents: async (known) => known,
    },
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
      editing: fullEditing,
      now: () => 0,
      catalog: {
        parts: async () => parts.pop() ?? Promise.reject(new Error("offline")),
        details: async (known) => known,
        documents: async (known) => known,
      },
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
      store.derived.diagnostics(checksCode, draft, names),
      store.derived.size(measureRole, draft),
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

describe("JSON beside the form", () => {
  test("what is typed counts as soon as it can be read, and is kept exactly as typed", () => {
    const store = editor({ policy: ["s3"] })
    store.actions.typeJson('{"policy": ["s3", "ec2"')
    expect(store.config()).toEqual({ policy: ["s3"] })
    expect(store.getState().text).toBe('{"policy": ["s3", "ec2"')
    store.actions.typeJson('{"policy": ["s3", "ec2"]}')
    expect(store.config()).toEqual({ policy: ["s3", "ec2"] })
    expect(store.getState().text).toBe('{"policy": ["s3", "ec2"]}')
  })

  test("text as it would be written is no text of its own", () => {
    const store = editor({ policy: ["s3"] })
    store.actions.typeJson('{"policy": ["ec2"]}')
    store.actions.typeJson('{\n  "policy": [\n    "ec2"\n  ]\n}\n')
    expect(store.getState().text).toBeUndefined()
    expect(store.config()).toEqual({ policy: ["ec2"] })
  })

  test("one history: undo brings back texts and settings, whoever changed them", () => {
    let time = 0
    const store = createEditorStore({
      saved: {},
      editing: fullEditing,
      now: () => (time += 10_000),
      catalog: {
        parts: async () => catalog,
        details: async (known) => known,
        documents: async (known) => known,
      },
      afterPaint: () => () => {},
    })
    const seen = () => [store.getState().draft.config, store.getState().text]
    const states = [seen()]
    for (const change of [
      () => store.actions.addItems("policy", ["s3"]),
      () => store.actions.typeJson('{"policy": ["s3", "x"]}'),
      () => store.actions.typeJson('{"policy": ["s3", "x'),
      () => store.actions.addItems("policy", ["ec2"]),
      () => store.actions.replaceAll({ draft: { config: {}, baseline: "6.0.5" } }, "Opened"),
    ]) {
      change()
      states.push(seen())
    }
    expect(store.getState().notice).toEqual({ text: "Opened", undo: true, replacesAll: true })
    for (const state of states.toReversed()) {
      expect(seen()).toEqual(state)
      store.history.undo()
    }
    for (const state of states) {
      expect(seen()).toEqual(state)
      store.history.redo()
    }
  })

  test.each([
    { text: '{"policy": ["s3"]} // why', says: "One comment" },
    { text: '{/* a */"policy": ["s3"]} // b', says: "2 comments" },
    { text: '{"policy": [', says: "wasn't valid" },
    { text: '{"policy":["s3"]}', says: undefined },
  ])("a change in the form says what the text $text loses: $says", ({ text, says }) => {
    const store = editor({ policy: ["s3"] })
    store.actions.typeJson(text)
    store.actions.addItems("policy", ["ec2"])
    const { notice, text: left } = store.getState()
    expect(left).toBeUndefined()
    expect(store.config()).toEqual({ policy: ["s3", "ec2"] })
    if (says === undefined) expect(notice).toBeUndefined()
    else expect(notice).toMatchObject({ text: expect.stringContaining(says), undo: true })
    store.history.undo()
    expect(store.getState().text).toBe(text)
  })

  test("an item that isn't typed in stays the very same", () => {
    const item = { Sid: "Stays", Action: "a:b" }
    const store = editor({ policy: [item, "s3"] })
    store.actions.typeJson(JSON.stringify({ policy: [item, "ec2"] }))
    const { policy } = store.config()
    expect(Array.isArray(policy) && policy[0]).toBe(item)
  })
})

describe("accepted findings", () => {
  const judged = (store: ReturnType<typeof editor>) => {
    const { draft, accepted } = store.getState()
    const found = store.derived.diagnostics(checksCode, draft, {})
    return store.derived.judged(checksCode, draft.config, found, accepted)
  }
  const codes = (found: readonly { code: string }[]) => found.map(({ code }) => code)

  test("are folded with their reason, come back with Undo, and follow their item only", () => {
    const store = editor({ policy: ["*"] })
    const star = judged(store).open.find(({ code }) => code === "jets-shorthand-of-star")
    const [identity] = checksCode.identities(store.config(), star ? [star] : [])
    store.actions.accept(identity ?? "", "It is a sandbox.")
    expect(codes(judged(store).open)).not.toContain("jets-shorthand-of-star")
    expect(judged(store).accepted).toMatchObject([{ reason: "It is a sandbox." }])

    store.actions.addItems("policy", ["sqs"], 0)
    expect(judged(store).accepted).toMatchObject([{ diagnostic: { at: "/policy/1" } }])
    store.actions.typeItem("/policy/1", "*:*")
    expect(judged(store).accepted).toEqual([])

    store.history.undo()
    store.history.undo()
    store.history.undo()
    expect(codes(judged(store).open)).toContain("jets-shorthand-of-star")
  })

  test("an error can't be accepted", () => {
    const store = editor({ policy: [7] })
    const found = judged(store).open
    for (const identity of checksCode.identities(store.config(), found))
      store.actions.accept(identity, "")
    expect(codes(judged(store).open)).toContain("invalid-policy-item")
  })
})
