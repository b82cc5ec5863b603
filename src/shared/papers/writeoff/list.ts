import type { WriteOffRecord } from '../../contract/writeoff'
import { formatMoney, formatNumber } from '../../domain/text/plural'
import { cell, row } from '../block-makers'
import { boldCell, bookLine, textCell } from '../books'
import { columnsOf, type PageSetup, type Row, type Table } from '../model'

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
    textCell(`${index + 1}.`, 'center'),
    textCell(line.inventoryNumbers, 'left'),
    textCell(bookLine(line), 'left'),
    textCell(formatNumber(line.copies), 'right'),
    textCell(line.price === 0 ? '' : formatMoney(line.price, ''), 'right'),
    textCell(formatMoney(line.copies * line.price, ''), 'right'),
  ])
}

function totalRow({ copies, sum }: WriteOffRecord): Row {
  return row([
    { ...boldCell('Итого', 'left'), columnSpan: 3 },
    boldCell(formatNumber(copies), 'right'),
    textCell('', 'left'),
    boldCell(formatMoney(sum, ''), 'right'),
  ])
}
