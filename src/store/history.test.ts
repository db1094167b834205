import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  baselineNames,
  type Fix,
  type IamConfig,
  type JsonValue,
  type Pointer,
  settings,
} from "../policy/index.ts"
import { fullEditing } from "./fullEditing.ts"
import { createEditorStore, type EditorStore } from "./store.ts"

function editor(config: IamConfig) {
  let time = 0
  const store = createEditorStore({
    saved: { draft: { config, baseline: "docs" }, scope: "whole" },
    editing: fullEditing,
    now: () => time,
    catalog: {
      parts: async () => ({}),
      details: async (known) => known,
      documents: async (known) => known,
    },
    afterPaint: () => () => {},
  })
  return {
    ...store,
    config: () => store.getState().draft.config,
    later: (milliseconds: number) => {
      time += milliseconds
    },
  }
}

const moveFix = (at: Pointer, index: number): Fix => ({
  title: "Move",
  edits: [{ edit: "move", at, index }],
})

/** Undoes everything; the states that it passed, the first one being where it began. */
function undoAll({ history, getState }: EditorStore) {
  const passed = [getState().draft]
  while (history.canUndo()) {
    history.undo()
    passed.push(getState().draft)
  }
  return passed
}

const steps = (store: EditorStore) => undoAll(store).length - 1

const text = fc.constantFrom("s3", "ec2", "iam:PassRole", "AmazonS3ReadOnlyAccess")
const item: fc.Arbitrary<JsonValue> = fc.oneof(
  text,
  fc.constant({ Action: "s3:*" }),
  fc.constant(null),
  fc.constant(7),
)
const setting = fc.constantFrom(...settings)
const place = fc.integer({ min: -1, max: 5 })
const at = fc.oneof(
  fc.tuple(setting, place).map(([list, index]): Pointer => `/${list}/${index}`),
  fc.constantFrom<Pointer>("", "/policy", "/nothing/0", "/policy/0/Action", "/__proto__/0"),
)
const fix: fc.Arbitrary<Fix> = fc
  .array(
    fc.oneof(
      fc.record({ edit: fc.constant("add" as const), setting, item }),
      fc.record({ edit: fc.constant("remove" as const), at }),
    ),
    { maxLength: 3 },
  )
  .map((edits) => ({ title: "Fix", edits }))

type Act = (store: ReturnType<typeof editor>) => void
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(setting, fc.array(item, { maxLength: 3 }), fc.option(place, { nil: undefined })).map(
    (args): Act =>
      (to) =>
        to.actions.addItems(...args),
  ),
  fc.tuple(at, item).map(
    (args): Act =>
      (to) =>
        to.actions.typeItem(...args),
  ),
  at.map(
    (from): Act =>
      (to) =>
        to.actions.removeItem(from),
  ),
  fc.tuple(at, place).map(
    (args): Act =>
      (to) =>
        to.actions.applyFix(moveFix(...args)),
  ),
  setting.map(
    (list): Act =>
      (to) =>
        to.actions.overrideSetting(list),
  ),
  setting.map(
    (list): Act =>
      (to) =>
        to.actions.resetSetting(list, "Reset"),
  ),
  fix.map(
    (one): Act =>
      (to) =>
        to.actions.applyFix(one),
  ),
  fc.constant<Act>((to) => to.actions.resetAll()),
  fc.constantFrom(...baselineNames).map(
    (name): Act =>
      (to) =>
        to.actions.setBaseline(name),
  ),
  fc.constantFrom("whole", "custom").map(
    (scope): Act =>
      (to) =>
        to.actions.setScope(scope),
  ),
  fc.constant<Act>((to) => to.history.undo()),
  fc.constant<Act>((to) => to.history.redo()),
  fc.constantFrom(0, 500, 999, 1000, 5000).map(
    (wait): Act =>
      (to) =>
        to.later(wait),
  ),
)

const start: IamConfig = {
  policy: ["s3", ["ec2", null], { Action: "a:b" }],
  default_policy: ["s3"],
}

test("undoing all steps gives the start, redoing all the end, through the same states", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const store = editor(start)
      const before = store.getState().draft
      for (const one of acts) one(store)
      while (store.history.canRedo()) store.history.redo()
      const end = store.getState().draft
      const back = undoAll(store)
      expect(store.getState().draft).toBe(before)
      const forth = [store.getState().draft]
      while (store.history.canRedo()) {
        store.history.redo()
        forth.push(store.getState().draft)
      }
      expect(store.getState().draft).toBe(end)
      expect(forth.toReversed()).toEqual(back)
      expect(new Set(back).size).toBe(back.length)
    }),
    { numRuns: 300 },
  )
})

