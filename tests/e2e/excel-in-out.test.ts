import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils, type WorkBook, write } from '@e965/xlsx'
import { expect, type Locator, type Page, test } from 'playwright/test'
import { answerOpenDialog, answerSaveDialog, type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessible } from './support/axe'
import { callFrom, schoolCalled, startOwnDistrict } from './support/district'

const SCHOOLS = 6

let launched: LaunchedApp
let page: Page
let file: string

test.beforeEach(async () => {
  launched = await launch()
  page = launched.page
  file = join(launched.dataDir, 'Школы.xlsx')
  await startOwnDistrict(page)
  for (let number = 1; number <= SCHOOLS; number++) {
    await callFrom(page, 'schools.save', {
      id: null,
      revision: null,
      school: schoolCalled(`СОШ № ${number}`, {
        type: 'school',
        locality: 'с. Ёлкино',
        director: `Директор ${number}`,
        phone: `00${number}`,
      }),
    })
  }
})
test.afterEach(async () => {
  await launched.close()
})

/** Goes by Tab to something; fails where the keyboard cannot come. */
async function tabTo(target: Locator): Promise<void> {
  await target.waitFor()
  for (let press = 0; press < 80; press++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not come there')
}

/** Section or command by its words, from anywhere. */
async function byPalette(words: string): Promise<void> {
  await page.keyboard.press('Control+KeyK')
  await expect(page.getByRole('combobox', { name: 'Найти запись или команду' })).toBeFocused()
  await page.keyboard.type(words)
  const found = page.getByRole('listbox', { name: 'Найдено' })
  const entry = found
    .getByRole('option')
    .filter({ has: page.getByText(words, { exact: true }) })
    .first()
  await entry.waitFor()
  for (let press = 0; press < 20; press++) {
    if ((await entry.getAttribute('aria-selected')) === 'true') break
    await page.keyboard.press('ArrowDown')
  }
  await expect(entry).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
}

const button = (name: string | RegExp) => page.getByRole('button', { name })
const director = async (name: string): Promise<string | undefined> =>
  (await callFrom(page, 'schools.list', {})).rows.find((row) => row.shortName === name)?.director

async function exportSchools(): Promise<void> {
  await answerSaveDialog(launched.app, file)
  await byPalette('Школы')
  await tabTo(button('Excel'))
  await page.keyboard.press('Enter')
  const item = page.getByRole('menuitem', { name: 'Выгрузить в Excel то, что показано' })
  await item.waitFor()
  await page.keyboard.press('ArrowDown')
  await expect(item).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Список записан в Excel.')).toBeVisible()
}

/** Changes the file as another program would: all but the cells is lost on the way. */
function edit(
  change: (cell: (head: string, row: number) => { set(value: string | number): void }, book: WorkBook) => void,
) {
  const book = read(readFileSync(file))
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  if (!sheet) throw new Error('No sheet')
  const heads = utils.sheet_to_json<string[]>(sheet, { header: 1 })[0] ?? []
  change(
    (head, row) => ({
      set: (value) => {
        utils.sheet_add_aoa(sheet, [[value]], { origin: { r: row - 1, c: heads.indexOf(head) } })
      },
    }),
    book,
  )
  writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }))
}

