import type { Page } from "@playwright/test"
import { settingsOf } from "./bench/settings.ts"
import { expect, expectNoSideways, openWith, test, untilPicked } from "./editor.ts"

// A trace takes a picture of them all at every step. By selector, and in the form alone: a role or a text is
// looked for in all rows and lines, which takes seconds.
test.use({ trace: "off" })
const shown = (page: Page) => page.locator("[data-row]:visible")
const count = (page: Page) => page.locator("#title-policy + span")
const filter = (page: Page) => page.locator('[aria-label="Filter Policy"]')

test("2,000 items are filtered, opened, edited, and all seen again", async ({ page }) => {
  await openWith(page, settingsOf(2_000, "statements"))
  await filter(page).fill("typed")
  await expect(shown(page)).toHaveCount(1)
  await expect(count(page)).toHaveText("1 of 2,000 shown")
  await page.locator('[aria-label="Expand all of Policy"]').click()
  await expect(page.locator("[data-row][data-open]:visible")).toHaveCount(1)
  await expectNoSideways(page)

  const add = page.locator('[aria-label="Add to Policy"]')
  await add.fill("kms:Decrypt")
  await add.press("Enter")
  await expect(shown(page)).toHaveCount(2)
  await expect(count(page)).toHaveText("2 of 2,001 shown")

  await filter(page).fill("no such words")
  await expect(count(page)).toHaveText("0 of 2,001 shown", { timeout: 15_000 })
  await expect(page.locator("q")).toHaveText("no such words")
  await page.locator("q").locator("xpath=../following-sibling::button").click()
  await expect(filter(page)).toBeFocused()
  await expect(filter(page)).toHaveValue("")
  await expect(count(page)).toHaveText("2,001 items")
  await filter(page).fill("decrypt")
  await filter(page).press("Escape")
  await expect(filter(page)).toHaveValue("")
})

test("one of 2,000 is dragged up while the list scrolls, and the last goes first by a key", async ({
  page,
}) => {
  await openWith(page, { policy: Array.from({ length: 2_000 }, (_, index) => `s${index}:Get*`) })
  const row = (name: string) => page.locator(`[aria-label="Move ${name}"]`)
  await row("s300:Get*").scrollIntoViewIfNeeded()
  const box = await row("s300:Get*").boundingBox()
  const list = await page.locator("[role=tabpanel]").first().boundingBox()
  if (!box || !list) throw new Error("no box")
  await page.mouse.move(box.x + 8, box.y + 15)
  await page.mouse.down()
  await untilPicked(page, (by) => page.mouse.move(box.x + 8, box.y + 15 - by))
  await page.mouse.move(box.x + 8, list.y + 200)
  await page.mouse.move(box.x + 8, list.y + 6, { steps: 3 })
  const place = () =>
    page.evaluate(() => document.querySelector<HTMLElement>("[data-drop]")?.dataset.at)
  const number = async () => Number((await place())?.split("/").at(-1) ?? 300)
  await expect.poll(number, { timeout: 20_000 }).toBeLessThan(280)
  await page.mouse.up()
  await expect(page.locator("[data-row]").nth(300)).not.toContainText("s300:Get*")

  await row("s1999:Get*").press("Enter")
  await page.keyboard.press("Home")
  await page.keyboard.press("Enter")
  await expect(page.locator("[data-row]").first()).toContainText("s1999:Get*")
  await expect(page.locator(":focus")).toHaveAccessibleName("Move s1999:Get*")
})

test("2,000 are too many to open at once: they are only closed", async ({ page }) => {
  await openWith(page, settingsOf(2_000, "statements"))
  const all = page.locator('[aria-label="Collapse all of Policy"]')
  await expect(all).toHaveAttribute("aria-disabled", "true")
  const openers = page.locator("[data-row] button[aria-expanded]:not([aria-haspopup])")
  await openers.nth(0).click()
  await openers.nth(3).click()
  await expect(page.locator("[data-row][data-open]")).toHaveCount(2)
  await all.click()
  await expect(page.locator("[data-row][data-open]")).toHaveCount(0)
})
