import type {
  applyEdit,
  applyFix,
  keepItems,
  overrideSetting,
  parseConfig,
  removeItem,
  replaceItem,
  resetSetting,
} from "../policy/index.ts"

/** What changes settings: a page on which nobody does needs none of that code. */
export interface Editing {
  readonly parseConfig: typeof parseConfig
  readonly keepItems: typeof keepItems
  readonly applyEdit: typeof applyEdit
  readonly applyFix: typeof applyFix
  readonly overrideSetting: typeof overrideSetting
  readonly removeItem: typeof removeItem
  readonly replaceItem: typeof replaceItem
  readonly resetSetting: typeof resetSetting
}

export const readOnly: Editing = {
  parseConfig: refuse,
  keepItems: refuse,
  applyEdit: refuse,
  applyFix: refuse,
  overrideSetting: refuse,
  removeItem: refuse,
  replaceItem: refuse,
  resetSetting: refuse,
}

function refuse(): never {
  throw new Error("These settings are read only.")
}
