import { type CSSProperties, type ReactNode, useState } from "react"
import { useTextIssues } from "../problems/textIssues.ts"
import { useDiagnostics, useEditor, useEditorState } from "../store/context.tsx"
import type { View } from "../store/state.ts"
import { Tabs } from "../ui/Tabs.tsx"
import styles from "./app.module.css"
import { Separator } from "./Separator.tsx"

interface LayoutProps {
  settings: ReactNode
  output: ReactNode
  problems: ReactNode
}

/**
 * The three areas: side by side and below, or on a narrow screen one at a time. Which of the two it is, and
 * how far an area can be resized, is the style sheet's: the prerendered page must stand before React does.
 */
export function Layout({ settings, output, problems }: LayoutProps) {
  /** In percent of the width, and in pixels. */
  const [width, setWidth] = useState(54)
  const [height, setHeight] = useState(150)
  const sizes: CSSProperties & Record<`--${string}`, string> = {
    "--settings-width": `${width}%`,
    "--problems-height": `${height}px`,
  }
  return (
    <>
      <div id="view" className={styles.areas} style={sizes}>
        <Area name="Settings">{settings}</Area>
        <Separator
          label="Width of the settings"
          look="column"
          value={width}
          max={100}
          step={2}
          // Where the pointer is, in percent of the areas' width.
          at={(pointer, areas) => (100 * (pointer.clientX - areas.left)) / areas.width}
          onChange={setWidth}
        />
        <Area name="Output">{output}</Area>
        <Separator
          label="Height of settings and output"
          look="row"
          value={height}
          max={2_000}
          // Up makes the problems higher.
          step={-20}
          at={(pointer, areas) => areas.bottom - pointer.clientY}
          onChange={setHeight}
        />
        <Area name="Problems">{problems}</Area>
      </div>
      <div className={styles.views}>
        <Views />
      </div>
    </>
  )
}

/** Which area a narrow screen shows. */
function Views() {
  const { actions } = useEditor()
  const view = useEditorState((state) => state.view)
  const diagnostics = useDiagnostics().filter(({ severity }) => severity !== "info")
  const count = diagnostics.length + useTextIssues().issues.length
  return (
    <Tabs<View>
      label="View"
      look="bar"
      panelId="view"
      selected={view}
      onSelect={actions.showView}
      tabs={[
        { id: "settings", label: "Settings" },
        { id: "output", label: "Output" },
        { id: "problems", label: "Problems", detail: count > 0 ? String(count) : undefined },
      ]}
    />
  )
}

function Area({ name, children }: { name: Capitalize<View>; children: ReactNode }) {
  const shown = useEditorState((state) => state.view === name.toLowerCase())
  return (
    <section
      aria-label={name}
      className={styles.area}
      data-area={name.toLowerCase()}
      data-shown={shown || undefined}
    >
      {children}
    </section>
  )
}
