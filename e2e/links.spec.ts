import type { Page } from "@playwright/test"
import {
  addTo,
  clipboard,
  expect,
  expectAccessible,
  expectNoSideways,
  group,
  outputText,
  test,
} from "./editor.ts"

const link = (page: Page) => page.getByRole("textbox", { name: "Preview link" })

/** Opens the Share dialog, copies the link, closes it. */
async function share(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Share", exact: true }).click()
  await page.getByRole("button", { name: "Copy preview link" }).click()
  const url = await clipboard(page)
  expect(await link(page).inputValue()).toBe(url)
  await page.keyboard.press("Escape")
  await expect(page.getByRole("dialog")).toHaveCount(0)
  return url
}

test("shared settings are opened, copied, taken over unsaved work, and given back", async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto("./")
  await addTo(page, "Policy", "s3 ec2")
  await page.getByRole("switch", { name: "Override Jets' default policy" }).click()
  await page.getByRole("checkbox", { name: "cloudformation" }).uncheck()
  await page.getByRole("button", { name: "Share", exact: true }).click()
  await expectAccessible(page)
  await page.keyboard.press("Escape")
  const url = await share(page)
  const yaml = await outputText(page)

  const profile = await browser.newContext({
    baseURL: baseURL ?? "",
    permissions: ["clipboard-read", "clipboard-write"],
  })
  const other = await profile.newPage()
  const foreign: string[] = []
  other.on("request", (request) => {
    if (!request.url().startsWith(baseURL ?? "")) foreign.push(request.url())
  })
  await other.goto("./")
  await addTo(other, "Policy", "kms")
  const own = await outputText(other)

  await other.goto(url)
  await expect(other.getByRole("heading", { name: "Preview" })).toBeVisible()
  await expect(other.getByRole("region", { name: "Settings" })).toContainText("cloudformation")
  await expect(other.getByRole("region", { name: "Problems" })).toContainText("is removed")
  await expect(other.getByRole("button", { name: "Restore cloudformation" })).toHaveCount(0)
  await expectAccessible(other)
  await other.getByRole("button", { name: "Copy YAML" }).click()
  expect(await clipboard(other)).toBe(yaml)

  await other.getByRole("button", { name: "Open in editor" }).click()
  await expect(group(other, "Policy").getByRole("listitem")).toHaveCount(2)
  expect(await outputText(other)).toBe(yaml)
  await other.getByRole("button", { name: /^Undo: The link's settings/ }).click()
  await expect(group(other, "Policy").getByRole("listitem")).toHaveCount(1)
  expect(await outputText(other)).toBe(own)
  expect(foreign).toEqual([])
  await profile.close()
})

test("opening a link writes nothing", async ({ page }) => {
  await page.goto("./#/new?policy=s3,ec2")
  await expect(page.getByRole("heading", { name: "Preview" })).toBeVisible()
  await page.getByRole("combobox", { name: "Scope" }).selectOption("Custom only")
  await page.reload()
  expect(
    await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]),
  ).toEqual([])
})

test("a link works where storage is denied", async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("no", "SecurityError")
        },
      })
  })
  await page.goto("./#/new?policy=s3")
  await page.getByRole("button", { name: "Open in editor" }).click()
  await expect(group(page, "Policy").getByRole("listitem")).toHaveCount(1)
  await expect(page.getByText("blocks storage")).toBeVisible()
})

test("a review opens on what changed, with the new problems only", async ({ page }) => {
  await page.goto("./")
  await addTo(page, "Policy", '{"Effect": "Allow", "Resource": "*"}')
  await page.getByRole("tab", { name: "Changes" }).click()
  await page.getByRole("button", { name: "Compare from here" }).click()
  await expect(page.getByRole("region", { name: "Output" })).toContainText("Nothing differs")
  await addTo(page, "Managed policy", "AmazonS3FullAccess")
  await page.getByRole("switch", { name: "Override Jets' default policy" }).click()
  await page.getByRole("checkbox", { name: "cloudformation" }).uncheck()
  const region = page.getByRole("region", { name: "Output" })
  await expect(region.getByRole("insertion")).toHaveText(/AmazonS3FullAccess/)
  await expect(region.getByRole("deletion")).toHaveText(/cloudformation/)
  await expectAccessible(page)
  const url = await share(page)

  await page.goto("about:blank")
  await page.goto(url)
  await expect(page.getByRole("tab", { name: "Changes", selected: true })).toBeVisible()
  await expect(page.getByRole("insertion")).toHaveText(/AmazonS3FullAccess/)
  const problems = page.getByRole("region", { name: "Problems" })
  await expect(problems).toContainText("cloudformation")
  await expect(problems.getByRole("listitem")).toHaveCount(1)
  await expect(page.getByRole("list", { name: "Managed policy" })).toContainText(
    "AmazonS3FullAccess",
  )
  await expect(page.getByRole("list", { name: "Policy", exact: true })).toHaveCount(0)
  await expectAccessible(page)

  await page.getByRole("button", { name: "Open in editor" }).click()
  await page.getByRole("tab", { name: "Changes" }).click()
  await expect(page.getByRole("deletion")).toHaveText(/cloudformation/)
  await page.getByRole("button", { name: "Compare with Jets' defaults" }).click()
  await expect(page.getByRole("region", { name: "Output" })).toContainText("against Jets' defaults")
})

