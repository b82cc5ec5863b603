import { addDays } from '@shared/domain/dates'
import type { Recurrence } from '@shared/domain/due/due'
import { parseDues } from '@shared/domain/due/parse'
import type { DueDates } from '@shared/domain/due/state'
import {
  type Fulfilment,
  type RoadmapFacts,
  type RoadmapItemFacts,
  type RoadmapMarkFact,
  roadmapState,
} from '@shared/domain/roadmap-state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const period = { from: '2026-01-01', to: '2026-12-31' }
const dues = (text: string): DueDates[] => parseDues(text, { date: period.from, mode: 'field', period })
const mark = (state: RoadmapMarkFact['state'], on: string, rest: Partial<RoadmapMarkFact> = {}): RoadmapMarkFact => ({
  state,
  on,
  movedTo: null,
  evidence: '',
  note: '',
  ...rest,
})
const part = (text: string, rest: Partial<RoadmapFacts> = {}): RoadmapFacts => ({
  uid: 'part',
  dues: text === '' ? [] : dues(text),
  marks: [],
  links: [],
  ...rest,
})
const item = (text: string, rest: Partial<RoadmapItemFacts> = {}): RoadmapItemFacts => ({
  ...part(text),
  parts: [],
  ...rest,
})
const on = (facts: RoadmapItemFacts, today: string) => roadmapState(facts, today).item

describe('an item of a road map', () => {
  it.each([
    ['март', '2026-02-01', 'open'],
    ['март', '2026-03-20', 'soon'],
    ['март', '2026-04-01', 'overdue'],
    ['ежеквартально', '2026-02-01', 'standing'],
    ['ежеквартально', '2026-03-20', 'soon'],
    ['в течение года', '2026-12-25', 'soon'],
    ['В период проведения Месячника школьных библиотек', '2026-12-25', 'open'],
  ])('%s on %s is %s by its dues alone', (text, today, state) => {
    expect(on(item(text), today).state).toBe(state)
  })

  it('is done by its mark, and by what is linked with it once all of that is done', () => {
    const marked = item('март', { marks: [mark('done', '2026-03-12', { evidence: 'приказ № 14' })] })
    expect(on(marked, '2026-05-01')).toMatchObject({
      state: 'done',
      doneOn: '2026-03-12',
      words: 'Выполнено 12.03.2026: приказ № 14',
    })
    expect(on(marked, '2026-03-11').state).toBe('open')
    const links: Fulfilment[] = [
      { done: true, on: '2026-03-20', text: 'протокол № 2 от 20.03.2026' },
      { done: false, on: null, text: 'Семинар' },
    ]
    expect(on(item('март', { links: links.slice(0, 1) }), '2026-05-01')).toMatchObject({
      state: 'done',
      doneOn: '2026-03-20',
      words: 'Выполнено 20.03.2026: протокол № 2 от 20.03.2026',
    })
    expect(on(item('май', { links }), '2026-04-01')).toMatchObject({
      state: 'partial',
      doneOn: null,
      words: 'Выполнено частично 20.03.2026: протокол № 2 от 20.03.2026',
    })
    expect(on({ ...marked, links }, '2026-05-01').words).toBe(
      'Выполнено 12.03.2026: приказ № 14; протокол № 2 от 20.03.2026',
    )
  })

  it('taken off is closed, but nobody did it', () => {
    expect(on(item('март', { marks: [mark('cancelled', '2026-02-02')] }), '2026-06-01')).toMatchObject({
      state: 'done',
      doneOn: null,
      words: 'Снято 02.02.2026',
    })
  })

  it('moved is held to its new time, and a later one to that', () => {
    const moved = item('март', { marks: [mark('moved', '2026-03-25', { movedTo: '2026-05-15' })] })
    expect(on(moved, '2026-04-10')).toMatchObject({
      state: 'open',
      deadline: '2026-05-15',
      words: 'Срок перенесён на 15.05.2026',
    })
    expect(on(moved, '2026-05-10').state).toBe('soon')
    expect(on(moved, '2026-05-16').state).toBe('overdue')
    const again = { ...moved, marks: [...moved.marks, mark('moved', '2026-05-16')] }
    expect(on(again, '2026-08-01')).toMatchObject({ state: 'open', deadline: null })
    expect(on({ ...again, marks: [...again.marks, mark('done', '2026-06-01')] }, '2026-08-01').state).toBe('done')
  })

  it('that repeats is done for the period it was marked in, or something linked was held in', () => {
    const marked = item('ежеквартально', { marks: [mark('done', '2026-02-10')] })
    expect(on(marked, '2026-03-31').state).toBe('done')
    expect(on(marked, '2026-04-01').state).toBe('standing')
    const links: Fulfilment[] = [
      { done: true, on: '2026-02-10', text: 'Вебинар 1' },
      { done: false, on: null, text: 'Вебинар 2' },
    ]
    expect(on(item('ежеквартально', { links }), '2026-03-20').state).toBe('done')
    expect(on(item('ежеквартально', { links }), '2026-06-20').state).toBe('soon')
  })

  it('is done with its sub-events, late with the latest of them', () => {
    const parts = [part('февраль', { marks: [mark('done', '2026-02-20')] }), part('май', { uid: 'other' })]
    const facts = item('', { parts })
    expect(on(facts, '2026-04-01')).toMatchObject({
      state: 'partial',
      deadline: '2026-05-31',
      words: 'Выполнено подпунктов: 1 из 2',
    })
    expect(on(facts, '2026-06-01').state).toBe('overdue')
    const all = item('', { parts: parts.map((one) => ({ ...one, marks: [mark('done', '2026-05-05')] })) })
    expect(on(all, '2026-06-01')).toMatchObject({ state: 'done', doneOn: '2026-05-05', words: 'Выполнено 05.05.2026' })
  })

  it('closes its sub-events with itself, and moves them', () => {
    const parts = [part('февраль'), part('')]
    const closed = roadmapState(item('март', { parts, marks: [mark('done', '2026-03-12')] }), '2026-06-01')
    expect(closed.parts.map((one) => [one.state, one.doneOn])).toEqual([
      ['done', '2026-03-12'],
      ['done', '2026-03-12'],
    ])
    const moved = roadmapState(
      item('март', { parts, marks: [mark('moved', '2026-03-12', { movedTo: '2026-09-01' })] }),
      '2026-06-01',
    )
    expect(moved.parts.map((one) => one.deadline)).toEqual(['2026-09-01', '2026-09-01'])
    // Without a time of its own a sub-event is held to that of its item.
    expect(roadmapState(item('март', { parts }), '2026-04-01').parts.map((one) => one.state)).toEqual([
      'overdue',
      'overdue',
    ])
  })
})

