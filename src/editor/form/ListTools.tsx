import { type KeyboardEvent, useEffect } from "react"
import { useEditor } from "../../store/context.tsx"
import { Button } from "../../ui/Button.tsx"
import styles from "./filter.module.css"
import { filterFrom } from "./filter.ts"
import { lists } from "./lists.ts"
import type { ShownRow } from "./RowGroup.tsx"
import type { List } from "./useList.ts"
import { counted } from "./words.ts"

/** More rows than these at once would hold the page up. */
const mostOpened = 50

/** Milliseconds until what a filter leaves is said. */
const afterTyping = 600

/** What can be done to the rows of a list together: filter them, open or close them. */
export function ListTools({ list }: { list: List }) {
  const { setting, rows, query, setQuery } = list
  const { actions } = useEditor()
  const shown = shownOf(list) ?? counted(rows.length, "item")
  useEffect(() => {
    if (query === "") return
    const timer = setTimeout(() => actions.announce(shown), afterTyping)
    return () => clearTimeout(timer)
  }, [query, shown, actions])
  // A filter that is in use stays.
  const filters = rows.length > (query === "" ? filterFrom : 0)
  const opens = rows.filter(canOpen).length >= 2
  return filters || opens ? (
    <div className={styles.tools}>
      {filters && (
        <input
          type="search"
          className={styles.filter}
          aria-label={`Filter ${lists[setting].title}`}
          placeholder="Filter"
          value={query}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key !== "Escape" || query === "") return
            event.preventDefault()
            setQuery("")
          }}
        />
      )}
      {opens && <OpenAll list={list} />}
    </div>
  ) : null
}

function OpenAll({ list: { setting, rows, hidden, openIds, setOpenIds } }: { list: List }) {
  const { actions } = useEditor()
  const { title } = lists[setting]
  const openable = rows.filter((row) => canOpen(row) && !hidden.has(row.id))
  const isAnyOpen = openable.some(({ id }) => openIds.has(id))
  const tooMany = openable.length > mostOpened
  const closes = isAnyOpen || tooMany
  const disabled = !isAnyOpen && (tooMany || openable.length === 0)
  return (
    <Button
      look="link"
      aria-label={`${closes ? "Collapse" : "Expand"} all of ${title}`}
      aria-disabled={disabled}
      title={
        tooMany
          ? `Closes all rows. To open them one by one: more than ${mostOpened} at once are too many.`
          : undefined
      }
      onClick={() => {
        if (disabled) return
        setOpenIds((open) => {
          const next = new Set(open)
          for (const { id } of openable) closes ? next.delete(id) : next.add(id)
          return next
        })
        actions.announce(`${closes ? "Collapsed" : "Expanded"} all of ${title}`)
      }}
    >
      {closes ? "Collapse all" : "Expand all"}
    </Button>
  )
}

const canOpen = ({ value }: ShownRow) => typeof value !== "string"

/** "3 items"; while a filter hides some, "2 of 30 shown". */
export function shownOf({ rows, hidden, countShown }: List): string | undefined {
  return hidden.size === 0 || countShown === rows.length
    ? undefined
    : `${countShown.toLocaleString("en")} of ${rows.length.toLocaleString("en")} shown`
}

/** Instead of rows: the filter leaves none. */
export function NothingFound({ list: { setting, query, setQuery } }: { list: List }) {
  const { title } = lists[setting]
  return (
    <p className={styles.nothing}>
      <span>
        Nothing in {title} matches <q>{query.trim()}</q>.
      </span>
      <Button
        look="link"
        onClick={() => {
          setQuery("")
          document.querySelector<HTMLElement>(`[aria-label="Filter ${title}"]`)?.focus()
        }}
      >
        Clear the filter
      </Button>
    </p>
  )
}
