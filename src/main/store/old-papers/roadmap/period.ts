import type { IsoDate } from '@shared/domain/dates'
import { parseDues } from '@shared/domain/due/parse'
import { findSchoolYears, schoolYearBounds } from '@shared/domain/school-year'
import type { Period } from './dues'

/** A period with where its words stand in the text. */
export interface FoundPeriod extends Period {
  range: [number, number]
}

const YEARS = /(?<!\d)(20\d{2})\s*[-–—−/]\s*(20\d{2})(?!\d)/u
const YEAR = /(?<![\d.№]|№ )(20\d{2})(?!\d)/u
/** «на 2025 год», «в 2025 году»: rather that than the year of an anniversary. */
const FOR_YEAR = /(?:на|в|за)\s+(20\d{2})(?!\d)(?!\s*[-–—/]\s*\d)/iu
/** Parts of a year and days that stand before the year: «I полугодие 2024–2025 учебного года», «(1 – 31 октября 2024 года)». */
const PART =
  /(?<!\p{L})(?:с\s+)?(?:(?:\d{1,2}(?:\.\d{1,2})?\s*(?:[-–—]|по)\s*)?\d{1,2}\s+)?(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|перво|второ|[IVX]{1,3}\s+(?:полуг|кварт|четв)|[1-4]\s*(?:-?[оеяй]+\s+)?(?:полуг|кварт|четв))[\p{L}\s\d.,–—/-]{0,60}/iu

/** The period a plan is for, as its title or head says it; null: no year there. */
export function periodIn(text: string, today: IsoDate): FoundPeriod | null {
  const school = findSchoolYears(text).filter(
    ({ text: years, range }) => !/гг|годы/u.test(text.slice(range[1], range[1] + 8)) || years === '',
  )
  const part = PART.exec(text)
  if (part && YEAR.test(part[0])) {
    const [due] = parseDues(part[0].replace(/[)«»"]/gu, ' '), { date: '1990-01-01', mode: 'field' })
    const [from, to] = [due?.from, due?.to]
    if (due && from && to && from.slice(0, 4) >= '1991')
      return { from, to, range: [part.index, part.index + part[0].length] }
  }
  const [first] = school
  if (first) {
    const last = school.at(-1) ?? first
    return {
      from: schoolYearBounds(first.schoolYear).from,
      to: schoolYearBounds(last.schoolYear).to,
      range: [first.range[0], last.range[1]],
    }
  }
  const said = FOR_YEAR.exec(text)
  if (said?.[1]) return whole(said[1], said[1], said.index, said[0].length)
  const years = YEARS.exec(text)
  if (years?.[1] && years[2] && years[1] <= years[2]) return whole(years[1], years[2], years.index, years[0].length)
  const until = /до\s+((?:19|20)\d{2})\s*г/u.exec(text)
  if (until?.[1])
    return whole(today.slice(0, 4) < until[1] ? today.slice(0, 4) : until[1], until[1], until.index, until[0].length)
  const year = YEAR.exec(text)
  return year?.[1] ? whole(year[1], year[1], year.index, year[0].length) : null
}

const whole = (first: string, last: string, at: number, length: number): FoundPeriod => ({
  from: `${first}-01-01`,
  to: `${last}-12-31`,
  range: [at, at + length],
})
