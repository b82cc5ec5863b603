import { eventKinds, eventLevels, eventList, eventParticipantList } from '@shared/contract/events'
import type { Filter } from '@shared/contract/lists'
import type { ReportPart, ReportTableRow, Said } from '@shared/contract/report-content'
import type { PluralForms } from '@shared/domain/text/plural'
import { say } from '@shared/papers/report/figures'
import { inYear, listedRuns, participle, runs, schools, yearAfterIn } from '@shared/papers/report/words'
import { FigureSet } from '../figure-set'
import {
  center,
  chartPart,
  item,
  left,
  paragraph,
  right,
  row,
  sentencePart,
  tablePart,
  textPart,
  totalRow,
} from '../parts'
import type { Counted, ReportReader } from '../reader'
import { bothYears, byName, cell, comparedWith, digits, is, noneOf, ownOf, type Span, schoolsNamed } from '../scope'
import type { ReportSectionSource } from '../section'
import type { Tallied } from '../tally'

/** Events held beside the meetings: how many, of what kind and level, who took part, and what was planned and not held. */
export const eventsSection: ReportSectionSource = {
  spec: {
    kind: 'events',
    title: 'Мероприятия',
    hint: 'Сколько мероприятий проведено, какого вида и уровня, кто участвовал, что не состоялось',
    usual: true,
    parts: [
      { key: 'summary', title: 'Итог словами', form: 'text', usual: true },
      { key: 'kinds', title: 'По видам', form: 'table', usual: true },
      { key: 'levels', title: 'По уровням, диаграмма', form: 'chart', usual: true },
      { key: 'table', title: 'Таблица мероприятий', form: 'table', usual: true },
      { key: 'planned', title: 'Что не состоялось', form: 'text', usual: true },
    ],
  },
  compose: async (reader) => {
    const { now, last } = await bothYears(reader, (span) => yearOf(reader, span))
    const planned = await plannedPart(reader)
    if (now.held.count === 0) {
      return [...sentencePart('summary', `${inYear(reader.schoolYear)} мероприятия не проводились.`), ...planned]
    }
    return [
      ...summary(reader, now, last),
      ...kindsTable(reader, now, last),
      ...levelsChart(reader, now, last),
      ...(await eventsTable(reader, now.held)),
      ...planned,
    ]
  },
}

export const eventNoun: PluralForms = ['мероприятие', 'мероприятия', 'мероприятий']

const heldIn = (reader: ReportReader): Filter[] => [is('state', 'held'), ...ownOf(reader)]

interface Year {
  schoolYear: string
  held: Counted
  kinds: Tallied[]
  levels: Tallied[]
  /** Entries of people and schools in events held. */
  entries: Counted
  schools: string[]
  librarians: number
}

async function yearOf(reader: ReportReader, { schoolYear }: Span): Promise<Year> {
  const asked = { schoolYear, filters: heldIn(reader) }
  const bySchool = await reader.tally(eventParticipantList, { by: ['school'] }, asked)
  const byPerson = await reader.tally(eventParticipantList, { by: ['librarianId'] }, asked)
  return {
    schoolYear,
    held: await reader.total(eventList, ['people', 'students'], asked),
    kinds: await reader.tally(eventList, { by: ['kind'], sums: ['people'] }, asked),
    levels: await reader.tally(eventList, { by: ['level'] }, asked),
    entries: await reader.total(eventParticipantList, [], asked),
    schools: bySchool.flatMap(({ values }) => (values.school === null ? [] : [String(values.school)])),
    librarians: byPerson.filter(({ values }) => values.librarianId !== null).length,
  }
}

function summary(reader: ReportReader, now: Year, last: Year | null): ReportPart[] {
  const figures = new FigureSet()
  const held = figures.count('held', 'Проведено мероприятий', now.held, last?.held)
  const took = figures.sum('people', 'Участников мероприятий', 'people', now.held, last?.held)
  const students = figures.sum('students', 'Из участников обучающихся', 'students', now.held, last?.held)
  const first = runs(
    `${inYear(reader.schoolYear)} ${participle(now.held.count, 'проведён', 'n')} `,
    say(held, eventNoun),
    comparedWith(reader, figures, held, eventNoun),
    '.',
    (took.value ?? 0) === 0
      ? null
      : [{ text: ' Участников — ' }, say(took), ...studentsOf(say(students), students.value)],
    (took.value ?? 0) === 0 ? null : '.',
  )
  const levels = byOrder(now.levels, 'level', Object.keys(eventLevels)).map((one) =>
    figures.count(
      `level:${one.values.level}`,
      `Мероприятия: ${levelName(one)} уровень`,
      one,
      same(last?.levels, one, 'level'),
    ),
  )
  const byLevels = runs(
    'По уровням: ',
    listedRuns(
      byOrder(now.levels, 'level', Object.keys(eventLevels)).map((one) => [
        { text: `${levelName(one)} — ` },
        ...levels.filter(({ key }) => key === `level:${one.values.level}`).map((figure) => say(figure)),
      ]),
    ),
    '.',
  )
  return textPart('summary', figures, [
    paragraph(first),
    paragraph(byLevels),
    paragraph(tookPart(reader, figures, now, last)),
  ])
}

