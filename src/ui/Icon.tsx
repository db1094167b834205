import styles from "./Icon.module.css"

const paths = {
  grip: "M6 4h.01M6 8h.01M6 12h.01M10 4h.01M10 8h.01M10 12h.01",
  error: "M8 5v3.6M8 11h.01M14.2 8A6.2 6.2 0 1 1 1.800 8a6.200 6.200 0 0 1 12.400 0Z",
  warning: "M8 2 1.500 13.500h13L8 2Zm0 4.500v3.200M8 11.800h.01",
  security: "M8 1.800 13 4v4c0 3.200-2.200 5.300-5 6.300C5.200 13.300 3 11.200 3 8V4l5-2.200Z",
  info: "M8 7.400V11M8 5h.01M14.2 8A6.2 6.2 0 1 1 1.800 8a6.200 6.200 0 0 1 12.400 0Z",
  check: "m3.500 8.300 3 3 6-6.500",
  plus: "M8 3.500v9M3.500 8h9",
  undo: "M3 6.500h6.500a3.500 3.500 0 0 1 0 7H6M3 6.500l3-3M3 6.500l3 3",
  redo: "M13 6.500H6.500a3.500 3.500 0 0 0 0 7H10M13 6.500l-3-3M13 6.500l-3 3",
  history:
    "M8 4.500V8l2.500 1.500M2.500 8a5.500 5.500 0 1 0 1.600-3.900L2.500 5.700M2.500 2.800v2.900h2.900",
  copy: "M10.500 5.500V4A1.500 1.500 0 0 0 9 2.500H4A1.500 1.500 0 0 0 2.500 4v5A1.500 1.500 0 0 0 4 10.500h1.500M7 5.500h5A1.500 1.500 0 0 1 13.500 7v5a1.500 1.500 0 0 1-1.500 1.500H7A1.500 1.500 0 0 1 5.500 12V7A1.500 1.500 0 0 1 7 5.500Z",
  mark: "M8 1.500 2.500 4v4.200c0 3.300 2.400 5.400 5.500 6.300 3.100-.9 5.500-3 5.500-6.300V4L8 1.500Zm-2.500 6.500 1.800 1.800L10.800 6",
  moon: "M13.500 9.200A5.700 5.700 0 0 1 6.800 2.500a5.700 5.700 0 1 0 6.700 6.700Z",
  sun: "M8 10.800a2.800 2.800 0 1 0 0-5.600 2.800 2.800 0 0 0 0 5.600ZM8 1.500v1.200M8 13.300v1.200M1.500 8h1.200M13.300 8h1.200M3.400 3.400l.9.9M11.700 11.700l.9.9M3.400 12.600l.9-.9M11.700 4.300l.9-.9",
  system:
    "M3 3h10a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1ZM6 13.500h4M8 11v2.500",
  keyboard:
    "M2.500 4.500h11a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-5a1 1 0 0 1 1-1ZM4.500 7h.01M7 7h.01M9.500 7h.01M12 7h.01M5 9.300h6",
  close: "m4 4 8 8M12 4l-8 8",
} as const

export type IconName = keyof typeof paths | "more" | "right" | "down"

/** A picture beside words; it says nothing by itself. */
export function Icon({ name }: { name: IconName }) {
  // A long list has these on every row: what is painted as a background costs a frame nothing.
  if (name === "more") return <span className={styles.dots} aria-hidden="true" />
  if (name === "right" || name === "down")
    return <span className={styles.chevron} data-icon={name} aria-hidden="true" />
  return (
    <svg className={styles.icon} data-icon={name} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
