import { describe, expect, it } from 'vitest'
import { parseDues } from '../../../../src/shared/domain/due/parse'

/** Dues as the cells of plans have them: the plan's period gives the year and the meaning. */

const SCHOOL = { from: '2024-09-01', to: '2025-08-31' }
const YEARS = { from: '2025-01-01', to: '2027-12-31' }
const YEAR = { from: '2025-01-01', to: '2025-12-31' }

function read(text: string, period: { from: string; to: string }): unknown[] {
  return parseDues(text, { date: period.from, mode: 'field', period }).map((due) => [
    due.text,
    due.from,
    due.to,
    ...(due.recurrence ? [due.recurrence] : []),
  ])
}

describe('in a plan of a school year', () => {
  it.each([
    ['I полугодие', '2024-09-01', '2024-12-31'],
    ['второе полугодие', '2025-01-01', '2025-05-31'],
    ['в течение I полугодия', '2024-09-01', '2024-12-31'],
    ['до конца 1 полугодия', null, '2024-12-31'],
    ['1 четверть', '2024-09-01', '2024-10-31'],
    ['III четверть', '2025-01-01', '2025-03-31'],
    ['I квартал', '2025-01-01', '2025-03-31'],
    ['сентябрь', '2024-09-01', '2024-09-30'],
    ['май', '2025-05-01', '2025-05-31'],
    ['ноябрь – март', '2024-11-01', '2025-03-31'],
    ['в течение года', '2024-09-01', '2025-08-31'],
    ['в течение учебного года', '2024-09-01', '2025-08-31'],
  ])('%s', (text, from, to) => {
    expect(read(text, SCHOOL)).toEqual([[text, from, to]])
  })

  it('a half-year with its calendar year stays of the calendar', () => {
    expect(read('I полугодие 2025 года', SCHOOL)).toEqual([['I полугодие 2025 года', '2025-01-01', '2025-06-30']])
  })
})

describe('in a plan of calendar years', () => {
  it.each([
    ['I полугодие', '2025-01-01', '2025-06-30'],
    ['весь период', '2025-01-01', '2025-12-31'],
    ['в течение всего периода', '2025-01-01', '2025-12-31'],
    ['весь период реализации', '2025-01-01', '2025-12-31'],
    ['в течение всего периода реализации дорожной карты', '2025-01-01', '2025-12-31'],
    ['в течение 30 дней до списания', null, null],
    ['май – 1 декада июня', '2025-05-01', '2025-06-10'],
    ['15 сентября – октябрь', '2025-09-15', '2025-10-31'],
    ['последний четверг мая', '2025-05-29', '2025-05-29'],
    ['четвертый понедельник октября', '2025-10-27', '2025-10-27'],
    ['2-й вторник марта 2025 г.', '2025-03-11', '2025-03-11'],
    ['третья среда февраля', '2025-02-19', '2025-02-19'],
  ])('%s', (text, from, to) => {
    expect(read(text, YEAR)).toEqual([[text, from, to]])
  })

  it('of several years, the whole period', () => {
    expect(read('весь период', YEARS)).toEqual([['весь период', '2025-01-01', '2027-12-31']])
  })
})

describe('what is repeated', () => {
  it.each([
    ['еженедельно, по пятницам'],
    ['еженедельно по вторникам и четвергам'],
    ['по средам'],
    ['каждый первый понедельник месяца', 'monthly'],
    ['1-й вторник месяца', 'monthly'],
    ['последний четверг месяца', 'monthly'],
    ['Последний день месяца', 'monthly'],
    ['последняя пятница каждого месяца', 'monthly'],
  ] as [string, string?][])('%s', (text, recurrence) => {
    expect(read(text, YEAR)).toEqual([[text, null, null, ...(recurrence ? [recurrence] : [])]])
  })
})

it('outside a plan «весь период» has no days, and a working span begins with the meeting', () => {
  const read = (text: string): unknown[] =>
    parseDues(text, { date: '2025-01-21', mode: 'field' }).map(({ from, to, recurrence }) => [from, to, recurrence])
  expect(read('весь период')).toEqual([[null, null, 'permanent']])
  expect(read('в течение 10 дней')).toEqual([['2025-01-21', '2025-01-31', null]])
})
