import { newUid } from '@shared/contract/fields'
import { type TableInfo, tables } from '@store/database/tables'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agendaItem, decision, librarian, meeting, school } from '../support/records'
import { type TestStore, testStore } from './support/store'

/** The whole content of journaled tables, revisions aside: they only ever grow. */
function dump(test: TestStore): string {
  const raw = test.store.router.reader.connection.raw
  const content = Object.entries(tables).map(([table, info]) => {
    const rows = raw.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}" ORDER BY "${info.key}"`).all()
    return [table, rows.map(({ revision: _, ...row }) => row)]
  })
  return JSON.stringify(Object.fromEntries(content))
}

async function ownDistrict(): Promise<TestStore> {
  const test = await testStore()
  await test.call('app.initialise', { mode: 'own', municipality: 'Заречинский район' })
  return test
}

async function seriesId(test: TestStore): Promise<number> {
  const [series] = await test.call('associations.series', {})
  if (!series) throw new Error('The own district has a series')
  return series.id
}

describe('journal', () => {
  it('refuses any write past the dispatcher', async () => {
    const test = await ownDistrict()
    const raw = test.store.router.reader.connection.raw
    expect(() => raw.exec("INSERT INTO phrase (key, text) VALUES ('х', 'у')")).toThrow(/NOT NULL/)
    expect(() => raw.exec("UPDATE phrase SET text = 'у'")).toThrow(/NOT NULL/)
    expect(() => raw.exec('DELETE FROM phrase')).toThrow(/NOT NULL/)
  })

  it('has every column of every journaled table in its before-image', async () => {
    const test = await ownDistrict()
    const raw = test.store.router.reader.connection.raw
    for (const [table, info] of Object.entries<TableInfo>(tables)) {
      const trigger = raw
        .prepare<[string], { sql: string }>('SELECT sql FROM sqlite_schema WHERE name = ?')
        .get(`journal_${table}_delete`)
      const columns = raw.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)').all(table)
      for (const { name } of columns) {
        // What triggers of the table's own keep, they keep through undo too.
        if (!info.computed?.includes(name)) expect(trigger?.sql).toContain(`'${name}', OLD."${name}"`)
      }
    }
  })

  it('tells the history of a record with values before and after', async () => {
    const test = await ownDistrict()
    const { id, revision } = await test.call('schools.save', { id: null, revision: null, school: school('СОШ № 1') })
    const changed = school('СОШ № 1', { director: 'Лугова А.А.', foundedOn: '1966-09-01', state: 'closed' })
    changed.library.computers = 7
    await test.call('schools.save', { id, revision, school: changed })
    const [latest, first] = await test.call('history.record', { record: 'school', id })
    expect(first?.title).toBe('Школа: СОШ № 1')
    expect(first?.changes[0]?.op).toBe('added')
    expect(latest?.changes[0]?.fields).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ title: 'Директор', before: '', after: 'Лугова А.А.' }),
        expect.objectContaining({ title: 'Дата основания', before: '', after: '01.09.1966' }),
        expect.objectContaining({ title: 'Компьютеров', before: '', after: '7' }),
        expect.objectContaining({ title: 'Состояние', before: 'работает', after: 'закрыта' }),
      ]),
    )
  })

  it('leaves no step behind when a save changes nothing', async () => {
    const test = await ownDistrict()
    const saved = await test.call('schools.save', { id: null, revision: null, school: school('СОШ № 1') })
    const before = await test.call('history.stack', {})
    const again = await test.call('schools.save', { ...saved, school: school('СОШ № 1') })
    expect(again).toEqual(saved)
    expect(await test.call('history.stack', {})).toEqual(before)
  })
})

