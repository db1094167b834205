import type { CatalogPart } from "../catalog/catalog.ts"
import {
  applyEdit,
  applyFix,
  type BaselineName,
  type Catalog,
  type Draft,
  type Fix,
  type IamConfig,
  isList,
  type JsonValue,
  keepItems,
  type OutputPart,
  overrideSetting,
  type Pointer,
  type Range,
  removeItem,
  replaceItem,
  resetSetting,
  type Scope,
  type Setting,
  settings,
} from "../policy/index.ts"
import type { Derived } from "./derived.ts"
import type { History, TemporalStore } from "./history.ts"
import type {
  EditorState,
  EditorTab,
  FocusTarget,
  OutputTab,
  SavedState,
  Saving,
  View,
} from "./state.ts"

/** Loads parts of the catalog; a part that is loaded already costs nothing. */
export type LoadCatalog = (...parts: readonly CatalogPart[]) => Promise<Catalog>

/** What a person can do to the settings. All change goes through here, so all of it can be undone. */
export function createActions(
  store: TemporalStore,
  history: History,
  derived: Derived,
  load: LoadCatalog,
) {
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
    /** What Changes compares with from now on; undefined: Jets' defaults. */
    setBase(base: Draft | undefined) {
      history.record({ base })
    },
    showEditor(editorTab: EditorTab) {
      // What was asked for before is not asked for again when its part of the page comes back.
      store.setState({ editorTab, revealed: undefined, focused: undefined })
    },
    showOutput(outputTab: OutputTab) {
      store.setState({ outputTab })
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
    /** Loads a part of AWS's names; without it the editor works, with fewer words. */
    async wantCatalog(part: CatalogPart) {
      const loaded = await load(part).catch((): Catalog => ({}))
      store.setState(({ catalog }) => ({ catalog: { ...catalog, ...loaded } }))
    },
    showView(view: View) {
      store.setState({ view })
    },
    /** Shows a place in the settings and goes there; `subject` is the default that is meant, if it is one. */
    reveal(at: Pointer, subject?: string) {
      store.setState({ revealed: { at, subject }, view: "settings" })
    },
    /** Shows a place in the settings' text and goes there. */
    revealText(range: Range) {
      const revealed = { at: "", subject: undefined, range } as const
      store.setState({ revealed, editorTab: "json", view: "settings" })
    },
    /** Sends the focus to a part of the page, showing it first. */
    focus(on: FocusTarget) {
      if (on === "add") store.setState({ view: "settings", editorTab: "form", revealed: undefined })
      if (on === "problem") store.setState({ view: "problems" })
      store.setState({ focused: { on } })
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
