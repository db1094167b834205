import { useEffect } from "react"
import { managedNames, type Role } from "../../policy/index.ts"
import { useEditor, useEditorState } from "../../store/context.tsx"

/**
 * Asks for what says which actions roles allow: AWS's names, and the documents of the managed policies that they
 * attach. Gives whether some of it is still to come.
 */
export function useAccessCatalog(...roles: readonly Role[]): boolean {
  const { actions } = useEditor()
  const catalog = useEditorState((state) => state.catalog)
  const failed = useEditorState((state) => state.catalogFailed)
  const isNamed = catalog.services !== undefined && catalog.actions !== undefined
  const hasNames = catalog.managedPolicies !== undefined
  const missing = [...new Set(roles.flatMap(managedNames))]
    .filter((name) => !catalog.managedDocuments?.has(name))
    .filter((name) => catalog.managedPolicies?.has(name) ?? true)
    .join(" ")
  useEffect(() => {
    if (failed) return
    if (!isNamed) actions.wantCatalog("services", "actionNames")
    if (!hasNames && missing !== "") actions.wantCatalog("managedPolicies")
    if (hasNames && missing !== "") actions.wantDocuments(missing.split(" "))
  }, [actions, failed, isNamed, hasNames, missing])
  return !failed && (!isNamed || missing !== "")
}
