import type { Need, Surplus } from '@shared/contract/exchange'
import type { Textbook } from '@shared/contract/textbooks'
import type { Page } from 'playwright/test'
import { callFrom, schoolCalled } from './district'

/** A small district with books to exchange; everything invented. */

export function textbookCalled(title: string, part: Partial<Textbook> = {}): Textbook {
  return {
    kind: 'textbook',
    subject: 'Алгебра',
    gradeFrom: 7,
    gradeTo: 7,
    title,
    authors: 'Вымыслова А.А.',
    publisher: 'Ольха',
    language: '',
    level: 'none',
    isbn: '',
    fplCode: '',
    fplState: 'none',
    usableUntil: null,
    order: '',
    price: 52_510,
    note: '',
    ...part,
  }
}

export const surplusOf = (part: Partial<Surplus>): Surplus => ({
  schoolId: 1,
  textbookId: 1,
  publicationYear: 2023,
  price: 52_510,
  source: 'regional',
  copies: 20,
  condition: 'good',
  since: '2026-09-01',
  until: null,
  state: 'open',
  note: '',
  ...part,
})

export const needOf = (part: Partial<Need>): Need => ({
  schoolId: 2,
  textbookId: 1,
  copies: 12,
  substitutes: false,
  priority: 'usual',
  since: '2026-09-01',
  until: null,
  state: 'open',
  note: '',
  ...part,
})

/** Three schools, two textbooks, and 30 copies of the first at the first school. */
export async function addExchangeDistrict(page: Page): Promise<void> {
  for (const name of ['Ольховская СОШ', 'Заречная СОШ', 'Луговая ООШ']) {
    await callFrom(page, 'schools.save', { id: null, revision: null, school: schoolCalled(name) })
  }
  const books = [
    textbookCalled('Занятная алгебра'),
    textbookCalled('Живая география', { subject: 'География', authors: 'Луговой Б.Б.', price: 41_000 }),
  ]
  for (const textbook of books) await callFrom(page, 'textbooks.save', { id: null, revision: null, textbook })
  await receive(page, { schoolId: 1, textbookId: 1, copies: 30 })
}

export async function receive(
  page: Page,
  { schoolId, textbookId, copies }: { schoolId: number; textbookId: number; copies: number },
): Promise<void> {
  await callFrom(page, 'movements.add', {
    movement: {
      schoolId,
      textbookId,
      publicationYear: 2023,
      price: 52_510,
      source: 'regional',
      date: '2026-09-01',
      kind: 'receipt',
      copies,
      document: 'Накладная № 1',
      note: '',
    },
  })
}

export async function addSurplus(page: Page, part: Partial<Surplus>): Promise<number> {
  return (await callFrom(page, 'surpluses.save', { id: null, revision: null, surplus: surplusOf(part) })).id
}

export async function addNeed(page: Page, part: Partial<Need>): Promise<number> {
  return (await callFrom(page, 'needs.save', { id: null, revision: null, need: needOf(part) })).id
}

/** Copies of the textbook at the school now. */
export async function heldBy(page: Page, schoolId: number, textbookId: number): Promise<number> {
  const lots = await callFrom(page, 'holdings.lots', { schoolId, textbookId })
  return lots.reduce((sum, lot) => sum + lot.copies, 0)
}
