import { Autocomplete } from "@base-ui/react/autocomplete"
import { useRef, useState } from "react"
import styles from "./ComboBoxList.module.css"
import { type ComboBoxProps, type ComboChoice, inputProps, onEnterKey } from "./comboBoxInput.ts"
import { popups } from "./popups.ts"

/** The field with its choices below it. */
export function ComboBoxList({ startsOpen, ...props }: ComboBoxProps & { startsOpen: boolean }) {
  const { value, choices, status, onChange, onEnter } = props
  const [open, setOpen] = useState(startsOpen)
  const highlighted = useRef<ComboChoice | undefined>(undefined)
  return (
    <Autocomplete.Root
      items={choices}
      mode="none"
      value={value}
      open={open}
      onOpenChange={(next, { reason }) => {
        // Enter on what can't be taken leaves what is said of it.
        if (next || reason !== "none" || !props.invalid) setOpen(next)
      }}
      openOnInputClick
      itemToStringValue={(choice) => choice.value}
      onItemHighlighted={(choice) => {
        highlighted.current = choice
      }}
      onValueChange={(text, { reason }) => {
        if (reason === "item-press") {
          onEnter(text)
          setOpen(false)
        } else onChange(text)
      }}
    >
      <Autocomplete.Input
        {...inputProps(props)}
        onFocus={props.onFocus}
        onKeyDown={(event) => {
          if (highlighted.current === undefined || !open) {
            onEnterKey(props)(event)
            if (event.key === "Enter" && !props.invalid) setOpen(false)
          }
        }}
      />
      <Autocomplete.Portal container={popups()}>
        <Autocomplete.Positioner
          className={styles.positioner}
          sideOffset={4}
          align="start"
          anchor={() => document.getElementById(props.id)?.closest("[data-combo-anchor]") ?? null}
        >
          <Autocomplete.Popup className={styles.popup} data-empty-status={!status || undefined}>
            <Autocomplete.Status
              id={`${props.id}-status`}
              className={styles.status}
              data-invalid={props.invalid || undefined}
            >
              {status}
            </Autocomplete.Status>
            <Autocomplete.List
              id={`${props.id}-choices`}
              className={styles.list}
              aria-label="Choices"
            >
              {(choice: ComboChoice) => (
                <Autocomplete.Item key={choice.value} value={choice} className={styles.choice}>
                  <b>{choice.label}</b>
                  <span>{choice.detail}</span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  )
}
