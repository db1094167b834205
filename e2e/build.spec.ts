import { createHash } from "node:crypto"
import { readdir, readFile } from "node:fs/promises"
import { resolve } from "node:path"
import type { BrowserContext, Page } from "@playwright/test"
import { splitStyles } from "../.ci/splitStyles.ts"
import { encodeLink } from "../src/link/link.ts"
import conformance from "../src/policy/conformance/checks.json" with { type: "json" }
import { addTo, expect, output, outputText, test } from "./editor.ts"

const dist = resolve(process.env.BENCH_BUILD ?? "dist")
const read = (file: string) => readFile(resolve(dist, file), "utf8")

/** Words that are in the code of each, and in nothing else. */
const marks = {
  Monaco: "editor.action.",
  "Base UI": "base-ui",
  "the catalog": "AWS App2Container",
  Prism: "pm_parse",
  "drag and drop": "dnd-kit",
} as const

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

/** All code that a page imports at once, the entry's with it. */
async function codeOf(page: string): Promise<string> {
  const manifest: Readonly<Record<string, Chunk>> = JSON.parse(await read(".vite/manifest.json"))
  const texts = new Map<string, string>()
  const visit = async (name: string) => {
    const chunk = manifest[name]
    if (!chunk) throw new Error(`no ${name} in the build`)
    if (texts.has(name)) return
    texts.set(name, await read(chunk.file))
    for (const imported of chunk.imports ?? []) await visit(imported)
  }
  await visit("index.html")
  await visit(page)
  return [...texts.values()].join("\n")
}

for (const [page, without] of [
  ["src/app/EditorPage.tsx", ["Monaco", "the catalog", "Base UI", "Prism", "drag and drop"]],
  ["src/app/preview/PreviewPage.tsx", ["Monaco", "the catalog", "Base UI", "Prism"]],
] as const)
  test(`${page} comes without ${without.join(", ")}`, async () => {
    const code = await codeOf(page)
    for (const name of without) expect(code.includes(marks[name]), name).toBe(false)
  })

test("what the pages come without is known by its marks", async () => {
  const files = await readdir(resolve(dist, "assets"))
  const code = await Promise.all(
    files.filter((file) => file.endsWith(".js")).map((file) => read(`assets/${file}`)),
  )
  for (const name of ["Monaco", "Base UI", "the catalog"] as const)
    expect(
      code.some((text) => text.includes(marks[name])),
      name,
    ).toBe(true)
})

test("the page has one small script of its own, which its policy allows, and one style sheet", async () => {
  const html = await read("index.html")
  const scripts = [...html.matchAll(/<script(?![^>]* src=)[^>]*>(.*?)<\/script>/gs)]
  expect(scripts).toHaveLength(1)
  const boot = scripts[0]?.[1] ?? ""
  expect(boot.length).toBeLessThan(1_024)
  expect(html).toContain(`sha256-${createHash("sha256").update(boot).digest("base64")}`)
  expect(html).not.toContain('rel="stylesheet"')
})

test("what the first screen doesn't need of the style sheet stands behind it", async () => {
  const css =
    "@layer a,b;@property --x{syntax:'*'}@layer a{.one_Abc{color:red;& .two_Abc{top:0}}.two_Abc{top:0}@media (width<9px){.two_Abc{top:1px}}[x]>.two_Abc:hover,.three_A-c{top:2px}}:root{--y:1}@layer b{.three_A-c{top:3px}}"
  expect(splitStyles(css, '<p class="one_Abc"></p>')).toEqual({
    needed:
      "@layer a,b;@property --x{syntax:'*'}@layer a{.one_Abc{color:red;& .two_Abc{top:0}}}:root{--y:1}",
    rest: "@layer a{.two_Abc{top:0}@media (width<9px){.two_Abc{top:1px}}[x]>.two_Abc:hover,.three_A-c{top:2px}}@layer b{.three_A-c{top:3px}}",
  })
  const { needed } = splitStyles(css, '<p class="one_Abc"></p><b class="three_A-c"></b>')
  expect(needed).toContain("[x]>.two_Abc:hover,.three_A-c{top:2px}")
  const html = await read("index.html")
  const [first = "", second = ""] = html.split('<div id="root"')
  expect(first).toMatch(/<style>@layer/)
  expect(second).toMatch(/<style>@layer/)
})

/** A page that React never comes to. */
async function withoutModules(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.route("**/*.js", (route) => route.abort())
  return page
}

/** Where the page's parts are: of the bar, the areas that are seen, the add box and the views. */
const places = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("header, section, [aria-label='Add to Policy'], [role=tab]")].map(
      (part) => {
        const { x, y, width, height } = part.getBoundingClientRect()
        return [part.ariaLabel ?? part.tagName, x, y, width, height]
      },
    ),
  )

for (const width of [1440, 900, 899, 360])
  test(`at ${width} px React takes the prerendered page over as it stands`, async ({
    page,
    context,
  }) => {
    await page.setViewportSize({ width, height: 800 })
    const still = await withoutModules(context)
    await still.setViewportSize({ width, height: 800 })
    await still.goto("./")
    await page.goto("./")
    await expect(page.getByRole("combobox", { name: "Add to Policy" })).toBeVisible()
    const before = await still.locator("#root").ariaSnapshot()
    const seen = await places(still)
    await addTo(page, "Policy", "s3")
    await page.keyboard.press("Control+z")
    expect(await outputText(page)).toBe(await outputText(still))
    expect(await places(page)).toEqual(seen)
    expect(before).toContain("Add to Policy")
  })

test("a saved draft starts from the shell, never from the defaults", async ({ page, context }) => {
  await page.goto("./")
  await addTo(page, "Policy", "s3")
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).join()))
    .toContain("jets-iam.draft.")
  const still = await withoutModules(context)
  await still.goto("./")
  await expect(still.getByRole("heading", { name: "Jets IAM Policy Editor" })).toBeVisible()
  await expect(still.getByRole("region", { name: "Output" })).toBeVisible()
  await expect(still.getByRole("combobox", { name: "Add to Policy" })).toHaveCount(0)
  await expect(output(still)).toHaveCount(0)
})

test("a link starts from the preview's shell, in its place", async ({ page, context }) => {
  const link = `./#/p/${encodeLink({ config: { policy: ["s3"] }, baseline: "docs" })}`
  const bar = (of: Page) => of.locator("header").first().boundingBox()
  const still = await withoutModules(context)
  await still.goto(link)
  await expect(still.getByRole("heading", { name: "Preview" })).toBeVisible()
  await expect(output(still)).toHaveCount(0)
  await page.goto(link)
  await expect(output(page)).toContainText("s3:*")
  expect(await bar(page)).toEqual(await bar(still))
})

test("the theme that was chosen is there before React", async ({ context }) => {
  const still = await withoutModules(context)
  await still.addInitScript(() => localStorage.setItem("jets-iam.theme", "dark"))
  await still.goto("./")
  await expect(still.locator("html")).toHaveCSS("color-scheme", "dark")
  await expect(still.locator("body")).toHaveCSS("background-color", "rgb(19, 20, 23)")
  await expect(output(still)).toBeVisible()
})

test("README lists all checks", async () => {
  const readme = await readFile("README.md", "utf8")
  const list = /All checks, by their codes<\/summary>([\s\S]*?)<\/details>/.exec(readme)?.[1] ?? ""
  const listed = Array.from(list.matchAll(/`([a-z-]+)`/g), ([, code]) => code)
  expect(listed.toSorted()).toEqual(conformance.checks.map(({ code }) => code).toSorted())
})
