import { derive } from '../../database/derived'
import type { Inserter } from './insert'
import type { Random } from './random'
import { endings, givens, localities, patronymics, positions, stems } from './words'

export const generatedYears = ['2024-2025', '2025-2026', '2026-2027'] as const
const funds = ['total', 'textbooks', 'manuals', 'fiction', 'reference', 'printed', 'audiovisual', 'electronic'] as const

/** Made schools with their cards; answers their numbers. */
export function makeSchools(count: number, random: Random, { insert, uid }: Inserter): number[] {
  const ids: number[] = []
  for (let place = 1; place <= count; place++) {
    const locality = random.pick(localities)
    const shortName = `СОШ № ${place}`
    const id = insert(
      'school',
      derive('school', {
        fullName: `Средняя общеобразовательная школа № ${place} (${locality})`,
        shortName,
        type: 'school',
        code: `99${String(place).padStart(5, '0')}`,
        inn: '',
        locality,
        address: `${locality}, ул. Школьная, д. ${random.int(1, 90)}`,
        phone: `+7 (39955) ${random.int(2, 9)}-${random.int(10, 99)}-${random.int(10, 99)}`,
        email: `school${place}@made.example`,
        site: `https://school${place}.made.example`,
        director: personName(random),
        foundedOn: `${random.int(1930, 2015)}-09-01`,
        state: 'active',
        closedOn: null,
        successorId: null,
        note: '',
        hasLending: 1,
        readingRoomSeats: random.int(6, 40),
        hasStore: random.int(0, 1),
        hasMediaLibrary: random.int(0, 1),
        areaSqM: random.int(30, 200),
        computers: random.int(1, 14),
        internet: 1,
        internetMbps: 50,
        system: '',
        openingHours: 'пн–пт 8:30–16:00',
        cleaningDay: '',
      }),
    )
    ids.push(id)
    makeCards(id, random, { insert, uid })
  }
  return ids
}

function makeCards(schoolId: number, random: Random, { insert, uid }: Inserter): void {
  insert('schoolStatus', {
    uid: uid(),
    schoolId,
    ord: 0,
    status: random.next() < 0.15 ? 'ibc' : 'shb',
    since: null,
    order: '',
  })
  insert('schoolConnection', {
    uid: uid(),
    schoolId,
    ord: 0,
    name: 'НЭБ',
    state: 'active',
    date: '2023-09-01',
    note: '',
  })
  for (const [ord, category] of funds.entries()) {
    const held = random.int(100, 9000)
    insert('schoolFund', {
      uid: uid(),
      schoolId,
      ord,
      year: 2025,
      category,
      received: random.int(0, 300),
      disposed: random.int(0, 300),
      held,
    })
  }
  const size = random.int(8, 90)
  let ord = 0
  for (const schoolYear of generatedYears) {
    for (let grade = 1; grade <= 11; grade++) {
      const students = Math.max(1, Math.round(size * (grade > 9 ? 0.5 : 1)) + random.int(-4, 4))
      insert('contingent', {
        uid: uid(),
        schoolId,
        ord: ord++,
        schoolYear,
        grade,
        classes: Math.ceil(students / 26),
        students,
      })
    }
  }
}

/** About 1.2 librarians a school; every fifth school has two. */
export function makeLibrarians(schoolIds: readonly number[], random: Random, inserts: Inserter): number[] {
  return schoolIds.flatMap((schoolId, place) => {
    const first = makeLibrarian(schoolId, random, inserts)
    return place % 5 === 0 ? [first, makeLibrarian(schoolId, random, inserts)] : [first]
  })
}

function makeLibrarian(schoolId: number, random: Random, { insert, uid }: Inserter): number {
  const [surname = '', given = '', patronymic = ''] = personName(random).split(' ')
  const born = random.int(1955, 2000)
  const began = `${born + random.int(20, 30)}-09-01`
  const graded = random.next() < 0.4
  const librarianId = insert(
    'librarian',
    derive('librarian', {
      surname,
      given,
      patronymic,
      birthDate: `${born}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`,
      phone: `+7 (900) 000-${two(random.int(0, 99))}-${two(random.int(0, 99))}`,
      email: `biblio${schoolId}@made.example`,
      workingSince: began,
      libraryWorkSince: began,
      category: graded ? 'first' : 'none',
      categoryOn: graded ? '2022-03-01' : null,
      categoryUntil: graded ? `2027-${two(random.int(1, 12))}-01` : null,
      attestedOn: null,
      roleInAssociation: 'участник',
      consentOn: '2024-09-10',
      note: '',
    }),
  )
  insert('employment', {
    uid: uid(),
    librarianId,
    ord: 0,
    schoolId,
    position: random.pick(positions),
    rate: random.pick([25, 50, 75, 100]),
    from: '2020-09-01',
    to: null,
    main: 1,
  })
  insert('education', {
    uid: uid(),
    librarianId,
    ord: 0,
    level: random.pick(['higher', 'vocational']),
    field: random.pick(['library', 'pedagogical', 'other']),
    institution: 'Придуманный институт',
    speciality: '',
    year: born + 22,
  })
  const year = random.int(2019, 2025)
  insert('course', {
    uid: uid(),
    librarianId,
    ord: 0,
    title: 'Курсы для педагогов-библиотекарей',
    hours: 36,
    organisation: 'Придуманный институт',
    form: 'remote',
    from: `${year}-10-01`,
    to: `${year}-10-20`,
    certificate: '',
  })
  return librarianId
}

const two = (value: number): string => String(value).padStart(2, '0')

function personName(random: Random): string {
  return `${random.pick(stems)}${random.pick(endings)} ${random.pick(givens)} ${random.pick(patronymics)}`
}
