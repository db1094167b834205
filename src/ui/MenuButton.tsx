import { useRef, useState } from "react"
import { Button } from "./Button.tsx"
import type { IconName } from "./Icon.tsx"
import { lazyPart, useLazyPart } from "./lazy.ts"
import type { MenuItem, MenuProps } from "./menuItem.ts"

/** The menus' own code: warmed when a menu is likely to be wanted. */
export const menuPart = lazyPart(() => import("./Menu.tsx"))

/** A button that opens a menu. The menu's code comes with the first one. */
export function MenuButton({
  label,
  icon,
  items,
  keepFocus = false,
}: {
  label: string
  icon: IconName
  /** Asked when the menu opens. */
  items: () => readonly MenuItem[]
  keepFocus?: boolean
}) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        ref={button}
        icon={icon}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        onPointerEnter={menuPart.warm}
        onFocus={menuPart.warm}
      />
      {open && (
        <LazyMenu
          anchor={button.current}
          label={label}
          items={items()}
          keepFocus={keepFocus}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

function LazyMenu(props: MenuProps) {
  const part = useLazyPart(menuPart)
  return part && <part.Menu {...props} />
}
