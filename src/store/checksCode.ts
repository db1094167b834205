import { catalogNeeds, checkConfig, identities, newDiagnostics } from "../policy/index.ts"

export const checksCode = { catalogNeeds, checkConfig, identities, newDiagnostics }
