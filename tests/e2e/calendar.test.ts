import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import { answerSaveDialog, launch, screenshot } from './support/app'
import { expectAccessibleInBothThemes } from './support/axe'
import { callFrom, goTo } from './support/district'

const cell = (page: Page, day: string) => page.locator(`[role=gridcell][data-day="${day}"]`)

test('the calendar is gone through by keyboard, and a day begins what is held on it', async () => {
  test.setTimeout(120_000)
  const { page, app, close } = await launch()
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await page.getByRole('heading', { name: 'Рабочий стол', level: 1 }).waitFor()
  // From the desk to the day of the next meeting.
  await page.getByRole('button', { name: 'В календаре' }).click()
  const next = await callFrom(page, 'desk.meeting', {})
  const day = next?.date ?? ''
  const [year, month] = day.split('-')
  await expect(cell(page, day)).toHaveAttribute('aria-selected', 'true')
  const panel = page
    .getByRole('complementary')
    .filter({ has: page.getByRole('link', { name: 'Заседание', exact: true }) })
  await expect(panel).toContainText(next?.title ?? '—')
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'calendar-month')
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark'
  })
  await screenshot(page, 'calendar-month-dark')
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'light'
  })

  await cell(page, day).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  const later = `${year}-${month}-18`
  await expect(cell(page, later)).toBeFocused()
  await page.keyboard.press('PageDown')
  await expect(cell(page, '2027-01-18')).toBeFocused()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Календарь: Январь 2027')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('Home')
  await expect(cell(page, `${year}-${month}-14`)).toBeFocused()
  // Into the day and back.
  await page.keyboard.press('Enter')
  await expect(panel.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(cell(page, `${year}-${month}-14`)).toBeFocused()

  // What of a kind is not wanted goes, and stays away.
  await page.getByRole('checkbox', { name: 'Заседания' }).press('Space')
  await cell(page, day).click()
  await expect(panel).not.toContainText(next?.title ?? '—')
  await page.getByRole('checkbox', { name: 'Заседания' }).press('Space')
  await expect(panel).toContainText(next?.title ?? '—')

  // A day begins an event, and a meeting, on its date.
  await cell(page, later).dblclick()
  await panel.getByRole('link', { name: 'Мероприятие', exact: true }).click()
  await page.getByRole('textbox', { name: 'Мероприятие', exact: true }).fill('День открытых дверей библиотек')
  await page.keyboard.press('Control+KeyS')
  await expect(page).toHaveURL(/open=\d+/)
  const { rows } = await callFrom(page, 'events.list', { search: 'открытых дверей' })
  expect(rows).toMatchObject([{ from: later, to: later }])
  await goTo(page, `/calendar?day=${later}`)
  await expect(panel).toContainText('День открытых дверей библиотек')
  await panel.getByRole('link', { name: 'Заседание', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Дата заседания' })).toHaveValue('18.12.2026')

  // The year, and from it a month; an entry opens its record and «назад» comes back to the day.
  await goTo(page, `/calendar?day=${day}&view=year`)
  await expect(page.getByRole('region', { name: 'декабрь 2026' })).toContainText(next?.title ?? '—')
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'calendar-year')
  await page.getByRole('button', { name: 'декабрь 2026' }).click()
  await expect(page.getByRole('grid', { name: 'Дни месяца' })).toBeVisible()
  await cell(page, day).click()
  await panel.getByRole('link', { name: new RegExp((next?.title ?? '—').slice(0, 12)) }).click()
  await expect(page).toHaveURL(/#\/meetings\/\d+/)
  await page.keyboard.press('Escape')
  await page.evaluate(() => window.history.back())
  await expect(cell(page, day)).toHaveAttribute('aria-selected', 'true')
  await close()
})

test('a month is saved as PDF', async () => {
  const { page, app, dataDir, close } = await launch()
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await page.getByRole('heading', { name: 'Рабочий стол', level: 1 }).waitFor()
  await goTo(page, '/calendar?day=2026-12-10')
  await expect(cell(page, '2026-12-10')).toBeVisible()
  const file = join(dataDir, 'Календарь.pdf')
  await answerSaveDialog(app, file)
  await page.getByRole('button', { name: 'PDF' }).click()
  await expect(page.getByText('Файл сохранён')).toBeVisible()
  await expect.poll(() => existsSync(file) && readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  await screenshot(page, 'calendar-saved')
  await close()
})
