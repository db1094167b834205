import { lineAt, lineElements } from "../../output/lines.ts"
import {
  isOutputFormat,
  isWithin,
  type Pointer,
  type Source,
  sourcesOf,
} from "../../policy/index.ts"
import { itemAt } from "../../store/items.ts"
import type { EditorStore } from "../../store/store.ts"

export type Places = ReturnType<typeof createPlaces>

/** Where an item shows on the page: its row, its lines, its problems. */
export function createPlaces(editor: EditorStore) {
  const output = kept("[data-testid=output]")
  const problems = kept("[aria-label=Problems]")
  let known: { parts: object; sources: readonly Source[] } | undefined
  let lastRow: HTMLElement | undefined

  /** Where the lines of the output that stands there come from. */
  function sources(): readonly Source[] {
    const { draft, scope, outputTab } = editor.getState()
    if (!isOutputFormat(outputTab)) return []
    const parts = editor.derived.outputParts(draft, scope, outputTab)
    const { config, baseline } = draft
    if (known?.parts !== parts)
      known = { parts, sources: sourcesOf(outputTab, parts, config, { baseline, scope }) }
    return known.sources
  }

  function itemOfPlace(at: Pointer | undefined): Pointer | undefined {
    return at === undefined ? undefined : itemAt(editor.getState().draft, at)
  }

  function linesOf(item: Pointer): readonly number[] {
    return sources().flatMap(({ from, first, lines }) =>
      from !== undefined && isWithin(from, item)
        ? Array.from({ length: lines }, (_, index) => first + index)
        : [],
    )
  }

  /** An item's row. That of the item in which a person types is the same at the next key. */
  function rowOf(item: Pointer): HTMLElement | undefined {
    if (!lastRow?.isConnected || lastRow.dataset.at !== item)
      lastRow = document.querySelector<HTMLElement>(`[data-at="${CSS.escape(item)}"]`) ?? undefined
    return lastRow
  }

  return {
    /** The item that an element of the page belongs to. */
    itemOf(element: Element | undefined): Pointer | undefined {
      const line = element && lineAt(element)
      if (line)
        return itemOfPlace(sources().find(({ first, lines }) => line.number < first + lines)?.from)
      const place = element?.closest<HTMLElement>("[data-at], [data-about]")?.dataset
      const at = place?.at ?? place?.about
      return isPointer(at) ? itemOfPlace(at) : undefined
    },
    /** The first line of each item, in the output's order; of two pieces of one item both. */
    firstLines(): readonly number[] {
      let before: Pointer | undefined
      return sources().flatMap(({ from, first }) => {
        const item = itemOfPlace(from)
        const starts = item !== undefined && item !== before
        before = item
        return starts ? [first] : []
      })
    },
    firstLine(item: Pointer): Element | undefined {
      return lineElements(output(), linesOf(item).slice(0, 1))[0]
    },
    line: (number: number): Element | undefined => lineElements(output(), [number])[0],
    /** All that shows an item. */
    elementsOf(item: Pointer): readonly Element[] {
      const at = CSS.escape(item)
      const row = rowOf(item)
      return [
        ...(row ? [row] : []),
        ...lineElements(output(), linesOf(item)),
        ...(problems()?.querySelectorAll(`[data-about="${at}"], [data-about^="${at}\\/"]`) ?? []),
      ]
    },
  }
}

/** An element that is looked for again only when it has left the page: of its many thousands. */
function kept(selector: string): () => Element | undefined {
  let element: Element | undefined
  return () => {
    if (!element?.isConnected) element = document.querySelector(selector) ?? undefined
    return element
  }
}

function isPointer(text: string | undefined): text is Pointer {
  return text === "" || text?.startsWith("/") === true
}
