import type { ColumnSpec, Filter, ListQueryInput, ListSpec } from '@shared/contract/lists'
import { parseDate } from '@shared/domain/dates'
import { type PeriodName, periodNames } from '@shared/domain/periods'
import { parseSchoolYear } from '@shared/domain/school-year'
import { normKey } from '@shared/domain/text/norm'
import { usage } from './context'
import { wholeNumber } from './kinds'

/** The options with which a list is asked, as typed. */
export interface ListOptions {
  filter?: string[]
  search?: string
  sort?: string[]
  limit?: string
  year?: string
  /** Day the list is of. */
  on?: string
  out?: string
  columns?: string
}

/** @throws AppError `usage` naming the word that was not understood */
export function listQuery(spec: ListSpec, options: ListOptions): ListQueryInput {
  return {
    schoolYear: options.year === undefined ? null : schoolYear(options.year),
    on: options.on === undefined ? null : dayOf(spec, options.on),
    search: options.search ?? '',
    filters: (options.filter ?? []).map((text) => parseFilter(spec, text)),
    sort: (options.sort ?? []).map((text) => parseSort(spec, text)),
  }
}

function dayOf(spec: ListSpec, text: string): string {
  const day = parseDate(text)
  if (spec.onDay && day !== null) return day
  throw usage(
    spec.onDay
      ? `--on: «${text}» — не дата. Пишите как 15.05.2025.`
      : `--on: список «${spec.title}» показывается только за учебный год: --year.`,
  )
}

export function limitOf(options: ListOptions): number | null {
  return options.limit === undefined ? null : wholeNumber(options.limit, '--limit')
}

function schoolYear(text: string): string {
  const year = parseSchoolYear(text)
  if (year !== null) return year
  throw usage(`--year: «${text}» — не учебный год. Пишите как 2026-2027.`)
}

/** A column by its key or by its title. */
export function columnOf(spec: ListSpec, word: string): ColumnSpec {
  const key = normKey(word)
  const found = spec.columns.find((column) => column.key === word.trim() || normKey(column.title) === key)
  if (found) return found
  const known = spec.columns.map((column) => `${column.key} (${column.title})`).join(', ')
  throw usage(`В списке «${spec.title}» нет столбца «${word.trim()}». Есть: ${known}.`)
}

function parseSort(spec: ListSpec, text: string): { column: string; desc: boolean } {
  const [, word = '', direction = 'asc'] = /^(.*?)(?::(asc|desc))?$/su.exec(text) ?? []
  return { column: columnOf(spec, word).key, desc: direction === 'desc' }
}

/**
 * `столбец=значение`, `столбец~часть`, `столбец!~часть` (не содержит), `столбец^=начало`, `столбец>значение`,
 * `столбец<значение`, `столбец=от..до`, `столбец=а|б`, `столбец=` (пусто), `столбец=*` (заполнено), `дата=этот месяц`.
 */
function parseFilter(spec: ListSpec, text: string): Filter {
  const match = /^([^=~<>!^]+)(!~|\^=|[=~<>])(.*)$/su.exec(text)
  if (!match) throw usage(`--filter: «${text}» не понято. Пишите столбец=значение или столбец~часть текста.`)
  const [, word = '', sign = '', value = ''] = match
  const column = columnOf(spec, word)
  if (sign === '~') return { op: 'contains', column: column.key, value }
  if (sign === '!~') return { op: 'lacks', column: column.key, value }
  if (sign === '^=') return { op: 'starts', column: column.key, value }
  if (sign === '>' || sign === '<') {
    const border = bound(column, value)
    if (border === null) throw usage(`--filter: «${text}» не понято: после «${sign}» нужно значение.`)
    return { op: sign === '>' ? 'above' : 'below', column: column.key, value: border }
  }
  if (value === '') return { op: 'empty', column: column.key }
  if (value === '*') return { op: 'filled', column: column.key }
  const period = column.type === 'date' ? periodOf(value) : null
  if (period !== null) return { op: 'period', column: column.key, value: period }
  const bounds = /^(.*)\.\.(.*)$/su.exec(value)
  if (bounds && column.type !== 'text' && column.type !== 'choice') {
    const [, from = '', to = ''] = bounds
    return { op: 'between', column: column.key, from: bound(column, from), to: bound(column, to) }
  }
  if (value.includes('|') && column.type !== 'text') {
    const values = value.split('|').map((one) => typedValue(column, one))
    return { op: 'in', column: column.key, values }
  }
  return { op: 'equals', column: column.key, value: typedValue(column, value) }
}

function periodOf(text: string): PeriodName | null {
  const key = normKey(text)
  for (const name of Object.keys(periodNames) as PeriodName[]) {
    if (name === text.trim() || normKey(periodNames[name]) === key) return name
  }
  return null
}

function bound(column: ColumnSpec, text: string): string | number | null {
  if (text.trim() === '') return null
  const value = typedValue(column, text)
  return typeof value === 'boolean' ? Number(value) : value
}

function typedValue(column: ColumnSpec, text: string): string | number | boolean {
  const refuse = (what: string) => usage(`--filter: столбец «${column.title}»: «${text}» — ${what}.`)
  switch (column.type) {
    case 'text':
      return text
    case 'date': {
      const date = parseDate(text)
      if (date === null) throw refuse('такой даты нет; пишите как 08.09.2026 или 2026-09-08')
      return date
    }
    case 'boolean': {
      const word = normKey(text)
      if (word === 'да' || word === 'true') return true
      if (word === 'нет' || word === 'false') return false
      throw refuse('нужно «да» или «нет»')
    }
    case 'choice': {
      const choices = Object.entries(column.choices ?? {})
      const found = choices.find(([value, name]) => value === text.trim() || normKey(name) === normKey(text))
      if (!found)
        throw refuse(`такого значения нет; есть: ${choices.map(([value, name]) => `${value} (${name})`).join(', ')}`)
      return found[0]
    }
    case 'number':
    case 'money':
    case 'hundredths': {
      const number = Number(text.trim().replace(',', '.'))
      if (text.trim() === '' || !Number.isFinite(number)) throw refuse('нужно число')
      return column.type === 'number' ? number : Math.round(number * 100)
    }
  }
}
