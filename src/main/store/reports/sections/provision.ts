import type { Filter } from '@shared/contract/lists'
import { provisionList } from '@shared/contract/provision'
import type { Figure, ReportPart, ReportTableRow, Said, Trace } from '@shared/contract/report-content'
import { schoolList } from '@shared/contract/schools'
import { coefficientOf, provisionDay } from '@shared/domain/provision'
import { formatSchoolYear, nextSchoolYear } from '@shared/domain/school-year'
import { type PluralForms, plural } from '@shared/domain/text/plural'
import { say } from '@shared/papers/report/figures'
import { copies, runs, schoolsIn, yearAfterIn } from '@shared/papers/report/words'
import { FigureSet } from '../figure-set'
import { chartPart, left, paragraph, right, row, sentence, tablePart, textPart, totalRow } from '../parts'
import type { Counted, ReportReader } from '../reader'
import {
  asOf,
  bothYears,
  byName,
  cell,
  greatest,
  is,
  isPast,
  ofSchools,
  type Span,
  schoolsNamed,
  scopeNote,
  thanBefore,
} from '../scope'
import type { ReportSectionSource } from '../section'
import { merged, type Tallied, together } from '../tally'

/**
 * Provision with textbooks. Of the school year that goes on it is told as of today; of a past one as of its 1 September, on the balances
 * of that day (decisions 68, 70), which the section says of itself.
 */
export const provisionSection: ReportSectionSource = {
  spec: {
    kind: 'provision',
    title: 'Обеспеченность учебниками',
    hint: 'Сколько учебников нужно и есть, по предметам, классам и школам; прогноз на следующий год',
    usual: true,
    parts: [
      { key: 'summary', title: 'Итог словами', form: 'text', usual: true },
      { key: 'subjects', title: 'По предметам', form: 'table', usual: true },
      { key: 'chart', title: 'Чего не хватает, диаграмма', form: 'chart', usual: true },
      { key: 'grades', title: 'По классам', form: 'table', usual: true },
      { key: 'schools', title: 'Школы, где не хватает больше всего', form: 'table', usual: true },
      { key: 'next', title: 'Прогноз на следующий год', form: 'table', usual: true },
    ],
  },
  compose: async (reader) => {
    const { now, last } = await bothYears(reader, (span) => countYear(reader, span))
    const note = scopeNote(reader)
    const unknown = await unknownSchools(reader)
    if (now.all.count === 0) return nothing(reader, unknown, note)
    return [
      ...summary(reader, now, last, unknown, note),
      ...subjectsTable(reader, now),
      ...shortChart(reader, now),
      ...gradesTable(reader, now),
      ...schoolsTable(reader, now),
      ...(await nextTable(reader, now)),
    ]
  },
}

const sums = [
  'students',
  'usable',
  'deficit',
  'surplus',
  'expired',
  'nextStudents',
  'nextUsable',
  'nextDeficit',
  'nextSurplus',
]
/** Where somebody studies: the rest has nothing to be provided. */
const studied: Filter = { op: 'above', column: 'students', value: 0 }

interface Year {
  all: Counted
  subjects: Tallied[]
  grades: Tallied[]
  schools: Tallied[]
  /** With what nobody studies this year as well: books whose time is over, the next year's forecast. */
  whole: Counted
  next: Tallied[]
}

async function countYear(reader: ReportReader, { schoolYear }: Span): Promise<Year> {
  const filters = [studied, ...ofSchools(reader)]
  // One reading for all but the schools: a region has a hundred thousand rows.
  const parts = await reader.tally(
    provisionList,
    { by: ['subject', 'grade', 'state'], sums },
    { schoolYear, filters: ofSchools(reader) },
  )
  const trace: Trace = { list: provisionList.name, schoolYear, on: null, filters, sum: null }
  const whole: Trace = { ...trace, filters: ofSchools(reader) }
  const taught = parts.filter(({ values }) => values.state !== 'unknown' && values.state !== 'idle')
  return {
    all: together(taught, trace),
    subjects: merged(taught, provisionList, ['subject'], trace),
    grades: merged(taught, provisionList, ['grade'], trace),
    schools: await reader.tally(provisionList, { by: ['school'], sums }, { schoolYear, filters }),
    whole: together(parts, whole),
    next: merged(parts, provisionList, ['subject'], whole),
  }
}