async function chooseFile(): Promise<void> {
  await answerOpenDialog(launched.app, [file])
  await tabTo(button('Выбрать файл…'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('table', { name: /Столбцы файла/ })).toBeVisible()
}

test('a list goes out, is changed in Excel and comes back: by keyboard alone', async () => {
  await exportSchools()
  edit((cell) => {
    cell('Директор', 2).set('Ромашкина А.И.')
    cell('Директор', 3).set('Из файла')
    cell('Состояние', 4).set('не знаю')
    cell('Школа', 9).set('ООШ с. Новое')
    cell('Директор', 9).set('Новиков Н.Н.')
  })
  // Meanwhile the same cell is changed in the program.
  const { rows } = await callFrom(page, 'schools.list', {})
  const second = rows.find((row) => row.shortName === 'СОШ № 2')
  await callFrom(page, 'lists.edit', {
    list: 'schools',
    rows: [{ id: second?.id ?? 0, cells: { director: 'Из программы' } }],
  })

  await byPalette('Загрузить из Excel')
  await expect(page.getByRole('heading', { name: 'Загрузка из Excel' })).toBeFocused()
  await expectAccessible(page)
  await screenshot(page, 'import-1-file')
  await chooseFile()
  await expect(page.getByText('каждая строка узнаётся по скрытому ключу')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Во что загрузить столбец «Директор»' })).toHaveValue('director')
  await expectAccessible(page)
  await screenshot(page, 'import-2-columns')

  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('tab', { name: 'Ошибки 1' })).toBeVisible()
  await expect(page.getByText(/строка 4, столбец «Состояние»: «не знаю»/)).toBeVisible()
  await expectAccessible(page)
  await screenshot(page, 'import-3-faults')
  await expect(button(/^Загрузить без ошибочных строк/)).toBeEnabled()

  // Put right in Excel and read again: the columns stay as they were.
  edit((cell) => cell('Состояние', 4).set('закрыта'))
  await tabTo(button('Прочитать файл снова'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Ошибки 1' })).toBeHidden()
  const conflicts = page.getByRole('tab', { name: 'Расхождения 1' })
  await tabTo(conflicts)
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Изменятся 2' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText('Ромашкина А.И.')).toBeVisible()
  await screenshot(page, 'import-3-changes')

  // Undecided conflicts stop the loading and are shown.
  await page.keyboard.press('Control+Enter')
  await expect(
    page
      .getByRole('alert')
      .getByText(/Выберите для них, чьё значение оставить/)
      .first(),
  ).toBeVisible()
  await expect(conflicts).toHaveAttribute('aria-selected', 'true')
  await tabTo(page.getByRole('radio', { name: 'Оставить как в программе' }))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'Взять из файла' })).toBeChecked()
  await expectAccessible(page)
  await screenshot(page, 'import-3-conflicts')

  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Файл загружен' })).toBeVisible()
  await expectAccessible(page)
  await screenshot(page, 'import-4-done')
  expect(await director('СОШ № 1')).toBe('Ромашкина А.И.')
  expect(await director('СОШ № 2')).toBe('Из файла')
  expect(await director('ООШ с. Новое')).toBe('Новиков Н.Н.')

  // One step back, one step forward.
  await page.keyboard.press('Control+KeyZ')
  await expect.poll(() => director('СОШ № 1')).toBe('Директор 1')
  expect(await director('СОШ № 2')).toBe('Из программы')
  expect(await director('ООШ с. Новое')).toBeUndefined()
  await page.keyboard.press('Control+KeyY')
  await expect.poll(() => director('СОШ № 2')).toBe('Из файла')

  // Later: refused once what was loaded has been changed, and it is said why.
  const first = (await callFrom(page, 'schools.list', {})).rows.find((row) => row.shortName === 'СОШ № 1')
  await callFrom(page, 'lists.edit', { list: 'schools', rows: [{ id: first?.id ?? 0, cells: { director: 'Позже' } }] })
  await byPalette('Загрузки из Excel')
  await tabTo(button(/^Отменить импорт файла «Школы.xlsx»/))
  await screenshot(page, 'imports')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Отменить загрузку «Школы.xlsx» нельзя/)).toBeVisible()
  expect(await director('СОШ № 1')).toBe('Позже')
})

