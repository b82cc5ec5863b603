import type { Librarian } from '@shared/contract/librarians'

/** Rows added and left blank are not worth an error. */
export function tidyLibrarian(librarian: Librarian): Librarian {
  return {
    ...librarian,
    employments: librarian.employments.filter((row) => row.schoolId !== 0 || row.from !== null || row.to !== null),
    educations: librarian.educations.filter(
      (row) => row.institution.trim() !== '' || row.speciality.trim() !== '' || row.year !== null,
    ),
    courses: librarian.courses.filter(
      (row) => row.title.trim() !== '' || row.organisation !== '' || row.hours !== null || row.from !== null,
    ),
    awards: librarian.awards.filter((row) => row.title.trim() !== '' || row.level !== '' || row.on !== null),
    publications: librarian.publications.filter((row) => row.title.trim() !== '' || row.where !== ''),
    contests: librarian.contests.filter((row) => row.title.trim() !== '' || row.result !== '' || row.on !== null),
  }
}

export function nameOf(librarian: Pick<Librarian, 'surname' | 'given' | 'patronymic'>): string {
  return [librarian.surname, librarian.given, librarian.patronymic]
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ')
}
