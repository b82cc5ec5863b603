import { describe, expect, it } from 'vitest'
import { testStore } from '../support/store'
import { prepared, rowsOf, workbook } from './support'

const head = ['№ п/п', 'Наименование ОО', 'Тип', 'Тел.', 'Кол-во компьютеров', 'e-mail']

describe('a workbook of schools', () => {
  it('comes in as one step, is taken back, and changes nothing the second time', async () => {
    const test = await testStore({ today: '2026-11-21' })
    const file = await workbook([
      ['Список школ района'],
      [],
      head,
      [1, 2, 3, 4, 5, 6],
      [1, 'СОШ № 1', 'СОШ', 89001234567, 12, 'one@school.ru'],
      [2, 'СОШ № 2', 'средняя', '8 (900) 765-43-21', '7', ''],
      [],
      ['Итого', null, null, null, 19],
    ])
    const { seen, run } = await prepared(test, file)
    expect(seen).toMatchObject({ list: 'schools', headRow: 4, ownKeys: false })
    expect(seen.columns.map((column) => column.column)).toEqual([
      null,
      'shortName',
      'type',
      'phone',
      'computers',
      'email',
    ])
    expect(await rowsOf(test, run.id, 'fault')).toMatchObject([{ row: 6, faults: [{ cell: 'C6', found: 'средняя' }] }])
    expect(run.counts).toEqual({ new: 1, changed: 0, conflict: 0, fault: 1, unchanged: 0, skipped: 1 })
    expect(await test.failure('imports.apply', { id: run.id })).toMatchObject({ code: 'import-faults' })
    expect(await test.call('imports.apply', { id: run.id, skipFaulty: true })).toEqual({
      added: 1,
      changed: 0,
      unchanged: 0,
      left: 1,
    })
    expect((await test.call('schools.list', {})).rows).toMatchObject([
      { shortName: 'СОШ № 1', type: 'school', computers: 12, phone: '89001234567' },
    ])
    expect((await test.call('history.stack', {})).undo?.title).toBe(
      'Импорт: Школы из «файл.xlsx», 1\u00a0новая, 0\u00a0изменённых',
    )
    const again = await prepared(test, file)
    expect(again.run.counts).toMatchObject({ new: 0, changed: 0, unchanged: 1 })
    expect(again.seen.columns[1]?.how).toBe('remembered')
    await test.call('imports.undo', { id: run.id })
    expect((await test.call('schools.list', {})).total).toBe(0)
    expect(await test.call('imports.get', { id: run.id })).toMatchObject({ state: 'undone' })
    await test.call('history.redo', {})
    expect(await test.call('imports.get', { id: run.id })).toMatchObject({ state: 'applied' })
  })
})
