export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly disabled?: boolean
  /** Present: one of a group to choose from; the group's name is said before it. */
  readonly group?: string
  readonly chosen?: boolean
  readonly onSelect: () => void
}

export interface MenuProps {
  anchor: HTMLElement | null
  items: readonly MenuItem[]
  label: string
  onClose: () => void
  /** Whether an item that was chosen sends the focus itself. */
  keepFocus: boolean
}
