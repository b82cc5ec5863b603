import { expect, type Page } from 'playwright/test'
import { callFrom, goTo } from './district'
import { addNeed, addSurplus, textbookCalled } from './exchange'

/** The exchange fund for the user guide: books of the sample's schools, some promised, some on their way. */

const titles = [
  ['Занятная алгебра', 'Алгебра', 7, 'Вымыслова А.А.'],
  ['Живая география', 'География', 6, 'Луговой Б.Б.'],
  ['Русское слово', 'Русский язык', 5, 'Словина В.В.'],
  ['Рассказы о клетке', 'Биология', 8, 'Росткова Г.Г.'],
  ['Химия рядом с нами', 'Химия', 9, 'Пробиркина Д.Д.'],
] as const

interface Books {
  textbookId: number
  schoolIds: readonly number[]
}

async function fill(page: Page): Promise<Books[]> {
  const { rows } = await callFrom(page, 'schools.list', { limit: 8, sort: [{ column: 'shortName', desc: false }] })
  const schoolIds = rows.map((row) => row.id)
  const at = (index: number) => schoolIds[index % schoolIds.length] ?? 0
  const books: Books[] = []
  for (const [index, [title, subject, grade, authors]] of titles.entries()) {
    const price = 41_000 + index * 3150
    const textbook = textbookCalled(title, { subject, gradeFrom: grade, gradeTo: grade, authors, price })
    const { id: textbookId } = await callFrom(page, 'textbooks.save', { id: null, revision: null, textbook })
    for (const shift of [0, 3]) {
      const lot = {
        schoolId: at(index + shift),
        textbookId,
        publicationYear: 2021 + shift,
        price,
        source: 'regional' as const,
      }
      const document = 'Накладная № 12'
      await callFrom(page, 'movements.add', {
        movement: { ...lot, date: '2026-09-01', kind: 'receipt', copies: 40 - 4 * shift, document, note: '' },
      })
      await addSurplus(page, { ...lot, copies: 24 - 3 * shift - index })
    }
    await addNeed(page, {
      schoolId: at(index + 1),
      textbookId,
      copies: 14 + index,
      priority: index === 0 ? 'high' : 'usual',
    })
    await addNeed(page, { schoolId: at(index + 5), textbookId, copies: 9 })
    books.push({ textbookId, schoolIds: [at(index), at(index + 1)] })
  }
  return books
}

/** A reservation, a loan that is over its day, a transfer drafted. */
async function promise(page: Page, books: readonly Books[]): Promise<void> {
  const surpluses = (await callFrom(page, 'surpluses.list', { limit: 1000 })).rows
  const needs = (await callFrom(page, 'needs.list', { limit: 1000 })).rows
  const made: number[] = []
  for (const { textbookId } of books.slice(1)) {
    const surplus = surpluses.find((row) => row.textbookId === textbookId)
    const need = needs.find((row) => row.textbookId === textbookId && row.schoolId !== surplus?.schoolId)
    if (!surplus || !need) throw new Error('No pair for a picture')
    const input = { surplusId: surplus.id, needId: need.id, copies: 8, expiresOn: '2026-12-05' }
    made.push((await callFrom(page, 'reservations.make', input)).id)
  }
  const { transferIds } = await callFrom(page, 'reservations.transfer', { ids: made.slice(1) })
  const [first, second] = transferIds
  if (first === undefined || second === undefined) throw new Error('No transfers for a picture')
  const { revision, transfer } = await callFrom(page, 'transfers.get', { id: first })
  const loan = { ...transfer, term: 'temporary' as const, dueBack: '2026-11-01' }
  await callFrom(page, 'transfers.save', { id: first, revision, transfer: loan })
  await callFrom(page, 'transfers.agree', { id: first, on: '2026-10-01' })
  await callFrom(page, 'transfers.hand', { id: first, on: '2026-10-02' })
  await callFrom(page, 'transfers.receive', { id: first, on: '2026-10-03' })
  await callFrom(page, 'transfers.agree', { id: second, on: '2026-11-20' })
}

export async function exchangePictures(page: Page, picture: (name: string) => Promise<void>): Promise<void> {
  await promise(page, await fill(page))
  await goTo(page, '/exchange')
  await expect(page.getByRole('heading', { name: 'Что дальше' })).toBeVisible()
  await picture('exchange')
  await goTo(page, '/exchange/surpluses')
  await expect(page.getByRole('gridcell', { name: /Занятная алгебра/ }).first()).toBeVisible()
  await picture('exchange-surpluses')
  await goTo(page, '/exchange/match')
  await expect(page.getByRole('button', { name: 'Забронировать' })).toBeVisible()
  await picture('exchange-match')
  await goTo(page, '/exchange/transfers')
  await page.getByRole('gridcell', { name: 'согласована' }).first().dblclick()
  await expect(page.getByRole('button', { name: 'Выдать книги' })).toBeVisible()
  await picture('exchange-transfer')
  await goTo(page, '/exchange/register')
  await expect(page.getByRole('gridcell', { name: 'получена' }).first()).toBeVisible()
  await picture('exchange-register')
  await goTo(page, '/exchange/meeting')
  await expect(page.getByRole('button', { name: 'Составить протокол' })).toBeVisible()
  await picture('exchange-meeting')
}
