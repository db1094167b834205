import { useLayoutEffect, useRef, useState } from "react"
import { lazyPart, useLazyPart } from "../../ui/lazy.ts"
import { type Caret, caretOf } from "./caret.ts"
import { JsonText } from "./JsonText.tsx"
import { hasCoarsePointer } from "./pointer.ts"

/** Monaco and all that belongs to it. */
const monacoPart = lazyPart(() => import("./MonacoEditor.tsx"))

/** Loads Monaco where it will be used: it doesn't work by touch. */
export function warmMonaco(): void {
  if (!hasCoarsePointer()) monacoPart.warm()
}

/** The settings as JSON: in Monaco, or in a plain field by touch and until Monaco has come. */
export function JsonView() {
  const [isPlain] = useState(hasCoarsePointer)
  const part = useLazyPart(monacoPart)
  const field = useRef<HTMLTextAreaElement>(null)
  const [left, setLeft] = useState<{ caret?: Caret } | undefined>(part && {})
  useLayoutEffect(() => {
    warmMonaco()
    if (part && !left && field.current) setLeft({ caret: caretOf(field.current) })
  }, [part, left])
  return !isPlain && part && left ? (
    <part.MonacoEditor caret={left.caret} />
  ) : (
    <JsonText field={field} withIssues={isPlain} />
  )
}
