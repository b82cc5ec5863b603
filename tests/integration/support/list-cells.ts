import { educationFields, educationLevels } from '@shared/contract/librarians'
import type { CellValue, ColumnSpec, ListSpec } from '@shared/contract/lists'
import fc from 'fast-check'

/** Cells as a list shows them: what is written so is shown so. Names are those `list-records.test.ts` begins with. */
type Cell = fc.Arbitrary<CellValue>

const day = fc
  .record({
    year: fc.integer({ min: 1960, max: 2025 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map((one) => `${one.year}-${String(one.month).padStart(2, '0')}-${String(one.day).padStart(2, '0')}`)
const words = ['чтение', 'Книга', '№ 5', '«Весна»', 'ёлка', '2024', 'МБУК,', "O'Key", '=1+1', '№', 'a—b', '(1)']
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((some) => some.join(' '))
const schoolName = fc.constantFrom('СОШ № 1', 'СОШ № 2', 'ООШ с. Дальнее')
const personName = fc.constantFrom(
  'Ромашкина Анна Ивановна',
  'Лютикова Анна Ивановна',
  'Лютикова Анна Ивановна (12.05.1980)',
)
const textbookName = fc.constantFrom(
  'Алгебра. 7 класс. Рябинин К. О. (Ясень)',
  'Геометрия. 7–9 классы. Рябинин К. О. (Ясень)',
)
const name = fc.constantFrom('Ветлугина', 'Мятина-Орлова', 'фон Штейн', 'Ёлкина', 'Ким')
const given = fc.constantFrom('Ольга', 'Я.', 'Анна-Мария')
const patronymic = fc.constantFrom('Сергеевна', 'П.', '')
const year = fc.integer({ min: 1995, max: 2026 })
const education = fc
  .tuple(fc.constantFrom(...Object.values(educationLevels)), fc.constantFrom(...Object.values(educationFields)))
  .map((pair) => pair.join(', '))

const own: Readonly<Record<string, Cell>> = {
  'schools.inn': fc.integer({ min: 1_000_000_000, max: 9_999_999_999 }).map(String),
  'schools.code': fc.integer({ min: 1000, max: 999_999 }).map(String),
  // Of a school to itself there is no road.
  'distances.from': fc.constant('СОШ № 1'),
  'distances.to': fc.constantFrom('СОШ № 2', 'ООШ с. Дальнее'),
  'schools.coordinates': fc.constantFrom('62.5012, 51.2040', '-1.5, 120'),
  'librarians.name': fc.tuple(name, given, patronymic).map((parts) => parts.join(' ').trim()),
  'librarians.education': education,
  'contingent.schoolYear': fc.integer({ min: 2015, max: 2030 }).map((start) => `${start}-${start + 1}`),
  'meetings.series': fc.constant('Заседание РМО'),
  'meetings.association': fc.constant('РМО педагогов-библиотекарей'),
  'meetings.time': fc.constantFrom('09:00', '14:30'),
  'meetings.number': fc.integer({ min: 10, max: 99 }).map(String),
  'decisions.meeting': fc.constant('Заседание РМО, протокол № 7'),
  'decisions.meetingDate': fc.constant('2026-10-08'),
  'decisions.due': fc.constantFrom(
    'до 10 октября 2026 года',
    'май 2027 года',
    'постоянно',
    'по мере сил',
    'январь 2027 года, июнь 2027 года',
  ),
  'decisions.addressees': fc.constantFrom('руководителям ИБЦ', 'СОШ № 1, Ромашкина Анна Ивановна', 'методисту'),
  'roadmapItems.roadmap': fc.constant('Дорожная карта развития библиотек на 2026 год'),
  'roadmapItems.due': fc.constantFrom(
    'март',
    'до 10 октября 2026 года',
    'ежеквартально',
    'по мере сил',
    'май, сентябрь',
  ),
  'roadmapItems.executors': fc.constantFrom('Руководители ИБЦ', 'СОШ № 1; Ромашкина Анна Ивановна', 'РМО, совет РМО'),
  'textbooks.subject': fc.constantFrom('Алгебра', 'Родная речь'),
  'textbooks.fplCode': fc
    .array(fc.integer({ min: 1, max: 20 }), { minLength: 7, maxLength: 7 })
    .map((levels) => `${levels.join('.')}.`),
  'textbooks.isbn': fc.constantFrom('978-5-00120-001-7', '5-00120-013-X', ''),
  'contingent.grade': fc.integer({ min: 1, max: 12 }),
  'subjectStudents.schoolYear': fc.integer({ min: 2015, max: 2030 }).map((start) => `${start}-${start + 1}`),
  'subjectStudents.grade': fc.integer({ min: 1, max: 12 }),
  'subjectStudents.subject': fc.constantFrom('Второй иностранный язык', 'Родная речь'),
  'movements.kind': fc.constantFrom('receipt', 'correction'),
}

const byKey: Readonly<Record<string, Cell>> = {
  email: fc.constantFrom('school@example.ru', 'a.b-c@почта.рф'),
  year,
  publicationYear: fc.integer({ min: 2010, max: 2026 }),
  price: fc.integer({ min: 1, max: 90_000 }),
  gradeFrom: fc.integer({ min: 1, max: 6 }),
  gradeTo: fc.integer({ min: 6, max: 12 }),
  grades: fc.constantFrom('1', '5', '10–11', '1–4'),
  rate: fc.integer({ min: 1, max: 200 }),
}

function cellOf(spec: ListSpec, column: ColumnSpec): Cell {
  const special = own[`${spec.name}.${column.key}`] ?? byKey[column.key]
  if (special) return special
  if (column.edit?.reference === 'school') return schoolName
  if (column.edit?.reference === 'librarian') return personName
  if (column.edit?.reference === 'textbook') return textbookName
  switch (column.type) {
    case 'text':
      return text
    case 'date':
      return day
    case 'boolean':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...Object.keys(column.choices ?? {}))
    case 'number':
    case 'money':
    case 'hundredths':
      return fc.integer({ min: 0, max: 5000 })
  }
}

/** Cells whose parts would say another thing than the whole (ФИО and Фамилия) are not typed together. */
const isPart = (spec: ListSpec, column: ColumnSpec): boolean =>
  spec.name === 'librarians' && ['surname', 'given', 'patronymic'].includes(column.key)

/** Some cells of a row, the required ones among them in a new row. */
export function cellsOf(spec: ListSpec, isNew: boolean): fc.Arbitrary<Record<string, CellValue>> {
  const columns = spec.columns.filter((column) => column.edit !== undefined && !isPart(spec, column))
  const model = Object.fromEntries(columns.map((column) => [column.key, cellOf(spec, column)]))
  const required = columns.filter((column) => isNew && column.edit?.required).map((column) => column.key)
  return fc.record(model, { requiredKeys: required }).map(inOrder)
}

/** A period that ends before it begins is refused; that has a test of its own. */
function inOrder(cells: Record<string, CellValue>): Record<string, CellValue> {
  const { from, to } = cells
  return typeof from === 'string' && typeof to === 'string' && to < from ? { ...cells, from: to, to: from } : cells
}
