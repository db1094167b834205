import { devices, type Page } from "@playwright/test"
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

const codeBox = (page: Page) => page.getByRole("textbox", { name: /^Settings as JSON\. Ctrl\+M/ })
const tab = (page: Page, name: string) =>
  page.getByRole("tablist", { name: "Editor" }).getByRole("tab", { name })

/** Opens the JSON tab and waits for Monaco. */
async function openJson(page: Page) {
  await tab(page, "JSON").click()
  await codeBox(page).focus()
}

/** Puts a text in the place of all that is there. */
async function pasteAll(page: Page, text: string) {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await codeBox(page).focus()
  await page.keyboard.press("Control+a")
  await page.keyboard.press("Control+v")
}

/** All of the text, of which Monaco only renders what is in view. */
async function jsonText(page: Page): Promise<string> {
  await codeBox(page).focus()
  await page.keyboard.press("Control+a")
  await page.keyboard.press("Control+c")
  // The tests' browser says that it is on Windows, where a copy has the line breaks of that system.
  return (await clipboard(page)).replaceAll("\r\n", "\n")
}

const odd = `{
  "managed_policy": ["ReadOnlyAccess"],
  "policy": [
    {"Sid": "B", "__proto__": {"x": "12345678901234567890"}, "Effect": "Allow", "Action": "s3:*"}
  ],
  "constructor": [1.50, null]
}`

test("from JSON to the form and back nothing is lost", async ({ page }) => {
  await page.goto("./")
  await openJson(page)
  await pasteAll(page, odd)
  await expect(output(page)).toContainText("12345678901234567890")
  expect(await outputText(page)).toMatch(/Sid: B\n +__proto__:\n +x: "12345678901234567890"/)
  await tab(page, "Form").click()
  await expect(group(page, "Managed policy").getByRole("listitem")).toHaveCount(1)
  await tab(page, "JSON").click()
  expect(await jsonText(page)).toBe(odd)
  await tab(page, "Form").click()
  await addTo(page, "Policy", "kms")
  await tab(page, "JSON").click()
  const text = await jsonText(page)
  expect(text).toContain('"kms"')
  expect(text).toMatch(/"Sid": "B",\s+"__proto__": \{\s+"x": "12345678901234567890"\s+\}/)
  expect(text).toContain('"constructor"')
})

test("broken JSON leaves the output as it was, is said with its line, and outlives a reload", async ({
  page,
}) => {
  await page.goto("./")
  await addTo(page, "Policy", "kms")
  const valid = await outputText(page)
  await openJson(page)
  await pasteAll(page, '{\n  "policy": ["kms", "s3"\n}\n')
  const problems = page.getByRole("region", { name: "Problems" })
  await expect(problems).toContainText("1 error")
  await expect(problems).toContainText("found `}`".replaceAll("`", ""))
  expect(await outputText(page)).toBe(valid)
  await expect(page.getByText("Preview shows the last valid settings")).toBeVisible()

  await page.reload()
  await codeBox(page).focus()
  expect(await jsonText(page)).toBe('{\n  "policy": ["kms", "s3"\n}\n')
  expect(await outputText(page)).toBe(valid)

  await tab(page, "Form").click()
  await problems.getByRole("button", { name: "Go to line 3" }).click()
  await expect(codeBox(page)).toBeFocused()
  await page.keyboard.press("Home")
  await page.keyboard.type("]")
  await expect(output(page)).toContainText("s3:*")
  await expect(problems).not.toContainText("error")
})

test("form and JSON are steps of one history", async ({ page }) => {
  await page.goto("./")
  await addTo(page, "Policy", "s3")
  await openJson(page)
  await pasteAll(page, '{"policy": ["s3", "kms"]}')
  await expect(output(page)).toContainText("kms:*")
  await tab(page, "Form").click()
  await addTo(page, "Policy", "ec2")
  await tab(page, "JSON").click()
  expect(JSON.parse(await jsonText(page))).toEqual({ policy: ["s3", "kms", "ec2"] })

  await page.keyboard.press("Control+z")
  expect(await jsonText(page)).toBe('{"policy": ["s3", "kms"]}')
  await page.keyboard.press("Control+z")
  expect(JSON.parse(await jsonText(page))).toEqual({ policy: ["s3"] })
  await page.keyboard.press("Control+z")
  expect(JSON.parse(await jsonText(page))).toEqual({})
  await page.keyboard.press("Control+Shift+z")
  await page.keyboard.press("Control+y")
  expect(await jsonText(page)).toBe('{"policy": ["s3", "kms"]}')
  await expect(output(page)).toContainText("kms:*")
})

