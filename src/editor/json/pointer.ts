/** Whether the person mainly touches: Monaco can't be used that way. */
export function hasCoarsePointer(): boolean {
  return window.matchMedia("(pointer: coarse)").matches
}
