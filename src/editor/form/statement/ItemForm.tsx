import { type Diagnostic, toPolicyItem } from "../../../policy/index.ts"
import { DocumentForm } from "./DocumentForm.tsx"
import { InlineForm } from "./InlineForm.tsx"
import { ItemProblems } from "./itemProblems.ts"
import { type FormProps, StatementForm } from "./StatementForm.tsx"

/** The fields of an item that is an object, by its kind. */
export function ItemForm({ problems, ...props }: FormProps & { problems: readonly Diagnostic[] }) {
  return <ItemProblems value={problems}>{formOf(props)}</ItemProblems>
}

function formOf(props: FormProps) {
  switch (toPolicyItem(props.value, "")?.kind) {
    case "inline":
      return <InlineForm {...props} />
    case "document":
      return <DocumentForm {...props} />
    default:
      return <StatementForm {...props} />
  }
}