const days = fc.integer({ min: 0, max: 1200 }).map((n) => addDays('2025-01-01', n))
const anyDue: fc.Arbitrary<DueDates> = fc
  .record({
    days: fc.option(fc.tuple(days, fc.integer({ min: 0, max: 300 }))),
    isDeadline: fc.boolean(),
    recurrence: fc.option(fc.constantFrom<Recurrence>('permanent', 'yearly', 'half-yearly', 'quarterly', 'monthly')),
  })
  .map(({ days: some, isDeadline, recurrence }) => ({
    from: some === null || isDeadline ? null : some[0],
    to: some === null ? null : addDays(some[0], some[1]),
    recurrence,
  }))
const anyMark: fc.Arbitrary<RoadmapMarkFact> = fc.record({
  state: fc.constantFrom('done', 'partial', 'moved', 'cancelled'),
  on: days,
  movedTo: fc.option(days),
  evidence: fc.constantFrom('', 'приказ № 14'),
  note: fc.constantFrom('', 'отчёт'),
})
const anyLink: fc.Arbitrary<Fulfilment> = fc.record({
  done: fc.boolean(),
  on: fc.option(days),
  text: fc.constant('протокол № 2'),
})
const facts = {
  uid: fc.constant('row'),
  dues: fc.array(anyDue, { maxLength: 3 }),
  marks: fc.array(anyMark, { maxLength: 4 }),
}
const anyFacts = fc.record({ ...facts, links: fc.array(anyLink, { maxLength: 2 }) })
const anyItem: fc.Arbitrary<RoadmapItemFacts> = fc.record({
  ...facts,
  links: fc.array(anyLink, { maxLength: 2 }),
  parts: fc.array(anyFacts, { maxLength: 3 }),
})

describe('any item on any day', () => {
  it('has a day of being done only when done, and never one that has not come', () => {
    fc.assert(
      fc.property(anyItem, days, (one, today) => {
        const found = roadmapState(one, today)
        for (const state of [found.item, ...found.parts]) {
          if (state.doneOn !== null) expect([state.state, state.doneOn <= today]).toEqual(['done', true])
          if (state.state === 'overdue') expect(state.deadline).not.toBeNull()
        }
      }),
    )
  })

  it('is as if marks of later days had not been made', () => {
    fc.assert(
      fc.property(anyItem, days, (one, today) => {
        const known = (marks: readonly RoadmapMarkFact[]): RoadmapMarkFact[] => marks.filter((each) => each.on <= today)
        const cut = { ...one, marks: known(one.marks), parts: one.parts.map((p) => ({ ...p, marks: known(p.marks) })) }
        expect(roadmapState(cut, today)).toEqual(roadmapState(one, today))
      }),
    )
  })

  it('is done, with all its sub-events, once a mark of today says so', () => {
    fc.assert(
      fc.property(anyItem, days, (one, today) => {
        const found = roadmapState({ ...one, marks: [...one.marks, mark('done', today)] }, today)
        expect([found.item, ...found.parts].every((state) => state.state === 'done')).toBe(true)
        expect(found.item.doneOn).toBe(today)
      }),
    )
  })

  it('is done when all its sub-events are', () => {
    fc.assert(
      fc.property(anyItem, days, (one, today) => {
        fc.pre(one.parts.length > 0)
        const parts = one.parts.map((each) => ({ ...each, marks: [...each.marks, mark('cancelled', today)] }))
        expect(roadmapState({ ...one, parts }, today).item.state).toBe('done')
      }),
    )
  })
})
