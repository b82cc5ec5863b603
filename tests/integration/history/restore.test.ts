import { newUid } from '@shared/contract/fields'
import type { HistoryChange } from '@shared/contract/history'
import { beforeEach, describe, expect, it } from 'vitest'
import { agendaItem, decision, librarian, meeting, school } from '../../support/records'
import { type TestStore, testStore } from '../support/store'

/** Bringing back values, rows and records from the history. */

let test: TestStore
let series: number
beforeEach(async () => {
  test = await testStore({ today: '2026-11-20' })
  await test.call('app.initialise', { mode: 'own', municipality: 'Заречинский район' })
  series = (await test.call('associations.series', {}))[0]?.id ?? 0
})

const saveSchool = (value: ReturnType<typeof school>, id: number | null = null) =>
  test.call('schools.save', { id, revision: null, school: value })
const saveMeeting = (value: ReturnType<typeof meeting>, id: number | null = null) =>
  test.call('meetings.save', { id, revision: null, meeting: value })
const getSchool = async (id: number) => (await test.call('schools.get', { id })).school
const latest = async (record: string, id: number) => {
  const [entry] = await test.call('history.record', { record, id, limit: 1 })
  if (!entry) throw new Error('There is a history')
  return entry
}
const rowOf = (changes: readonly HistoryChange[], table: string): HistoryChange => {
  const found = changes.find((change) => change.table === table)
  if (!found) throw new Error(`No change of ${table}`)
  return found
}
const sound = async () => expect(await test.call('app.check', {})).toEqual({ ok: true, problems: [] })

