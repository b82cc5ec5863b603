import type { ReportPart, SectionContent } from '@shared/contract/report-content'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Expected, sectionFaults } from './expected'
import { daysOf, type Judged, partOf, plain, rowsOfTrace, sample, today, yearBefore } from './judge'
import { type Row, type State, stateOf } from './own-items'
import {
  categoryState,
  courseState,
  educationClass,
  lastCourse,
  type Working,
  within,
  working,
  yearsLater,
} from './own-people'
import { deficitOf, provisionOf, yearAfter } from './own-provision'
import { decisionsOf, type Outcome, outcomeOf } from './own-states'

/** Theme and tasks from the card of the association, what was found wrong, what goes over to the next year: record by record. */

let district: Judged
beforeAll(async () => {
  district = await sample()
}, 60_000)
afterAll(() => district.close())

const asked = ['2024-2025', '2025-2026', '2026-2027'].flatMap((year) =>
  [null, 1, 2].map((place) => [year, place] as const),
)
type Records = Record<string, number[]>

function decisions(year: string, place: number | null, ...outcomes: Outcome[]): number[] {
  const { from, on } = daysOf(year)
  return decisionsOf(district, from, on, place)
    .filter((one) => outcomes.includes(outcomeOf(one, on)))
    .map((one) => one.id)
}

function items(year: string, place: number | null, ...states: State[]): number[] {
  const { from, to, on } = daysOf(year)
  return district
    .rows<Row & { id: number }>(
      `SELECT i.* FROM roadmapItem i JOIN roadmap r ON r.id = i.roadmapId
       WHERE i.parentUid IS NULL AND r."from" <= ? AND r."to" >= ? AND (? IS NULL OR r.associationId = ?)`,
      to,
      from,
      place,
      place,
    )
    .filter((item) => states.includes(stateOf(district, item, on)))
    .map((item) => item.id)
}

function schools(day: string, place: number | null, where: string): number[] {
  return district
    .rows<{ id: number }>(
      `SELECT s.id FROM school s WHERE (s.closedOn IS NULL OR s.closedOn > ?) AND ${where}
         AND (? IS NULL OR s.id IN (SELECT schoolId FROM associationSchool WHERE associationId = ?))`,
      day,
      place,
      place,
    )
    .map((one) => one.id)
}

const ids = (people: readonly Working[], is: (one: Working) => boolean): number[] =>
  people.filter(is).map((one) => one.id)

/** Figures of a part against the records they must count, and the rows of each trace against the same records. */
async function judged(part: ReportPart, expected: Records): Promise<string[]> {
  const wrong: string[] = []
  for (const { key, trace } of part.figures) {
    const own = expected[key]
    if (own === undefined || trace === null || trace.sum !== null) continue
    const shown = (await rowsOfTrace(district.call, trace)).map((row) => Number(row.id))
    const sorted = (some: readonly number[]): string => [...some].sort((a, b) => a - b).join()
    if (sorted(shown) !== sorted(own)) wrong.push(`${part.key}.${key}: shows ${sorted(shown)}, must ${sorted(own)}`)
  }
  return wrong
}

/** Neither a category that is in force nor a confirmation of the last five years, though there was one. */
const attestationOld = (one: Working, day: string): boolean =>
  (one.category === 'none' || categoryState(one, day) === 'expired') &&
  one.attestedOn !== null &&
  one.attestedOn < yearsLater(day, -5)

const counted = (records: Records): Expected =>
  Object.fromEntries(Object.entries(records).map(([key, some]) => [key, some.length]))

test.each(asked)('what is wrong in %s, association %s', async (year, place) => {
  const { on } = daysOf(year)
  const people = working(district, on, place)
  const records: Records = {
    vacant: schools(
      on,
      place,
      `NOT EXISTS (SELECT 1 FROM employment e WHERE e.schoolId = s.id AND ${within.replaceAll('?', `'${on}'`)})`,
    ),
    decisions: decisions(year, place, 'overdue'),
    items: items(year, place, 'overdue'),
    old: ids(people, (one) => courseState(district, one.id, on) === 'old'),
    none: ids(people, (one) => courseState(district, one.id, on) === 'none'),
    expired: ids(people, (one) => categoryState(one, on) === 'expired'),
    attestation: ids(people, (one) => attestationOld(one, on)),
    // Of whom no education is written down, nobody can say.
    education: ids(people, (one) => !/-library$|^unknown$/u.test(educationClass(district, one.id))),
    offline: schools(on, place, 's.internet = 0'),
  }
  const content = await district.section('problems', year, place)
  const short = provisionOf(district, year, place, today).filter((row) => deficitOf(row) > 0)
  const deficit = short.reduce((sum, row) => sum + deficitOf(row), 0)
  expect(sectionFaults(content, { problems: { ...counted(records), deficit } })).toEqual([])
  expect(await judged(partOf(content, 'problems'), records)).toEqual([])
})

