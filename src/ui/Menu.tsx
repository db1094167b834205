import { Menu as Base } from "@base-ui/react/menu"
import { useRef } from "react"
import { Icon } from "./Icon.tsx"
import styles from "./Menu.module.css"
import type { MenuItem, MenuProps } from "./menuItem.ts"
import { popups } from "./popups.ts"

/** The open menu, on the button that opened it. */
export function Menu({ anchor, items, label, onClose, keepFocus }: MenuProps) {
  const chose = useRef(false)
  return (
    <Base.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Base.Portal container={popups()}>
        <Base.Positioner anchor={anchor} align="end" sideOffset={4} className={styles.positioner}>
          <Base.Popup
            aria-label={label}
            className={styles.popup}
            finalFocus={() =>
              (keepFocus && chose.current) || !anchor?.isConnected ? false : anchor
            }
          >
            {grouped(items).map(({ group, entries }) =>
              group === undefined ? (
                entries.map((item) => (
                  <Base.Item
                    key={item.id}
                    disabled={item.disabled ?? false}
                    className={styles.item}
                    onClick={() => {
                      chose.current = true
                      item.onSelect()
                    }}
                  >
                    {item.label}
                  </Base.Item>
                ))
              ) : (
                <Base.RadioGroup
                  key={group}
                  className={styles.group}
                  value={entries.find((item) => item.chosen)?.id}
                  onValueChange={(id) => entries.find((item) => item.id === id)?.onSelect()}
                >
                  <Base.GroupLabel className={styles.groupLabel}>{group}</Base.GroupLabel>
                  {entries.map((item) => (
                    <Base.RadioItem
                      key={item.id}
                      value={item.id}
                      className={styles.item}
                      closeOnClick
                    >
                      <span className={styles.tick}>
                        <Base.RadioItemIndicator>
                          <Icon name="check" />
                        </Base.RadioItemIndicator>
                      </span>
                      {item.label}
                    </Base.RadioItem>
                  ))}
                </Base.RadioGroup>
              ),
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/** Neighbours of one group together, in their order. */
function grouped(items: readonly MenuItem[]) {
  const groups: { group: string | undefined; entries: MenuItem[] }[] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (last && last.group === item.group) last.entries.push(item)
    else groups.push({ group: item.group, entries: [item] })
  }
  return groups
}
