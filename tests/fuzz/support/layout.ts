import type { CellValue, ColumnSpec, ListSpec } from '@shared/contract/lists'
import { formatDate } from '@shared/domain/dates'
import type { Random } from '@store/sample/generate/random'
import { chance, type Grid, type GridCell, serialOf, shuffled } from './grid'
import type { WriterName } from './writers'

export type Record_ = Readonly<Record<string, CellValue>>

export interface Layout {
  grid: Grid
  /** 1-based last row of the head. */
  headRow: number
}

/** A column's heading as people write it. */
function headingOf(random: Random, column: ColumnSpec): string {
  let text = random.pick([column.title, column.title, ...(column.headings ?? [])])
  text = random.pick([text, text, text, text.toUpperCase(), text.charAt(0).toUpperCase() + text.slice(1)])
  if (chance(random, 0.2)) text = text.replace(' ', '\n')
  if (chance(random, 0.1)) text = `${text}:`
  if (chance(random, 0.1)) text = ` ${text.replace(/ /g, '  ')} `
  const words = text.split(' ')
  if (words.length === 2 && chance(random, 0.15)) text = words.reverse().join(' ')
  return text
}

/** One of the manners in which people and programs write a value down. */
export function cellOf(random: Random, column: ColumnSpec, value: CellValue, writer: WriterName): GridCell {
  if (value === null || value === '') return random.pick([null, null, null, ' ', '-', '—', 'нет данных'])
  switch (column.type) {
    case 'text':
      return typeof value === 'string' && /^[1-9]\d{6,13}$/.test(value) && chance(random, 0.5)
        ? Number(value)
        : String(value)
    case 'number': {
      const number = Number(value)
      const grouped = String(number).replace(/\B(?=(\d{3})+$)/g, random.pick([' ', '\u00a0']))
      return random.pick([
        number,
        number,
        String(number),
        grouped,
        ` ${number} `,
        { formula: `${number}+0`, value: number },
      ])
    }
    case 'money':
    case 'hundredths': {
      const number = Number(value) / 100
      const comma = String(number).replace('.', ',')
      return random.pick([
        number,
        number,
        comma,
        String(number),
        `${comma} ст.`,
        { percent: number },
        { formula: `${number}*1`, value: number },
      ])
    }
    case 'date':
      return dateCell(random, String(value), writer)
    case 'choice': {
      const name = column.choices?.[String(value)] ?? String(value)
      return random.pick([name, name, name.toUpperCase(), ` ${name} `])
    }
    case 'boolean':
      return random.pick(value === true ? ['да', 'Да', '+', true] : ['нет', 'Нет', false])
  }
}

function dateCell(random: Random, iso: string, writer: WriterName): GridCell {
  const [year = '', month = '', day = ''] = iso.split('-')
  return random.pick<GridCell>([
    { day: iso },
    { day: iso },
    `${day}.${month}.${year}`,
    `${Number(day)}.${Number(month)}.${year}`,
    `${day}.${month}.${year} г.`,
    `${day}.${month}.${year}г.`,
    `${day}/${month}/${year}`,
    `${day}-${month}-${year}`,
    iso,
    `${iso} 00:00:00`,
    `${year}.${month}.${day}`,
    formatDate(iso, 'words'),
    formatDate(iso, 'words')
      .replace(/\u00a0/g, ' ')
      .replace('г.', 'года'),
    `«${day}» ${formatDate(iso, 'words').split('\u00a0')[1]?.split(' ')[0] ?? ''} ${year} г.`,
    // Where the system of dates is not told of, a bare number is of the usual one.
    ...(writer === 'hand' ? [] : [serialOf(iso, false)]),
  ])
}

/** Columns no list has. */
const strangers = ['Подпись', 'Ссылка на приказ', 'Отметка о сдаче', 'Исполнитель отчёта'] as const