describe('one value goes back', () => {
  it('with a step that can be undone and a title that says what', async () => {
    const { id } = await saveSchool(school('СОШ № 3', { phone: '2-11-11' }))
    const { revision } = await saveSchool(school('СОШ № 3', { phone: '2-22-22', director: 'Ветлугина Н.С.' }), id)
    const { groupId, changes } = await latest('school', id)
    const { rowKey } = rowOf(changes, 'school')
    const place = { record: 'school', id, groupId, table: 'school', rowKey, column: 'phone' }
    const saved = await test.call('history.restoreField', place)
    expect(saved.revision).toBeGreaterThan(revision)
    expect(await getSchool(id)).toMatchObject({ phone: '2-11-11', director: 'Ветлугина Н.С.' })
    expect((await test.call('history.stack', {})).undo?.title).toBe('Возврат: Школа «СОШ № 3», Телефон')
    await test.call('history.undo', {})
    expect(await getSchool(id)).toMatchObject({ phone: '2-22-22', director: 'Ветлугина Н.С.' })
    await sound()
  })

  it('inside a record: a line of the contingent, and a removed line whole', async () => {
    const line = { uid: newUid(), schoolYear: '2026-2027', grade: 5, classes: 2, students: 48 }
    const { id } = await saveSchool(school('СОШ № 3', { contingent: [line] }))
    await saveSchool(school('СОШ № 3', { contingent: [{ ...line, students: 51 }] }), id)
    const changed = await latest('school', id)
    const row = rowOf(changed.changes, 'contingent')
    expect(row).toMatchObject({ name: '2026–2027, 5 класс', op: 'changed' })
    expect(row.fields).toEqual([
      { column: 'students', title: 'Обучающихся', before: '48', after: '51', canRestore: true },
    ])
    const place = { record: 'school', id, groupId: changed.groupId, table: 'contingent', rowKey: row.rowKey }
    await test.call('history.restoreField', { ...place, column: 'students' })
    expect((await getSchool(id)).contingent).toEqual([line])
    expect((await test.call('history.stack', {})).undo?.title).toBe(
      'Возврат: Школа «СОШ № 3», 2026–2027, 5 класс, Обучающихся',
    )
    await saveSchool(school('СОШ № 3'), id)
    const removed = await latest('school', id)
    expect(rowOf(removed.changes, 'contingent')).toMatchObject({ op: 'removed', canRestore: true })
    await test.call('history.restoreField', { ...place, groupId: removed.groupId, column: null })
    expect((await getSchool(id)).contingent).toEqual([line])
    await sound()
  })

  it('and computed columns follow: a name goes back, and search and order know it', async () => {
    const { id } = await saveSchool(school('Ёлкинская СОШ'))
    await saveSchool(school('Ясная СОШ'), id)
    const { groupId, changes } = await latest('school', id)
    const { rowKey } = rowOf(changes, 'school')
    await test.call('history.restoreField', {
      record: 'school',
      id,
      groupId,
      table: 'school',
      rowKey,
      column: 'shortName',
    })
    expect((await test.call('schools.list', { search: 'елкинская' })).total).toBe(1)
    await sound()
  })

  it('not when another record has taken it', async () => {
    const { id } = await saveSchool(school('СОШ № 1', { inn: '6123456789' }))
    await saveSchool(school('Школа имени Лугового'), id)
    const { groupId, changes } = await latest('school', id)
    await saveSchool(school('СОШ № 1', { inn: '6123456789' }))
    const place = { record: 'school', id, groupId, table: 'school', rowKey: rowOf(changes, 'school').rowKey }
    const byName = await test.failure('history.restoreField', { ...place, column: 'shortName' })
    expect(byName).toMatchObject({ code: 'duplicate' })
    expect(byName.message).toContain('школа «СОШ № 1» уже есть')
    const byInn = await test.failure('history.restoreField', { ...place, column: 'inn' })
    expect(byInn).toMatchObject({ code: 'duplicate' })
    expect(byInn.message).toContain('ИНН: 6123456789 — уже у записи Школа «СОШ № 1»')
    expect(await test.failure('history.restoreRecord', { record: 'school', id, groupId, moment: 'before' })).toEqual(
      expect.objectContaining({ code: 'duplicate' }),
    )
  })

  it('not when what it refers to is gone, which is named', async () => {
    const { id: schoolId } = await saveSchool(school('СОШ № 4'))
    const row = { uid: newUid(), schoolId, position: 'библиотекарь', rate: 100, from: null, to: null, main: true }
    const person = librarian('Полякова', { employments: [row] })
    const { id } = await test.call('librarians.save', { id: null, revision: null, librarian: person })
    await test.call('librarians.save', { id, revision: null, librarian: librarian('Полякова') })
    const { groupId, changes } = await latest('librarian', id)
    const { rowKey } = rowOf(changes, 'employment')
    await test.call('schools.remove', { id: schoolId })
    const place = { record: 'librarian', id, groupId, table: 'employment', rowKey, column: null }
    const refused = await test.failure('history.restoreField', place)
    expect(refused).toMatchObject({ code: 'not-found' })
    expect(refused.message).toContain('школа «СОШ № 4»')
    await test.call('history.revive', { record: 'school', id: schoolId })
    await test.call('history.restoreField', place)
    expect((await test.call('librarians.get', { id })).librarian).toEqual(person)
    await sound()
  })

  it('not inside a signed protocol', async () => {
    const item = agendaItem('О плане', { decisions: [decision('Утвердить план')] })
    const { id } = await saveMeeting(meeting(series, { agenda: [item], place: 'СОШ № 1' }))
    const { revision } = await saveMeeting(meeting(series, { agenda: [item], place: 'СОШ № 2' }), id)
    const { groupId, changes } = await latest('meeting', id)
    await test.call('meetings.sign', { id, revision, signedOn: '2026-09-12' })
    const { rowKey } = rowOf(changes, 'meeting')
    const place = { record: 'meeting', id, groupId, table: 'meeting', rowKey, column: 'place' }
    expect(await test.failure('history.restoreField', place)).toMatchObject({ code: 'locked' })
    expect(
      await test.failure('history.restoreRecord', { record: 'meeting', id, groupId, moment: 'before' }),
    ).toMatchObject({ code: 'locked' })
    const signing = await latest('meeting', id)
    expect(rowOf(signing.changes, 'meeting').fields.map((field) => field.canRestore)).toEqual([false, false])
  })
})

