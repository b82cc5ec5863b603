import { addDays, addMonths } from '@shared/domain/dates'
import { type AttentionFacts, attentionOf, compareAttention } from '@shared/domain/staffing/attention'
import { COURSE_MONTHS, categoryState, countsSince, courseState, lastsUntil } from '@shared/domain/staffing/terms'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1990-01-01', n))

describe('terms', () => {
  it('says by one border what each date says by itself', () => {
    const near = fc
      .tuple(fc.oneof(days, fc.constantFrom('2024-02-29', '2027-02-28', '2027-03-01')), fc.integer({ min: -3, max: 3 }))
      .map(([on, around]) => ({ on, from: addDays(addMonths(on, -COURSE_MONTHS), around) }))
    fc.assert(
      fc.property(fc.oneof(near, fc.record({ on: days, from: days })), ({ on, from }) => {
        expect(from < countsSince(on, COURSE_MONTHS)).toBe(lastsUntil(from, COURSE_MONTHS) < on)
      }),
      { numRuns: 3000 },
    )
  })

  it('counts courses exactly three years old as fresh, a day later as old', () => {
    expect(courseState('2023-11-20', '2026-11-20')).toBe('fresh')
    expect(courseState('2023-11-20', '2026-11-21')).toBe('old')
    expect(courseState(null, '2026-11-21')).toBe('none')
  })

  it('holds a category on its last day', () => {
    const on = '2026-11-20'
    expect(categoryState(true, '2026-11-19', on)).toBe('expired')
    expect(categoryState(true, '2026-11-20', on)).toBe('within-half')
    expect(categoryState(true, '2027-05-20', on)).toBe('within-half')
    expect(categoryState(true, '2027-05-21', on)).toBe('within-year')
    expect(categoryState(true, '2027-11-20', on)).toBe('within-year')
    expect(categoryState(true, '2027-11-21', on)).toBe('valid')
    expect(categoryState(true, null, on)).toBe('permanent')
    expect(categoryState(false, '2026-11-20', on)).toBe('none')
  })
})

describe('attentionOf', () => {
  const whole: AttentionFacts = {
    hasCategory: false,
    categoryUntil: null,
    lastCourseOn: '2026-01-15',
    attestedOn: null,
    consentOn: '2024-09-12',
    birthDate: '1980-01-01',
    hasEducation: true,
  }
  const on = '2026-11-20'
  const kinds = (over: Partial<AttentionFacts>): string[] =>
    attentionOf({ ...whole, ...over }, on).map(({ kind, due }) => `${kind} ${due}`)

  it('is silent where all is in order', () => {
    expect(kinds({})).toEqual([])
    expect(kinds({ hasCategory: true })).toEqual([])
  })

  it.each<[string, Partial<AttentionFacts>, string[]]>([
    ['an ended category', { hasCategory: true, categoryUntil: '2026-11-19' }, ['category-expired 2026-11-19']],
    [
      'one that ends within a year',
      { hasCategory: true, categoryUntil: '2027-11-20' },
      ['category-expiring 2027-11-20'],
    ],
    ['courses that grew old', { lastCourseOn: '2023-11-19' }, ['course-old 2026-11-19']],
    ['courses that will within half a year', { lastCourseOn: '2024-05-20' }, ['course-soon 2027-05-20']],
    ['no courses', { lastCourseOn: null }, ['course-none null']],
    ['an old attestation', { attestedOn: '2021-11-19' }, ['attestation-old 2026-11-19']],
    ['one that will be old', { attestedOn: '2021-12-01' }, ['attestation-soon 2026-12-01']],
    ['an old one beside a category in force', { attestedOn: '2011-11-19', hasCategory: true }, []],
    [
      'what is not known',
      { consentOn: null, birthDate: null, hasEducation: false },
      ['consent-missing null', 'birth-date-missing null', 'education-missing null'],
    ],
  ])('speaks of %s', (_, over, expected) => {
    expect(kinds(over)).toEqual(expected)
  })

  it('orders by date, undated last', () => {
    const all = attentionOf(
      { ...whole, hasCategory: true, categoryUntil: '2027-02-01', lastCourseOn: '2023-01-01', consentOn: null },
      on,
    ).sort(compareAttention)
    expect(all.map((one) => one.due)).toEqual(['2026-01-01', '2027-02-01', null])
  })
})
