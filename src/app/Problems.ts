import { lazy } from "react"
import { loadChecks } from "../store/checks.ts"

/** The problems and what finds them, which come once the rest of the page stands. */
export const Problems = lazy(async () => {
  const [{ ProblemsPane }] = await Promise.all([
    import("../problems/ProblemsPane.tsx"),
    loadChecks(),
  ])
  return { default: ProblemsPane }
})