test('a foreign file dropped on the window: columns are matched by hand, remembered, and the import taken back', async () => {
  await launched.app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark'
  })
  file = join(launched.dataDir, 'присланное.csv')
  writeFileSync(
    file,
    'Наименование школы;Заведующий;Телефон школы\nСОШ № 1;Ветлугина О.С.;007\nООШ с. Дальнее;Ким Я.П.;+7 900\n',
  )
  await byPalette('Школы')
  await expect(page.getByRole('grid', { name: 'Школы' })).toBeVisible()
  // A page cannot make a file with a path: what the drop leads to is told by its address, as the drop itself does.
  await page.evaluate((path) => {
    window.location.hash = `/imports/new?file=${encodeURIComponent(path)}`
  }, file)
  const head = page.getByRole('combobox', { name: 'Во что загрузить столбец «Заведующий»' })
  await expect(head).toHaveValue('')
  await tabTo(head)
  for (let press = 0; press < 30 && (await head.inputValue()) !== 'director'; press++) {
    await page.keyboard.press('ArrowDown')
  }
  await expect(head).toHaveValue('director')
  await expectAccessible(page)
  await screenshot(page, 'import-columns-dark')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('tab', { name: 'Новые 1' })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Изменятся 1' })).toBeVisible()
  await expectAccessible(page)
  await screenshot(page, 'import-changes-dark')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Файл загружен' })).toBeVisible()
  expect(await director('ООШ с. Дальнее')).toBe('Ким Я.П.')
  await tabTo(button('Отменить импорт'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^Импорт отменён/ })).toBeVisible()
  expect(await director('СОШ № 1')).toBe('Директор 1')

  // The same kind of file once more: its columns are known.
  await tabTo(button('Загрузить ещё один файл'))
  await page.keyboard.press('Enter')
  await chooseFile()
  await expect(head).toHaveValue('director')
  await expect(page.getByRole('row', { name: /Заведующий/ })).toContainText('как в прошлый раз')
})

test('a long list: typed, taken back, found, written to Excel and read again without a difference', async () => {
  const cells = (number: number) => ({
    shortName: `Гимназия № ${number}`,
    fullName: `Гимназия ${number}`,
    type: 'gymnasium',
  })
  await callFrom(page, 'lists.edit', {
    list: 'schools',
    rows: Array.from({ length: 230 }, (_, index) => ({ id: null, cells: cells(index + 1) })),
  })
  await byPalette('Школы')
  const grid = page.getByRole('grid', { name: 'Школы' })
  await expect(grid).toHaveAttribute('aria-rowcount', String(230 + SCHOOLS + 2))
  const search = page.getByRole('textbox', { name: 'Найти в списке «Школы»' })
  await page.keyboard.press('Control+KeyF')
  await expect(search).toBeFocused()
  await page.keyboard.insertText('гимназия')
  await expect(grid).toHaveAttribute('aria-rowcount', String(230 + 2))

  // The last row is on the third window of the list.
  await tabTo(grid)
  await page.keyboard.press('Control+End')
  const last = page.locator(`[role=row][aria-rowindex="231"]`)
  await expect(last.locator('[data-key=shortName]')).toHaveText('Гимназия № 230')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('F2')
  await page.keyboard.insertText('с. Ёлкино')
  await page.keyboard.press('Enter')
  const locality = async () => (await callFrom(page, 'schools.list', { search: 'Гимназия № 230' })).rows[0]?.locality
  await expect.poll(locality).toBe('с. Ёлкино')
  await page.keyboard.press('Control+KeyZ')
  await expect.poll(locality).toBe('')
  await page.keyboard.press('Control+KeyY')
  await expect.poll(locality).toBe('с. Ёлкино')

  await answerSaveDialog(launched.app, file)
  // In the sheet Tab goes from cell to cell: out of it by the search.
  await page.keyboard.press('Control+KeyF')
  await tabTo(button('Excel'))
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Выгрузить в Excel то, что показано' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Список записан в Excel.')).toBeVisible()
  const book = read(readFileSync(file))
  const rows = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 })
  expect(rows.slice(1, -1).map((row) => row[1])).toEqual(
    Array.from({ length: 230 }, (_, index) => `Гимназия № ${index + 1}`),
  )

  await byPalette('Загрузить из Excel')
  await chooseFile()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Отличий от данных в программе нет: загружать нечего.')).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Без изменений 230' })).toBeVisible()
  expect(
    await page
      .getByRole('listitem')
      .filter({ hasText: /^строка/ })
      .count(),
  ).toBeLessThan(60)
})
