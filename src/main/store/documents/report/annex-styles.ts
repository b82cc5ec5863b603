import type { Figure } from '@shared/contract/report-content'
import type { Style } from 'exceljs'

/** Looks of the sheets with the report's own tables: Times New Roman, thin borders, as on paper. */

const font = (bold: boolean, size = 12) => ({ name: 'Times New Roman', family: 1, size, bold })
const side = { style: 'thin', color: { argb: 'FF000000' } } as const
const border = { top: side, left: side, bottom: side, right: side }

export const titleStyle: Partial<Style> = { font: font(true, 14), alignment: { vertical: 'middle', wrapText: true } }
export const noteStyle: Partial<Style> = { font: font(false), alignment: { vertical: 'top', wrapText: true } }
export const headStyle: Partial<Style> = {
  font: font(true),
  border,
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
}

export function cellStyle(align: 'left' | 'center' | 'right', bold: boolean, numFmt = 'General'): Partial<Style> {
  return { font: font(bold), border, numFmt, alignment: { horizontal: align, vertical: 'top', wrapText: true } }
}

/** The number with what is said after it: the cell holds the number alone. */
export function formatOf({ unit, suffix }: Pick<Figure, 'unit' | 'suffix'>): string {
  const number = unit === 'count' ? '#,##0' : unit === 'tenths' ? '#,##0.0' : '#,##0.00'
  return suffix === '' ? number : `${number}" ${suffix.replaceAll('"', '')}"`
}
