import { setTimeout as wait } from "node:timers/promises"
import type { Page } from "@playwright/test"
import { typedPlace } from "./settings.ts"

/** Opens the item that is typed into as JSON, with the caret behind the first `before` in it. */
export async function openTyped(page: Page, count: number, before: string) {
  const row = page.locator(`[data-at="/policy/${typedPlace(count)}"]`)
  await row.locator("button[aria-expanded]:not([aria-haspopup])").click()
  const text = row.locator('textarea[aria-label$=" as JSON"]')
  await text.focus()
  await text.evaluate((field, mark) => {
    if (!(field instanceof HTMLTextAreaElement)) throw new Error("not a text area")
    const at = field.value.indexOf(mark) + mark.length
    field.setSelectionRange(at, at)
  }, before)
}

/** A person's pauses vary, so that keys don't fall at the same place of a frame. */
export function pause(milliseconds: number) {
  return wait(milliseconds * (0.8 + 0.4 * Math.random()))
}
