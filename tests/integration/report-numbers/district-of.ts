import { blankAssociation } from '@shared/contract/blank'
import { newUid } from '@shared/contract/fields'
import { agendaItem, decision, event, librarian, meeting, participant, school, textbook } from '../../support/records'
import type { Call } from './judge'

/** Districts where everything there is comes `n` times, all in the school year 2025–2026: so that each noun is said with that number. */

export async function districtOf(call: Call, n: number): Promise<void> {
  await call('app.initialise', { mode: 'own', municipality: 'Придуманный округ' })
  if (n === 0) return
  const schools = await saveSchools(call, n)
  const people = await savePeople(call, schools)
  const association = await call('associations.save', {
    id: null,
    revision: null,
    association: {
      ...blankAssociation(),
      name: 'Объединение педагогов-библиотекарей',
      shortName: 'РМО',
      schoolIds: schools,
      members: people.map((librarianId) => ({ uid: newUid(), librarianId, role: 'участник', from: null, to: null })),
      themes: [{ uid: newUid(), schoolYear: '2025-2026', theme: 'Книга', aim: 'Читать', tasks: 'Учить читать' }],
    },
  })
  await saveMeetings(call, association.id, n)
  await saveEvents(call, association.id, schools, people)
  await saveRoadmap(call, association.id, n)
  await saveBooks(call, schools)
}

async function saveSchools(call: Call, n: number): Promise<number[]> {
  const ids: number[] = []
  for (let index = 1; index <= n; index++) {
    const saved = await call('schools.save', {
      id: null,
      revision: null,
      school: school(`СОШ № ${index}`, {
        statuses: [{ uid: newUid(), status: index % 2 === 0 ? 'shb' : 'ibc', since: '2024-09-01', order: '' }],
        contingent: ['2024-2025', '2025-2026'].map((schoolYear) => ({
          uid: newUid(),
          schoolYear,
          grade: 7,
          classes: n,
          students: n,
        })),
        connections: [{ uid: newUid(), name: 'НЭБ', state: 'active', date: '2025-10-01', note: '' }],
      }),
    })
    ids.push(saved.id)
  }
  return ids
}

async function savePeople(call: Call, schools: readonly number[]): Promise<number[]> {
  const ids: number[] = []
  for (const [index, schoolId] of schools.entries()) {
    const saved = await call('librarians.save', {
      id: null,
      revision: null,
      librarian: librarian(`Ивушкина-${index + 1}`, {
        birthDate: '1980-05-17',
        category: 'first',
        categoryOn: '2025-10-10',
        categoryUntil: '2030-10-10',
        employments: [
          {
            uid: newUid(),
            schoolId,
            position: 'педагог-библиотекарь',
            rate: 100,
            from: '2020-09-01',
            to: null,
            main: true,
          },
        ],
        courses: [
          {
            uid: newUid(),
            title: 'Фонд',
            hours: schools.length,
            organisation: 'Институт',
            form: 'remote',
            from: '2025-10-01',
            to: '2025-10-05',
            certificate: '',
          },
        ],
        awards: [{ uid: newUid(), title: 'Грамота', level: 'municipal', on: '2026-05-01' }],
        contests: [{ uid: newUid(), title: 'Конкурс', level: 'municipal', result: 'победитель', on: '2026-04-01' }],
        publications: [{ uid: newUid(), title: 'Статья', where: 'Сборник', year: 2026 }],
      }),
    })
    ids.push(saved.id)
  }
  return ids
}

async function saveMeetings(call: Call, associationId: number, n: number): Promise<void> {
  const { association } = await call('associations.get', { id: associationId })
  const series = association.series[0]?.id ?? 0
  for (let index = 1; index <= n; index++)
    await call('meetings.save', {
      id: null,
      revision: null,
      meeting: meeting(series, {
        date: `2026-03-${String(index).padStart(2, '0')}`,
        number: String(index),
        theme: 'О книгах',
        attendance: { mode: 'count', count: n, text: '', roster: [] },
        // n questions in all: each meeting has one, with one decision.
        agenda: [agendaItem('О книгах', { decisions: [decision('Читать.')] })],
      }),
    })
}

