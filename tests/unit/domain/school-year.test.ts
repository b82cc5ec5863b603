import { addDays, isRealDate } from '@shared/domain/dates'
import {
  findSchoolYears,
  formatSchoolYear,
  nextSchoolYear,
  parseSchoolYear,
  planningSchoolYear,
  previousSchoolYear,
  schoolYearBounds,
  schoolYearOf,
  schoolYearStarting,
} from '@shared/domain/school-year'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const schoolYears = fc.integer({ min: 1950, max: 2098 }).map(schoolYearStarting)

describe('school years', () => {
  it.each([
    ['2023-09-01', '2023-2024'],
    ['2023-08-31', '2022-2023'],
    ['2024-01-16', '2023-2024'],
    ['2023-12-31', '2023-2024'],
  ])('%s lies in %s', (iso, expected) => {
    expect(schoolYearOf(iso)).toBe(expected)
  })

  it('are planned from August on', () => {
    expect(planningSchoolYear('2023-08-28')).toBe('2023-2024')
    expect(planningSchoolYear('2023-07-31')).toBe('2022-2023')
    expect(planningSchoolYear('2023-09-08')).toBe('2023-2024')
  })

  it('hold exactly the days between their bounds and follow without a gap', () => {
    fc.assert(
      fc.property(schoolYears, fc.nat(364), (schoolYear, days) => {
        const { from, to } = schoolYearBounds(schoolYear)
        expect(isRealDate(from) && isRealDate(to)).toBe(true)
        expect(schoolYearOf(addDays(from, days))).toBe(schoolYear)
        expect(schoolYearOf(to)).toBe(schoolYear)
        expect(schoolYearBounds(nextSchoolYear(schoolYear)).from).toBe(addDays(to, 1))
        expect(previousSchoolYear(nextSchoolYear(schoolYear))).toBe(schoolYear)
      }),
    )
  })

  it('are read back as written', () => {
    expect(formatSchoolYear('2023-2024')).toBe('2023–2024')
    fc.assert(fc.property(schoolYears, (year) => parseSchoolYear(formatSchoolYear(year)) === year))
  })

  it.each([
    ['2023-2024', '2023-2024'],
    [' 2023 – 2024 ', '2023-2024'],
    ['2023/2024', '2023-2024'],
    ['2023-24', '2023-2024'],
    ['1999-00', '1999-2000'],
    ['2023–2024 учебный год', '2023-2024'],
    ['2023-2024 уч. г.', '2023-2024'],
  ])('parse %s', (text, expected) => {
    expect(parseSchoolYear(text)).toBe(expected)
  })

  it.each(['2016-2018', '2023-2023', '2024-2023', '2023', '2023-25', '', 'план на 2023-2024'])(
    'refuse «%s»',
    (text) => {
      expect(parseSchoolYear(text)).toBeNull()
    },
  )
})

describe('findSchoolYears', () => {
  it('finds them with their places', () => {
    const text = 'старый план РМО на 2022-2023 учебный год, затем на 2023–2024 уч. год'
    const found = findSchoolYears(text)
    expect(found.map(({ schoolYear }) => schoolYear)).toEqual(['2022-2023', '2023-2024'])
    for (const { range, text: years } of found) expect(text.slice(...range)).toBe(years)
    expect(found.map(({ labelled }) => labelled)).toEqual([true, true])
  })

  it.each([
    'списать учебники прежних лет (2016-2018г.)',
    'хроника походов за 2022-/2024 годы',
    'на 2021-2022 годы',
    '2021-2022гг',
    'тел. 2022-2023-45',
    '12.10.2022-2023',
    'за 2024 год',
    '2022-23',
  ])('finds none in «%s»', (text) => {
    expect(findSchoolYears(text)).toEqual([])
  })

  it('takes a bare pair and a short second year with its word', () => {
    expect(findSchoolYears('План на 2022-2023').map((found) => found.schoolYear)).toEqual(['2022-2023'])
    expect(findSchoolYears('на 2022-23 учебный год').map((found) => found.schoolYear)).toEqual(['2022-2023'])
  })

  it('finds every year put into a sentence', () => {
    fc.assert(
      fc.property(schoolYears, fc.constantFrom('на ', 'в ', '(', 'О плане на '), (year, before) => {
        const [found] = findSchoolYears(`${before}${formatSchoolYear(year)} учебный год`)
        expect(found?.schoolYear).toBe(year)
        expect(found?.range[0]).toBe(before.length)
      }),
    )
  })
})
