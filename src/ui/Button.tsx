import type { ComponentProps, ReactNode } from "react"
import styles from "./Button.module.css"
import { Icon, type IconName } from "./Icon.tsx"

type Look = "plain" | "line" | "primary" | "link"

type ButtonProps = Omit<ComponentProps<"button">, "className"> & {
  look?: Look
  icon?: IconName
} & ({ children: ReactNode } | { children?: never; "aria-label": string })

/** A button with words, or with a picture and a name. */
export function Button({ look = "plain", icon, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={styles.button}
      data-look={look}
      data-bare={children === undefined || undefined}
      title={children === undefined ? rest["aria-label"] : undefined}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}
