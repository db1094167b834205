import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { IamConfig } from "../policy/index.ts"
import {
  type KeyValueStorage,
  listDrafts,
  loadSaved,
  saveDraft,
  unreadableDraft,
} from "./persistence.ts"
import { initialState, type SavedState, saved } from "./state.ts"

/** A storage in memory; `refuse` is thrown by every write. */
class Memory implements KeyValueStorage {
  readonly map: Map<string, string>
  refuse: Error | undefined
  written: string[] = []
  constructor(entries: Iterable<readonly [string, string]> = []) {
    this.map = new Map(entries)
  }
  get length() {
    return this.map.size
  }
  key(index: number) {
    return [...this.map.keys()][index] ?? null
  }
  getItem(key: string) {
    return this.map.get(key) ?? null
  }
  setItem(key: string, value: string) {
    if (this.refuse) throw this.refuse
    this.written.push(key)
    this.map.set(key, value)
  }
  removeItem(key: string) {
    this.map.delete(key)
  }
}

const full = () => new DOMException("no", "QuotaExceededError")
const blocked = () => new DOMException("no", "SecurityError")
const tab = (session: KeyValueStorage, local: KeyValueStorage) => ({
  session: () => session,
  local: () => local,
})
const throws = (): never => {
  throw blocked()
}
const nothing = saved(initialState)
const state = (...policy: string[]): SavedState => ({
  ...nothing,
  draft: { config: { policy }, baseline: "docs" },
  scope: "whole",
})
const s3 = state("s3")
const ec2: SavedState = {
  draft: { config: { policy: ["ec2"] }, baseline: "6.0.5" },
  text: '{"policy": ["ec2"',
  base: { config: {}, baseline: "docs" },
  accepted: [{ identity: "x", reason: "It is our own bucket." }],
  scope: "custom",
  editorTab: "json",
  outputTab: "changes",
}

describe("what comes back", () => {
  test("nothing saved is a new start", () => {
    expect(loadSaved(tab(new Memory(), new Memory()))).toBeUndefined()
  })

  test("a reload gets the tab's own draft and id, a new tab the newest draft and no id", () => {
    const [one, other, local] = [new Memory(), new Memory(), new Memory()]
    expect(saveDraft(tab(one, local), "a", s3, 1)).toBe("saved")
    expect(saveDraft(tab(other, local), "b", ec2, 2)).toBe("saved")
    expect(loadSaved(tab(one, local))).toEqual({ id: "a", state: s3 })
    expect(loadSaved(tab(other, local))).toEqual({ id: "b", state: ec2 })
    expect(loadSaved(tab(new Memory(), local))).toEqual({ state: ec2 })
    saveDraft(tab(one, local), "a", s3, 3)
    expect(loadSaved(tab(new Memory(), local))).toEqual({ state: s3 })
  })

  test("a duplicated tab, once it has an id of its own, reloads its own draft", () => {
    const [one, local] = [new Memory(), new Memory()]
    saveDraft(tab(one, local), "a", s3, 1)
    const copy = new Memory(one.map)
    saveDraft(tab(copy, local), "b", ec2, 2)
    saveDraft(tab(one, local), "a", state("sqs"), 3)
    expect(loadSaved(tab(copy, local))).toEqual({ id: "b", state: ec2 })
    expect(copy.length).toBe(1)
  })

  test("any settings survive, hostile keys too", () => {
    const hostile = fc.constantFrom("__proto__", "constructor", "toJSON", "policy", "\ud800", "")
    const key = fc.oneof(hostile, fc.string())
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.dictionary(key, hostile, { maxKeys: 3 }),
    )
    const configs = fc
      .dictionary(key, value, { maxKeys: 4 })
      .map((read): IamConfig => JSON.parse(JSON.stringify(read)))
    fc.assert(
      fc.property(configs, (config) => {
        const storages = tab(new Memory(), new Memory())
        saveDraft(storages, "a", { ...nothing, draft: { config, baseline: "docs" } }, 1)
        for (const session of [storages.session(), new Memory()]) {
          const loaded = loadSaved(tab(session, storages.local()))?.state.draft.config
          expect(JSON.stringify(loaded)).toBe(JSON.stringify(config))
        }
      }),
    )
  })
})

