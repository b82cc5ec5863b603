import type { Event, EventParticipant } from '@shared/contract/events'

/** How an event of the sample is written down; what is not told is as in a new event. */
export interface EventScript
  extends Pick<Event, 'name' | 'kind' | 'level' | 'from'>,
    Partial<Pick<Event, 'to' | 'format' | 'place' | 'organiser' | 'people' | 'students' | 'evidence' | 'note'>> {
  /** Of which association; null: of another body. */
  of: 'rmo' | 'ibc' | null
  results?: string
  /** Of one that is past: it did not take place, or nobody has marked it yet. */
  state?: 'cancelled' | 'planned'
  /** Short names of schools that took part as a whole; every school at work. */
  schools?: readonly string[] | 'all'
  who?: readonly Taking[]
}

/** Someone of the bank by surname, or anyone by name. */
export type Taking = { who: string | { name: string; school: string | null } } & Partial<
  Pick<EventParticipant, 'role' | 'result' | 'count'>
>

export const took = (...surnames: readonly string[]): Taking[] => surnames.map((who) => ({ who }))
export const as = (role: EventParticipant['role'], who: string, result = ''): Taking => ({ who, role, result })

/** A child, with the class in the result: she is named by her school's answer. */
export const child = (role: EventParticipant['role'], name: string, school: string, result: string): Taking => ({
  who: { name, school },
  role,
  result,
})
export const guest = (role: EventParticipant['role'], name: string): Taking => ({ who: { name, school: null }, role })

export const hall = 'МКУ «Информационно-методический центр», актовый зал'
export const regional = 'Северодольский институт развития образования'
export const centre = 'РРИБЦ Северодольской области'
export const district = 'РМО педагогов-библиотекарей'
