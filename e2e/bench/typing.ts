import { setTimeout as wait } from "node:timers/promises"
import type { Page } from "@playwright/test"
import { typedPlace } from "./settings.ts"

/** Opens the item that is typed into as JSON, with the caret behind the first `before` in it. */
export async function openTyped(page: Page, count: number, before: string) {
  const row = page.locator(`[data-at="/policy/${typedPlace(count)}"]`)
  await row.locator("button[aria-expanded]:not([aria-haspopup])").click()
  await row.getByRole("radio", { name: "JSON" }).check({ force: true })
  const text = row.locator('textarea[aria-label$=" as JSON"]')
  await text.focus()
  await text.evaluate((field, mark) => {
    if (!(field instanceof HTMLTextAreaElement)) throw new Error("not a text area")
    const at = field.value.indexOf(mark) + mark.length
    field.setSelectionRange(at, at)
  }, before)
}

/** Opens the JSON tab, with Monaco's caret behind the first `before` in it. */
export async function openTypedJson(page: Page, before: string) {
  await page.getByRole("tab", { name: "JSON" }).first().click()
  const text = page.locator(".monaco-editor textarea.inputarea")
  await text.focus()
  await page.keyboard.press("Control+f")
  const find = page.getByRole("textbox", { name: "Find", exact: true })
  await find.fill(before)
  // Monaco looks for it a moment after it was typed, and selects it.
  await page.locator(".find-widget .matchesCount", { hasText: /^1 of/ }).waitFor()
  await find.press("Escape")
  await text.press("ArrowRight")
}

/** A person's pauses vary, so that keys don't fall at the same place of a frame. */
export function pause(milliseconds: number) {
  return wait(milliseconds * (0.8 + 0.4 * Math.random()))
}
