import type { CommandName } from '@shared/contract'
import { agendaItem, decision, librarian, meeting, school } from '../../../support/records'

/** One command of a random run: plain data, so that it can be asked of two stores and do the same in both. */
export interface Work {
  name: CommandName
  input: unknown
}

const pick = (next: () => number, below: number): number => Math.floor(next() * below)

/**
 * What a person, a script and an import may ask for, in any order. Ids are guesses: a command that is refused is as good
 * a test as one that is done. `nth` makes names and row keys that never repeat.
 */
export function randomWork(next: () => number, nth: number, seriesId: number): Work {
  const uid = (n: number): string => `00000000-0000-4000-8000-${String(nth * 1000 + n).padStart(12, '0')}`
  const someId = (): number | null => (next() < 0.5 ? null : 1 + pick(next, 20))
  switch (pick(next, 12)) {
    case 0:
    case 1: {
      const id = someId()
      const rows = next() < 0.2 ? 300 : pick(next, 4)
      const contingent = Array.from({ length: rows }, (_, n) => ({
        uid: uid(n),
        schoolYear: `${2000 + Math.floor(n / 12)}-${2001 + Math.floor(n / 12)}`,
        grade: (n % 12) + 1,
        classes: 1,
        students: nth,
      }))
      const record = school(`СОШ № ${nth}`, { director: `Директор ${nth}`, contingent })
      return { name: 'schools.save', input: { id, revision: null, school: record } }
    }
    case 2:
    case 3: {
      const employments = [
        { uid: uid(0), schoolId: 1, position: 'библиотекарь', rate: 50, from: null, to: null, main: true },
      ]
      const record = librarian(`Фамилия${nth}`, { phone: `${nth}`, employments })
      return {
        name: 'librarians.save',
        input: { id: someId(), revision: null, librarian: record, allowDuplicate: true },
      }
    }
    case 4:
    case 5: {
      const agenda = Array.from({ length: 1 + pick(next, 12) }, (_, n) =>
        agendaItem(`Вопрос ${nth}.${n}`, {
          uid: uid(100 + n),
          decisions: [0, 1].map((m) => decision(`Решить ${nth}.${n}.${m}`, { uid: uid(200 + n * 2 + m) })),
        }),
      )
      const chairs = [{ uid: uid(900), librarianId: null, name: 'Ивушкина А.А.', position: 'руководитель РМО' }]
      const record = meeting(seriesId, { number: `${nth}`, agenda, chairs })
      return { name: 'meetings.save', input: { id: someId(), revision: null, meeting: record } }
    }
    case 6:
      return { name: 'librarians.remove', input: { id: 1 + pick(next, 10) } }
    case 7:
      return { name: 'schools.remove', input: { id: 1 + pick(next, 10) } }
    case 8:
      return { name: 'history.undo', input: {} }
    case 9:
      return { name: 'history.redo', input: {} }
    case 10:
      return {
        name: 'drafts.put',
        input: { key: `школа:${pick(next, 4)}`, payload: { nth, text: 'недописанное '.repeat(pick(next, 200)) } },
      }
    default:
      return { name: 'drafts.drop', input: { key: `школа:${pick(next, 4)}` } }
  }
}
