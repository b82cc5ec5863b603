import { newUid } from '@shared/contract/fields'
import { expect, type Page, test } from 'playwright/test'
import { chooseMenu, type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessibleInBothThemes } from './support/axe'
import { callFrom, goTo, librarianCalled, schoolCalled, startOwnDistrict } from './support/district'

/** History as a person meets it: who, when, what; values, records and removed ones come back; several steps undone. */

let launched: LaunchedApp
let page: Page
test.beforeEach(async () => {
  launched = await launch()
  page = launched.page
  await startOwnDistrict(page)
})
test.afterEach(async () => {
  await launched.close()
})

const contingent = [5, 6].map((grade) => ({
  uid: newUid(),
  schoolYear: '2026-2027',
  grade,
  classes: 2,
  students: 40 + grade,
}))
const first = schoolCalled('МБОУ СОШ № 3', { phone: '2-11-11', director: 'Ветлугина Н.С.', contingent })

async function schoolWithPast(): Promise<number> {
  const { id } = await callFrom(page, 'schools.save', { id: null, revision: null, school: first })
  await callFrom(page, 'schools.save', {
    id,
    revision: null,
    school: { ...first, phone: '2-22-22', contingent: contingent.slice(0, 1) },
  })
  return id
}

const open = (name: string) => page.getByRole('button', { name: `Подробно: ${name}` })

test('a value and a removed line go back from the record’s panel, then the whole record; the toast takes it back', async () => {
  const id = await schoolWithPast()
  await goTo(page, `/schools?open=${id}`)
  await page.getByRole('tab', { name: 'История' }).click()
  const panel = page.getByRole('tabpanel', { name: 'История' })
  await expect(panel.getByText('Телефон: 2-11-11 → 2-22-22')).toBeVisible()
  await expect(panel.getByText(/^сегодня \d\d:\d\d/).first()).toBeVisible()
  await screenshot(page, 'history-panel')
  await expectAccessibleInBothThemes(page)

  await panel.getByRole('button', { name: 'Вернуть это значение: Телефон — 2-11-11' }).click()
  await expect(page.getByText('Прежнее значение возвращено.')).toBeVisible()
  await expect(panel.getByText('Возврат: Школа «МБОУ СОШ № 3», Телефон')).toBeVisible()
  expect((await callFrom(page, 'schools.get', { id })).school.phone).toBe('2-11-11')

  await panel.getByRole('button', { name: 'Вернуть строку: Контингент «2026–2027, 6 класс»' }).click()
  await expect.poll(async () => (await callFrom(page, 'schools.get', { id })).school).toEqual(first)
  // The steps are counted below: the panel must know of this one.
  await expect(panel.getByText('Возврат: Школа «МБОУ СОШ № 3», 2026–2027, 6 класс, Контингент')).toBeVisible()

  // The oldest but one step: the phone changed and a line gone.
  await panel.getByRole('button', { name: 'Вернуть запись к этому виду…' }).nth(1).click()
  const preview = panel.getByRole('region', { name: 'Что изменится' })
  await expect(preview.getByText('Телефон: 2-11-11 → 2-22-22')).toBeVisible()
  await expect(preview.getByText('Контингент «2026–2027, 6 класс»: удалено')).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'history-preview')
  await preview.getByRole('button', { name: 'Вернуть запись' }).click()
  await expect(preview).toBeHidden()
  await expect.poll(async () => (await callFrom(page, 'schools.get', { id })).school.phone).toBe('2-22-22')
  const toast = page.getByRole('alert').filter({ hasText: 'Запись возвращена к прежнему виду.' })
  await toast.getByRole('button', { name: 'Отменить' }).click()
  await expect.poll(async () => (await callFrom(page, 'schools.get', { id })).school).toEqual(first)
  // The form beside the history shows what there is now.
  await page.getByRole('tab', { name: 'Сведения' }).click()
  await expect(page.getByRole('textbox', { name: 'Телефон', exact: true })).toHaveValue('2-11-11')
})