describe('a record goes back whole', () => {
  it('after a look at what would change', async () => {
    const first = meeting(series, {
      agenda: [agendaItem('О плане', { decisions: [decision('Утвердить план'), decision('Довести')] })],
    })
    const { id } = await saveMeeting(first)
    const { groupId } = await latest('meeting', id)
    await saveMeeting({ ...first, place: 'ИБЦ', agenda: [] }, id)
    const then = { record: 'meeting', id, groupId, moment: 'after' as const }
    const { changes } = await test.call('history.preview', then)
    expect(changes.map((change) => `${change.what}: ${change.op}`).sort()).toEqual([
      'Вопрос повестки: added',
      'Заседание: changed',
      'Решение: added',
      'Решение: added',
    ])
    await test.call('history.restoreRecord', then)
    expect((await test.call('meetings.get', { id })).meeting).toEqual(first)
    expect((await test.call('history.stack', {})).undo?.title).toBe('Возврат: Заседание № 1 от 10.09.2026')
    expect(await test.failure('history.restoreRecord', then)).toMatchObject({ code: 'invalid-input' })
    await sound()
  })

  it('not to a time when it was not there', async () => {
    const { id } = await saveSchool(school('СОШ № 3'))
    const { groupId } = await latest('school', id)
    const answer = await test.failure('history.restoreRecord', { record: 'school', id, groupId, moment: 'before' })
    expect(answer.message).toContain('ещё не было')
  })

  it('with a line that was given to another school', async () => {
    const line = { uid: newUid(), schoolYear: '2026-2027', grade: 5, classes: 2, students: 48 }
    const { id: one } = await saveSchool(school('СОШ № 1', { contingent: [line] }))
    const { id: other } = await saveSchool(school('СОШ № 2'))
    const [row] = (await test.call('contingent.list', {})).rows
    await test.call('lists.edit', { list: 'contingent', rows: [{ id: row?.id ?? 0, cells: { school: 'СОШ № 2' } }] })
    expect((await latest('school', one)).changes).toMatchObject([{ what: 'Контингент', op: 'removed' }])
    const { groupId, changes } = await latest('school', other)
    expect(changes).toMatchObject([{ what: 'Контингент', op: 'added' }])
    await test.call('history.restoreRecord', { record: 'school', id: one, groupId, moment: 'before' })
    expect((await getSchool(one)).contingent).toEqual([line])
    expect((await getSchool(other)).contingent).toEqual([])
    await test.call('history.undo', {})
    expect((await getSchool(other)).contingent).toEqual([line])
    await sound()
  })
})

describe('a removed record', () => {
  it('is found by its name with what it held, and comes back under its number', async () => {
    const kept = school('Ёлкинская СОШ', {
      director: 'Лугова А.А.',
      contingent: [5, 6].map((grade) => ({
        uid: newUid(),
        schoolYear: '2026-2027',
        grade,
        classes: 1,
        students: 20,
      })),
    })
    const { id } = await saveSchool(kept)
    await saveSchool(school('СОШ № 9'))
    await test.call('schools.remove', { id })
    const { records } = await test.call('history.deleted', { text: 'елкинская' })
    expect(records).toMatchObject([
      { record: 'school', id, name: 'Школа «Ёлкинская СОШ»', rows: [{ what: 'Контингент', count: 2 }] },
    ])
    expect(records[0]?.fields).toContainEqual({ title: 'Директор', value: 'Лугова А.А.' })
    expect((await test.call('history.deleted', { record: 'meeting' })).records).toEqual([])
    await test.call('history.revive', { record: 'school', id })
    expect(await getSchool(id)).toEqual(kept)
    expect((await test.call('history.deleted', {})).records).toEqual([])
    expect(await test.failure('history.revive', { record: 'school', id })).toMatchObject({ code: 'not-found' })
    await sound()
  })

  it('does not come back while another has its name; a namesake does when the person says so', async () => {
    const { id } = await saveSchool(school('СОШ № 3'))
    await test.call('schools.remove', { id })
    await saveSchool(school('сош №3'))
    const taken = await test.failure('history.revive', { record: 'school', id })
    expect(taken).toMatchObject({ code: 'duplicate' })
    expect(taken.message).toContain('Школа «сош №3»')
    const person = await test.call('librarians.save', { id: null, revision: null, librarian: librarian('Орлова') })
    await test.call('librarians.remove', { id: person.id })
    await test.call('librarians.save', { id: null, revision: null, librarian: librarian('Орлова') })
    const twin = { record: 'librarian', id: person.id }
    expect(await test.failure('history.revive', twin)).toMatchObject({ code: 'duplicate' })
    await test.call('history.revive', { ...twin, allowDuplicate: true })
    expect((await test.call('librarians.list', {})).total).toBe(2)
    await sound()
  })
})

