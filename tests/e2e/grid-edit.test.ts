import { type CDPSession, expect, type Page, test } from 'playwright/test'
import { type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessible } from './support/axe'
import { callFrom, goTo, schoolCalled, startOwnDistrict } from './support/district'

/** A methodologist who lives in Excel fills the list in: by keyboard alone, as she would there. */
let launched: LaunchedApp
let page: Page
let keyboard: CDPSession

test.beforeEach(async () => {
  launched = await launch()
  page = launched.page
  keyboard = await page.context().newCDPSession(page)
  await startOwnDistrict(page)
})
test.afterEach(async () => {
  await launched.close()
})

const grid = () => page.getByRole('grid')
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
/** Keys of the Russian layout, which Playwright's own `type` would put in without a key being pressed. */
const type = async (text: string) => {
  for (const key of text) {
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key, unmodifiedText: key })
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key })
  }
}
/** Where the cursor stands: «Телефон, 2». */
const at = () =>
  grid().evaluate((element) => {
    const cell = document.getElementById(element.getAttribute('aria-activedescendant') ?? '')
    const row = cell?.closest('[role=row]')
    const head = element.querySelector(`[role=columnheader][aria-colindex="${cell?.getAttribute('aria-colindex')}"]`)
    return `${head?.textContent}, ${Number(row?.getAttribute('aria-rowindex')) - 1}`
  })
/** What a cell shows, by its column's title and its row from 1. */
const cell = (title: string, row: number) =>
  page.locator(`[role=row][aria-rowindex="${row + 1}"]`).locator(`[role=gridcell][data-key="${title}"]`)

async function schools(...names: string[]): Promise<void> {
  for (const name of names) {
    await callFrom(page, 'schools.save', { id: null, revision: null, school: schoolCalled(name) })
  }
  await goTo(page, '/schools')
  // Rows on their way are drawn too, and nothing can be typed into them.
  await expect(cell('shortName', names.length)).toHaveText(names.at(-1) ?? '')
  await grid().focus()
}

test('types with Excel’s hands: Enter down, Tab right and back, F2, Esc; a wrong value stays and says why', async () => {
  await schools('СОШ № 1', 'СОШ № 2', 'СОШ № 3')
  // Tab skips what is computed.
  await press('ArrowRight', 'ArrowRight')
  await type('Село')
  await press('Tab')
  expect(await at()).toBe('Директор, 1')
  await type('Сверчкова А.П.')
  await press('Tab')
  await type('2-15-16')
  await screenshot(page, 'grid-typing')
  await press('Enter')
  // Enter goes back to where the run of Tabs began.
  expect(await at()).toBe('Населённый пункт, 2')
  await expect(cell('locality', 1)).toHaveText('Село')
  await expect(cell('director', 1)).toHaveText('Сверчкова А.П.')
  await type('Хутор')
  await press('ArrowDown')
  expect(await at()).toBe('Населённый пункт, 3')
  await expect(cell('locality', 2)).toHaveText('Хутор')

  // F2 keeps what is there, arrows move the caret; Esc gives up.
  await press('ArrowUp', 'F2', 'ArrowLeft', 'ArrowLeft')
  await type('!')
  await press('Escape')
  await expect(cell('locality', 2)).toHaveText('Хутор')

  // The store refuses it: the typing stays in the cell with the sentence, and can be put right.
  await press('Home', 'Control+ArrowRight', 'ArrowLeft')
  expect(await at()).toBe('Электронная почта, 2')
  await type('pochta')
  await press('Enter')
  await expect(cell('email', 2)).toHaveAttribute('aria-invalid', 'true')
  await expect(cell('email', 2)).toContainText('pochta')
  await press('ArrowUp')
  await screenshot(page, 'grid-refused')
  await press('F2')
  await expect(page.getByRole('textbox', { name: 'Электронная почта, строка 2' })).toHaveValue('pochta')
  await type('@shkola2.example')
  await press('Enter')
  await expect(cell('email', 2)).toHaveText('pochta@shkola2.example')
  await expectAccessible(page)
})

test('chooses from a list by its first letters; the row stays while its order changes', async () => {
  await schools('СОШ № 1', 'СОШ № 2', 'СОШ № 3')
  await press('ArrowRight')
  await type('лиц')
  await expect(page.getByRole('option', { name: 'лицей' })).toHaveAttribute('aria-selected', 'true')
  await screenshot(page, 'grid-choices')
  await expectAccessible(page)
  await press('Enter')
  await expect(cell('type', 1)).toHaveText('лицей')
  await press('Alt+ArrowDown')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(9)
  await press('ArrowDown', 'Enter')
  await expect(cell('type', 2)).toHaveText('ООШ')

  await press('Control+Home')
  await type('Ясная школа')
  await press('Enter')
  await expect(cell('shortName', 1)).toHaveText('Ясная школа')
  await expect(page.getByRole('button', { name: 'Обновить порядок' })).toBeVisible()
  await expect(cell('shortName', 2)).toHaveText('СОШ № 2')
  await press('F5')
  await expect(cell('shortName', 3)).toHaveText('Ясная школа')
  await press('Control+KeyZ')
  await expect(cell('shortName', 1)).toHaveText('СОШ № 1')
  await expect(grid()).toBeFocused()
})

const clip = (text: string) => launched.app.evaluate(({ clipboard }, value) => clipboard.writeText(value), text)
const rows = () => callFrom(page, 'schools.list', { limit: 1000 })

