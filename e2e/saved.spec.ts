import { addTo, expect, group, outputText, test } from "./editor.ts"

test("a reload keeps the settings, the version and the scope", async ({ page }) => {
  await page.goto("./")
  await addTo(page, "Policy", "s3 ec2")
  await page.getByRole("combobox", { name: "Jets version" }).selectOption("6.0.5 (gem)")
  await page.getByRole("combobox", { name: "Scope" }).selectOption("Custom only")
  const before = await outputText(page)
  await page.reload()
  expect(await outputText(page)).toBe(before)
  await expect(page.getByRole("combobox", { name: "Scope" })).toHaveValue("custom")
  await expect(page.getByRole("combobox", { name: "Jets version" })).toHaveValue("6.0.5")
  await expect(page.getByRole("button", { name: "Undo", exact: true })).toBeDisabled()
})

test("two tabs don't disturb each other; the next one starts from the newest draft", async ({
  page,
  context,
}) => {
  await page.goto("./")
  await addTo(page, "Policy", "s3")
  const other = await context.newPage()
  await other.goto("./")
  await addTo(other, "Policy", "kms")
  await addTo(page, "Policy", "ec2")
  await other.reload()
  await page.reload()
  await expect(group(page, "Policy").getByRole("listitem").locator("b")).toHaveText(["s3", "ec2"])
  await expect(group(other, "Policy").getByRole("listitem").locator("b").last()).toHaveText("kms")
  expect(await outputText(other)).not.toContain("ec2:*")
})

for (const [kind, name, says] of [
  ["full", "QuotaExceededError", "storage is full"],
  ["blocked", "SecurityError", "blocks storage"],
] as const)
  test(`${kind} storage is said, and editing goes on`, async ({ page }) => {
    await page.addInitScript((error) => {
      Storage.prototype.setItem = () => {
        throw new DOMException("no", error)
      }
    }, name)
    await page.goto("./")
    await addTo(page, "Policy", "s3")
    await expect(page.getByText(says)).toBeVisible()
    await addTo(page, "Policy", "ec2")
    await expect(group(page, "Policy").getByRole("listitem")).toHaveCount(2)
  })
