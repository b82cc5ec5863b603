import type { SheetColumn } from './list-columns'
import { COMPUTED, style } from './list-styles'
import { excelTextLimit } from './row-key'
import { xml } from './xml'

/** Excel counts days from 31 December 1899 and believes 1900 was a leap year: earlier dates differ between programs. */
const FIRST_SERIAL_DAY = '1900-03-01'
const EPOCH = Date.UTC(1899, 11, 30)
const DAY = 86_400_000
/** Over it a cell of the text format shows «####» in old Excel. */
const TEXT_FORMAT_LIMIT = 255

/** A cell with text; typed as a string, «=…» stays text: no program evaluates it. */
export function textCell(ref: string, format: number, text: string): string {
  if (text === '') return `<c r="${ref}" s="${format}"/>`
  const fits = text.length > excelTextLimit ? text.slice(0, excelTextLimit) : text
  const space = /^\s|\s$|[\n\t]| {2}/.test(fits) ? ' xml:space="preserve"' : ''
  return `<c r="${ref}" s="${format}" t="inlineStr"><is><t${space}>${xml(fits)}</t></is></c>`
}

/** How a column's cells are written: the stored value in, the cell of that row out. */
export function cellWriter(column: SheetColumn): (row: number, value: unknown) => string {
  const { spec, letter } = column
  const format = (id: number): number => (column.computed ? id + COMPUTED : id)
  const text = format(style.text)
  const long = format(style.longText)
  const figure = (id: number, units: number) => {
    const own = format(id)
    return (row: number, value: unknown): string =>
      value === null || value === undefined
        ? `<c r="${letter}${row}" s="${own}"/>`
        : `<c r="${letter}${row}" s="${own}"><v>${Number(value) / units}</v></c>`
  }
  switch (spec.type) {
    case 'text':
      return (row, value) => {
        const shown = value === null || value === undefined ? '' : String(value)
        return textCell(`${letter}${row}`, shown.length > TEXT_FORMAT_LIMIT ? long : text, shown)
      }
    case 'choice': {
      const names = new Map(Object.entries(spec.choices ?? {}).map(([key, name]) => [key, xml(name)]))
      return (row, value) => {
        const ref = `${letter}${row}`
        if (value === null || value === undefined || value === '') return `<c r="${ref}" s="${long}"/>`
        const name = names.get(String(value))
        return name === undefined
          ? textCell(ref, long, String(value))
          : `<c r="${ref}" s="${long}" t="inlineStr"><is><t>${name}</t></is></c>`
      }
    }
    case 'boolean':
      return (row, value) => {
        const ref = `${letter}${row}`
        return textCell(ref, long, value === null || value === undefined ? '' : value ? 'да' : 'нет')
      }
    case 'date': {
      const day = format(style.date)
      return (row, value) => {
        const ref = `${letter}${row}`
        if (typeof value !== 'string' || value === '') return `<c r="${ref}" s="${day}"/>`
        if (value < FIRST_SERIAL_DAY) return textCell(ref, text, value.split('-').reverse().join('.'))
        return `<c r="${ref}" s="${day}"><v>${(Date.parse(`${value}T00:00:00Z`) - EPOCH) / DAY}</v></c>`
      }
    }
    case 'number':
      return figure(spec.total === 'sum' ? style.grouped : style.whole, 1)
    case 'money':
    case 'hundredths':
      return figure(style.hundredths, 100)
  }
}
