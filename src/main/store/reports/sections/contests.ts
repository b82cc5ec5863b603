import { eventLevels, eventList, eventParticipantList, participantRoles } from '@shared/contract/events'
import type { Filter } from '@shared/contract/lists'
import type { Figure, ReportPart, ReportTableRow } from '@shared/contract/report-content'
import type { PluralForms } from '@shared/domain/text/plural'
import { say } from '@shared/papers/report/figures'
import { inYear, participle, runs, schoolsGen, yearAfterIn } from '@shared/papers/report/words'
import { FigureSet } from '../figure-set'
import { center, chartPart, left, paragraph, right, row, sentencePart, tablePart, textPart, totalRow } from '../parts'
import type { Counted, ReportReader } from '../reader'
import {
  bothYears,
  byName,
  cell,
  comparedWith,
  digits,
  greatest,
  is,
  noneOf,
  ownOf,
  type Span,
  schoolsNamed,
} from '../scope'
import type { ReportSectionSource } from '../section'
import type { Tallied } from '../tally'

/** Contests held, and who won them, school by school. */
export const contestsSection: ReportSectionSource = {
  spec: {
    kind: 'contests',
    title: 'Конкурсы и победители',
    hint: 'Проведённые конкурсы, победители и призёры, места по школам',
    usual: true,
    parts: [
      { key: 'summary', title: 'Итог словами', form: 'text', usual: true },
      { key: 'table', title: 'Таблица конкурсов', form: 'table', usual: true },
      { key: 'winners', title: 'Победители и призёры', form: 'table', usual: true },
      { key: 'schools', title: 'Призовые места по школам', form: 'table', usual: true },
      { key: 'chart', title: 'Призовые места по школам, диаграмма', form: 'chart', usual: false },
    ],
  },
  compose: async (reader) => {
    const { now, last } = await bothYears(reader, (span) => yearOf(reader, span))
    if (now.contests.count === 0) {
      return sentencePart('summary', `${inYear(reader.schoolYear)} конкурсы не проводились.`)
    }
    return [
      ...summary(reader, now, last),
      ...(await contestsTable(reader, now)),
      ...(await winnersTable(reader, now)),
      ...schoolsTable(reader, now),
      ...schoolsChart(reader, now),
    ]
  },
}

const contest: PluralForms = ['конкурс', 'конкурса', 'конкурсов']
const places: PluralForms = ['призовое место', 'призовых места', 'призовых мест']
const prizes: Filter = { op: 'in', column: 'role', values: ['winner', 'runnerUp'] }

const held = (reader: ReportReader): Filter[] => [is('kind', 'contest'), is('state', 'held'), ...ownOf(reader)]

interface Year {
  schoolYear: string
  contests: Counted
  all: Counted
  roles: Tallied[]
  /** By school and role; of no school as well. */
  schools: Tallied[]
}

async function yearOf(reader: ReportReader, { schoolYear }: Span): Promise<Year> {
  const filters = held(reader)
  const won = { schoolYear, filters: [...filters, prizes] }
  return {
    schoolYear,
    contests: await reader.total(eventList, ['people'], { schoolYear, filters }),
    all: await reader.total(eventParticipantList, [], won),
    roles: await reader.tally(eventParticipantList, { by: ['role'] }, won),
    schools: await reader.tally(eventParticipantList, { by: ['school', 'role'] }, won),
  }
}

const ofRole = (rows: readonly Tallied[] | undefined, role: string): Tallied | null =>
  rows?.find(({ values }) => values.role === role) ?? null

const namesOf = ({ schools }: Year): string[] => [
  ...new Set(schools.flatMap(({ values }) => (values.school === null ? [] : [String(values.school)]))),
]

