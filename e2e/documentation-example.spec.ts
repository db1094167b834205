import {
  addTo,
  clipboard,
  expect,
  expectAccessible,
  group,
  output,
  outputText,
  test,
} from "./editor.ts"

const custom = `Policies:
  - PolicyName: CustomPolicy
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Action:
            - s3:*
            - ec2:*
          Effect: Allow
          Resource: "*"
ManagedPolicyArns:
  - arn:aws:iam::aws:policy/AmazonS3FullAccess
`

test("from an empty page to the documentation's example as copied YAML", async ({ page }) => {
  await page.goto("./")
  await expectAccessible(page)
  await expect(output(page)).toContainText("PolicyName: DefaultPolicy")

  await addTo(page, "Policy", "s3")
  await addTo(page, "Policy", "ec2")
  await addTo(page, "Managed policy", "AmazonS3FullAccess")
  const policy = group(page, "Policy")
  await expect(policy.getByRole("listitem")).toHaveCount(2)
  await expect(policy.getByText("All actions of Amazon EC2 on every resource")).toBeVisible()
  await expect(output(page)).toContainText("- ec2:*")
  await expectAccessible(page)

  const text = await outputText(page)
  await page.getByRole("button", { name: "Copy YAML" }).click()
  await expect(page.getByText("Copied", { exact: true })).toBeAttached()
  expect(await clipboard(page)).toBe(text)
  await expect(page.getByTitle("Copied: the clipboard has this output")).toBeVisible()

  await page.getByRole("combobox", { name: "Scope" }).selectOption("Custom only")
  expect(await outputText(page)).toBe(custom)
  await page.keyboard.press("Control+Enter")
  await expect.poll(() => clipboard(page)).toBe(custom)
})

test("a service is found by its name and chosen from the list", async ({ page }) => {
  await page.goto("./")
  const box = page.getByRole("combobox", { name: "Add to Policy" })
  await box.pressSequentially("key management")
  const choice = page.getByRole("option", { name: /^kms/ })
  await expect(choice).toBeVisible()
  await expectAccessible(page, "#popups")
  await choice.click()
  await expect(group(page, "Policy").getByRole("listitem")).toContainText("kms")
  await expect(output(page)).toContainText("- kms:*")
})

test("what is typed before the list of choices has loaded stays, and counts", async ({ page }) => {
  await page.route("**/ComboBoxList-*.js", async (route) => {
    await page.getByRole("combobox", { name: "Add to Policy" }).pressSequentially("s3:Get")
    await route.continue()
  })
  await page.goto("./")
  const box = page.getByRole("combobox", { name: "Add to Policy" })
  await box.focus()
  await expect(page.getByText("Enter adds it")).toBeVisible()
  await expect(box).toBeFocused()
  await box.pressSequentially("*")
  await box.press("Enter")
  await expect(output(page)).toContainText("- s3:Get*")
})
