import { dateParts, type IsoDate } from './dates'

/** A school year, 1 September – 31 August, stored as ASCII «2023-2024». */
export type SchoolYear = string

const EN_DASH = '\u2013'

/** The school year that starts on 1 September of `startYear`. */
export function schoolYearStarting(startYear: number): SchoolYear {
  return `${String(startYear).padStart(4, '0')}-${String(startYear + 1).padStart(4, '0')}`
}

/** The year of its 1 September. Throws RangeError when the text is not a stored school year. */
export function schoolYearStart(schoolYear: SchoolYear): number {
  const match = /^(\d{4})-(\d{4})$/.exec(schoolYear)
  const start = Number(match?.[1])
  if (!match || Number(match[2]) !== start + 1) throw new RangeError(`not a school year: ${schoolYear}`)
  return start
}

/** The school year in which a date lies: from September on, the one that began that month. */
export function schoolYearOf(iso: IsoDate): SchoolYear {
  const { year, month } = dateParts(iso)
  return schoolYearStarting(month >= 9 ? year : year - 1)
}

/**
 * The school year that people mean on that date by «в течение учебного года»: in August, when the August meeting plans
 * ahead, it is the coming one.
 */
export function planningSchoolYear(iso: IsoDate): SchoolYear {
  const { year, month } = dateParts(iso)
  return schoolYearStarting(month >= 8 ? year : year - 1)
}

/** First and last day, both included. */
export function schoolYearBounds(schoolYear: SchoolYear): { from: IsoDate; to: IsoDate } {
  const start = schoolYearStart(schoolYear)
  return { from: `${schoolYear.slice(0, 4)}-09-01`, to: `${String(start + 1).padStart(4, '0')}-08-31` }
}

export function nextSchoolYear(schoolYear: SchoolYear): SchoolYear {
  return schoolYearStarting(schoolYearStart(schoolYear) + 1)
}

export function previousSchoolYear(schoolYear: SchoolYear): SchoolYear {
  return schoolYearStarting(schoolYearStart(schoolYear) - 1)
}

/** For people: «2023–2024» with an en dash. */
export function formatSchoolYear(schoolYear: SchoolYear): string {
  schoolYearStart(schoolYear)
  return schoolYear.replace('-', EN_DASH)
}

const PAIR = /^(\d{4})\s*[-‐‑‒–—−/]\s*(\d{4}|\d{2})(?:\s*(?:учебн\S*|уч\.?)\s*(?:год\S*|г\.?))?$/u

/**
 * Reads «2023-2024», «2023–2024», «2023/2024», «2023-24», with or without «учебный год» after it.
 * Null when the years do not follow each other («2016-2018») or the text is something else.
 */
export function parseSchoolYear(text: string): SchoolYear | null {
  const match = PAIR.exec(text.trim().toLowerCase())
  if (!match) return null
  return consecutive(match[1] ?? '', match[2] ?? '')
}

function consecutive(first: string, second: string): SchoolYear | null {
  const start = Number(first)
  const end = second.length === 2 ? Math.floor((start + 1) / 100) * 100 + Number(second) : Number(second)
  return end === start + 1 ? schoolYearStarting(start) : null
}

export interface FoundSchoolYear {
  /** The years as typed, «2022-2023», without the words around them. */
  text: string
  /** Start and end of `text` in the searched text, in UTF-16 units. */
  range: [number, number]
  schoolYear: SchoolYear
  /** Whether «учебный год» (or «уч. г.») follows, so that nothing else can be meant. */
  labelled: boolean
}

const IN_TEXT =
  /(?<![\d.\-‐‑‒–—−/])((?:19|20)\d{2})\s*[-‐‑‒–—−/]\s*((?:19|20)\d{2}|\d{2})(?![\d])(?!\.\d)(?![-‐‑‒–—−/]\d)/gu
const LABEL = /^(?:-?(?:го|м))?\s*(?:учебн|уч(?:\.|\s|г))/iu
const CALENDAR_YEARS = /^\s*(?:гг|годы|годов|годам|годах|годами)(?!\p{L})/iu

/**
 * School years named in running text: «план на 2022-2023 учебный год». A pair of following years without the word
 * «учебный» counts too, unless it is called «гг.» or «годы», which means calendar years. A short second year
 * («2023-24») counts only with the word.
 */
export function findSchoolYears(text: string): FoundSchoolYear[] {
  const found: FoundSchoolYear[] = []
  for (const match of text.matchAll(IN_TEXT)) {
    const schoolYear = consecutive(match[1] ?? '', match[2] ?? '')
    const start = match.index ?? 0
    const end = start + match[0].length
    const after = text.slice(end, end + 20)
    const labelled = LABEL.test(after)
    if (schoolYear === null || (!labelled && (match[2]?.length === 2 || CALENDAR_YEARS.test(after)))) continue
    found.push({ text: match[0], range: [start, end], schoolYear, labelled })
  }
  return found
}
