import type { Figure, Said } from '@shared/contract/report-content'
import type { Staffing, StaffingFigure, StaffingTableId } from '@shared/contract/staffing'
import { plural } from '@shared/domain/text/plural'
import { say } from '@shared/papers/report/figures'
import { capitalised, listedRuns, people, runs } from '@shared/papers/report/words'
import type { FigureSet } from '../figure-set'
import { type Paragraph, paragraph } from '../parts'
import type { Counted, ReportReader } from '../reader'

/** What the tables of the staffing show, in a few sentences: each number is a row of a table or several rows together. */

interface Together {
  table: StaffingTableId
  keys: readonly string[]
}

/** Figures of several rows at once, over the whole head-count; null where there are none. */
type Maker = (key: string, title: string, together: Together) => Figure | null

export function staffingWords(
  reader: ReportReader,
  staffed: Staffing,
  figures: FigureSet,
  everyone: Figure,
): Paragraph[] {
  const make: Maker = (key, title, { table: id, keys }) => {
    const table = staffed.tables.find((one) => one.id === id)
    const rows = (table?.rows ?? []).filter((one) => one.key !== null && keys.includes(one.key))
    const counted = together(reader, rows, keys)
    return counted === null || counted.count === 0 ? null : figures.count(key, title, counted)
  }
  const share = (figure: Figure): Said[] =>
    runs(' (', say(figures.share(`${figure.key}:share`, `${figure.title}, доля`, figure, everyone)), ')')
  return [education(make, share), service(make, share), category(make, share), age(make, share)].map(paragraph)
}

/** The same rows by one question: the column of the table with all the keys. */
function together(reader: ReportReader, rows: readonly StaffingFigure[], keys: readonly string[]): Counted | null {
  const [first] = rows
  const own = first?.filters.at(-1)
  if (first === undefined || own === undefined) return null
  return {
    count: rows.reduce((sum, one) => sum + one.count, 0),
    sums: {},
    trace: {
      list: 'librarians',
      schoolYear: reader.schoolYear,
      on: null,
      filters: [...first.filters.slice(0, -1), { op: 'in', column: own.column, values: [...keys] }],
      sum: null,
    },
  }
}

type Shared = (figure: Figure) => Said[]

/** «Высшее образование имеют 30 человек (75 %), из них библиотечное — 12; среднее профессиональное — 8.» */
function education(make: Maker, share: Shared): Said[] {
  const table = 'education'
  const higher = make('higher', 'Высшее образование', {
    table,
    keys: ['higher-library', 'higher-pedagogical', 'higher-other'],
  })
  const library = make('library', 'Библиотечное образование', { table, keys: ['higher-library', 'vocational-library'] })
  const pieces = [
    ...(higher === null ? [] : [runs('высшее образование ', verb(higher), ' ', say(higher, people), share(higher))]),
    ...(library === null
      ? []
      : [runs('библиотечное образование (высшее или среднее профессиональное) — ', say(library), share(library))]),
  ]
  return pieces.length === 0 ? [] : capitalised(runs(joined(pieces), '.'))
}

function service(make: Maker, share: Shared): Said[] {
  const table = 'libraryService'
  const young = make('beginners', 'Библиотечный стаж до 3 лет', { table, keys: ['under-3'] })
  const old = make('experienced', 'Библиотечный стаж от 10 лет', { table, keys: ['10-20', 'over-20'] })
  const pieces = [
    ...(old === null ? [] : [runs('в библиотеке десять лет и дольше ', works(old), ' ', say(old, people), share(old))]),
    ...(young === null ? [] : [runs('менее трёх лет — ', say(young), share(young))]),
  ]
  return pieces.length === 0 ? [] : capitalised(runs(joined(pieces), '.'))
}

function category(make: Maker, share: Shared): Said[] {
  const table = 'category'
  const all = make('category', 'С квалификационной категорией', {
    table,
    keys: ['first', 'highest', 'methodist-teacher', 'mentor'],
  })
  if (all === null) return [{ text: 'Квалификационной категории нет ни у кого.' }]
  const parts = (
    [
      ['highest', 'высшую'],
      ['first', 'первую'],
      ['methodist-teacher', '«педагог-методист»'],
      ['mentor', '«педагог-наставник»'],
    ] as const
  ).flatMap(([key, word]) => {
    const figure = make(`category:${key}`, `Категория: ${word}`, { table, keys: [key] })
    return figure === null ? [] : [runs(`${word} — `, say(figure))]
  })
  return runs(
    'Квалификационную категорию ',
    verb(all),
    ' ',
    say(all, people),
    share(all),
    ...(parts.length === 0 ? [] : [', в том числе ', listedRuns(parts)]),
    '.',
  )
}

function age(make: Maker, share: Shared): Said[] {
  const young = make('young', 'Моложе 35 лет', { table: 'age', keys: ['under-35'] })
  const old = make('old', 'Старше 55 лет', { table: 'age', keys: ['over-55'] })
  const pieces = [
    ...(young === null ? [] : [runs('моложе тридцати пяти лет — ', say(young, people), share(young))]),
    ...(old === null ? [] : [runs('старше пятидесяти пяти лет — ', say(old, people), share(old))]),
  ]
  return pieces.length === 0 ? [] : capitalised(runs(joined(pieces), '.'))
}

const joined = (pieces: readonly (readonly Said[])[]): Said[] =>
  pieces.flatMap((piece, index) => (index === 0 ? [...piece] : [{ text: '; ' }, ...piece]))

const verb = (figure: Figure): string => plural(figure.value ?? 0, ['имеет', 'имеют', 'имеют'])
const works = (figure: Figure): string => plural(figure.value ?? 0, ['работает', 'работают', 'работает'])
