import { useEffect, useLayoutEffect, useState } from "react"
import type { PageAt, Shown } from "./pages.ts"

/** Shows the page that the address asks for; the one before stays until the next one's code is there. */
export function App({ pageAt, first }: { pageAt: PageAt; first: Shown }) {
  const [{ route, Page }, show] = useState(first)
  useLayoutEffect(() => {
    // What was prerendered couldn't be used (.ci/firstScreen.ts); now it is this.
    document.getElementById("root")?.removeAttribute("inert")
  }, [])
  useEffect(() => {
    let last: unknown
    const follow = () => {
      const asked = pageAt(location.hash)
      last = asked
      asked.then((shown) => last === asked && show(shown)).catch(() => location.reload())
    }
    addEventListener("hashchange", follow)
    return () => removeEventListener("hashchange", follow)
  }, [pageAt])
  return <Page route={route} />
}
