import { type IamConfig, settings } from "./config.ts"

/**
 * The text of settings, as a file holds it: the settings in their canonical order, then any other key in its
 * own, two-space JSON, items as they are, a newline at the end. `parseConfig` reads the same settings back.
 */
export function formatConfig(config: IamConfig): string {
  const present = settings.filter((setting) => Object.hasOwn(config, setting))
  const keys = [...present, ...Object.keys(config)]
  // A repeated key keeps its first place; assignment would lose the key "__proto__".
  const ordered = Object.fromEntries(keys.map((key) => [key, config[key]]))
  return `${JSON.stringify(ordered, null, 2)}\n`
}
