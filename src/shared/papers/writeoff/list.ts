import type { WriteOffRecord } from '../../contract/writeoff'
import { formatMoney, formatNumber } from '../../domain/text/plural'
import { cell, row } from '../block-makers'
import { type Align, type Cell, columnsOf, type PageSetup, type Row, type Table } from '../model'

type Line = WriteOffRecord['lines'][number]

const heads = ['№ п/п', 'Инв. номер', 'Автор, название, издательство, год', 'Экз.', 'Цена, руб.', 'Сумма, руб.']

/** Список исключённых объектов: the head on every page, no line parted over pages, the total at the end. */
export function bookList(record: WriteOffRecord, page: PageSetup): Table {
  return {
    kind: 'table',
    columnsDxa: columnsOf(page, [14, 27, 75, 14, 23, 27]),
    headRows: [row(heads.map((text) => cell('cell-head', [text])))],
    rows: [...record.lines.map(lineRow), totalRow(record)],
    borders: 'all',
  }
}

function lineRow(line: Line, index: number): Row {
  return row([
    text(`${index + 1}.`, 'center'),
    text(line.inventoryNumbers, 'left'),
    text(bookLine(line), 'left'),
    text(formatNumber(line.copies), 'right'),
    text(line.price === 0 ? '' : formatMoney(line.price, ''), 'right'),
    text(formatMoney(line.copies * line.price, ''), 'right'),
  ])
}

/** «Рябинин К. О. Алгебра. 7 класс. — Ясень, 2015» */
export function bookLine({ authors, title, publisher, publicationYear }: Line): string {
  const book = [authors, title].filter((part) => part !== '').join(' ')
  const imprint = [publisher, publicationYear === 0 ? '' : String(publicationYear)]
    .filter((part) => part !== '')
    .join(', ')
  if (imprint === '') return book
  return `${book.replace(/\.$/u, '')}. — ${imprint}`
}

function totalRow({ copies, sum }: WriteOffRecord): Row {
  return row([
    { ...bold('Итого', 'left'), columnSpan: 3 },
    bold(formatNumber(copies), 'right'),
    text('', 'left'),
    bold(formatMoney(sum, ''), 'right'),
  ])
}

function text(value: string, align: Align): Cell {
  const made = cell('cell', [value])
  return { blocks: made.blocks.map((block) => ({ ...block, align })) }
}

function bold(value: string, align: Align): Cell {
  const made = text(value, align)
  return {
    blocks: made.blocks.map((block) => ({ ...block, runs: block.runs.map((run) => ({ ...run, bold: true })) })),
  }
}
