import { newUid } from '@shared/contract/fields'
import { AppError } from '@shared/errors'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { agendaItem, decision, librarian, meeting, school } from '../../support/records'
import { type TestStore, testStore } from '../support/store'

/**
 * Over any run of commands a record goes back to exactly what it was. What it was is kept apart: the record as `*.get`
 * answered it after each step, never read from the journal.
 */

type Kind = 'school' | 'librarian' | 'meeting'
interface Moment {
  groupId: number
  records: ReadonlyMap<string, string>
}
interface Place {
  record: Kind
  id: number
}

const lists = { school: 'schools.list', librarian: 'librarians.list', meeting: 'meetings.list' } as const

async function get(test: TestStore, { record, id }: Place): Promise<unknown> {
  if (record === 'school') return (await test.call('schools.get', { id })).school
  if (record === 'librarian') return (await test.call('librarians.get', { id })).librarian
  return (await test.call('meetings.get', { id })).meeting
}

async function everyRecord(test: TestStore): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const record of Object.keys(lists) as Kind[]) {
    const { rows } = await test.call(lists[record], { schoolYear: null })
    for (const { id } of rows) found.set(`${record}/${id}`, JSON.stringify(await get(test, { record, id })))
  }
  return found
}

const placeOf = (key: string): Place => {
  const [record, id] = key.split('/')
  return { record: record as Kind, id: Number(id) }
}

const lastGroup = (test: TestStore): number =>
  test.store.router.reader.connection.raw
    .prepare<[], { id: number }>('SELECT coalesce(max(id), 0) AS id FROM changeGroup')
    .get()?.id ?? 0

/** What refuses a restoring for a good reason. */
const reasons = ['duplicate', 'in-use', 'not-found', 'invalid-input', 'locked']

const small = fc.integer({ min: 0, max: 5 })
/** Which record: the first few are met again and again, the others are new. */
const nth = fc.integer({ min: 0, max: 2 })
const step = fc.oneof(
  fc.record({ do: fc.constant('school' as const), n: nth, grades: fc.uniqueArray(fc.integer({ min: 1, max: 4 })) }),
  fc.record({ do: fc.constant('rename' as const), n: nth, name: fc.constantFrom('СОШ А', 'СОШ Б', 'СОШ Ё') }),
  fc.record({ do: fc.constant('librarian' as const), n: nth, at: fc.array(nth, { maxLength: 2 }) }),
  fc.record({ do: fc.constant('meeting' as const), n: nth, items: small, here: small }),
  fc.record({ do: fc.constant('trim' as const), n: nth }),
  fc.record({ do: fc.constant('lines' as const), n: nth, grades: fc.array(fc.integer({ min: 5, max: 9 })) }),
  fc.record({ do: fc.constant('move' as const), n: nth, to: nth }),
  fc.record({
    do: fc.constant('remove' as const),
    kind: fc.constantFrom<Kind>('school', 'librarian', 'meeting'),
    n: nth,
  }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('redo' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const choice = fc.record({ moment: fc.nat() })

it('a record is put back to a moment, a removed one comes back, and an undo takes it away again', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 8, maxLength: 18 }),
      fc.array(choice, { minLength: 3, maxLength: 5 }),
      async (steps, wishes) => {
        const test = await testStore({ today: '2026-11-20' })
        await test.call('app.initialise', { mode: 'own', municipality: 'Заречинский район' })
        const series = (await test.call('associations.series', {}))[0]?.id ?? 0
        const moments: Moment[] = []
        for (const one of steps) {
          await perform(test, series, one)
          moments.push({ groupId: lastGroup(test), records: await everyRecord(test) })
        }
        for (const wish of wishes) await fulfil(test, moments, wish)
        expect(await test.call('app.check', {})).toEqual({ ok: true, problems: [] })
        await test.store.close()
      },
    ),
    { numRuns: 10 },
  )
})

