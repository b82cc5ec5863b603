import { blankSchool } from '@shared/contract/blank'
import type { DeskItem } from '@shared/contract/desk'
import { deskSources } from '@store/desk/all'
import { describe, expect, it } from 'vitest'
import { onDesk } from './support/desk'
import { type TestStore, testStore } from './support/store'

async function sample(): Promise<TestStore> {
  const test = await testStore({ today: '2026-11-21' })
  await test.call('app.initialise', { mode: 'demo' })
  return test
}

/** The first entry of a kind; the sample has one of each asked for here. */
async function first(test: TestStore, kind: string): Promise<DeskItem> {
  const [item] = (await onDesk(test)).filter((one) => one.kind === kind)
  if (!item) throw new Error(`The sample has no ${kind}`)
  return item
}

describe('the desk', () => {
  it('shows a few of each kind and counts them all', async () => {
    const test = await sample()
    const whole = await test.call('desk.overview', { shown: 1000 })
    const { groups } = await test.call('desk.overview', { shown: 2 })
    expect(groups.map(({ kind, count }) => [kind, count])).toEqual(
      whole.groups.map(({ kind, items }) => [kind, items.length]),
    )
    for (const [index, { items }] of groups.entries()) expect(items).toEqual(whole.groups[index]?.items.slice(0, 2))
    expect(groups.length).toBeGreaterThan(8)
  })

  it('counts of decisions and road maps what their lists find by the same words', async () => {
    const test = await sample()
    const overdue = { filters: [{ op: 'in' as const, column: 'state', values: ['overdue'] }] }
    const items = await onDesk(test)
    const decisions = await test.call('decisions.list', overdue)
    expect(
      items
        .filter((item) => item.kind === 'decision-overdue')
        .map((item) => item.id)
        .sort(),
    ).toEqual(decisions.rows.map((row) => row.id).sort())
    for (const schoolYear of ['2025-2026', '2026-2027']) {
      const year = await test.call('desk.year', { schoolYear })
      const all = (await test.call('decisions.list', { schoolYear, limit: 1000 })).rows
      const inState = (state: string): number => all.filter((row) => row.state === state).length
      expect(year.decisions).toEqual({
        total: all.length - inState('standing'),
        done: inState('done'),
        overdue: inState('overdue'),
      })
      const papers = (await test.call('roadmaps.list', { schoolYear, limit: 1000 })).rows
      expect(year.roadmaps.total).toBe(papers.reduce((sum, row) => sum + row.items, 0))
      expect(year.roadmaps.done).toBe(papers.reduce((sum, row) => sum + row.done, 0))
    }
  })

  it('tells of the next meeting with its questions and what comes to it', async () => {
    const test = await sample()
    const next = await test.call('desk.meeting', {})
    const { meeting } = await test.call('meetings.get', { id: next?.id ?? 0 })
    expect(next?.agenda).toEqual(meeting.agenda.map((item) => item.title))
    const unfinished = await test.call('meetings.unfinished', { seriesId: meeting.seriesId, before: meeting.date })
    expect(next?.unfinished.count).toBe(unfinished.length)
    expect(unfinished.length).toBeGreaterThan(0)
    for (const { id } of next?.unfinished.items ?? []) expect(unfinished.map((row) => row.id)).toContain(id)
  })

  it.each(['decision-overdue', 'decision-soon', 'roadmap-overdue', 'roadmap-soon', 'event-unmarked'])(
    'marks done what one step finishes, and takes it back: %s',
    async (kind) => {
      const test = await sample()
      const before = await onDesk(test)
      const { record, id, uid } = await first(test, kind)
      await test.call('desk.done', { kind, id, uid })
      const same = (item: DeskItem): boolean => item.record === record && item.id === id && item.uid === uid
      expect((await onDesk(test)).filter(same)).toEqual([])
      await test.call('history.undo', {})
      expect(await onDesk(test)).toEqual(before)
    },
  )

  it('refuses to mark what takes more than a step, and what is gone', async () => {
    const test = await sample()
    const person = await first(test, 'category-expiring')
    expect(await test.failure('desk.done', { kind: 'category-expiring', id: person.id })).toMatchObject({
      code: 'invalid-input',
    })
    expect(await test.failure('desk.done', { kind: 'decision-overdue', id: 999_999 })).toMatchObject({
      code: 'not-found',
    })
  })

  it('of an empty district has nothing but what to begin with', async () => {
    const test = await testStore({ today: '2026-11-21' })
    await test.call('app.initialise', { mode: 'own', municipality: 'Ольховский район' })
    expect(await test.call('desk.overview', {})).toEqual({
      groups: [],
      counts: { schools: 0, librarians: 0, meetings: 0 },
    })
    expect(await test.call('desk.meeting', {})).toBeNull()
    await test.call('schools.save', {
      id: null,
      revision: null,
      school: { ...blankSchool(), fullName: 'Школа № 1', shortName: 'СОШ № 1' },
    })
    expect((await test.call('desk.overview', {})).counts.schools).toBe(1)
  })

  it('has each kind from one source only', () => {
    const kinds = deskSources.flatMap((source) => source.kinds)
    expect(new Set(kinds).size).toBe(kinds.length)
  })
})
