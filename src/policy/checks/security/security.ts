import type { Check } from "../walk.ts"
import { broadGrants } from "./broad.ts"
import { defaultsAreBroad } from "./defaultsBroad.ts"
import { escalations } from "./escalation.ts"
import { createServiceLinkedRole, passRole } from "./roleActions.ts"
import { notActionsWithTags } from "./tagConditions.ts"

/** What the role could be misused for. */
export const securityChecks: readonly Check[] = [
  escalations,
  broadGrants,
  passRole,
  createServiceLinkedRole,
  notActionsWithTags,
  defaultsAreBroad,
]
