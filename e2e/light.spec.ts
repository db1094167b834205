import type { Locator, Page } from "@playwright/test"
import { encodeLink } from "../src/link/link.ts"
import {
  addTo,
  expect,
  expectAccessible,
  group,
  output,
  outputText,
  showOutput,
  test,
} from "./editor.ts"

const lit = (inside: Locator) => inside.locator("[data-lit]")
/** The lines that are lit, without their indent. */
const litLines = (page: Page) =>
  lit(output(page)).evaluateAll((lines) => lines.map((line) => line.textContent?.trim()))
const line = (page: Page, text: string) => output(page).getByText(text, { exact: true })
const row = (page: Page, list: string, text: string) =>
  group(page, list).getByRole("listitem").filter({ hasText: text })
const problems = (page: Page) => page.getByRole("region", { name: "Problems" })
const panel = (page: Page) => page.getByRole("tabpanel", { name: "YAML" })
const statement = '{"Effect":true,"Action":"s3:GetObject","Resource":"*"}'
const statementLines = ["- Effect: true", "Action: s3:GetObject", 'Resource: "*"']

/** The lines beside which a mark of a kind lies, as "first-last", counted from 1. */
function marked(page: Page, kind: "added" | "changed" | "removed") {
  return output(page).evaluate((text, kind) => {
    const { top } = text.getBoundingClientRect()
    const padding = Number.parseFloat(getComputedStyle(text).paddingTop)
    const height = Number.parseFloat(getComputedStyle(text).lineHeight)
    const at = (y: number) => Math.round((y - top - padding) / height)
    return [...text.querySelectorAll(`[data-mark=${kind}]`)].map((mark) => {
      const box = mark.getBoundingClientRect()
      return kind === "removed" ? `${at(box.top) + 1}` : `${at(box.top) + 1}-${at(box.bottom)}`
    })
  }, kind)
}
const allMarks = (page: Page) => output(page).locator("[data-mark]")

async function start(page: Page) {
  await page.goto("./")
  await addTo(page, "Policy", "ec2")
  await addTo(page, "Policy", statement)
  // The code of the light has come when something lights up.
  await expect(async () => {
    await page.mouse.move(0, 0)
    await row(page, "Policy", "ec2").hover()
    await expect(lit(output(page))).not.toHaveCount(0, { timeout: 500 })
  }).toPass()
  await page.mouse.move(0, 0)
  await expect(lit(page.locator("body"))).toHaveCount(0)
}

test("what the pointer is over lights up in all three places", async ({ page }) => {
  await start(page)
  const ours = row(page, "Policy", "Statement")
  await ours.hover()
  expect(await litLines(page)).toEqual(statementLines)
  await expect(ours).toHaveAttribute("data-lit")
  await expect(lit(problems(page))).toContainText(["must be a string"])
  await expectAccessible(page)

  await line(page, "- ec2:*").hover()
  await expect(row(page, "Policy", "ec2")).toHaveAttribute("data-lit")
  await expect(ours).not.toHaveAttribute("data-lit")

  await problems(page).getByRole("listitem").filter({ hasText: "must be a string" }).hover()
  await expect(ours).toHaveAttribute("data-lit")
  expect(await litLines(page)).toEqual(statementLines)

  await line(page, "- PolicyName: CustomPolicy").hover()
  await expect(lit(page.locator("body"))).toHaveCount(0)
})

test("so does what has the focus, and it stays while its item changes", async ({ page }) => {
  await start(page)
  await page.getByRole("button", { name: "Actions for ec2" }).focus()
  expect(await litLines(page)).toHaveLength(4)
  await page.keyboard.press("Tab")
  await expect(row(page, "Policy", "Statement")).toHaveAttribute("data-lit")
  expect(await litLines(page)).toEqual(statementLines)

  await page.keyboard.press("Shift+Tab")
  await page.keyboard.press("Control+z")
  await expect.poll(() => litLines(page)).toEqual(["- ec2:*"])
  await page.keyboard.press("Control+Shift+z")
  await expect.poll(() => litLines(page)).toHaveLength(4)
})

test("a click on a line leads to its item, a selection doesn't", async ({ page }) => {
  await start(page)
  const focused = page.locator(":focus")
  await line(page, "Action: s3:GetObject").click()
  await expect(row(page, "Policy", "Statement").locator(":focus")).toHaveCount(1)
  expect(await litLines(page)).toEqual(statementLines)

  await page.keyboard.press("Control+k")
  await line(page, "- ec2:*").scrollIntoViewIfNeeded()
  const box = await line(page, "- ec2:*").boundingBox()
  if (!box) throw new Error("no line")
  await page.mouse.move(box.x + 165, box.y + 5)
  await page.mouse.down()
  await page.mouse.move(box.x + 200, box.y + 5, { steps: 4 })
  await page.mouse.up()
  expect(await page.evaluate(() => String(getSelection()))).not.toBe("")
  await expect(focused).toHaveAccessibleName("YAML")
})

test("with the JSON open it leads to the place there", async ({ page }) => {
  await start(page)
  await page.getByRole("tab", { name: "JSON" }).first().click()
  const editor = page.getByRole("textbox", { name: "Settings as JSON" })
  await expect(
    editor.or(page.locator(".monaco-editor textarea, .monaco-editor [role=textbox]")).first(),
  ).toBeVisible()
  await line(page, "Action: s3:GetObject").click()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest("#editor-panel") !== null))
    .toBe(true)
})

