import { test as offline, type Page } from "@playwright/test"
import {
  addTo,
  expect,
  expectAccessible,
  expectNoSideways,
  group,
  openWith,
  output,
  outputText,
  phone,
  slowFrames,
  test,
} from "./editor.ts"

const problems = (page: Page) => page.getByRole("region", { name: "Problems" })
const kind = (page: Page, name: RegExp) => problems(page).getByRole("button", { name })

test("a typo in an action is underlined in the form, and mended there", async ({ page }) => {
  await openWith(page, {
    policy: [{ Effect: "Allow", Action: ["s3:GetObjet"], Resource: "arn:aws:s3:::assets/*" }],
  })
  const policy = group(page, "Policy")
  await policy.getByRole("button", { name: "Statement", exact: true }).click()
  await expect(problems(page)).toContainText("1 warning")
  const action = policy.getByRole("button", { name: "s3:GetObjet", exact: true })
  await expect(action).toHaveCSS("text-decoration-style", "wavy")
  await expect(action).toHaveAccessibleDescription(/GetObject/)
  await expectAccessible(page)

  await policy.getByRole("button", { name: /s3:GetObject/ }).click()
  await expect(policy.getByRole("button", { name: "s3:GetObject", exact: true })).toBeVisible()
  expect(await outputText(page)).toContain("- s3:GetObject\n")
  await expect(problems(page)).not.toContainText("warning")
})

test("the same in Monaco", async ({ page }) => {
  await openWith(page, { policy: ["ec2:DescribeInstance"] })
  await page.getByRole("tab", { name: "JSON" }).first().click()
  const code = page.getByRole("textbox", { name: /^Settings as JSON/ })
  await code.focus()
  const wave = page.locator(".squiggly-warning").first()
  await expect(wave).toBeVisible()
  const mask = await wave.evaluate((element) => getComputedStyle(element).maskImage)
  const picture = await page.request.get(/url\("(.*)"\)/.exec(mask)?.[1] ?? "")
  expect(picture.headers()["content-type"]).toContain("svg")
  await page.keyboard.press("F8")
  await page.keyboard.press("Enter")
  await expect(page.locator(":focus")).toBeVisible()
  await page.keyboard.press("Control+.")
  await page.getByRole("option", { name: /ec2:DescribeInstances/ }).waitFor()
  await page.keyboard.press("Enter")
  await expect(output(page)).toContainText("ec2:DescribeInstances")
})

test("an API's name becomes the action that it needs", async ({ page }) => {
  await page.goto("./")
  const box = page.getByRole("combobox", { name: "Add to Policy", exact: true })
  await box.fill("HeadBucket")
  await expect(page.getByText("s3:ListBucket").first()).toBeVisible()
  await box.press("Enter")
  await expect(box).toHaveValue("")
  expect(await outputText(page)).toContain("s3:ListBucket")
  expect(await outputText(page)).not.toContain("HeadBucket")
})

test("a resource of a type that no action supports is said, and removed by its fix", async ({
  page,
}) => {
  await openWith(page, {
    policy: [
      {
        Effect: "Allow",
        Action: "s3:ListBucket",
        Resource: ["arn:aws:s3:::assets", "arn:aws:s3:::assets/uploads/*"],
      },
    ],
  })
  const row = problems(page)
    .getByRole("listitem")
    .filter({ hasText: "None of this statement's actions" })
  await expect(row).toBeVisible()
  await row.getByRole("button", { name: /^Go to/ }).click()
  await expect(page.locator(":focus")).toHaveText("arn:aws:s3:::assets/uploads/*")
  await row.getByRole("button", { name: /^Remove/ }).click()
  expect(await outputText(page)).not.toContain("uploads")
})

test("an action that no resource of its statement fits", async ({ page }) => {
  await openWith(page, {
    policy: [
      { Effect: "Allow", Action: "s3:ListBucket", Resource: "arn:aws:s3:::assets/uploads/*" },
    ],
  })
  await expect(problems(page)).toContainText("1 warning")
  await expect(problems(page)).toContainText("s3:ListBucket")
})

