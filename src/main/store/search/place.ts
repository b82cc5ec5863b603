import { daysBetween } from '@shared/domain/dates'

/**
 * The number of a record in the index: its kind, then its date (newest first), then its own number. The index answers in
 * the order of these numbers, so that of a word that stands everywhere the first few hundred are those worth showing.
 */
const kindRoom = 2 ** 48
const dayRoom = 2 ** 31
const lastDay = 2 ** 17 - 1

/** @param date ISO; null: kinds without dates, and what has none, stand after all dated */
export function placeOf(kind: number, date: string | null, recordId: number): number {
  return kind * kindRoom + (lastDay - dayOf(date)) * dayRoom + recordId
}

/** The first and last number a record of this kind can have. */
export const placesOf = (kind: number): [from: number, to: number] => [kind * kindRoom, (kind + 1) * kindRoom - 1]

export const kindOfPlace = (place: number): number => Math.floor(place / kindRoom)

function dayOf(date: string | null): number {
  if (date === null) return 0
  return Math.max(0, Math.min(lastDay, daysBetween('1900-01-01', date)))
}
