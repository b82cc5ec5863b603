import { awardList, contestList, publicationList } from '@shared/contract/librarian-lists'
import { contestLevels, librarianList } from '@shared/contract/librarians'
import type { Filter, ListSpec } from '@shared/contract/lists'
import type { Figure, ReportColumn, ReportPart, ReportTableRow, Said } from '@shared/contract/report-content'
import { formatDate } from '@shared/domain/dates'
import { schoolYearBounds } from '@shared/domain/school-year'
import { type PluralForms, plural } from '@shared/domain/text/plural'
import { say } from '@shared/papers/report/figures'
import {
  capital,
  inYear,
  listedRuns,
  participle,
  people,
  peopleAcc,
  runs,
  yearAfterIn,
} from '@shared/papers/report/words'
import { type Scope, scopeOf, withinYear } from '../association-scope'
import { FigureSet } from '../figure-set'
import { center, chartPart, left, paragraph, row, tablePart, textPart } from '../parts'
import type { Asked, Counted, ReportReader } from '../reader'
import type { ReportSectionSource } from '../section'
import { lastRow, MOST_PEOPLE, opensPerson } from './people'

/** What the librarians themselves were honoured with, wrote and won; contests of pupils are of the events. */
export const awardsSection: ReportSectionSource = {
  spec: {
    kind: 'awards',
    title: 'Награды, публикации и конкурсы педагогов',
    hint: 'Награды и результаты конкурсов за учебный год, публикации, с именами; по уровням',
    usual: true,
    parts: [
      { key: 'summary', title: 'Итог словами', form: 'text', usual: true },
      { key: 'awards', title: 'Награды, таблица', form: 'table', usual: true },
      { key: 'contests', title: 'Конкурсы, таблица', form: 'table', usual: true },
      { key: 'contestLevels', title: 'Конкурсы по уровням, диаграмма', form: 'chart', usual: false },
      { key: 'publications', title: 'Публикации, таблица', form: 'table', usual: true },
    ],
  },
  compose: async (reader) => {
    const scope = await scopeOf(reader)
    const found = {
      awards: await reader.count(awardList, dated(reader, scope)),
      contests: await reader.count(contestList, dated(reader, scope)),
      publications: await reader.count(publicationList, published(reader, scope)),
    }
    return [
      ...(await summary(reader, scope, found)),
      ...(await awards(reader, scope, found.awards)),
      ...(await contests(reader, scope, found.contests)),
      ...(await levelsChart(reader, scope)),
      ...(await publications(reader, scope, found.publications)),
    ]
  },
}

interface Found {
  awards: Counted
  contests: Counted
  publications: Counted
}

const dated = (reader: ReportReader, scope: Scope, last = false): Asked & { filters: Filter[] } => ({
  schoolYear: last ? reader.before : reader.schoolYear,
  filters: [withinYear(reader, 'on', last), ...scope.librarians],
})

/** Of a publication only the calendar year is known: those of both years of the school year, not later than its day. */
function published(reader: ReportReader, scope: Scope): Asked & { filters: Filter[] } {
  const [from, to] = publicationYears(reader)
  return { schoolYear: null, filters: [{ op: 'between', column: 'year', from, to }, ...scope.librarians] }
}

function publicationYears(reader: ReportReader): [number, number] {
  return [Number(schoolYearBounds(reader.schoolYear).from.slice(0, 4)), Number(reader.on.slice(0, 4))]
}

const awardForms: PluralForms = ['награда', 'награды', 'наград']
const contestForms: PluralForms = ['результат', 'результата', 'результатов']
const worksForms: PluralForms = ['работа', 'работы', 'работ']
const publicationForms: PluralForms = ['публикация', 'публикации', 'публикаций']