describe("steps", () => {
  const fixed: Fix = {
    title: "Two at once",
    edits: [
      { edit: "add", setting: "policy", item: "a:b" },
      { edit: "remove", at: "/policy/0" },
    ],
  }
  const rows: { what: string; acts: Act[]; steps: number }[] = [
    { what: "several items", acts: [(to) => to.actions.addItems("policy", ["a", "b"])], steps: 1 },
    { what: "no items", acts: [(to) => to.actions.addItems("policy", [])], steps: 0 },
    { what: "a version", acts: [(to) => to.actions.setBaseline("6.0.5")], steps: 1 },
    { what: "the same version", acts: [(to) => to.actions.setBaseline("docs")], steps: 0 },
    {
      what: "an override",
      acts: [(to) => to.actions.overrideSetting("default_vpc_policy")],
      steps: 1,
    },
    {
      what: "an override of a present list",
      acts: [(to) => to.actions.overrideSetting("policy")],
      steps: 0,
    },
    { what: "a reset", acts: [(to) => to.actions.resetSetting("policy", "Reset")], steps: 1 },
    {
      what: "a reset of an absent list",
      acts: [(to) => to.actions.resetSetting("managed_policy", "Reset")],
      steps: 0,
    },
    { what: "Reset", acts: [(to) => to.actions.resetAll()], steps: 1 },
    {
      what: "Reset twice",
      acts: [(to) => to.actions.resetAll(), (to) => to.actions.resetAll()],
      steps: 1,
    },
    { what: "a fix of two edits", acts: [(to) => to.actions.applyFix(fixed)], steps: 1 },
    { what: "a move", acts: [(to) => to.actions.applyFix(moveFix("/policy/0", 1))], steps: 1 },
    {
      what: "a move to its own place",
      acts: [
        (to) => to.actions.removeItem("/policy/1/0"),
        (to) => to.actions.applyFix(moveFix("/policy/0", 0)),
      ],
      steps: 1,
    },
    { what: "a removal", acts: [(to) => to.actions.removeItem("/policy/0")], steps: 1 },
    { what: "a wrong pointer", acts: [(to) => to.actions.removeItem("/policy/9")], steps: 0 },
    { what: "the scope", acts: [(to) => to.actions.setScope("custom")], steps: 0 },
    { what: "the view", acts: [(to) => to.actions.reveal("/policy/0")], steps: 0 },
    {
      what: "two additions at once",
      acts: [
        (to) => to.actions.addItems("policy", ["a"]),
        (to) => to.actions.addItems("policy", ["b"]),
      ],
      steps: 2,
    },
  ]
  test.each(rows)("$what: $steps", ({ acts, steps: count }) => {
    const store = editor(start)
    for (const one of acts) one(store)
    expect(steps(store)).toBe(count)
  })
})

describe("typing", () => {
  const type =
    (word: string, from: Pointer = "/policy/0"): Act =>
    (to) => {
      for (let end = 1; end <= word.length; end++) {
        to.actions.typeItem(from, word.slice(0, end))
        to.later(100)
      }
    }
  const wait =
    (milliseconds: number): Act =>
    (to) =>
      to.later(milliseconds)
  const rows: { what: string; acts: Act[]; states: JsonValue[] }[] = [
    { what: "a burst is one step", acts: [type("lambda")], states: ["lambda", "s3"] },
    {
      what: "two bursts apart are two",
      acts: [type("sns"), wait(900), type("sqs")],
      states: ["sqs", "sns", "s3"],
    },
    {
      what: "a short rest breaks none",
      acts: [type("sns"), wait(899), type("sqs")],
      states: ["sqs", "s3"],
    },
    {
      what: "two places are two",
      acts: [type("sns"), type("sqs", "/policy/1"), type("kms")],
      states: ["kms", "sns", "sns", "s3"],
    },
    {
      what: "another change breaks it",
      acts: [type("sns"), (to) => to.actions.addItems("policy", ["x"]), type("sqs")],
      states: ["sqs", "sns", "sns", "s3"],
    },
    {
      what: "undo and redo break it",
      acts: [type("sns"), (to) => to.history.undo(), (to) => to.history.redo(), type("sqs")],
      states: ["sqs", "sns", "s3"],
    },
    {
      what: "undo breaks it",
      acts: [type("sns"), (to) => to.history.undo(), type("sqs")],
      states: ["sqs", "s3"],
    },
    {
      what: "the scope doesn't break it",
      acts: [type("sns"), (to) => to.actions.setScope("custom"), type("sqs")],
      states: ["sqs", "s3"],
    },
  ]
  test.each(rows)("$what", ({ acts, states }) => {
    const store = editor({ policy: ["s3", "ec2"] })
    for (const one of acts) one(store)
    const firsts = undoAll(store).map(({ config: { policy } }) =>
      Array.isArray(policy) ? policy[0] : policy,
    )
    expect(firsts).toEqual(states)
  })

  test("typing after undo leaves nothing to redo", () => {
    const store = editor({ policy: ["s3"] })
    type("sns")(store)
    store.history.undo()
    type("sqs")(store)
    expect(store.history.canRedo()).toBe(false)
  })

  test("a listener that throws in a burst doesn't end the history", () => {
    const store = editor({ policy: ["s3"] })
    store.actions.typeItem("/policy/0", "a")
    const stop = store.subscribe(() => {
      throw new Error("listener")
    })
    expect(() => store.actions.typeItem("/policy/0", "ab")).toThrow("listener")
    stop()
    store.actions.addItems("policy", ["ec2"])
    expect(steps(store)).toBe(2)
  })
})

test("the history goes 500 steps back", () => {
  const store = editor({})
  for (let count = 0; count < 510; count++) store.actions.addItems("policy", [`s${count}`])
  expect(steps(store)).toBe(500)
  expect(store.config().policy).toHaveLength(10)
})