/** Open schools whose contingent of the year is not written down: nothing is said of them. */
const unknownSchools = (reader: ReportReader): Promise<Counted> =>
  reader.total(schoolList, [], {
    filters: [is('open', true), { op: 'empty', column: 'students' }, ...ofSchools(reader, 'shortName')],
  })

/** The day the numbers are of. */
export const provisionOn = (reader: ReportReader): string => provisionDay(reader.schoolYear, reader.context.today())

function nothing(reader: ReportReader, unknown: Counted, note: string | null): ReportPart[] {
  const figures = new FigureSet()
  const why =
    unknown.count === 0
      ? 'Обеспеченность учебниками не посчитана: нет действующих школ с обучающимися.'
      : runs(
          `Обеспеченность учебниками в ${yearAfterIn(reader.schoolYear)} не посчитана: контингент не внесён в `,
          say(figures.count('unknown', 'Школ без контингента', unknown), schoolsIn),
          '.',
        )
  return textPart('summary', figures, [paragraph(typeof why === 'string' ? [{ text: why }] : why), sentence(note)])
}

const needed: PluralForms = ['учебник', 'учебника', 'учебников']

/** The part of what is needed that is there, in tenths of a percent, cut: 100 says that there is enough for all. */
const providedOf = (students: number, deficit: number): number | null =>
  students === 0 ? null : Math.floor(((students - deficit) * 1000) / students)

function provided(figures: FigureSet, key: string, title: string, students: Figure, deficit: Figure): Figure {
  const previous =
    students.previous === null || deficit.previous === null ? null : providedOf(students.previous, deficit.previous)
  const value = providedOf(students.value ?? 0, deficit.value ?? 0)
  return figures.derived(key, title, value, [students, deficit], 'tenths', '%', previous)
}

function summary(
  reader: ReportReader,
  now: Year,
  last: Year | null,
  unknown: Counted,
  note: string | null,
): ReportPart[] {
  const figures = new FigureSet()
  const before = last === null || last.all.count === 0 ? null : last
  const students = figures.sum('students', 'Нужно учебников (учеников по предметам)', 'students', now.all, before?.all)
  const usable = figures.sum('usable', 'Годных учебников в наличии', 'usable', now.all, before?.all)
  const deficit = figures.sum('deficit', 'Не хватает учебников', 'deficit', now.all, before?.all)
  const surplus = figures.sum('surplus', 'Излишек учебников', 'surplus', now.all, before?.all)
  const share = provided(figures, 'provided', 'Обеспечено от потребности', students, deficit)
  const than = thanBefore(reader)
  const compared = figures.compared(share, than)
  const first = runs(
    `${asOf(provisionOn(reader)).replace(/^н/u, 'Н')} по учебному плану школам ${plural(students.value ?? 0, ['требуется', 'требуются', 'требуется'])} `,
    say(students, needed),
    ', в наличии годных к использованию — ',
    say(usable),
    '. Потребность обеспечена на ',
    say(share),
    compared.length === 0 ? null : [{ text: ', ' }, ...compared],
    '.',
  )
  const second = runs(
    deficit.value === 0 ? 'Нехватки учебников нет' : ['Нехватка составляет ', say(deficit, copies)].map(asSaid),
    deficit.value === 0 ? null : shortIn(reader, figures, now, before, deficit),
    surplus.value === 0
      ? null
      : [{ text: `; излишек${deficit.value === 0 ? '' : ' в других классах и школах'} — ` }, say(surplus, copies)],
    '.',
  )
  const expired = figures.sum(
    'expired',
    'Учебников с истёкшим сроком использования',
    'expired',
    now.whole,
    before?.whole,
  )
  const third =
    expired.value === 0
      ? []
      : runs('Ещё ', say(expired, copies), ' учебников с истёкшим предельным сроком использования в расчёт не входят.')
  const missing =
    unknown.count === 0
      ? []
      : runs(
          'Контингент не внесён в ',
          say(figures.count('unknown', 'Школ без контингента', unknown), schoolsIn),
          ', в расчёт не вошедших.',
        )
  const past = isPast(reader)
    ? runs(
        `Показатели ${formatSchoolYear(reader.schoolYear)} учебного года приведены ${asOf(provisionOn(reader))}: по остаткам этого дня и контингенту года.`,
      )
    : []
  const then =
    before === null || isPast(reader)
      ? []
      : runs(
          `Показатели ${formatSchoolYear(reader.before)} учебного года взяты `,
          asOf(provisionDay(reader.before, reader.context.today())),
          '.',
        )
  return textPart('summary', figures, [
    paragraph(first),
    paragraph(second),
    paragraph(third),
    paragraph(missing),
    paragraph(past),
    paragraph(then),
    sentence(note),
  ])
}

