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

test('a long list by keyboard alone: pasted, filled, sorted, filtered, taken back, written to Excel and read again', async () => {
  test.slow()
  const rows = async () => (await callFrom(page, 'schools.list', { limit: 1000 })).rows
  const inLocality = async (name: string) => (await rows()).filter((row) => row.locality === name).length
  const grid = page.getByRole('grid', { name: 'Школы' })
  const head = (title: string) => page.getByRole('columnheader', { name: title, exact: true })
  const menuItem = (name: string) => page.getByRole('menuitem', { name })
  const cell = (column: string, row: number) =>
    page.locator(`[role=row][aria-rowindex="${row + 1}"] [role=gridcell][data-key=${column}]`)
  const listed = (count: number) => expect(grid).toHaveAttribute('aria-rowcount', String(count + 2))
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await byPalette('Школы')
  await listed(SCHOOLS)
  await tabTo(grid)

  // Columns one can type into, side by side: what is computed between them is hidden.
  for (const title of ['Библиотека', 'Обучающихся', 'Классов', 'Библиотекарей']) {
    await expect(head(title)).toBeVisible()
    await press('Control+Home', 'ArrowUp', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Alt+ArrowDown')
    await expect(
      page
        .getByRole('menu', { name: `Столбец «${title}»` })
        .getByRole('menuitem')
        .first(),
    ).toBeFocused()
    await press('End')
    await expect(menuItem('Скрыть столбец')).toBeFocused()
    await press('Enter')
    await expect(head(title)).toBeHidden()
    await expect(grid).toBeFocused()
  }

  // 200 × 6 over the six that are there and beyond the end.
  const line = (number: number) =>
    [
      `Школа ${String(number).padStart(3, '0')}`,
      number % 2 ? 'ООШ' : 'СОШ',
      'с. Ёлкино',
      `Директор ${number}`,
      `2-${number}`,
      `s${number}@rayon.example`,
    ].join('\t')
  const copied = Array.from({ length: 200 }, (_, index) => `${line(index + 1)}\r\n`).join('')
  await launched.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), copied)
  await press('Control+Home', 'Control+KeyV')
  await expect(button(/^Вставить 1.200.ячеек/)).toBeFocused({ timeout: 20_000 })
  await press('Enter')
  await expect(page.getByText(/Вставлено 1.200.ячеек/).first()).toBeVisible({ timeout: 20_000 })
  await expect(grid).toBeFocused()
  await listed(200)
  expect(await inLocality('с. Ёлкино')).toBe(200)

  // One cell typed, then filled down to the end of the list.
  await press('Control+Home', 'ArrowRight', 'ArrowRight', 'F2')
  await expect(page.getByRole('textbox', { name: /^Населённый пункт, строка/ })).toBeFocused()
  await press('Control+KeyA')
  await page.keyboard.insertText('д. Берёзовка')
  await press('Enter')
  await expect.poll(() => inLocality('д. Берёзовка')).toBe(1)
  await press('ArrowUp', 'Control+Shift+ArrowDown', 'Control+KeyD')
  await expect.poll(() => inLocality('д. Берёзовка')).toBe(200)

  // Sorted from the head, left with one type by the menu of a cell.
  await press('Control+Home', 'ArrowUp', 'Enter')
  await expect(head('Школа')).toHaveAttribute('aria-sort', 'descending')
  await expect(cell('shortName', 1)).toHaveText('Школа 200')
  await press('ArrowDown', 'ArrowDown', 'ArrowRight')
  await expect(cell('type', 2)).toHaveText('ООШ')
  await press('Shift+F10')
  await expect(menuItem('Открыть карточку')).toBeFocused()
  await press('End', 'ArrowUp', 'ArrowUp')
  await expect(menuItem('Отобрать по этому значению')).toBeFocused()
  await press('Enter')
  await listed(100)
  await expect(grid).toBeFocused()
  await expect(cell('shortName', 1)).toHaveText('Школа 199')

  // A mistyped cell on the last row, far below the screen; taken back and done again, and so is the filling.
  await press('Control+End')
  await expect(cell('shortName', 100)).toHaveText('Школа 001')
  await press('Home', 'ArrowRight', 'ArrowRight', 'F2')
  await expect(page.getByRole('textbox', { name: /^Населённый пункт, строка/ })).toBeFocused()
  await press('Control+KeyA')
  await page.keyboard.insertText('х. Дальний')
  await press('Enter')
  await expect.poll(() => inLocality('х. Дальний')).toBe(1)
  await press('Control+KeyZ')
  await expect.poll(() => inLocality('д. Берёзовка')).toBe(200)
  await press('Control+KeyZ')
  await expect.poll(() => inLocality('д. Берёзовка')).toBe(1)
  await press('Control+KeyY')
  await expect.poll(() => inLocality('д. Берёзовка')).toBe(200)
  await press('Control+KeyY')
  await expect.poll(() => inLocality('х. Дальний')).toBe(1)

  await answerSaveDialog(launched.app, file)
  // In the sheet Tab goes from cell to cell: out of it by the search.
  await press('Control+KeyF')
  await tabTo(button('Excel'))
  await press('Enter')
  await menuItem('Выгрузить в Excel то, что показано').waitFor()
  await press('ArrowDown')
  await expect(menuItem('Выгрузить в Excel то, что показано')).toBeFocused()
  await press('Enter')
  await expect(page.getByText('Список записан в Excel.')).toBeVisible()
  const book = read(readFileSync(file))
  const written = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 })
  expect(written.slice(1).map((row) => row[1])).toEqual(
    Array.from({ length: 100 }, (_, index) => `Школа ${String(199 - 2 * index).padStart(3, '0')}`),
  )

  await byPalette('Загрузить из Excel')
  await chooseFile()
  await press('Control+Enter')
  await expect(page.getByText('Отличий от данных в программе нет: загружать нечего.')).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Без изменений 100' })).toBeVisible()
  expect(
    await page
      .getByRole('listitem')
      .filter({ hasText: /^строка/ })
      .count(),
  ).toBeLessThan(60)
})