async function fulfil(test: TestStore, moments: Moment[], wish: { moment: number }): Promise<void> {
  const before = await everyRecord(test)
  const changed = moments.flatMap((one) =>
    [...one.records].flatMap(([name, value]) => (before.get(name) === value ? [] : [{ moment: one, key: name }])),
  )
  const chosen = changed[wish.moment % changed.length]
  if (chosen === undefined) return
  const { moment, key } = chosen
  const place = placeOf(key)
  const isThere = before.has(key)
  const name = isThere ? 'history.restoreRecord' : 'history.revive'
  try {
    if (isThere) {
      await test.call('history.restoreRecord', {
        ...place,
        groupId: moment.groupId,
        moment: 'after',
        allowDuplicate: true,
      })
    } else await test.call('history.revive', { ...place, allowDuplicate: true })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(reasons, `${name}: ${error.message}`).toContain(error.code)
    // A refusal leaves everything as it was, and is never «it is the same»: it is not.
    expect(await everyRecord(test)).toEqual(before)
    expect(error.message).not.toContain('Возвращать нечего')
    return
  }
  const after = await everyRecord(test)
  if (isThere) expect(JSON.parse(after.get(key) ?? 'null')).toEqual(JSON.parse(moment.records.get(key) ?? 'null'))
  else {
    const last = moments.findLast((one) => one.records.has(key))
    expect(JSON.parse(after.get(key) ?? 'null')).toEqual(JSON.parse(last?.records.get(key) ?? 'null'))
  }
  await test.call('history.undo', {})
  expect(await everyRecord(test)).toEqual(before)
  await test.call('history.redo', {})
  expect(await everyRecord(test)).toEqual(after)
  moments.push({ groupId: lastGroup(test), records: after })
}

it('a value is put back to what it was, and an undo takes that away again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 18 }), fc.nat(), async (steps, pick) => {
      const test = await testStore({ today: '2026-11-20' })
      await test.call('app.initialise', { mode: 'own', municipality: 'Заречинский район' })
      const series = (await test.call('associations.series', {}))[0]?.id ?? 0
      for (const one of steps) await perform(test, series, one)
      const before = await everyRecord(test)
      const places: { record: Kind; id: number; groupId: number; table: string; rowKey: string; column: string }[] = []
      for (const key of before.keys()) {
        for (const { groupId, changes } of await test.call('history.record', placeOf(key))) {
          for (const { table, rowKey, fields } of changes) {
            for (const { column, canRestore } of fields) {
              if (canRestore) places.push({ ...placeOf(key), groupId, table, rowKey, column })
            }
          }
        }
      }
      const place = places[pick % places.length]
      if (place) {
        const shown = async (): Promise<string | undefined> =>
          (await test.call('history.record', place))
            .find((entry) => entry.groupId === place.groupId)
            ?.changes.find((change) => change.rowKey === place.rowKey)
            ?.fields.find((field) => field.column === place.column)?.before
        const wanted = await shown()
        try {
          await test.call('history.restoreField', { ...place, allowDuplicate: true })
          const preview = await test.call('history.preview', { ...place, moment: 'before' })
          const still = preview.changes
            .filter((change) => change.table === place.table && change.rowKey === place.rowKey)
            .flatMap((change) => change.fields.filter((field) => field.column === place.column))
          expect(still, `${place.table}.${place.column} back to ${wanted}`).toEqual([])
          await test.call('history.undo', {})
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          expect(reasons, error.message).toContain(error.code)
        }
        expect(await everyRecord(test)).toEqual(before)
      }
      expect(await test.call('app.check', {})).toEqual({ ok: true, problems: [] })
      await test.store.close()
    }),
    { numRuns: 12 },
  )
})

it('n steps at once are n steps one by one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), fc.nat(), async (steps, pick) => {
      const test = await testStore({ today: '2026-11-20' })
      await test.call('app.initialise', { mode: 'own', municipality: 'Заречинский район' })
      const series = (await test.call('associations.series', {}))[0]?.id ?? 0
      for (const one of steps) await perform(test, series, one)
      const end = await everyRecord(test)
      const { undo } = await test.call('history.steps', {})
      if (undo.length > 0) {
        const count = (pick % undo.length) + 1
        const groupId = undo[count - 1]?.groupId ?? 0
        for (let i = 0; i < count; i++) await test.call('history.undo', {})
        const oneByOne = await everyRecord(test)
        const { redo } = await test.call('history.steps', {})
        const last = redo[count - 1]?.groupId ?? 0
        expect(await test.call('history.redoTo', { groupId: last, count })).toEqual({ steps: count })
        expect(await everyRecord(test)).toEqual(end)
        expect(await test.failure('history.undoTo', { groupId, count: count + 1 })).toMatchObject({ code: 'conflict' })
        expect(await test.call('history.undoTo', { groupId, count })).toEqual({ steps: count })
        expect(await everyRecord(test)).toEqual(oneByOne)
      }
      await test.store.close()
    }),
    { numRuns: 8 },
  )
})

async function perform(test: TestStore, series: number, one: Step): Promise<void> {
  try {
    await attempt(test, series, one)
  } catch (error) {
    // A name taken, a school in use: part of any day's work.
    if (!(error instanceof AppError) || error.code === 'internal') throw error
  }
}

