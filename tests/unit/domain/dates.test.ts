import {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  formatDate,
  formatTime,
  isRealDate,
  lastDayOfMonth,
  monthName,
  parseDate,
  parseTime,
  todayIso,
  weekday,
} from '@shared/domain/dates'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const isoDates = fc
  .date({ min: new Date('1901-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('isRealDate', () => {
  it.each([
    '2023-02-31',
    '2023-13-01',
    '2023-00-10',
    '2023-01-00',
    '2023-1-1',
    '08.09.2023',
    '',
    '0000-01-01',
    '2023-02-29',
  ])('refuses %s', (text) => {
    expect(isRealDate(text)).toBe(false)
  })
  it('takes every day of the calendar', () => {
    expect(isRealDate('2024-02-29')).toBe(true)
    fc.assert(fc.property(isoDates, (iso) => isRealDate(iso)))
  })
})

describe('parseDate', () => {
  it.each([
    ['08.09.2023', '2023-09-08'],
    ['08.09.2023 г.', '2023-09-08'],
    ['8 сентября 2023 г.', '2023-09-08'],
    ['8 сентября 2023 года', '2023-09-08'],
    ['8\u00A0сентября 2023\u00A0г.', '2023-09-08'],
    ['«08» сентября 2023 г.', '2023-09-08'],
    ['" 8 " Сентября 2023г', '2023-09-08'],
    ['13.10. 2021г.', '2021-10-13'],
    ['2023-09-08', '2023-09-08'],
    ['8.9.23', '2023-09-08'],
    ['08/09/2023', '2023-09-08'],
    ['16 янв. 2024', '2024-01-16'],
    ['5 мая 1987 г.', '1987-05-05'],
    ['31.12.87', '1987-12-31'],
  ])('%s', (text, expected) => {
    expect(parseDate(text)).toBe(expected)
  })

  it.each([
    '31.02.2023',
    '31 апреля 2023 г.',
    'сентябрь 2023',
    '2023',
    '08.09',
    '14:30',
    '',
    '1.2.3.4',
    '8 сентября 2023 г. в 14-30',
  ])('refuses «%s»', (text) => {
    expect(parseDate(text)).toBeNull()
  })

  it('reads back what formatDate writes', () => {
    fc.assert(
      fc.property(isoDates, (iso) => {
        expect(parseDate(formatDate(iso, 'words'))).toBe(iso)
        expect(parseDate(formatDate(iso, 'digits'))).toBe(iso)
      }),
    )
  })
})

describe('formatDate', () => {
  it('does not let day and month, or the year and «г.», part', () => {
    expect(formatDate('2023-09-08', 'words')).toBe('8\u00A0сентября 2023\u00A0г.')
    expect(formatDate('2023-09-08', 'digits')).toBe('08.09.2023')
  })
  it('refuses a day that does not exist', () => {
    expect(() => formatDate('2023-02-31', 'words')).toThrow(RangeError)
  })
})

describe('times', () => {
  it.each([
    ['14-30', '14:30'],
    ['14:30', '14:30'],
    ['14.30', '14:30'],
    ['14 ч. 30 мин.', '14:30'],
    ['14 часов', '14:00'],
    ['9.00', '09:00'],
    ['в 10:05', '10:05'],
    ['14–30', '14:30'],
  ])('%s', (text, expected) => {
    expect(parseTime(text)).toBe(expected)
  })
  it.each(['24:00', '12:60', '14', 'полдень', '14-30-15'])('refuses «%s»', (text) => {
    expect(parseTime(text)).toBeNull()
  })
  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.nat(23), fc.nat(59), (hour, minute) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
        expect(parseTime(formatTime(time, 'words'))).toBe(time)
        expect(formatTime(time)).toBe(time)
      }),
    )
  })
})

describe('calendar', () => {
  const utc = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000

  it('counts days as the calendar of the runtime does', () => {
    fc.assert(
      fc.property(isoDates, fc.integer({ min: -50_000, max: 50_000 }), (iso, days) => {
        expect(utc(addDays(iso, days))).toBe(utc(iso) + days)
        expect(daysBetween(iso, addDays(iso, days))).toBe(days)
      }),
    )
  })

  it('knows the day of the week', () => {
    fc.assert(
      fc.property(isoDates, (iso) => {
        expect(weekday(iso)).toBe(new Date(`${iso}T00:00:00Z`).getUTCDay() || 7)
      }),
    )
  })

  it('adds months by the number of the month, never past its end', () => {
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28')
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29')
    expect(addMonths('2023-11-15', 3)).toBe('2024-02-15')
    fc.assert(
      fc.property(isoDates, fc.integer({ min: -600, max: 600 }), (iso, months) => {
        const moved = addMonths(iso, months)
        const index = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
        expect(index(moved) - index(iso)).toBe(months)
        expect(isRealDate(moved)).toBe(true)
        expect(moved.slice(8) === iso.slice(8) || moved === lastDayOfMonth(moved)).toBe(true)
      }),
    )
  })

  it('finds the last day of a month: the next day is a first', () => {
    fc.assert(
      fc.property(isoDates, (iso) => {
        const last = lastDayOfMonth(iso)
        expect(last.slice(0, 7)).toBe(iso.slice(0, 7))
        expect(addDays(last, 1).slice(8)).toBe('01')
      }),
    )
  })

  it('orders dates', () => {
    fc.assert(
      fc.property(isoDates, isoDates, (a, b) => {
        expect(Math.sign(compareDates(a, b))).toBe(Math.sign(utc(a) - utc(b)))
      }),
    )
  })

  it('takes today from the local clock', () => {
    expect(todayIso(new Date(2023, 8, 8, 0, 5))).toBe('2023-09-08')
    expect(todayIso(new Date(2023, 8, 8, 23, 55))).toBe('2023-09-08')
  })

  it('names months', () => {
    expect([5, 8, 9].map((month) => monthName(month))).toEqual(['май', 'август', 'сентябрь'])
    expect([3, 5, 12].map((month) => monthName(month, 'gen'))).toEqual(['марта', 'мая', 'декабря'])
    expect([3, 5, 12].map((month) => monthName(month, 'prep'))).toEqual(['марте', 'мае', 'декабре'])
    expect(() => monthName(13)).toThrow(RangeError)
  })
})
