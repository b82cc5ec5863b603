import type { CellValue } from 'exceljs'
import { textValue } from './excel-text'
import type { SheetColumn } from './list-columns'
import { bodyStyle, type CellStyle } from './list-styles'

/** Excel believes 1900 was a leap year: days before March of it differ between programs. */
const FIRST_DAY = '1900-03-01'
/** Over it a cell of the text format shows «####» in old Excel. */
const TEXT_FORMAT_LIMIT = 255

export interface SheetCell {
  value: CellValue
  style: CellStyle
}

/** How a column's cells are written: the stored value in, the cell out. */
export function cellMaker({ spec, computed }: SheetColumn): (value: unknown) => SheetCell {
  const text = bodyStyle('text', computed)
  const long = bodyStyle('longText', computed)
  const figure = (style: CellStyle, units: number) => {
    const empty = { value: null, style }
    return (value: unknown): SheetCell =>
      value === null || value === undefined ? empty : { value: Number(value) / units, style }
  }
  const noWord = { value: null, style: long }
  switch (spec.type) {
    case 'text': {
      const empty = { value: null, style: text }
      return (value) => {
        const shown = value === null || value === undefined ? '' : String(value)
        if (shown === '') return empty
        // Typed as a string, «=…» stays text: no program evaluates it.
        return { value: textValue(shown), style: shown.length > TEXT_FORMAT_LIMIT ? long : text }
      }
    }
    case 'choice': {
      const cells = new Map(
        Object.entries(spec.choices ?? {}).map(([key, name]) => [key, { value: name, style: long }]),
      )
      return (value) => {
        if (value === null || value === undefined || value === '') return noWord
        return cells.get(String(value)) ?? { value: textValue(String(value)), style: long }
      }
    }
    case 'boolean': {
      const yes = { value: 'да', style: long }
      const no = { value: 'нет', style: long }
      return (value) => (value === null || value === undefined ? noWord : value ? yes : no)
    }
    case 'date': {
      const style = bodyStyle('date', computed)
      const empty = { value: null, style }
      return (value) => {
        if (typeof value !== 'string' || value === '') return empty
        if (value < FIRST_DAY) return { value: value.split('-').reverse().join('.'), style: text }
        // UTC midnight: exceljs shifts local dates by a day.
        return { value: new Date(`${value}T00:00:00Z`), style }
      }
    }
    case 'number':
      return figure(bodyStyle(spec.total === 'sum' ? 'grouped' : 'whole', computed), 1)
    case 'money':
    case 'hundredths':
      return figure(bodyStyle('hundredths', computed), 100)
  }
}
