import { createContext, useContext } from "react"
import { type Diagnostic, isWithin, type Pointer } from "../../../policy/index.ts"

/** What is wrong with the open item, as far as a field can show it. */
export const ItemProblems = createContext<readonly Diagnostic[]>([])

/** What is wrong at a place or inside it. */
export function useProblemsIn(at: Pointer): readonly Diagnostic[] {
  return useContext(ItemProblems).filter((problem) => isWithin(problem.at, at))
}

/** What is wrong at this very place. */
export function useProblemsAt(at: Pointer): readonly Diagnostic[] {
  return useContext(ItemProblems).filter((problem) => problem.at === at)
}
