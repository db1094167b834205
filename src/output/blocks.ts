import { lineCount, type OutputPart } from "../policy/index.ts"

/** Some lines of an output that are rendered together. */
export interface Block {
  readonly id: number
  readonly text: string
  readonly lines: number
  /** The number of its first line, from 1. */
  readonly firstLine: number
}

interface PartedBlock extends Block {
  /** How many parts of the output it holds. */
  readonly parts: number
}

/** About so many lines are one block, and at most twice as many after an edit. */
const size = 60

/**
 * Gathers an output's parts into blocks, and keeps them from one output to the next: what changes stays in
 * its block, blocks before and behind it keep their ids and their texts.
 */
export function createBlocks(): (parts: readonly OutputPart[]) => readonly Block[] {
  let known: readonly OutputPart[] = []
  let blocks: readonly PartedBlock[] = []
  let lastId = 0

  return (parts) => {
    const same = (before: number, now: number) => known[before]?.text === parts[now]?.text
    const most = Math.min(known.length, parts.length)
    let start = 0
    while (start < most && same(start, start)) start++
    if (start === parts.length && start === known.length) return blocks
    let end = 0
    while (end < most - start && same(known.length - 1 - end, parts.length - 1 - end)) end++

    const kept = fitting(blocks, start)
    const rest = fitting(blocks.slice(kept.length).toReversed(), end).toReversed()
    // What comes between two blocks joins one of them.
    const joins = kept.length + rest.length === blocks.length
    const head = joins ? kept.slice(0, -1) : kept
    const tail = joins && kept.length === 0 ? rest.slice(1) : rest
    const old = blocks.slice(head.length, blocks.length - tail.length)
    const changed = parts.slice(count(head), parts.length - count(tail))
    const middle = split(changed).map((block, index) => ({
      ...block,
      id: old[index]?.id ?? ++lastId,
    }))
    known = parts
    blocks = numbered([...head, ...middle, ...tail])
    return blocks
  }
}

/** The first blocks that hold no more than so many parts. */
function fitting(blocks: readonly PartedBlock[], most: number): readonly PartedBlock[] {
  let parts = 0
  const beyond = blocks.findIndex((block) => {
    parts += block.parts
    return parts > most
  })
  return beyond < 0 ? blocks : blocks.slice(0, beyond)
}

function count(blocks: readonly PartedBlock[]): number {
  return blocks.reduce((sum, block) => sum + block.parts, 0)
}

type Cut = Pick<PartedBlock, "text" | "lines" | "parts">

function split(parts: readonly OutputPart[]): readonly Cut[] {
  const lines = parts.map(({ text }) => lineCount(text))
  const all = lines.reduce((sum, one) => sum + one, 0)
  const most = all <= 2 * size ? all : size
  const cuts: Cut[] = []
  let open: { text: string; lines: number; parts: number } = { text: "", lines: 0, parts: 0 }
  for (const [index, { text }] of parts.entries()) {
    open.text += text
    open.lines += lines[index] ?? 0
    open.parts += 1
    if (open.lines < most && index < parts.length - 1) continue
    cuts.push(open)
    open = { text: "", lines: 0, parts: 0 }
  }
  return cuts
}

function numbered(
  blocks: readonly (PartedBlock | Omit<PartedBlock, "firstLine">)[],
): readonly PartedBlock[] {
  let firstLine = 1
  return blocks.map((block) => {
    const stays = "firstLine" in block && block.firstLine === firstLine
    const placed = stays ? block : { ...block, firstLine }
    firstLine += block.lines
    return placed
  })
}
