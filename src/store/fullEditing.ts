import {
  applyEdit,
  applyFix,
  keepItems,
  overrideSetting,
  parseConfig,
  removeItem,
  replaceItem,
  resetSetting,
} from "../policy/index.ts"
import type { Editing } from "./editing.ts"

/** Changes settings in all the ways that there are. */
export const fullEditing: Editing = {
  parseConfig,
  keepItems,
  applyEdit,
  applyFix,
  overrideSetting,
  removeItem,
  replaceItem,
  resetSetting,
}
