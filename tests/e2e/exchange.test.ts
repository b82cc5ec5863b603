import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { type CDPSession, expect, type Page, test } from 'playwright/test'
import { answerSaveDialog, type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessibleInBothThemes } from './support/axe'
import { callFrom, goTo, startOwnDistrict } from './support/district'
import { addExchangeDistrict, addNeed, addSurplus, heldBy } from './support/exchange'

/** The exchange fund by keyboard and mouse, from a surplus typed in the sheet to the books come back. */
let launched: LaunchedApp
let page: Page
let keyboard: CDPSession

test.beforeEach(async () => {
  launched = await launch()
  page = launched.page
  keyboard = await page.context().newCDPSession(page)
  await startOwnDistrict(page)
  await addExchangeDistrict(page)
})
test.afterEach(async () => {
  await launched.close()
})

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
const cell = (key: string, row: number) =>
  page.locator(`[role=row][aria-rowindex="${row + 1}"]`).locator(`[role=gridcell][data-key="${key}"]`)
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const said = (text: string | RegExp) => page.locator('.mantine-Notification-root').filter({ hasText: text }).first()

/** Types into cells of the new row of the sheet shown. */
async function typeRow(cells: readonly (readonly [key: string, text: string])[]): Promise<void> {
  for (const [key, text] of cells) {
    await page.locator(`[role=row][data-fresh] [data-key="${key}"]`).first().click()
    await type(text)
    await press('Tab')
  }
}

test('surplus and need typed in the sheets are matched, reserved, and shown by every figure', async () => {
  await goTo(page, '/exchange')
  await expect(page.getByText('В обменном фонде пока пусто')).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'exchange-empty')

  await goTo(page, '/exchange/surpluses')
  await expect(page.getByText('Излишков пока нет')).toBeVisible()
  await button('Добавить излишек').first().click()
  await page.getByRole('textbox', { name: 'Школа' }).fill('ольх')
  await page.getByRole('option', { name: 'Ольховская СОШ' }).click()
  await page.getByRole('textbox', { name: 'Учебник' }).fill('алгеброй')
  await page.getByRole('option', { name: /Занятная алгебра/ }).click()
  await button(/^Выбрать: 2023/).click()
  await page.getByRole('textbox', { name: 'Экземпляров' }).fill('20')
  await press('Tab')
  await expect(cell('copies', 1)).toHaveText('20')
  await expect(cell('publicationYear', 1)).toHaveText(/2.?023/)
  await screenshot(page, 'exchange-surplus')
  await expectAccessibleInBothThemes(page)
  // Another one straight in the sheet, of a book the school does not hold.
  await button('Закрыть карточку').click()
  await typeRow([
    ['school', 'Луговая ООШ'],
    ['textbook', 'Занятная алгебра'],
    ['copies', '5'],
  ])
  await press('ArrowUp')
  await expect(page.getByRole('gridcell', { name: 'больше, чем в остатках' })).toBeVisible()
  await screenshot(page, 'exchange-surpluses')

  await addNeed(page, { schoolId: 2, copies: 12, priority: 'high' })
  await goTo(page, '/exchange/needs')
  await expect(cell('copies', 1)).toHaveText('12')
  await typeRow([
    ['school', 'Луговая ООШ'],
    ['textbook', 'Живая география'],
    ['copies', '7'],
  ])
  await press('ArrowUp')
  await expect(page.getByRole('gridcell', { name: /Живая география/ })).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'exchange-needs')

  // By keyboard alone: the book, the two schools, the number, Enter.
  await goTo(page, '/exchange/match')
  const books = page.getByRole('listbox', { name: 'Учебники' })
  await expect(books.getByRole('option')).toHaveCount(1)
  await books.focus()
  await press('Enter')
  const offers = page.getByRole('listbox', { name: 'Излишки' })
  await expect(offers).toBeFocused()
  await expect(offers.getByRole('option', { selected: true })).toContainText('Ольховская СОШ')
  await press('ArrowRight')
  await expect(page.getByRole('listbox', { name: 'Потребности' })).toBeFocused()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'exchange-match')
  await press('ArrowRight')
  const number = page.getByRole('textbox', { name: 'Экз., не больше 12' })
  await expect(number).toBeFocused()
  await expect(number).toHaveValue('12')
  await page.keyboard.type('13')
  await press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'не хватает только' })).toBeVisible()
  await number.fill('8')
  await press('Enter')
  await expect(said('Забронировано: 8 экз.')).toBeVisible()
  await expect(offers.getByRole('option', { name: /Ольховская СОШ/ })).toContainText('12')

  await goTo(page, '/exchange/reservations?open=1')
  await expect(cell('copies', 1)).toHaveText('8')
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'exchange-reservations')
  await button('Продлить…').click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Бронь до' }).fill('31.12.2026')
  await page.getByRole('dialog').getByRole('button', { name: 'Продлить' }).click()
  await expect(cell('expiresOn', 1)).toHaveText('31.12.2026')

  // Every figure opens the rows it counts.
  await goTo(page, '/exchange')
  await page.getByRole('link', { name: /^17\s*свободно/ }).click()
  await expect(page.getByRole('heading', { name: 'Излишки' })).toBeVisible()
  await expect(page.locator('[role=gridcell][data-key="free"]').filter({ hasText: /^(12|5)$/ })).toHaveCount(2)
  await goTo(page, '/exchange')
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'exchange-overview')
  await page.getByRole('link', { name: /^8\s*в брони/ }).click()
  await expect(cell('copies', 1)).toHaveText('8')
  await goTo(page, '/exchange')
  await page.getByRole('textbox', { name: 'На дату' }).fill('31.08.2026')
  await press('Tab')
  await expect(page.getByText('Таким фонд был на 31.08.2026')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Главное' }).getByRole('link')).toHaveCount(0)
  await screenshot(page, 'exchange-past')
})

