/** The address of this page that opens a link's payload. */
export function addressOf(payload: string): string {
  return `${location.href.split("#", 1)[0]}#/p/${payload}`
}
