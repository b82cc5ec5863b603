import type { ListSpec } from '@shared/contract/lists'
import { formatDate } from '@shared/domain/dates'
import type { AddWorksheetOptions, DataValidation, Worksheet } from 'exceljs'
import type { SheetColumn } from './list-columns'

/** What the sheet around the rows is made of. */
export interface SheetFrame {
  spec: ListSpec
  columns: readonly SheetColumn[]
  municipality: string
  /** Rows of the list, without head and totals. */
  rows: number
  /** ISO date of writing. */
  today: string
}

/** Characters over which a portrait page would be reduced too much to read. */
const PORTRAIT_WIDTH = 95
/** Characters of a choice list that a validation holds in itself. */
const INLINE_LIST = 255
/** Empty rows under an empty list that have its choices all the same. */
const SPARE_ROWS = 200
/** A4. */
const PAPER = 9

/** Frozen head, one page in width, head and foot of pages. */
export function sheetOptions(frame: SheetFrame): Partial<AddWorksheetOptions> {
  const all = frame.columns.reduce((sum, column) => sum + column.width, 0)
  return {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      paperSize: PAPER,
      orientation: all > PORTRAIT_WIDTH ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.75, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddHeader: `&L${plain(frame.municipality.slice(0, 120))}&R${plain(frame.spec.title)}`,
      oddFooter: `&L${formatDate(frame.today, 'digits')}&RСтраница &P из &N`,
    },
  }
}

/** `&` is a command in heads and feet of pages. */
const plain = (text: string): string => text.replaceAll('&', '&&')

/** exceljs's own typings leave out what `dataValidations` of its sheets can do. */
interface Validated {
  dataValidations: { add(range: string, validation: DataValidation): void }
}

/** Filter over all columns, the head on every printed page, lists to choose from, a word on what is only counted. */
export function frameRows(sheet: Worksheet, { columns, rows }: SheetFrame): void {
  sheet.pageSetup.printTitlesRow = '1:1'
  // It covers the keys too: sorting by it moves them with their rows.
  sheet.autoFilter = `A1:${columns.at(-1)?.letter ?? 'B'}${rows + 1}`
  const { dataValidations } = sheet as unknown as Validated
  for (const column of columns) {
    const rule = column.computed ? onlyShown : choicesOf(column)
    if (!rule) continue
    const first = column.computed ? 1 : 2
    const last = column.computed || rows > 0 ? rows + 1 : SPARE_ROWS + 1
    dataValidations.add(`${column.letter}${first}:${column.letter}${last}`, rule)
  }
}

const onlyShown = {
  // exceljs writes it; its typings do not know it.
  type: 'any' as 'custom',
  allowBlank: true,
  formulae: [],
  showInputMessage: true,
  promptTitle: 'Считает программа',
  prompt: 'Этот столбец только для чтения: при загрузке файла обратно он не учитывается.',
} satisfies DataValidation

function choicesOf({ spec }: SheetColumn): DataValidation | null {
  if (spec.edit === undefined) return null
  const isStrict = spec.type === 'choice' || spec.type === 'boolean'
  const options =
    spec.type === 'boolean'
      ? ['да', 'нет']
      : ((spec.choices ? Object.values(spec.choices) : spec.edit.suggestions) ?? [])
  const list = options.join(',')
  if (options.length === 0 || list.length > INLINE_LIST || options.some((name) => /[,"]/.test(name))) return null
  return {
    type: 'list',
    allowBlank: true,
    formulae: [`"${list}"`],
    ...(isStrict
      ? {
          showErrorMessage: true,
          errorTitle: 'Такого значения нет',
          error: 'Выберите значение из списка: стрелка справа от ячейки.',
        }
      : {}),
  }
}