async function summary(reader: ReportReader, scope: Scope, found: Found): Promise<ReportPart[]> {
  const figures = new FigureSet()
  const than = `в ${yearAfterIn(reader.before)}`
  const year = inYear(reader.schoolYear)
  const peopleWith = async (key: string, title: string, column: string): Promise<Figure> => {
    const asked = (schoolYear: string): Asked => ({
      schoolYear,
      filters: [...scope.librarians, { op: 'above', column, value: 0 }],
    })
    const last = scope.compare ? await reader.count(librarianList, asked(reader.before)) : null
    return figures.count(key, title, await reader.count(librarianList, asked(reader.schoolYear)), last)
  }
  const awarded = await peopleWith('awarded', 'Награждено, человек', 'yearAwards')
  const given = figures.count('awards', 'Наград', found.awards)
  const contested = await peopleWith('contested', 'Участвовали в конкурсах, человек', 'yearContests')
  const results = figures.count('contests', 'Результатов конкурсов', found.contests)
  const works = figures.count('publications', 'Публикаций', found.publications)
  const compare = (figure: Figure): Said[] => {
    if (figure.previous === null || figure.previous === 0) return []
    return [{ text: ' — ' }, ...figures.compared(figure, than, peopleAcc)]
  }
  const nothing = (figure: Figure, text: string): Said[] => runs({ text, figure: figure.key }, '.')
  return textPart('summary', figures, [
    paragraph(
      given.value === 0
        ? [{ text: `${year} ` }, ...nothing(given, 'наград у работников школьных библиотек нет')]
        : runs(
            `${year} ${participle(awarded.value ?? 0, 'награждён', 'm')} `,
            say(awarded, people),
            compare(awarded),
            '; ',
            `${plural(given.value ?? 0, ['получена', 'получены', 'получено'])} `,
            say(given, awardForms),
            ...(await byValue(reader, figures, awardList, 'level', dated(reader, scope), {})),
            '.',
          ),
    ),
    paragraph(
      results.value === 0
        ? nothing(results, 'В конкурсах профессионального мастерства никто не участвовал')
        : runs(
            'В конкурсах профессионального мастерства ',
            `${plural(contested.value ?? 0, ['участвовал', 'участвовали', 'участвовало'])} `,
            say(contested, people),
            ...(await byValue(reader, figures, contestList, 'level', dated(reader, scope), contestLevels, 'уровень: ')),
            compare(contested),
            '.',
          ),
    ),
    paragraph(
      works.value === 0
        ? [{ text: `${capital(yearsIn(reader))} ` }, ...nothing(works, 'публикаций нет')]
        : runs(
            `${capital(yearsIn(reader))} ${participle(works.value ?? 0, 'опубликован', 'f')} `,
            say(works, worksForms),
            ' работников школьных библиотек.',
          ),
    ),
    paragraph(runs(scope.peopleNote)),
  ])
}

/** «в 2025 и 2026 годах». */
function yearsIn(reader: ReportReader): string {
  const [from, to] = publicationYears(reader)
  return from === to ? `в ${from} году` : `в ${from} и ${to} годах`
}

function yearsWords(reader: ReportReader): string {
  const [from, to] = publicationYears(reader)
  return from === to ? `${from} года` : `${from} и ${to} годов`
}

/** « (муниципальный уровень — 3, региональный — 1)»; of one kind alone nothing is told apart. */
async function byValue(
  reader: ReportReader,
  figures: FigureSet,
  list: ListSpec,
  column: string,
  asked: Asked,
  titles: Readonly<Record<string, string>>,
  /** What the values are of, where they do not tell it themselves: «уровень: ». */
  of = '',
): Promise<(Said | readonly Said[] | string)[]> {
  const groups = (await reader.groups(list, column, asked)).filter((group) => group.value !== null)
  if (groups.length < 2 || groups.length > 8) return []
  const pieces = groups.map((group): Said[] => {
    const title = titles[String(group.value)] ?? String(group.value)
    return [{ text: `${title} — ` }, say(figures.count(`${list.name}:${group.value}`, title, group))]
  })
  return [` (${of}`, listedRuns(pieces), ')']
}

