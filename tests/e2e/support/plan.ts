import type { Page } from 'playwright/test'
import { callFrom, schoolCalled } from './district'

/** A district with books to spare and books lacking; everything invented. */

const titles = [
  'Занятная алгебра',
  'Живая география',
  'Русская речь',
  'Мир вокруг',
  'Наша история',
  'Физика вокруг нас',
  'Химия без опасений',
  'Слово и дело',
]
const types = ['СОШ № ', 'ООШ с. Ивовка № ', 'Лицей «Созвездие» № ', 'Натальевская СОШ № ']

export interface PlanDistrict {
  schools: number[]
  textbooks: number[]
}

/** Each school spares some books and lacks others; the figures follow from its number. */
export async function addPlanDistrict(page: Page, count: number): Promise<PlanDistrict> {
  const textbooks: number[] = []
  for (const [index, title] of titles.entries()) {
    const textbook = {
      kind: 'textbook' as const,
      subject: 'Алгебра',
      gradeFrom: 5 + (index % 5),
      gradeTo: 5 + (index % 5),
      title,
      authors: 'Вымыслова А.А.',
      publisher: 'Ольха',
      language: '',
      level: 'none' as const,
      isbn: '',
      fplCode: '',
      fplState: 'none' as const,
      usableUntil: null,
      order: '',
      price: 40_000 + index * 1_550,
      note: '',
    }
    textbooks.push((await callFrom(page, 'textbooks.save', { id: null, revision: null, textbook })).id)
  }
  const schools: number[] = []
  for (let index = 0; index < count; index++) {
    const school = schoolCalled(`${types[index % types.length]}${index + 1}`)
    schools.push((await callFrom(page, 'schools.save', { id: null, revision: null, school })).id)
  }
  for (const [index, schoolId] of schools.entries()) {
    for (const place of [index * 3, index * 3 + 1]) {
      const textbookId = textbooks[place % titles.length] ?? 0
      const copies = 6 + ((index * 7 + place) % 30)
      await spare(page, { schoolId, textbookId, copies })
    }
    for (const place of [index * 5 + 3, index * 5 + 4]) {
      const need = {
        schoolId,
        textbookId: textbooks[place % titles.length] ?? 0,
        copies: 5 + ((index * 11 + place) % 25),
        substitutes: true,
        priority: 'usual' as const,
        since: '2026-09-01',
        until: null,
        state: 'open' as const,
        note: '',
      }
      await callFrom(page, 'needs.save', { id: null, revision: null, need })
    }
  }
  return { schools, textbooks }
}

interface Books {
  schoolId: number
  textbookId: number
  copies: number
}

const lotOf = ({ schoolId, textbookId }: Books) => ({
  schoolId,
  textbookId,
  publicationYear: 2022,
  price: 45_050,
  source: 'regional' as const,
})

/** Books come to a school. Answers their lot. */
export async function receive(page: Page, books: Books): Promise<number> {
  const movement = { ...lotOf(books), date: '2026-09-01', kind: 'receipt' as const, copies: books.copies }
  const { lotId } = await callFrom(page, 'movements.add', {
    movement: { ...movement, document: 'Накладная № 1', note: '' },
  })
  return lotId
}

/** Books that a school has and offers; two copies more than that it keeps. */
async function spare(page: Page, books: Books): Promise<void> {
  await receive(page, { ...books, copies: books.copies + 2 })
  const surplus = { ...lotOf(books), copies: books.copies, condition: 'good' as const, since: '2026-09-01' }
  await callFrom(page, 'surpluses.save', {
    id: null,
    revision: null,
    surplus: { ...surplus, until: null, state: 'open', note: '' },
  })
}

/** A drafted transfer of one lot. */
export async function draftTransfer(
  page: Page,
  { from, to, lotId, copies }: { from: number; to: number; lotId: number; copies: number },
): Promise<void> {
  const nobody = { name: '', position: '', attorney: '' }
  await callFrom(page, 'transfers.save', {
    id: null,
    revision: null,
    transfer: {
      fromSchoolId: from,
      toSchoolId: to,
      term: 'permanent',
      dueBack: null,
      actNumber: '',
      actDate: null,
      giver: nobody,
      receiver: nobody,
      viaSchoolId: null,
      meetingId: null,
      note: '',
      lines: [
        {
          uid: `line-${from}-${to}-${lotId}`,
          lotId,
          copies,
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
}
