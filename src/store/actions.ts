import type { CatalogPart } from "../catalog/catalog.ts"
import {
  applyEdit,
  applyFix,
  type BaselineName,
  type Catalog,
  type Fix,
  type IamConfig,
  isList,
  type JsonValue,
  moveItem,
  type OutputPart,
  overrideSetting,
  type Pointer,
  removeItem,
  replaceItem,
  resetSetting,
  type Scope,
  type Setting,
  settings,
} from "../policy/index.ts"
import type { History, TemporalStore } from "./history.ts"
import type { FocusTarget, Saving, View } from "./state.ts"

/** Loads parts of the catalog; a part that is loaded already costs nothing. */
export type LoadCatalog = (...parts: readonly CatalogPart[]) => Promise<Catalog>

/** What a person can do to the settings. All change goes through here, so all of it can be undone. */
export function createActions(store: TemporalStore, history: History, load: LoadCatalog) {
  function change(
    edit: (config: IamConfig) => IamConfig,
    options: { burst?: string; says?: string } = {},
  ) {
    const { draft } = store.getState()
    const config = edit(draft.config)
    if (isSame(config, draft.config)) return
    const notice = options.says === undefined ? undefined : { text: options.says, undo: true }
    history.record({ draft: { ...draft, config }, notice }, options.burst)
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
    moveItem(at: Pointer, index: number) {
      change((config) => moveItem(config, at, index))
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
    /** Makes all five settings absent; the version and the scope stay. */
    resetAll() {
      change((config) => settings.reduce(resetSetting, config), {
        says: "All settings are back to Jets' defaults.",
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
    /** Sends the focus to a part of the page, showing it first. */
    focus(on: FocusTarget) {
      const view = { add: "settings", problem: "problems", shortcuts: undefined } as const
      store.setState(({ view: now }) => ({ focused: { on }, view: view[on] ?? now }))
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