const studentsOf = (said: Said, value: number | null): Said[] =>
  (value ?? 0) === 0 ? [] : [{ text: ', из них обучающихся — ' }, said]

const levelName = ({ values }: Tallied): string => eventLevels[String(values.level) as keyof typeof eventLevels]

function tookPart(reader: ReportReader, figures: FigureSet, now: Year, last: Year | null): Said[] {
  if (now.entries.count === 0) return []
  const entries = figures.count('entries', 'Записей об участии', now.entries, last?.entries)
  const fromSchools = figures.count(
    'schools',
    'Школ, принявших участие',
    schoolsNamed(reader, now.schools),
    last === null ? null : schoolsNamed(reader, last.schools, last.schoolYear),
  )
  const librarians = figures.derived(
    'librarians',
    'Библиотекарей, принявших участие',
    now.librarians,
    [entries],
    'count',
    '',
    last?.librarians ?? null,
  )
  const who = [
    ...(now.schools.length === 0 ? [] : [[say(fromSchools, schools)]]),
    ...(now.librarians === 0 ? [] : [[say(librarians, librarianNoun)]]),
  ]
  if (who.length === 0) return []
  return runs('Среди участников — ', listedRuns(who), '.')
}

const librarianNoun: PluralForms = ['библиотекарь', 'библиотекаря', 'библиотекарей']

const same = (rows: readonly Tallied[] | undefined, one: Tallied, by: string): Counted | null =>
  rows?.find((other) => other.values[by] === one.values[by]) ?? null

/** In the order of the choice, as screens show it. */
export const byOrder = (rows: readonly Tallied[], by: string, order: readonly string[]): Tallied[] =>
  [...rows].sort((one, other) => order.indexOf(String(one.values[by])) - order.indexOf(String(other.values[by])))

function kindsTable(reader: ReportReader, now: Year, last: Year | null): ReportPart[] {
  const figures = new FigureSet()
  const rows = byOrder(now.kinds, 'kind', Object.keys(eventKinds)).map((one): ReportTableRow => {
    const kind = String(one.values.kind)
    const title = eventKinds[kind as keyof typeof eventKinds]
    const count = figures.count(`held:${kind}`, `Проведено: ${title}`, one)
    const took = figures.sum(`people:${kind}`, `Участников: ${title}`, 'people', one)
    const before = last === null ? null : (same(last.kinds, one, 'kind') ?? noneOf(last.held, is('kind', kind)))
    return row(
      title.charAt(0).toUpperCase() + title.slice(1),
      cell(count),
      one.sums.people == null ? 'не учтено' : cell(took),
      ...(before === null ? [] : [cell(figures.count(`before:${kind}`, `Год назад: ${title}`, before))]),
    )
  })
  const gone = (last?.kinds ?? []).filter((one) => same(now.kinds, one, 'kind') === null)
  const goneRows = byOrder(gone, 'kind', Object.keys(eventKinds)).map((one): ReportTableRow => {
    const title = eventKinds[String(one.values.kind) as keyof typeof eventKinds]
    return row(
      title.charAt(0).toUpperCase() + title.slice(1),
      cell(
        figures.count(
          `held:${one.values.kind}`,
          `Проведено: ${title}`,
          noneOf(now.held, is('kind', String(one.values.kind))),
        ),
      ),
      '',
      cell(figures.count(`before:${one.values.kind}`, `Год назад: ${title}`, one)),
    )
  })
  const total = totalRow(
    'Всего',
    cell(figures.count('held', 'Проведено мероприятий', now.held)),
    cell(figures.sum('people', 'Участников мероприятий', 'people', now.held)),
    ...(last === null ? [] : [cell(figures.count('before', 'Мероприятий год назад', last.held))]),
  )
  return tablePart(
    'kinds',
    `Мероприятия по видам в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    [
      left('Вид мероприятия', 44),
      right('Проведено', 18),
      right('Участников', 18),
      ...(last === null ? [] : [right('Год назад', 18)]),
    ],
    [...rows, ...goneRows, total],
  )
}

function levelsChart(reader: ReportReader, now: Year, last: Year | null): ReportPart[] {
  const figures = new FigureSet()
  const levels = byOrder(now.levels, 'level', Object.keys(eventLevels))
  const bars = levels.map((one) =>
    figures.count(
      `level:${one.values.level}`,
      `Мероприятия: ${levelName(one)} уровень`,
      one,
      same(last?.levels, one, 'level'),
    ),
  )
  return chartPart(
    'levels',
    `Мероприятия по уровням в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    'columns',
    levels.map(levelName),
    [{ title: 'Мероприятий', figures: bars }],
  )
}