test("two tabs never write to the same key of the shared storage", () => {
  const save = fc.record({ tab: fc.boolean(), reload: fc.boolean() })
  fc.assert(
    fc.property(fc.array(save, { maxLength: 20 }), (saves) => {
      const shared = new Map<string, string>()
      const tabs = [true, false].map((name) => {
        const local = new Memory()
        Object.assign(local, { map: shared })
        return { name, session: new Memory(), local, id: `${name}` }
      })
      saves.forEach(({ tab: name, reload }, time) => {
        const one = tabs.find((each) => each.name === name)
        if (!one) return
        const storages = tab(one.session, one.local)
        if (reload) one.id = loadSaved(storages)?.id ?? `${name}${time}`
        saveDraft(storages, one.id, s3, time)
      })
      const [first, second] = tabs.map(({ local }) => new Set(local.written))
      expect([...(first ?? [])].filter((key) => second?.has(key))).toEqual([])
    }),
  )
})

describe("what can't be read", () => {
  const good = { format: 1, id: "x", savedAt: 5, state: s3 }
  const odd: Record<string, string> = {
    corrupt: '{"format":1,"id":',
    empty: "",
    foreign: '"hello"',
    null: "null",
    "a list": "[1]",
    newer: JSON.stringify({ ...good, format: 2 }),
    "no id": JSON.stringify({ ...good, id: 7 }),
    "no time": JSON.stringify({ ...good, savedAt: "5" }),
    "endless time": JSON.stringify(good).replace('"savedAt":5', '"savedAt":1e999'),
    "no state": JSON.stringify({ ...good, state: [] }),
    "no draft": JSON.stringify({ ...good, state: { scope: "whole" } }),
    "settings that are a list": JSON.stringify({
      ...good,
      state: { draft: { config: [], baseline: "docs" } },
    }),
    "an unknown version": JSON.stringify({
      ...good,
      state: { draft: { config: {}, baseline: "7.0" } },
    }),
  }
  test.each(Object.entries(odd))("%s gives a new start and stays", (_what, text) => {
    const session = new Memory([
      ["jets-iam.tab", text],
      ["jets-iam.tab.x", text],
    ])
    const local = new Memory([["jets-iam.draft.x", text]])
    const storages = tab(session, local)
    expect(loadSaved(storages)).toBeUndefined()
    for (let time = 1; time < 40; time++)
      expect(saveDraft(storages, `fresh${time}`, s3, time)).toBe("saved")
    expect(session.getItem("jets-iam.tab")).toBe(text)
    expect(session.getItem("jets-iam.tab.x")).toBe(text)
    expect(local.getItem("jets-iam.draft.x")).toBe(text)
    expect(loadSaved(storages)?.id).toBe("fresh39")
  })

  test.each(Object.entries(odd))("%s under the tab's own id gives it a new id", (_what, text) => {
    const session = new Memory()
    saveDraft(tab(session, new Memory()), "x", s3, 1)
    const local = new Memory([["jets-iam.draft.x", text]])
    expect(loadSaved(tab(session, local))).toEqual({ state: s3 })
  })

  test("an unknown scope is the whole role; the settings stay", () => {
    const text = JSON.stringify({ ...good, state: { ...ec2, scope: 3 } })
    const local = new Memory([["jets-iam.draft.x", text]])
    expect(loadSaved(tab(new Memory(), local))?.state).toEqual({ ...ec2, scope: "whole" })
  })
})