test("Undo goes back over an opened link, JSON and the form, one by one", async ({ page }) => {
  await page.goto("./")
  await addTo(page, "Policy", "s3")
  await openJson(page)
  await pasteAll(page, '{"policy": ["s3", "kms"]}')
  await expect(output(page)).toContainText("kms:*")
  const own = await outputText(page)
  await page.goto("./#/new?policy=ec2")
  await page.getByRole("button", { name: "Open in editor" }).click()
  await expect(output(page)).toContainText("ec2:*")
  const undo = page.getByRole("button", { name: "Undo", exact: true })
  await undo.click()
  expect(await outputText(page)).toBe(own)
  expect(await jsonText(page)).toBe('{"policy": ["s3", "kms"]}')
  await undo.click()
  await expect(output(page)).not.toContainText("kms:*")
  await undo.click()
  await expect(output(page)).not.toContainText("CustomPolicy")
  await expect(undo).toBeDisabled()
})

test("keys of the page work inside of Monaco, and Ctrl+M frees Tab", async ({ page }) => {
  await page.goto("./")
  await openJson(page)
  await page.keyboard.press("Control+Enter")
  await expect.poll(() => clipboard(page)).toBe(await outputText(page))
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.keyboard.press("Control+s"),
  ])
  expect(download.suggestedFilename()).toBe("jets-iam-role.yml")
  await page.keyboard.press("Control+m")
  await page.keyboard.press("Tab")
  await expect(codeBox(page)).not.toBeFocused()
})

test("names are completed by keyboard", async ({ page }) => {
  await page.goto("./")
  await openJson(page)
  await pasteAll(page, "{}")
  await page.keyboard.press("Control+Home")
  await page.keyboard.press("ArrowRight")
  // Monaco's choices are options, on Windows list items.
  const choice = (name: RegExp) =>
    page.getByRole("option", { name }).or(page.getByRole("listitem", { name }))
  await page.keyboard.type('"pol')
  await expect(choice(/^policy/)).toBeVisible()
  await page.keyboard.press("Enter")
  await expect(choice(/statement/)).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(choice(/statement/)).toBeHidden()
  await page.keyboard.press("Control+Space")
  await expect(choice(/statement/)).toBeVisible()
  await page.keyboard.type("dynamo")
  await expect(choice(/^dynamodb/)).toBeVisible()
  await page.keyboard.press("Enter")
  await expect(output(page)).toContainText("dynamodb:*")
  expect(JSON.parse(await jsonText(page))).toEqual({ policy: ["dynamodb"] })

  await pasteAll(page, '{"managed_policy": []}')
  await page.keyboard.press("ArrowLeft")
  await page.keyboard.press("ArrowLeft")
  await page.keyboard.type('"S3Full')
  await expect(choice(/^AmazonS3FullAccess/)).toBeVisible()
  await page.keyboard.press("Enter")
  await expect(output(page)).toContainText("policy/AmazonS3FullAccess")
})

