import { outputParts } from "../policy/index.ts"

export const writersCode = { outputParts }
