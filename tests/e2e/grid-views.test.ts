import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import { answerSaveDialog, chooseMenu, type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessible } from './support/axe'
import { addNumberedSchools, callFrom, goTo, librarianCalled, startOwnDistrict } from './support/district'

/** How a list is looked at: columns, order, conditions, groups, saved views, paper. By keyboard wherever a hand would. */
const SCHOOLS = 130

// A hundred saves and many screens: more than the usual minute on a busy machine.
test.describe.configure({ timeout: 180_000 })

let launched: LaunchedApp
let page: Page

test.beforeEach(async () => {
  launched = await launch()
  page = launched.page
  await startOwnDistrict(page)
  await addNumberedSchools(page, SCHOOLS)
  await page.getByLabel('Учебный год', { exact: true }).selectOption('2026-2027')
  await goTo(page, '/schools')
  await expect(sheet()).toHaveAttribute('aria-rowcount', String(SCHOOLS + 2))
})
test.afterEach(async () => {
  await launched.close()
})

const sheet = (role: 'grid' | 'treegrid' = 'grid') => page.getByRole(role, { name: 'Школы' })
const head = (title: string) => page.getByRole('columnheader', { name: new RegExp(`^${title}`) })
const headTitles = () =>
  page.getByRole('columnheader').evaluateAll((heads) => heads.map((one) => one.textContent ?? ''))
const firstCell = () => page.locator('[role=row][aria-rowindex="2"] [role=gridcell]').first()
const rowsShown = async (count: number, role: 'grid' | 'treegrid' = 'grid') =>
  expect(sheet(role)).toHaveAttribute('aria-rowcount', String(count + 2))
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
/** The cursor on a head, by keys. */
const toHead = async (steps: number) => {
  await sheet().or(sheet('treegrid')).focus()
  await press('Control+Home', 'ArrowUp', 'Home')
  for (let step = 0; step < steps; step++) await press('ArrowRight')
}
const menuItem = (name: string | RegExp) => page.getByRole('menuitem', { name })

test('columns are moved, pinned, hidden and fitted by keys, and sorts are numbered', async () => {
  await toHead(1)
  const before = await headTitles()
  await press('Control+Shift+ArrowLeft')
  await expect.poll(headTitles).toEqual([before[1], before[0], ...before.slice(2)])
  await press('Control+Shift+ArrowRight')
  await expect.poll(headTitles).toEqual(before)

  await press('Alt+ArrowDown')
  await expect(menuItem('От А до Я')).toBeFocused()
  await expectAccessible(page)
  await screenshot(page, 'grid-head-menu')
  await menuItem('Закрепить до этого столбца').press('Enter')
  await expect(page.locator('[role=columnheader][data-pinned]')).toHaveCount(2)
  await toHead(0)
  await press('End')
  const pinnedLeft = await head('Школа').evaluate((element) => element.getBoundingClientRect().left)
  await press('Home')
  expect(await head('Школа').evaluate((element) => element.getBoundingClientRect().left)).toBe(pinnedLeft)

  await toHead(3)
  const hidden = (await headTitles())[3]
  await press('Alt+ArrowDown')
  await menuItem('Скрыть столбец').press('Enter')
  await expect.poll(headTitles).not.toContain(hidden)

  await toHead(0)
  await press('Alt+ArrowDown')
  await menuItem('Ширина по содержимому').press('Enter')
  await expect.poll(() => head('Школа').evaluate((element) => element.getBoundingClientRect().width)).toBeLessThan(200)

  await head('Населённый пункт').getByRole('button').first().click()
  await toHead(0)
  await press('Shift+Enter')
  await expect(head('Населённый пункт').locator('sup')).toHaveText('1')
  await expect(head('Школа').locator('sup')).toHaveText('2')
  await expect(firstCell()).toHaveText('СОШ № 2')
  await page.getByRole('button', { name: 'Сортировка и группы' }).click()
  await page.getByRole('button', { name: /^Населённый пункт: по возрастанию/ }).click()
  await expect(firstCell()).toHaveText('СОШ № 1')
  await expectAccessible(page)
  await screenshot(page, 'grid-order')
})

test('conditions of every type of column', async () => {
  const open = async (title: string) => {
    await head(title).hover()
    await page.getByRole('button', { name: `Условие по столбцу «${title}»` }).click()
  }
  const close = async () => {
    await page.getByRole('button', { name: 'Готово' }).click()
    await page.getByRole('button', { name: 'Убрать все условия' }).click()
    await rowsShown(SCHOOLS)
  }
  await open('Населённый пункт')
  await expect(page.getByRole('checkbox', { name: 'с. Ёлкино 65' })).toBeVisible()
  await expectAccessible(page)
  await screenshot(page, 'grid-filter-values')
  await page.getByRole('checkbox', { name: 'с. Ёлкино 65' }).check()
  await rowsShown(65)
  await close()

  await open('Школа')
  await page.getByLabel('Как сравнивать').selectOption('Не содержит')
  await page.getByRole('textbox', { name: 'Не содержит' }).fill('1')
  await expect(page.getByText('Школа: не содержит «1»')).toBeVisible()
  await page.getByLabel('Как сравнивать').selectOption('Равно')
  await expect(page.getByText('Школа: 1')).toBeVisible()
  await page.getByRole('textbox', { name: 'Равно' }).fill('сош № 7')
  await rowsShown(1)
  await close()

  await open('Обучающихся')
  await page.getByLabel('Как сравнивать').selectOption('Больше')
  await page.getByRole('textbox', { name: 'Больше' }).fill('120')
  await rowsShown(10)
  await expect(page.getByText('Итого по отбору')).toBeVisible()
  await close()

  await open('Тип')
  await page.getByRole('checkbox', { name: /^ООШ/ }).check()
  await rowsShown(13)
  await close()
  await screenshot(page, 'grid-filters-off')
})

