import type { ComponentProps } from "react"
import styles from "./TextInput.module.css"

/** A line of text that is no prose: nothing corrects or completes it but a list of its own. */
export function TextInput(props: Omit<ComponentProps<"input">, "className">) {
  return (
    <input
      className={styles.input}
      spellCheck={false}
      autoCapitalize="none"
      autoComplete="off"
      {...props}
    />
  )
}
