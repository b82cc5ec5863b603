import { typeset } from '../domain/text/typography'
import type { Run } from './model'

/** Typed text on its way to paper: paragraphs, typography, and the bookkeeping that keeps bold where it belongs. */

/** Control characters and lone surrogates: XML cannot hold them, and Word would call the file damaged. */
const UNPRINTABLE = /(?!\s)\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu

/** One line for paper: spaces made single, «ёлочки», dashes, non-breaking spaces. */
export function printable(text: string): string {
  return typeset(clean(text)).trim()
}

function clean(text: string): string {
  return text.replace(UNPRINTABLE, '').replace(/[^\S\u00A0\u202F]+/gu, ' ')
}

/** Non-empty paragraphs of typed text, ready for paper. */
export function paragraphs(text: string): string[] {
  return rawParagraphs(text)
    .map(({ text: line }) => printable(line))
    .filter((line) => line !== '')
}

/** A paragraph as typed and where it begins in the whole text. */
export interface RawParagraph {
  text: string
  start: number
}

/** Non-empty paragraphs untouched, for ranges that count characters of the whole text. */
export function rawParagraphs(text: string): RawParagraph[] {
  const found: RawParagraph[] = []
  let start = 0
  for (const line of text.split(/\r\n|[\n\r\v\f\u2028\u2029]/u)) {
    const at = text.indexOf(line, start)
    found.push({ text: line, start: at })
    start = at + line.length
  }
  return found.filter(({ text: line }) => line.trim() !== '')
}

/**
 * Typesets runs as one text, since quotes and spaces are judged by what stands around them, and cuts the result at the
 * same places. Empty runs are dropped.
 */
export function typesetRuns(runs: readonly Run[]): Run[] {
  const cleaned = singleSpaced(runs.map((run) => ({ ...run, text: clean(run.text) })))
  const raw = cleaned.map((run) => run.text).join('')
  const set = typeset(raw)
  const ends = boundaries(
    raw,
    set,
    cleaned.map((_, index) => cleaned.slice(0, index + 1).reduce((length, run) => length + run.text.length, 0)),
  )
  const cut = cleaned.map((run, index) => ({ ...run, text: set.slice(ends[index - 1] ?? 0, ends[index]) }))
  return trimmed(cut)
}

/** A space at the end of one run and at the beginning of the next is one space. */
function singleSpaced(runs: readonly Run[]): Run[] {
  let before = ''
  return runs.map((run) => {
    const text = before.endsWith(' ') ? run.text.replace(/^ +/u, '') : run.text
    if (text !== '') before = text
    return { ...run, text }
  })
}

/** Runs without the spaces at both ends of the whole; what they leave empty goes. */
function trimmed(runs: Run[]): Run[] {
  const filled = runs.filter((run) => run.text !== '')
  const [first] = filled
  const last = filled[filled.length - 1]
  if (first === undefined || last === undefined) return []
  if (first.text.trim() === '') return trimmed(filled.slice(1))
  if (last.text.trim() === '') return trimmed(filled.slice(0, -1))
  return filled.map((run) => {
    const start = run === first ? run.text.trimStart() : run.text
    return { ...run, text: run === last ? start.trimEnd() : start }
  })
}

/**
 * Where the positions of `raw` have gone in `set`. Typography changes signs one for one and adds or removes only spaces
 * and dots, so letters and digits are the landmarks: a position is as many landmarks in as it was.
 */
function boundaries(raw: string, set: string, positions: readonly number[]): number[] {
  const landmarks = [...set.matchAll(/[\p{L}\p{N}]/gu)].map((match) => match.index)
  return positions.map((position) => {
    if (position >= raw.length) return set.length
    const passed = raw.slice(0, position).match(/[\p{L}\p{N}]/gu)?.length ?? 0
    // Signs between the landmarks on both sides of the position are matched from the left, as they are changed in place.
    const rawFrom = passed === 0 ? 0 : lastLandmarkEnd(raw.slice(0, position))
    const setFrom = passed === 0 ? 0 : (landmarks[passed - 1] ?? 0) + 1
    const setTo = landmarks[passed] ?? set.length
    return Math.min(setFrom + countSigns(raw.slice(rawFrom, position), set.slice(setFrom, setTo)), setTo)
  })
}

function lastLandmarkEnd(text: string): number {
  const match = /[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u.exec(text)
  return match === null ? 0 : match.index + match[0].length
}

/** How many characters of `set` cover the signs of `raw`: signs other than spaces count, spaces go with what is before. */
function countSigns(raw: string, set: string): number {
  const wanted = raw.replace(/\s/gu, '').length
  let seen = 0
  let index = 0
  while (index < set.length && (seen < wanted || (/\s$/u.test(raw) && /\s/u.test(set.charAt(index))))) {
    if (!/\s/u.test(set.charAt(index))) seen++
    index++
  }
  return index
}

/** Text in «ёлочки», unless it stands in quotes of its own already. */
export function quoted(text: string): string {
  const line = printable(text)
  return /^«[^«»]*»$/u.test(line) ? line : `«${line}»`
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
