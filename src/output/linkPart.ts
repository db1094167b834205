import { lazyPart } from "../ui/lazy.ts"

/** The code that writes links comes when one is wanted. */
export const linkPart = lazyPart(() => import("../link/link.ts"))
