import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Expected, keyed, sectionFaults, sumBy } from './expected'
import { daysOf, type Judged, sample, yearBefore } from './judge'

/** Events held and prizes won, counted from their cards. */

let district: Judged
beforeAll(async () => {
  district = await sample()
}, 60_000)
afterAll(() => district.close())

interface Held {
  id: number
  kind: string
  level: string
  people: number | null
  students: number | null
}
interface Taking {
  eventId: number
  kind: string
  librarianId: number | null
  schoolId: number | null
  role: string
}

/** Held ones of the school year they begin in. */
function held(schoolYear: string, place: number | null): Held[] {
  const { from, to } = daysOf(schoolYear)
  return district.rows<Held>(
    `SELECT id, kind, level, people, students FROM event
     WHERE state = 'held' AND "from" BETWEEN ? AND ? AND (? IS NULL OR associationId = ?) ORDER BY "from", id`,
    from,
    to,
    place,
    place,
  )
}

function taking(events: readonly Held[]): Taking[] {
  return events.flatMap((one) =>
    district
      .rows<Omit<Taking, 'kind'>>(
        'SELECT eventId, librarianId, schoolId, role FROM eventParticipant WHERE eventId = ?',
        one.id,
      )
      .map((row) => ({ ...row, kind: one.kind })),
  )
}

/** The school of a participant: the named one, else where the librarian works in her main place on the day of the event. */
function schoolsOf(rows: readonly Taking[]): Set<number> {
  const own = rows.map((row) => {
    if (row.schoolId !== null || row.librarianId === null) return row.schoolId
    return district.number(
      `SELECT m.schoolId FROM employment m JOIN event e ON e.id = ?
       WHERE m.librarianId = ? AND (m."from" IS NULL OR m."from" <= e."to") AND (m."to" IS NULL OR m."to" >= e."from")
       ORDER BY m.main DESC, m.ord LIMIT 1`,
      row.eventId,
      row.librarianId,
    )
  })
  return new Set(own.filter((id) => id !== null))
}

const total = (values: readonly (number | null)[]): number => values.reduce<number>((sum, one) => sum + (one ?? 0), 0)
const asked = ['2024-2025', '2025-2026', '2026-2027'].flatMap((year) =>
  [null, 1, 2].map((place) => [year, place] as const),
)

test.each(asked)('events of %s, association %s', async (year, place) => {
  const events = held(year, place)
  const before = held(yearBefore(year), place)
  const entries = taking(events)
  const people = total(events.map((one) => one.people))
  const byKind = sumBy(events, (one) => one.kind)
  const content = await district.section('events', year, place)
  const table: Expected = { held: events.length, people, rest: 0, 'people:rest': 0 }
  for (const one of events) table[`people:${one.id}`] = one.people
  expect(
    sectionFaults(
      { ...content, parts: content.parts.filter((part) => part.key !== 'planned') },
      {
        summary: {
          held: events.length,
          people,
          students: total(events.map((one) => one.students)),
          entries: entries.length,
          schools: schoolsOf(entries).size,
          librarians: new Set(entries.flatMap((row) => row.librarianId ?? [])).size,
          ...keyed(
            'level:',
            sumBy(events, (one) => one.level),
          ),
        },
        kinds: {
          held: events.length,
          people,
          before: before.length,
          ...keyed('held:', byKind),
          ...Object.fromEntries(before.map((one) => [`held:${one.kind}`, byKind.get(one.kind) ?? 0])),
          ...keyed(
            'people:',
            sumBy(
              events,
              (one) => one.kind,
              (one) => one.people ?? 0,
            ),
          ),
          ...Object.fromEntries([...byKind.keys()].map((kind) => [`before:${kind}`, 0])),
          ...keyed(
            'before:',
            sumBy(before, (one) => one.kind),
          ),
        },
        levels: keyed(
          'level:',
          sumBy(events, (one) => one.level),
        ),
        table,
      },
    ),
  ).toEqual([])
  // What did not take place: called off, or its day has passed and nobody said that it was held.
  const { from, on } = daysOf(year)
  const off = district.rows(
    `SELECT name FROM event WHERE "from" BETWEEN ? AND ? AND (? IS NULL OR associationId = ?) AND state = 'cancelled'`,
    from,
    on,
    place,
    place,
  )
  const planned = content.parts.find((part) => part.key === 'planned')
  const said =
    planned?.form === 'text' ? planned.paragraphs.map((one) => one.runs.map((run) => run.text).join('')).join('\n') : ''
  for (const { name } of off as { name: string }[]) expect(said.replaceAll('\u00A0', ' ')).toContain(name)
})

test.each(asked)('contests of %s, association %s', async (year, place) => {
  const contests = held(year, place).filter((one) => one.kind === 'contest')
  const prizes = taking(contests).filter((row) => row.role === 'winner' || row.role === 'runnerUp')
  const of = (role: string, id?: number): number =>
    prizes.filter((row) => row.role === role && (id === undefined || row.eventId === id)).length
  const content = await district.section('contests', year, place)
  const table: Expected = { contests: contests.length, 'winner:all': of('winner'), 'runnerUp:all': of('runnerUp') }
  table['people:all'] = total(contests.map((one) => one.people))
  for (const one of contests) {
    table[`people:${one.id}`] = one.people
    table[`winner:${one.id}`] = of('winner', one.id)
    table[`runnerUp:${one.id}`] = of('runnerUp', one.id)
  }
  const names = new Map(
    district
      .rows<{ id: number; shortName: string }>('SELECT id, shortName FROM school')
      .map((row) => [row.id, row.shortName]),
  )
  const schools: Expected = { all: prizes.length }
  for (const id of schoolsOf(prizes)) {
    const own = prizes.filter((row) => schoolsOf([row]).has(id))
    const name = names.get(id)
    schools[`all:${name}`] = own.length
    schools[`winner:${name}`] = own.filter((row) => row.role === 'winner').length
    schools[`runnerUp:${name}`] = own.filter((row) => row.role === 'runnerUp').length
  }
  schools['winner:total'] = of('winner')
  schools['runnerUp:total'] = of('runnerUp')
  const winners = content.parts.find((part) => part.key === 'winners')
  if (winners?.form === 'table') expect(winners.rows.filter((row) => row.look === 'plain')).toHaveLength(prizes.length)
  else expect(prizes).toHaveLength(0)
  expect(
    sectionFaults(content, {
      summary: {
        contests: contests.length,
        prizes: prizes.length,
        winners: of('winner'),
        runnersUp: of('runnerUp'),
        schools: schoolsOf(prizes).size,
      },
      table: optional(table, content.parts.find((part) => part.key === 'table')?.figures.map((one) => one.key) ?? []),
      winners: { prizes: prizes.length, rest: 0 },
      schools: optional(
        schools,
        content.parts.find((part) => part.key === 'schools')?.figures.map((one) => one.key) ?? [],
      ),
      chart: optional(schools, content.parts.find((part) => part.key === 'chart')?.figures.map((one) => one.key) ?? []),
    }),
  ).toEqual([])
})

/** Expectations of the figures that are told; which of them a table tells is its own matter. */
function optional(expected: Expected, told: readonly string[]): Expected {
  return Object.fromEntries(Object.entries(expected).filter(([key]) => told.includes(key)))
}
