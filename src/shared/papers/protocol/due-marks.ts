import type { Due } from '../../contract/meetings'

/** Where the dues of a decision stand in its text, as half-open ranges of characters to be printed bold. */
export interface DueMarks {
  bold: [number, number][]
  /** Dues that the text does not contain: to be added after it. */
  apart: string[]
}

/**
 * Finds every due: by its range; by its words when the range has gone stale (the text was edited after) or there is
 * none. Brackets that hold nothing but dues belong to them: «(февраль, апрель, октябрь 2024 года)» is bold as a whole.
 */
export function markDues(text: string, dues: readonly Due[]): DueMarks {
  const found: [number, number][] = []
  const apart: string[] = []
  for (const due of dues) {
    const range = locate(text, due, found)
    if (range !== null) found.push(range)
    else if (due.text.trim() !== '' && !apart.includes(due.text.trim())) apart.push(due.text.trim())
  }
  found.sort((a, b) => a[0] - b[0])
  return { bold: merge(withBrackets(text, found)), apart }
}

function locate(text: string, due: Due, taken: readonly [number, number][]): [number, number] | null {
  const words = due.text.trim()
  if (due.range !== null) {
    const [from, to] = due.range
    const inside = from >= 0 && from < to && to <= text.length
    if (inside && (words === '' || same(text.slice(from, to), words))) return [from, to]
  }
  return words === '' ? null : search(text, words, taken)
}

function same(a: string, b: string): boolean {
  return squeeze(a) === squeeze(b)
}

/** Case, spaces, kinds of dashes and «ё» do not make another due. */
function squeeze(text: string): string {
  return text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/[\s()]+/gu, '')
}

/** The first place where the words stand by themselves and no other due stands already. */
function search(text: string, words: string, taken: readonly [number, number][]): [number, number] | null {
  const pattern = words
    .split(/\s+/u)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[-‐‑‒–—−]/gu, '\\s*[-‐‑‒–—−]\\s*'))
    .join('\\s+')
  for (const match of text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu'))) {
    const range: [number, number] = [match.index, match.index + match[0].length]
    if (!taken.some(([from, to]) => range[0] < to && from < range[1])) return range
  }
  return null
}

function withBrackets(text: string, ranges: readonly [number, number][]): [number, number][] {
  const marked = [...ranges]
  for (const match of text.matchAll(/\([^()]*\)/gu)) {
    const from = match.index
    const to = from + match[0].length
    const inside = ranges.filter((range) => range[0] >= from && range[1] <= to)
    if (inside.length > 0 && onlyDues(text, from + 1, to - 1, inside)) marked.push([from, to])
  }
  return marked
}

/** Words that join dues or say how they are meant. */
const LINKS = /^(?:и|или|до|с|по|в|к|срок|сроки|далее|затем|также|соответственно|не|позднее|года|год|г)$/u

function onlyDues(text: string, from: number, to: number, inside: readonly [number, number][]): boolean {
  let rest = ''
  let at = from
  for (const [start, end] of inside) {
    rest += ` ${text.slice(at, Math.max(start, at))} `
    at = Math.max(at, end)
  }
  rest += text.slice(at, to)
  const words = rest.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.every((word) => LINKS.test(word))
}

function merge(ranges: [number, number][]): [number, number][] {
  const merged: [number, number][] = []
  for (const range of ranges.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = merged[merged.length - 1]
    if (last !== undefined && range[0] <= last[1]) last[1] = Math.max(last[1], range[1])
    else merged.push([range[0], range[1]])
  }
  return merged
}