test("managed policies are found by an action that they grant", async ({ page }) => {
  await page.goto("./")
  const box = page.getByRole("combobox", { name: "Add to Managed policy", exact: true })
  await box.fill("kms:Decrypt")
  await page
    .getByRole("option", { name: /grants kms:Decrypt/ })
    .first()
    .waitFor()
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Enter")
  await expect(group(page, "Managed policy").getByRole("listitem")).toHaveCount(1)
})

test("a managed policy twice is removed by its fix", async ({ page }) => {
  await page.goto("./")
  await addTo(page, "Managed policy", "AmazonSSMReadOnlyAccess")
  await expect(problems(page)).toContainText("1 error")
  await problems(page)
    .getByRole("button", { name: /^Remove/ })
    .first()
    .click()
  await expect(problems(page)).not.toContainText("error")
  await expect(group(page, "Managed policy").getByRole("listitem")).toHaveCount(0)
})

test("a role over IAM's quota is said before a deploy says it", async ({ page }) => {
  const long = (index: number) =>
    `s3:${"GetObject".repeat(10)}${String.fromCharCode(97 + (index % 26))}${index}*`
  await openWith(page, { policy: Array.from({ length: 100 }, (_, index) => long(index)) })
  await expect(problems(page)).toContainText("10,240 characters that IAM allows a role")
  await expect(kind(page, /^\d+ errors?$/)).toBeVisible()
})

test("kinds are chosen, and problems reached, by keyboard", async ({ page }) => {
  await openWith(page, { policy: [7, "*", "s3"] })
  const errors = kind(page, /^\d+ errors?$/)
  await errors.focus()
  await page.keyboard.press("Enter")
  await expect(errors).toHaveAttribute("aria-pressed", "true")
  await expect(problems(page)).not.toContainText("`*`")
  await expect(problems(page).getByRole("listitem")).toHaveCount(1)
  await page.keyboard.press("F8")
  const focused = page.locator(":focus")
  await expect(focused).toHaveAccessibleName("Go to 7 in policy[0]")
  await page.keyboard.press("Enter")
  await expect(group(page, "Policy").locator(":focus")).toHaveCount(1)
  await errors.focus()
  await page.keyboard.press("Space")
  await expect(errors).toHaveAttribute("aria-pressed", "false")
})

test("many of a kind are listed behind a button, and mended together", async ({ page }) => {
  await openWith(page, {
    policy: [
      {
        Effect: "Allow",
        Action: [
          "sqs:*",
          ..."AddPermission CreateQueue DeleteMessage DeleteQueue GetQueueUrl PurgeQueue ReceiveMessage SendMessage"
            .split(" ")
            .map((name) => `sqs:${name}`),
        ],
        Resource: "arn:aws:sqs:us-east-1:123456789012:jobs",
      },
    ],
  })
  const more = problems(page).getByRole("button", { name: "Show 5 more of this kind" }).first()
  await more.click()
  await expect(
    problems(page).getByRole("button", { name: "Show fewer of this kind" }).first(),
  ).toHaveAttribute("aria-expanded", "true")
  await problems(page).getByRole("button", { name: "Fix all 8" }).click()
  expect(await outputText(page)).toMatch(/Action:\n +- sqs:\*\n(?! +- sqs:[A-Z])/)
  await page.getByRole("button", { name: "Undo", exact: true }).click()
  expect(await outputText(page)).toContain("sqs:PurgeQueue")
})