const asSaid = (one: string | Said): Said => (typeof one === 'string' ? { text: one } : one)

const namesShort = (year: Year): string[] =>
  year.schools.filter((one) => (one.sums.deficit ?? 0) > 0).map(({ values }) => String(values.school))

function shortIn(reader: ReportReader, figures: FigureSet, now: Year, last: Year | null, deficit: Figure): Said[] {
  const short = figures.count(
    'schoolsShort',
    'Школ, где не хватает учебников',
    schoolsNamed(reader, namesShort(now)),
    last === null ? null : schoolsNamed(reader, namesShort(last), reader.before),
  )
  const all = figures.count(
    'schools',
    'Школ, по которым посчитано',
    schoolsNamed(
      reader,
      now.schools.map(({ values }) => String(values.school)),
    ),
  )
  const compared = figures.compared(deficit, thanBefore(reader), copies)
  return runs(
    ' в ',
    say(short, schoolsIn),
    ' из ',
    say(all),
    compared.length === 0 ? null : [{ text: ' (' }, ...compared, { text: ')' }],
  )
}

const columns = (first: string) => [
  left(first, 40),
  right('Нужно, экз.', 18),
  right('Годных в наличии', 20),
  right('Коэффи\u00ADциент', 17),
  right('Не хватает', 18),
  right('Изли\u00ADшек', 17),
  right('Обеспе\u00ADчено, %', 18),
]

/** Needed, there, how many for each, short, spare and the part of the need that is met. */
function cells(figures: FigureSet, key: string, title: string, of: Counted): Said[] {
  const students = figures.sum(`students:${key}`, `${title}: нужно`, 'students', of)
  const usable = figures.sum(`usable:${key}`, `${title}: годных в наличии`, 'usable', of)
  const coefficient = figures.derived(
    `coefficient:${key}`,
    `${title}: коэффициент`,
    coefficientOf(usable.value ?? 0, students.value ?? 0),
    [usable, students],
    'hundredths',
  )
  const deficit = figures.sum(`deficit:${key}`, `${title}: не хватает`, 'deficit', of)
  const surplus = figures.sum(`surplus:${key}`, `${title}: излишек`, 'surplus', of)
  const share = provided(figures, `provided:${key}`, `${title}: обеспечено`, students, deficit)
  return [students, usable, coefficient, deficit, surplus, share].map(cell)
}

function subjectsTable(reader: ReportReader, now: Year): ReportPart[] {
  const figures = new FigureSet()
  const rows = byName(now.subjects, ({ values }) => values.subject ?? null).map((one): ReportTableRow => {
    const name = String(one.values.subject)
    return row(name, ...cells(figures, name, name, one))
  })
  return tablePart(
    'subjects',
    `Обеспеченность учебниками по предметам ${asOf(provisionOn(reader))}`,
    figures,
    columns('Предмет'),
    [...rows, totalRow('Всего', ...cells(figures, 'all', 'Всего', now.all))],
  )
}

function shortChart(reader: ReportReader, now: Year): ReportPart[] {
  const figures = new FigureSet()
  const short = greatest(
    now.subjects,
    (one) => one.sums.deficit ?? 0,
    ({ values }) => values.subject ?? null,
  )
    .filter((one) => (one.sums.deficit ?? 0) > 0)
    .slice(0, 12)
  const bars = short.map((one) =>
    figures.sum(`deficit:${one.values.subject}`, `${one.values.subject}: не хватает`, 'deficit', one),
  )
  return chartPart(
    'chart',
    `Учебники, которых не хватает больше всего, ${asOf(provisionOn(reader))}, экземпляров`,
    figures,
    'bars',
    short.map(({ values }) => String(values.subject)),
    [{ title: 'Не хватает', figures: bars }],
  )
}

