import type { ColumnSpec, Filter } from '@shared/contract/lists'
import type { Figure, Trace } from '@shared/contract/report-content'
import { isNumeric, type SheetColumn } from '../xlsx/list-columns'
import type { AnnexList, AnnexRow } from './annex-lists'

/**
 * A figure as a live formula over the rows of its list. The formula is tried on the rows first, by the rules Excel has: where it would
 * count otherwise than the program does (other letters, a condition Excel does not know), the figure stands as a number.
 */
export function figureFormula({ trace, value, unit }: Figure, lists: readonly AnnexList[]): string | null {
  if (trace === null || value === null) return null
  const list = lists.find(({ asked }) => sameList(asked, trace))
  if (list === undefined || list.rows.length === 0) return null
  const tests = trace.filters.map((filter) => testOf(filter, list))
  if (tests.some((test) => test === null)) return null
  const all = tests.flatMap((test) => test ?? [])
  const passed = list.rows.filter((row) => all.every(({ passes }) => passes(row)))
  const summed = trace.sum === null ? null : (list.columns.find(({ spec }) => spec.key === trace.sum) ?? null)
  if (trace.sum !== null && (summed === null || !isNumeric(summed.spec))) return null
  const counted =
    summed === null ? passed.length : passed.reduce((sum, row) => sum + Number(row[summed.spec.key] ?? 0), 0)
  if (counted !== value) return null
  const units = unitsOf(unit)
  // The cell of a sum is in the units of its column; the figure's must be the same.
  if (summed !== null && (summed.spec.type === 'number' ? 1 : 100) !== units) return null
  if (summed === null && units !== 1) return null
  return formulaOf(
    list,
    all.map(({ range, criteria }) => ({ range, criteria })),
    summed,
  )
}

/** The figure is kept in so many parts of a whole. */
export function unitsOf(unit: Figure['unit']): number {
  if (unit === 'count') return 1
  return unit === 'tenths' ? 10 : 100
}

const sameList = (a: AnnexList['asked'], b: Trace): boolean =>
  a.list === b.list && a.schoolYear === b.schoolYear && a.on === b.on

interface Test {
  range: string
  /** Of several alternatives any. */
  criteria: string[]
  passes(row: AnnexRow): boolean
}

function formulaOf(
  list: AnnexList,
  tests: readonly Pick<Test, 'range' | 'criteria'>[],
  summed: SheetColumn | null,
): string | null {
  const sum = summed === null ? null : rangeOf(list, summed.letter)
  if (tests.length === 0) return sum === null ? `COUNTA(${rangeOf(list, 'A')})` : `SUM(${sum})`
  if (tests.filter(({ criteria }) => criteria.length > 1).length > 1) return null
  const pairs = tests.map(
    ({ range, criteria }) => `${range},${criteria.length === 1 ? criteria[0] : `{${criteria.join(';')}}`}`,
  )
  const counted = sum === null ? `COUNTIFS(${pairs.join(',')})` : `SUMIFS(${sum},${pairs.join(',')})`
  return tests.some(({ criteria }) => criteria.length > 1) ? `SUMPRODUCT(${counted})` : counted
}

export function rangeOf({ sheet, rows }: AnnexList, letter: string): string {
  return `'${sheet.replaceAll("'", "''")}'!$${letter}$2:$${letter}$${rows.length + 1}`
}

/** Null: Excel cannot be asked so. */
function testOf(filter: Filter, list: AnnexList): Test[] | null {
  const column = list.columns.find(({ spec }) => spec.key === filter.column)
  if (column === undefined) return null
  const { spec } = column
  const range = rangeOf(list, column.letter)
  const one = (criteria: string[], passes: (shown: Shown) => boolean): Test => ({
    range,
    criteria,
    passes: (row) => passes(shownIn(spec, row[spec.key])),
  })
  switch (filter.op) {
    case 'equals': {
      const wanted = shownIn(spec, filter.value)
      const criterion = equalTo(spec, wanted)
      return criterion === null ? null : [one([criterion], (shown) => same(shown, wanted))]
    }
    case 'in': {
      const wanted = filter.values.map((value) => shownIn(spec, value))
      const criteria = wanted.map((value) => equalTo(spec, value))
      if (criteria.some((criterion) => criterion === null) || (wanted.length > 1 && wanted.includes(''))) return null
      if (wanted.length > 1 && spec.type === 'date') return null
      return [
        one(
          criteria.flatMap((criterion) => criterion ?? []),
          (shown) => wanted.some((value) => same(shown, value)),
        ),
      ]
    }
    case 'between':
      return [
        ...(filter.from === null ? [] : [border(spec, '>=', filter.from, one)]),
        ...(filter.to === null ? [] : [border(spec, '<=', filter.to, one)]),
      ]
    case 'above':
      return [border(spec, '>', filter.value, one)]
    case 'below':
      return [border(spec, '<', filter.value, one)]
    case 'empty':
      return [one(['"="'], (shown) => shown === '')]
    case 'filled':
      return [one(['"<>"'], (shown) => shown !== '')]
    default:
      return null
  }
}

/** What stands in the cell: a number in whole units, a day as ISO, words. */
type Shown = string | number

function shownIn(spec: ColumnSpec, value: unknown): Shown {
  if (value === null || value === undefined || value === '') return ''
  switch (spec.type) {
    case 'number':
      return Number(value)
    case 'money':
    case 'hundredths':
      return Number(value) / 100
    case 'boolean':
      return value === true || value === 1 ? 'да' : 'нет'
    case 'choice':
      return spec.choices?.[String(value)] ?? String(value)
    default:
      return String(value)
  }
}

/** As Excel compares with a condition: whatever the case, and «01» is 1. */
function same(a: Shown, b: Shown): boolean {
  if (typeof a === 'number' || typeof b === 'number') return a === b
  if (a.trim() !== '' && b.trim() !== '' && Number(a) === Number(b)) return true
  return a.toLowerCase() === b.toLowerCase()
}

function equalTo(spec: ColumnSpec, wanted: Shown): string | null {
  if (wanted === '') return '"="'
  if (typeof wanted === 'number') return String(wanted)
  if (spec.type === 'date') return dayOf(wanted)
  // A longer text Excel does not take in a formula; signs at the beginning it would read as a comparison.
  if (wanted.length > 200 || /^[<>=]/u.test(wanted)) return null
  return `"${wanted.replace(/[~*?]/gu, '~$&').replaceAll('"', '""')}"`
}

function border(
  spec: ColumnSpec,
  sign: '>=' | '<=' | '>' | '<',
  value: string | number,
  one: (criteria: string[], passes: (shown: Shown) => boolean) => Test,
): Test {
  const wanted = shownIn(spec, value)
  const said = spec.type === 'date' ? dayOf(String(value)) : String(wanted)
  return one([`"${sign}"&${said}`], (shown) => {
    if (shown === '' || typeof shown !== typeof wanted) return false
    if (sign === '>=') return shown >= wanted
    if (sign === '<=') return shown <= wanted
    return sign === '>' ? shown > wanted : shown < wanted
  })
}

function dayOf(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `DATE(${year},${month},${day})`
}
