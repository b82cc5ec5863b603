import type { Association } from './associations'
import type { Event } from './events'
import { newUid } from './fields'
import type { Librarian } from './librarians'
import type { Meeting } from './meetings'
import type { ReportPiece, ReportSection, SectionSpec } from './reports'
import type { RoadmapItem, RoadmapSection } from './roadmaps'
import type { School } from './schools'
import type { Textbook } from './textbooks'

/** Records with nothing filled in: what a new card starts from. Names are empty, so they cannot be saved as they are. */

export function blankSchool(): School {
  return {
    fullName: '',
    shortName: '',
    type: 'school',
    code: '',
    inn: '',
    locality: '',
    address: '',
    coordinates: '',
    phone: '',
    email: '',
    site: '',
    director: '',
    foundedOn: null,
    state: 'active',
    closedOn: null,
    successorId: null,
    note: '',
    library: {
      hasLending: true,
      readingRoomSeats: null,
      hasStore: false,
      hasMediaLibrary: false,
      areaSqM: null,
      computers: null,
      internet: false,
      internetMbps: null,
      system: '',
      openingHours: '',
      cleaningDay: '',
    },
    statuses: [],
    connections: [],
    funds: [],
    contingent: [],
    documents: [],
  }
}

export function blankLibrarian(): Librarian {
  return {
    surname: '',
    given: '',
    patronymic: '',
    birthDate: null,
    phone: '',
    email: '',
    workingSince: null,
    libraryWorkSince: null,
    category: 'none',
    categoryOn: null,
    categoryUntil: null,
    attestedOn: null,
    roleInAssociation: '',
    consentOn: null,
    note: '',
    employments: [],
    educations: [],
    courses: [],
    awards: [],
    publications: [],
    contests: [],
  }
}

/** A new association has one series at once: without one no meeting can be made. */
export function blankAssociation(): Association {
  const nobody = { librarianId: null, name: '', position: '' }
  return {
    name: '',
    shortName: '',
    kind: 'rmo',
    head: nobody,
    secretary: nobody,
    note: '',
    themes: [],
    schoolIds: [],
    members: [],
    series: [
      {
        uid: newUid(),
        id: null,
        name: 'Заседания РМО',
        heading: 'заседания районного методического объединения педагогов-библиотекарей',
        place: '',
        layout: 'full',
        decisionLabel: '',
      },
    ],
  }
}

export function blankTextbook(): Textbook {
  return {
    kind: 'textbook',
    subject: '',
    gradeFrom: 1,
    gradeTo: 1,
    title: '',
    authors: '',
    publisher: '',
    language: 'русский',
    level: 'none',
    isbn: '',
    fplCode: '',
    fplState: 'none',
    usableUntil: null,
    order: '',
    price: null,
    note: '',
  }
}

/** @param on the day it is held, ISO */
export function blankEvent(on: string): Event {
  return {
    name: '',
    kind: 'other',
    level: 'municipal',
    format: 'none',
    from: on,
    to: on,
    place: '',
    organiser: '',
    associationId: null,
    state: 'planned',
    people: null,
    students: null,
    results: '',
    evidence: '',
    note: '',
    participants: [],
  }
}

/** @param on the day it is held, ISO */
export function blankMeeting(seriesId: number, on: string): Meeting {
  return {
    seriesId,
    number: '',
    date: on,
    time: null,
    place: '',
    format: 'none',
    theme: '',
    layout: 'full',
    decisionLabel: '',
    chairs: [],
    secretary: null,
    invited: [],
    attendance: { mode: 'count', count: null, text: '', roster: [] },
    agenda: [],
    speeches: [],
    decisions: [],
    note: '',
  }
}

export function blankRoadmapItem(): RoadmapItem {
  return {
    uid: newUid(),
    number: '',
    title: '',
    parts: [],
    dues: [],
    executors: [],
    document: '',
    results: '',
    cells: [],
  }
}

export function blankRoadmapSection(): RoadmapSection {
  return { uid: newUid(), number: '', title: '', items: [] }
}

/** A piece of a report made from the data; with no part, a text of hers. */
export function blankPiece(part: string): ReportPiece {
  return { uid: newUid(), part, hidden: false, title: '', text: '', seen: null }
}

/** A section of the catalogue with its usual parts. */
export function blankSection({ kind, title, parts }: SectionSpec): ReportSection {
  const pieces = parts.filter((part) => part.usual).map((part) => blankPiece(part.key))
  return { uid: newUid(), kind, title, hidden: false, newPage: false, pieces }
}
