import type { Setting } from "../../policy/index.ts"

/** What each list is called and what it is for. */
export const lists: Readonly<
  Record<Setting, { title: string; about: string; placeholder: string }>
> = {
  policy: {
    title: "Policy",
    about: "What your app needs beyond Jets' defaults.",
    placeholder: "Add a service, an action or a statement",
  },
  managed_policy: {
    title: "Managed policy",
    about: "AWS's or your own managed policies, by name or ARN.",
    placeholder: "Add a managed policy",
  },
  default_policy: {
    title: "Default policy",
    about: "What a Jets deploy itself needs.",
    placeholder: "Add to what Jets needs",
  },
  default_managed_policy: {
    title: "Default managed policy",
    about: "Managed policies that a Jets deploy itself needs.",
    placeholder: "Add a managed policy",
  },
  default_vpc_policy: {
    title: "Default VPC policy",
    about: "What a deploy of functions in a VPC needs.",
    placeholder: "Add to what a VPC needs",
  },
}

/** The id of a list's add box, which shortcuts and rows send the focus to. */
export function addBoxId(setting: Setting): string {
  return `add-to-${setting}`
}

/** The id of the tick box of one of Jets' defaults, in the list at `at`. */
export function defaultId(at: string, item: string): string {
  return `default-${at.replace("/", "")}-${item}`
}
