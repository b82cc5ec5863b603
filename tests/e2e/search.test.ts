import { expect, type Page, test } from 'playwright/test'
import { type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessibleInBothThemes } from './support/axe'

let launched: LaunchedApp
let page: Page

test.beforeEach(async () => {
  launched = await launch()
  page = launched.page
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor({ timeout: 60_000 })
})
test.afterEach(async () => {
  await launched.close()
})

const box = () => page.getByRole('combobox', { name: 'Найти запись или команду' })
const found = () => page.getByRole('listbox', { name: 'Найдено' }).getByRole('option')
const first = () => found().first()

async function ask(words: string): Promise<void> {
  await page.keyboard.press('Control+KeyK')
  await box().waitFor()
  await page.keyboard.type(words)
}

test('finds by keyboard alone: another form, a slip, the other layout, one kind, all that was found', async () => {
  test.setTimeout(120_000)
  await ask('ветлугиной')
  await expect(first()).toContainText('Ветлугина Наталья Сергеевна')
  await expect(first().locator('mark')).toHaveText('Ветлугина')
  await screenshot(page, 'search-person')
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/librarians\?open=/)

  // «школа» with the keys of the other layout.
  await ask('irjkf epkjdfz')
  await expect(first()).toContainText('Узловская')
  await expect(page.getByText('Показано по запросу «школа узловая»')).toBeVisible()
  await page.keyboard.press('Escape')

  await ask('партнёртсво библиотек')
  await expect(page.getByText('Точно таких слов вместе нет')).toBeVisible()
  await expect(first()).toContainText(/артнёрств/)
  await page.keyboard.press('Escape')

  await ask('сентябрь')
  const chips = page.getByRole('group', { name: 'Где искать' })
  const meetings = chips.getByRole('button', { name: /Заседания/ })
  await expect(meetings).toBeVisible()
  await expect(chips.getByRole('button', { name: 'Всё' })).toHaveAttribute('aria-pressed', 'true')
  for (let n = 0; n < 12 && (await meetings.getAttribute('aria-pressed')) !== 'true'; n++)
    await page.keyboard.press('Tab')
  await expect(meetings).toHaveAttribute('aria-pressed', 'true')
  await expect(first()).toContainText('Заседание')
  await expect(box()).toBeFocused()
  await screenshot(page, 'search-one-kind')
  await page.keyboard.press('Shift+Tab')
  await expect(meetings).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press('Escape')

  await ask('библиотека')
  const all = page.getByRole('option', { name: /Показать все: ещё/ })
  await expect(all).toBeVisible()
  for (let n = 0; n < 20 && (await all.getAttribute('aria-selected')) !== 'true'; n++)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Поиск' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Что найти' })).toHaveValue('библиотека')
  await expect(page.getByRole('list', { name: 'Найдено' }).getByRole('listitem').nth(15)).toBeVisible()
  await screenshot(page, 'search-page')
  await expectAccessibleInBothThemes(page)
  await page.getByRole('button', { name: /Мероприятия/ }).click()
  const link = page.getByRole('list', { name: 'Найдено' }).getByRole('link').first()
  await expect(link).toHaveAttribute('href', /events\?open=/)
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/events\?open=/)
  await page.goBack()
  await expect(page.getByRole('textbox', { name: 'Что найти' })).toHaveValue('библиотека')

  // What was opened stands in the empty box.
  await page.keyboard.press('Control+KeyK')
  await expect(found().nth(1)).toContainText('Ветлугина')
  await screenshot(page, 'search-recent')
})

test('opens an item of a road map at its place and a decision in the register', async () => {
  await ask('пункт месячник школьных библиотек')
  const chips = page.getByRole('group', { name: 'Где искать' })
  await expect(chips.getByRole('button', { name: /Дорожные карты/ })).toBeVisible()
  const item = page.getByRole('option', { name: /Месячник.*пункт|Месячник.*План/ }).first()
  await expect(item).toBeVisible()
  await item.click()
  await expect(page).toHaveURL(/roadmaps\/\d+\?item=/)
  await ask('решения разместить на сайте положение')
  await page
    .getByRole('option', { name: /решение/ })
    .first()
    .click()
  await expect(page).toHaveURL(/decisions\?open=/)
})

test('what is typed right after Ctrl+K stands in the box, and its closing gives the place back', async () => {
  await page.getByRole('link', { name: 'Школы', exact: true }).click()
  const find = page.getByPlaceholder(/^Найти/).first()
  await find.click()
  // Keys in one breath, faster than any frame: nobody waits between them.
  const keys = await page.context().newCDPSession(page)
  const letters = [...'Лесн']
  await Promise.all([
    keys.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      modifiers: 2,
      code: 'KeyK',
      key: 'л',
      windowsVirtualKeyCode: 75,
    }),
    keys.send('Input.dispatchKeyEvent', { type: 'keyUp', code: 'KeyK', key: 'л', windowsVirtualKeyCode: 75 }),
    ...letters.map((letter) => keys.send('Input.dispatchKeyEvent', { type: 'keyDown', key: letter, text: letter })),
  ])
  await expect(box()).toHaveValue('Лесн')
  await expect(find).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(box()).toHaveCount(0)
  await expect(find).toBeFocused()
})
