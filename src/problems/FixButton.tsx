import type { Fix } from "../policy/index.ts"
import { useEditor } from "../store/context.tsx"
import { Button } from "../ui/Button.tsx"

/** Carries out a fix. Beside the message the thing that it names need not be said again. */
export function FixButton({
  fix,
  subject,
  describedBy,
}: {
  fix: Fix
  subject: string | undefined
  describedBy?: string
}) {
  const { actions } = useEditor()
  const short = subject !== undefined && fix.title.endsWith(` ${subject}`)
  return (
    <Button
      look="link"
      aria-describedby={describedBy}
      onClick={() => {
        actions.applyFix(fix)
        actions.announce(`Done: ${fix.title}`)
      }}
    >
      {short ? fix.title.slice(0, -subject.length - 1) : fix.title}
    </Button>
  )
}
