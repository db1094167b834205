import { useEffect, useState } from "react"
import { type ImportPlan, parseRuby, planImport } from "../../policy/index.ts"
import { useSettledDraft } from "../../store/context.tsx"

/** More than this isn't read: it would stall the page (DESIGN 5). */
const most = 4_000_000

interface Planned {
  readonly text: string
  readonly plan: ImportPlan | undefined
  readonly problem?: string
}

/** What importing a text would do. It is read once a person rests, and never holds a key up. */
export function usePlan(text: string) {
  const draft = useSettledDraft()
  const [planned, setPlanned] = useState<Planned>({ text: "", plan: undefined })
  const isTooLarge = text.length > most
  useEffect(() => {
    if (text.trim() === "" || isTooLarge) return
    let isOver = false
    const timer = setTimeout(async () => {
      const next = await planOf(text, draft)
      if (!isOver) setPlanned(next)
    }, 150)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [text, draft, isTooLarge])
  if (isTooLarge)
    return {
      plan: undefined,
      isReading: false,
      problem: `That is ${(text.length / 1_000_000).toFixed(1)} million characters; 4 million is the most. Paste the part that is about the role.`,
    }
  const isShown = text.trim() !== "" && planned.text === text
  return {
    plan: isShown ? planned.plan : undefined,
    isReading: !isShown,
    problem: isShown ? planned.problem : undefined,
  }
}

async function planOf(text: string, draft: Parameters<typeof planImport>[1]): Promise<Planned> {
  try {
    const plan = await planImport(text, draft, {
      parseRuby: async (source) => {
        const { loadPrism } = await import("./prism.ts")
        return parseRuby(source, await loadPrism(), draft.baseline)
      },
    })
    return { text, plan }
  } catch {
    return {
      text,
      plan: undefined,
      problem: "What reads such a text couldn't be loaded. Check the connection and try again.",
    }
  }
}
