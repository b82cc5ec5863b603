import { addMonths, type IsoDate } from '../dates'
import {
  AHEAD_MONTHS,
  ATTESTATION_MONTHS,
  COURSE_MONTHS,
  categoryBorders,
  categoryState,
  courseState,
  lastsUntil,
} from './terms'

/** Who is due for what. One rule for the desk, the tab «Сроки» and whatever speaks of it later. */

export const attentionKinds = {
  'category-expired': 'категория истекла',
  'category-expiring': 'категория истекает',
  'course-old': 'курсы старше 3 лет',
  'course-soon': 'скоро курсы',
  'course-none': 'курсов нет',
  'attestation-old': 'аттестации больше 5 лет',
  'attestation-soon': 'скоро аттестация',
  'consent-missing': 'нет согласия на ПДн',
  'birth-date-missing': 'нет даты рождения',
  'education-missing': 'нет образования',
} as const
export type AttentionKind = keyof typeof attentionKinds

/** What is asked of a person: her own dates, as they are known on the day. */
export interface AttentionFacts {
  hasCategory: boolean
  categoryUntil: IsoDate | null
  /** Last day of the last course. */
  lastCourseOn: IsoDate | null
  attestedOn: IsoDate | null
  consentOn: IsoDate | null
  birthDate: IsoDate | null
  hasEducation: boolean
}

export interface Attention {
  kind: AttentionKind
  /** The day it is or was due; null where there is no date to count from. */
  due: IsoDate | null
}

/** Everything about one person, in no order. A category ends within a year, the rest within six months to be spoken of. */
export function attentionOf(facts: AttentionFacts, on: IsoDate): Attention[] {
  return [
    ...categoryAttention(facts, on),
    ...courseAttention(facts, on),
    ...attestationAttention(facts, on),
    ...(facts.consentOn === null ? [{ kind: 'consent-missing', due: null } as const] : []),
    ...(facts.birthDate === null ? [{ kind: 'birth-date-missing', due: null } as const] : []),
    ...(facts.hasEducation ? [] : [{ kind: 'education-missing', due: null } as const]),
  ]
}

function categoryAttention({ hasCategory, categoryUntil }: AttentionFacts, on: IsoDate): Attention[] {
  const state = categoryState(hasCategory, categoryUntil, on)
  if (state === 'expired') return [{ kind: 'category-expired', due: categoryUntil }]
  if (categoryUntil !== null && hasCategory && categoryUntil <= categoryBorders(on).year) {
    return [{ kind: 'category-expiring', due: categoryUntil }]
  }
  return []
}

function courseAttention({ lastCourseOn }: AttentionFacts, on: IsoDate): Attention[] {
  if (lastCourseOn === null) return [{ kind: 'course-none', due: null }]
  const due = lastsUntil(lastCourseOn, COURSE_MONTHS)
  if (courseState(lastCourseOn, on) === 'old') return [{ kind: 'course-old', due }]
  return due <= addMonths(on, AHEAD_MONTHS) ? [{ kind: 'course-soon', due }] : []
}

/** People with a category in force are not attested for their position (приказ № 196, п. 22); of others, those once attested. */
function attestationAttention({ hasCategory, categoryUntil, attestedOn }: AttentionFacts, on: IsoDate): Attention[] {
  const state = categoryState(hasCategory, categoryUntil, on)
  if (attestedOn === null || (state !== 'none' && state !== 'expired')) return []
  const due = lastsUntil(attestedOn, ATTESTATION_MONTHS)
  if (due < on) return [{ kind: 'attestation-old', due }]
  return due <= addMonths(on, AHEAD_MONTHS) ? [{ kind: 'attestation-soon', due }] : []
}

/** Dated first, the earliest on top; then by kind. */
export function compareAttention(a: Attention, b: Attention): number {
  if (a.due !== b.due) {
    if (a.due === null) return 1
    if (b.due === null) return -1
    return a.due < b.due ? -1 : 1
  }
  const kinds = Object.keys(attentionKinds)
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind)
}
