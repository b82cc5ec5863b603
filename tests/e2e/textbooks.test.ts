import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import { fplBooks, writeFpl } from '../support/fpl'
import { isbnOf } from '../support/isbn'
import { textbook } from '../support/records'
import { type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessibleInBothThemes } from './support/axe'
import { callFrom, goTo, startOwnDistrict } from './support/district'

let launched: LaunchedApp
let page: Page
let folder = ''

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'metodist-fpl-'))
  launched = await launch()
  page = launched.page
  await startOwnDistrict(page)
})
test.afterEach(async () => {
  await launched.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Through the steps up to «Что изменится». */
async function compared(file: string): Promise<void> {
  await goTo(page, `/imports/new?list=textbooks&file=${encodeURIComponent(file)}`)
  await page.getByRole('button', { name: 'Сравнить с данными' }).click()
  await expect(page.getByRole('region', { name: 'Что изменится' })).toBeVisible()
}

/** As a barcode scanner does: all figures at one go, then Enter. */
async function scan(isbn: string): Promise<void> {
  await page.evaluate(
    async (digits) => {
      for (const key of [...digits, 'Enter']) {
        const target = document.activeElement ?? document.body
        target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
        await Promise.resolve()
      }
    },
    isbn.replaceAll('-', ''),
  )
}

const card = () => page.locator('[data-record-panel]')

test('a federal list comes in, a newer one tells what it drops; a book is found by a mistyped word', async () => {
  await compared(await writeFpl(join(folder, 'ФПУ.xlsx'), fplBooks(60)))
  await page.getByRole('button', { name: 'Загрузить 60 строк' }).click()
  await expect(page.getByRole('heading', { name: 'Файл загружен' })).toBeVisible()

  await compared(await writeFpl(join(folder, 'ФПУ новый.xlsx'), fplBooks(62).slice(2)))
  await page.getByRole('checkbox', { name: /Это федеральный перечень/ }).check()
  await page.getByRole('textbox', { name: 'Приказ' }).fill('Приказ № 7 от 01.09.2026')
  await expect(page.getByText('Исключённых: 2 учебника')).toBeVisible()
  await page.getByText('Что исключено').click()
  await screenshot(page, 'textbooks-fpl')
  await expectAccessibleInBothThemes(page)
  await page.getByRole('button', { name: 'Обновить перечень' }).click()
  await expect(page.getByRole('heading', { name: 'Файл загружен' })).toBeVisible()

  await goTo(page, '/textbooks')
  await expect(page.getByRole('grid')).toBeVisible()
  await screenshot(page, 'textbooks-list')
  await page.getByRole('textbox', { name: 'Найти в списке «Учебники»' }).fill('матиматика 1')
  await expect(page.getByRole('gridcell', { name: /^Математика/ }).first()).toBeVisible()
  await expect(page.getByRole('gridcell', { name: /^Музыка/ })).toHaveCount(0)
})

test('a scanner opens the book, or offers to add it with its ISBN', async () => {
  const isbn = isbnOf(120_007)
  await callFrom(page, 'textbooks.save', { id: null, revision: null, textbook: textbook('Алгебра', { isbn }) })
  await goTo(page, '/textbooks')
  await page.getByRole('gridcell', { name: 'Алгебра' }).first().click()
  await scan(isbn)
  await expect(card().getByRole('textbox', { name: 'ISBN' })).toHaveValue(isbn)
  // What the first figures began in the sheet is given up.
  await expect(page.getByRole('gridcell', { name: 'Алгебра' }).first()).toBeVisible()
  await expect(page.getByRole('grid').getByRole('textbox')).toHaveCount(0)
  await screenshot(page, 'textbooks-card')
  await expectAccessibleInBothThemes(page)

  const other = isbnOf(120_099)
  await page.getByRole('textbox', { name: 'Найти по ISBN' }).fill(other.replaceAll('-', ''))
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Добавить учебник' }).last().click()
  await expect(card().getByRole('textbox', { name: 'ISBN' })).toHaveValue(other)
  await card().getByRole('textbox', { name: 'Наименование' }).fill('Геометрия')
  await card()
    .getByRole('combobox', { name: 'Предмет' })
    .or(card().getByRole('textbox', { name: 'Предмет' }))
    .first()
    .fill('Геометрия')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('gridcell', { name: 'Геометрия' }).first()).toBeVisible()
  expect((await callFrom(page, 'textbooks.find', { text: other })).map((book) => book.title)).toEqual([
    'Геометрия. 1 класс',
  ])
})
