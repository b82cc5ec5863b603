import type { Output } from '@shared/contract'
import { calendarSources } from '@store/calendar/all'
import { describe, expect, it } from 'vitest'
import { event } from '../support/records'
import { type TestStore, testStore } from './support/store'

type Items = Output<'calendar.items'>

async function sample(): Promise<TestStore> {
  const test = await testStore({ today: '2026-11-21' })
  await test.call('app.initialise', { mode: 'demo' })
  return test
}

const year = { from: '2026-09-01', to: '2027-08-31' }
const of = (items: Items, kind: string): Items => items.filter((item) => item.kind === kind)

describe('the calendar', () => {
  it('has every meeting of the year on its day, and nothing beyond', async () => {
    const test = await sample()
    const { rows } = await test.call('meetings.list', { schoolYear: '2026-2027', limit: 1000 })
    const meetings = of(await test.call('calendar.items', year), 'meeting')
    expect(meetings.map(({ id, from }) => [id, from]).sort()).toEqual(rows.map((row) => [row.id, row.date]).sort())
    expect(meetings.find((one) => one.from === '2026-12-10')).toMatchObject({ time: '14:30', state: 'ahead' })
    const december = await test.call('calendar.items', { from: '2026-12-01', to: '2026-12-31', kinds: ['meeting'] })
    expect(december.every((item) => item.kind === 'meeting' && item.from.startsWith('2026-12'))).toBe(true)
    expect(december).toHaveLength(meetings.filter((one) => one.from.startsWith('2026-12')).length)
  })

  it('calls late what the lists call overdue, and each kind is in the sample', async () => {
    const test = await sample()
    const items = await test.call('calendar.items', { from: '2024-09-01', to: '2027-12-31' })
    for (const kind of calendarSources.flatMap((source) => Object.keys(source))) {
      expect(of(items, kind).length, kind).toBeGreaterThan(0)
    }
    const { rows } = await test.call('decisions.list', { limit: 1000 })
    const overdue = new Set(rows.filter((row) => row.state === 'overdue').map((row) => row.id))
    const late = of(items, 'decision').filter((item) => item.state === 'late')
    expect(late.length).toBeGreaterThan(0)
    for (const item of late) expect(overdue).toContain(item.id)
    for (const item of items) if (item.state === 'late') expect(item.to < '2026-11-21', item.title).toBe(true)
  })

  it('comes in order, and asks each day with both ends', async () => {
    const test = await testStore({ today: '2026-11-21' })
    await test.call('app.initialise', { mode: 'own', municipality: 'Ольховский район' })
    const save = (from: string, to: string, state: 'planned' | 'held' | 'cancelled' = 'planned') =>
      test.call('events.save', { id: null, revision: null, event: event(`${from}–${to}`, { from, to, state }) })
    await save('2026-12-01', '2026-12-03')
    await save('2026-11-28', '2026-12-01', 'held')
    await save('2026-12-04', '2026-12-04')
    await save('2026-12-02', '2026-12-02', 'cancelled')
    await save('2026-10-01', '2027-05-31')
    const told = async (from: string, to: string) =>
      (await test.call('calendar.items', { from, to })).map((item) => `${item.title} ${item.state}`)
    expect(await told('2026-12-01', '2026-12-03')).toEqual([
      '2026-10-01–2027-05-31 ahead',
      '2026-11-28–2026-12-01 done',
      '2026-12-01–2026-12-03 ahead',
    ])
    expect(await told('2026-12-04', '2026-12-04')).toEqual([
      '2026-10-01–2027-05-31 ahead',
      '2026-12-04–2026-12-04 ahead',
    ])
    expect(await told('2027-06-01', '2027-06-30')).toEqual([])
    expect(await test.call('calendar.items', { ...year, kinds: [] })).toEqual([])
  })

  it('has each kind from one source only', () => {
    const kinds = calendarSources.flatMap((source) => Object.keys(source))
    expect(new Set(kinds).size).toBe(kinds.length)
  })
})
