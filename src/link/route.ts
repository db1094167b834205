import {
  type BaselineName,
  baselineNames,
  defaultBaseline,
  isSetting,
  type Scope,
  type Setting,
  settings,
} from "../policy/index.ts"
import { scopes } from "./shared.ts"

/** Lists that can be written by hand in an address: names and actions only. */
export type WrittenLists = { readonly [setting in Setting]?: readonly string[] }

/**
 * What an address asks for (DESIGN 6). `new` holds what was written by hand, ready as a `Shared`, and in
 * `unknown` the parameters that nothing reads, as written, so that the page can name them. With `unknown`
 * the page goes to the editor.
 */
export type Route =
  | { readonly page: "editor" }
  | { readonly page: "preview"; readonly payload: string }
  | {
      readonly page: "new"
      readonly config: WrittenLists
      readonly baseline: BaselineName
      readonly scope: Scope
      readonly unknown: readonly string[]
    }
  | { readonly page: "unknown"; readonly hash: string }

/** Reads the fragment of an address, with or without its "#" (DESIGN 6). Pure and total. */
export function parseRoute(hash: string): Route {
  const path = hash.startsWith("#") ? hash.slice(1) : hash
  if (path === "" || path === "/") return { page: "editor" }
  if (path.startsWith("/p/")) return { page: "preview", payload: path.slice("/p/".length) }
  if (path === "/new" || path.startsWith("/new?")) return parseNew(path.slice("/new?".length))
  return { page: "unknown", hash }
}

/** The fragment of a route: parseRoute reads the same route from it, if its items aren't empty. */
export function formatRoute(route: Route): string {
  if (route.page === "editor") return "#/"
  if (route.page === "preview") return `#/p/${route.payload}`
  if (route.page === "unknown") return route.hash
  const lists = settings.flatMap((setting) => {
    const list = route.config[setting]
    return list ? [`${setting}=${list.map(encode).join(",")}`] : []
  })
  const jets = route.baseline === defaultBaseline ? [] : [`jets=${route.baseline}`]
  const scope = route.scope === scopes[0] ? [] : [`scope=${route.scope}`]
  const query = [...lists, ...jets, ...scope, ...route.unknown].join("&")
  return query === "" ? "#/new" : `#/new?${query}`
}

function parseNew(query: string): Route {
  const config: { [setting in Setting]?: readonly string[] } = {}
  let baseline: BaselineName = defaultBaseline
  let scope: Scope = "whole"
  const unknown: string[] = []
  for (const parameter of query.split("&").filter(Boolean)) {
    const [name = "", ...rest] = parameter.split("=")
    const value = rest.join("=")
    const jets = name === "jets" && baselineNames.find((known) => known === decode(value))
    const written = name === "scope" && scopes.find((known) => known === decode(value))
    if (isSetting(name)) config[name] = [...(config[name] ?? []), ...parseList(value)]
    else if (jets) baseline = jets
    else if (written) scope = written
    else unknown.push(parameter)
  }
  return { page: "new", config, baseline, scope, unknown }
}

/** A comma that belongs to an item is written %2C. */
function parseList(value: string): readonly string[] {
  return value
    .split(",")
    .map((item) => decode(item.trim()))
    .filter(Boolean)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function encode(item: string): string {
  return encodeURIComponent(item.toWellFormed()).replaceAll("%3A", ":").replaceAll("%2F", "/")
}
