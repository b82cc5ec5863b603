import { fplKey } from '@shared/domain/fpl'
import { isbnKey } from '@shared/domain/isbn'
import { normKey } from '@shared/domain/text/norm'
import { sortKey } from '@shared/domain/text/sort-key'
import { stems } from '@shared/domain/text/stems'
import { textbookName } from '@shared/domain/textbook-name'
import type { Database as Sqlite } from 'better-sqlite3'

/**
 * Columns that SQL cannot compute, by table: the one place that says what they are made of. Handlers write through
 * `derive`; `check` recomputes them.
 */
interface Derived {
  key: 'id'
  /** Source columns. */
  from: readonly string[]
  make(row: Readonly<Record<string, unknown>>): Record<string, string>
}

const join = (row: Readonly<Record<string, unknown>>, names: readonly string[]): string =>
  names
    .map((name) => row[name])
    .filter((value) => typeof value === 'string' && value !== '')
    .join(' ')

function searchable(from: readonly string[], sortBy: readonly string[], nameBy: readonly string[] = []): Derived {
  return {
    key: 'id',
    from: [...new Set([...from, ...sortBy, ...nameBy])],
    make: (row) => ({
      norm: normKey(join(row, from)),
      ...(sortBy.length > 0 ? { sortKey: sortKey(join(row, sortBy)) } : {}),
      ...(nameBy.length > 0 ? { nameKey: normKey(join(row, nameBy)) } : {}),
    }),
  }
}

const namesOf = (name: string): Record<string, string> => ({
  label: name,
  nameSort: sortKey(name),
  nameKey: normKey(name),
})

/** A grade as a word of the index, beside the figures of titles. */
export const gradeWord = (grade: number): string => `g${grade}`

function gradeWords(from: unknown, to: unknown): string[] {
  const [first, last] = [Number(from), Number(to)]
  return Array.from({ length: last - first + 1 }, (_, at) => gradeWord(first + at))
}

const person = ['surname', 'given', 'patronymic'] as const

export const derivedColumns = {
  school: searchable(
    ['shortName', 'fullName', 'code', 'inn', 'locality', 'address', 'director', 'email'],
    ['shortName'],
    ['shortName'],
  ),
  librarian: searchable([...person, 'phone', 'email', 'roleInAssociation'], person, person),
  association: searchable(['shortName', 'name', 'headName', 'secretaryName'], ['shortName']),
  meeting: searchable(['number', 'date', 'theme', 'place'], []),
  decision: searchable(['text'], []),
  roadmap: searchable(['title', 'approvalText'], ['title'], ['title']),
  roadmapItem: searchable(['title', 'document', 'results'], [], ['title']),
  event: searchable(['name', 'place', 'organiser', 'results'], ['name'], ['name']),
  report: searchable(['title', 'schoolYear', 'note'], ['title'], ['title']),
  paperTemplate: searchable(['name', 'file', 'note'], ['name'], ['name']),
  mailing: searchable(['title', 'number', 'text', 'signerName', 'note'], ['title'], ['title']),
  oldPaper: searchable(['file', 'title', 'number', 'folder'], ['file']),
  subject: searchable(['name'], ['name'], ['name']),
  textbook: {
    key: 'id',
    from: ['title', 'authors', 'publisher', 'level', 'gradeFrom', 'gradeTo', 'isbn', 'fplCode'],
    make: (row) => ({
      norm: normKey(join(row, ['title', 'authors', 'publisher', 'isbn', 'fplCode'])),
      sortKey: sortKey(String(row.title)),
      ...namesOf(textbookName(row as unknown as Parameters<typeof textbookName>[0])),
      isbnKey: isbnKey(String(row.isbn)),
      fplKey: fplKey(String(row.fplCode)),
      stems: [stems(join(row, ['title', 'authors', 'publisher'])), ...gradeWords(row.gradeFrom, row.gradeTo)].join(' '),
    }),
  },
} satisfies Record<string, Derived>

export type DerivedTable = keyof typeof derivedColumns

/** The row with its computed columns. */
export function derive<R extends Readonly<Record<string, unknown>>>(
  table: DerivedTable,
  row: R,
): R & Record<string, string> {
  const derived: Derived = derivedColumns[table]
  return { ...row, ...derived.make(row) }
}

/** Rows whose computed columns are not what they should be; for `check`. */
export function wronglyDerived(raw: Sqlite): { table: string; id: number }[] {
  const wrong: { table: string; id: number }[] = []
  for (const [table, derived] of Object.entries<Derived>(derivedColumns)) {
    const rows = raw.prepare<[], Record<string, unknown> & { id: number }>(`SELECT * FROM "${table}"`).iterate()
    for (const row of rows) {
      const expected = derived.make(row)
      if (Object.entries(expected).some(([name, value]) => row[name] !== value)) wrong.push({ table, id: row.id })
    }
  }
  return wrong
}
