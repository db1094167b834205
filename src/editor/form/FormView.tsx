import { useEffect } from "react"
import { baselines, type Pointer, parent, settings } from "../../policy/index.ts"
import { useEditorState } from "../../store/context.tsx"
import { afterPaint } from "../../ui/schedule.ts"
import { DefaultList } from "./DefaultList.tsx"
import styles from "./form.module.css"
import { itemFormPart } from "./ItemBody.tsx"
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

/** So many frames a place that has just been opened may take to be there, once the code of its fields is. */
const frames = 5

/** Goes to the place that was asked for, or to the nearest one around it that the form shows. */
function useReveal() {
  const revealed = useEditorState((state) => state.revealed)
  useEffect(() => {
    if (!revealed) return
    const { at, subject = "" } = revealed
    let callOff = () => {}
    const seek = (left: number, before?: Element) => {
      // Who went elsewhere meanwhile stays there.
      if (before && document.activeElement !== before) return
      const control = controlAt(at, subject)
      if (control?.element !== before) {
        control?.element.focus()
        control?.element.scrollIntoView({ block: "nearest" })
      }
      if (control && control.at !== at && left > 0)
        callOff = afterPaint(() => seek(itemFormPart.get() ? left - 1 : left, control.element))
    }
    seek(frames)
    return () => callOff()
  }, [revealed])
}

/** What has the focus at a place: a default by its name, else what stands for the place or one around it. */
function controlAt(wanted: Pointer, subject: string) {
  const named = document.getElementById(defaultId(wanted, subject))
  if (named) return { at: wanted, element: named }
  for (let at: Pointer = wanted; at !== ""; at = parent(at)) {
    const escaped = CSS.escape(at)
    const place = document.querySelector<HTMLElement>(
      `[data-at="${escaped}"], [data-place="${escaped}"]`,
    )
    const element = place?.matches("[tabindex], button")
      ? place
      : place?.querySelector<HTMLElement>("button:not([data-handle]), [tabindex], input")
    // A default of Jets' own has nothing to go to: its list has.
    if (element) return { at, element }
  }
  return undefined
}
