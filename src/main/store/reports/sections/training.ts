import { courseList } from '@shared/contract/librarian-lists'
import { categories, courseForms, librarianList } from '@shared/contract/librarians'
import type { Filter } from '@shared/contract/lists'
import type { Figure, ReportPart, Said } from '@shared/contract/report-content'
import { formatDate } from '@shared/domain/dates'
import { nextSchoolYear, schoolYearBounds } from '@shared/domain/school-year'
import { shares } from '@shared/domain/staffing/shares'
import { attestationStates } from '@shared/domain/staffing/terms'
import { type PluralForms, plural } from '@shared/domain/text/plural'
import { say } from '@shared/papers/report/figures'
import { capital, inYear, people, peopleAcc, runs, yearAfterIn, yearGen } from '@shared/papers/report/words'
import { working } from '../../lists/staffing'
import { type Scope, scopeOf, withinYear } from '../association-scope'
import { FigureSet } from '../figure-set'
import { center, chartPart, left, paragraph, percent, right, row, tablePart, textPart, totalRow } from '../parts'
import type { Asked, Counted, ReportReader } from '../reader'
import type { ReportSectionSource } from '../section'
import { lastRow, opensPerson, peopleTable } from './people'

/** Courses of the year, who is out of date, categories got and running out, attestation for the position. */
export const trainingSection: ReportSectionSource = {
  spec: {
    kind: 'training',
    title: 'Повышение квалификации и аттестация',
    hint: 'Курсы за год, у кого они старше трёх лет, полученные и истекающие категории, аттестация на соответствие',
    usual: true,
    parts: [
      { key: 'courses', title: 'Курсы словами', form: 'text', usual: true },
      { key: 'courseTable', title: 'Пройденные курсы, таблица', form: 'table', usual: true },
      { key: 'organisations', title: 'Курсы по организациям, таблица', form: 'table', usual: true },
      { key: 'organisationsChart', title: 'Курсы по организациям, диаграмма', form: 'chart', usual: false },
      { key: 'overdue', title: 'Курсы старше трёх лет или не пройдены, таблица', form: 'table', usual: true },
      { key: 'categories', title: 'Категории словами', form: 'text', usual: true },
      { key: 'expiring', title: 'Категории, срок которых истекает, таблица', form: 'table', usual: true },
      { key: 'attestation', title: 'Аттестация на соответствие должности, таблица', form: 'table', usual: true },
    ],
  },
  compose: async (reader) => {
    const scope = await scopeOf(reader)
    return [
      ...(await courses(reader, scope)),
      ...(await courseTable(reader, scope)),
      ...(await organisations(reader, scope)),
      ...(await overdue(reader, scope)),
      ...(await categoriesText(reader, scope)),
      ...(await expiring(reader, scope)),
      ...(await attestation(reader, scope)),
    ]
  },
}

const finished = (reader: ReportReader, scope: Scope, last = false): Asked & { filters: Filter[] } => ({
  schoolYear: last ? reader.before : reader.schoolYear,
  filters: [withinYear(reader, 'endedOn', last), ...scope.librarians],
})
/** People at work on the day of the numbers, by another column beside. */
const atWork = (reader: ReportReader, scope: Scope, filters: readonly Filter[], last = false): Asked => ({
  schoolYear: last ? reader.before : reader.schoolYear,
  filters: [working, ...scope.librarians, ...filters],
})
const trainedIn = (reader: ReportReader, scope: Scope, last = false): Asked => ({
  schoolYear: last ? reader.before : reader.schoolYear,
  filters: [...scope.librarians, { op: 'above', column: 'yearCourses', value: 0 }],
})
const inState = (values: readonly string[]): Filter => ({ op: 'in', column: 'courseState', values: [...values] })

const hours: PluralForms = ['час', 'часа', 'часов']
const courseForm: PluralForms = ['курс', 'курса', 'курсов']

