import { expect, type Page, test } from 'playwright/test'
import { type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessibleInBothThemes } from './support/axe'
import { callFrom, goTo, librarianCalled, schoolCalled, startOwnDistrict } from './support/district'

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

/** Ctrl+K, the words, Enter. */
async function command(words: string): Promise<void> {
  await page.keyboard.press('Control+KeyK')
  await page.getByRole('combobox', { name: 'Найти запись или команду' }).waitFor()
  await page.keyboard.type(words)
  const found = page.getByRole('listbox', { name: 'Найдено' })
  await expect(found.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
}

const field = (name: string) => page.getByRole('textbox', { name, exact: true })

test('adds a school by keyboard; a day that does not exist is named and does not stop typing', async () => {
  await command('добавить школу')
  await expect(page.getByRole('textbox', { name: 'Полное наименование' })).toBeFocused()
  await page.keyboard.type('Муниципальное бюджетное учреждение Покровская средняя школа')
  await page.keyboard.press('Tab')
  await page.keyboard.type('МБОУ Покровская СОШ')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('gridcell', { name: 'МБОУ Покровская СОШ' })).toBeVisible()

  await field('Дата основания').focus()
  await page.keyboard.type('31.02.1990')
  await page.keyboard.press('Tab')
  await expect(page.getByText('«31.02.1990» — такой даты нет. Проверьте день, месяц и год.')).toBeVisible()
  await expect(page.getByText(/Не записано/)).toBeVisible()
  // Typing goes on elsewhere all the same.
  await field('Директор').fill('Ветлугина Н.С.')
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'school-bad-date')

  await field('Дата основания').fill('8 сентября 1990')
  await page.keyboard.press('Tab')
  await expect(field('Дата основания')).toHaveValue('08.09.1990')
  await expect(page.getByText(/Сохранено \d\d:\d\d/)).toBeVisible()
  const { rows } = await callFrom(page, 'schools.list', {})
  const saved = await callFrom(page, 'schools.get', { id: rows[0]?.id ?? 0 })
  expect(saved.school).toMatchObject({ foundedOn: '1990-09-08', director: 'Ветлугина Н.С.' })
})

test('what is not yet committed comes back as a draft after a crash', async () => {
  await callFrom(page, 'schools.save', { id: null, revision: null, school: schoolCalled('МБОУ СОШ № 1') })
  await goTo(page, '/schools?open=1')
  await field('Дата основания').fill('32.01.2000')
  await page.waitForTimeout(1600)
  await page.reload()
  await expect(page.getByText(/Показан черновик/)).toBeVisible()
  await expect(field('Дата основания')).toHaveValue('32.01.2000')
  await screenshot(page, 'school-draft')
  await page.getByRole('button', { name: 'Убрать черновик' }).click()
  await expect(field('Дата основания')).toHaveValue('')
})

test('fills a library card, a contingent pasted from Excel, closes the school; history tells', async () => {
  await callFrom(page, 'schools.save', { id: null, revision: null, school: schoolCalled('МБОУ СОШ № 1') })
  await goTo(page, '/schools?open=1')
  await page.getByRole('tab', { name: 'Библиотека', exact: true }).click()
  await page.getByRole('button', { name: 'Добавить статус' }).click()
  await field('С какого числа, строка 1').fill('1.9.22')
  await field('Приказ, строка 1').fill('№ 15')
  await page.keyboard.press('Tab')
  await expectAccessibleInBothThemes(page)

  await page.getByRole('tab', { name: 'Контингент' }).click()
  const cell = field('1 класс: Классов-комплектов')
  await cell.focus()
  await cell.evaluate((input) => {
    const data = new DataTransfer()
    data.setData('text/plain', '2\t51\r\n1\t28\r\n')
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(field('2 класс: Обучающихся')).toHaveValue('28')
  await field('2 класс: Обучающихся').focus()
  await page.keyboard.press('Enter')
  await expect(field('3 класс: Обучающихся')).toBeFocused()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'school-contingent')
  await expect(page.locator('[data-total=students]')).toHaveText('79')

  await page.getByRole('tab', { name: 'Сведения' }).click()
  await page.getByRole('combobox', { name: 'Состояние' }).or(field('Состояние')).click()
  await page.getByRole('option', { name: 'закрыта' }).click()
  await field('Дата закрытия').fill('31.08.2026')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('gridcell', { name: 'закрыта' })).toHaveCount(1)
  await page.getByRole('tab', { name: 'История' }).click()
  await expect(page.getByText('Дата закрытия').first()).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'school-history')
})

test('asks about a namesake and adds her all the same', async () => {
  await callFrom(page, 'librarians.save', {
    id: null,
    revision: null,
    librarian: librarianCalled('Журавина', 'Анна', 'Васильевна'),
  })
  await command('добавить библиотекаря')
  await expect(page.getByRole('textbox', { name: 'Фамилия' })).toBeFocused()
  await page.keyboard.type('Журавина')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Анна')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Васильевна')
  await page.keyboard.press('Tab')
  const add = page.getByRole('button', { name: 'Всё равно добавить' })
  await expect(add).toBeVisible()
  await expect(page.getByText(/ФИО: «Журавина Анна Васильевна» в банке уже есть/).first()).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'librarian-duplicate')
  await add.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('gridcell', { name: 'Журавина Анна Васильевна' })).toHaveCount(2)

  // Later changes of the namesake are not questioned again.
  await field('Телефон').fill('89281234567')
  await page.keyboard.press('Tab')
  await expect(field('Телефон')).toHaveValue('+7 (928) 123-45-67')
  await expect(page.getByText(/Сохранено \d\d:\d\d/)).toBeVisible()
  await expect(add).toHaveCount(0)
})

