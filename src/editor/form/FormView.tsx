import { useEffect } from "react"
import { baselines, type Pointer, parent, settings } from "../../policy/index.ts"
import { useEditorState } from "../../store/context.tsx"
import { DefaultList } from "./DefaultList.tsx"
import styles from "./form.module.css"
import { ItemList } from "./ItemList.tsx"
import { defaultId } from "./lists.ts"

/** The five lists, each as form controls. */
export function FormView() {
  const baseline = useEditorState((state) => state.draft.baseline)
  const vpcIsSet = useEditorState((state) =>
    Object.hasOwn(state.draft.config, "default_vpc_policy"),
  )
  useReveal()
  return (
    <div className={styles.form}>
      {settings.map((setting) => {
        if (setting === "policy" || setting === "managed_policy")
          return <ItemList key={setting} setting={setting} />
        const hasNone = baselines[baseline][setting].length === 0
        return setting === "default_vpc_policy" && hasNone && !vpcIsSet ? null : (
          <DefaultList key={setting} setting={setting} />
        )
      })}
    </div>
  )
}

/** Goes to the place that was asked for, or to the nearest one around it that the form shows. */
function useReveal() {
  const revealed = useEditorState((state) => state.revealed)
  useEffect(() => {
    if (!revealed) return
    const subject = document.getElementById(defaultId(revealed.at, revealed.subject ?? ""))
    if (subject) {
      subject.scrollIntoView({ block: "nearest" })
      subject.focus()
      return
    }
    for (let at: Pointer = revealed.at; at !== ""; at = parent(at)) {
      const escaped = CSS.escape(at)
      const place = document.querySelector<HTMLElement>(
        `[data-at="${escaped}"], [data-place="${escaped}"]`,
      )
      if (!place) continue
      place.scrollIntoView({ block: "nearest" })
      const control = place.matches("[tabindex], button")
        ? place
        : place.querySelector<HTMLElement>("button:not([data-handle]), [tabindex], input")
      // A default of Jets' own has nothing to go to: its list has.
      if (!control) continue
      control.focus()
      return
    }
  }, [revealed])
}