test('days are chosen by a period, an empty cell by «Не заполнено»', async () => {
  const today = await page.evaluate(() => new Date().toLocaleDateString('sv-SE'))
  for (const [surname, birthDate] of [
    ['Ромашкина', today],
    ['Васильковая', '1980-05-06'],
    ['Незабудкина', null],
  ] as const) {
    await callFrom(page, 'librarians.save', {
      id: null,
      revision: null,
      librarian: librarianCalled(surname, 'Анна', 'Ивановна', { birthDate }),
    })
  }
  await goTo(page, '/librarians')
  const people = page.getByRole('grid', { name: 'Библиотекари' })
  await expect(people).toHaveAttribute('aria-rowcount', '5')
  await page.getByRole('button', { name: 'Столбцы' }).click()
  await page.getByRole('checkbox', { name: 'Дата рождения' }).check()
  await press('Escape')
  const born = page.getByRole('columnheader', { name: /^Дата рождения/ })
  await born.scrollIntoViewIfNeeded()
  await born.hover()
  await page.getByRole('button', { name: 'Условие по столбцу «Дата рождения»' }).click()
  await page.getByRole('button', { name: 'Этот месяц' }).click()
  await expect(people).toHaveAttribute('aria-rowcount', '3')
  await page.getByRole('textbox', { name: 'С', exact: true }).fill('1.1.1980')
  await page.getByRole('textbox', { name: 'По', exact: true }).fill('31.12.1980')
  await expect(page.getByText('Дата рождения: с 01.01.1980 по 31.12.1980')).toBeVisible()
  await expect(people).toHaveAttribute('aria-rowcount', '3')
  await screenshot(page, 'grid-filter-date')
  await page.getByRole('button', { name: 'Не заполнено' }).click()
  await expect(page.getByText('Дата рождения: не заполнено')).toBeVisible()
  await expect(page.getByText('Незабудкина')).toBeVisible()
  await expect(people).toHaveAttribute('aria-rowcount', '3')
})

test('groups by a column with sums; closed and opened by keys', async () => {
  await toHead((await headTitles()).indexOf('Тип'))
  await press('Alt+ArrowDown')
  await menuItem('Группировать по столбцу').press('Enter')
  await rowsShown(SCHOOLS + 2, 'treegrid')
  const groups = page.locator('[role=row][data-group]')
  await expect(groups.first()).toHaveAttribute('aria-expanded', 'true')
  await sheet('treegrid').focus()
  await press('Control+Home', 'ArrowLeft')
  await expect(groups.first()).toHaveAttribute('aria-expanded', 'false')
  await expect(groups).toHaveCount(2)
  await expect(groups.nth(0)).toContainText('13 школ')
  await expect(groups.nth(0).locator('[data-subtotal=students]')).toHaveText('910')
  await expect(groups.nth(1)).toContainText('117 школ')
  await expectAccessible(page)
  await screenshot(page, 'grid-groups')
  await press('ArrowRight')
  await expect(groups.first()).toHaveAttribute('aria-expanded', 'true')
  await press('ArrowDown')
  await page.getByRole('button', { name: 'Свернуть все' }).click()
  await rowsShown(2, 'treegrid')
  await page.getByRole('button', { name: 'Развернуть все' }).click()
  await rowsShown(SCHOOLS + 2, 'treegrid')
  await sheet('treegrid').focus()
  await press('Control+End', 'Home')
  await expect(page.getByRole('gridcell', { name: 'СОШ № 129', exact: true })).toBeVisible()
  await page.getByRole('gridcell', { name: 'СОШ № 129', exact: true }).locator('[data-open]').click()
  await expect(page.getByRole('heading', { name: 'СОШ № 129' })).toBeVisible()
  await chooseMenu(launched.app, 'theme:dark')
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expectAccessible(page)
  await screenshot(page, 'grid-groups-panel-dark')
  await chooseMenu(launched.app, 'theme:light')
  await page.getByRole('button', { name: 'Убрать группы' }).click()
  await rowsShown(SCHOOLS)
})

