import { Librarian } from '@shared/contract/librarians'
import { between, uidCounter } from '../marks'
import type { LibrarianSketch } from './sketch'
import { townLibrarians } from './town'
import { villageLibrarians } from './villages'

export const librarianSketches: readonly LibrarianSketch[] = [...townLibrarians, ...villageLibrarians]

/** Librarians as the contract has them, in the order of their ids. @param schoolId id by short name */
export function sampleLibrarians(schoolId: (name: string) => number): Librarian[] {
  const next = uidCounter('demo-person')
  return librarianSketches.map((sketch, place) => Librarian.parse(librarianOf(sketch, place, next, schoolId)))
}

function librarianOf(
  sketch: LibrarianSketch,
  place: number,
  next: () => string,
  schoolId: (name: string) => number,
): Librarian {
  const [surname = '', given = '', patronymic = ''] = sketch.name.split(' ')
  const [category, categoryOn, categoryUntil] = sketch.category ?? (['none', null, null] as const)
  return {
    surname,
    given,
    patronymic,
    birthDate: sketch.born,
    // A mobile code that is not assigned.
    phone: `+7 (900) 000-${between(10, 99, place, 50)}-${String(place + 10)}`,
    email: `biblio${String(place + 1).padStart(2, '0')}@zarechye.example`,
    workingSince: sketch.works,
    libraryWorkSince: sketch.library,
    category,
    categoryOn,
    categoryUntil,
    attestedOn: sketch.attested ?? null,
    roleInAssociation: sketch.role ?? 'участник',
    consentOn: sketch.consent,
    note: sketch.note ?? '',
    employments: sketch.jobs.map(({ school, ...one }) => ({ uid: next(), schoolId: schoolId(school), ...one })),
    educations: sketch.education.map((one) => ({ uid: next(), ...one })),
    courses: sketch.courses.map((one) => ({ uid: next(), ...one })),
    awards: (sketch.awards ?? []).map(([title, level, on]) => ({ uid: next(), title, level, on })),
    publications: (sketch.publications ?? []).map(([title, where, year]) => ({ uid: next(), title, where, year })),
    contests: (sketch.contests ?? []).map(([title, level, result, on]) => ({ uid: next(), title, level, result, on })),
  }
}
