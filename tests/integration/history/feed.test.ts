import { associationsContract } from '@shared/contract/associations'
import { newUid } from '@shared/contract/fields'
import { Librarian } from '@shared/contract/librarians'
import { listSpecs } from '@shared/contract/list-specs'
import { School } from '@shared/contract/schools'
import { listTables, type TableInfo, tables } from '@store/database/tables'
import { choices } from '@store/modules/history/values'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { librarian, meeting, school } from '../../support/records'
import { type TestStore, testStore } from '../support/store'

/** The history over everything and of a list, in words people read. */

let test: TestStore
let series: number
let clock: Date
beforeEach(async () => {
  clock = new Date('2026-11-20T09:00:00')
  test = await testStore({ now: () => clock })
  await test.call('app.initialise', { mode: 'own', municipality: 'Заречинский район' })
  series = (await test.call('associations.series', {}))[0]?.id ?? 0
})
const day = (iso: string) => {
  clock = new Date(`${iso}T23:30:00`)
}
const addSchool = (name: string) =>
  test.call('schools.save', { id: null, revision: null, school: school(name) }).then((saved) => saved.id)
const titles = async (query: Parameters<typeof test.call<'history.feed'>>[1]) =>
  (await test.call('history.feed', query)).entries.map((entry) => entry.title)

describe('the feed', () => {
  it('is filtered by day, author, kind, list and words, newest first', async () => {
    day('2026-11-21')
    const id = await addSchool('СОШ № 1')
    day('2026-11-22')
    await test.call('librarians.save', { id: null, revision: null, librarian: librarian('Полякова') })
    await test.call('lists.edit', {
      list: 'contingent',
      rows: [{ id: null, cells: { school: 'СОШ № 1', schoolYear: '2026-2027', grade: 5, students: 40 } }],
    })
    day('2026-11-23')
    await test.call('meetings.save', { id: null, revision: null, meeting: meeting(series) })
    const all = await titles({})
    expect(all[0]).toBe('Протокол: № 1 от 10.09.2026')
    expect(all).toHaveLength(5)
    expect(await titles({ from: '2026-11-22', to: '2026-11-22' })).toEqual([
      'Правка списка: Контингент, 1\u00a0строка',
      'Библиотекарь: Полякова Анна Ивановна',
    ])
    expect(await titles({ from: '2026-11-23' })).toEqual(['Протокол: № 1 от 10.09.2026'])
    expect(await titles({ record: 'librarian' })).toEqual(['Библиотекарь: Полякова Анна Ивановна'])
    expect(await titles({ list: 'contingent' })).toEqual(['Правка списка: Контингент, 1\u00a0строка'])
    expect(await titles({ list: 'schools' })).toEqual(['Правка списка: Контингент, 1\u00a0строка', 'Школа: СОШ № 1'])
    // By a word of the title, and by the name of what was touched.
    expect(await titles({ text: 'полЯкова' })).toEqual(['Библиотекарь: Полякова Анна Ивановна'])
    expect(await titles({ text: 'сош № 1' })).toEqual(['Правка списка: Контингент, 1\u00a0строка', 'Школа: СОШ № 1'])
    expect(await titles({ author: 'Никто' })).toEqual([])
    const [author] = await test.call('history.authors', {})
    expect(await titles({ author: author ?? '' })).toEqual(all)
    expect(await test.failure('history.feed', { list: 'novels' })).toMatchObject({ code: 'invalid-input' })
    await test.call('schools.remove', { id })
    const { entries } = await test.call('history.feed', { list: 'schools', limit: 1 })
    expect(entries[0]?.touched).toEqual([{ record: 'school', id, name: 'Школа «СОШ № 1»', exists: false }])
  })

  it('has a step of many records as one entry that opens in pages', async () => {
    const rows = Array.from({ length: 250 }, (_, index) => ({ id: null, cells: { shortName: `Школа ${index + 1}` } }))
    await test.call('lists.edit', { list: 'schools', rows })
    const { entries } = await test.call('history.feed', { limit: 1 })
    expect(entries[0]).toMatchObject({ records: 250, touched: [{ name: 'Школа «Школа 1»' }, {}, {}] })
    const groupId = entries[0]?.groupId ?? 0
    const names: string[] = []
    let after: number | null = null
    do {
      const page: { records: { name: string; changes: { op: string }[] }[]; next: number | null } = await test.call(
        'history.entry',
        { groupId, after, limit: 100 },
      )
      names.push(...page.records.map((one) => one.name))
      expect(page.records.every((one) => one.changes[0]?.op === 'added')).toBe(true)
      after = page.next
    } while (after !== null)
    expect(names).toEqual(rows.map((row) => `Школа «${row.cells.shortName}»`))
  })

  it('goes on where the page before ended, whatever is done meanwhile', async () => {
    for (let n = 1; n <= 7; n++) await addSchool(`Школа ${n}`)
    const seen: string[] = []
    let before: number | null = null
    for (;;) {
      const page: { entries: { groupId: number; title: string }[]; more: boolean } = await test.call('history.feed', {
        record: 'school',
        before,
        limit: 3,
      })
      seen.push(...page.entries.map((entry) => entry.title))
      before = page.entries.at(-1)?.groupId ?? null
      await addSchool(`Позже ${newUid()}`)
      if (!page.more) break
    }
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1].map((n) => `Школа: Школа ${n}`))
  })
})

