import type { Mark } from "./marks.ts"
import styles from "./output.module.css"

/** The marks beside a block's lines: they lie over it, so that no line is rendered for them. */
export function LineMarks({ marks }: { marks: readonly Mark[] }) {
  return marks.map(({ kind, from, lines }) => (
    <span
      key={`${kind} ${from}`}
      className={styles.mark}
      data-mark={kind}
      // What is gone from the text's end is marked inside its last line.
      style={
        lines > 0
          ? { top: `${from}lh`, height: `${lines}lh` }
          : { top: `min(${from}lh, 100% - 2px)` }
      }
    />
  ))
}
