import { addDays } from '@shared/domain/dates'
import type { FileCell } from './types'

/** What a number format makes of a number, as far as a list cares. */
export type NumberLook = 'plain' | 'date' | 'time' | 'date-time' | 'percent' | { digits: number }

const builtIn: Readonly<Record<number, NumberLook>> = {
  9: 'percent',
  10: 'percent',
  14: 'date',
  15: 'date',
  16: 'date',
  17: 'date',
  18: 'time',
  19: 'time',
  20: 'time',
  21: 'time',
  22: 'date-time',
  45: 'time',
  46: 'time',
  47: 'time',
}

export function lookOfBuiltIn(id: number): NumberLook {
  return builtIn[id] ?? ((id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'date' : 'plain')
}

/** «dd.mm.yyyy», «[$-419]d mmm yyyy», «0%», «00000»; what is quoted, escaped or in brackets is no part of it. */
export function lookOfCode(code: string): NumberLook {
  const [first = ''] = code.split(';')
  const elapsed = /\[(h+|m+|s+)\]/i.test(first)
  const bare = first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
  if (/general|основной/i.test(bare)) return 'plain'
  if (elapsed) return 'time'
  const day = /[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare))
  const time = /[hs]/i.test(bare)
  if (day) return time ? 'date-time' : 'date'
  if (time) return 'time'
  if (bare.includes('%')) return 'percent'
  if (/^0{2,20}$/.test(bare)) return { digits: bare.length }
  return 'plain'
}

const days1904 = 1462
/** 31.12.9999. */
const lastSerial = 2_958_465

/** A number as its format shows it. */
export function numberCell(value: number, look: NumberLook, date1904: boolean): FileCell {
  if (look === 'plain') return value
  if (look === 'percent') return { kind: 'percent', value }
  if (typeof look === 'object') {
    // A code with leading zeros: the zeros are a part of it.
    return Number.isSafeInteger(value) && value >= 0 ? String(value).padStart(look.digits, '0') : value
  }
  return dateCell(value, date1904) ?? value
}

/** Day and time of an Excel serial number; null where it is none. */
export function dateCell(serial: number, date1904: boolean): FileCell {
  const shifted = date1904 ? serial + days1904 : serial
  if (!(shifted >= 0 && shifted < lastSerial + 1)) return null
  let day = Math.floor(shifted)
  let seconds = Math.round((shifted - day) * 86_400)
  if (seconds === 86_400) {
    seconds = 0
    day++
  }
  const time = seconds === 0 ? null : clock(seconds)
  if (day === 0 && !date1904) return { kind: 'date', date: null, time: time ?? '00:00' }
  // Lotus' and Excel's 29.02.1900 never was: days before it are one off.
  const date = addDays('1899-12-30', day < 60 && !date1904 ? day + 1 : day)
  return { kind: 'date', date, time }
}

function clock(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}${rest === 0 ? '' : `:${two(rest)}`}`
}

const errors: Readonly<Record<string, string>> = {
  '#NULL!': '#ПУСТО!',
  '#DIV/0!': '#ДЕЛ/0!',
  '#VALUE!': '#ЗНАЧ!',
  '#REF!': '#ССЫЛКА!',
  '#NAME?': '#ИМЯ?',
  '#NUM!': '#ЧИСЛО!',
  '#N/A': '#Н/Д',
  '#GETTING_DATA': '#ОЖИДАНИЕ_ДАННЫХ',
}

/** An error as a person with Russian Excel sees it. */
export function errorCell(text: string): FileCell {
  return { kind: 'error', text: errors[text] ?? (text === '' ? '#ОШИБКА!' : text) }
}

/** «AB12» → row 12, column 27; null where it is no reference. */
export function parseReference(text: string): { row: number; column: number } | null {
  let column = 0
  let at = 0
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at) & 0xdf
    if (code < 0x41 || code > 0x5a) break
    column = column * 26 + code - 0x40
  }
  const row = Number(text.slice(at))
  if (at === 0 || at > 3 || !Number.isInteger(row) || row < 1) return null
  return { row, column: column - 1 }
}

/** 0 → A, 27 → AB. */
export function letterOf(column: number): string {
  let rest = column
  let letters = ''
  do {
    letters = String.fromCharCode(0x41 + (rest % 26)) + letters
    rest = Math.floor(rest / 26) - 1
  } while (rest >= 0)
  return letters
}
