import type { Locator, Page } from "@playwright/test"
import {
  addTo,
  expect,
  expectAccessible,
  expectNoSideways,
  group,
  openWith,
  outputTab,
  outputText,
  phone,
  showOutput,
  test,
} from "./editor.ts"

const panel = (page: Page) => page.getByRole("region", { name: "Output" })

/** Asks for an action in the Access tab. */
async function ask(page: Page, action: string) {
  const box = panel(page).getByRole("combobox", { name: "Action", exact: true })
  await box.fill(action)
  await page.keyboard.press("Escape")
}

/** How a person gets about: by keys alone, or by touch on a phone. */
interface Way {
  /** Presses a control. */
  readonly press: (control: Locator, key?: "Enter" | "Space") => Promise<void>
  /** Shows an area, where only one is seen. */
  readonly show: (page: Page, area: "Settings" | "Output") => Promise<void>
}

const byKeyboard: Way = {
  press: (control, key = "Enter") => control.press(key),
  show: async () => {},
}
const byTouch: Way = {
  press: (control) => control.tap(),
  show: (page, area) =>
    page.getByRole("tablist", { name: "View" }).getByRole("tab", { name: area }).tap(),
}

function journeys({ press, show }: Way) {
  test("Can it iam:PassRole? Yes, and the item that decides is a press away", async ({ page }) => {
    await openWith(page, { policy: ["sqs", "iam:PassRole"] })
    await show(page, "Output")
    await press(outputTab(page, "Access"))
    await expect(panel(page)).toContainText("it can create IAM users and pass any role")
    const answer = panel(page).getByRole("status")
    await ask(page, "sts:GetCallerIdentity")
    await expect(answer).toContainText("Yes, always")
    await ask(page, "iam:PassRole")
    await expect(answer).toContainText("Yes, allowed")
    await expect(answer.getByRole("list", { name: "What decides" })).toContainText(
      "iam:PassRole allows it on every resource",
    )
    await expectNoSideways(page)
    await expectAccessible(page)
    await press(answer.getByRole("button", { name: "iam:PassRole", exact: true }))
    await expect(page.locator(":focus")).toHaveAccessibleName("Actions for iam:PassRole")
  })

  test("s3 removed and one statement added: what was lost", async ({ page }) => {
    await page.goto("./")
    await press(page.getByRole("switch", { name: "Override Jets' default policy" }), "Space")
    const defaults = group(page, "Default policy")
    await press(defaults.getByRole("checkbox", { name: "s3", exact: true }), "Space")
    await addTo(
      page,
      "Policy",
      '{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::assets/*"}',
    )
    await show(page, "Output")
    await press(outputTab(page, "Changes"))
    const lost = panel(page).getByRole("region", { name: "Lost" })
    await expect(lost).toContainText(/Amazon S3: 1\d\d actions \(.*Write/)
    await expect(lost).toContainText("still has s3:GetObject on arn:aws:s3:::assets/*")
    await expectNoSideways(page)
    await expectAccessible(page)
  })

  test("dynamodb is narrowed to reading: the loss first, then undone", async ({ page }) => {
    await openWith(page, { policy: ["dynamodb"], default_policy: ["cloudformation"] })
    const before = await outputText(page)
    await press(group(page, "Policy").getByRole("button", { name: "Actions for dynamodb" }))
    await press(page.getByRole("menuitem", { name: "Narrow…" }))
    const dialog = page.getByRole("dialog", { name: "Narrow" })
    await expect(dialog.getByRole("checkbox", { name: /^Read/ })).toBeChecked()
    await expect(dialog.getByRole("region", { name: "What is lost" })).toContainText(
      /Amazon DynamoDB: \d+ actions \(.*Write/,
    )
    await expectNoSideways(page)
    await expectAccessible(page, "dialog")
    await press(dialog.getByRole("button", { name: "Narrow it" }))
    await expect(dialog).toHaveCount(0)
    const narrowed = await outputText(page)
    expect(narrowed).toContain("dynamodb:GetItem")
    expect(narrowed).not.toContain("dynamodb:PutItem")
    await press(page.getByRole("button", { name: "Undo", exact: true }))
    expect(await outputText(page)).toBe(before)
  })

  test("who grants logs:CreateLogGroup once logs is removed", async ({ page }) => {
    await page.goto("./")
    await press(page.getByRole("switch", { name: "Override Jets' default policy" }), "Space")
    const defaults = group(page, "Default policy")
    await press(defaults.getByRole("checkbox", { name: "logs", exact: true }), "Space")
    await show(page, "Output")
    await press(outputTab(page, "Access"))
    await ask(page, "logs:CreateLogGroup")
    await expect(panel(page).getByRole("status")).toContainText("No, nothing allows it")
    await expectNoSideways(page)
    await expectAccessible(page)
    await show(page, "Settings")
    await addTo(page, "Policy", "logs:Create*")
    await show(page, "Output")
    await expect(panel(page).getByRole("status")).toContainText("Yes, allowed")
    await expect(panel(page).getByRole("list", { name: "What decides" })).toContainText(
      "logs:Create*",
    )
  })
}

test.describe("by keyboard", () => journeys(byKeyboard))

test.describe("at 360 px by touch", () => {
  test.use(phone)
  journeys(byTouch)
})

test("a Deny and a condition decide, with the context that is asked for", async ({ page }) => {
  await openWith(page, {
    default_policy: ["cloudformation"],
    policy: [
      {
        Effect: "Allow",
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::assets/*",
        Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } },
      },
      { Effect: "Deny", Action: "s3:Get*", Resource: "arn:aws:s3:::assets/secret/*" },
    ],
  })
  await showOutput(page, "Access")
  await ask(page, "s3:GetObject")
  const resource = panel(page).getByRole("combobox", { name: "Resource", exact: true })
  await resource.fill("arn:aws:s3:::assets/a")
  await page.keyboard.press("Escape")
  const answer = panel(page).getByRole("status")
  await expect(answer).toContainText("No, nothing allows it on arn:aws:s3:::assets/a")
  await answer.getByRole("button", { name: "aws:RequestedRegion" }).click()
  await panel(page).getByRole("textbox", { name: "Context value 1" }).fill("eu-west-1")
  await expect(answer).toContainText("Yes, allowed")
  await resource.fill("arn:aws:s3:::assets/secret/a")
  await page.keyboard.press("Escape")
  await expect(answer).toContainText("No, denied by a Deny, which beats every Allow")
  await expect(answer.getByRole("list", { name: "What decides" })).toContainText("s3:Get*")
})

test("by service, the actions and what grants each", async ({ page }) => {
  await openWith(page, { policy: ["s3:GetObject"], default_policy: ["sqs:SendMessage", "logs"] })
  await showOutput(page, "Access")
  await panel(page)
    .getByRole("button", { name: /^Amazon S3/ })
    .click()
  const row = panel(page).getByRole("listitem").filter({ hasText: "s3:GetObject" }).last()
  await expect(row).toContainText("Readby s3:GetObject")
  await panel(page)
    .getByRole("searchbox", { name: "Filter services and actions" })
    .fill("createloggroup")
  await expect(panel(page).getByRole("button", { name: /^Amazon S3/ })).toHaveCount(0)
  await panel(page)
    .getByRole("button", { name: /^Amazon CloudWatch Logs/ })
    .click()
  await expect(panel(page)).toContainText("logs:CreateLogGroupWriteby logs (Jets' default)")
  await expectAccessible(page)
})

test("a review link opens on what is gained and lost", async ({ page }) => {
  await openWith(page, { policy: ["sqs"] })
  await showOutput(page, "Changes")
  await page.getByRole("button", { name: "Compare from here" }).click()
  await addTo(page, "Policy", "kms:Decrypt")
  await page.getByRole("button", { name: "Share", exact: true }).click()
  const link = await page.getByRole("textbox", { name: "Preview link" }).inputValue()
  await page.keyboard.press("Escape")
  await page.evaluate((url) => {
    location.href = url
  }, link)
  await expect(page.getByRole("heading", { name: "Preview" })).toBeVisible()
  await expect(panel(page).getByRole("region", { name: "Gained" })).toContainText("kms:Decrypt")
  await expect(page.getByRole("region", { name: "Settings" })).toContainText("; added")
})
