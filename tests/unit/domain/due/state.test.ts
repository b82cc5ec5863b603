import { addDays } from '@shared/domain/dates'
import type { Recurrence } from '@shared/domain/due/due'
import { parseDues } from '@shared/domain/due/parse'
import { type DueDates, dueState, nextDeadline } from '@shared/domain/due/state'
import { dueSummary, dueText } from '@shared/domain/due/summary'
import { decisionState, type ExecutionMark } from '@shared/domain/execution'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const dues = (text: string, date = '2024-01-16'): DueDates[] => parseDues(text, { date, mode: 'field' })
const stateOn = (text: string, today: string): string => dueState(dues(text), { today, done: false })

describe('dueState', () => {
  it.each([
    ['до 10 октября', '2024-01-16', 'open'],
    ['до 10 октября', '2024-09-26', 'soon'],
    ['до 10 октября', '2024-09-25', 'open'],
    ['до 10 октября', '2024-10-10', 'soon'],
    ['до 10 октября', '2024-10-11', 'overdue'],
    ['май 2024', '2024-05-31', 'soon'],
    ['май 2024', '2024-06-01', 'overdue'],
    ['февраль, апрель, октябрь 2024 года', '2024-03-01', 'overdue'],
    ['февраль, апрель, октябрь 2024 года', '2024-02-20', 'soon'],
    ['постоянно', '2030-01-01', 'standing'],
    ['по мере обновления данных', '2030-01-01', 'standing'],
    ['ежедневно', '2030-01-01', 'standing'],
    ['ежеквартально', '2024-02-01', 'standing'],
    ['ежеквартально', '2024-03-20', 'soon'],
    ['ежемесячно', '2024-03-20', 'standing'],
    ['ежемесячно', '2024-03-28', 'soon'],
    ['ежегодно до 1 сентября', '2026-08-25', 'soon'],
    ['ежеквартально в течение 2024 года', '2024-12-20', 'soon'],
    ['ежеквартально в течение 2024 года', '2025-01-10', 'overdue'],
    ['с 1 сентября 2024 года', '2025-01-01', 'standing'],
    ['В период проведения Месячника', '2030-01-01', 'open'],
    ['', '2030-01-01', 'open'],
    ['постоянно, до 1 марта', '2024-03-02', 'overdue'],
  ])('%s on %s: %s', (text, today, expected) => {
    expect(stateOn(text, today)).toBe(expected)
  })

  it('is done once it is done', () => {
    expect(dueState(dues('до 1 марта'), { today: '2030-01-01', done: true })).toBe('done')
  })
})

const recurrences: Recurrence[] = ['permanent', 'yearly', 'half-yearly', 'quarterly', 'monthly', 'daily', 'on-change']
const days = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2020-01-01', n))
const anyDue: fc.Arbitrary<DueDates> = fc.record({
  from: fc.option(days),
  to: fc.option(days),
  recurrence: fc.option(fc.constantFrom(...recurrences)),
})

describe('nextDeadline', () => {
  it.each([
    ['ежеквартально', '2024-02-10', '2024-03-31'],
    ['1 раз в квартал', '2024-12-31', '2024-12-31'],
    ['2 раза в год', '2024-02-10', '2024-06-30'],
    ['ежегодно', '2024-02-10', '2024-12-31'],
    ['ежемесячно', '2024-02-10', '2024-02-29'],
    ['ежемесячно, до 5 числа', '2024-02-10', '2024-03-05'],
    ['ежегодно до 1 сентября', '2026-09-02', '2027-09-01'],
    ['ежегодно, сентябрь', '2025-10-01', '2026-09-30'],
    ['ежеквартально в течение 2024 года', '2024-11-10', '2024-12-31'],
    ['ежедневно', '2024-02-10', '2024-02-10'],
    ['постоянно', '2024-02-10', null],
    ['февраль, апрель, октябрь 2024 года', '2024-03-10', '2024-04-30'],
    ['февраль, апрель, октябрь 2024 года', '2025-01-01', '2024-10-31'],
    ['постоянно, 1 раз в квартал', '2024-05-01', '2024-06-30'],
    ['В период проведения Месячника', '2024-05-01', null],
  ])('%s on %s: %s', (text, today, expected) => {
    expect(nextDeadline(dues(text), today)).toBe(expected)
  })

  it('is never before today unless all are missed, and agrees with the state', () => {
    fc.assert(
      fc.property(fc.array(anyDue, { maxLength: 4 }), days, (list, today) => {
        const next = nextDeadline(list, today)
        const state = dueState(list, { today, done: false })
        if (next !== null && next < today) expect(state).toBe('overdue')
        if (state === 'soon') expect(next !== null && next >= today && next <= addDays(today, 14)).toBe(true)
        if (list.length === 0) expect([next, state]).toEqual([null, 'open'])
      }),
      { numRuns: 2000 },
    )
  })
})

