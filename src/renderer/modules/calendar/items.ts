import type { CalendarItem } from '@shared/contract/calendar'
import { daysBetween } from '@shared/domain/dates'
import { type CalendarKind, modules, placeOf } from '../../app/modules'

/** Every kind that modules bring, in the order of the navigation. */
export function calendarKinds(): CalendarKind[] {
  return modules.flatMap((one) => one.calendar ?? [])
}

export function placeOfItem({ record, id, uid }: CalendarItem): string {
  return `${placeOf(record, id) ?? '/calendar'}${uid === null ? '' : `?item=${uid}`}`
}

/** A term that is a month or more («декабрь 2026») is no entry of its days: it goes on in the background. */
const LONG_DAYS = 28

export const isLong = ({ from, to }: CalendarItem): boolean => daysBetween(from, to) + 1 >= LONG_DAYS

export const keyOf = (item: CalendarItem): string => `${item.kind}:${item.id}:${item.uid ?? ''}:${item.from}:${item.to}`

const HIDDEN = 'calendar:hidden'

export function readHidden(): string[] {
  return (localStorage.getItem(HIDDEN) ?? '').split(',').filter(Boolean)
}

export function keepHidden(kinds: readonly string[]): void {
  localStorage.setItem(HIDDEN, kinds.join(','))
}

/** In words, where a sign alone would say it. */
export const stateWords = { late: 'просрочено', done: 'выполнено', ahead: '' } as const
