import type { Profile } from '../../contract/app'
import type { LibrarianRow } from '../../contract/librarians'
import type { LibrarianPaperColumn } from '../../contract/papers'
import { formatDate } from '../../domain/dates'
import { counted, formatNumber } from '../../domain/text/plural'
import { cell, line, row, signature, signed } from '../block-makers'
import { framed } from '../frame'
import { type Align, type Block, type Cell, columnsOf, type PageSetup, type Paper, textWidthMm } from '../model'
import { pageOf } from '../protocol/context'
import { CELL_PADDING_MM, DENSE_PADDING_MM } from '../styles'
import { isPersonal, librarianListColumns } from './list-columns'

/** Список библиотекарей (FORMS §8): landscape, numbered, the head on every page. */

export interface LibrarianListOptions {
  profile: Profile
  /** The day the bank is shown on. */
  on: string
  columns: readonly LibrarianPaperColumn[]
  /** False leaves out the columns with personal data, whatever was chosen. */
  personal: boolean
}

/** Of «№ п/п». */
const numbers = [4, 5] as const

export function buildLibrarianList(rows: readonly LibrarianRow[], options: LibrarianListOptions): Paper {
  const { profile, on, personal } = options
  const columns = options.columns.filter((key) => personal || !isPersonal(key)).map((key) => librarianListColumns[key])
  const page: PageSetup = { ...pageOf(profile), orientation: 'landscape' }
  const { points, widths, dense } = fitted([numbers, ...columns.map((column) => column.letters)], textWidthMm(page))
  const blocks: Block[] = [
    line('title', 'СПИСОК'),
    line('subtitle', 'работников школьных библиотек'),
    line('subtitle', profile.municipality),
    line('subtitle', `по состоянию на ${formatDate(on, profile.papers.dateStyle)}`),
    { kind: 'spacer', heightPt: 8 },
    {
      kind: 'table',
      columnsDxa: columnsOf(page, widths),
      dense,
      headRows: [row(['№ п/п', ...columns.map((column) => column.title)].map((title) => cell('cell-head', [title])))],
      rows: rows.map((person, index) =>
        row([
          aligned([`${formatNumber(index + 1)}.`], 'center'),
          ...columns.map((column) => aligned(column.texts(person), column.align ?? 'left')),
        ]),
      ),
      borders: 'all',
    },
    { kind: 'spacer', heightPt: 8 },
    line('attribute', total(rows)),
  ]
  return framed(profile, {
    title: `Список работников школьных библиотек на ${formatDate(on, 'digits')}`,
    page,
    tablePt: points,
    subject: 'Банк данных библиотекарей',
    keywords: 'список, школьные библиотеки',
    blocks: signed(blocks, [signature('Методист', [profile.methodologist])]),
  })
}

function total(rows: readonly LibrarianRow[]): string {
  if (rows.length === 0) return 'В списке никого нет.'
  const rates = rows.reduce((sum, person) => sum + (person.rate ?? 0), 0) / 100
  return `Всего: ${counted(rows.length, ['человек', 'человека', 'человек'])}, ${counted(rates, ['ставка', 'ставки', 'ставок'])}.`
}

/**
 * The largest letters at which every column has its wanted line; with too many columns for any, the smallest, and what is left
 * beyond the longest words is shared out.
 */
function fitted(
  columns: readonly (readonly [number, number])[],
  roomMm: number,
): { points: number; widths: number[]; dense: boolean } {
  const dense = columns.length > MANY
  const padding = 2 * (dense ? DENSE_PADDING_MM : CELL_PADDING_MM)
  const room = roomMm - padding * columns.length
  const sum = (of: readonly number[]): number => of.reduce((whole, one) => whole + one, 0)
  const wanted = sum(columns.map(([, want]) => want))
  const letterMm = (points: number): number => points * MM_PER_PT * LETTER_EM
  const points = SIZES.find((size) => wanted * letterMm(size) <= room) ?? SMALLEST
  const least = sum(columns.map(([min]) => min)) * letterMm(points)
  const growth = sum(columns.map(([min, want]) => want - min)) || 1
  const widths = columns.map(
    ([min, want]) => padding + min * letterMm(points) + (Math.max(0, room - least) * (want - min)) / growth,
  )
  return { points, widths, dense }
}

const SMALLEST = 6.5
const SIZES = [12, 11, 10, 9, 8, 7.5, 7, SMALLEST]
const MM_PER_PT = 25.4 / 72
/** A letter of Times New Roman, bold heads and figures among them, about. */
const LETTER_EM = 0.54
/** Columns from which on their padding takes too much of the sheet. */
const MANY = 11

function aligned(texts: readonly string[], align: Align): Cell {
  const made = cell('cell', texts)
  return { blocks: made.blocks.map((block) => ({ ...block, align })) }
}
