import type { Style } from 'exceljs'

/**
 * Formats of the cells of a list. Each is one object used for all its cells: exceljs then finds its number at once
 * instead of comparing it anew for every cell.
 */
export type CellStyle = Partial<Style>

const side = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const
const border = { top: side, left: side, bottom: side, right: side }
const solid = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const
const font = (bold: boolean) => ({ name: 'Times New Roman', family: 1, size: 12, bold, color: { argb: 'FF000000' } })

const COMPUTED = solid('FFF2F2F2')
const TOTAL = solid('FFF7F7F7')

/** «@»: what is typed into the cell later stays text too, so «007» keeps its zeros and «=1+1» is not counted. */
const TEXT = '@'

export type BodyFormat = 'text' | 'longText' | 'whole' | 'grouped' | 'hundredths' | 'date'

const numFmt: Readonly<Record<BodyFormat, string>> = {
  text: TEXT,
  // Excel 2007 shows a long text of the text format as «####».
  longText: 'General',
  whole: '0',
  grouped: '#,##0',
  hundredths: '#,##0.00',
  date: 'dd.mm.yyyy',
}

const horizontal = (format: BodyFormat): 'left' | 'right' =>
  format === 'whole' || format === 'grouped' || format === 'hundredths' ? 'right' : 'left'

function body(format: BodyFormat, computed: boolean): CellStyle {
  return {
    numFmt: numFmt[format],
    font: font(false),
    border,
    alignment: { horizontal: horizontal(format), vertical: 'top', wrapText: true },
    ...(computed ? { fill: COMPUTED } : {}),
  }
}

const formats = Object.keys(numFmt) as BodyFormat[]
const typed = new Map(formats.map((format) => [format, body(format, false)]))
const computed = new Map(formats.map((format) => [format, body(format, true)]))

/** @param isComputed of a column that is only shown */
export function bodyStyle(format: BodyFormat, isComputed: boolean): CellStyle {
  return (isComputed ? computed : typed).get(format) ?? {}
}

const head = (argb: string): CellStyle => ({
  font: font(true),
  border,
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  fill: solid(argb),
})
export const headStyle = head('FFE4E9F0')
export const headComputedStyle = head('FFF2F2F2')

const total = (format: BodyFormat): CellStyle => ({
  numFmt: numFmt[format],
  font: font(true),
  border,
  alignment: { horizontal: horizontal(format), vertical: 'top', wrapText: true },
  fill: TOTAL,
})
export const totalLabelStyle = total('longText')
export const totalWholeStyle = total('grouped')
export const totalHundredthsStyle = total('hundredths')
