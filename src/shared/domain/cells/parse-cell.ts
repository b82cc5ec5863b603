import { normKey } from '../text/norm'
import { parseCellDate } from './cell-date'
import { saidChoice } from './said-choice'

/** What reading a cell needs to know of its column; a `ColumnSpec` of the contract is one. */
export interface CellColumn {
  title: string
  type: 'text' | 'number' | 'money' | 'hundredths' | 'date' | 'choice' | 'boolean'
  choices?: Readonly<Record<string, string>>
  said?: Readonly<Record<string, readonly string[]>>
  /** A number that is a name (a year). */
  ordinal?: true
  edit?: { until?: boolean }
}

export type ParsedCell =
  | { ok: true; value: string | number | boolean | null }
  /** `expected` completes «нужно …»; `found` is the cell as it stands. */
  | { ok: false; expected: string; found: string }

/**
 * Reads what a person typed or pasted, or what a cell of a foreign file holds, as a value of the column: spaces in
 * figures, commas, dates in any usual manner, «да»/«+»/«1», names of choices in any case. Empty is null. Money and
 * hundredths come out as whole kopecks and hundredths.
 */
export function parseCell(column: CellColumn, raw: string | number | boolean | null): ParsedCell {
  if (raw === null) return { ok: true, value: null }
  const text = typeof raw === 'string' ? raw.replace(/[\u00a0\u202f\u2007]/g, ' ').trim() : raw
  if (text === '') return { ok: true, value: null }
  switch (column.type) {
    case 'text':
      return { ok: true, value: typeof text === 'boolean' ? (text ? 'да' : 'нет') : String(text) }
    case 'number':
      return whole(text, 1, 'целое число')
    case 'money':
      return whole(text, 100, 'сумма в рублях, например 1250,50')
    case 'hundredths':
      return whole(text, 100, 'число не больше чем с двумя знаками после запятой')
    case 'date': {
      if (column.edit?.until === true && typeof text === 'string') return lastDay(text)
      const date = typeof text === 'string' ? parseCellDate(text) : null
      return date === null ? fault('дата, например 08.09.2023', text) : { ok: true, value: date }
    }
    case 'boolean':
      return yesNo(text)
    case 'choice':
      return choice(column, text)
  }
}

function lastDay(text: string): ParsedCell {
  if (/^(?:бессрочн|без (?:ограничени|срок)|не ?ограничен|не установлен)/iu.test(text)) return { ok: true, value: null }
  const date = parseCellDate(
    text.replace(/^(?:до|по|не позднее|включительно до)\s+/iu, '').replace(/\s*включительно\.?$/iu, ''),
  )
  return date === null ? fault('дата, например 31.08.2027', text) : { ok: true, value: date }
}

const fault = (expected: string, found: unknown): ParsedCell => ({ ok: false, expected, found: String(found) })

function whole(cell: string | number | boolean, units: number, expected: string): ParsedCell {
  if (typeof cell === 'boolean') return fault(expected, cell ? 'да' : 'нет')
  const number = typeof cell === 'number' ? cell : figure(cell)
  if (number === null || !Number.isFinite(number)) return fault(expected, cell)
  const scaled = Math.round(number * units)
  if (Math.abs(scaled - number * units) > 1e-6 * units || !Number.isSafeInteger(scaled)) return fault(expected, cell)
  return { ok: true, value: scaled }
}

/** Words and marks people put after a figure. */
const units =
  /\s*(?:руб(?:лей|ля|ль)?\.?|р\.|₽|шт\.?|чел\.?|экз\.?|ст\.?|ставк[аиу]|лет|год(?:а|ов)?|час(?:а|ов)?|ч\.?|кл\.?|класс(?:а|ов)?)$/iu

/** «1 234,50», «1234.5», «−3», «12 500 руб.», «0,5 ст.», «50 %» */
function figure(text: string): number | null {
  const percent = /^(.*\d) ?%$/u.exec(text)
  if (percent) return (figure(percent[1] ?? '') ?? Number.NaN) / 100
  const bare = text.replace(units, '').replace(/[−–]/g, '-')
  const match = /^([+-]?)(\d{1,3}(?: \d{3})+|\d+)(?:[.,](\d+))?$/.exec(bare)
  if (!match) return null
  return Number(`${match[1]}${(match[2] ?? '').replace(/ /g, '')}.${match[3] ?? '0'}`)
}

const yes = new Set(['да', 'есть', 'имеется', 'истина', 'true', 'yes', '+', '1', 'x', 'х', '✓', '✔', 'v'])
const no = new Set(['нет', 'не имеется', 'отсутствует', 'ложь', 'false', 'no', '-', '–', '—', '0'])

function yesNo(cell: string | number | boolean): ParsedCell {
  if (typeof cell === 'boolean') return { ok: true, value: cell }
  const word = String(cell).toLowerCase()
  if (yes.has(word)) return { ok: true, value: true }
  if (no.has(word)) return { ok: true, value: false }
  return fault('«да» или «нет»', cell)
}

/** By its name, by its stored key, else by the only choice that begins so: «высш» is «высшая»; else by other words for it. */
function choice({ choices = {}, said = {} }: CellColumn, cell: string | number | boolean): ParsedCell {
  const key = normKey(String(cell))
  const named = Object.entries(choices).map(([value, name]) => ({ value, name: normKey(name) }))
  const exact = named.find((one) => one.name === key || one.value === String(cell))
  if (exact) return { ok: true, value: exact.value }
  const begun = named.filter((one) => key.length >= 3 && (one.name.startsWith(key) || key.startsWith(`${one.name} `)))
  const [only] = begun
  if (only && begun.length === 1) return { ok: true, value: only.value }
  const other = saidChoice(said, String(cell))
  if (other !== null) return { ok: true, value: other }
  return fault(`одно из: ${Object.values(choices).join(', ')}`, cell)
}