describe("storages that fail", () => {
  const rows = [
    { what: "full", refuse: full, result: "full" },
    { what: "blocked", refuse: blocked, result: "blocked" },
    { what: "odd", refuse: () => new Error("odd"), result: "blocked" },
  ]
  test.each(rows)("$what session: the other is written", ({ refuse, result }) => {
    const [session, local] = [new Memory(), new Memory()]
    session.refuse = refuse()
    expect(saveDraft(tab(session, local), "a", s3, 1)).toBe(result)
    expect(loadSaved(tab(new Memory(), local))?.state).toEqual(s3)
  })
  test.each(rows)("$what local: the other is written", ({ refuse, result }) => {
    const [session, local] = [new Memory(), new Memory()]
    local.refuse = refuse()
    expect(saveDraft(tab(session, local), "a", s3, 1)).toBe(result)
    expect(loadSaved(tab(session, new Memory()))).toEqual({ id: "a", state: s3 })
  })
  test.each(["session", "local"] as const)("a reload after %s filled up loses nothing", (which) => {
    const memories = { session: new Memory(), local: new Memory() }
    const storages = tab(memories.session, memories.local)
    saveDraft(storages, "a", s3, 1)
    memories[which].refuse = full()
    saveDraft(storages, "a", ec2, 2)
    expect(loadSaved(storages)).toEqual({ id: "a", state: ec2 })
  })
  test("storages that throw on access", () => {
    const both = { session: throws, local: throws }
    expect(loadSaved(both)).toBeUndefined()
    expect(saveDraft(both, "a", s3, 1)).toBe("blocked")
    const [session, local] = [new Memory(), new Memory()]
    expect(saveDraft({ session: throws, local: () => local }, "a", s3, 1)).toBe("blocked")
    expect(loadSaved({ session: throws, local: () => local })).toEqual({ state: s3 })
    expect(saveDraft({ session: () => session, local: throws }, "a", s3, 1)).toBe("blocked")
    expect(loadSaved({ session: () => session, local: throws })).toEqual({ id: "a", state: s3 })
  })
})

describe("how many are kept", () => {
  test("30, and the oldest go", () => {
    const local = new Memory([["other.app", "x"]])
    for (let time = 1; time <= 35; time++) saveDraft(tab(new Memory(), local), `${time}`, s3, time)
    const kept = Array.from({ length: 30 }, (_, index) => `jets-iam.draft.${index + 6}`)
    expect([...local.map.keys()]).toEqual(["other.app", ...kept])
  })
  test("the one just written stays, even if the clock went back", () => {
    const local = new Memory()
    for (let time = 1; time <= 30; time++)
      saveDraft(tab(new Memory(), local), `${time}`, s3, time + 100)
    saveDraft(tab(new Memory(), local), "late", s3, 1)
    expect(local.length).toBe(30)
    expect(local.map.has("jets-iam.draft.late")).toBe(true)
  })
})

describe("what can't be read", () => {
  const newer = JSON.stringify({ format: 2, id: "a", savedAt: 1, state: {} })
  const of = (session: string | undefined, local: string | undefined) =>
    unreadableDraft(
      tab(
        new Memory(session === undefined ? [] : [["jets-iam.tab.a", session]]),
        new Memory(local === undefined ? [] : [["jets-iam.draft.a", local]]),
      ),
    )
  test.each([
    { what: "nothing saved", session: undefined, local: undefined, is: undefined },
    { what: "the tab's own of a newer version", session: newer, local: undefined, is: "newer" },
    { what: "the browser's of a newer version", session: undefined, local: newer, is: "newer" },
    { what: "no JSON", session: "{", local: undefined, is: "damaged" },
    { what: "other JSON", session: undefined, local: "[1]", is: "damaged" },
    { what: "both, the tab's own counts", session: "{", local: newer, is: "damaged" },
  ])("$what: $is", ({ session, local, is }) => {
    expect(of(session, local)).toBe(is)
  })

  test("a draft that can be read comes back, so nothing is said", () => {
    const local = new Memory([["jets-iam.draft.b", newer]])
    saveDraft(tab(new Memory(), local), "a", s3, 1)
    expect(unreadableDraft(tab(new Memory(), local))).toBeUndefined()
    expect(unreadableDraft({ session: throws, local: throws })).toBeUndefined()
  })
})

test("the drafts are listed, the newest first; blocked storage lists none", () => {
  const local = new Memory()
  saveDraft(tab(new Memory(), local), "a", s3, 1)
  saveDraft(tab(new Memory(), local), "b", ec2, 2)
  local.setItem("jets-iam.draft.c", "{")
  expect(listDrafts(tab(new Memory(), local)).map(({ id }) => id)).toEqual(["b", "a"])
  expect(listDrafts({ session: throws, local: throws })).toEqual([])
})
