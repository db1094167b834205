import { checkConfig, identities, newDiagnostics, servicesToDetail } from "../policy/index.ts"

export const checksCode = { checkConfig, identities, newDiagnostics, servicesToDetail }
