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
  await expect(page.locator('[role=gridcell][data-key=shortName]').first()).toBeVisible()
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
