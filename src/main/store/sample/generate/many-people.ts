import { derive } from '../../database/derived'
import type { Inserter } from './insert'
import type { Random } from './random'
import {
  courseTitles,
  givens,
  patronymics,
  positions,
  roles,
  surnameEnds,
  surnameMiddles,
  surnameStarts,
  tongues,
} from './words'

const two = (value: number): string => String(value).padStart(2, '0')
const day = (year: number, random: Random): string => `${year}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`

/**
 * A region's worth of people besides those the schools need: with and without a place of work, with former places, no
 * course or several, empty fields here and there. Surnames are put together from syllables, so that hundreds of thousands
 * differ and none is anybody's.
 */
export function makeManyLibrarians(
  count: number,
  schoolIds: readonly number[],
  random: Random,
  inserts: Inserter,
): number {
  for (let place = 0; place < count; place++) makePerson(place, schoolIds, random, inserts)
  return Math.max(0, count)
}

function makePerson(place: number, schoolIds: readonly number[], random: Random, inserts: Inserter): void {
  const born = random.int(1955, 2001)
  const began = born + random.int(20, 30)
  const category = random.pick(['none', 'none', 'none', 'first', 'first', 'highest', 'mentor', 'methodist-teacher'])
  const graded = random.int(2019, 2026)
  const librarianId = inserts.insert(
    'librarian',
    derive('librarian', {
      surname: `${random.pick(surnameStarts)}${random.pick(surnameMiddles)}${random.pick(surnameEnds)}`,
      given: random.pick(givens),
      patronymic: random.next() < 0.02 ? '' : random.pick(patronymics),
      birthDate: random.next() < 0.03 ? null : day(born, random),
      phone: random.next() < 0.1 ? '' : `+7 (900) 000-${two(random.int(0, 99))}-${two(random.int(0, 99))}`,
      email: random.next() < 0.1 ? '' : `made${place}@made.example`,
      workingSince: random.next() < 0.05 ? null : `${began}-09-01`,
      libraryWorkSince: random.next() < 0.1 ? null : `${began + random.int(0, 5)}-09-01`,
      category,
      categoryOn: category === 'none' ? null : `${graded}-03-01`,
      categoryUntil: category === 'none' ? null : `${graded + 5}-03-01`,
      attestedOn: random.next() < 0.3 ? day(random.int(2019, 2026), random) : null,
      roleInAssociation: random.pick(roles),
      consentOn: random.next() < 0.8 ? '2024-09-10' : null,
      note: '',
    }),
  )
  makePlaces(librarianId, began, schoolIds, random, inserts)
  const studies = random.next() < 0.1 ? 2 : 1
  for (let ord = 0; ord < studies; ord++) {
    inserts.insert('education', {
      uid: inserts.uid(),
      librarianId,
      ord,
      level: random.pick(['higher', 'higher', 'vocational', 'secondary']),
      field: random.pick(['library', 'pedagogical', 'other']),
      institution: 'Придуманный институт',
      speciality: '',
      year: born + 22 + ord * 5,
    })
  }
  const courses = random.pick([0, 1, 1, 1, 2])
  for (let ord = 0; ord < courses; ord++) {
    const year = random.int(2017, 2026)
    inserts.insert('course', {
      uid: inserts.uid(),
      librarianId,
      ord,
      title: random.pick(courseTitles),
      hours: random.pick([16, 36, 72, 144]),
      organisation: 'Придуманный институт',
      form: random.pick(['remote', 'in-person', 'mixed']),
      from: `${year}-03-01`,
      to: `${year}-03-20`,
      certificate: '',
    })
  }
}

function makePlaces(
  librarianId: number,
  began: number,
  schoolIds: readonly number[],
  random: Random,
  { insert, uid }: Inserter,
): void {
  if (schoolIds.length === 0) return
  const share = random.next()
  const places = share < 0.05 ? 0 : share < 0.9 ? 1 : 2
  for (let ord = 0; ord < places; ord++) {
    const from = Math.min(2025, began + random.int(0, 15))
    insert('employment', {
      uid: uid(),
      librarianId,
      ord,
      schoolId: random.pick(schoolIds),
      position: random.next() < 0.2 ? `учитель ${random.pick(tongues)} языка` : random.pick(positions),
      rate: random.pick([25, 50, 50, 75, 100, 100]),
      from: `${from}-09-01`,
      to: random.next() < 0.1 ? `${Math.min(2026, from + random.int(1, 5))}-08-31` : null,
      main: ord === 0 ? 1 : 0,
    })
  }
}
