import type { KeyboardEvent, PointerEvent } from "react"
import styles from "./app.module.css"

interface SeparatorProps {
  label: string
  look: "column" | "row"
  value: number
  max: number
  /** How much an arrow key, to the right or down, changes the value. */
  step: number
  /** The value that a pointer on the areas asks for. */
  at: (pointer: PointerEvent, areas: DOMRect) => number
  onChange: (value: number) => void
}

/** The line between two areas, to drag or to move by arrow keys (ARIA Authoring Practices, "Window Splitter"). */
export function Separator({ label, look, value, max, step, at, onChange }: SeparatorProps) {
  const change = (to: number) => onChange(Math.min(max, Math.max(0, to)))
  const press = (event: KeyboardEvent) => {
    const [back, on] = look === "column" ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"]
    if (event.key !== back && event.key !== on) return
    event.preventDefault()
    change(value + (event.key === on ? step : -step))
  }
  const drag = (event: PointerEvent<HTMLElement>) => {
    const areas = event.currentTarget.parentElement?.getBoundingClientRect()
    if (areas && event.currentTarget.hasPointerCapture(event.pointerId)) change(at(event, areas))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr can't be moved
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={look === "column" ? "vertical" : "horizontal"}
      aria-valuenow={Math.round(value)}
      aria-valuemin={0}
      aria-valuemax={max}
      className={styles.separatorLine}
      data-look={look}
      onKeyDown={press}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    />
  )
}
