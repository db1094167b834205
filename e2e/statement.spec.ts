import fc from "fast-check"
import { anyConfig } from "../src/policy/conformance/arbitrary.ts"
import recorded from "../src/policy/conformance/jets-6.0.5.json" with { type: "json" }
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
  test,
} from "./editor.ts"

test("the documentation's MyPolicy is built by hand and is an entry of its own", async ({
  page,
}) => {
  await page.goto("./")
  await page.getByRole("combobox", { name: "Scope" }).selectOption("Custom only")
  const policy = group(page, "Policy")
  await policy.getByRole("button", { name: "New inline policy" }).click()
  const name = policy.getByRole("textbox", { name: "PolicyName", exact: true })
  await expect(name).toHaveValue("MyPolicy")
  await policy.getByRole("combobox", { name: "Add an action" }).fill("s3:*")
  await page.keyboard.press("Enter")
  await policy.getByRole("combobox", { name: "Add a resource" }).fill("*")
  await page.keyboard.press("Enter")
  await expectAccessible(page)
  expect(await outputText(page)).toBe(
    [
      "Policies:",
      "  - PolicyName: MyPolicy",
      "    PolicyDocument:",
      "      Version: '2012-10-17'",
      "      Statement:",
      "        - Effect: Allow",
      "          Action: s3:*",
      '          Resource: "*"',
      "",
    ].join("\n"),
  )
  await name.fill("Mine")
  await expect(output(page)).toContainText("PolicyName: Mine")
})

test("a condition with two operators and three values, written by keyboard", async ({ page }) => {
  await page.goto("./")
  await page.getByRole("combobox", { name: "Scope" }).selectOption("Custom only")
  await addTo(page, "Policy", '{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}')
  const policy = group(page, "Policy")
  await policy.getByRole("button", { name: "Statement", exact: true }).first().click()
  const form = policy.getByRole("listitem")
  await form.getByRole("radio", { name: "Deny" }).check()
  await form.getByRole("button", { name: "Condition" }).click()
  const type = async (box: string, text: string) => {
    await form.getByRole("combobox", { name: box, exact: true }).focus()
    await page.keyboard.type(text)
    await page.keyboard.press("Enter")
  }
  await type("Add a condition operator", "StringNotEquals")
  await type("Add a condition key to StringNotEquals", "aws:RequestedRegion")
  await type("Add a value of aws:RequestedRegion", "us-east-1")
  await type("Add a value of aws:RequestedRegion", "eu-west-1")
  await type("Add a condition operator", "Bool")
  await type("Add a condition key to Bool", "aws:SecureTransport")
  await type("Add a value of aws:SecureTransport", "false")
  await expectAccessible(page)
  expect(await outputText(page)).toContain(
    [
      "        - Effect: Deny",
      "          Action: s3:GetObject",
      '          Resource: "*"',
      "          Condition:",
      "            StringNotEquals:",
      "              aws:RequestedRegion:",
      "                - us-east-1",
      "                - eu-west-1",
      "            Bool:",
      "              aws:SecureTransport:",
      '                - "false"',
      "",
    ].join("\n"),
  )
  await form.getByRole("combobox", { name: "Condition operator Bool" }).fill("StringNotEquals")
  await page.keyboard.press("Enter")
  await expect(policy).toContainText("StringNotEquals is there already.")
  await expect(output(page)).toContainText("Bool:")
})

test("a statement with an unknown key stays whole, in the form and as JSON", async ({ page }) => {
  await page.goto("./")
  await page.getByRole("combobox", { name: "Scope" }).selectOption("Custom only")
  const odd = `{"Foo":[1,{"a":null}],"Effect":"Allow","Action":["s3:GetObject"],"Principal":"*","Condition":{"Bool":{"aws:SecureTransport":true}}}`
  await addTo(page, "Policy", odd)
  const before = await outputText(page)
  const policy = group(page, "Policy")
  await policy.getByRole("button", { name: "Statement", exact: true }).first().click()
  await expect(policy.getByRole("textbox", { name: "Foo as JSON" })).toBeVisible()
  await policy.getByRole("radio", { name: "JSON" }).check()
  await expect(policy.getByRole("textbox", { name: "Statement as JSON" })).toHaveValue(
    JSON.stringify(JSON.parse(odd), null, 2),
  )
  await policy.getByRole("radio", { name: "Form" }).check()
  expect(await outputText(page)).toBe(before)
  await policy.getByRole("checkbox", { name: "All but these actions" }).check()
  expect(await outputText(page)).toBe(before.replace("Action:", "NotAction:"))
  await policy.getByRole("textbox", { name: "Foo as JSON" }).fill("[1,")
  const foo = policy.getByRole("textbox", { name: "Foo as JSON" })
  await expect(foo).toHaveAttribute("aria-invalid", "true")
  await policy.getByRole("radio", { name: "JSON" }).check()
  await policy.getByRole("radio", { name: "Form" }).check()
  await expect(foo).toHaveValue("[1,")
  await expect(output(page)).toContainText("Foo:")
})

