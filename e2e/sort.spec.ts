import type { Page } from "@playwright/test"
import {
  addTo,
  expect,
  expectAccessible,
  expectNoSideways,
  group,
  openWith,
  outputText,
  phone,
  test,
  untilPicked,
} from "./editor.ts"

const names = (page: Page, list = "Policy") => group(page, list).getByRole("listitem").locator("b")
const handle = (page: Page, name: string) => page.getByRole("button", { name: `Move ${name}` })
const said = (page: Page, text: string | RegExp) =>
  expect(page.getByRole("status").filter({ hasText: text })).toHaveCount(1)

const centre = async (page: Page, name: string) => {
  const box = await handle(page, name).boundingBox()
  if (!box) throw new Error(`no handle of ${name}`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function take(page: Page, name: string, over: string, by: number) {
  const [from, to] = [await centre(page, name), await centre(page, over)]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await untilPicked(page, (by) => page.mouse.move(from.x, from.y + by))
  await page.mouse.move(to.x + 60, to.y + by, { steps: 4 })
}

test("the third item is dragged first with the mouse; Undo puts it back in one step", async ({
  page,
}) => {
  await page.goto("./")
  await addTo(page, "Policy", "s3 ec2 kms:Decrypt")
  const before = await outputText(page)
  await take(page, "kms:Decrypt", "s3", -8)
  await expect(page.locator("[data-drop=before]")).toContainText("s3")
  await expectAccessible(page)
  await expect(names(page)).toHaveText(["s3", "ec2", "kms:Decrypt"])
  await page.mouse.up()
  await expect(names(page)).toHaveText(["kms:Decrypt", "s3", "ec2"])
  await said(page, "Moved kms:Decrypt to place 1 of 3")
  await expect(page.locator("[data-drop], [data-picked]")).toHaveCount(0)
  await expect(handle(page, "kms:Decrypt")).toBeFocused()
  expect(await outputText(page)).not.toBe(before)
  await page.keyboard.press("Control+z")
  expect(await outputText(page)).toBe(before)
  await expect(names(page)).toHaveText(["s3", "ec2", "kms:Decrypt"])

  await take(page, "s3", "kms:Decrypt", 8)
  await page.mouse.up()
  await expect(names(page)).toHaveText(["ec2", "kms:Decrypt", "s3"])
})

test("Escape during a drag, and a drop where the row was, change nothing", async ({ page }) => {
  await page.goto("./")
  await addTo(page, "Policy", "s3 ec2 kms")
  const before = await outputText(page)
  await take(page, "kms", "s3", 0)
  await page.keyboard.press("Escape")
  await expect(page.locator("[data-drop], [data-picked]")).toHaveCount(0)
  await said(page, "kms stays where it was")
  await page.mouse.up()
  await take(page, "kms", "ec2", 8)
  await page.mouse.up()
  await expect(names(page)).toHaveText(["s3", "ec2", "kms"])
  expect(await outputText(page)).toBe(before)
})

test("the same by keyboard alone; Escape and leaving put it back", async ({ page }) => {
  await page.goto("./")
  await addTo(page, "Policy", "s3 ec2 kms")
  const kms = handle(page, "kms")
  await kms.focus()
  await page.keyboard.press("Space")
  await said(page, "Picked up kms, place 3 of 3")
  await page.keyboard.press("ArrowUp")
  await said(page, "kms: place 2 of 3")
  await page.keyboard.press("ArrowUp")
  await expect(page.locator("[data-drop=before]")).toContainText("s3")
  await expectAccessible(page)
  await page.keyboard.press("Enter")
  await said(page, "Moved kms to place 1 of 3")
  await expect(names(page)).toHaveText(["kms", "s3", "ec2"])
  await expect(kms).toBeFocused()

  await page.keyboard.press("Enter")
  await page.keyboard.press("End")
  await page.keyboard.press("Escape")
  await said(page, "kms stays where it was")
  await expect(kms).toBeFocused()
  await page.keyboard.press("Space")
  await page.keyboard.press("End")
  await page.keyboard.press("Tab")
  await expect(page.locator("[data-drop], [data-picked]")).toHaveCount(0)
  await expect(names(page)).toHaveText(["kms", "s3", "ec2"])

  await page.keyboard.press("Control+z")
  await expect(names(page)).toHaveText(["s3", "ec2", "kms"])
  await expect(page.getByRole("button", { name: "Undo", exact: true })).toBeEnabled()
})

test("beside what no list can use, a row takes the very next place", async ({ page }) => {
  await openWith(page, { policy: ["s3", 7, "ec2"] })
  await page.getByRole("button", { name: "Actions for ec2" }).click()
  await page.getByRole("menuitem", { name: "Move up" }).click()
  await expect(names(page)).toHaveText(["s3", "ec2", "7"])
  await said(page, "Moved ec2 to place 2 of 3")
  await page.keyboard.press("Control+z")
  await expect(names(page)).toHaveText(["s3", "7", "ec2"])
})

test("own rows of a default list are sorted among themselves", async ({ page }) => {
  const policy = ["mine", "s3", "sqs", "own:One", "sns", "own:Two"]
  await openWith(page, { default_policy: policy })
  const own = names(page, "Default policy")
  await expect(own).toHaveText(["mine", "own:One", "own:Two"])
  await handle(page, "own:Two").press("Enter")
  await page.keyboard.press("Home")
  await page.keyboard.press("Enter")
  await expect(own).toHaveText(["own:Two", "mine", "own:One"])
  await said(page, "Moved own:Two to place 1 of 3")
})

test("a moved row stays open", async ({ page }) => {
  await openWith(page, { policy: ["s3", "ec2", { Effect: "Allow", Action: "a:b", Resource: "*" }] })
  const opener = page.getByRole("button", { name: "Statement", exact: true })
  await opener.click()
  await take(page, "Statement", "s3", -8)
  await page.mouse.up()
  await expect(names(page)).toHaveText(["Statement", "s3", "ec2"])
  await expect(opener).toHaveAttribute("aria-expanded", "true")
})

test("a problem that the filter hides is shown when it is asked for", async ({ page }) => {
  const policy = [...Array.from({ length: 24 }, (_, index) => `s3:Get${index}*`), 7]
  await openWith(page, { policy })
  const filter = page.getByRole("searchbox", { name: "Filter Policy" })
  await filter.fill("get1")
  await expect(group(page, "Policy")).toContainText("11 of 25 shown")
  await said(page, "11 of 25 shown")
  await expectAccessible(page)
  const problems = page.getByRole("region", { name: "Problems" })
  const about = problems.getByRole("listitem").filter({ hasText: "policy[24]" })
  await about.getByRole("button", { name: /^Go to/ }).click()
  await expect(filter).toHaveValue("")
  const row = group(page, "Policy").getByRole("listitem").filter({ hasText: "Not a policy item" })
  await expect(row.locator(":focus")).toHaveCount(1)
})

test("all are expanded and collapsed", async ({ page }) => {
  await page.goto("./")
  const statement = (name: string) => `{"Effect":"Allow","Action":"s3:${name}","Resource":"*"}`
  await addTo(page, "Policy", `[${statement("GetObject")},${statement("PutObject")}]`)
  await page.getByRole("button", { name: "Expand all of Policy" }).click()
  const openers = page.getByRole("button", { name: "Statement", exact: true, expanded: true })
  await expect(openers).toHaveCount(2)
  await expectAccessible(page)
  await page.getByRole("button", { name: "Collapse all of Policy" }).click()
  await expect(openers).toHaveCount(0)
})

test.describe("at 360 px by touch", () => {
  test.use(phone)

  test("the third item is dragged first", async ({ page, context }) => {
    await page.goto("./")
    await addTo(page, "Policy", "s3 ec2 kms")
    // AWS's names take more lines, and move the rows.
    await expect(group(page, "Policy")).toContainText("AWS Key Management Service")
    const [from, to] = [await centre(page, "kms"), await centre(page, "s3")]
    const touch = await context.newCDPSession(page)
    const at = (type: string, points: { x: number; y: number }[]) =>
      touch.send("Input.dispatchTouchEvent", {
        type: type === "start" ? "touchStart" : type === "move" ? "touchMove" : "touchEnd",
        touchPoints: points,
      })
    await at("start", [from])
    await untilPicked(page, (by) => at("move", [{ x: from.x, y: from.y - by }]))
    for (const step of [0.2, 0.5, 0.8, 1])
      await at("move", [{ x: from.x, y: from.y + (to.y - 10 - from.y) * step }])
    await expect(page.locator("[data-drop=before]")).toContainText("s3")
    await at("end", [])
    await expect(names(page)).toHaveText(["kms", "s3", "ec2"])
    await expectNoSideways(page)
    await expectAccessible(page)
  })
})
