/** A JSON pointer (RFC 6901) into the settings or the role; "" is the whole. */
export type Pointer = "" | `/${string}`

/** `base` and one more key or index below it, escaped as RFC 6901 says. */
export function below(base: Pointer, key: string | number): Pointer {
  if (typeof key === "number") return `${base}/${key}`
  return `${base}/${/[~/]/.test(key) ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key}`
}

/** The keys of a pointer, unescaped: "/policy/0" gives ["policy", "0"]. */
export function pointerKeys(pointer: Pointer): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))
}

/** Whether `pointer` is `base` or lies below it. */
export function isWithin(pointer: Pointer, base: Pointer): boolean {
  return pointer === base || pointer.startsWith(`${base}/`)
}

/** The place that holds the one at `pointer`; that of "" is "". */
export function parent(pointer: Pointer): Pointer {
  const keys = pointer.slice(1, pointer.lastIndexOf("/"))
  return pointer.lastIndexOf("/") > 0 ? `/${keys}` : ""
}

/** The place that `inside` names within the one at `base`. */
export function joined(base: Pointer, inside: Pointer): Pointer {
  return inside === "" ? base : `${base}${inside}`
}