describe('values are said as people read them', () => {
  it('choices, references, dates, shares, yes and no', async () => {
    const schoolId = await addSchool('СОШ № 1')
    const uid = newUid()
    const employment = { uid, schoolId, position: 'библиотекарь', rate: 50, from: '2020-09-01', to: null, main: true }
    const { id } = await test.call('librarians.save', {
      id: null,
      revision: null,
      librarian: librarian('Полякова', { category: 'highest', employments: [employment] }),
    })
    const [entry] = await test.call('history.record', { record: 'librarian', id })
    const said = Object.fromEntries(
      (entry?.changes ?? []).flatMap((change) => change.fields.map((field) => [field.title, field.after])),
    )
    expect(said).toMatchObject({
      Фамилия: 'Полякова',
      Категория: 'высшая',
      Школа: 'СОШ № 1',
      Ставка: '0,5',
      'Работает с': '01.09.2020',
      'Основное место': 'да',
    })
    await test.call('librarians.save', { id, revision: null, librarian: librarian('Полякова') })
    await test.call('schools.remove', { id: schoolId })
    const [gone] = await test.call('history.record', { record: 'librarian', id })
    const row = gone?.changes.find((change) => change.table === 'employment')
    expect(row).toMatchObject({ what: 'Место работы', name: 'СОШ № 1, библиотекарь', op: 'removed' })
  })

  it('settings by their parts', async () => {
    const profile = await test.call('profile.get', {})
    await test.call('profile.save', { ...profile, region: 'Ростовская область', schoolYear: '2027-2028' })
    const { entries } = await test.call('history.feed', { record: 'profile', limit: 1 })
    const { records } = await test.call('history.entry', { groupId: entries[0]?.groupId ?? 0 })
    expect(records[0]?.name).toBe('Настройки муниципалитета')
    expect(records[0]?.changes[0]?.fields).toMatchObject([
      { title: 'Регион', before: '', after: 'Ростовская область' },
      { title: 'Учебный год', after: '2027–2028' },
    ])
  })

  it('every choice of the contract has its words', () => {
    const shapes: Record<string, z.ZodObject> = {
      school: School,
      librarian: Librarian,
      association: associationsContract['associations.save'].input.shape.association,
      schoolStatus: School.shape.statuses.element,
      schoolConnection: School.shape.connections.element,
      schoolFund: School.shape.funds.element,
      education: Librarian.shape.educations.element,
      course: Librarian.shape.courses.element,
      contestResult: Librarian.shape.contests.element,
    }
    for (const [table, shape] of Object.entries(shapes)) {
      for (const [column, field] of Object.entries(shape.shape)) {
        if (!(field instanceof z.ZodEnum)) continue
        const words = (choices as Record<string, Record<string, Record<string, string>>>)[table]?.[column] ?? {}
        expect(Object.keys(words).sort(), `${table}.${column}`).toEqual([...field.options].map(String).sort())
      }
    }
  })

  it('every list of rows inside records knows its tables', () => {
    // Rows that are worked out, or of plans, which have no history.
    const workedOut = new Set(['attention', 'provision', 'planLines', 'planUnmet'])
    for (const spec of Object.values(listSpecs)) {
      const isInside = spec.recordKey !== undefined && !workedOut.has(spec.name)
      expect(Object.hasOwn(listTables, spec.name), spec.name).toBe(isInside || spec.name === 'decisions')
    }
    for (const table of Object.values(listTables).flat()) expect((tables[table] as TableInfo).owner).not.toBe('id')
  })
})
