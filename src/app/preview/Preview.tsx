import { lazy, useEffect, useState } from "react"
import { useShortcuts } from "../../commands/context.tsx"
import type { Shared } from "../../link/shared.ts"
import { OutputPane } from "../../output/OutputPane.tsx"
import type { Issue } from "../../policy/index.ts"
import { useEditor } from "../../store/context.tsx"
import { whenIdle } from "../../ui/schedule.ts"
import { Announcer } from "../Announcer.tsx"
import { useLight } from "../light/useLight.ts"
import { NoticeBar } from "../NoticeBar.tsx"
import { Problems } from "../Problems.ts"
import { versionNames } from "../versions.ts"
import { PreviewFrame } from "./PreviewFrame.tsx"

const PreviewSettings = lazy(async () => ({
  default: (await import("./PreviewSettings.tsx")).PreviewSettings,
}))

/** Somebody's settings: what differs, what comes out, what is wrong; to copy or to take along. */
export function Preview({ shared, issues }: { shared: Shared; issues: readonly Issue[] }) {
  const { actions } = useEditor()
  useShortcuts()
  useLight()
  useEffect(() => {
    const { title } = document
    document.title = `Preview – ${title}`
    return () => {
      document.title = title
    }
  }, [])
  useEffect(
    () =>
      whenIdle(() => {
        actions.wantCatalog("services")
      }),
    [actions],
  )
  // The output is what a link is opened for: the rest is only asked for once it stands.
  const [stands, setStands] = useState(false)
  useEffect(() => setStands(true), [])
  const { base, baseline } = shared
  return (
    <>
      <PreviewFrame
        kind={`${base ? "A review, read only" : "Read only"}, Jets ${versionNames[baseline]}`}
        onOpen={() => openInEditor(shared)}
        settings={stands && <PreviewSettings shared={shared} issues={issues} />}
        output={<OutputPane />}
        problems={stands && <Problems />}
      />
      <NoticeBar />
      <Announcer />
    </>
  )
}

/** Takes the settings into the tab's own editor: a step that Undo takes back. */
async function openInEditor({ config, baseline, scope, base }: Shared) {
  const { theEditor } = await import("../start.ts")
  theEditor().actions.replaceAll(
    { draft: { config, baseline }, base, scope: scope ?? "whole" },
    "The link's settings are in your editor now.",
  )
  location.hash = "#/"
}
