import type { Page } from "@playwright/test"
import {
  addTo,
  clipboard,
  expect,
  expectAccessible,
  expectNoSideways,
  group,
  openWith,
  outputText,
  phone,
  showOutput,
  test,
} from "./editor.ts"

const dialog = (page: Page) => page.getByRole("dialog", { name: "Import" })

/** Opens Import and pastes a text. */
async function paste(page: Page, text: string) {
  await page.getByRole("button", { name: "Import", exact: true }).click()
  const box = dialog(page).getByRole("textbox", { name: "Text to import" })
  await expect(box).toBeFocused()
  await box.fill(text)
}

const confirm = (page: Page) => dialog(page).getByRole("button", { name: "Import", exact: true })

const documentation = `Jets.bootstrap.configure do
  config.codebuild.iam.policy = ["s3", "ec2"]
  config.codebuild.iam.managed_policy = ["AmazonS3FullAccess"]
  # Be careful overriding defaults as it can remove required permissions
  # config.codebuild.iam.default_policy = [...]
end
`

test("the documentation's bootstrap.rb comes in, and Undo takes it back", async ({ page }) => {
  await page.goto("./")
  const before = await outputText(page)
  await paste(page, documentation)
  await expect(dialog(page).getByRole("status")).toContainText("Ruby")
  await expect(dialog(page).getByRole("region", { name: "Policy", exact: true })).toContainText(
    "ec2",
  )
  await expectAccessible(page, "dialog")
  await confirm(page).click()
  await expect(page.getByText("Imported 3 items.")).toBeVisible()
  await expect(group(page, "Policy").getByRole("listitem")).toHaveCount(2)
  expect(await outputText(page)).toContain("AmazonS3FullAccess")
  await page.keyboard.press("Control+z")
  expect(await outputText(page)).toBe(before)
})

test("of a messy one, what stays out is listed with its line", async ({ page }) => {
  await openWith(page, { policy: ["sqs"] })
  await paste(
    page,
    `services = %w[s3]
services << "kms"
Jets.bootstrap.configure do
  config.codebuild.iam.policy = services + [{ Effect: "Allow", Action: "sns:Publish", Resource: topic_arn }]
  if ENV["WIDE"]
    config.codebuild.iam.managed_policy = ["AdministratorAccess"]
  end
end
`,
  )
  const left = dialog(page).getByRole("region", { name: "What stays out or changes" })
  await expect(left).toContainText("Line 4:")
  await expect(left).toContainText("Line 5:")
  await confirm(page).click()
  const text = await outputText(page)
  expect(text).toContain("sqs:*")
  expect(text).toContain("kms:*")
  expect(text).not.toContain("sns:Publish")
  expect(text).not.toContain("AdministratorAccess")
})

const template = `Resources:
  Build:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Version: "2012-10-17", Statement: []}
      Policies:
        - PolicyName: Own
          PolicyDocument:
            Version: "2012-10-17"
            Statement: {Effect: Allow, Action: "s3:GetObject", Resource: "*"}
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Version: "2012-10-17", Statement: []}
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
`

test("a template with two roles is dropped anywhere: one is chosen", async ({ page }) => {
  await page.goto("./")
  const file = await page.evaluateHandle((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], "roles.yml"))
    return data
  }, template)
  await page.dispatchEvent("body", "drop", { dataTransfer: file })
  const roles = dialog(page).getByRole("group", { name: "Which role" })
  await expect(roles.getByRole("radio")).toHaveCount(2)
  await roles.getByRole("radio", { name: /^Deploy/ }).check()
  await expect(
    dialog(page).getByRole("region", { name: "Managed policy", exact: true }),
  ).toContainText("ReadOnlyAccess")
  await confirm(page).click()
  expect(await outputText(page)).toContain("policy/ReadOnlyAccess")
})

const log = `[Container] 2026/11/26 10:00:01 Running command bundle exec jets deploy
User: arn:aws:sts::123456789012:assumed-role/demo-dev/AWSCodeBuild-0f3c is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:123456789012:key/1234 because no identity-based policy allows the kms:Decrypt action
User: arn:aws:sts::123456789012:assumed-role/demo-dev/AWSCodeBuild-0f3c is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-1:123456789012:instance/* with an explicit deny in a service control policy
`