test('the feed names who did what; a list has its own; the menu leads there', async () => {
  await schoolWithPast()
  await callFrom(page, 'librarians.save', {
    id: null,
    revision: null,
    librarian: librarianCalled('Полякова', 'Анна', 'Ивановна'),
  })
  await callFrom(page, 'lists.edit', {
    list: 'schools',
    rows: Array.from({ length: 30 }, (_, index) => ({ id: null, cells: { shortName: `Школа ${index + 1}` } })),
  })
  await chooseMenu(launched.app, 'go:history')
  await expect(page.getByRole('heading', { name: 'История изменений' })).toBeVisible()
  const entries = page.getByRole('list', { name: 'Изменения' }).getByRole('listitem')
  await expect(entries).toHaveCount(5)
  await expect(entries.first()).toContainText('Правка списка: Школы')
  await expect(entries.first()).toContainText('30 записей: Школа «Школа 1», Школа «Школа 2», Школа «Школа 3»…')
  await open('Правка списка: Школы, 30 строк').click()
  await expect(page.getByRole('link', { name: 'Школа «Школа 20»' })).toBeVisible()
  await page.getByRole('button', { name: 'Показать следующие записи' }).click()
  await expect(page.getByRole('link', { name: 'Школа «Школа 30»' })).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await page.getByLabel('Что').fill('полякова')
  await expect(entries).toHaveCount(1)
  await expect(entries.first()).toContainText('Библиотекарь: Полякова Анна Ивановна')
  await page.getByRole('button', { name: 'Показать всё' }).click()
  await page.getByLabel('Где').selectOption('Библиотекари')
  await expect(entries).toHaveCount(1)
  await screenshot(page, 'history-feed')
  await chooseMenu(launched.app, 'theme:dark')
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await open('Библиотекарь: Полякова Анна Ивановна').click()
  await expect(page.getByText('Фамилия: Полякова')).toBeVisible()
  await screenshot(page, 'history-feed-dark')

  await goTo(page, '/schools')
  await page.getByRole('button', { name: 'История списка «Школы»' }).click()
  await expect(page.getByText('Список: Школы')).toBeVisible()
  await expect(entries).toHaveCount(3)
  await open('Школа: МБОУ СОШ № 3').first().click()
  await page.getByRole('button', { name: 'Вернуть это значение: Телефон — 2-11-11' }).click()
  await expect(page.getByText('Прежнее значение возвращено.')).toBeVisible()
  await expect(entries).toHaveCount(4)
})

test('a removed record is found with what it held and comes back; a taken name is said', async () => {
  const id = await schoolWithPast()
  await callFrom(page, 'schools.remove', { id })
  await goTo(page, '/history?tab=deleted')
  const removed = page.getByRole('list', { name: 'Удалённые записи' }).getByRole('listitem')
  await expect(removed).toHaveCount(1)
  await page.getByRole('button', { name: 'Что было в записи: Школа «МБОУ СОШ № 3»' }).click()
  await expect(removed.getByText('Директор: Ветлугина Н.С.')).toBeVisible()
  await expect(removed.getByText('Внутри: контингент — 1')).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'history-deleted')

  const other = await callFrom(page, 'schools.save', { id: null, revision: null, school: schoolCalled('МБОУ СОШ № 3') })
  const revive = page.getByRole('button', { name: 'Вернуть: Школа «МБОУ СОШ № 3»' })
  await revive.click()
  await expect(page.getByText(/^Вернуть нельзя: .*Переименуйте её/)).toBeVisible()
  await callFrom(page, 'schools.remove', { id: other.id })
  await page.getByRole('button', { name: 'Вернуть: Школа «МБОУ СОШ № 3»' }).nth(1).click()
  await expect(page.getByText('Возвращено: Школа «МБОУ СОШ № 3».')).toBeVisible()
  await expect(removed).toHaveCount(1)
  expect((await callFrom(page, 'schools.get', { id })).school.phone).toBe('2-22-22')
})

test('several steps are undone from the button’s list and returned from the page', async () => {
  for (const name of ['А', 'Б', 'В', 'Г']) {
    await callFrom(page, 'schools.save', { id: null, revision: null, school: schoolCalled(`Школа ${name}`) })
  }
  await page.getByRole('button', { name: 'Отменить несколько действий' }).click()
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  const third = menu.getByRole('menuitem', { name: /^Отменить 3\s+действия, последнее из них: Школа: Школа Б/ })
  await third.hover()
  await expect(menu.getByText(/^Отменить 3\s+действия$/)).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'undo-menu')
  await third.click()
  await expect(page.getByText(/^Отменено: 3\s+действия$/)).toBeVisible()
  expect((await callFrom(page, 'schools.list', {})).rows.map((row) => row.shortName)).toEqual(['Школа А'])

  await goTo(page, '/history?tab=steps')
  await expect(page.getByRole('list', { name: 'Отменённые действия' }).getByRole('listitem')).toHaveCount(3)
  await expect(page.getByText(/^Дальше отменить нельзя: «Начало работы/)).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'history-steps')
  await page.getByRole('button', { name: /^Вернуть 2\s+действия: Школа: Школа В/ }).click()
  await expect(page.getByRole('list', { name: 'Отменённые действия' }).getByRole('listitem')).toHaveCount(1)
  expect((await callFrom(page, 'schools.list', {})).total).toBe(3)
})