test('pastes 200 × 6 from Excel over what is there and beyond the end, shows it first, as one undo step', async () => {
  for (let number = 1; number <= 150; number++) {
    await callFrom(page, 'schools.save', {
      id: null,
      revision: null,
      school: schoolCalled(`СОШ № ${String(number).padStart(3, '0')}`),
    })
  }
  await goTo(page, '/schools')
  // Columns one can type into, side by side.
  for (const title of ['Библиотека', 'Обучающихся', 'Классов', 'Библиотекарей']) {
    await page.getByRole('button', { name: 'Столбцы' }).click()
    await page.getByRole('checkbox', { name: title, exact: true }).uncheck()
    await page.keyboard.press('Escape')
  }
  await expect(cell('shortName', 1)).toHaveText('СОШ № 001')
  await grid().focus()
  await press('Control+Home')
  const line = (number: number) =>
    [
      `Школа ${String(number).padStart(3, '0')}`,
      number % 2 ? 'ООШ' : 'СОШ',
      'с. Ёлкино',
      `Директор ${number}`,
      `2-${number}`,
      number === 7 ? 'не почта' : `s${number}@rayon.example`,
    ].join('\t')
  await clip(`${Array.from({ length: 200 }, (_, index) => line(index + 1)).join('\r\n')}\r\n`)
  await press('Control+KeyV')
  const dialog = page.getByRole('dialog', { name: 'Что будет записано' })
  await expect(dialog).toBeVisible({ timeout: 20_000 })
  await expect(dialog.getByText(/1.ошибка/)).toBeVisible()
  await expectAccessible(page)
  await screenshot(page, 'grid-paste-faults')
  const wrong = dialog.getByRole('textbox', { name: 'Электронная почта, строка 7' })
  await wrong.fill('s7@rayon.example')
  await wrong.press('Enter')
  await dialog.getByRole('button', { name: /Вставить 1.200.ячеек/ }).press('Enter')
  await expect(dialog).toBeHidden({ timeout: 20_000 })
  await expect(page.getByText(/Вставлено 1.200.ячеек/).first()).toBeVisible()
  // The block is seen from where it begins.
  await expect(cell('shortName', 1)).toHaveText('Школа 001')
  await expect(cell('shortName', 1)).toBeInViewport()
  const after = await rows()
  expect(after.total).toBe(200)
  expect(after.rows.filter((row) => row.shortName.startsWith('Школа '))).toHaveLength(200)
  expect(after.rows.find((row) => row.shortName === 'Школа 007')).toMatchObject({
    type: 'basic',
    email: 's7@rayon.example',
  })
  await press('Control+KeyZ')
  await expect.poll(async () => (await rows()).total).toBe(150)
  expect((await rows()).rows.every((row) => row.director === '' && row.shortName.startsWith('СОШ'))).toBe(true)
  await press('Control+KeyY')
  await expect.poll(async () => (await rows()).total).toBe(200)
})

test('fills, empties, adds and removes rows by keys; the status line sums what is marked', async () => {
  await schools('СОШ № 1', 'СОШ № 2', 'СОШ № 3')
  await press('ArrowRight', 'ArrowRight')
  await type('Село')
  await press('Enter', 'ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+KeyD')
  await expect(cell('locality', 3)).toHaveText('Село')
  await expect(page.getByText(/Выделено: 3.ячейки · заполнено 3/)).toBeVisible()
  await screenshot(page, 'grid-sums')
  await press('Delete')
  await expect(cell('locality', 1)).toHaveText('')
  await type('Хутор')
  await press('Control+Enter')
  await expect(cell('locality', 3)).toHaveText('Хутор')
  await expect(cell('locality', 1)).toHaveText('Хутор')

  // A block goes through the real clipboard; a small one that fits is written at once.
  await press('Control+KeyC')
  await press('ArrowRight', 'Home', 'End', 'ArrowLeft', 'ArrowLeft')
  expect(await at()).toContain('Телефон')
  await press('Control+KeyV')
  await expect(cell('phone', 3)).toHaveText('Хутор')

  // A new row: typed on the last line, saved when it is left.
  await press('Control+Shift+Equal')
  await type('Ясная школа')
  await press('Tab')
  await type('лиц')
  await press('Enter')
  await expect
    .poll(async () => (await rows()).rows.map((row) => [row.shortName, row.type]))
    .toContainEqual(['Ясная школа', 'lyceum'])
  await expect(cell('shortName', 4)).toHaveText('Ясная школа')

  await press('Control+Home', 'ArrowDown', 'Shift+Space')
  const open = page.getByRole('menuitem', { name: 'Открыть карточку' })
  await press('Shift+F10')
  await expect(open).toBeFocused()
  await expectAccessible(page)
  await screenshot(page, 'grid-menu')
  await press('ArrowDown', 'Enter')
  await expect(page.getByRole('textbox', { name: 'Школа, строка 2' })).toBeFocused()
  await press('Escape')
  await expect(grid()).toBeFocused()
  await press('ContextMenu')
  await expect(open).toBeFocused()
  await press('Escape')
  await expect(open).toBeHidden()
  await expect(grid()).toBeFocused()
  await press('Control+Minus')
  await expect.poll(async () => (await rows()).total).toBe(3)
  await page.getByRole('button', { name: 'Отменить', exact: true }).last().click()
  await expect.poll(async () => (await rows()).total).toBe(4)
  await expect(grid()).toBeFocused()
})

test('an unfinished new row survives a crash', async () => {
  await schools('СОШ № 1')
  await press('Control+Shift+Equal', 'ArrowRight', 'ArrowRight')
  await type('Хутор Дальний')
  await press('Enter')
  await expect(cell('shortName', 2)).toHaveAttribute('aria-invalid', 'true')
  await expect
    .poll(async () => (await callFrom(page, 'drafts.list', {})).map((draft) => draft.key))
    .toContain('grid:schools')
  await page.reload()
  await expect(cell('locality', 2)).toHaveText('Хутор Дальний')
})