/** «В 2025–2026 учебном году курсы повышения квалификации прошли 8 человек (8 курсов, 500 часов)…» */
async function courses(reader: ReportReader, scope: Scope): Promise<ReportPart[]> {
  const figures = new FigureSet()
  const than = `в ${yearAfterIn(reader.before)}`
  const done = await reader.count(courseList, finished(reader, scope))
  const doneBefore = scope.compare ? await reader.count(courseList, finished(reader, scope, true)) : null
  const count = figures.count('courses', 'Пройдено курсов', done, doneBefore)
  const trained = figures.count(
    'trained',
    'Прошли курсы, человек',
    await reader.count(librarianList, trainedIn(reader, scope)),
    scope.compare ? await reader.count(librarianList, trainedIn(reader, scope, true)) : null,
  )
  const length = figures.sum('hours', 'Часов курсов', 'hours', done, doneBefore)
  const everyone = figures.count('people', 'Работников', await reader.count(librarianList, atWork(reader, scope, [])))
  const fresh = figures.count(
    'fresh',
    'Курсы не старше трёх лет',
    await reader.count(librarianList, atWork(reader, scope, [inState(['fresh'])])),
    scope.compare ? await reader.count(librarianList, atWork(reader, scope, [inState(['fresh'])], true)) : null,
  )
  const compared = doneBefore === null || doneBefore.count === 0 ? [] : figures.compared(trained, than, peopleAcc)
  const first =
    done.count === 0
      ? runs(
          `${inYear(reader.schoolYear)} `,
          { text: 'курсы повышения квалификации никто не проходил', figure: count.key },
          '.',
        )
      : runs(
          `${inYear(reader.schoolYear)} курсы повышения квалификации `,
          `${plural(trained.value ?? 0, ['прошёл', 'прошли', 'прошли'])} `,
          say(trained, people),
          ...(compared.length === 0 ? [] : [' — ', compared]),
          `: всего ${plural(count.value ?? 0, ['пройден', 'пройдены', 'пройдено'])} `,
          say(count, courseForm),
          ...(length.value === 0 ? [] : [' общим объёмом ', say(length, hours)]),
          '.',
        )
  if (everyone.value === 0) return textPart('courses', figures, [paragraph(first), paragraph(runs(scope.peopleNote))])
  const share = figures.share('freshShare', 'Доля прошедших курсы за три года', fresh, everyone)
  return textPart('courses', figures, [
    paragraph(first),
    paragraph(
      fresh.value === 0
        ? runs({ text: 'Курсов, пройденных за последние три года, нет ни у одного работника', figure: fresh.key }, '.')
        : runs(
            'Курсы, пройденные за последние три года, ',
            `${plural(fresh.value ?? 0, ['имеет', 'имеют', 'имеют'])} `,
            say(fresh, people),
            ' из ',
            say(everyone),
            ' (',
            say(share),
            ').',
          ),
    ),
    paragraph(runs(scope.peopleNote)),
  ])
}

const MOST_COURSES = 60