test("an accepted finding is folded with its reason, outlives a reload, and no link holds it", async ({
  page,
}) => {
  await openWith(page, { policy: ["*"] })
  const row = problems(page).getByRole("listitem").filter({ hasText: "*:*" }).first()
  const before = await row.textContent()
  await row.getByRole("button", { name: "Accept", exact: true }).click()
  const reason = problems(page).getByRole("textbox", { name: "Why is this fine?" })
  await expect(reason).toBeFocused()
  await reason.fill("A sandbox account.")
  await expectAccessible(page)
  await reason.press("Enter")
  await expect(problems(page).getByText("Accepted", { exact: false }).first()).toBeVisible()
  await problems(page).getByText("Accepted 1").click()
  await expect(problems(page)).toContainText("Accepted: A sandbox account.")
  await expectAccessible(page)

  await page.getByRole("button", { name: "Share", exact: true }).click()
  const link = await page.getByRole("textbox", { name: "Preview link" }).inputValue()
  await page.keyboard.press("Escape")
  await page.evaluate((url) => {
    location.href = url
  }, link)
  await expect(page.getByRole("heading", { name: "Preview" })).toBeVisible()
  await expect(problems(page)).toContainText((before ?? "").slice(9, 40).trim())
  await expect(problems(page)).not.toContainText("Accepted")

  await page.goBack()
  await expect(problems(page).getByText("Accepted 1")).toBeVisible()
  await problems(page).getByText("Accepted 1").click()
  await problems(page).getByRole("button", { name: "Don't accept" }).click()
  await expect(problems(page)).not.toContainText("Accepted 1")
})

offline("AWS's names that can't be loaded are said, and asked for once more", async ({ page }) => {
  const names = "**/assets/actionNames*"
  await page.route(names, (route) => route.abort())
  await page.goto("./")
  await expect(problems(page)).toContainText("AWS's names couldn't be loaded")
  await page.unroute(names)
  await problems(page).getByRole("button", { name: "Try again" }).click()
  await expect(problems(page)).not.toContainText("AWS's names")
})

test.describe("at 360 px by touch", () => {
  test.use(phone)
  test("problems are filtered, accepted and mended", async ({ page }) => {
    await openWith(page, { policy: ["*"] })
    await page
      .getByRole("tablist", { name: "View" })
      .getByRole("tab", { name: /^Problems/ })
      .tap()
    await kind(page, /^\d/).first().tap()
    await expectNoSideways(page)
    await expectAccessible(page)
  })
})

test("names of AWS complete a statement: an action, its resource with a blank, a key that fits", async ({
  page,
}) => {
  // Who types fast is ahead of the next frame.
  await slowFrames(page)
  await openWith(page, { policy: [{ Effect: "Allow", Resource: [] }] })
  const policy = group(page, "Policy")
  await policy.getByRole("button", { name: "Statement", exact: true }).click()
  const focused = page.locator(":focus")

  const action = policy.getByRole("combobox", { name: "Add an action" })
  await action.pressSequentially("s3:GetObj")
  await page.getByRole("option", { name: /^s3:GetObject Read/ }).waitFor()
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Enter")
  await expect(policy.getByRole("button", { name: "s3:GetObject", exact: true })).toBeVisible()

  const resource = policy.getByRole("combobox", { name: "Add a resource" })
  await resource.focus()
  await page.keyboard.press("ArrowDown")
  await page
    .getByRole("option", { name: /BucketName.*ObjectName/ })
    .first()
    .click()
  await expect(resource).toHaveValue("arn:aws:s3:::<BucketName>/<ObjectName>")
  await expect(resource).toBeFocused()
  await page.keyboard.type("assets")
  await expect(focused).toHaveValue("arn:aws:s3:::assets/<ObjectName>")
  await page.keyboard.press("Enter")
  await page.keyboard.type("*")
  await page.keyboard.press("Enter")
  await expect(
    policy.getByRole("button", { name: "arn:aws:s3:::assets/*", exact: true }),
  ).toBeVisible()

  await policy.getByRole("button", { name: "Condition", exact: true }).click()
  await policy.getByRole("combobox", { name: "Add a condition operator" }).fill("NumericEquals")
  await page.keyboard.press("Enter")
  const key = policy.getByRole("combobox", { name: "Add a condition key to NumericEquals" })
  await key.pressSequentially("s3:sig")
  await page.getByRole("option", { name: /^s3:signatureAge Numeric/ }).click()
  expect(await outputText(page)).toMatch(/NumericEquals:\n +s3:signatureAge/)
})