test('gives a librarian a place of work, counts her service', async () => {
  await callFrom(page, 'schools.save', { id: null, revision: null, school: schoolCalled('МБОУ СОШ № 7') })
  await callFrom(page, 'librarians.save', {
    id: null,
    revision: null,
    librarian: librarianCalled('Ёлкина', 'Ольга', 'Петровна'),
  })
  await goTo(page, '/librarians?open=1')
  await field('Библиотечный стаж с').fill('01.09.2003')
  await expect(page.getByText(/Стаж: \d+\s(год|года|лет)/)).toBeVisible()
  await page.getByRole('tab', { name: 'Работа' }).click()
  await page.getByRole('button', { name: 'Добавить место работы' }).click()
  await expect(page.getByRole('textbox', { name: 'Школа', exact: true })).toBeFocused()
  await page.keyboard.type('сош № 7')
  await page.getByRole('option', { name: 'МБОУ СОШ № 7' }).waitFor()
  await page.keyboard.press('Enter')
  await field('Ставка').fill('0,5')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('gridcell', { name: 'МБОУ СОШ № 7' })).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'librarian-work')
  const { librarian } = await callFrom(page, 'librarians.get', { id: 1 })
  expect(librarian.employments).toMatchObject([{ schoolId: 1, rate: 50, main: true }])
})

test('undoes and redoes by keys, with the name of what is undone; a removal comes back', async () => {
  await callFrom(page, 'schools.save', { id: null, revision: null, school: schoolCalled('МБОУ СОШ № 1') })
  await goTo(page, '/schools?open=1')
  await field('Директор').fill('Ветлугина Н.С.')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('gridcell', { name: 'Ветлугина Н.С.' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Отменить: Школа/ })).toBeVisible()

  await page.getByRole('grid', { name: 'Школы' }).focus()
  await page.keyboard.press('Control+KeyZ')
  await expect(field('Директор')).toHaveValue('')
  await page.keyboard.press('Control+KeyY')
  await expect(field('Директор')).toHaveValue('Ветлугина Н.С.')

  await page.getByRole('button', { name: 'Удалить школу' }).click()
  await expect(page.getByRole('button', { name: 'Не удалять' })).toBeFocused()
  await screenshot(page, 'school-remove')
  await page.getByRole('button', { name: 'Удалить', exact: true }).click()
  await expect(page.getByText('Школ пока нет')).toBeVisible()
  await page
    .getByRole('alert')
    .or(page.locator('.mantine-Notification-root'))
    .getByRole('button', { name: 'Отменить' })
    .click()
  await expect(page.getByRole('gridcell', { name: 'МБОУ СОШ № 1' })).toBeVisible()
})

test('Ctrl+K finds whatever the letters are, and opens it by keyboard', async () => {
  await callFrom(page, 'schools.save', { id: null, revision: null, school: schoolCalled('МБОУ Новосёлковская СОШ') })
  await command('НОВОСЕЛКОВСКАЯ')
  await expect(page.getByRole('heading', { name: 'МБОУ Новосёлковская СОШ' })).toBeVisible()
  await page.keyboard.press('Control+KeyK')
  await expect(page.getByRole('listbox', { name: 'Найдено' })).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'palette')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox', { name: 'Найдено' })).toBeHidden()
  await expect(page.getByRole('heading', { name: 'МБОУ Новосёлковская СОШ' })).toBeVisible()
})

test('the association: theme of the year, schools, series', async () => {
  await callFrom(page, 'schools.save', { id: null, revision: null, school: schoolCalled('МБОУ СОШ № 1') })
  await goTo(page, '/associations?open=1')
  await page.getByRole('tab', { name: 'Темы' }).click()
  await page.getByRole('button', { name: /Добавить тему/ }).click()
  await field('Методическая тема').fill('Библиотека — центр чтения')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('gridcell', { name: 'Библиотека — центр чтения' })).toBeVisible()
  await page.getByRole('tab', { name: 'Состав' }).click()
  await page.getByRole('checkbox', { name: 'МБОУ СОШ № 1' }).check()
  await page.keyboard.press('Control+KeyS')
  await expect(page.getByText(/Программа записывает изменения сама/)).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'association-members')
  const { association } = await callFrom(page, 'associations.get', { id: 1 })
  expect(association.schoolIds).toEqual([1])
})

test('settings: profile saves itself, a backup is made, data are checked', async () => {
  await goTo(page, '/settings')
  await field('Методист').fill('Жукова О.П.')
  await page.keyboard.press('Tab')
  await expect(page.getByText(/Сохранено \d\d:\d\d/)).toBeVisible()
  await page.getByRole('button', { name: 'Сделать копию' }).click()
  await expect(page.getByText('Резервная копия сделана и проверена.')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('cell', { name: 'вручную' })).toBeVisible()
  await page.getByRole('button', { name: 'Проверить данные' }).click()
  await expect(page.getByText('Данные в порядке')).toBeVisible({ timeout: 20_000 })
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'settings')
  expect((await callFrom(page, 'profile.get', {})).methodologist).toBe('Жукова О.П.')
})