test("opening every item of recorded and of random settings, in both ways, changes nothing", async ({
  page,
}) => {
  const settings = [
    ...recorded.cases.map(({ config }) => config),
    ...fc.sample(anyConfig, { numRuns: 40, seed: 5 }),
  ]
  const config = { policy: settings.flatMap<unknown>(({ policy }) => policy ?? []) }
  await openWith(page, config)
  const before = await outputText(page)
  const policy = group(page, "Policy")
  const openers = policy.locator("button[aria-expanded=false]:not([aria-haspopup])")
  const closed = await openers.count()
  expect(closed).toBeGreaterThan(30)
  await openers.evaluateAll((all) => {
    for (const opener of all) if (opener instanceof HTMLElement) opener.click()
  })
  await expect(policy.locator("[data-row][data-open]")).toHaveCount(closed)
  await expect(policy.getByRole("radiogroup", { name: "Effect" }).first()).toBeVisible()
  await policy.getByRole("radio", { name: "JSON" }).evaluateAll((all) => {
    for (const way of all) if (way instanceof HTMLElement) way.click()
  })
  await expect(policy.getByRole("textbox", { name: / as JSON$/ })).toHaveCount(closed)
  expect(await outputText(page)).toBe(before)
  await expect(page.getByRole("button", { name: "Undo" })).toHaveAttribute("aria-disabled", "true")
})

test("texts are changed, removed and pasted in their place", async ({ page }) => {
  await page.goto("./")
  await addTo(page, "Policy", '{"Effect":"Allow","Action":["s3:GetObject"],"Resource":"*"}')
  const policy = group(page, "Policy")
  await policy.getByRole("button", { name: "Statement", exact: true }).first().click()
  await policy.getByRole("combobox", { name: "Add an action" }).fill("s3:PutObject, kms:Decrypt")
  await page.keyboard.press("Enter")
  const actions = policy.getByRole("list", { name: "Action" }).getByRole("listitem")
  await expect(actions).toHaveText(["s3:GetObject", "s3:PutObject", "kms:Decrypt"])
  await policy.getByRole("button", { name: "s3:PutObject", exact: true }).click()
  await page.keyboard.type("s3:PutObjectTagging")
  await page.keyboard.press("Enter")
  await expect(output(page)).toContainText("- s3:PutObjectTagging")
  await policy.getByRole("button", { name: "Remove s3:GetObject" }).click()
  await expect(actions).toHaveText(["s3:PutObjectTagging", "kms:Decrypt"])
  await expect(policy.getByRole("button", { name: "s3:PutObjectTagging" }).first()).toBeFocused()
})

test("a text that isn't valid yet moves along with its row", async ({ page }) => {
  await page.goto("./")
  await addTo(page, "Policy", "a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 a11 a12 a13")
  await addTo(page, "Policy", '{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}')
  const policy = group(page, "Policy")
  await policy.getByRole("button", { name: "Statement", exact: true }).click()
  await policy.getByRole("radio", { name: "JSON" }).check()
  const field = policy.getByRole("textbox", { name: "Statement as JSON" })
  await field.fill('{"Effect": "Deny",')
  await policy.getByRole("button", { name: "Move Statement" }).focus()
  for (const key of ["Space", "Home", "Space"]) await page.keyboard.press(key)
  await expect(policy.getByRole("listitem").first()).toContainText("Statement")
  await expect(field).toHaveValue('{"Effect": "Deny",')
  await expect(policy.getByRole("radio", { name: "Form" })).toBeDisabled()
  await field.fill('{"Effect": "Deny"}')
  await expect(output(page)).toContainText("Effect: Deny")
})

test("the size meter says what each item takes, and leads to it", async ({ page }) => {
  await page.goto("./")
  await addTo(page, "Policy", "s3")
  await addTo(page, "Policy", '{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}')
  await page.getByRole("button", { name: /^Inline policies/ }).click()
  const dialog = page.getByRole("dialog", { name: "What the inline policies are made of" })
  await expect(dialog.getByRole("listitem").first()).toContainText("policy[1]")
  await expectAccessible(page)
  await dialog.getByRole("button", { name: "policy[1]", exact: true }).click()
  await expect(dialog).toBeHidden()
  const opener = group(page, "Policy").getByRole("button", { name: "Statement", exact: true })
  await expect(opener).toBeFocused()
})

test("a string becomes the statement that Jets makes of it, and back", async ({ page }) => {
  await page.goto("./")
  await addTo(page, "Policy", "s3")
  const before = await outputText(page)
  const policy = group(page, "Policy")
  await policy.getByRole("button", { name: "Actions for s3" }).click()
  await page.getByRole("menuitem", { name: "Turn into a statement" }).click()
  await expect(policy.getByRole("list", { name: "Action" })).toContainText("s3:*")
  expect(await outputText(page)).toBe(before)
  await policy.getByRole("button", { name: "Actions for Statement" }).click()
  await page.getByRole("menuitem", { name: "Turn into s3" }).click()
  await expect(policy.getByRole("listitem").locator("b")).toHaveText(["s3"])
  expect(await outputText(page)).toBe(before)
})

test.describe("at 360 px by touch", () => {
  test.use(phone)

  test("a statement is filled in", async ({ page }) => {
    await page.goto("./")
    const policy = group(page, "Policy")
    await policy.getByRole("button", { name: "New statement" }).tap()
    await policy.getByRole("combobox", { name: "Add an action" }).tap()
    await page.keyboard.type("kms:Decrypt")
    await page.keyboard.press("Enter")
    await policy.getByRole("button", { name: "Condition" }).tap()
    await expectNoSideways(page)
    await expectAccessible(page)
    await page.getByRole("tab", { name: "Output" }).tap()
    await expect(output(page)).toContainText("Action: kms:Decrypt")
  })
})
