import type { TablePart } from '../../contract/report-content'
import { CELL_PADDING_MM } from '../styles'
import { printable } from '../text'

/** Shares of the columns, so that no word of a head and no number is broken apart where the page has room for it. */
export function columnShares({ columns, rows }: TablePart, widthMm: number): number[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  const asked = columns.map(({ share }) => (share / whole) * widthMm)
  const least = columns.map(({ title, align }, at) => {
    const cells =
      align === 'left' ? [] : rows.flatMap(({ look, cells: said }) => (look === 'group' ? [] : [said[at]?.text ?? '']))
    return Math.max(...[title, ...cells].flatMap(unbroken).map(wordMm)) + 2 * CELL_PADDING_MM + BORDERS_MM
  })
  if (least.reduce((sum, one) => sum + one, 0) > widthMm) return asked
  // Narrow columns take what they need from those that have more than they need.
  const lacking = asked.map((width, at) => Math.max(0, (least[at] ?? 0) - width))
  const spare = asked.map((width, at) => Math.max(0, width - (least[at] ?? 0)))
  const all = spare.reduce((sum, one) => sum + one, 0)
  const taken = lacking.reduce((sum, one) => sum + one, 0)
  return asked.map((width, at) => width + (lacking[at] ?? 0) - (all === 0 ? 0 : ((spare[at] ?? 0) / all) * taken))
}

const BORDERS_MM = 0.6
const TABLE_PT = 12
const MM_PER_PT = 25.4 / 72

/** What a line is not broken within: a word, a part of one before a hyphen; the hyphen stays with it. */
const unbroken = (text: string): string[] => printable(text).split(/[ \n]|(?<=[-\u00AD])/u)

/** In bold Times New Roman, rather too much. */
function wordMm(word: string): number {
  const ems = [...word].reduce((sum, sign) => sum + emOf(sign), 0)
  return ems * TABLE_PT * MM_PER_PT
}

function emOf(sign: string): number {
  if (/[.,:;'’()|\u202F ]/u.test(sign)) return 0.34
  if (/[ЖШЩМЮФЫжшщмюыф№WMm%—]/u.test(sign)) return /\p{Lu}|№|%|—/u.test(sign) ? 1 : 0.8
  if (/\p{Lu}/u.test(sign)) return 0.76
  return /\d/u.test(sign) ? 0.5 : 0.56
}