test('a temporary transfer goes through all its states, with a shortage, comes back in parts and is undone', async () => {
  await goTo(page, '/exchange/transfers?open=new')
  await page.getByRole('textbox', { name: 'Передаёт' }).fill('ольх')
  await page.getByRole('option', { name: 'Ольховская СОШ' }).click()
  await page.getByRole('textbox', { name: 'Получает' }).fill('зареч')
  await page.getByRole('option', { name: 'Заречная СОШ' }).click()
  await page.getByRole('textbox', { name: /^Экземпляров: Занятная алгебра/ }).fill('11')
  await screenshot(page, 'exchange-transfer-new')
  await button(/^Добавить: Занятная алгебра/).click()
  // Saved for the first time, the card gets its steps, and what is below moves.
  await expect(cell('copies', 1)).toHaveText('11')
  await expect(page.getByRole('list', { name: 'Ход передачи' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Срок', exact: true }).click()
  await page.getByRole('option', { name: 'временно' }).click()
  await page.getByRole('textbox', { name: 'Вернуть до' }).fill('31.05.2027')
  await press('Tab')
  await expect(cell('copies', 1)).toHaveText('11')
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'exchange-transfer')

  const way = page.getByRole('list', { name: 'Ход передачи' })
  await button('Согласовать').click()
  await expect(way.getByRole('listitem').nth(1)).toHaveAttribute('aria-current', 'step')
  await button('Выдать книги').click()
  await expect(way.getByRole('listitem').nth(2)).toHaveAttribute('aria-current', 'step')
  expect(await heldBy(page, 1, 1)).toBe(19)

  // One copy has not come: it is again with the giver.
  const came = page.getByRole('textbox', { name: 'Пришло, строка 1' })
  await came.fill('12')
  await expect(page.getByText('не больше 11')).toBeVisible()
  await came.fill('10')
  await expect(page.getByText('Не пришло 1 экз.')).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'exchange-transfer-receive')
  await button('Принять книги').click()
  await expect(way.getByRole('listitem').nth(3)).toHaveAttribute('aria-current', 'step')
  expect([await heldBy(page, 1, 1), await heldBy(page, 2, 1)]).toEqual([20, 10])

  await page.getByRole('textbox', { name: 'Возвращают, строка 1' }).fill('4')
  await button(/^Вернуть 4.экз\. из 10$/).click()
  await expect(said('Возврат записан')).toBeVisible()
  expect([await heldBy(page, 1, 1), await heldBy(page, 2, 1)]).toEqual([24, 6])
  await expect(page.getByRole('textbox', { name: 'Возвращают, строка 1' })).toHaveValue('6')
  await screenshot(page, 'exchange-transfer-part')
  await button('Вернуть').click()
  await expect(way.getByRole('listitem').nth(4)).toHaveAttribute('aria-current', 'step')
  expect([await heldBy(page, 1, 1), await heldBy(page, 2, 1)]).toEqual([30, 0])

  // The toast takes the last step back; «Шаг назад» the one before.
  await said('Возврат записан').getByRole('button', { name: 'Отменить' }).click()
  await expect(way.getByRole('listitem').nth(3)).toHaveAttribute('aria-current', 'step')
  expect(await heldBy(page, 2, 1)).toBe(6)
  await button('Шаг назад').click()
  await expect(page.getByRole('textbox', { name: 'Возвращают, строка 1' })).toHaveValue('10')
  await page.getByRole('tab', { name: 'История' }).click()
  await expect(page.getByText(/Шаг назад/).first()).toBeVisible()
  await screenshot(page, 'exchange-transfer-history')
})

test('a substitute is named in words, and goes straight into the transfer of its two schools', async () => {
  // The same code of the federal list, grade and subject: one may stand for the other where the school agrees.
  const code = '1.1.2.4.2.2.1.'
  for (const id of [1, 2]) {
    const { revision, textbook } = await callFrom(page, 'textbooks.get', { id })
    const now = {
      ...textbook,
      fplCode: code,
      subject: 'Алгебра',
      isbn: '',
      title: id === 1 ? 'Занятная алгебра' : 'Алгебра с загадками',
    }
    await callFrom(page, 'textbooks.save', { id, revision, textbook: now })
  }
  await addSurplus(page, { copies: 20 })
  await addNeed(page, { schoolId: 2, textbookId: 2, copies: 6, substitutes: true })
  await addNeed(page, { schoolId: 3, textbookId: 2, copies: 9 })
  await goTo(page, '/exchange/needs?open=1')
  await button('Подобрать книги').click()
  const asks = page.getByRole('listbox', { name: 'Потребности' })
  await expect(asks.getByRole('option', { selected: true })).toContainText('Заречная СОШ')
  await page.getByRole('listbox', { name: 'Излишки' }).getByRole('option').click()
  await expect(asks.getByRole('option', { name: /Луговая ООШ/ })).toContainText(
    'не подходит: другое издание, замена не разрешена',
  )
  await expect(page.getByText('замена: «Занятная алгебра')).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'exchange-match-substitute')
  // Any form of the word, and a slip.
  await button(/^Только: Алгебра с загадками/).click()
  await page.getByRole('textbox', { name: 'Найти учебник' }).fill('загатками')
  await expect(page.getByRole('listbox', { name: 'Учебники' }).getByRole('option')).toHaveCount(1)
  await button('В передачу').click()
  await said('Передача составлена').getByRole('button', { name: 'Открыть' }).click()
  await expect(page.getByText('замена: вместо «Алгебра с загадками')).toBeVisible()
  const { transfer } = await callFrom(page, 'transfers.get', { id: 1 })
  expect(transfer).toMatchObject({ fromSchoolId: 1, toSchoolId: 2, lines: [{ copies: 6, forTextbookId: 2 }] })
  await goTo(page, '/exchange/needs?open=1')
  await page.getByRole('tab', { name: 'Что подобрано' }).click()
  await expect(page.getByRole('tabpanel').getByRole('link', { name: 'Ольховская СОШ' })).toBeVisible()
  await screenshot(page, 'exchange-promises')
})