/** A table as some district keeps it: heads in any order and wording, titles, numbers of rows, totals, gaps, sections. */
export function layOut(
  random: Random,
  spec: ListSpec,
  columns: readonly ColumnSpec[],
  records: readonly Record_[],
  writer: WriterName,
): Layout {
  const merged = writer !== 'csv'
  const own = shuffled(random, columns)
  const numbered = chance(random, 0.6)
  const stranger = chance(random, 0.4) ? random.pick(strangers) : null
  const heads: (ColumnSpec | '№' | 'stranger')[] = [...(numbered ? (['№'] as const) : []), ...own]
  if (stranger !== null) heads.splice(random.int(numbered ? 1 : 0, heads.length), 0, 'stranger')
  const width = heads.length
  const rows: GridCell[][] = []
  const merges: Grid['merges'] = []
  const across = (top: number): void => {
    if (merged && width > 2 && chance(random, 0.7)) merges.push({ top, left: 0, bottom: top, right: width - 1 })
  }
  for (let line = random.int(0, 4); line > 0; line--) {
    if (chance(random, 0.3)) rows.push([])
    else {
      across(rows.length)
      rows.push([
        random.pick([`${spec.title} района на 01.09.2026`, 'УТВЕРЖДАЮ', 'Приложение 2 к приказу', 'Сведения']),
      ])
    }
  }
  const names = heads.map((head) =>
    head === '№'
      ? random.pick(['№', '№ п/п', '№\nп/п'])
      : head === 'stranger'
        ? (stranger ?? '')
        : headingOf(random, head),
  )
  const grouped = merged && width >= 6 && chance(random, 0.35)
  if (grouped) {
    const left = random.int(numbered ? 1 : 0, width - 4)
    const right = left + random.int(1, 2)
    const top = rows.length
    rows.push(
      names.map((name, column) =>
        column < left || column > right ? name : column === left ? 'Сведения для отчёта' : null,
      ),
    )
    rows.push(names.map((name, column) => (column < left || column > right ? null : name)))
    merges.push({ top, left, bottom: top, right })
    for (let column = 0; column < width; column++) {
      if (column < left || column > right) merges.push({ top, left: column, bottom: top + 1, right: column })
    }
  } else rows.push(names)
  if (chance(random, 0.3)) rows.push(names.map((_, column) => column + 1))
  const headRow = rows.length
  const sums = heads.map(() => 0)
  for (const [index, record] of records.entries()) {
    if (chance(random, 0.06)) rows.push([])
    if (merged && width > 2 && chance(random, 0.05)) {
      merges.push({ top: rows.length, left: 0, bottom: rows.length, right: width - 1 })
      rows.push([random.pick(['Городские школы', 'Сельские школы', 'Филиалы'])])
    }
    if (chance(random, 0.02)) rows.push([...names])
    rows.push(
      heads.map((head, column) => {
        if (head === '№') return index + 1
        if (head === 'stranger') return random.pick([null, 'есть', 'подписано'])
        const cell = cellOf(random, head, record[head.key] ?? null, writer)
        if (typeof cell === 'number') sums[column] = (sums[column] ?? 0) + cell
        return cell
      }),
    )
  }
  if (chance(random, 0.4)) rows.push(totals(random, heads, sums))
  if (chance(random, 0.2)) rows.push([], ['Исполнитель: методист'])
  return { grid: { sheet: random.pick(['Лист1', spec.title, 'Свод', 'Таблица 2']), rows, merges }, headRow }
}

function totals(random: Random, heads: readonly (ColumnSpec | string)[], sums: readonly number[]): GridCell[] {
  const figures: GridCell[] = heads.map((head, column) =>
    typeof head === 'object' && head.type === 'number' ? (sums[column] ?? 0) : null,
  )
  const label = heads.findIndex((head) => typeof head === 'string' || head.type === 'text')
  if (label !== -1) figures[label] = random.pick(['Итого', 'ИТОГО:', 'Всего по району', 'Итого по списку'])
  return figures
}