test("a problem leads to its row and its lines with the keyboard alone", async ({ page }) => {
  await start(page)
  const focused = page.locator(":focus")
  await expect(async () => {
    await page.keyboard.press("F8")
    await expect(focused).toHaveAccessibleDescription(/must be a string/, { timeout: 200 })
  }).toPass()
  expect(await litLines(page)).toEqual(statementLines)
  await page.keyboard.press("Enter")
  await expect(row(page, "Policy", "Statement").locator(":focus")).toHaveCount(1)
  expect(await litLines(page)).toEqual(statementLines)
  await expect(lit(output(page)).first()).toBeInViewport()
})

test("the output's own keys go from item to item and to the settings", async ({ page }) => {
  await start(page)
  await panel(page).focus()
  await expect(panel(page)).toHaveAccessibleDescription(/Alt Down and Alt Up.*Enter/)
  await page.keyboard.press("Alt+ArrowDown")
  expect(await litLines(page)).toEqual(["- apigateway:*"])
  await page.keyboard.press("Alt+ArrowDown")
  expect(await litLines(page)).toEqual(["- cloudformation:*"])
  await page.keyboard.press("Alt+ArrowUp")
  expect(await litLines(page)).toEqual(["- apigateway:*"])
  while (!(await litLines(page)).includes("Action: s3:GetObject"))
    await page.keyboard.press("Alt+ArrowDown")
  await expect(lit(output(page)).first()).toBeInViewport()
  await page.keyboard.press("Enter")
  await expect(row(page, "Policy", "Statement").locator(":focus")).toHaveCount(1)
})

test("the focus in a row brings its first line into view, and only the output moves", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 500 })
  await start(page)
  await panel(page).evaluate((element) => element.scrollTo(0, 0))
  await expect(line(page, "- Effect: true")).not.toBeInViewport()
  await page.getByRole("button", { name: "Actions for Statement" }).first().focus()
  await expect(line(page, "- Effect: true")).toBeInViewport()
  expect(await page.evaluate(() => [scrollY, document.querySelector("main")?.scrollTop])).toEqual([
    0, 0,
  ])
})

test("added items and removed defaults are marked, and nothing on the untouched default", async ({
  page,
}) => {
  await page.goto("./")
  const untouched = await outputText(page)
  await addTo(page, "Policy", "ec2")
  await expect(allMarks(page)).not.toHaveCount(0)
  const lines = (await outputText(page)).split("\n")
  const first = lines.indexOf("  - PolicyName: CustomPolicy") + 1
  const last = lines.indexOf("ManagedPolicyArns:")
  expect(await marked(page, "added")).toEqual([`${first}-${last}`])
  await expectAccessible(page)

  await page.getByRole("switch", { name: "Override Jets' default policy" }).check()
  await page.getByRole("checkbox", { name: "cloudformation", exact: true }).uncheck()
  await expect(allMarks(page)).toHaveCount(2)
  const after = (await outputText(page)).split("\n").indexOf("            - cloudfront:*") + 1
  expect(await marked(page, "removed")).toEqual([`${after}`])

  await page.getByRole("button", { name: "Reset" }).click()
  await expect(allMarks(page)).toHaveCount(0)
  expect(await outputText(page)).toBe(untouched)
})

test("the marks are against the base that was chosen, in every format", async ({ page }) => {
  await page.goto("./")
  await addTo(page, "Policy", "ec2")
  await page.getByRole("tab", { name: "Changes" }).click()
  await page.getByRole("button", { name: "Compare from here" }).click()
  await page.getByRole("tab", { name: "YAML" }).click()
  await expect(allMarks(page)).toHaveCount(0)
  await addTo(page, "Policy", "s3")
  const added = () =>
    outputText(page).then((text) => text.split("\n").lastIndexOf("            - s3:*") + 1)
  await expect
    .poll(async () => marked(page, "added"))
    .toEqual([`${await added()}-${await added()}`])
  for (const name of ["CloudFormation", "JSON"]) {
    await showOutput(page, name)
    await expect(allMarks(page)).not.toHaveCount(0)
  }
})

test("a preview lights lines and problems, and a click leads nowhere", async ({ page }) => {
  await page.goto(
    `./#/p/${encodeLink({ config: { policy: [JSON.parse(statement)] }, baseline: "docs" })}`,
  )
  const problem = problems(page).getByRole("listitem").filter({ hasText: "must be a string" })
  await expect(async () => {
    await page.mouse.move(0, 0)
    await line(page, "Action: s3:GetObject").hover()
    await expect(problem).toHaveAttribute("data-lit", { timeout: 500 })
  }).toPass()
  await line(page, "Action: s3:GetObject").click()
  await expect(page.locator(":focus")).toHaveAccessibleName("YAML")
  await problem.hover()
  expect(await litLines(page)).toEqual(statementLines)
  await expectAccessible(page)
})

test("on a narrow screen a tap on a line shows its item", async ({ page }) => {
  await start(page)
  await page.setViewportSize({ width: 800, height: 900 })
  await page.getByRole("tablist", { name: "View" }).getByRole("tab", { name: "Output" }).click()
  await line(page, "Action: s3:GetObject").click()
  await expect(row(page, "Policy", "Statement").locator(":focus")).toBeVisible()
})