interface Told {
  columns: readonly string[]
  heads: readonly ReportColumn[]
  cells(one: Readonly<Record<string, unknown>>): readonly string[]
}

/** A row for each of the list, the name first; its words open the person's card. */
async function namedTable(
  reader: ReportReader,
  key: string,
  title: string,
  list: ListSpec,
  asked: Asked,
  all: Counted,
  forms: PluralForms,
  told: Told,
): Promise<ReportPart[]> {
  if (all.count === 0) return []
  const found = await reader.rows(list, ['librarianId', 'librarian', ...told.columns], asked)
  const figures = new FigureSet()
  const shown = found.slice(0, MOST_PEOPLE)
  const rows: ReportTableRow[] = shown.map((one, index) => {
    const opens = opensPerson(one.librarianId)
    return row(
      String(index + 1),
      ...[String(one.librarian), ...told.cells(one)].map((text) => ({ text: text === '' ? '—' : text, opens })),
    )
  })
  return tablePart(
    key,
    title,
    figures,
    [center('№', 8), left('ФИО', 32), ...told.heads],
    [...rows, ...lastRow(figures, found.length - shown.length, all, forms)],
  )
}

const day = (value: unknown): string => (value === null ? '' : formatDate(String(value), 'digits'))

function awards(reader: ReportReader, scope: Scope, all: Counted): Promise<ReportPart[]> {
  const asked = { ...dated(reader, scope), sort: [{ column: 'on', desc: false }] }
  return namedTable(
    reader,
    'awards',
    `Награды, полученные в ${yearAfterIn(reader.schoolYear)}`,
    awardList,
    asked,
    all,
    awardForms,
    {
      columns: ['title', 'level', 'on'],
      heads: [left('Награда', 46), left('Уровень', 24), center('Дата', 18)],
      cells: ({ title, level, on }) => [String(title), String(level), day(on)],
    },
  )
}

function contests(reader: ReportReader, scope: Scope, all: Counted): Promise<ReportPart[]> {
  const asked = { ...dated(reader, scope), sort: [{ column: 'on', desc: false }] }
  return namedTable(
    reader,
    'contests',
    `Участие педагогов в конкурсах в ${yearAfterIn(reader.schoolYear)}`,
    contestList,
    asked,
    all,
    contestForms,
    {
      columns: ['title', 'level', 'result', 'on'],
      heads: [left('Конкурс', 42), left('Уровень', 24), left('Результат', 22), center('Дата', 18)],
      cells: ({ title, level, result, on }) => [
        String(title),
        contestLevels[level as keyof typeof contestLevels],
        String(result),
        day(on),
      ],
    },
  )
}

async function levelsChart(reader: ReportReader, scope: Scope): Promise<ReportPart[]> {
  const groups = await reader.groups(contestList, 'level', dated(reader, scope))
  const figures = new FigureSet()
  const titles = groups.map((group) => contestLevels[group.value as keyof typeof contestLevels] ?? 'не указан')
  const bars = groups.map((group, index) => figures.count(`level:${group.value}`, `${titles[index]} уровень`, group))
  return chartPart(
    'contestLevels',
    `Участие педагогов в конкурсах по уровням в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    'columns',
    titles,
    [{ title: 'Участий', figures: bars }],
  )
}

function publications(reader: ReportReader, scope: Scope, all: Counted): Promise<ReportPart[]> {
  const asked = { ...published(reader, scope), sort: [{ column: 'year', desc: false }] }
  return namedTable(
    reader,
    'publications',
    `Публикации ${yearsWords(reader)}`,
    publicationList,
    asked,
    all,
    publicationForms,
    {
      columns: ['title', 'where', 'year'],
      heads: [left('Публикация', 46), left('Издание', 32), center('Год', 12)],
      cells: ({ title, where, year }) => [String(title), String(where), String(year)],
    },
  )
}
