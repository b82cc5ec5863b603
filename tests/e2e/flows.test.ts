import { expect, type Page, test } from 'playwright/test'
import { type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessibleInBothThemes } from './support/axe'
import { callFrom, goTo, startOwnDistrict } from './support/district'
import { addPlanDistrict, draftTransfer, receive } from './support/plan'

let launched: LaunchedApp
let page: Page

test.beforeEach(async () => {
  launched = await launch()
  page = launched.page
  await startOwnDistrict(page)
})
test.afterEach(() => launched.close())

test('the map of transfers tells each pair by mouse and by keys, opens its rows, and has a table', async () => {
  const { schools, textbooks } = await addPlanDistrict(page, 9)
  const [textbookId = 0] = textbooks
  for (const [index, from] of schools.slice(0, 5).entries()) {
    const lotId = await receive(page, { schoolId: from, textbookId, copies: 60 })
    for (const step of [2, 3]) {
      const to = schools[(index + step) % schools.length] ?? 0
      await draftTransfer(page, { from, to, lotId, copies: 4 + index * step })
    }
  }
  await goTo(page, '/exchange/flows')
  const flows = await callFrom(page, 'transfers.flows', {})
  expect(flows).toHaveLength(10)
  const ribbons = page.getByRole('button', { name: /→.*Показать строки/u })
  await expect(ribbons).toHaveCount(10)
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'flows')

  // One tab stop; arrows go from ribbon to ribbon, and what has the keyboard is told.
  await ribbons.and(page.locator('[tabindex="0"]')).focus()
  await page.keyboard.press('ArrowDown')
  const focused = page.locator('[role=button]:focus')
  await expect(focused).toHaveAttribute('aria-label', /→.*: \d+.экземпляр/u)
  await screenshot(page, 'flows-focus')

  await page.getByText('Таблица', { exact: true }).click()
  const total = flows.reduce((sum, flow) => sum + flow.copies, 0)
  await expect(page.getByRole('row', { name: /Итого/u })).toContainText(String(total))
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'flows-table')

  // One school: only what it gives and gets.
  await page.getByText('Карта', { exact: true }).click()
  const school = page.getByRole('combobox', { name: 'Школа' })
  await school.click()
  await page.getByRole('option', { name: 'СОШ № 1', exact: true }).click()
  const own = flows.filter((flow) => [flow.fromSchoolId, flow.toSchoolId].includes(schools[0] ?? 0))
  await expect(ribbons).toHaveCount(own.length)
  await ribbons.first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Передачи' })).toBeVisible()
  await expect(page.getByText('Строк: 1', { exact: true })).toBeVisible()
  await screenshot(page, 'flows-rows')
})
