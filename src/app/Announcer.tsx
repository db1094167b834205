import { useEditorState } from "../store/context.tsx"
import styles from "./app.module.css"

/** What a screen reader is told, politely. The same words twice are two announcements. */
export function Announcer() {
  const announcement = useEditorState((state) => state.announcement)
  return (
    <div role="status" aria-live="polite" className={styles.announcer}>
      {announcement.text}
    </div>
  )
}
