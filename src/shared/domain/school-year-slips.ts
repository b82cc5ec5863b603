import type { IsoDate } from './dates'
import { type FoundSchoolYear, findSchoolYears, nextSchoolYear, planningSchoolYear, schoolYearOf } from './school-year'

/** Finds school years left over from an earlier paper: «план на 2022-2023 учебный год» in September 2023. */

/** Words of looking back: the year spoken about may well be a past one. */
const BACKWARD =
  /итог|анализ|отч[её]т|результат|прошл|прошедш|минувш|истекш|предыдущ|сравнени|динамик|выполнени|достижени|окончани/iu
/** Words of looking ahead: the year must be the coming one. */
const FORWARD = /план|задач|программ|приоритет|направлени|график|(?<!\p{L})тем[аыуе](?!\p{L})|циклограмм/giu
/** Nothing but a comma or «и» between two years. */
const JOINED = /^\s*(?:учебн\S*\s+год\S*\s*)?(?:,|и|,\s*а\s+также)\s*$/iu
/** How far before a word of looking ahead one of looking back still governs it: «анализ выполнения плана на …». */
const REACH = 45

/**
 * School years in the text that cannot be meant at a meeting of that date: an earlier one that is not looked back at,
 * or one later than the next. August already belongs to the coming school year.
 */
export function schoolYearSlips(text: string, meetingDate: IsoDate): FoundSchoolYear[] {
  const coming = planningSchoolYear(meetingDate)
  const latest = nextSchoolYear(coming)
  const found = findSchoolYears(text)
  const someFit = found.some(({ schoolYear }) => schoolYear >= coming && schoolYear <= latest)
  let previousEnd = 0
  let previousBack = false
  return found.filter(({ schoolYear, range }) => {
    const before = text.slice(previousEnd, range[0])
    // «за 2021-2022 и 2022-2023 учебные годы»: the second is looked back at as the first is.
    const back = JOINED.test(before) ? previousBack : looksBack(before, schoolYear === schoolYearOf(meetingDate))
    previousEnd = range[1]
    previousBack = back
    if (schoolYear > latest) return !someFit
    return schoolYear < coming && !back
  })
}

/** Whether the words before a past year say that it is past. `ending`: the year that in August has not quite ended. */
function looksBack(before: string, ending: boolean): boolean {
  const clause = before.split(/[.;!?\n]/u).at(-1) ?? ''
  if (/(?:^|[^\p{L}])(?:за|с|со|после)\s+(?:\p{L}+\s+){0,2}$/iu.test(clause)) return true
  const ahead = [...clause.matchAll(FORWARD)].at(-1)?.index
  const window = ahead === undefined ? clause : clause.slice(Math.max(0, ahead - REACH))
  if (BACKWARD.test(window)) return true
  // «в 2022-2023 учебном году» tells of the past, unless of its plans and tasks.
  return (
    ahead === undefined && (ending || /(?:^|[^\p{L}])во?\s+$/iu.test(clause)) && !/(?:^|[^\p{L}])на\s+$/iu.test(clause)
  )
}