describe('an erased person (152-ФЗ)', () => {
  it('never comes back: not by a value, not whole, not through papers that named her, nowhere in the file', async () => {
    const person = librarian('Скворцова', { given: 'Зинаида', phone: '8-900-111-22-33', email: 'zs@school.example' })
    const { id } = await test.call('librarians.save', { id: null, revision: null, librarian: person })
    await test.call('librarians.save', { id, revision: null, librarian: { ...person, phone: '8-900-777-77-77' } })
    const name = 'Скворцова З.И.'
    const chair = { uid: newUid(), librarianId: id, name, position: 'библиотекарь' }
    const { id: meetingId } = await saveMeeting(meeting(series, { chairs: [chair], secretary: { ...chair } }))
    await saveMeeting(meeting(series, { chairs: [] }), meetingId)
    const signed = meeting(series, { number: '2', chairs: [{ ...chair, uid: newUid() }] })
    const { id: signedId } = await saveMeeting({ ...signed, agenda: [agendaItem('О плане')] })
    const { revision } = await test.call('meetings.get', { id: signedId })
    const locked = await test.call('meetings.sign', { id: signedId, revision, signedOn: '2026-09-12' })
    const reason = 'не тот председатель'
    await test.call('meetings.correct', { ...locked, meeting: { ...signed, chairs: [] }, reason })
    const entries = await test.call('history.record', { record: 'librarian', id })
    const inMeeting = await latest('meeting', meetingId)
    await test.call('librarians.erase', { id })
    for (const { groupId } of entries) {
      for (const moment of ['before', 'after'] as const) {
        const answer = await test.failure('history.restoreRecord', { record: 'librarian', id, groupId, moment })
        expect(answer).toMatchObject({ code: 'locked' })
      }
      const field = { record: 'librarian', id, groupId, table: 'librarian', rowKey: String(id), column: 'phone' }
      expect(['locked', 'not-found']).toContain((await test.failure('history.restoreField', field)).code)
    }
    await test.call('history.restoreRecord', {
      record: 'meeting',
      id: meetingId,
      groupId: inMeeting.groupId,
      moment: 'before',
    })
    const { meeting: back } = await test.call('meetings.get', { id: meetingId })
    expect(back.chairs).toMatchObject([{ librarianId: id, name: '[данные удалены]' }])
    const everything = JSON.stringify([
      await test.call('history.feed', {}),
      await test.call('history.deleted', {}),
      await test.call('history.record', { record: 'librarian', id }),
      await test.call('history.record', { record: 'meeting', id: meetingId }),
      test.store.router.reader.connection.raw.prepare('SELECT * FROM change').all(),
      test.store.router.reader.connection.raw.prepare('SELECT * FROM changeGroup').all(),
    ])
    for (const trace of ['Скворцова', 'Зинаида', '8-900-', 'zs@school']) expect(everything).not.toContain(trace)
    await sound()
  })

  it('nor when her marked record is removed', async () => {
    const { id } = await test.call('librarians.save', { id: null, revision: null, librarian: librarian('Скворцова') })
    await test.call('librarians.erase', { id })
    await test.call('librarians.remove', { id })
    expect((await test.call('history.deleted', {})).records).toEqual([])
    expect(await test.failure('history.revive', { record: 'librarian', id })).toMatchObject({ code: 'locked' })
  })
})
