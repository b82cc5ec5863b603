import { blankEvent } from '@shared/contract/blank'
import type { Event, EventParticipant } from '@shared/contract/events'
import { uidCounter } from '../marks'
import type { EventScript, Taking } from './script'

/** What the bank tells an event. */
export interface EventDirectory {
  associationId(of: 'rmo' | 'ibc'): number
  schoolId(shortName: string): number
  /** Short names of the schools at work. */
  schools: readonly string[]
  /** Full name, and the school she worked at on that day. @throws Error when nobody is called so */
  librarian(surname: string, on: string): { librarianId: number; name: string; schoolId: number }
}

/** Turns scripts into events. What begins after `asOf` is planned; what is past by then was held and tells of it. */
export function eventBuilder(directory: EventDirectory, asOf: string): (script: EventScript) => Event {
  const next = uidCounter('demo-event')
  return (script) => {
    const { of, schools = [], who = [], state, ...own } = script
    const to = script.to ?? script.from
    const event: Event = {
      ...blankEvent(script.from),
      ...own,
      to,
      associationId: of === null ? null : directory.associationId(of),
    }
    if (to > asOf) return { ...event, people: null, students: null, results: '', evidence: '' }
    const named = schools === 'all' ? directory.schools : schools
    return {
      ...event,
      state: state ?? 'held',
      participants: [
        ...who.map((one) => taking(one, script.from, directory, next())),
        ...named.map((name): EventParticipant => ({ ...whole(next()), schoolId: directory.schoolId(name) })),
      ],
    }
  }
}

const whole = (uid: string): EventParticipant => ({
  uid,
  librarianId: null,
  schoolId: null,
  name: '',
  role: 'participant',
  count: null,
  result: '',
})

function taking({ who, ...over }: Taking, on: string, directory: EventDirectory, uid: string): EventParticipant {
  const row = { ...whole(uid), ...over }
  if (typeof who === 'string') return { ...row, ...directory.librarian(who, on) }
  return { ...row, name: who.name, schoolId: who.school === null ? null : directory.schoolId(who.school) }
}