describe('decisionState', () => {
  const mark = (
    on: string,
    state: ExecutionMark['state'] = 'done',
    addresseeUid: string | null = null,
  ): ExecutionMark => ({
    on,
    state,
    addresseeUid,
  })
  const october = dues('до 10 октября')

  it.each([
    ['nothing marked', [], [], '2024-05-01', 'open'],
    ['done as a whole', [], [mark('2024-04-01')], '2024-12-01', 'done'],
    ['taken off control', ['a'], [mark('2024-04-01', 'cancelled')], '2024-12-01', 'done'],
    ['one of two has done it', ['a', 'b'], [mark('2024-04-01', 'done', 'a')], '2024-05-01', 'partial'],
    ['one of two, too late', ['a', 'b'], [mark('2024-04-01', 'done', 'a')], '2024-10-11', 'overdue'],
    ['both', ['a', 'b'], [mark('2024-04-01', 'done', 'a'), mark('2024-04-02', 'cancelled', 'b')], '2024-12-01', 'done'],
    ['partly', [], [mark('2024-04-01', 'partial')], '2024-05-01', 'partial'],
    ['a later mark replaces', [], [mark('2024-04-01'), mark('2024-05-01', 'partial')], '2024-06-01', 'partial'],
    ['a mark of the future does not count', [], [mark('2024-06-01')], '2024-05-01', 'open'],
    [
      'marked before its time, listed later',
      [],
      [mark('2024-05-01', 'partial'), mark('2024-04-01')],
      '2024-06-01',
      'partial',
    ],
  ] as const)('%s', (_name, addressees, marks, today, expected) => {
    expect(decisionState(october, addressees, marks, today)).toBe(expected)
  })

  it('of what repeats is done for its period only', () => {
    const quarterly = dues('ежеквартально')
    const marks = [mark('2024-02-20')]
    expect(decisionState(quarterly, [], marks, '2024-03-25')).toBe('done')
    expect(decisionState(quarterly, [], marks, '2024-04-01')).toBe('standing')
    expect(decisionState(quarterly, [], marks, '2024-06-25')).toBe('soon')
    expect(decisionState(dues('постоянно'), [], marks, '2026-01-01')).toBe('done')
  })

  it('of what repeats by a day of the month counts from the day after the last', () => {
    const monthly = dues('ежемесячно, до 5 числа')
    expect(decisionState(monthly, [], [mark('2024-03-04')], '2024-03-05')).toBe('done')
    expect(decisionState(monthly, [], [mark('2024-03-04')], '2024-03-06')).not.toBe('done')
  })
})

describe('dueSummary', () => {
  it('joins the words, each once', () => {
    expect(dueSummary(parseDues('февраль, апрель, октябрь 2024 года', { date: '2024-01-16', mode: 'field' }))).toBe(
      'февраль, апрель, октябрь 2024 года',
    )
    const twice = { text: 'Постоянно ', from: null, to: null, recurrence: null }
    expect(dueSummary([twice, { ...twice, text: 'постоянно' }])).toBe('Постоянно')
    expect(dueSummary([])).toBe('')
  })
  it('makes words where there are none', () => {
    const none = { text: '', from: null, to: null, recurrence: null }
    expect(dueText({ ...none, to: '2024-05-01' })).toBe('до 01.05.2024')
    expect(dueText({ ...none, from: '2024-05-01', to: '2024-05-31' })).toBe('01.05.2024 – 31.05.2024')
    expect(dueText({ ...none, from: '2024-05-01', to: '2024-05-01' })).toBe('01.05.2024')
    expect(dueText({ ...none, recurrence: 'quarterly' })).toBe('ежеквартально')
    expect(dueText(none)).toBe('')
  })
})