function summary(reader: ReportReader, now: Year, last: Year | null): ReportPart[] {
  const figures = new FigureSet()
  const count = figures.count('contests', 'Проведено конкурсов', now.contests, last?.contests)
  const first = runs(
    `${inYear(reader.schoolYear)} ${participle(now.contests.count, 'проведён', 'm')} `,
    say(count, contest),
    comparedWith(reader, figures, count, contest),
    '.',
  )
  if (now.all.count === 0) {
    return textPart('summary', figures, [
      paragraph(first),
      paragraph(runs('Победители и призёры в карточках конкурсов не записаны.')),
    ])
  }
  const all = figures.count('prizes', 'Призовых мест', now.all, last?.all)
  const winner = ofRole(now.roles, 'winner')
  const second = ofRole(now.roles, 'runnerUp')
  const names = namesOf(now)
  const from = figures.count(
    'schools',
    'Школ с призовыми местами',
    schoolsNamed(reader, names),
    last === null ? null : schoolsNamed(reader, namesOf(last), last.schoolYear),
  )
  const said = [
    ...(winner === null
      ? []
      : [
          { text: 'победителей — ' },
          say(figures.count('winners', 'Победителей', winner, ofRole(last?.roles, 'winner'))),
        ]),
    ...(winner !== null && second !== null ? [{ text: ', ' }] : []),
    ...(second === null
      ? []
      : [
          { text: 'призёров — ' },
          say(figures.count('runnersUp', 'Призёров', second, ofRole(last?.roles, 'runnerUp'))),
        ]),
  ]
  const won = runs(
    names.length === 0 ? 'Всего ' : 'Участники из ',
    names.length === 0 ? null : [say(from, schoolsGen), { text: ' заняли ' }],
    say(all, places),
    ' (',
    said,
    ')',
    comparedWith(reader, figures, all, places),
    '.',
  )
  return textPart('summary', figures, [paragraph(first), paragraph(won)])
}

async function contestsTable(reader: ReportReader, now: Year): Promise<ReportPart[]> {
  const figures = new FigureSet()
  const filters = held(reader)
  const found = await reader.tally(
    eventList,
    { by: ['from', 'name'], told: ['to', 'level', 'id'], sums: ['people'] },
    { filters },
  )
  const won = await reader.tally(
    eventParticipantList,
    { by: ['event', 'from', 'role'] },
    { filters: [...filters, prizes] },
  )
  const rows = byName(found, ({ values }) => `${values.from} ${values.name}`).map((one): ReportTableRow => {
    const { from, to, name, level, id } = one.values
    const places = (role: string) => {
      const counted = won.find(({ values }) => values.event === name && values.from === from && values.role === role)
      const title = `${name}: ${participantRoles[role as keyof typeof participantRoles]}`
      return cell(
        figures.count(`${role}:${id}`, title, counted ?? noneOf(now.all, is('event', String(name)), is('role', role))),
      )
    }
    return row(
      from === to ? digits(String(from)) : `${digits(String(from))} – ${digits(String(to))}`,
      { text: String(name), opens: { record: 'event', id: Number(id) } },
      eventLevels[String(level) as keyof typeof eventLevels],
      one.sums.people == null ? 'не учтено' : cell(figures.sum(`people:${id}`, `${name}: участников`, 'people', one)),
      places('winner'),
      places('runnerUp'),
    )
  })
  const total = (role: string, title: string) => {
    const counted = ofRole(now.roles, role) ?? noneOf(now.all, is('role', role))
    return cell(figures.count(`${role}:all`, title, counted))
  }
  return tablePart(
    'table',
    `Конкурсы, проведённые в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    [
      center('Дата', 20),
      left('Название конкурса', 44),
      left('Уровень', 26),
      right('Участ\u00ADников', 16),
      right('Победи\u00ADтелей', 16),
      right('Призё\u00ADров', 14),
    ],
    [
      ...rows,
      totalRow(
        '',
        'Всего',
        '',
        cell(figures.sum('people:all', 'Участников конкурсов', 'people', now.contests)),
        total('winner', 'Победителей'),
        total('runnerUp', 'Призёров'),
      ),
    ],
  )
}

/** A longer table is for an annex. */
const mostWinners = 40

/** Each prize by its place in the contests' days; the last row tells how many more there are. */
async function winnersTable(reader: ReportReader, now: Year): Promise<ReportPart[]> {
  const figures = new FigureSet()
  const rows = await reader.rows(eventParticipantList, ['event', 'name', 'school', 'role', 'result', 'eventId'], {
    filters: [...held(reader), prizes],
    sort: [
      { column: 'from', desc: false },
      { column: 'role', desc: true },
      { column: 'school', desc: false },
    ],
  })
  const table = rows.slice(0, mostWinners).map((one) => {
    const opens = { record: 'event', id: Number(one.eventId) }
    return row(
      { text: String(one.event), opens },
      { text: [one.name, one.school].filter((text) => text !== '').join(', '), opens },
      participantRoles[one.role as keyof typeof participantRoles],
      { text: ordinal(String(one.result)), opens },
    )
  })
  const all = figures.count('prizes', 'Призовых мест', now.all)
  const rest = rows.length - table.length
  const restRow = row(
    say(figures.derived('rest', 'Остальных призовых мест', rest, [all]), [
      'другое призовое место',
      'других призовых места',
      'других призовых мест',
    ]),
    '',
    '',
    '',
  )
  return tablePart(
    'winners',
    `Победители и призёры конкурсов в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    [left('Конкурс', 34), left('Участник, школа', 40), left('Место', 18), left('Результат', 22)],
    [...table, ...(rest > 0 ? [restRow] : [])],
  )
}

