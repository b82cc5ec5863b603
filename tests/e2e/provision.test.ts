import { newUid } from '@shared/contract/fields'
import type { Textbook } from '@shared/contract/textbooks'
import { expect, type Page, test } from 'playwright/test'
import { type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessibleInBothThemes } from './support/axe'
import { callFrom, goTo, schoolCalled, startOwnDistrict } from './support/district'

/** From contingent and holdings to provision, from provision to the exchange fund, and back by «Отменить». */
let launched: LaunchedApp
let page: Page

test.beforeEach(async () => {
  launched = await launch()
  page = launched.page
})
test.afterEach(async () => {
  await launched.close()
})

const year = '2026-2027'
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const cell = (key: string, row: number) =>
  page.locator(`[role=row][aria-rowindex="${row + 1}"]`).locator(`[role=gridcell][data-key="${key}"]`)

async function addDistrict(): Promise<void> {
  await startOwnDistrict(page)
  await callFrom(page, 'profile.save', { ...(await callFrom(page, 'profile.get', {})), schoolYear: year })
  const school = async (name: string, students: number): Promise<number> =>
    (
      await callFrom(page, 'schools.save', {
        id: null,
        revision: null,
        school: schoolCalled(name, {
          contingent: [{ uid: newUid(), schoolYear: year, grade: 7, classes: 1, students }],
        }),
      })
    ).id
  const first = await school('Ольховская СОШ', 20)
  const second = await school('Луговая ООШ', 30)
  const book: Textbook = {
    kind: 'textbook',
    subject: 'Алгебра',
    gradeFrom: 7,
    gradeTo: 7,
    title: 'Занятная алгебра',
    authors: 'Иксов Ю. Н.',
    publisher: 'Ясный день',
    language: 'русский',
    level: 'none',
    isbn: '',
    fplCode: '',
    fplState: 'none',
    usableUntil: null,
    order: '',
    price: 65_000,
    note: '',
  }
  const { id: textbookId } = await callFrom(page, 'textbooks.save', { id: null, revision: null, textbook: book })
  for (const [schoolId, copies] of [
    [first, 26],
    [second, 18],
  ] as const) {
    await callFrom(page, 'movements.add', {
      movement: {
        ...{ schoolId, textbookId, publicationYear: 2023, price: 65_000, source: 'regional' as const },
        ...{ date: '2024-08-20', kind: 'receipt' as const, copies, document: '', note: '' },
      },
    })
  }
}

test('contingent and holdings make provision; it is proposed to the exchange fund and taken back', async () => {
  await addDistrict()
  await goTo(page, '/holdings/provision')
  await expect(page.getByRole('heading', { name: 'Обеспеченность' })).toBeVisible()
  const strip = page.getByRole('region', { name: 'Обеспеченность в целом' })
  await expect(strip).toContainText('2026–2027 учебный год')
  // What lacks of the one subject that has books, the most first.
  await page.getByPlaceholder('Найти в списке').fill('алгебра')
  await expect(page.getByRole('gridcell', { name: 'Ольховская СОШ' })).toBeVisible()
  await expect(cell('school', 1)).toHaveText('Луговая ООШ')
  await expect(cell('state', 1)).toHaveText('не хватает')
  await expect(cell('deficit', 1)).toHaveText('12')
  await expect(cell('surplus', 2)).toHaveText('6')
  await screenshot(page, 'provision')
  await expectAccessibleInBothThemes(page)
  // A row opens into the books behind it.
  await cell('school', 1).dblclick()
  await expect(page.getByRole('heading', { name: 'Алгебра, 7 класс' })).toBeVisible()
  await expect(page.getByRole('cell', { name: /Занятная алгебра/ })).toBeVisible()
  await screenshot(page, 'provision-row')
  await expectAccessibleInBothThemes(page)

  await button('Предложить излишки и потребности').click()
  await expect(page.getByRole('heading', { name: 'Предложить излишки и потребности' })).toBeVisible()
  await page.getByLabel('Оставить школе запас').fill('10')
  await expect(page.getByRole('row', { name: /Ольховская СОШ/ })).toContainText('4')
  await expect(page.getByRole('row', { name: /Луговая ООШ/ })).toContainText('12')
  await button('Книги: Ольховская СОШ').click()
  await expect(page.getByText('Учеников 20, годных 26, запас 2')).toBeVisible()
  await screenshot(page, 'provision-propose')
  await expectAccessibleInBothThemes(page)
  await button('Добавить в обменный фонд').click()
  await expect(page.getByText('1 излишек и 1 потребность', { exact: false })).toBeVisible()
  await screenshot(page, 'provision-added')
  expect((await callFrom(page, 'surpluses.list', {})).rows.map((row) => row.copies)).toEqual([4])
  expect((await callFrom(page, 'needs.list', {})).rows.map((row) => row.copies)).toEqual([12])
  await page.locator('.mantine-Notification-root').getByRole('button', { name: 'Отменить' }).click()
  await expect(button('Добавить в обменный фонд')).toBeVisible()
  await expect.poll(async () => (await callFrom(page, 'needs.list', {})).total).toBe(0)
  expect((await callFrom(page, 'surpluses.list', {})).total).toBe(0)
})

test('who studies a subject is typed in a card, and the need follows it', async () => {
  await addDistrict()
  await goTo(page, '/holdings/subjectStudents')
  await expect(page.getByText('Все предметы изучают все')).toBeVisible()
  await button('Добавить строку').first().click()
  const panel = page.getByTestId('panel')
  await panel.getByRole('textbox', { name: 'Школа' }).fill('луг')
  await page.getByRole('option', { name: 'Луговая ООШ' }).click()
  await panel.getByRole('combobox', { name: 'Предмет' }).fill('Алгебра')
  await panel.getByRole('textbox', { name: 'Класс' }).fill('7')
  await panel.getByRole('textbox', { name: 'Изучают' }).fill('31')
  await page.keyboard.press('Tab')
  await expect(page.getByText('больше, чем учеников в 7 классе', { exact: false })).toBeVisible()
  await panel.getByRole('textbox', { name: 'Изучают' }).fill('16')
  await page.keyboard.press('Tab')
  await expect(cell('students', 1)).toHaveText('16')
  await expect(cell('contingent', 1)).toHaveText('30')
  await screenshot(page, 'provision-students')
  await expectAccessibleInBothThemes(page)
  const { rows } = await callFrom(page, 'provision.list', { schoolYear: year, search: 'алгебра луговая' })
  expect(rows[0]).toMatchObject({ students: 16, usable: 18, surplus: 2 })
})

test('the sample district: the strip counts two years, the card of a school tells its own', async () => {
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor({ timeout: 60_000 })
  await goTo(page, '/holdings/provision')
  const strip = page.getByRole('region', { name: 'Обеспеченность в целом' })
  await expect(strip).toContainText('2027–2028 учебный год')
  await expect(page.getByRole('gridcell').first()).toBeVisible()
  await screenshot(page, 'provision-sample')
  await strip
    .getByRole('link', { name: /не хватает/ })
    .first()
    .click()
  await expect(cell('state', 1)).toHaveText('не хватает')
  await screenshot(page, 'provision-sample-short')
  await goTo(page, '/holdings/provision/propose')
  await expect(page.getByRole('row').nth(5)).toBeVisible()
  await screenshot(page, 'provision-sample-propose')
  await goTo(page, '/schools?open=1')
  await page.getByRole('tab', { name: 'Фонд' }).click()
  await expect(page.getByText('Обеспеченность учебниками, 2026–2027')).toBeVisible()
  await screenshot(page, 'provision-school')
})
