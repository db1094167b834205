import { expect, expectAccessible, group, outputText, slowFrames, test } from "./editor.ts"

const override = "Override Jets' default policy"

test("remove cloudformation, read what breaks, restore it", async ({ page }) => {
  await page.goto("./")
  const untouched = await outputText(page)
  const defaults = group(page, "Default policy")
  const problems = page.getByRole("region", { name: "Problems" })
  await expect(defaults).toContainText("Jets' 16")

  await page.getByRole("switch", { name: override }).check()
  await expect(defaults).toContainText("16 of Jets' 16")
  expect(await outputText(page)).toBe(untouched)

  const tick = defaults.getByRole("checkbox", { name: "cloudformation", exact: true })
  await tick.uncheck()
  await expect(defaults).toContainText("15 of Jets' 16")
  await expect(defaults).toContainText("Without cloudformation every deploy fails")
  await expect(problems).toContainText("1 error")
  await expect(problems).toContainText("Jets' default cloudformation is removed")
  expect(await outputText(page)).not.toContain("cloudformation:*")
  await expectAccessible(page)

  await page.getByRole("button", { name: "Restore cloudformation" }).click()
  await expect(tick).toBeChecked()
  expect(await outputText(page)).toBe(untouched)
  await expect(problems).not.toContainText("error")
})

test("the same with the keyboard alone, each key before the next frame", async ({ page }) => {
  await slowFrames(page)
  await page.goto("./")
  const untouched = await outputText(page)
  const focused = page.locator(":focus")
  const tabTo = async (name: string | RegExp, role: "switch" | "checkbox" | "button") => {
    const target = page.getByRole(role, { name, exact: true })
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab")
      if (await target.evaluate((element) => element === document.activeElement)) return
    }
    throw new Error(`Tab never reached ${name}`)
  }

  await page.keyboard.press("Control+k")
  await expect(focused).toHaveAccessibleName("Add to Policy")
  await tabTo(override, "switch")
  await page.keyboard.press("Space")
  await tabTo("cloudformation", "checkbox")
  await page.keyboard.press("Space")
  expect(await outputText(page)).not.toContain("cloudformation:*")

  await page.keyboard.press("F8")
  await expect(focused).toHaveAccessibleName("Go to cloudformation in default_policy")
  await expect(focused).toHaveAccessibleDescription(/cloudformation is removed/)
  await page.keyboard.press("Enter")
  await expect(focused).toHaveAccessibleName("cloudformation")
  await tabTo("Restore cloudformation", "button")
  await page.keyboard.press("Enter")
  expect(await outputText(page)).toBe(untouched)
  await expect(focused).toHaveAccessibleName("cloudformation")

  await page.keyboard.press("Control+z")
  await page.keyboard.press("Control+z")
  await expect(page.getByRole("checkbox", { name: "cloudformation", exact: true })).toBeChecked()
  await page.keyboard.press("Control+z")
  await expect(page.getByRole("switch", { name: override })).not.toBeChecked()
})

test("all removed is one problem; a problem's fix restores all", async ({ page }) => {
  await page.goto("./")
  await page.getByRole("switch", { name: override }).check()
  const ticks = group(page, "Default policy").getByRole("checkbox")
  await expect(ticks).toHaveCount(16)
  for (const tick of await ticks.all()) await tick.uncheck()
  const problems = page.getByRole("region", { name: "Problems" })
  await expect(problems.getByRole("listitem")).toHaveCount(1)
  await expectAccessible(page)
  await problems.getByRole("button", { name: "Restore all 16" }).click()
  await expect(problems.locator(":focus")).toHaveCount(1)
  for (const tick of await ticks.all()) await expect(tick).toBeChecked()
})

test("turning the override off drops the list, with Undo beside it", async ({ page }) => {
  await page.goto("./")
  const untouched = await outputText(page)
  const toggle = page.getByRole("switch", { name: override })
  await toggle.check()
  await group(page, "Default policy").getByRole("checkbox", { name: "sqs", exact: true }).uncheck()
  const changed = await outputText(page)
  await toggle.uncheck()
  expect(await outputText(page)).toBe(untouched)
  await page.getByRole("button", { name: /^Undo: Default policy is Jets' own again/ }).click()
  expect(await outputText(page)).toBe(changed)
})

test("6.0.5 has a VPC policy of its own", async ({ page }) => {
  await page.goto("./")
  await expect(group(page, "Default VPC policy")).toHaveCount(0)
  await page.getByRole("combobox", { name: "Jets version" }).selectOption("6.0.5 (gem)")
  await expect(group(page, "Default VPC policy")).toBeVisible()
  expect(await outputText(page)).toContain("PolicyName: VpcPolicy")
  await expect(page.getByRole("region", { name: "Problems" })).toContainText("default_vpc_policy")
  await expectAccessible(page)
})
