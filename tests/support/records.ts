import { blankEvent, blankLibrarian, blankMeeting, blankSchool, blankTextbook } from '@shared/contract/blank'
import type { Event, EventParticipant } from '@shared/contract/events'
import { newUid } from '@shared/contract/fields'
import type { Librarian } from '@shared/contract/librarians'
import type { AgendaItem, Decision, Meeting } from '@shared/contract/meetings'
import type { School } from '@shared/contract/schools'
import type { Textbook } from '@shared/contract/textbooks'

/** Smallest valid records; a test names only what it is about. */
export function school(shortName: string, over: Partial<School> = {}): School {
  return { ...blankSchool(), fullName: `Муниципальная школа «${shortName}»`, shortName, ...over }
}

export function librarian(surname: string, over: Partial<Librarian> = {}): Librarian {
  return { ...blankLibrarian(), surname, given: 'Анна', patronymic: 'Ивановна', ...over }
}

export function textbook(title: string, over: Partial<Textbook> = {}): Textbook {
  return {
    ...blankTextbook(),
    title,
    subject: 'Алгебра',
    gradeFrom: 7,
    gradeTo: 7,
    authors: 'Рябинин К. О.',
    publisher: 'Ясень',
    ...over,
  }
}

export function decision(text: string, over: Partial<Decision> = {}): Decision {
  return { uid: newUid(), text, addressees: [], dues: [], carriedFrom: null, ...over }
}

export function agendaItem(title: string, over: Partial<AgendaItem> = {}): AgendaItem {
  return {
    uid: newUid(),
    title,
    speakers: [],
    speeches: [],
    vote: { for: null, against: null, abstained: null, unanimous: false },
    decisions: [],
    ...over,
  }
}

export function meeting(seriesId: number, over: Partial<Meeting> = {}): Meeting {
  return {
    ...blankMeeting(seriesId, '2026-09-10'),
    number: '1',
    format: 'in-person',
    chairs: [{ uid: newUid(), librarianId: null, name: 'Ивушкина А.А.', position: 'руководитель РМО' }],
    attendance: { mode: 'count', count: 20, text: 'педагоги-библиотекари', roster: [] },
    ...over,
  }
}

export function event(name: string, over: Partial<Event> = {}): Event {
  return { ...blankEvent('2026-10-15'), name, ...over }
}

export function participant(over: Partial<EventParticipant> = {}): EventParticipant {
  return {
    uid: newUid(),
    librarianId: null,
    schoolId: null,
    name: '',
    role: 'participant',
    count: null,
    result: '',
    ...over,
  }
}
