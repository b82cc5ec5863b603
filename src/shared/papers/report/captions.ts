import { lineOf } from '../block-makers'
import type { Paragraph, Run } from '../model'
import { printable } from '../text'
import type { PrintedPiece } from './pieces'

/** «Таблица 1 — …» and «Рисунок 1 — …», numbered by Word itself, and the words that refer to them. */

const NBSP = '\u00A0'
const words = {
  table: { one: 'таблица', many: 'таблицы', caption: 'Таблица', sequence: 'Таблица', bookmark: 'report_table_' },
  chart: { one: 'рисунок', many: 'рисунки', caption: 'Рисунок', sequence: 'Рисунок', bookmark: 'report_figure_' },
} as const
type Shown = keyof typeof words

export function caption({ piece, part, number }: PrintedPiece, note = ''): Paragraph {
  const kind: Shown = part?.form === 'chart' ? 'chart' : 'table'
  const { caption: word, sequence, bookmark } = words[kind]
  const title = printable(piece.title) || printable(part?.title ?? '')
  const runs: Run[] = [
    { text: `${word}${NBSP}` },
    { text: String(number), field: { kind: 'sequence', name: sequence, bookmark: `${bookmark}${number}` } },
    ...(title === '' ? [] : [{ text: ` — ${title}${note}` }]),
  ]
  // ГОСТ 7.32: the name of a table stands over it at the left, that of a figure below in the middle.
  return kind === 'table'
    ? lineOf('caption', runs, { keepNext: true, piece: piece.uid })
    : lineOf('caption', runs, { align: 'center', piece: piece.uid })
}

/** «таблица 1», «таблицы 1, 2 и рисунок 3»; nothing of nothing. */
export function referenceRuns(shown: readonly PrintedPiece[]): Run[] {
  const kinds = (['table', 'chart'] as const).filter((kind) => shown.some(({ part }) => part?.form === kind))
  return kinds.flatMap((kind, index) => {
    const of = shown.filter(({ part }) => part?.form === kind)
    const { one, many, bookmark } = words[kind]
    return [
      { text: `${index === 0 ? '' : ', '}${of.length === 1 ? one : many}${NBSP}` },
      ...of.flatMap(({ number }, at): Run[] => [
        ...(at === 0 ? [] : [{ text: ', ' }]),
        { text: String(number), field: { kind: 'reference', bookmark: `${bookmark}${number}` } },
      ]),
    ]
  })
}

/** The stop of a word cut short, which stays with it: «2025 г.», «100 руб.». */
const cutShort = /(?<!\p{L})(?:г|гг|руб|коп|экз|кл|т\. д|т\. п)\.$/u

/** The sentence with «(таблица 1)» before its full stop. */
export function withReference(runs: readonly Run[], reference: readonly Run[]): Run[] {
  if (reference.length === 0) return [...runs]
  const last = runs.at(-1)
  if (last !== undefined && cutShort.test(last.text)) return [...runs, { text: ' (' }, ...reference, { text: ').' }]
  const stop = last !== undefined && last.figure === undefined ? /[.!?…]$/u.exec(last.text)?.[0] : undefined
  const put: Run[] = [{ text: ' (' }, ...reference, { text: `)${stop ?? ''}` }]
  if (last === undefined || stop === undefined) return [...runs, ...put]
  return [...runs.slice(0, -1), { ...last, text: last.text.slice(0, -1) }, ...put].filter((run) => run.text !== '')
}
