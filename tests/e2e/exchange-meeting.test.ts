import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import { type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessibleInBothThemes } from './support/axe'
import { callFrom, goTo, startOwnDistrict } from './support/district'
import { addExchangeDistrict, addNeed, addSurplus } from './support/exchange'

/** An exchange meeting from transfers: its draft protocol says who brings what to whom, and leads back to them. */
let launched: LaunchedApp
let page: Page
let folder: string

test.beforeEach(async () => {
  launched = await launch()
  page = launched.page
  folder = mkdtempSync(join(tmpdir(), 'metodist-exchange-meeting-'))
  await startOwnDistrict(page)
  await addExchangeDistrict(page)
  await addSurplus(page, { copies: 20 })
  for (const [index, schoolId] of [2, 3].entries()) {
    await addNeed(page, { schoolId, copies: 6 })
    await callFrom(page, 'reservations.make', { surplusId: 1, needId: index + 1, copies: 6, expiresOn: '2026-12-31' })
  }
  await callFrom(page, 'reservations.transfer', { ids: [1, 2] })
})
test.afterEach(async () => {
  await launched.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the transfers chosen become a draft protocol, which names them and leads back', async () => {
  await goTo(page, '/exchange/meeting')
  await expect(page.getByRole('heading', { name: 'Встреча для обмена' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Дата', exact: true }).fill('10.12.2026')
  await page.getByRole('textbox', { name: 'Время' }).fill('25:00')
  await page.getByRole('textbox', { name: 'Место' }).fill('Ольховская СОШ, библиотека')
  await page.getByRole('button', { name: 'Составить протокол' }).click()
  await expect(page.getByRole('alert')).toContainText('«25:00» — не время')
  await page.getByRole('textbox', { name: 'Время' }).fill('10:00')
  await page.getByRole('checkbox', { name: /Ольховская СОШ → Луговая ООШ/ }).uncheck()
  await expect(page.getByText(/1.передача · 6.экз\. · 2.школы/)).toBeVisible()
  await page.getByRole('checkbox', { name: 'Все передачи' }).check()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'exchange-meeting')
  await page.getByRole('button', { name: 'Составить протокол' }).click()
  await expect(page).toHaveURL(/#\/meetings\/1$/)
  await expect(page.getByText('Обмен учебниками между школами').first()).toBeVisible()
  await screenshot(page, 'exchange-meeting-protocol')
  const { meeting } = await callFrom(page, 'meetings.get', { id: 1 })
  expect(meeting).toMatchObject({ date: '2026-12-10', time: '10:00', place: 'Ольховская СОШ, библиотека' })

  await goTo(page, '/meetings?open=1')
  const section = page.getByRole('region', { name: 'Передачи встречи' })
  await expect(section.getByRole('listitem')).toHaveCount(2)
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'exchange-meeting-panel')
  await section.getByRole('link', { name: 'Ольховская СОШ → Заречная СОШ' }).click()
  await expect(page.getByRole('region', { name: 'Ольховская СОШ → Заречная СОШ' })).toBeVisible()

  // Undone, the transfers are of no meeting again.
  await goTo(page, '/exchange/meeting')
  await expect(page.getByText(/уже на встрече/).first()).toBeVisible()
})

test('a school sees on its card what it offers and gives', async () => {
  await goTo(page, '/schools?open=1')
  await page.getByRole('tab', { name: 'Фонд' }).click()
  const offers = page.getByRole('link', { name: /^Может отдать: 8 экз/ })
  await expect(offers).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'exchange-school')
  await offers.click()
  await expect(page.getByRole('heading', { name: 'Излишки' })).toBeVisible()
  await expect(page.locator('[role=gridcell][data-key="free"]').first()).toHaveText('8')
})
