import { listSpecs } from '@shared/contract/list-specs'
import type { CellValue, ColumnSpec, ListSpec } from '@shared/contract/lists'
import { normKey } from '@shared/domain/text/norm'
import { writableLists } from '@store/lists/all'
import fc from 'fast-check'
import { isbnOf } from '../../support/isbn'
import type { TestStore } from './store'

/** Rows of every list that people could have typed, the odd ones more often than people do. */
export type Row = Record<string, CellValue> & { id: number }

/** Lists in the order in which rows can speak of rows before them. */
export const writable: readonly ListSpec[] = Object.values(listSpecs).filter((spec) =>
  writableLists.includes(spec.name),
)

const odd = [
  '007',
  '=1+1',
  '+7 (863) 000-00-00',
  '-5',
  '@кто',
  '1e5',
  '01.02.2023',
  '3/4',
  'да',
  'TRUE',
  '«Ёлки» и "палки"',
  `д'Артаньян`,
  'а;б,в',
  'первая\nвторая\n\nчетвёртая',
  'таб\tуляция',
  '<b>&amp;</b>',
  '_x0041_',
  'ёж и Еж',
  '№ 5',
  'итого',
  '😀',
  'ИТОГО по школам',
  '#Н/Д',
  'длинно '.repeat(120),
  '12345678901234567890',
]
// By signs alone («« »») nothing can be known again: a letter is first.
const plain = fc.stringMatching(/^[А-Яа-яёЁ][А-Яа-яёЁ0-9«»".,()№=;'-]{0,12}( [А-Яа-яёЁ0-9«»".,()№-]{1,10}){0,3}$/)
const text = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...odd) }, { weight: 3, arbitrary: plain })
const date = fc
  .record({
    year: fc.integer({ min: 1900, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map((on) => `${on.year}-${String(on.month).padStart(2, '0')}-${String(on.day).padStart(2, '0')}`)
const surname = fc.constantFrom('Ёлкина', 'Мятина-Орлова', 'фон Штейн', 'Ким', 'Ромашкина')

/** Columns whose texts have a form; the others take any text. */
const formed: Readonly<Record<string, fc.Arbitrary<CellValue>>> = {
  inn: fc.integer({ min: 1_000_000_000, max: 9_999_999_999 }).map(String),
  email: fc.constantFrom('school@example.ru', 'Biblio.7@mail.example', 'ёлка@почта.рф'),
  schoolYear: fc.integer({ min: 2000, max: 2098 }).map((year) => `${year}-${year + 1}`),
  grade: fc.integer({ min: 1, max: 12 }),
  year: fc.integer({ min: 1990, max: 2100 }),
  rate: fc.integer({ min: 1, max: 200 }),
  coordinates: fc.constantFrom('62.5012, 51.2040', '-1.5, 120', ''),
  distance: fc.integer({ min: 1, max: 20_000_00 }),
  grades: fc.constantFrom('1', '5', '10–11', '1–4'),
  gradeFrom: fc.integer({ min: 1, max: 5 }),
  gradeTo: fc.integer({ min: 5, max: 12 }),
  isbn: fc.integer({ min: 100_000, max: 999_999 }).map(isbnOf),
  fplCode: fc
    .array(fc.integer({ min: 1, max: 20 }), { minLength: 7, maxLength: 7 })
    .map((levels) => `${levels.join('.')}.`),
}
const ofList: Readonly<Record<string, fc.Arbitrary<CellValue>>> = {
  'librarians.name': fc
    .tuple(surname, fc.constantFrom('Ольга', 'Анна-Мария', 'Фёкла'), fc.constantFrom('Сергеевна', 'Ёжовна', ''))
    .map((parts) => parts.join(' ').trim()),
  'meetings.time': fc.constantFrom('09:00', '14:30'),
  'meetings.association': fc.constant('РМО педагогов-библиотекарей'),
  'decisions.due': fc.constantFrom('до 10 октября 2026 года', 'май 2027 года', 'ежеквартально', 'по мере сил'),
  'roadmapItems.due': fc.constantFrom('до 10 октября 2026 года', 'март', 'ежеквартально', 'по мере сил', 'май, ноябрь'),
  'librarians.education': fc.constantFrom('высшее, библиотечное', 'СПО, другое', 'высшее, педагогическое'),
}

function cell(spec: ListSpec, column: ColumnSpec, names: Readonly<Record<string, readonly string[]>>) {
  const known = ofList[`${spec.name}.${column.key}`] ?? formed[column.key]
  if (known) return known
  const named = column.edit?.reference === undefined ? undefined : names[column.edit.reference]
  if (named) return named.length === 0 ? fc.constant(null) : fc.constantFrom(...named)
  switch (column.type) {
    case 'text':
      return text
    case 'date':
      return date
    case 'boolean':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...Object.keys(column.choices ?? {}))
    case 'number':
    case 'money':
    case 'hundredths':
      return fc.oneof(fc.integer({ min: -3, max: 3000 }), fc.constantFrom(0, 1, 99_999_999))
  }
}

const isPart = (spec: ListSpec, column: ColumnSpec): boolean =>
  spec.name === 'librarians' && ['surname', 'given', 'patronymic'].includes(column.key)

/** Some cells of a new row; the required are among them. */
function cells(spec: ListSpec, names: Readonly<Record<string, readonly string[]>>) {
  const columns = spec.columns.filter((column) => column.edit !== undefined && !isPart(spec, column))
  return fc.record(Object.fromEntries(columns.map((column) => [column.key, cell(spec, column, names)])), {
    requiredKeys: columns.filter((column) => column.edit?.required).map((column) => column.key),
  })
}

export async function rowsOf(test: TestStore, list: string): Promise<Row[]> {
  const page = (await test.call(`${list}.list` as 'schools.list', { limit: 1000 })) as unknown as { rows: Row[] }
  return page.rows
}

/** Names by which rows are spoken of: those that only one row has. */
async function namesOf(test: TestStore): Promise<Record<string, string[]>> {
  const once = (names: string[]): string[] => names.filter((name) => names.filter((one) => one === name).length === 1)
  return {
    school: once((await rowsOf(test, 'schools')).map((row) => String(row.shortName))),
    series: once((await test.call('associations.series', {})).map((one) => one.name)),
    meeting: once((await rowsOf(test, 'meetings')).map((row) => `${row.series}, протокол № ${row.number}`)),
    roadmap: once((await rowsOf(test, 'roadmaps')).map((row) => String(row.title))),
    textbook: once((await bookNames(test)).filter((name) => name !== '')),
    librarian: once((await rowsOf(test, 'librarians')).map((row) => String(row.name))),
  }
}

async function bookNames(test: TestStore): Promise<string[]> {
  return (await test.call('textbooks.find', { text: '', limit: 100 })).map((book) => book.name)
}

/** Whether another row is called the same: nobody could tell two nameless courses of one person apart. */
async function hasNamesake(test: TestStore, spec: ListSpec, id: number): Promise<boolean> {
  const name = (row: Row): string =>
    (spec.identity.at(-1) ?? []).map((key) => normKey(String(row[key] ?? ''))).join('|')
  const rows = await rowsOf(test, spec.name)
  const own = rows.find((row) => row.id === id)
  return own !== undefined && rows.some((row) => row.id !== id && name(row) === name(own))
}

/**
 * Fills every list with random rows: what the list itself refuses is left out, as a person would have been stopped.
 * @param most rows tried in each list
 */
export async function fillLists(test: TestStore, seed: number, most: number): Promise<Record<string, number>> {
  const made: Record<string, number> = {}
  for (const spec of writable) {
    made[spec.name] = 0
    for (const row of fc.sample(cells(spec, await namesOf(test)), { numRuns: most, seed })) {
      const rows = [{ id: null, cells: row as Record<string, CellValue> }]
      const [judged] = (await test.call('lists.preview', { list: spec.name, rows })).rows
      if (judged?.faults.length !== 0) continue
      const { ids } = await test.call('lists.edit', { list: spec.name, rows })
      if (await hasNamesake(test, spec, ids[0] ?? 0)) await test.call('lists.remove', { list: spec.name, ids })
      else made[spec.name] = (made[spec.name] ?? 0) + 1
    }
  }
  return made
}
