import { type ReactNode, useSyncExternalStore } from "react"
import { Group, Panel, Separator } from "react-resizable-panels"
import { useDiagnostics, useEditor, useEditorState } from "../store/context.tsx"
import type { View } from "../store/state.ts"
import { Tabs } from "../ui/Tabs.tsx"
import styles from "./app.module.css"

const narrow = window.matchMedia("(max-width: 899px)")

function useNarrow(): boolean {
  return useSyncExternalStore(
    (tell) => {
      narrow.addEventListener("change", tell)
      return () => narrow.removeEventListener("change", tell)
    },
    () => narrow.matches,
  )
}

interface LayoutProps {
  settings: ReactNode
  output: ReactNode
  problems: ReactNode
}

/** The three areas: side by side and below, or on a narrow screen one at a time. */
export function Layout(areas: LayoutProps) {
  return useNarrow() ? <OneAtATime {...areas} /> : <AllAtOnce {...areas} />
}

function AllAtOnce({ settings, output, problems }: LayoutProps) {
  return (
    <Group orientation="vertical" className={styles.areas}>
      <Panel minSize={200}>
        <Group orientation="horizontal">
          <Panel defaultSize="54%" minSize={320}>
            <Area name="Settings">{settings}</Area>
          </Panel>
          <Separator className={styles.separatorColumn} aria-label="Width of the settings" />
          <Panel minSize={280}>
            <Area name="Output">{output}</Area>
          </Panel>
        </Group>
      </Panel>
      <Separator className={styles.separatorRow} aria-label="Height of settings and output" />
      <Panel defaultSize={150} minSize={37} groupResizeBehavior="preserve-pixel-size">
        <Area name="Problems">{problems}</Area>
      </Panel>
    </Group>
  )
}

function OneAtATime({ settings, output, problems }: LayoutProps) {
  const { actions } = useEditor()
  const view = useEditorState((state) => state.view)
  const count = useDiagnostics().length
  return (
    <>
      <div id="view" className={styles.areas}>
        <Area name="Settings" hidden={view !== "settings"}>
          {settings}
        </Area>
        <Area name="Output" hidden={view !== "output"}>
          {output}
        </Area>
        <Area name="Problems" hidden={view !== "problems"}>
          {problems}
        </Area>
      </div>
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
    </>
  )
}

function Area({
  name,
  hidden = false,
  children,
}: {
  name: string
  hidden?: boolean
  children: ReactNode
}) {
  return (
    <section aria-label={name} className={styles.area} hidden={hidden}>
      {children}
    </section>
  )
}
