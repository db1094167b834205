import { addTo, expect, expectAccessible, group, output, outputText, test } from "./editor.ts"

const statement = `{"Effect":"Allow","Action":["s3:GetObject"],"Resource":"arn:aws:s3:::demo/*"}`

test("a statement is pasted, edited in its place as JSON, and keeps its last valid state", async ({
  page,
}) => {
  await page.goto("./")
  await addTo(page, "Policy", statement)
  const policy = group(page, "Policy")
  await expect(policy).toContainText("Allow 1 action of Amazon S3 on 1 resource")
  await policy.getByRole("button", { name: "Statement", exact: true }).click()
  await policy.getByRole("radio", { name: "JSON" }).check()
  const field = policy.getByRole("textbox", { name: "Statement as JSON" })
  await field.fill(statement.replace("GetObject", "PutObject"))
  await expect(output(page)).toContainText("- s3:PutObject")

  await field.press("End")
  await field.pressSequentially(",")
  await expect(policy).toContainText("The output still shows the last valid version")
  await expectAccessible(page)
  await expect(output(page)).toContainText("- s3:PutObject")
  const opener = policy.getByRole("button", { name: /^Statement/ })
  await opener.click()
  await expect(field).toBeHidden()
  await opener.click()
  await expect(field).toHaveValue(/,$/)
  await field.press("End")
  await field.press("Backspace")
  await expect(policy).not.toContainText("The output still shows the last valid version")
})

test("typing in a statement is one step of Undo", async ({ page }) => {
  await page.goto("./")
  await addTo(page, "Policy", statement)
  const policy = group(page, "Policy")
  await policy.getByRole("button", { name: "Statement", exact: true }).click()
  await policy.getByRole("radio", { name: "JSON" }).check()
  const field = policy.getByRole("textbox", { name: "Statement as JSON" })
  const before = await outputText(page)
  await field.evaluate((element: HTMLTextAreaElement) => {
    const at = element.value.indexOf("GetObject") + "GetObject".length
    element.setSelectionRange(at, at)
    element.focus()
  })
  await field.pressSequentially("Tagging")
  await expect(output(page)).toContainText("s3:GetObjectTagging")
  await page.keyboard.press("Control+z")
  expect(await outputText(page)).toBe(before)
  await expect(field).toHaveValue(/"s3:GetObject"/)
  await expect(field).toBeFocused()
  await page.keyboard.press("Control+Shift+z")
  await expect(output(page)).toContainText("s3:GetObjectTagging")
})

test("duplicate, move, edit and remove from a row's menu, by keyboard, the focus stays near", async ({
  page,
}) => {
  await page.goto("./")
  await addTo(page, "Policy", "s3, ec2, kms:Decrypt")
  const names = group(page, "Policy").getByRole("listitem").locator("b")
  const menu = async (row: string, item: string) => {
    await page.getByRole("button", { name: `Actions for ${row}`, exact: true }).press("Enter")
    const choice = page.getByRole("menuitem", { name: item, exact: true })
    await expect(choice).toBeVisible()
    await choice.press("Enter")
    await expect(page.getByRole("menu")).toHaveCount(0)
  }
  await menu("ec2", "Move up")
  await expect(names).toHaveText(["ec2", "s3", "kms:Decrypt"])
  await expect(page.getByRole("button", { name: "Actions for ec2" })).toBeFocused()
  await menu("ec2", "Move down")
  await expect(names).toHaveText(["s3", "ec2", "kms:Decrypt"])
  await menu("kms:Decrypt", "Remove")
  await expect(names).toHaveText(["s3", "ec2"])
  await expect(page.getByRole("button", { name: "Actions for ec2" })).toBeFocused()

  await menu("s3", "Edit")
  await expect(page.getByRole("textbox", { name: "Edit s3" })).toBeFocused()
  await page.keyboard.type("sqs, sns")
  await page.keyboard.press("Enter")
  await expect(page.getByText("This row is one item")).toBeVisible()
  await page.keyboard.press("Control+a")
  await page.keyboard.type("sqs")
  await page.keyboard.press("Enter")
  await expect(page.getByRole("button", { name: "Actions for sqs" })).toBeFocused()
  await expect(names).toHaveText(["sqs", "ec2"])
  await menu("sqs", "Duplicate")
  await expect(names).toHaveText(["sqs", "sqs", "ec2"])
  expect((await outputText(page)).split("- sqs:*")).toHaveLength(3)
})

test("the menu opened by mouse can be walked with the arrow keys and left with Escape", async ({
  page,
}) => {
  await page.goto("./")
  await addTo(page, "Policy", "s3 ec2")
  const button = page.getByRole("button", { name: "Actions for s3" })
  await button.click()
  await expect(page.getByRole("menuitem", { name: "Edit" })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Escape")
  await expect(page.getByRole("menu")).toHaveCount(0)
  await expect(button).toBeFocused()
})

test("Reset takes all settings back, and Undo brings them again", async ({ page }) => {
  await page.goto("./")
  const untouched = await outputText(page)
  await addTo(page, "Policy", "s3 ec2")
  const changed = await outputText(page)
  await page.getByRole("button", { name: "Reset" }).click()
  expect(await outputText(page)).toBe(untouched)
  await page.getByRole("button", { name: /^Undo: All settings/ }).click()
  expect(await outputText(page)).toBe(changed)
  await page.getByRole("button", { name: "Undo", exact: true }).click()
  expect(await outputText(page)).toBe(untouched)
  await expect(page.getByRole("button", { name: "Undo", exact: true })).toBeDisabled()
})

test("broken JSON and what is there already are said, and nothing is lost", async ({ page }) => {
  await page.goto("./")
  const box = page.getByRole("combobox", { name: "Add to Policy" })
  await box.fill(`{"Effect": "Allow"`)
  await expect(page.getByText("This isn't valid JSON yet").first()).toBeVisible()
  await box.press("Enter")
  await expect(box).toHaveValue(`{"Effect": "Allow"`)
  await expect(page.getByText("This isn't valid JSON yet").first()).toBeVisible()
  await box.fill(`config.codebuild.iam.policy = ["s3"]`)
  await box.press("Enter")
  await expect(page.getByText("isn't a service").first()).toBeVisible()
  await box.fill("s3")
  await box.press("Enter")
  await box.fill("s3")
  await expect(page.getByText("in the list already")).toBeVisible()
})
