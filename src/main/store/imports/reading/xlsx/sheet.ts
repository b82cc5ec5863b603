import { parseDate } from '@shared/domain/dates'
import { attribute, decodeEscapes, XmlError, XmlReader } from '../../../foreign/xml'
import { errorCell, numberCell, parseReference } from '../formats'
import { lastExcelColumn, lastExcelRow, maxCellText, maxColumns } from '../limits'
import type { FileCell, FileRow, Merge } from '../types'
import { isTrue, type Workbook } from './workbook'

const wrong = (what: string): never => {
  throw new XmlError(what)
}

/** Turns the XML of a worksheet into rows; push portions of text, take `rows` away when there are enough. */
export class SheetReader {
  rows: FileRow[] = []
  private readonly xml: XmlReader
  private row = 0
  private cells: FileCell[] = []
  private hidden = false
  private filled = false
  private column = -1
  private style = 0
  private type = ''
  private value = ''
  private inRow = false
  private inData = false
  private inCell = false
  private taking = false
  private aids = 0
  seenData = false

  constructor(private readonly book: Workbook) {
    this.xml = new XmlReader({
      open: (name, raw) => this.open(name, raw),
      close: (name) => this.close(name),
      text: (text) => {
        if (this.taking) this.take(text)
      },
    })
  }

  push(text: string): void {
    this.xml.push(text)
  }

  end(): void {
    this.xml.end()
    if (!this.seenData) wrong('на листе нет данных')
  }

  private take(text: string): void {
    this.value = this.value === '' ? text : this.value + text
    if (this.value.length > maxCellText) wrong(`строка ${this.row}: слишком длинный текст`)
  }

  private open(name: string, raw: string): void {
    switch (name) {
      case 'c':
        if (this.inRow) this.openCell(raw)
        return
      case 'v':
        this.taking = this.inCell && this.type !== 'inlineStr'
        return
      case 't':
        this.taking = this.inCell && this.type === 'inlineStr' && this.aids === 0
        return
      case 'row':
        if (this.inData) this.openRow(raw)
        return
      case 'rPh':
        this.aids++
        return
      case 'sheetData':
        if (this.seenData) wrong('данные листа записаны дважды')
        this.inData = true
        this.seenData = true
    }
  }

  private openRow(raw: string): void {
    const given = attribute(raw, 'r')
    const row = given === null ? this.row + 1 : Number(given)
    if (!Number.isInteger(row) || row <= this.row || row > lastExcelRow) {
      wrong(`после строки ${this.row} стоит строка «${given ?? row}»`)
    }
    this.row = row
    this.cells = []
    this.filled = false
    this.column = -1
    this.inRow = true
    this.hidden = isTrue(attribute(raw, 'hidden'))
  }

  private openCell(raw: string): void {
    const given = attribute(raw, 'r')
    let column = this.column + 1
    if (given !== null) {
      const place = parseReference(given)
      if (!place || place.row !== this.row || place.column <= this.column || place.column >= lastExcelColumn) {
        wrong(`в строке ${this.row} стоит ячейка «${given.slice(0, 20)}»`)
      } else column = place.column
    }
    this.column = column
    this.type = attribute(raw, 't') ?? 'n'
    this.style = Number(attribute(raw, 's') ?? 0)
    this.value = ''
    this.inCell = true
  }

  private close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        this.taking = false
        return
      case 'c':
        if (this.inCell) this.closeCell()
        return
      case 'row':
        if (this.inRow && this.filled) this.rows.push({ row: this.row, cells: this.cells, hidden: this.hidden })
        this.inRow = false
        return
      case 'rPh':
        this.aids--
        return
      case 'sheetData':
        this.inData = false
    }
  }

  private closeCell(): void {
    this.inCell = false
    if (this.column >= maxColumns) return
    const cell = this.cell()
    if (cell === null) return
    while (this.cells.length < this.column) this.cells.push(null)
    this.cells.push(cell)
    this.filled = true
  }

  private cell(): FileCell {
    const { type, value } = this
    if (type === 'inlineStr') return value === '' ? null : decodeEscapes(value)
    if (value === '') return null
    switch (type) {
      case 's': {
        const text = this.book.texts[Number(value)]
        if (text === undefined) return wrong(`в строке ${this.row} нет текста ячейки`)
        return text === '' ? null : text
      }
      case 'str':
        return decodeEscapes(value)
      case 'b':
        return value === '1' || value.toLowerCase() === 'true'
      case 'e':
        return errorCell(value)
      case 'd': {
        const date = parseDate(value.slice(0, 10))
        const time = /T(\d\d:\d\d)/.exec(value)?.[1] ?? null
        return date === null ? value : { kind: 'date', date, time: time === '00:00' ? null : time }
      }
      case 'n': {
        const number = Number(value)
        if (!Number.isFinite(number)) return wrong(`в строке ${this.row} стоит число «${value.slice(0, 20)}»`)
        return numberCell(number, this.book.looks[this.style] ?? 'plain', this.book.date1904)
      }
      default:
        return wrong(`в строке ${this.row} ячейка неизвестного вида «${type.slice(0, 20)}»`)
    }
  }
}

/** `ref` of a merge: «B2:D5». */
export function parseMerge(ref: string): Merge | null {
  const [from, to] = ref.split(':').map(parseReference)
  if (!from || !to) return null
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  }
}