describe('undo and redo', () => {
  it('takes back and returns whole commands, also over a restart', async () => {
    const test = await ownDistrict()
    const series = await seriesId(test)
    await test.call('meetings.save', {
      id: null,
      revision: null,
      meeting: meeting(series, {
        agenda: [agendaItem('О плане', { decisions: [decision('Утвердить план'), decision('Довести')] })],
      }),
    })
    const full = dump(test)
    await test.call('history.undo', {})
    expect((await test.call('meetings.list', {})).total).toBe(0)
    await test.reopen()
    expect((await test.call('history.stack', {})).redo?.title).toBe('Протокол: № 1 от 10.09.2026')
    await test.call('history.redo', {})
    expect(dump(test)).toBe(full)
  })

  it('stops at what only its own command takes back', async () => {
    const test = await ownDistrict()
    expect((await test.call('history.stack', {})).blocked).toMatch(/Начало работы/)
    expect(await test.failure('history.undo', {})).toMatchObject({ code: 'undo-blocked' })
    expect(await test.failure('history.redo', {})).toMatchObject({ code: 'nothing-to-undo' })
  })

  it('forgets what could be redone once something new is done', async () => {
    const test = await ownDistrict()
    await test.call('schools.save', { id: null, revision: null, school: school('СОШ № 1') })
    await test.call('history.undo', {})
    await test.call('schools.save', { id: null, revision: null, school: school('СОШ № 2') })
    expect((await test.call('history.stack', {})).redo).toBeNull()
  })

  it('over any run of commands: undoing all gives the beginning, redoing all gives the end', async () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('school' as const),
        n: fc.integer({ min: 1, max: 6 }),
        director: fc.string({ maxLength: 8 }),
      }),
      fc.record({
        kind: fc.constant('librarian' as const),
        n: fc.integer({ min: 1, max: 6 }),
        phone: fc.string({ maxLength: 8 }),
      }),
      fc.record({
        kind: fc.constant('meeting' as const),
        n: fc.integer({ min: 1, max: 3 }),
        items: fc.integer({ min: 0, max: 4 }),
      }),
      fc.record({ kind: fc.constant('remove' as const), n: fc.integer({ min: 1, max: 6 }) }),
      fc.record({ kind: fc.constant('undo' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const test = await ownDistrict()
        const series = await seriesId(test)
        const start = dump(test)
        for (const one of steps) await apply(test, series, one)
        const end = dump(test)
        let undone = 0
        while ((await test.call('history.stack', {})).undo) {
          await test.call('history.undo', {})
          undone++
        }
        expect(dump(test)).toBe(start)
        while (undone-- > 0) await test.call('history.redo', {})
        expect(dump(test)).toBe(end)
        expect(await test.call('app.check', {})).toEqual({ ok: true, problems: [] })
        await test.store.close()
      }),
      { numRuns: 25 },
    )
  })
})

type Step =
  | { kind: 'school'; n: number; director: string }
  | { kind: 'librarian'; n: number; phone: string }
  | { kind: 'meeting'; n: number; items: number }
  | { kind: 'remove'; n: number }
  | { kind: 'undo' }

async function apply(test: TestStore, series: number, step: Step): Promise<void> {
  const find = async (list: 'schools.list' | 'librarians.list' | 'meetings.list', n: number) =>
    (await test.call(list, { search: '' })).rows[n - 1]?.id ?? null
  switch (step.kind) {
    case 'school': {
      const id = await find('schools.list', step.n)
      const revision = id === null ? null : (await test.call('schools.get', { id })).revision
      const name = id === null ? `СОШ ${newUid()}` : (await test.call('schools.get', { id })).school.shortName
      await test.call('schools.save', {
        id,
        revision,
        school: school(name, {
          director: step.director,
          contingent: [{ uid: `${newUid()}`, schoolYear: '2026-2027', grade: step.n, classes: 1, students: step.n }],
        }),
      })
      return
    }
    case 'librarian': {
      const id = await find('librarians.list', step.n)
      const schoolId = await find('schools.list', 1)
      const employments =
        schoolId === null
          ? []
          : [{ uid: newUid(), schoolId, position: 'библиотекарь', rate: 100, from: null, to: null, main: true }]
      await test.call('librarians.save', {
        id,
        revision: null,
        librarian: librarian('Тестова', { phone: step.phone, employments }),
        allowDuplicate: true,
      })
      return
    }
    case 'meeting': {
      const id = await find('meetings.list', step.n)
      const items = Array.from({ length: step.items }, (_, index) =>
        agendaItem(`Вопрос ${index}`, { decisions: [decision('Решить')] }),
      )
      await test.call('meetings.save', {
        id,
        revision: null,
        meeting: meeting(series, { number: id === null ? newUid() : `${id}`, agenda: items }),
      })
      return
    }
    case 'remove': {
      const id = await find('librarians.list', step.n)
      if (id !== null) await test.call('librarians.remove', { id })
      return
    }
    case 'undo':
      if ((await test.call('history.stack', {})).undo) await test.call('history.undo', {})
  }
}