test('the act is seen, saved in Word with its sum in words, and marked as given out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'metodist-act-'))
  await addSurplus(page, { copies: 20 })
  await addNeed(page, { schoolId: 2, copies: 4 })
  await callFrom(page, 'reservations.make', { surplusId: 1, needId: 1, copies: 4, expiresOn: '2026-12-31' })
  await callFrom(page, 'reservations.transfer', { ids: [1] })
  await goTo(page, '/exchange/transfers?open=1')
  await button('Согласовать').click()
  await expect(said('Передача согласована')).toBeVisible()
  await page.getByRole('tab', { name: 'Акт' }).click()
  await page
    .getByRole('combobox', { name: 'Сдал: ФИО' })
    .or(page.getByRole('textbox', { name: 'Сдал: ФИО' }))
    .fill('Ромашкина А.И.')
  await press('Tab')
  const sheet = page.getByRole('region', { name: 'Страница, как она будет напечатана' })
  await expect(sheet.getByText('АКТ № 1').first()).toBeVisible()
  await expect(sheet.getByText('Ромашкина А.И.').first()).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'exchange-act')
  const file = join(folder, 'Акт.docx')
  await answerSaveDialog(launched.app, file)
  await button('Сохранить в Word').click()
  await expect(page.getByText('Файл сохранён')).toBeVisible()
  const { value } = await mammoth.extractRawText({ path: file })
  rmSync(folder, { recursive: true, force: true })
  // 4 × 525,10
  expect(value.replace(/\s/gu, ' ')).toMatch(/2 100,40 .*две тысячи сто рублей 40 копеек/iu)
  expect(value).toContain('Занятная алгебра')

  await button('Акт выдан').click()
  await expect(page.getByText(/^Акт выдан \d\d\.\d\d\.\d{4}/)).toBeVisible()
})