test("a log of a denied deploy: one denial is allowed with a click, the other can't be", async ({
  page,
}) => {
  await page.goto("./")
  const before = await outputText(page)
  await paste(page, log)
  const denials = dialog(page).getByRole("list", { name: "Denials" }).getByRole("listitem")
  await expect(denials).toHaveCount(2)
  const scp = denials.filter({ hasText: "ec2:RunInstances" })
  await expect(scp).toContainText("service control policy")
  await expect(scp.getByRole("button")).toHaveCount(0)
  await expectAccessible(page, "dialog")
  const kms = denials.filter({ hasText: "kms:Decrypt" })
  await kms.getByRole("button").first().click()
  await expect(kms).toContainText("The draft allows")
  await page.keyboard.press("Escape")
  expect(await outputText(page)).toContain("kms:Decrypt")
  await page.keyboard.press("Control+z")
  expect(await outputText(page)).toBe(before)
})

test("Ruby that is copied and imported again gives the same", async ({ page }) => {
  await openWith(page, {
    policy: ["s3", { Effect: "Allow", Action: ["sqs:*"], Resource: "arn:#{Jets.aws.region}:*" }],
    managed_policy: ["ReadOnlyAccess"],
    default_policy: ["cloudformation"],
  })
  const yaml = await outputText(page)
  await showOutput(page, "Ruby")
  const ruby = await outputText(page)
  expect(ruby).toContain('config.codebuild.iam.managed_policy = ["ReadOnlyAccess"]')
  await page.getByRole("button", { name: "Copy Ruby" }).click()
  expect(await clipboard(page)).toBe(ruby)
  await page.getByRole("button", { name: "Reset", exact: true }).click()
  await paste(page, ruby)
  await dialog(page).getByRole("radio", { name: "Replace the settings" }).check()
  await confirm(page).click()
  expect(await outputText(page)).toBe(ruby)
  await showOutput(page, "YAML")
  expect(await outputText(page)).toBe(yaml)
})

test("Ruby pasted into an add box is opened in Import, its lines as they are", async ({ page }) => {
  await page.goto("./")
  const box = page.getByRole("combobox", { name: "Add to Policy", exact: true })
  await box.focus()
  await box.fill("s3")
  await page.getByRole("option").first().waitFor()
  await box.fill("")
  await page.evaluate((text) => navigator.clipboard.writeText(text), documentation)
  await page.keyboard.press("Control+v")
  await expect(dialog(page).getByRole("textbox", { name: "Text to import" })).toHaveValue(
    documentation,
  )
})

test("what can't be read stays as it is, with a word", async ({ page }) => {
  await page.goto("./")
  await addTo(page, "Policy", "s3")
  await paste(page, "a shopping list\n- milk\n")
  await expect(dialog(page).getByRole("status")).toContainText("nothing that the editor can read")
  await expect(confirm(page)).toHaveCount(0)
  await dialog(page)
    .getByRole("textbox", { name: "Text to import" })
    .fill(`"${"x".repeat(4_100_000)}"`)
  await expect(dialog(page).getByRole("status")).toContainText("4 million is the most")
})

test("Markdown for a pull request is copied", async ({ page }) => {
  await openWith(page, { policy: ["kms:Decrypt"] })
  await showOutput(page, "Changes")
  await page.getByRole("button", { name: "Copy as Markdown" }).click()
  await expect(page.getByText("Copied as Markdown")).toHaveCount(1)
  const text = await clipboard(page)
  expect(text).toContain("kms:Decrypt")
  expect(text).toContain("<details>")
  expect(text).toMatch(/#\/p\/1/)
})

test.describe("at 360 px by touch", () => {
  test.use(phone)
  test("Import is in the menu, and fits", async ({ page }) => {
    await page.goto("./")
    await page.getByRole("button", { name: "More" }).tap()
    await page.getByRole("menuitem", { name: "Import" }).tap()
    await dialog(page).getByRole("textbox", { name: "Text to import" }).fill(documentation)
    await expect(confirm(page)).toBeEnabled()
    await expectNoSideways(page)
    await expectAccessible(page, "dialog")
    await confirm(page).tap()
    await expect(group(page, "Policy").getByRole("listitem")).toHaveCount(2)
  })
})
