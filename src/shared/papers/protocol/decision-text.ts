import type { Decision } from '../../contract/meetings'
import type { Run } from '../model'
import { rawParagraphs, typesetRuns } from '../text'
import { unnamed, withAddressees } from './addressing'
import { markDues } from './due-marks'

/**
 * A decision as it is printed: addressee + action + (срок), the срок bold in brackets (FORMS §2). Its text is verbatim;
 * addressees and dues are added only where the text does not contain them.
 */
export function decisionParagraphs(decision: Decision): Run[][] {
  const marks = markDues(decision.text, decision.dues)
  const lines = rawParagraphs(decision.text).map(({ text, start }) => cut(text, start, marks.bold))
  if (lines.length === 0) lines.push([])
  const missing = unnamed(decision.text, decision.addressees)
  lines[0] = address(lines[0] ?? [], missing)
  const last = lines.length - 1
  lines[last] = close(lines[last] ?? [], marks.apart)
  return lines.map(typesetRuns).filter((runs) => runs.length > 0)
}

/** One paragraph cut at the borders of what is bold. */
function cut(text: string, start: number, bold: readonly [number, number][]): Run[] {
  const runs: Run[] = []
  let at = 0
  for (const [from, to] of bold) {
    const begin = Math.max(from - start, at)
    const end = Math.min(to - start, text.length)
    if (end <= begin) continue
    if (begin > at) runs.push({ text: text.slice(at, begin) })
    runs.push({ text: text.slice(begin, end), bold: true })
    at = end
  }
  if (at < text.length) runs.push({ text: text.slice(at) })
  return runs
}

function address(runs: Run[], missing: readonly string[]): Run[] {
  if (missing.length === 0) return runs
  const [first, ...rest] = runs
  if (first === undefined) return [{ text: withAddressees('', missing).replace(/: $/u, '') }]
  if (first.bold === true) return [{ text: withAddressees('', missing) }, ...runs]
  return [{ text: withAddressees(first.text, missing) }, ...rest]
}

/** Abbreviations whose full stop is not the end of the sentence, and initials. */
const ABBREVIATED =
  /(?:^|[\s(«])(?:г|гг|др|пр|т\.\s?д|т\.\s?п|т\.\s?е|чел|экз|руб|тыс|стр|кл|им|ул|д|обл|р|\p{Lu}\.\s?\p{Lu}|\p{Lu})\.$/u

/** Adds dues before the closing full stop: «Подготовить отчёт (до 1 мая).» */
function close(runs: Run[], apart: readonly string[]): Run[] {
  if (apart.length === 0) return runs
  const due: Run = { text: `(${apart.join(', ')})`, bold: true }
  const last = runs[runs.length - 1]
  if (last === undefined) return [due]
  const text = last.text.trimEnd()
  const abbreviated = ABBREVIATED.test(text)
  const stop = /[.,;:]+$/u.exec(text)?.[0] ?? ''
  const body = abbreviated ? text : text.slice(0, text.length - stop.length).trimEnd()
  return [...runs.slice(0, -1), { ...last, text: `${body} ` }, due, { text: stop.replace(/[:,]$/u, '.') }]
}
