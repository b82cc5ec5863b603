import { addDays, addMonths, type IsoDate } from '../dates'

/** What runs out: categories, courses, attestation; and how long before it is spoken of. */

/** Courses are repeated every three years (273-ФЗ, ст. 47, ч. 5, п. 2), attestation for the position every five (ст. 49, ч. 2). */
export const COURSE_MONTHS = 36
export const ATTESTATION_MONTHS = 60
/** How far ahead of its date anything is shown as coming. */
export const AHEAD_MONTHS = 6

/** The last day on which what was got that day still counts: courses of 10.03.2023 count up to 10.03.2026, that day included. */
export function lastsUntil(from: IsoDate, months: number): IsoDate {
  return addMonths(from, months)
}

/** The first day such that what was got on it still counts on `on`; anything earlier is out of date. */
export function countsSince(on: IsoDate, months: number): IsoDate {
  const border = addMonths(on, -months)
  // 29 February less three years is 28 February, whose three years end a day too early.
  return lastsUntil(border, months) < on ? addDays(border, 1) : border
}

export const courseStates = {
  fresh: 'не старше 3 лет',
  old: 'старше 3 лет',
  none: 'курсов нет',
} as const
export type CourseState = keyof typeof courseStates

/** By the last day of the last course finished by `on`. Exactly three years old is not yet old. */
export function courseState(lastOn: IsoDate | null, on: IsoDate): CourseState {
  if (lastOn === null) return 'none'
  return lastOn < countsSince(on, COURSE_MONTHS) ? 'old' : 'fresh'
}

export const attestationStates = {
  category: 'не требуется: есть категория',
  fresh: 'не старше 5 лет',
  old: 'старше 5 лет',
  none: 'аттестации нет',
} as const
export type AttestationState = keyof typeof attestationStates

/**
 * Attestation for the position: who has a category in force is not attested (приказ Минпросвещения России от 24.03.2023 № 196, п. 22).
 * Exactly five years old is not yet old.
 */
export function attestationState(category: CategoryState, attestedOn: IsoDate | null, on: IsoDate): AttestationState {
  if (category !== 'none' && category !== 'expired') return 'category'
  if (attestedOn === null) return 'none'
  return attestedOn < countsSince(on, ATTESTATION_MONTHS) ? 'old' : 'fresh'
}

export const categoryStates = {
  none: 'без категории',
  permanent: 'без срока действия',
  valid: 'действует больше года',
  'within-year': 'истекает через 6–12 месяцев',
  'within-half': 'истекает в ближайшие 6 месяцев',
  expired: 'срок истёк',
} as const
export type CategoryState = keyof typeof categoryStates

/** Last days that are still «в ближайшие 6 месяцев» and «в течение года». */
export function categoryBorders(on: IsoDate): { half: IsoDate; year: IsoDate } {
  return { half: addMonths(on, AHEAD_MONTHS), year: addMonths(on, 12) }
}

/**
 * `until` is the last day of the category: on that day it still holds. Categories given since 1 September 2023 have no end (приказ
 * Минпросвещения России от 24.03.2023 № 196), so null is «без срока».
 */
export function categoryState(hasCategory: boolean, until: IsoDate | null, on: IsoDate): CategoryState {
  if (!hasCategory) return 'none'
  if (until === null) return 'permanent'
  const { half, year } = categoryBorders(on)
  if (until < on) return 'expired'
  if (until <= half) return 'within-half'
  return until <= year ? 'within-year' : 'valid'
}
