import {
  expect,
  expectAccessible,
  expectNoSideways,
  group,
  output,
  outputText,
  phone,
  test,
} from "./editor.ts"

test.use(phone)

test("at 360 px by touch: the documentation's example, a default removed and restored, copied", async ({
  page,
}) => {
  await page.goto("./")
  await expectNoSideways(page)
  const box = page.getByRole("combobox", { name: "Add to Policy" })
  await box.tap()
  await box.pressSequentially("s3 ec2")
  await box.press("Enter")
  await expect(group(page, "Policy").getByRole("listitem")).toHaveCount(2)
  await page.getByRole("combobox", { name: "Add to Managed policy" }).tap()
  await page.keyboard.type("amazons3full")
  await page.getByRole("option", { name: "AmazonS3FullAccess" }).tap()
  await expectAccessible(page)
  await expectNoSideways(page)

  const defaults = group(page, "Default policy")
  await page.getByRole("switch", { name: "Override Jets' default policy" }).tap()
  await defaults.getByRole("checkbox", { name: "cloudformation", exact: true }).tap()
  await expect(defaults).toContainText("Without cloudformation every deploy fails")

  await page.getByRole("tab", { name: /^Problems/ }).tap()
  const problems = page.getByRole("region", { name: "Problems" })
  await expect(problems).toContainText("cloudformation is removed")
  await expectAccessible(page)
  await expectNoSideways(page)
  await problems.getByRole("button", { name: "Restore" }).tap()
  await expect(problems).not.toContainText("cloudformation is removed")

  await page.getByRole("tab", { name: "Output" }).tap()
  await expect(output(page)).toContainText("- ec2:*")
  await expectAccessible(page)
  await expectNoSideways(page)
  await page.getByRole("button", { name: "Copy YAML" }).tap()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(await outputText(page))
})

test("at 360 px the version, Reset and the theme are in the menu More", async ({ page }) => {
  await page.goto("./")
  const more = page.getByRole("button", { name: "More" })
  await more.tap()
  await expect(page.getByRole("menu")).toBeVisible()
  await expectAccessible(page)
  await page.getByRole("menuitemradio", { name: "6.0.5 (gem)" }).tap()
  await expect(group(page, "Default VPC policy")).toBeVisible()
  await more.tap()
  await page.getByRole("menuitemradio", { name: "Dark" }).tap()
  await expect(page.locator("html")).toHaveCSS("color-scheme", "dark")
  await more.tap()
  await page.getByRole("menuitem", { name: "Reset" }).tap()
  await expect(page.getByText("All settings are back to Jets' defaults")).toBeHidden()
})
