import type { Original, OriginalLine, Place, Understood, Unrecognised } from '@shared/contract/old-papers'
import { unrecognisedPath } from './marks'

/** The original as it is drawn: blocks of the page, and stretches of a line by what they belong to. */

export type Block = { kind: 'line'; line: number } | { kind: 'table'; table: number; from: number; to: number }

/** Paragraphs and tables in their order. */
export function blocksOf({ lines }: Original): Block[] {
  const blocks: Block[] = []
  for (const [index, line] of lines.entries()) {
    const last = blocks.at(-1)
    if (line.cell === null) blocks.push({ kind: 'line', line: index })
    else if (last?.kind === 'table' && last.table === line.cell.table) last.to = index + 1
    else blocks.push({ kind: 'table', table: line.cell.table, from: index, to: index + 1 })
  }
  return blocks
}

export interface Stretch {
  from: number
  to: number
  bold: boolean
  /** Fields it belongs to, the narrowest first. */
  paths: readonly string[]
  state: 'plain' | 'field' | 'unsure' | 'unrecognised'
}

interface Owner {
  path: string
  from: number
  to: number
  state: Stretch['state']
}

const noOwners: readonly Owner[] = []

/** Whom the characters of every line belong to. */
export function ownersByLine(original: Original, understood: Understood | null): ReadonlyMap<number, readonly Owner[]> {
  const owners = new Map<number, Owner[]>()
  const put = (line: number, owner: Owner) => {
    const known = owners.get(line)
    if (known) known.push(owner)
    else owners.set(line, [owner])
  }
  for (const mark of understood?.marks ?? []) {
    for (const { line, from, to } of mark.places) {
      put(line, { path: mark.path, from, to, state: mark.sure ? 'field' : 'unsure' })
    }
  }
  for (const [index, left] of (understood?.unrecognised ?? []).entries()) {
    const { line, from, to } = placeOfLeft(original, left)
    put(line, { path: unrecognisedPath(index), from, to, state: 'unrecognised' })
  }
  return owners
}

export function ownersAt(owners: ReadonlyMap<number, readonly Owner[]>, line: number): readonly Owner[] {
  return owners.get(line) ?? noOwners
}

/** Where the words that belong to no field stand in their line. */
export function placeOfLeft({ lines }: Original, { line, text }: Unrecognised): Place {
  const whole = lines[line]?.text ?? ''
  const at = whole.indexOf(text)
  return at < 0 ? { line, from: 0, to: whole.length } : { line, from: at, to: at + text.length }
}

/** The line cut where its look or its owners change; the stretches joined are the line. */
export function stretchesOf(line: OriginalLine, owners: readonly Owner[]): Stretch[] {
  const { text } = line
  const clamp = (at: number) => Math.max(0, Math.min(text.length, at))
  const cuts = new Set([0, text.length])
  for (const [from, to] of line.bold) cuts.add(clamp(from)).add(clamp(to))
  for (const { from, to } of owners) cuts.add(clamp(from)).add(clamp(to))
  const ends = [...cuts].sort((a, b) => a - b)
  return ends.slice(1).map((to, index) => {
    const from = ends[index] ?? 0
    const over = owners
      .filter((owner) => owner.from <= from && owner.to >= to)
      .sort((a, b) => a.to - a.from - (b.to - b.from))
    return {
      from,
      to,
      bold: line.bold.some(([start, end]) => start <= from && end >= to),
      paths: over.map(({ path }) => path),
      state: stateOf(over),
    }
  })
}

function stateOf(owners: readonly Owner[]): Stretch['state'] {
  const [first] = owners
  if (!first) return 'plain'
  if (owners.some(({ state }) => state === 'unsure')) return 'unsure'
  // What was made a field by hand is no longer left over.
  return owners.some(({ state }) => state === 'field') ? 'field' : first.state
}

/** Words of places, line by line. */
export function textOf({ lines }: Original, places: readonly Place[]): string[] {
  return places
    .map(({ line, from, to }) => (lines[line]?.text ?? '').slice(from, to).trim())
    .filter((text) => text !== '')
}

/** What is left of the leftover words once these places belong to a field. */
export function withoutPlaces(original: Original, understood: Understood, places: readonly Place[]): Unrecognised[] {
  return understood.unrecognised.flatMap((left) => {
    let rest = [placeOfLeft(original, left)]
    for (const taken of places) {
      rest = rest.flatMap((one) => (one.line === taken.line ? cut(one, taken) : [one]))
    }
    const whole = original.lines[left.line]?.text ?? ''
    return rest.flatMap(({ line, from, to }) => {
      const text = whole.slice(from, to).trim()
      return /[\p{L}\p{N}]/u.test(text) ? [{ line, text }] : []
    })
  })
}

function cut(one: Place, taken: Place): Place[] {
  if (taken.to <= one.from || taken.from >= one.to) return [one]
  const parts = [
    { ...one, to: Math.max(one.from, taken.from) },
    { ...one, from: Math.min(one.to, taken.to) },
  ]
  return parts.filter(({ from, to }) => to > from)
}