test('a saved view is found again after a restart', async () => {
  await toHead((await headTitles()).indexOf('Тип'))
  await press('Alt+ArrowDown')
  await menuItem('Скрыть столбец').press('Enter')
  await page.getByRole('button', { name: 'Сортировка и группы' }).click()
  await page.getByLabel('Группировать по столбцу').selectOption('Населённый пункт')
  await press('Escape')
  await head('Обучающихся').hover()
  await page.getByRole('button', { name: 'Условие по столбцу «Обучающихся»' }).click()
  await page.getByRole('textbox', { name: 'От' }).fill('101')
  await page.getByRole('button', { name: 'Готово' }).click()
  await rowsShown(30 + 2, 'treegrid')

  await page.getByRole('button', { name: 'Вид списка', exact: true }).click()
  await menuItem('Сохранить как…').press('Enter')
  await page.getByRole('textbox', { name: 'Название вида' }).fill('Крупные по сёлам')
  await expectAccessible(page)
  await press('Enter')
  await expect(page.getByRole('button', { name: 'Вид «Крупные по сёлам»', exact: true })).toBeVisible()

  await page.reload()
  await rowsShown(30 + 2, 'treegrid')
  await expect(page.getByRole('button', { name: 'Вид «Крупные по сёлам»', exact: true })).toBeVisible()
  await expect(head('Тип')).toHaveCount(0)
  await page.getByRole('button', { name: 'Убрать группы' }).click()
  const changed = page.getByRole('button', { name: 'Вид «Крупные по сёлам», изменён' })
  await expect(changed).toBeVisible()
  await page.mouse.move(0, 0)
  await expectAccessible(page)
  await screenshot(page, 'grid-view')
  await changed.click()
  await menuItem('Вид по умолчанию').press('Enter')
  await rowsShown(SCHOOLS)
  await expect(head('Тип')).toBeVisible()
  await page.getByRole('button', { name: 'Вид списка', exact: true }).click()
  await menuItem('Крупные по сёлам').press('Enter')
  await rowsShown(30 + 2, 'treegrid')

  await page.getByRole('button', { name: 'Вид «Крупные по сёлам»' }).click()
  await menuItem('Сохранить как…').press('Enter')
  await page.getByRole('textbox', { name: 'Название вида' }).fill('крупные по сёлам')
  await press('Enter')
  await expect(page.getByText(/уже есть/)).toBeVisible()
  await press('Escape')
  await page.getByRole('button', { name: 'Вид «Крупные по сёлам»' }).click()
  await menuItem('Удалить').press('Enter')
  await expect(page.getByText('Вид удалён.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Вид списка', exact: true })).toBeVisible()
})

test('the list goes to paper as it is shown', async () => {
  await page.getByRole('button', { name: 'Сортировка и группы' }).click()
  await page.getByLabel('Группировать по столбцу').selectOption('Тип')
  await press('Escape')
  await rowsShown(SCHOOLS + 2, 'treegrid')
  const file = join(launched.dataDir, 'schools.pdf')
  await answerSaveDialog(launched.app, file)
  await page.getByRole('button', { name: 'Печать', exact: true }).click()
  await menuItem('Сохранить в PDF…').press('Enter')
  await expect(page.getByText('Список сохранён в PDF.')).toBeVisible({ timeout: 30_000 })
  expect(statSync(file).size).toBeGreaterThan(1000)
  if (process.env.SCREENSHOT_DIR) {
    mkdirSync(process.env.SCREENSHOT_DIR, { recursive: true })
    copyFileSync(file, join(process.env.SCREENSHOT_DIR, 'list.pdf'))
  }
  const pdftotext = '/usr/bin/pdftotext'
  if (!existsSync(pdftotext)) return
  const text = execFileSync(pdftotext, ['-layout', file, '-']).toString('utf8')
  const pages = text.split('\f').filter((one) => one.trim() !== '')
  expect(pages.length).toBeGreaterThan(2)
  for (const one of pages) expect(one).toContain('Обучающихся')
  const words = text.replace(/[\s\u00a0\u202f]+/gu, ' ')
  expect(words).toContain('Ольховский район')
  expect(words).toContain('Тип: ООШ — 13 школ')
  expect(words).toContain('Итого')
  expect(words).toContain('8 515')
})

test('a link opens a list already filtered, of all years where it says so', async () => {
  const link = encodeURIComponent(JSON.stringify([{ op: 'in', column: 'type', values: ['basic'] }]))
  await goTo(page, '/librarians')
  await expect(
    page.getByRole('grid', { name: 'Библиотекари' }).or(page.getByText('Банк библиотекарей пуст')),
  ).toBeVisible()
  await goTo(page, `/schools?filters=${link}&group=${encodeURIComponent('"locality"')}`)
  await rowsShown(13 + 1, 'treegrid')
  await expect(page.getByText('Тип: ООШ')).toBeVisible()
  const overdue = encodeURIComponent(JSON.stringify([{ op: 'in', column: 'state', values: ['overdue'] }]))
  await goTo(page, `/decisions?filters=${overdue}&allYears=true`)
  await expect(page.getByRole('heading', { name: 'Решения' })).toBeVisible()
  await expect(page.getByText('Исполнение: просрочено')).toBeVisible()
  await page.getByRole('button', { name: 'Убрать условие «Все учебные годы»' }).click()
  await expect(page.getByText('Все учебные годы')).toHaveCount(0)
})
