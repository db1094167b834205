import type { CatalogPart } from "../catalog/catalog.ts"
import {
  type BaselineName,
  type Catalog,
  type Draft,
  type Fix,
  type IamConfig,
  isList,
  type JsonValue,
  type OutputPart,
  type Pointer,
  type Range,
  type Scope,
  type Setting,
  settings,
} from "../policy/index.ts"
import type { Derived } from "./derived.ts"
import type { Editing } from "./editing.ts"
import type { History, TemporalStore } from "./history.ts"
import type { Settled } from "./settled.ts"
import type {
  EditorState,
  EditorTab,
  FocusTarget,
  OutputTab,
  SavedState,
  Saving,
  View,
} from "./state.ts"
import { canWrite, loadWriters } from "./writers.ts"

/** Loads the catalog; what is loaded already costs nothing. */
export interface CatalogSource {
  readonly parts: (...parts: readonly CatalogPart[]) => Promise<Catalog>
  /** The catalog with the details of these services too. */
  readonly details: (catalog: Catalog, services: readonly string[]) => Promise<Catalog>
  /** The catalog with the documents of these managed policies too. */
  readonly documents: (catalog: Catalog, names: readonly string[]) => Promise<Catalog>
}

/** What a person can do to the settings. All change goes through here, so all of it can be undone. */
export function createActions(
  store: TemporalStore,
  history: History,
  derived: Derived,
  settled: Settled,
  source: CatalogSource,
  editing: Editing,
) {
  const { applyEdit, applyFix, keepItems, overrideSetting, removeItem, replaceItem, resetSetting } =
    editing

  function change(
    edit: (config: IamConfig) => IamConfig,
    options: { burst?: string; says?: string; replacesAll?: boolean } = {},
  ) {
    const { draft, text } = store.getState()
    const config = edit(draft.config)
    if (isSame(config, draft.config)) return
    const says = [options.says, text === undefined ? undefined : lostWith(derived, text)]
      .filter((one) => one !== undefined)
      .join(" ")
    const { replacesAll = false } = options
    const notice = says === "" ? undefined : { text: says, undo: true, replacesAll }
    history.record({ draft: { ...draft, config }, text: undefined, notice }, options.burst)
  }

  let loading = Promise.resolve()
  let askedOutput: OutputTab | undefined
  const addToCatalog = (loaded: Catalog) => {
    const { catalog } = store.getState()
    const next = { ...catalog, ...loaded }
    // The same catalog stays the same object: what is remembered of it holds.
    const isNew = Object.values(next).some((part, index) => part !== Object.values(catalog)[index])
    if (isNew) store.setState({ catalog: next })
  }
  const failed = () => {
    store.setState({ catalogFailed: true })
    return undefined
  }

  return {
    /**
     * Adds items, in their order, from the `index`-th place on: one step. An absent default list stays as it
     * is: it has to be overridden first.
     */
    addItems(setting: Setting, items: readonly JsonValue[], index?: number) {
      change((config) =>
        items.reduce<IamConfig>((list, item, offset) => {
          const place = index === undefined ? {} : { index: index + offset }
          return applyEdit(list, { edit: "add", setting, item, ...place })
        }, config),
      )
    },
    /** While a person types in an item, all that they type there is one step. */
    typeItem(at: Pointer, item: JsonValue) {
      change((config) => replaceItem(config, at, item), { burst: `type ${at}` })
    },
    removeItem(at: Pointer) {
      change((config) => removeItem(config, at))
    },
    overrideSetting(setting: Setting) {
      change((config) => overrideSetting(config, setting, store.getState().draft.baseline))
    },
    resetSetting(setting: Setting, says: string) {
      change((config) => resetSetting(config, setting), { says })
    },
    applyFix(fix: Fix) {
      change((config) => applyFix(config, fix))
    },
    /**
     * The JSON text as a person types it. It is kept exactly as it is; where it can be read, its settings count.
     * A burst of typing is one step.
     */
    typeJson(text: string) {
      const { draft, text: shown } = store.getState()
      if (text === (shown ?? derived.written(draft.config))) return
      const { value } = derived.read(text)
      const config = value && keepItems(draft.config, value)
      const next: Partial<EditorState> = { text, notice: undefined }
      if (config === undefined) history.record(next, "type JSON")
      else {
        const isWritten = text === derived.written(config)
        history.record(
          { ...next, draft: { ...draft, config }, text: isWritten ? undefined : text },
          "type JSON",
        )
      }
    },
    /** Puts other settings in the place of these: one step, said with an Undo beside it. */
    replaceAll(state: Partial<SavedState> & Pick<SavedState, "draft">, says: string) {
      const { draft, text, base, scope } = state
      history.record({
        draft,
        text,
        base,
        ...(scope && { scope }),
        notice: { text: says, undo: true, replacesAll: true },
      })
    },
    /** Leaves a finding be, and remembers why: it is shown folded from now on. */
    accept(identity: string, reason: string) {
      const { accepted } = store.getState()
      const others = accepted.filter((one) => one.identity !== identity)
      history.record({ accepted: [...others, { identity, reason }] })
    },
    /** Judges an accepted finding as any other again. */
    stopAccepting(identity: string) {
      const { accepted } = store.getState()
      history.record({ accepted: accepted.filter((one) => one.identity !== identity) })
    },
    /** What Changes compares with from now on; undefined: Jets' defaults. */
    setBase(base: Draft | undefined) {
      history.record({ base })
    },
    showEditor(editorTab: EditorTab) {
      // What was asked for before is not asked for again when its part of the page comes back.
      store.setState({ editorTab, revealed: undefined, focused: undefined })
    },
    /** Shows an output once it can be written, so that no tab is ever empty. */
    showOutput(outputTab: OutputTab) {
      askedOutput = outputTab
      const show = () => {
        if (askedOutput === outputTab) store.setState({ outputTab })
      }
      if (canWrite(outputTab)) return show()
      const failed = "This output couldn't be loaded. Check the connection and try again."
      loadWriters(outputTab).then(show, () =>
        store.setState({ notice: { text: failed, undo: false } }),
      )
    },
    /** Makes all five settings absent; the version and the scope stay. */
    resetAll() {
      change((config) => settings.reduce(resetSetting, config), {
        says: "All settings are back to Jets' defaults.",
        replacesAll: true,
      })
    },
    setBaseline(baseline: BaselineName) {
      const { draft } = store.getState()
      if (draft.baseline === baseline) return
      history.record({ draft: { ...draft, baseline }, notice: undefined })
    },
    setScope(scope: Scope) {
      store.setState({ scope })
    },
    setSaving(saving: Saving) {
      if (store.getState().saving !== saving) store.setState({ saving })
    },
    /** Loads parts of AWS's catalog; without them the editor works, with fewer words. */
    async wantCatalog(...parts: readonly CatalogPart[]) {
      const loaded = await source.parts(...parts).catch(failed)
      if (loaded) addToCatalog(loaded)
    },
    /** Loads all that the catalog has on some services. */
    wantServices(services: readonly string[]) {
      // One after the other, so that none leaves out what another one brings.
      loading = loading.then(async () => {
        const loaded = await source.details(store.getState().catalog, services).catch(failed)
        if (loaded?.details) addToCatalog({ details: loaded.details })
      })
    },
    /** Loads the documents of managed policies of AWS. */
    wantDocuments(names: readonly string[]) {
      loading = loading.then(async () => {
        const loaded = await source.documents(store.getState().catalog, names).catch(failed)
        if (loaded?.managedDocuments) addToCatalog({ managedDocuments: loaded.managedDocuments })
      })
    },
    /** Tries once more what could not be loaded. */
    retryCatalog() {
      store.setState({ catalogFailed: false })
    },
    showView(view: View) {
      store.setState({ view })
    },
    /** Shows a place in the settings and goes there; `subject` is the default that is meant, if it is one. */
    reveal(at: Pointer, subject?: string) {
      store.setState({ revealed: { at, subject }, view: "settings" })
    },
    /** Opens Import with a text that is there already. */
    openImport(text: string) {
      store.setState({ importing: { text } })
    },
    /** Puts what was imported in the place of the settings, or has added it to them already. */
    importConfig(config: IamConfig, says: string) {
      change(() => config, { says, replacesAll: true })
    },
    /** Opens what narrows an item, or an action of a statement. */
    narrow(at: Pointer) {
      store.setState({ narrowed: { at } })
    },
    /** Shows a place in the settings' text and goes there. */
    revealText(range: Range) {
      const revealed = { at: "", subject: undefined, range } as const
      store.setState({ revealed, editorTab: "json", view: "settings" })
    },
    /** Sends the focus to a part of the page, showing it first; undefined: nothing is asked for any more. */
    focus(on: FocusTarget | undefined) {
      if (on === "add") store.setState({ view: "settings", editorTab: "form", revealed: undefined })
      if (on === "problem") {
        settled.catchUp()
        store.setState({ view: "problems" })
      }
      store.setState({ focused: on && { on } })
    },
    /** Remembers what was copied, so that the page can say that it is what stands there. */
    setCopied(copied: readonly OutputPart[]) {
      store.setState({ copied })
    },
    /** Says something that must not be missed. */
    notify(text: string) {
      store.setState({ notice: { text, undo: false } })
    },
    announce(text: string) {
      store.setState({ announcement: { text } })
    },
    dismissNotice() {
      store.setState({ notice: undefined })
    },
  }
}

/** Whether all lists hold the very same items, as after a move to the same place: that is no step. */
function isSame(left: IamConfig, right: IamConfig): boolean {
  if (left === right) return true
  return settings.every((setting) => {
    const [one, other] = [left[setting], right[setting]]
    if (!isList(one) || !isList(other)) return one === other
    return one.length === other.length && one.every((item, index) => item === other[index])
  })
}

/** What a text holds that its settings, written anew, don't: said when it goes. */
function lostWith({ read }: Derived, text: string): string | undefined {
  const { value, issues } = read(text)
  if (value === undefined)
    return "The JSON wasn't valid: it is replaced by the settings that the output shows."
  const comments = issues.filter(({ code }) => code === "comment").length
  if (comments === 0) return undefined
  return comments === 1
    ? "One comment in the JSON is dropped: settings can't hold it."
    : `${comments} comments in the JSON are dropped: settings can't hold them.`
}