test.each(asked)('what goes over from %s, association %s', async (year, place) => {
  const { on } = daysOf(year)
  const end = `${yearAfter(year).slice(5)}-08-31`
  const people = working(district, on, place)
  const records: Records = {
    unfinished: decisions(year, place, 'overdue', 'partial'),
    open: decisions(year, place, 'open'),
    standing: decisions(year, place, 'standing'),
    items: items(year, place, 'overdue', 'partial', 'moved'),
    courses: ids(people, (one) => courseState(district, one.id, on) !== 'fresh'),
    // The last course is young enough now and will be too old at the end of the next year.
    coursesSoon: ids(people, (one) => {
      const last = lastCourse(district, one.id, on)
      return courseState(district, one.id, on) === 'fresh' && (last ?? '') < `${Number(end.slice(0, 4)) - 3}-08-31`
    }),
    categories: ids(
      people,
      (one) => one.category !== 'none' && (one.categoryUntil ?? '') >= on && (one.categoryUntil ?? '') <= end,
    ),
  }
  const content = await district.section('tasks', year, place)
  expect(sectionFaults(content, { left: counted(records), theme: {} })).toEqual([])
  expect(await judged(partOf(content, 'left'), records)).toEqual([])
})

interface Theme {
  name: string
  theme: string
  aim: string
  tasks: string
}

/** What is written in the cards for a year, in the order of names where there are several. */
function themes(year: string, place: number | null): string[] {
  const all = district.rows<Theme>(
    `SELECT a.name, t.theme, t.aim, t.tasks FROM associationTheme t JOIN association a ON a.id = t.associationId
     WHERE t.schoolYear = ? AND (? IS NULL OR a.id = ?) ORDER BY a.name`,
    year,
    place,
    place,
  )
  return all.flatMap((one) => [
    ...(place === null ? [`${one.name}.`] : []),
    `Методическая тема: «${one.theme}».`,
    `Цель: ${one.aim.replace(/\.$/u, '')}.`,
    'Задачи:',
    ...one.tasks.split('\n').map((task) => `${task.replace(/\.$/u, '')}.`),
  ])
}

function paragraphs(content: SectionContent): string[] {
  const part = content.parts.find((one) => one.key === 'theme')
  return part?.form === 'text' ? part.paragraphs.map((one) => plain(one.runs.map((run) => run.text).join(''))) : []
}

test.each(asked)('theme, aim and tasks of %s, association %s', async (year, place) => {
  const now = paragraphs(await district.section('theme', year, place))
  const own = themes(year, place)
  expect(now).toEqual(
    own.length > 0 ? own : [`Методическая тема на ${year.replace('-', '–')} учебный год не определена.`],
  )
  // The tasks of a report are those of the year that follows it.
  expect(paragraphs(await district.section('tasks', yearBefore(year), place))).toEqual(own)
})

const words = (content: SectionContent, key: string): string[] => {
  const part = partOf(content, key)
  return part.form === 'text' ? part.paragraphs.map((one) => plain(one.runs.map((run) => run.text).join(''))) : []
}

test('a year that is over is told by its end, one that lasts by the day', async () => {
  expect(words(await district.section('problems', '2025-2026'), 'problems')[0]).toBe(
    'По итогам учебного года требуют решения следующие вопросы:',
  )
  expect(words(await district.section('tasks', '2025-2026'), 'left')[0]).toBe('В 2026–2027 учебном году предстоит:')
  expect(words(await district.section('problems', '2026-2027'), 'problems')[0]).toBe(
    'На 21 ноября 2026 г. требуют решения следующие вопросы:',
  )
  expect(words(await district.section('tasks', '2026-2027'), 'left')[0]).toBe(
    'В 2027–2028 учебном году предстоит (по данным на 21 ноября 2026 г.):',
  )
})

test('one thing is spoken of as one, what is told of textbooks has its day', async () => {
  const left = words(await district.section('tasks', '2024-2025', 2), 'left')
  expect(left).toContain('Довести до конца 1 решение, срок которого прошёл или которое выполнено частично.')
  expect(left).toContain('Выполнить 1 решение, срок которого ещё не наступил.')
  expect(left.at(-1)).toBe(
    'Подготовить документы на аттестацию: до конца 2025–2026 учебного года истекает срок действия 1 категории.',
  )
  const wrong = words(await district.section('problems', '2025-2026'), 'problems')
  expect(wrong).toContain('Не выполнены в срок 2 решения, принятые на заседаниях.')
  expect(wrong).toContain('На 1 сентября 2025 г. недостаёт 10 202 экземпляров учебников.')
})
