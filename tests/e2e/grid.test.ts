import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import { answerSaveDialog, type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessible } from './support/axe'
import { addNumberedSchools, goTo, startOwnDistrict } from './support/district'

/** More than two windows of a hundred, so that every key crosses their borders. */
const SCHOOLS = 230

let launched: LaunchedApp
let page: Page

test.beforeEach(async () => {
  launched = await launch()
  page = launched.page
  await startOwnDistrict(page)
  await addNumberedSchools(page, SCHOOLS)
  await goTo(page, '/schools')
  await page.getByLabel('Учебный год', { exact: true }).selectOption('2026-2027')
  await expect(grid()).toHaveAttribute('aria-rowcount', String(SCHOOLS + 2))
})
test.afterEach(async () => {
  await launched.close()
})

const grid = () => page.getByRole('grid', { name: 'Школы' })
const head = (title: string) => page.getByRole('columnheader', { name: new RegExp(`^${title}`) })
/** Text of the active cell. */
const active = () =>
  grid().evaluate((element) => {
    const id = element.getAttribute('aria-activedescendant')
    return id === null ? null : (document.getElementById(id)?.textContent ?? null)
  })
const firstCell = () => page.locator('[role=row][aria-rowindex="2"] [role=gridcell]').first()

test('sorts the Russian way, by several heads, and says so', async () => {
  await expect(head('Школа')).toHaveAttribute('aria-sort', 'ascending')
  await expect(firstCell()).toHaveText('СОШ № 1')
  await head('Обучающихся').getByRole('button').first().click()
  await expect(head('Обучающихся')).toHaveAttribute('aria-sort', 'ascending')
  await head('Обучающихся').getByRole('button').first().click()
  await expect(head('Обучающихся')).toHaveAttribute('aria-sort', 'descending')
  await expect(firstCell()).toHaveText(`СОШ № ${SCHOOLS}`)

  await head('Населённый пункт').getByRole('button').first().click()
  await head('Школа')
    .getByRole('button')
    .first()
    .click({ modifiers: ['Shift'] })
  // «ё» stands with «е», before «ж».
  await expect(firstCell()).toHaveText('СОШ № 2')
  await expect(head('Школа')).toHaveAttribute('aria-sort', 'ascending')
  await screenshot(page, 'grid-sorted')
})

test('filters by search and by column; totals follow; the chips take conditions away', async () => {
  const total = page.locator('[data-total=students]')
  await expect(total).toHaveText('26 565')
  await page.keyboard.press('Control+KeyF')
  const search = page.getByRole('textbox', { name: 'Найти в списке «Школы»' })
  await expect(search).toBeFocused()
  await page.keyboard.type('елкино')
  await expect(grid()).toHaveAttribute('aria-rowcount', String(SCHOOLS / 2 + 2))
  await page.keyboard.press('Escape')
  await expect(grid()).toHaveAttribute('aria-rowcount', String(SCHOOLS + 2))

  await head('Обучающихся').hover()
  await page.getByRole('button', { name: 'Условие по столбцу «Обучающихся»' }).click()
  await page.getByRole('textbox', { name: 'От' }).fill('221')
  await expect(grid()).toHaveAttribute('aria-rowcount', '12')
  await expect(total).toHaveText('2 255')
  await expectAccessible(page)
  await screenshot(page, 'grid-filter')
  await page.keyboard.press('Enter')

  await head('Тип').hover()
  await page.getByRole('button', { name: 'Условие по столбцу «Тип»' }).click()
  await page.getByRole('checkbox', { name: 'ООШ' }).check()
  await expect(grid()).toHaveAttribute('aria-rowcount', '3')
  await page.getByRole('button', { name: 'Готово' }).click()
  await expect(page.getByText('Обучающихся: от 221')).toBeVisible()
  await page.getByRole('button', { name: 'Убрать условие «Тип»' }).click()
  await expect(grid()).toHaveAttribute('aria-rowcount', '12')

  await search.fill('такой школы нет')
  await expect(page.getByText('По этим условиям ничего не найдено.')).toBeVisible()
  await page.getByRole('button', { name: 'Показать всё' }).click()
  await expect(grid()).toHaveAttribute('aria-rowcount', String(SCHOOLS + 2))
})

test('is gone through by keys across windows, with only the rows on screen in the page', async () => {
  await grid().focus()
  await page.keyboard.press('ArrowDown')
  expect(await active()).toBe('СОШ № 2')
  await page.keyboard.press('ArrowRight')
  expect(await active()).toBe('СОШ')
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+End')
  await expect.poll(active).toBe('работает')
  await page.keyboard.press('Home')
  await expect.poll(active).toBe(`СОШ № ${SCHOOLS}`)
  for (let press = 0; press < 5; press++) await page.keyboard.press('PageUp')
  await expect.poll(async () => Number((await active())?.replace('СОШ № ', ''))).toBeLessThan(SCHOOLS - 30)
  expect(await page.locator('[role=row]').count()).toBeLessThan(70)
  await page.keyboard.press('Control+Home')
  await expect.poll(active).toBe('СОШ № 1')

  // The head by keys: up from the first row; Enter sorts.
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(head('Школа')).toHaveAttribute('aria-sort', 'descending')
  await page.keyboard.press('ArrowDown')
  await expect.poll(active).toBe(`СОШ № ${SCHOOLS}`)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: `СОШ № ${SCHOOLS}` })).toBeVisible()
  await expectAccessible(page)
  await screenshot(page, 'grid-open')

  // It has taken the keyboard into the panel; Escape closes a list first, then the panel, and gives it back.
  await page
    .getByRole('textbox', { name: 'Тип' })
    .or(page.getByRole('combobox', { name: 'Тип' }))
    .click()
  await expect(page.getByRole('option', { name: 'лицей' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option', { name: 'лицей' })).toBeHidden()
  await expect(page.getByRole('heading', { name: `СОШ № ${SCHOOLS}` })).toBeVisible()
  await page.getByRole('button', { name: 'Удалить школу' }).click()
  await expect(page.getByRole('button', { name: 'Не удалять' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Не удалять' })).toBeHidden()
  await expect(page.getByRole('heading', { name: `СОШ № ${SCHOOLS}` })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: `СОШ № ${SCHOOLS}` })).toBeHidden()
  await expect(grid()).toBeFocused()
})

test('copies a block for Excel and writes the list to Excel', async () => {
  await grid().focus()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+KeyC')
  await expect
    .poll(() => launched.app.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('СОШ № 1\tСОШ\r\nСОШ № 2\tСОШ')

  const file = join(launched.dataDir, 'schools.xlsx')
  await answerSaveDialog(launched.app, file)
  await page.getByRole('button', { name: 'Excel', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Выгрузить в Excel то, что показано' }).click()
  await expect(page.getByText('Список записан в Excel.')).toBeVisible({ timeout: 20_000 })
  expect(existsSync(file)).toBe(true)
})

test('remembers hidden columns and widths', async () => {
  await page.getByRole('button', { name: 'Столбцы' }).click()
  await page.getByRole('checkbox', { name: 'Тип' }).uncheck()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(head('Тип')).toHaveCount(0)
  await grid().focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Alt+ArrowRight')
  const width = await head('Школа').evaluate((element) => element.getBoundingClientRect().width)
  expect(width).toBe(256)
  await page.reload()
  await expect(head('Населённый пункт')).toBeVisible()
  await expect(head('Тип')).toHaveCount(0)
  expect(await head('Школа').evaluate((element) => element.getBoundingClientRect().width)).toBe(256)
})