test('what is not there to be handed over is said in its place, and put right as an inventory', async () => {
  await callFrom(page, 'transfers.save', {
    id: null,
    revision: null,
    transfer: {
      fromSchoolId: 1,
      toSchoolId: 2,
      term: 'permanent',
      dueBack: null,
      actNumber: '',
      actDate: null,
      giver: { name: '', position: '', attorney: '' },
      receiver: { name: '', position: '', attorney: '' },
      viaSchoolId: null,
      meetingId: null,
      note: '',
      lines: [
        {
          uid: 'line-of-the-test',
          lotId: 1,
          copies: 25,
          condition: 'good',
          accounted: true,
          surplusId: null,
          needId: null,
          reservationId: null,
          planLineId: null,
          forTextbookId: null,
        },
      ],
    },
  })
  await callFrom(page, 'transfers.agree', { id: 1, on: '2026-09-10' })
  await callFrom(page, 'holdings.correct', { lotId: 1, date: '2026-09-05', copies: 20, document: '', note: '' })
  await goTo(page, '/exchange/transfers?open=1')
  await expect(page.getByText('в остатках только 20 экз.')).toBeVisible()
  await button('Выдать книги').click()
  const correct = button('Внести недостающее как инвентаризацию и выдать')
  await expect(correct).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'exchange-not-enough')
  await correct.click()
  await expect(said('Книги выданы')).toBeVisible()
  expect(await heldBy(page, 1, 1)).toBe(0)
})

test('marked transfers are agreed and handed over at once; what cannot be is named', async () => {
  await addSurplus(page, { copies: 20 })
  await addNeed(page, { schoolId: 2, copies: 8 })
  await addNeed(page, { schoolId: 3, copies: 6 })
  for (const needId of [1, 2]) {
    await callFrom(page, 'reservations.make', { surplusId: 1, needId, copies: 5, expiresOn: '2026-12-31' })
  }
  await goTo(page, '/exchange/reservations')
  await expect(cell('copies', 2)).toHaveText('5')
  await page.getByRole('grid').focus()
  await press('Control+KeyA')
  await button('С выделенными: 2').click()
  await page.getByRole('menuitem', { name: 'Составить передачи' }).click()
  await expect(said('Составлено: 2 передачи')).toBeVisible()
  await expect(cell('to', 2)).not.toBeEmpty()
  await callFrom(page, 'transfers.cancel', { id: 2 })

  await page.getByRole('grid').focus()
  await press('Control+KeyA', 'Shift+F10')
  await page.getByRole('menuitem', { name: 'Согласовать: 2 передачи' }).click()
  const done = page.getByRole('dialog', { name: 'Согласование передач' })
  await expect(done.getByText('Согласовано: 1 из 2')).toBeVisible()
  await expect(done.getByText(/в состоянии «отменена»/)).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'exchange-bulk')
  await done.getByRole('button', { name: 'Закрыть', exact: true }).last().click()
  expect((await callFrom(page, 'transfers.get', { id: 1 })).state).toBe('agreed')
})
