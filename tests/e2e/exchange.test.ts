import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CDPSession, expect, type Page, test } from 'playwright/test'
import { type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessibleInBothThemes } from './support/axe'
import { callFrom, goTo, schoolCalled, startOwnDistrict } from './support/district'

/** The exchange fund by keyboard and mouse, from a surplus typed in the sheet to the books come back. */
let launched: LaunchedApp
let page: Page
let keyboard: CDPSession
let folder: string

test.beforeEach(async () => {
  launched = await launch()
  page = launched.page
  folder = mkdtempSync(join(tmpdir(), 'metodist-exchange-'))
  keyboard = await page.context().newCDPSession(page)
  await startOwnDistrict(page)
  for (const name of ['Ольховская СОШ', 'Заречная СОШ', 'Луговая ООШ']) {
    await callFrom(page, 'schools.save', { id: null, revision: null, school: schoolCalled(name) })
  }
  for (const title of ['Занятная алгебра', 'Живая география']) {
    const textbook = {
      kind: 'textbook' as const,
      subject: title === 'Живая география' ? 'География' : 'Алгебра',
      gradeFrom: 7,
      gradeTo: 7,
      title,
      authors: 'Вымыслова А.А.',
      publisher: 'Ольха',
      language: '',
      level: 'none' as const,
      isbn: '',
      fplCode: '',
      fplState: 'none' as const,
      usableUntil: null,
      order: '',
      price: 52_510,
      note: '',
    }
    await callFrom(page, 'textbooks.save', { id: null, revision: null, textbook })
  }
  await callFrom(page, 'movements.add', {
    movement: {
      schoolId: 1,
      textbookId: 1,
      publicationYear: 2023,
      price: 52_510,
      source: 'regional',
      date: '2026-09-01',
      kind: 'receipt',
      copies: 30,
      document: 'Накладная № 1',
      note: '',
    },
  })
})
test.afterEach(async () => {
  await launched.close()
  rmSync(folder, { recursive: true, force: true })
})

const grid = () => page.getByRole('grid')
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
/** Keys of the Russian layout. */
const type = async (text: string) => {
  for (const key of text) {
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key, unmodifiedText: key })
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key })
  }
}
const cell = (key: string, row: number) =>
  page.locator(`[role=row][aria-rowindex="${row + 1}"]`).locator(`[role=gridcell][data-key="${key}"]`)

test('looks', async () => {
  await goTo(page, '/exchange')
  await page.waitForTimeout(500)
  await screenshot(page, 'exchange-empty')
  await goTo(page, '/exchange/surpluses')
  await expect(page.getByText('Излишков пока нет')).toBeVisible()
  await screenshot(page, 'exchange-surpluses-empty')
  await page.getByRole('button', { name: 'Добавить излишек' }).first().click()
  await page.waitForTimeout(500)
  await screenshot(page, 'exchange-surplus-new')
  await callFrom(page, 'surpluses.save', {
    id: null,
    revision: null,
    surplus: {
      schoolId: 1,
      textbookId: 1,
      publicationYear: 2023,
      price: 52_510,
      source: 'regional',
      copies: 20,
      condition: 'good',
      since: '2026-09-01',
      until: null,
      state: 'open',
      note: '',
    },
  })
  await callFrom(page, 'needs.save', {
    id: null,
    revision: null,
    need: {
      schoolId: 2,
      textbookId: 1,
      copies: 12,
      substitutes: false,
      priority: 'high',
      since: '2026-09-01',
      until: null,
      state: 'open',
      note: '',
    },
  })
  await goTo(page, '/exchange/surpluses?open=1')
  await page.waitForTimeout(700)
  await screenshot(page, 'exchange-surplus')
  await expectAccessibleInBothThemes(page)
  await goTo(page, '/exchange/needs?open=1')
  await page.waitForTimeout(700)
  await screenshot(page, 'exchange-need')
  await goTo(page, '/exchange/transfers?open=new')
  await page.waitForTimeout(700)
  await screenshot(page, 'exchange-transfer-new')
  await callFrom(page, 'transfers.save', {
    id: null,
    revision: null,
    transfer: {
      fromSchoolId: 1,
      toSchoolId: 2,
      term: 'temporary',
      dueBack: '2027-05-31',
      actNumber: '',
      actDate: null,
      giver: { name: 'Ветлугина Н.С.', position: 'библиотекарь', attorney: '' },
      receiver: { name: '', position: '', attorney: '' },
      viaSchoolId: null,
      meetingId: null,
      note: '',
      lines: [
        {
          uid: 'aaaaaaaaaaaaaaaa',
          lotId: 1,
          copies: 12,
          condition: 'good',
          accounted: true,
          surplusId: 1,
          needId: 1,
          reservationId: null,
          planLineId: null,
          forTextbookId: null,
        },
      ],
    },
  })
  await goTo(page, '/exchange/transfers?open=1')
  await page.waitForTimeout(700)
  await screenshot(page, 'exchange-transfer')
  await expectAccessibleInBothThemes(page)
  await page.getByRole('button', { name: 'Согласовать' }).click()
  await page.getByRole('button', { name: 'Выдать книги' }).click()
  await page.getByRole('textbox', { name: 'Пришло, строка 1' }).fill('10')
  await screenshot(page, 'exchange-transfer-receive')
  await page.getByRole('button', { name: 'Принять книги' }).click()
  await page.waitForTimeout(700)
  await screenshot(page, 'exchange-transfer-received')
  await page.getByRole('tab', { name: 'Акт' }).click()
  await page.waitForTimeout(700)
  await screenshot(page, 'exchange-act')
  await goTo(page, '/exchange/register')
  await page.waitForTimeout(700)
  await screenshot(page, 'exchange-register')
  await goTo(page, '/exchange/meeting')
  await page.waitForTimeout(700)
  await screenshot(page, 'exchange-meeting')
})
