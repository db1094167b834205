import { type KeyboardEvent, useEffect, useId, useRef } from "react"
import styles from "./Tabs.module.css"

export interface Tab<Id extends string> {
  readonly id: Id
  readonly label: string
  /** Said behind the label, as a count is. */
  readonly detail?: string | undefined
}

interface TabsProps<Id extends string> {
  label: string
  tabs: readonly Tab<Id>[]
  selected: Id
  onSelect: (id: Id) => void
  /** A tab is likely to be selected next: the pointer or the focus is on it. */
  onNear?: (id: Id) => void
  /** The id of the element that shows the selected tab's content. */
  panelId: string
  look?: "line" | "bar"
}

/** How much of its neighbours is seen beside the selected tab, in a row that is too long. */
const margin = 24

/** A row of tabs; arrow keys, Home and End go from one to the next (ARIA Authoring Practices, "Tabs"). */
export function Tabs<Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
  onNear,
  panelId,
  look = "line",
}: TabsProps<Id>) {
  const row = useRef<HTMLDivElement>(null)
  const prefix = useId()
  useEffect(() => {
    const tab = document.getElementById(prefix + selected)
    if (!tab || !row.current) return
    const { scrollLeft, clientWidth } = row.current
    const start = tab.offsetLeft - row.current.offsetLeft - margin
    const end = start + tab.offsetWidth + 2 * margin
    if (start < scrollLeft) row.current.scrollLeft = start
    else if (end > scrollLeft + clientWidth) row.current.scrollLeft = end - clientWidth
  }, [prefix, selected])
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === selected)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length]
    if (!next) return
    event.preventDefault()
    onSelect(next.id)
    row.current?.querySelector<HTMLElement>(`#${CSS.escape(prefix + next.id)}`)?.focus()
  }
  return (
    <div ref={row} role="tablist" aria-label={label} className={styles.tabs} data-look={look}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          id={prefix + tab.id}
          type="button"
          role="tab"
          aria-selected={tab.id === selected}
          aria-controls={panelId}
          tabIndex={tab.id === selected ? 0 : -1}
          className={styles.tab}
          onClick={() => onSelect(tab.id)}
          onFocus={() => onNear?.(tab.id)}
          onPointerEnter={() => onNear?.(tab.id)}
          onKeyDown={move}
        >
          <span data-text={tab.label}>{tab.label}</span>
          {tab.detail && <span>{tab.detail}</span>}
        </button>
      ))}
    </div>
  )
}