/** «2 место» as typed says the second place. */
const ordinal = (result: string): string => result.replace(/(?<!\d)(\d{1,2})\s+место/gu, '$1-е место')

interface OfSchool {
  school: string | null
  winner: Counted | null
  runnerUp: Counted | null
  size: number
}

function bySchool({ schools }: Year): OfSchool[] {
  const names = [...new Set(schools.map(({ values }) => values.school as string | null))]
  const rows = names.map((school): OfSchool => {
    const of = (role: string) => schools.find(({ values }) => values.school === school && values.role === role) ?? null
    const [winner, runnerUp] = [of('winner'), of('runnerUp')]
    return { school, winner, runnerUp, size: (winner?.count ?? 0) + (runnerUp?.count ?? 0) }
  })
  return greatest(
    rows,
    ({ size }) => size,
    ({ school }) => school,
  )
}

const mostSchools = 25

function schoolsTable(reader: ReportReader, now: Year): ReportPart[] {
  const figures = new FigureSet()
  const found = bySchool(now)
  const rest = found.slice(mostSchools)
  const rows = found.slice(0, mostSchools).map(({ school, winner, runnerUp, size }): ReportTableRow => {
    const key = school ?? ''
    const said = (role: string, title: string, counted: Counted | null): Figure =>
      figures.count(
        `${role}:${key}`,
        `${title}: ${school ?? 'школа не указана'}`,
        counted ?? noneOf(now.all, { op: 'in', column: 'school', values: [school] }, is('role', role)),
      )
    const won = said('winner', 'Победителей', winner)
    const second = said('runnerUp', 'Призёров', runnerUp)
    return row(
      school ?? 'Школа не указана',
      cell(won),
      cell(second),
      cell(figures.derived(`all:${key}`, `Призовых мест: ${school ?? 'школа не указана'}`, size, [won, second])),
    )
  })
  const all = figures.count('all', 'Призовых мест', now.all)
  const of = (role: string, title: string): Figure =>
    figures.count(`${role}:total`, title, ofRole(now.roles, role) ?? noneOf(now.all, is('role', role)))
  const totals = { winner: of('winner', 'Победителей'), runnerUp: of('runnerUp', 'Призёров') }
  const others = (role: 'winner' | 'runnerUp') => {
    const value = rest.reduce((sum, one) => sum + (one[role]?.count ?? 0), 0)
    return cell(figures.derived(`${role}:rest`, 'Остальные школы', value, [totals[role]]))
  }
  const restRows =
    rest.length === 0
      ? []
      : [
          row(
            'Остальные школы',
            others('winner'),
            others('runnerUp'),
            cell(
              figures.derived(
                'rest',
                'Остальные школы',
                rest.reduce((sum, { size }) => sum + size, 0),
                [all],
              ),
            ),
          ),
        ]
  return tablePart(
    'schools',
    `Призовые места по школам в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    [left('Школа', 52), right('Победителей', 20), right('Призёров', 18), right('Всего', 14)],
    [...rows, ...restRows, totalRow('Всего', cell(totals.winner), cell(totals.runnerUp), cell(all))],
  )
}

function schoolsChart(reader: ReportReader, now: Year): ReportPart[] {
  const figures = new FigureSet()
  const found = bySchool(now)
    .filter(({ school }) => school !== null)
    .slice(0, 12)
  const bars = found.map(({ school, winner, runnerUp, size }) => {
    const parts = [winner, runnerUp].flatMap((one, at) =>
      one === null
        ? []
        : [
            figures.count(
              `${at === 0 ? 'winner' : 'runnerUp'}:${school}`,
              `${at === 0 ? 'Победителей' : 'Призёров'}: ${school}`,
              one,
            ),
          ],
    )
    return figures.derived(`all:${school}`, `Призовых мест: ${school}`, size, parts)
  })
  return chartPart(
    'chart',
    `Призовые места по школам в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    'bars',
    found.map(({ school }) => String(school)),
    [{ title: 'Призовых мест', figures: bars }],
  )
}