function gradesTable(reader: ReportReader, now: Year): ReportPart[] {
  const figures = new FigureSet()
  const rows = [...now.grades]
    .sort((one, other) => Number(one.values.grade) - Number(other.values.grade))
    .map(
      (one): ReportTableRow =>
        row(
          `${one.values.grade}-й класс`,
          ...cells(figures, `${one.values.grade}`, `${one.values.grade}-й класс`, one),
        ),
    )
  return tablePart(
    'grades',
    `Обеспеченность учебниками по классам ${asOf(provisionOn(reader))}`,
    figures,
    columns('Класс'),
    [...rows, totalRow('Всего', ...cells(figures, 'all', 'Всего', now.all))],
  )
}

/** A longer table is for an annex. */
const mostSchools = 15

function schoolsTable(reader: ReportReader, now: Year): ReportPart[] {
  const figures = new FigureSet()
  const short = greatest(
    now.schools,
    (one) => one.sums.deficit ?? 0,
    ({ values }) => values.school ?? null,
  ).filter((one) => (one.sums.deficit ?? 0) > 0)
  if (short.length === 0) return []
  const rows = short.slice(0, mostSchools).map((one): ReportTableRow => {
    const name = String(one.values.school)
    return row(name, ...cells(figures, name, name, one))
  })
  const title =
    short.length > mostSchools ? 'Школы, где не хватает больше всего учебников,' : 'Школы, где не хватает учебников,'
  return tablePart('schools', `${title} ${asOf(provisionOn(reader))}`, figures, columns('Школа'), rows)
}

/**
 * The coming year: by the forecast of this one. Where the report is of a year that is past, the coming one has its own numbers.
 */
async function nextTable(reader: ReportReader, now: Year): Promise<ReportPart[]> {
  const next = nextSchoolYear(reader.schoolYear)
  if (!isPast(reader)) {
    const names = { students: 'nextStudents', usable: 'nextUsable', deficit: 'nextDeficit', surplus: 'nextSurplus' }
    const title = `Прогноз обеспеченности на ${formatSchoolYear(next)} учебный год ${asOf(provisionOn(reader))}`
    return comingTable(title, names, now.next, now.whole)
  }
  const asked = { schoolYear: next, filters: [studied, ...ofSchools(reader)] }
  const names = { students: 'students', usable: 'usable', deficit: 'deficit', surplus: 'surplus' }
  const day = provisionDay(next, reader.context.today())
  return comingTable(
    `Обеспеченность на ${formatSchoolYear(next)} учебный год ${asOf(day)}`,
    names,
    await reader.tally(provisionList, { by: ['subject'], sums: Object.values(names) }, asked),
    await reader.total(provisionList, Object.values(names), asked),
  )
}

type Names = Readonly<Record<'students' | 'usable' | 'deficit' | 'surplus', string>>

function comingTable(caption: string, names: Names, subjects: readonly Tallied[], whole: Counted): ReportPart[] {
  const figures = new FigureSet()
  const line = (key: string, title: string, of: Counted): Said[] =>
    [
      figures.sum(`students:${key}`, `${title}: понадобится`, names.students, of),
      figures.sum(`usable:${key}`, `${title}: годных`, names.usable, of),
      figures.sum(`deficit:${key}`, `${title}: не хватит`, names.deficit, of),
      figures.sum(`surplus:${key}`, `${title}: излишек`, names.surplus, of),
    ].map(cell)
  const rows = byName(subjects, ({ values }) => values.subject ?? null)
    .filter((one) => (one.sums[names.students] ?? 0) > 0 || (one.sums[names.usable] ?? 0) > 0)
    .map((one): ReportTableRow => {
      const name = String(one.values.subject)
      return row(name, ...line(name, name, one))
    })
  return tablePart(
    'next',
    caption,
    figures,
    [
      left('Предмет', 44),
      right('Понадо\u00ADбится, экз.', 24),
      right('Годных в наличии', 20),
      right('Не хватит', 18),
      right('Излишек', 18),
    ],
    rows.length === 0 ? [] : [...rows, totalRow('Всего', ...line('all', 'Всего', whole))],
  )
}