async function attempt(test: TestStore, series: number, one: Step): Promise<void> {
  const ids = async (kind: Kind): Promise<number[]> =>
    (await test.call(lists[kind], { schoolYear: null })).rows.map((row) => row.id).sort((a, b) => a - b)
  const id = async (kind: Kind, n: number): Promise<number | null> => (await ids(kind))[n] ?? null
  const line = (grade: number) => ({ uid: newUid(), schoolYear: '2026-2027', grade, classes: 1, students: 20 + grade })
  switch (one.do) {
    case 'school': {
      const known = await id('school', one.n)
      const base = known === null ? school(`СОШ ${newUid()}`) : (await test.call('schools.get', { id: known })).school
      const contingent = one.grades.map(line)
      const connections = one.grades.map((grade) => ({
        uid: newUid(),
        name: `НЭБ ${grade}`,
        state: 'active' as const,
        date: null,
        note: '',
      }))
      const value = { ...base, phone: newUid(), contingent, connections }
      await test.call('schools.save', { id: known, revision: null, school: value })
      return
    }
    case 'rename': {
      const known = await id('school', one.n)
      if (known === null) return
      const { school: value } = await test.call('schools.get', { id: known })
      await test.call('schools.save', { id: known, revision: null, school: { ...value, shortName: one.name } })
      return
    }
    case 'librarian': {
      const known = await id('librarian', one.n)
      const schools = await ids('school')
      const employments = one.at.flatMap((n) => {
        const schoolId = schools[n]
        return schoolId === undefined
          ? []
          : [{ uid: newUid(), schoolId, position: 'библиотекарь', rate: 50, from: null, to: null, main: false }]
      })
      const value = librarian('Тестова', { phone: newUid(), employments })
      await test.call('librarians.save', { id: known, revision: null, librarian: value, allowDuplicate: true })
      return
    }
    case 'meeting': {
      const known = await id('meeting', one.n)
      const agenda = Array.from({ length: one.items }, (_, index) =>
        agendaItem(`Вопрос ${index} ${newUid()}`, {
          decisions: [decision('Решить до 10.10.2026', { dues: [due('до 10.10.2026')] }), decision('Довести')],
        }),
      )
      const roster = Array.from({ length: one.here }, (_, index) => ({
        uid: newUid(),
        person: { librarianId: null, name: `Человек ${index}`, position: '' },
        schoolId: null,
        school: '',
        state: index % 2 === 0 ? ('present' as const) : ('absent' as const),
        note: '',
      }))
      const value = meeting(series, { number: known === null ? newUid() : `${known}`, agenda })
      const attendance = { ...value.attendance, mode: 'roster' as const, count: null, roster }
      const doc = one.here > 0 ? { ...value, attendance } : value
      await test.call('meetings.save', { id: known, revision: null, meeting: doc })
      return
    }
    case 'trim': {
      const known = await id('meeting', one.n)
      if (known === null) return
      const { meeting: value } = await test.call('meetings.get', { id: known })
      const [first, ...rest] = value.agenda
      const [kept] = first?.decisions ?? []
      const decisions = kept ? [{ ...kept, text: 'Перенести', dues: [] }] : []
      const agenda = [...(first ? [{ ...first, decisions }] : []), ...rest.slice(1)]
      await test.call('meetings.save', { id: known, revision: null, meeting: { ...value, agenda } })
      return
    }
    case 'lines': {
      const known = await id('school', one.n)
      if (known === null || one.grades.length === 0) return
      const { school: value } = await test.call('schools.get', { id: known })
      const rows = one.grades.map((grade) => ({
        id: null,
        cells: { school: value.shortName, schoolYear: '2025-2026', grade, students: 10 },
      }))
      await test.call('lists.edit', { list: 'contingent', rows })
      return
    }
    case 'move': {
      const { rows } = await test.call('contingent.list', {})
      const row = rows[one.n]
      const to = await id('school', one.to)
      if (row === undefined || to === null) return
      const { school: value } = await test.call('schools.get', { id: to })
      const cells = { school: value.shortName, students: row.students + 1 }
      await test.call('lists.edit', { list: 'contingent', rows: [{ id: row.id, cells }] })
      return
    }
    case 'remove': {
      const known = await id(one.kind, one.n)
      if (known === null) return
      if (one.kind === 'school') await test.call('lists.remove', { list: 'schools', ids: [known] })
      else await test.call(one.kind === 'librarian' ? 'librarians.remove' : 'meetings.remove', { id: known })
      return
    }
    case 'undo':
    case 'redo':
      await test.call(`history.${one.do}`, {})
  }
}

const due = (text: string) => ({
  text,
  range: [7, 7 + text.length] as [number, number],
  from: null,
  to: '2026-10-10',
  recurrence: null,
})
