import { addTo, expect, expectAccessible, group, outputText, test } from "./editor.ts"

test("what Reset replaced can be looked at and taken back, after a reload too", async ({
  page,
}) => {
  await page.goto("./")
  await addTo(page, "Policy", "s3 ec2")
  const before = await outputText(page)
  await page.getByRole("button", { name: "Reset" }).click()
  await addTo(page, "Policy", "kms")
  await page.reload()
  await page.getByRole("button", { name: "Earlier drafts" }).click()
  const dialog = page.getByRole("dialog", { name: "Earlier drafts" })
  await expect(dialog.getByRole("listitem")).toHaveCount(1)
  await dialog.getByText("s3 and ec2 added").click()
  await expect(dialog.locator("pre")).toHaveText(before)
  await expectAccessible(page)
  await dialog.getByRole("button", { name: /^Take back/ }).click()
  await expect(dialog).toHaveCount(0)
  expect(await outputText(page)).toBe(before)
  await page.getByRole("button", { name: /^Undo: Took back/ }).click()
  await expect(group(page, "Policy").getByRole("listitem").locator("b")).toHaveText(["kms"])
})

test("with no other draft the dialog says what it is for", async ({ page }) => {
  await page.goto("./")
  await page.getByRole("button", { name: "Earlier drafts" }).click()
  await expect(page.getByRole("dialog")).toContainText("No other drafts yet")
})

for (const [what, text, says] of [
  ["written by a newer version", '{"format":2,"state":{}}', "newer version"],
  ["damaged", '{"format":1', "can't be read"],
] as const)
  test(`a draft ${what} is said and left alone, and editing goes on`, async ({ page }) => {
    await page.goto("./#/new")
    await page.evaluate((draft) => localStorage.setItem("jets-iam.draft.old", draft), text)
    await page.goto("about:blank")
    await page.goto("./")
    await expect(page.getByText(says)).toBeVisible()
    await addTo(page, "Policy", "s3")
    await page.reload()
    await expect(group(page, "Policy").getByRole("listitem")).toHaveCount(1)
    expect(await page.evaluate(() => localStorage.getItem("jets-iam.draft.old"))).toBe(text)
  })
