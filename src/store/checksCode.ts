import { checkConfig, newDiagnostics } from "../policy/index.ts"

export const checksCode = { checkConfig, newDiagnostics }
