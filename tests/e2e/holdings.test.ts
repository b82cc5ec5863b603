import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, type Page, test } from 'playwright/test'
import { type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessibleInBothThemes } from './support/axe'
import { callFrom, goTo, startOwnDistrict } from './support/district'
import { addExchangeDistrict } from './support/exchange'

/** The ledger of holdings: books come, are counted, are missed, are looked at on a past day, come in from a school's file. */
let launched: LaunchedApp
let page: Page

test.beforeEach(async () => {
  launched = await launch()
  page = launched.page
  await startOwnDistrict(page)
  await addExchangeDistrict(page)
})
test.afterEach(async () => {
  await launched.close()
})

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const field = (name: string) => page.getByRole('textbox', { name, exact: true })
const figure = (title: string) => page.locator('dl div').filter({ hasText: title }).locator('dd')
const said = (text: string | RegExp) => page.locator('.mantine-Notification-root').filter({ hasText: text }).first()

async function receive(copies: string, date: string): Promise<void> {
  await button('Внести поступление').first().click()
  await field('Школа').fill('ольх')
  await page.getByRole('option', { name: 'Ольховская СОШ' }).click()
  await field('Учебник').fill('алгеброй')
  await page.getByRole('option', { name: /Занятная алгебра/ }).click()
  await field('Экземпляров').fill(copies)
  await field('Дата').fill(date)
  await field('Год издания').fill('2022')
  await field('Цена').fill('512,50')
  await field('Документ').fill('накладная № 18')
  await page.locator('[data-record-panel]').getByRole('button', { name: 'Внести поступление' }).click()
  await expect(said('Поступление внесено.')).toBeVisible()
}

test('a receipt, a count, a refusal, a reversal, and the state on a past day', async () => {
  await goTo(page, '/holdings')
  await expect(page.locator('[role=gridcell][data-key=copies]').first()).toBeVisible()
  await expectAccessibleInBothThemes(page)
  const before = Number((await callFrom(page, 'holdings.list', { limit: 1 })).total)
  await receive('37', '01.09.2025')
  await expect(figure('Сейчас')).toHaveText('37 экз.')
  await screenshot(page, 'holdings-lot')

  await button('Исправить остаток').click()
  await field('Насчитали экземпляров').fill('33')
  await field('На дату').last().fill('10.01.2026')
  await expect(page.getByText('Будет записана инвентаризация: −4')).toBeVisible()
  await page.getByRole('form', { name: 'Исправить остаток' }).getByRole('button', { name: 'Исправить остаток' }).click()
  await expect(figure('Сейчас')).toHaveText('33 экз.')

  // What came by the receipt has partly gone: it cannot be taken away.
  await page.getByRole('button', { name: /Действия с движением от 01.09.2025/ }).click()
  await page.getByRole('menuitem', { name: 'Удалить движение' }).click()
  await expect(said(/есть только|нет ни одного/)).toBeVisible()
  await expect(figure('Сейчас')).toHaveText('33 экз.')

  await page.getByRole('button', { name: /Действия с движением от 10.01.2026/ }).click()
  await page
    .getByRole('menu', { name: /10.01.2026/ })
    .getByRole('menuitem', { name: 'Сторно…' })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Внести сторно' }).click()
  await expect(figure('Сейчас')).toHaveText('37 экз.')
  await button('Закрыть карточку').click()

  const copies = page.locator('[role=gridcell][data-key=copies]')
  await expect(copies.filter({ hasText: '37' })).toHaveCount(1)
  await field('На дату').fill('01.02.2026')
  await field('На дату').press('Enter')
  await expect(page.getByText('На 01.02.2026', { exact: true })).toBeVisible()
  await expect(copies.filter({ hasText: '33' })).toHaveCount(1)
  await screenshot(page, 'holdings-past')
  await button('Показать, как сейчас').click()
  await expect(copies.filter({ hasText: '37' })).toHaveCount(1)

  // Balances are not typed over.
  await copies.filter({ hasText: '37' }).click()
  await page.keyboard.type('99')
  await page.keyboard.press('Enter')
  await expect(copies.filter({ hasText: '37' })).toHaveCount(1)

  await goTo(page, '/holdings/movements')
  await expect(page.getByRole('heading', { name: 'Движение фонда' })).toBeVisible()
  await screenshot(page, 'holdings-movements')
  expect(Number((await callFrom(page, 'holdings.list', { limit: 1 })).total)).toBe(before + 1)
})

test("a school's file: one school for all rows, differences before they are booked, one step back", async () => {
  await goTo(page, '/holdings')
  await receive('37', '01.09.2025')
  const file = join(launched.dataDir, 'фонд.xlsx')
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Фонд')
  sheet.addRow(['Предмет', 'Класс', 'Автор, название', 'Издательство', 'Год издания', 'Количество', 'Цена'])
  const { rows } = await callFrom(page, 'textbooks.list', { search: 'занятная алгебра' })
  const [algebra] = rows as { subject: string; grades: string; authors: string; title: string; publisher: string }[]
  if (!algebra) throw new Error('No algebra')
  sheet.addRow([
    algebra.subject,
    algebra.grades,
    `${algebra.authors} ${algebra.title}`,
    algebra.publisher,
    2022,
    34,
    512.5,
  ])
  await book.xlsx.writeFile(file)
  await goTo(page, `/imports/new?list=holdings&file=${encodeURIComponent(file)}`)
  await screenshot(page, 'holdings-import-start')
  await page.getByLabel('Школа для всех строк').first().click()
  await page.getByRole('option', { name: 'Ольховская СОШ' }).click()
  await screenshot(page, 'holdings-import-columns')
  await button('Сравнить с данными').click()
  await expect(page.getByText('34', { exact: true }).first()).toBeVisible()
  await screenshot(page, 'holdings-import-changes')
  await button(/^Загрузить/).click()
  await expect(page.getByRole('button', { name: 'Отменить импорт' })).toBeVisible()
  const held = async () =>
    ((await callFrom(page, 'holdings.list', { search: 'занятная' })).rows as { copies: number }[]).map(
      (row) => row.copies,
    )
  expect(await held()).toContain(34)
  await button('Отменить импорт').click()
  await expect.poll(held).toContain(37)
})
