import type { Page } from "@playwright/test"
import {
  addTo,
  clipboard,
  expect,
  expectAccessible,
  expectNoSideways,
  output,
  outputTab,
  outputText,
  showOutput,
  test,
} from "./editor.ts"

const statement = JSON.stringify({
  Effect: "Allow",
  Action: "s3:GetObject",
  Resource: [`!Sub arn:\${AWS::Partition}:s3:::a/*`, "arn:aws:s3:::#{Jets.env}/*"],
})

test("the same role as a CloudFormation template and as JSON, each copied and downloaded", async ({
  page,
}) => {
  await page.goto("./")
  const note = page.getByRole("note")
  const region = page.getByRole("region", { name: "Output" })
  await addTo(page, "Policy", "ec2")
  await expect(note).toHaveCount(0)
  await addTo(page, "Policy", statement)
  await expect(note).toContainText("1 value holds #{...}, which only Ruby fills in")
  await expect(output(page)).toContainText(`- "!Sub arn:\${AWS::Partition}:s3:::a/*"`)

  await showOutput(page, "CloudFormation")
  await expect(output(page)).toContainText("Type: AWS::IAM::Role")
  await expect(output(page)).toContainText(`- !Sub arn:\${AWS::Partition}:s3:::a/*`)
  await expect(note).toContainText("Replace it before you use this text outside Jets")
  await expectAccessible(page)
  await copied(page, "Copy CloudFormation")
  expect(await downloaded(page)).toBe("jets-iam-role.template.yml")

  await showOutput(page, "JSON")
  await expect(note).toBeVisible()
  await expectAccessible(page)
  await copied(page, "Copy JSON")
  expect(await downloaded(page)).toBe("jets-iam-role.json")
  const { Policies, ManagedPolicyArns } = JSON.parse(await outputText(page))
  const [jets, custom] = Policies
  expect(jets.PolicyName).toBe("DefaultPolicy")
  expect(custom.PolicyDocument.Statement.at(-1)).toEqual(JSON.parse(statement))
  expect(ManagedPolicyArns).toHaveLength(2)

  await showOutput(page, "Changes")
  await expect(region.getByRole("insertion").first()).toBeVisible()
  await expect(note).toHaveCount(0)
})

/** The output is on the clipboard, and the page says what isn't complete in it. */
async function copied(page: Page, button: string) {
  await page.getByRole("button", { name: button, exact: true }).click()
  await expect(
    page.getByText("Copied. 1 value holds #{...}, which only Ruby fills in."),
  ).toBeVisible()
  expect(await clipboard(page)).toBe(await outputText(page))
  await page.getByRole("button", { name: "Dismiss" }).click()
}

/** The name of the file, which holds the output. */
async function downloaded(page: Page): Promise<string> {
  const download = page.waitForEvent("download")
  await page.getByRole("button", { name: "Download", exact: true }).click()
  const file = await download
  const chunks = await (await file.createReadStream()).toArray()
  expect(Buffer.concat(chunks).toString()).toBe(await outputText(page))
  await page.getByRole("button", { name: "Dismiss" }).click()
  return file.suggestedFilename()
}

test("what holds no #{...} is copied without a word of it", async ({ page }) => {
  await page.goto("./")
  await showOutput(page, "CloudFormation")
  await page.getByRole("button", { name: "Copy CloudFormation" }).click()
  await expect(page.getByRole("status").getByText("Copied", { exact: true })).toHaveCount(1)
  expect(await clipboard(page)).toBe(await outputText(page))
})

test("a preview link opens with the format it was shared with", async ({ page }) => {
  await page.goto("./")
  await addTo(page, "Policy", "s3")
  await showOutput(page, "JSON")
  const json = await outputText(page)
  await page.getByRole("button", { name: "Share" }).click()
  const link = await page.getByRole("textbox", { name: "Preview link" }).inputValue()
  const other = await page.context().newPage()
  await other.goto(link)
  await expect(outputTab(other, "JSON")).toHaveAttribute("aria-selected", "true")
  expect(await outputText(other)).toBe(json)
  await other.getByRole("button", { name: "Copy JSON" }).click()
  expect(await clipboard(other)).toBe(json)
})

test.describe("at 360 px", () => {
  test.use({ viewport: { width: 360, height: 740 } })

  test("all formats can be reached, and the page stays as wide as its window", async ({ page }) => {
    await page.goto("./")
    await addTo(page, "Policy", statement)
    await page.getByRole("tab", { name: "Output", exact: true }).click()
    for (const name of ["YAML", "CloudFormation", "JSON", "Ruby", "Changes", "Access"]) {
      await showOutput(page, name)
      // The edge of what scrolls can cut a part of a pixel.
      await expect(outputTab(page, name)).toBeInViewport({ ratio: 0.98 })
      const isView = name === "Changes" || name === "Access"
      const copy = page.getByRole("button", { name: `Copy ${isView ? "YAML" : name}` })
      await expect(copy).toBeInViewport({ ratio: 1 })
      await expectNoSideways(page)
    }
    await showOutput(page, "CloudFormation")
    await expect(page.getByRole("note")).toBeVisible()
    await expectAccessible(page)
  })
})