/** A longer table is for an annex. */
const mostRows = 40
const eventKeys = ['from', 'to', 'name', 'kind', 'level', 'place']

async function eventsTable(reader: ReportReader, held: Counted): Promise<ReportPart[]> {
  const figures = new FigureSet()
  const found = await reader.tally(
    eventList,
    { by: eventKeys, told: ['results', 'id'], sums: ['people'] },
    { filters: heldIn(reader) },
  )
  const ordered = byName(found, ({ values }) => String(values.name)).sort((one, other) =>
    String(one.values.from) < String(other.values.from)
      ? -1
      : String(one.values.from) > String(other.values.from)
        ? 1
        : 0,
  )
  const shown = ordered.slice(0, mostRows)
  const rows = shown.map((one): ReportTableRow => {
    const { from, to, name, level, place, results, id } = one.values
    const took = one.sums.people ?? null
    return row(
      from === to ? digits(String(from)) : `${digits(String(from))} – ${digits(String(to))}`,
      { text: String(name), opens: { record: 'event', id: Number(id) } },
      eventLevels[String(level) as keyof typeof eventLevels],
      String(place ?? ''),
      took === null ? 'не учтено' : cell(figures.sum(`people:${id}`, `Участников: ${name}`, 'people', one)),
      { text: short(String(results ?? '')), opens: { record: 'event', id: Number(id) } },
    )
  })
  const all = figures.sum('people', 'Участников всего', 'people', held)
  const counts = figures.count('held', 'Проведено мероприятий', held)
  const rest = ordered.slice(mostRows)
  const others = rest.reduce((sum, one) => sum + (one.sums.people ?? 0), 0)
  const restRow = row(
    '',
    say(
      figures.derived('rest', 'Остальных мероприятий', held.count - shown.reduce((sum, one) => sum + one.count, 0), [
        counts,
      ]),
      ['другое мероприятие', 'других мероприятия', 'других мероприятий'],
    ),
    '',
    '',
    cell(figures.derived('people:rest', 'Участников остальных мероприятий', others, [all])),
    '',
  )
  return tablePart(
    'table',
    `Мероприятия, проведённые в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    [
      center('Дата', 25),
      left('Мероприятие', 39),
      left('Уровень', 33),
      left('Место', 34),
      right('Участ\u00ADников', 20),
      left('Результаты', 29),
    ],
    [...rows, ...(rest.length === 0 ? [] : [restRow]), totalRow('', 'Всего', '', '', cell(all), '')],
  )
}

/** Results as typed may be pages long; a table has their beginning. */
export function short(text: string, most = 220): string {
  const plain = text.replace(/\s+/gu, ' ').trim()
  if (plain.length <= most) return plain
  const cut = plain.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 30)).replace(/[\s,;:.–—-]+$/u, '')}…`
}

/** What was called off, and what is still planned of days that are past or to come. */
async function plannedPart(reader: ReportReader): Promise<ReportPart[]> {
  const figures = new FigureSet()
  const unheld: Filter[] = [{ op: 'in', column: 'state', values: ['planned', 'cancelled'] }, ...ownOf(reader)]
  const found = await reader.tally(
    eventList,
    { by: ['state', 'from', 'name', 'to'], told: ['id'] },
    { filters: unheld },
  )
  if (found.length === 0) return []
  const states = await reader.tally(eventList, { by: ['state'] }, { filters: unheld })
  const of = (state: string): Counted | undefined => states.find((one) => one.values.state === state)
  const planned = of('planned')
  const cancelled = of('cancelled')
  const head = runs(
    planned === undefined
      ? null
      : ['Запланировано и пока не проведено ', say(figures.count('planned', 'Не проведено', planned), eventNoun)].map(
          asSaid,
        ),
    planned !== undefined && cancelled !== undefined ? '; ' : null,
    cancelled === undefined
      ? null
      : [
          {
            text: `${planned === undefined ? capital(participle(cancelled.count, 'отменён', 'n')) : participle(cancelled.count, 'отменён', 'n')} `,
          },
          say(figures.count('cancelled', 'Отменено', cancelled), eventNoun),
        ],
    ':',
  )
  const ordered = byName(found, ({ values }) => `${values.from} ${values.name}`)
  // Where the heading has told that all were called off, the lines need not.
  const standing = (values: Tallied['values']): string => {
    if (values.state === 'cancelled') return planned === undefined ? '' : ', отменено'
    return String(values.to) < reader.on ? ', не отмечено проведённым' : ''
  }
  const lines = ordered
    .slice(0, 15)
    .map(({ values }) =>
      item([
        { text: `${digits(String(values.from))} — ` },
        { text: `«${String(values.name).replace(/[«»]/gu, '')}»`, opens: { record: 'event', id: Number(values.id) } },
        { text: `${standing(values)}.` },
      ]),
    )
  return textPart('planned', figures, [paragraph(head), ...lines])
}

const asSaid = (one: string | Said): Said => (typeof one === 'string' ? { text: one } : one)
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