async function saveEvents(
  call: Call,
  associationId: number,
  schools: readonly number[],
  people: readonly number[],
): Promise<void> {
  for (let index = 1; index <= schools.length; index++)
    await call('events.save', {
      id: null,
      revision: null,
      event: event(`Конкурс ${index}`, {
        kind: 'contest',
        level: 'municipal',
        from: '2026-02-10',
        to: '2026-02-10',
        state: 'held',
        associationId,
        people: schools.length,
        participants: [
          participant({
            librarianId: people[index - 1] ?? null,
            name: 'Ивушкина А. И.',
            role: 'winner',
            result: '1 место',
          }),
          participant({ schoolId: schools[index - 1] ?? null, count: schools.length }),
        ],
      }),
    })
}

async function saveRoadmap(call: Call, associationId: number, n: number): Promise<void> {
  const blank = await call('roadmaps.blank', { kind: 'plan' })
  await call('roadmaps.save', {
    id: null,
    revision: null,
    roadmap: {
      ...blank,
      title: 'План работы',
      from: '2025-09-01',
      to: '2026-08-31',
      associationId,
      sections: [
        {
          uid: newUid(),
          number: '',
          title: '',
          items: Array.from({ length: n }, (_, index) => ({
            uid: newUid(),
            number: '',
            title: `Дело ${String.fromCodePoint(1072 + index)}`,
            parts: [],
            dues: [],
            executors: [],
            document: '',
            results: '',
            cells: [],
          })),
        },
      ],
    },
  })
}

/** Each school has a lot of 2n copies, gives n of them to the next school, and writes one off. */
async function saveBooks(call: Call, schools: readonly number[]): Promise<void> {
  const n = schools.length
  const book = await call('textbooks.save', {
    id: null,
    revision: null,
    textbook: textbook('Алгебра. 7 класс', { price: 100_00 }),
  })
  for (const [index, schoolId] of schools.entries()) {
    const { lotId } = await call('movements.add', {
      movement: {
        schoolId,
        textbookId: book.id,
        publicationYear: 2015,
        price: 100_00,
        source: 'federal',
        date: '2024-09-01',
        kind: 'receipt',
        copies: n + 1,
        document: '',
        note: '',
      },
    })
    const writeOff = await call('writeOffs.blank', { schoolId, date: '2026-03-01' })
    const act = await call('writeOffs.save', {
      id: null,
      revision: null,
      writeOff: { ...writeOff, lines: [{ uid: newUid(), lotId, copies: 1, inventoryNumbers: '' }] },
    })
    await call('writeOffs.book', { id: act.id })
    const toSchoolId = schools[(index + 1) % n]
    if (n < 2 || toSchoolId === undefined) continue
    const who = { name: '', position: '', attorney: '' }
    const transfer = await call('transfers.save', {
      id: null,
      revision: null,
      transfer: {
        fromSchoolId: schoolId,
        toSchoolId,
        term: 'permanent',
        dueBack: null,
        actNumber: '',
        actDate: null,
        giver: who,
        receiver: who,
        viaSchoolId: null,
        meetingId: null,
        note: '',
        lines: [
          {
            uid: newUid(),
            lotId,
            copies: 1,
            condition: 'good',
            accounted: true,
            surplusId: null,
            needId: null,
            reservationId: null,
            planLineId: null,
            forTextbookId: null,
          },
        ],
      },
    })
    await call('transfers.agree', { id: transfer.id, on: '2026-04-01' })
    await call('transfers.hand', { id: transfer.id, on: '2026-04-02' })
    await call('transfers.receive', { id: transfer.id, on: '2026-04-03' })
  }
}
