import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import { answerSaveDialog, chooseMenu, type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessible } from './support/axe'
import { callFrom, goTo } from './support/district'

let launched: LaunchedApp
let page: Page
let folder: string
const refused: string[] = []

test.beforeEach(async () => {
  launched = await launch()
  page = launched.page
  folder = mkdtempSync(join(tmpdir(), 'metodist-staffing-'))
  refused.length = 0
  // What the content policy refuses is said on the console and nowhere else.
  page.on('console', (message) => {
    if (/Content Security Policy/iu.test(message.text())) refused.push(message.text())
  })
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor()
})
test.afterEach(async () => {
  await launched.close()
  rmSync(folder, { recursive: true, force: true })
})

async function openStaffing(): Promise<void> {
  await goTo(page, '/librarians/staffing')
  await expect(page.getByRole('heading', { name: 'По образованию' })).toBeVisible()
  await expect(page.getByRole('img', { name: /^По образованию: / }).locator('svg')).toBeVisible()
}

test('a number of the analysis opens exactly its people; charts are drawn under the content policy', async () => {
  await openStaffing()
  const staffing = await callFrom(page, 'librarians.staffing', {})
  const row = staffing.tables.find((table) => table.id === 'education')?.rows.find((one) => one.count > 1)
  if (!row) throw new Error('The sample has nobody with an education')
  await expectAccessible(page)
  await screenshot(page, 'staffing')
  await chooseMenu(launched.app, 'theme:dark')
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expectAccessible(page)
  await screenshot(page, 'staffing-dark')

  const chart = page.getByRole('img', { name: /^По образованию: / })
  await expect(chart.locator('svg text', { hasText: String(row.count) }).first()).toBeVisible()
  expect(refused).toEqual([])

  await page.getByRole('link', { name: `${row.title}: ${row.count}, показать списком`, exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Библиотекари' })).toBeVisible()
  // A line for each person and no other.
  const { rows } = await callFrom(page, 'librarians.list', { filters: row.filters, limit: 1000 })
  const names = page.getByRole('row').getByRole('gridcell').and(page.locator('[aria-colindex="1"]'))
  await expect(names).toHaveText([...rows.map((one) => one.name), 'Новая строка…', 'Итого по отбору'])
  await screenshot(page, 'staffing-rows')
})

test('what is due opens the card; the desk leads to it', async () => {
  await goTo(page, '/librarians/attention')
  await expect(page.getByRole('heading', { name: 'Сроки и пробелы' })).toBeVisible()
  const { rows } = await callFrom(page, 'attention.list', {})
  const [first] = rows
  if (!first) throw new Error('Nothing is due in the sample')
  await page.getByRole('gridcell', { name: first.name, exact: true }).first().dblclick()
  await expect(page.getByRole('region', { name: first.name }).getByRole('heading', { name: first.name })).toBeVisible()
  await expectAccessible(page)
  await screenshot(page, 'attention')
})

test('the certificate and the list are previewed and saved in Word', async () => {
  await openStaffing()
  await page.getByRole('button', { name: 'Справка', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Справка о кадрах' })).toBeVisible()
  await expect(page.getByText('о кадровом обеспечении школьных библиотек').first()).toBeVisible()
  await expectAccessible(page)
  await screenshot(page, 'staffing-certificate')
  const certificate = join(folder, 'Справка.docx')
  await answerSaveDialog(launched.app, certificate)
  await page.getByRole('button', { name: 'Сохранить в Word' }).click()
  await expect(page.getByText('Файл сохранён')).toBeVisible()
  expect(readFileSync(certificate).subarray(0, 2).toString()).toBe('PK')

  await page.getByText('Список', { exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Список библиотекарей' })).toBeVisible()
  await expect(page.getByText('работников школьных библиотек').first()).toBeVisible()
  await page.getByRole('checkbox', { name: 'Без персональных данных' }).check()
  await expect(page.getByRole('checkbox', { name: 'Дата рождения' })).not.toBeChecked()
  await expectAccessible(page)
  await screenshot(page, 'librarian-list-paper')
  const list = join(folder, 'Список.docx')
  await answerSaveDialog(launched.app, list)
  await page.getByRole('button', { name: 'Сохранить в Word' }).click()
  await expect.poll(() => existsSync(list)).toBe(true)
  expect(refused).toEqual([])
})

test('a school names its librarians; a name opens the card', async () => {
  const { rows } = await callFrom(page, 'schools.list', { limit: 1000 })
  const school = rows.find((one) => one.librarians > 0)
  const [person] = await callFrom(page, 'librarians.atSchool', { schoolId: school?.id ?? 0 })
  if (!school || !person) throw new Error('No school with a librarian in the sample')
  await goTo(page, `/schools?open=${school.id}`)
  await page.getByRole('tab', { name: 'Библиотека' }).click()
  await screenshot(page, 'school-librarians')
  await expectAccessible(page)
  await page.getByRole('link', { name: person.name }).click()
  await expect(page.getByRole('region', { name: person.name })).toBeVisible()
})