test.describe("a link that is", () => {
  for (const [how, breakIt, says] of [
    ["cut", (payload: string) => payload.slice(0, -9), "This link is cut"],
    ["damaged", (payload: string) => `${payload.slice(0, 20)}!${payload.slice(21)}`, "damaged"],
    ["of a newer version", (payload: string) => `2${payload.slice(1)}`, "newer version"],
    ["too large", (payload: string) => `${payload}${"A".repeat(70_000)}`, "more than a link may"],
    ["empty", () => "", "This link is cut"],
  ] as const)
    test(`${how} says so and leads to one's own draft`, async ({ page }) => {
      await page.goto("./")
      await addTo(page, "Policy", "s3 ec2 kms lambda:InvokeFunction")
      const url = await share(page)
      const own = await outputText(page)
      const [address = "", payload = ""] = url.split("#/p/")
      await page.goto(`${address}#/p/${breakIt(payload)}`)
      await expect(page.getByRole("heading", { name: "This link can't be opened" })).toBeVisible()
      await expect(page.getByText(says).first()).toBeVisible()
      if (how === "cut") await expectAccessible(page)
      await page.getByRole("link", { name: "Go to your own draft" }).click()
      expect(await outputText(page)).toBe(own)
    })
})

test("an address written by hand opens as a preview and names what nothing reads", async ({
  page,
}) => {
  await page.goto("./#/new?policy=s3,ec2&managed_policy=AmazonS3FullAccess&jets=6.0.5&colour=red")
  await expect(page.getByRole("heading", { name: "Preview" })).toBeVisible()
  await expect(page.getByText("6.0.5 (gem)")).toBeVisible()
  await expect(page.getByText("colour=red")).toBeVisible()
  expect(await outputText(page)).toContain("policy/AmazonS3FullAccess")
})

test("settings too large for a link offer the settings file, long links and account ids a word", async ({
  page,
}) => {
  const noise = Array.from({ length: 1500 }, (_, index) => ({
    Sid: `S${Math.sin(index)}`.replaceAll(/\W/g, ""),
    Action: `s3:${Math.cos(index)}`,
    Resource: `arn:aws:s3:::${Math.tan(index)}${Math.sin(index * 7)}${Math.cos(index * 3)}`,
  }))
  const open = async (config: object) => {
    const state = { draft: { config, baseline: "docs" }, scope: "whole" }
    await page.goto("./#/new")
    await page.evaluate(
      (draft) => sessionStorage.setItem("jets-iam.tab", draft),
      JSON.stringify({ format: 1, id: "x", savedAt: Date.now(), state }),
    )
    await page.goto("about:blank")
    await page.goto("./")
    await page.getByRole("button", { name: "Share", exact: true }).click()
  }
  await open({ policy: noise })
  const dialog = page.getByRole("dialog", { name: "Share" })
  await expect(dialog).toContainText("too large for a link")
  const download = page.waitForEvent("download")
  await dialog.getByRole("button", { name: "Download settings" }).click()
  expect((await download).suggestedFilename()).toBe("jets-iam.json")

  await open({ policy: [...noise.slice(0, 60), { Resource: "arn:aws:iam::210987654321:role/x" }] })
  await expect(dialog).toContainText("Some chats")
  await expect(dialog).toContainText("the account id 210987654321")
})

test("on a narrow screen, by touch", async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL: baseURL ?? "",
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  })
  const page = await context.newPage()
  await page.goto("./#/new?policy=s3,ec2")
  await expect(page.getByRole("heading", { name: "Preview" })).toBeVisible()
  await expectNoSideways(page)
  await page.getByRole("tab", { name: "Changes" }).tap()
  await expect(page.getByRole("insertion").first()).toBeVisible()
  await page.getByRole("button", { name: "Open in editor" }).tap()
  await page.getByRole("button", { name: "Share", exact: true }).tap()
  await expect(link(page)).toHaveValue(/#\/p\/1/)
  await expectNoSideways(page)
  await expectAccessible(page)
  await context.close()
})
