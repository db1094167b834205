import type { Check } from "../walk.ts"
import { managedPolicyForms } from "./managed.ts"
import { resourceForms } from "./resources.ts"

/** The form of ARNs, of resources and of managed policies. */
export const arnChecks: readonly Check[] = [resourceForms, managedPolicyForms]