async function courseTable(reader: ReportReader, scope: Scope): Promise<ReportPart[]> {
  const asked = finished(reader, scope)
  const all = await reader.count(courseList, asked)
  const rows = await reader.rows(
    courseList,
    ['librarianId', 'librarian', 'title', 'hours', 'organisation', 'form', 'endedOn'],
    { ...asked, sort: [{ column: 'endedOn', desc: false }] },
  )
  const figures = new FigureSet()
  const shown = rows.slice(0, MOST_COURSES)
  return tablePart(
    'courseTable',
    `Курсы повышения квалификации, пройденные в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    [
      left('ФИО', 28),
      left('Тема курсов', 44),
      left('Объём, форма', 18),
      left('Организация', 32),
      center('Дата окончания', 18),
    ],
    [
      ...shown.map((one) => {
        const opens = opensPerson(one.librarianId)
        const form = courseForms[one.form as keyof typeof courseForms]
        const size = one.hours === null ? form : `${one.hours}\u00A0ч, ${form}`
        return row(
          { text: String(one.librarian), opens },
          { text: String(one.title), opens },
          { text: size, opens },
          { text: String(one.organisation), opens },
          formatDate(String(one.endedOn), 'digits'),
        )
      }),
      ...lastRow(figures, rows.length - shown.length, all, courseForm),
    ],
  )
}

/** By who taught; nothing where it is one alone. */
async function organisations(reader: ReportReader, scope: Scope): Promise<ReportPart[]> {
  const asked = finished(reader, scope)
  const groups = await reader.groups(courseList, 'organisation', asked)
  if (groups.length < 2 || groups.length > 25) return []
  const whole = await reader.count(courseList, asked)
  const figures = new FigureSet()
  const parts = shares(groups.map((group) => group.count))
  const cells = (key: string, title: string, counted: Counted, share: number, all: Figure | null): [Figure, Said[]] => {
    const count = figures.count(`courses:${key}`, `${title}: курсов`, counted)
    const of = all === null ? [count] : [count, all]
    return [
      count,
      [
        say(count),
        percent(figures.derived(`share:${key}`, `${title}: доля`, share, of, 'tenths', '%')),
        say(figures.sum(`hours:${key}`, `${title}: часов`, 'hours', counted)),
      ],
    ]
  }
  const [all, total] = cells('all', 'Всего', whole, 1000, null)
  const made = groups.map((group, index) => {
    const title = String(group.value ?? 'не указана')
    const [figure, said] = cells(`of ${title}`, title, group, parts[index] ?? 0, all)
    return { title, figure, said }
  })
  const chartFigures = new FigureSet()
  const bars = groups.map((group) =>
    chartFigures.count(`courses:${group.value ?? ''}`, `${group.value ?? 'не указана'}: курсов`, group),
  )
  const title = `Курсы по организациям в ${yearAfterIn(reader.schoolYear)}`
  return [
    ...tablePart(
      'organisations',
      title,
      figures,
      [left('Организация', 60), right('Курсов', 18), right('Доля, %', 18), right('Часов', 18)],
      [...made.map((one) => row(capital(one.title), ...one.said)), totalRow('Итого', ...total)],
    ),
    ...chartPart(
      'organisationsChart',
      title,
      chartFigures,
      'bars',
      made.map((one) => one.title),
      [{ title: 'Курсов', figures: bars }],
    ),
  ]
}

async function overdue(reader: ReportReader, scope: Scope): Promise<ReportPart[]> {
  const asked = {
    ...atWork(reader, scope, [inState(['old', 'none'])]),
    sort: [{ column: 'lastCourseOn', desc: false }],
  }
  return peopleTable(
    reader,
    'overdue',
    `Работники, которым нужны курсы повышения квалификации, на ${formatDate(reader.on, 'digits')}`,
    asked,
    {
      columns: ['schools', 'position', 'lastCourseOn'],
      heads: [left('Школа', 34), left('Должность', 26), center('Последние курсы', 22)],
      cell: (one) => [
        String(one.schools),
        String(one.position),
        one.lastCourseOn === null ? 'нет' : formatDate(String(one.lastCourseOn), 'digits'),
      ],
    },
  )
}

/** Category got in the year, expired, and running out in the next one. */
async function categoriesText(reader: ReportReader, scope: Scope): Promise<ReportPart[]> {
  const figures = new FigureSet()
  const named = ['first', 'highest', 'methodist-teacher', 'mentor']
  const counted = (key: string, title: string, filters: readonly Filter[]): Promise<Figure> =>
    reader.count(librarianList, atWork(reader, scope, filters)).then((found) => figures.count(key, title, found))
  const everyone = await counted('people', 'Работников', [])
  if (everyone.value === 0) return []
  const all = await counted('category', 'С категорией', [{ op: 'in', column: 'category', values: named }])
  const got = await counted('got', 'Получили категорию в учебном году', [withinYear(reader, 'categoryOn')])
  const expired = await counted('expired', 'Срок категории истёк', [
    { op: 'in', column: 'categoryState', values: ['expired'] },
  ])
  const next = nextSchoolYear(reader.schoolYear)
  const ending = await counted('ending', 'Срок категории истекает до конца следующего учебного года', [
    endingIn(reader),
  ])
  const attested = await counted('attested', 'Прошли аттестацию на соответствие в учебном году', [
    withinYear(reader, 'attestedOn'),
  ])
  const none = (figure: Figure, text: string): Said[] => [{ text, figure: figure.key }]
  return textPart('categories', figures, [
    paragraph(
      all.value === 0
        ? runs(none(all, 'Квалификационной категории нет ни у одного работника'), '.')
        : runs(
            'Квалификационную категорию ',
            `${plural(all.value ?? 0, ['имеет', 'имеют', 'имеют'])} `,
            say(all, people),
            ' из ',
            say(everyone),
            '. ',
            ...(got.value === 0
              ? none(got, 'В течение учебного года категория никому не присваивалась')
              : [
                  'В течение учебного года категорию ',
                  `${plural(got.value ?? 0, ['получил', 'получили', 'получили'])} `,
                  say(got, people),
                ]),
            '.',
          ),
    ),
    paragraph(
      runs(
        ...(expired.value === 0
          ? none(expired, 'Истёкших категорий нет')
          : ['Срок категории истёк у ', say(expired, ['человека', 'человек', 'человек'])]),
        '; ',
        ...(ending.value === 0
          ? [`до конца ${yearGen(next)} `, ...none(ending, 'ни одна категория не истекает')]
          : [
              `до конца ${yearGen(next)} ${expired.value === 0 ? 'срок истекает' : '—'} у `,
              say(ending, ['человека', 'человек', 'человек']),
            ]),
        '.',
      ),
    ),
    paragraph(
      attested.value === 0
        ? runs(none(attested, 'Аттестацию на соответствие занимаемой должности в течение года никто не проходил'), '.')
        : runs(
            'Аттестацию на соответствие занимаемой должности ',
            `${plural(attested.value ?? 0, ['прошёл', 'прошли', 'прошли'])} `,
            say(attested, people),
            '.',
          ),
    ),
  ])
}

/** After the day of the numbers, up to the end of the next school year. */
export function endingIn(reader: ReportReader): Filter {
  const { to } = schoolYearBounds(nextSchoolYear(reader.schoolYear))
  return { op: 'between', column: 'categoryUntil', from: reader.on, to }
}

async function expiring(reader: ReportReader, scope: Scope): Promise<ReportPart[]> {
  const { to } = schoolYearBounds(nextSchoolYear(reader.schoolYear))
  const ended: Filter = { op: 'between', column: 'categoryUntil', from: null, to }
  const named: Filter = { op: 'in', column: 'category', values: ['first', 'highest', 'methodist-teacher', 'mentor'] }
  const asked = { ...atWork(reader, scope, [named, ended]), sort: [{ column: 'categoryUntil', desc: false }] }
  return peopleTable(
    reader,
    'expiring',
    `Категории, срок которых истёк или истекает до ${formatDate(to, 'digits')}`,
    asked,
    {
      columns: ['schools', 'category', 'categoryUntil'],
      heads: [left('Школа', 34), left('Категория', 24), center('Действует до', 22)],
      cell: (one) => [
        String(one.schools),
        categories[one.category as keyof typeof categories],
        formatDate(String(one.categoryUntil), 'digits'),
      ],
    },
  )
}

/** Everybody at work is in one row. */
async function attestation(reader: ReportReader, scope: Scope): Promise<ReportPart[]> {
  const asked = atWork(reader, scope, [])
  const whole = await reader.count(librarianList, asked)
  if (whole.count === 0) return []
  const groups = await reader.groups(librarianList, 'attestationState', asked)
  const figures = new FigureSet()
  const parts = shares(groups.map((group) => group.count))
  const all = figures.count('all', 'Всего работников', whole)
  return tablePart(
    'attestation',
    `Аттестация на соответствие занимаемой должности на ${formatDate(reader.on, 'digits')}`,
    figures,
    [left('Аттестация', 60), right('Человек', 20), right('Доля, %', 20)],
    [
      ...groups.map((group, index) => {
        const title = capital(attestationStates[group.value as keyof typeof attestationStates] ?? 'не указано')
        const figure = figures.count(`of:${group.value}`, title, group)
        return row(
          title,
          say(figure),
          percent(
            figures.derived(`share:${group.value}`, `${title}, доля`, parts[index] ?? 0, [figure, all], 'tenths', '%'),
          ),
        )
      }),
      totalRow('Итого', say(all), percent(figures.derived('share:all', 'Всего, доля', 1000, [all], 'tenths', '%'))),
    ],
  )
}