test("a problem is marked in its place, and fixed by keyboard", async ({ page }) => {
  await page.goto("./")
  await openJson(page)
  await pasteAll(
    page,
    '{\n  "policy": [\n    "s3", // why\n    {"Effect": "Deny", "NotAction": "iam:*", "Resource": "*"},\n  ]\n}',
  )
  const problems = page.getByRole("region", { name: "Problems" })
  await expect(problems).toContainText("Nothing follows the comma")

  await problems.getByRole("button", { name: "Go to line 4" }).click()
  await expect(page.locator("[class*=squiggly]").first()).toBeVisible()
  await page.keyboard.press("Control+.")
  await expect(page.getByRole("option", { name: "Remove the comma" })).toBeVisible()
  await expect(codeBox(page)).not.toBeFocused()
  await page.keyboard.press("Enter")
  await expect(problems).not.toContainText("Nothing follows the comma")

  await problems.getByRole("button", { name: "Go to policy[1]", exact: true }).click()
  await expect(codeBox(page)).toBeFocused()
  await page.keyboard.press("Control+.")
  await expect(page.getByRole("option", { name: "Wrap it in Statement" })).toBeVisible()
  await expect(codeBox(page)).not.toBeFocused()
  await page.keyboard.press("Enter")
  await expect(page.getByText("One comment in the JSON is dropped")).toBeVisible()
  const text = await jsonText(page)
  expect(JSON.parse(text).policy[1]).toHaveProperty("Statement")
  await page.keyboard.press("Control+z")
  expect(await jsonText(page)).toContain("// why")
})

test("the words of a raw item that isn't valid yet wait behind the JSON tab", async ({ page }) => {
  await page.goto("./")
  await addTo(page, "Policy", '{"Effect":"Allow","Action":"s3:*","Resource":"*"}')
  const row = group(page, "Policy").getByRole("listitem")
  await row.getByRole("button", { name: /^Statement/ }).click()
  await row.getByRole("radio", { name: "JSON" }).check()
  const raw = row.getByRole("textbox")
  await raw.fill('{"Effect": "Allow"')
  await openJson(page)
  await expect(raw).toBeHidden()
  await tab(page, "Form").click()
  await expect(raw).toHaveValue('{"Effect": "Allow"')
})

test("Windows' line breaks stay", async ({ page }) => {
  await page.goto("./")
  await openJson(page)
  await pasteAll(page, '{\r\n  "policy": ["kms"]\r\n}\r\n')
  await expect(output(page)).toContainText("kms:*")
  // Nothing on the page shows them; what is saved for a reload does.
  const saved = () => page.evaluate(() => Object.values(sessionStorage).join())
  await expect.poll(saved).toContain(String.raw`\r\n}\r\n`)
  await tab(page, "Form").click()
  await tab(page, "JSON").click()
  await codeBox(page).focus()
  await page.keyboard.press("Control+End")
  await page.keyboard.type(" ")
  await expect.poll(saved).toContain(String.raw`\r\n}\r\n `)
})

test("the JSON tab has no accessibility violation", async ({ page }) => {
  await page.goto("./")
  await openJson(page)
  await pasteAll(page, '{\n  "policy": ["s3", 1],\n  "polcy": [true], // why\n}')
  await expect(page.getByRole("region", { name: "Problems" })).toContainText("polcy")
  await expectAccessible(page)
})

test.describe("by touch", () => {
  const { defaultBrowserType: _, ...phone } = devices["Pixel 5"]
  test.use({ ...phone, viewport: { width: 360, height: 740 } })

  test("the JSON is a plain text with its problems below, and Monaco is never loaded", async ({
    page,
  }) => {
    const scripts: string[] = []
    page.on("request", (request) => scripts.push(request.url()))
    await page.clock.install()
    await page.goto("./")
    await tab(page, "JSON").tap()
    const text = page.getByRole("textbox", { name: "Settings as JSON", exact: true })
    await text.fill('{\n  "policy": ["kms",]\n}')
    const said = page.getByRole("list", { name: "Problems of the text" })
    await expect(said).toContainText("Line 2: Nothing follows the comma")
    await expectAccessible(page)
    await page.getByRole("tab", { name: "Output" }).tap()
    await expect(output(page)).toContainText("kms:*")
    await page.getByRole("tab", { name: "Problems" }).tap()
    await page.getByRole("button", { name: "Go to line 2" }).tap()
    await expect(text).toBeFocused()
    expect(
      await text.evaluate((field: HTMLTextAreaElement) =>
        field.value.slice(field.selectionStart, field.selectionEnd),
      ),
    ).toBe(",")
    // Elsewhere Monaco is loaded once nobody has touched anything for some seconds.
    await page.clock.runFor(10_000)
    expect(scripts.filter((url) => /monaco/i.test(url))).toEqual([])
  })
})
