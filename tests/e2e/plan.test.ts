import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import { answerSaveDialog, chooseMenu, type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessibleInBothThemes } from './support/axe'
import { callFrom, goTo, startOwnDistrict } from './support/district'
import { addPlanDistrict } from './support/plan'

/** The redistribution plan from its options to the transfers it becomes. */
let launched: LaunchedApp
let page: Page
let folder: string

test.beforeEach(async () => {
  launched = await launch()
  page = launched.page
  folder = mkdtempSync(join(tmpdir(), 'metodist-plan-'))
  await startOwnDistrict(page)
})
test.afterEach(async () => {
  await launched.close()
  rmSync(folder, { recursive: true, force: true })
})

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const cell = (key: string, row: number) =>
  page.locator(`[role=row][aria-rowindex="${row + 1}"]`).locator(`[role=gridcell][data-key="${key}"]`)
const said = (text: string | RegExp) => page.locator('.mantine-Notification-root').filter({ hasText: text }).first()

/** Searched for a second: what is proven does not depend on it. Answers the plan. */
async function plan(name: string, options: object = {}): Promise<number> {
  const { planId } = await callFrom(page, 'plans.make', { name, options, limit: { steps: null, seconds: 1 } })
  return planId
}

/** Marks the row with the mouse and does with it what the button says. */
async function withRow(row: number, action: string): Promise<void> {
  await cell('to', row).click()
  await button('С выделенными: 1').click()
  await page.getByRole('menuitem', { name: action }).click()
}

test('a plan is asked for in plain words, stopped with the best found, and looked at', async () => {
  await goTo(page, '/exchange/plan')
  await expect(page.getByText('Планов пока нет')).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'plan-empty')
  await addPlanDistrict(page, 12)

  await button('Составить план').click()
  await expect(page.getByRole('heading', { name: 'Составить план' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Название плана' }).fill('Осенний обмен')
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'plan-new')
  // What is not yet answered is said, and nothing begins.
  await page.getByLabel('Через пункт обмена').check()
  await expect(button('Составить план')).toBeDisabled()
  await expect(page.getByText('Выберите школу — пункт обмена.')).toBeVisible()
  await page.getByLabel('Через пункт обмена').uncheck()
  await page.getByText('1 минуту', { exact: true }).click()
  await button('Составить план').click()
  await expect(page.getByRole('status', { name: 'План составляется' })).toContainText(/\d+ экз\. из \d+, поездок \d+/u)
  await screenshot(page, 'plan-making')
  await button('Остановить и взять лучшее').click()

  await expect(page.getByRole('heading', { name: 'Осенний обмен', level: 1 })).toBeVisible()
  const [made] = await callFrom(page, 'plans.list', {})
  if (!made) throw new Error('The plan was not kept')
  // All that can be given is found before the search for fewer trips begins.
  expect(made.outcome.copies).toBe(made.outcome.upperBound)
  expect(made.outcome.copies).toBeGreaterThan(0)
  await expect(page.getByText('доказано: больше нельзя')).toBeVisible()
  await page.getByRole('button', { name: /СОШ № 1 отдаёт/u }).click()
  await expect(
    page.getByRole('region', { name: 'СОШ № 1: отдаёт', exact: true }).getByRole('listitem').first(),
  ).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'plan-schools')

  await page.getByRole('link', { name: 'Не удовлетворено' }).click()
  await expect(page.getByRole('grid')).toBeVisible()
  await screenshot(page, 'plan-unmet')
  await page.getByRole('link', { name: 'Карта потоков' }).last().click()
  await expect(page.getByRole('button', { name: /→.*Показать строки/u })).toHaveCount(made.outcome.trips)
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'plan-flows')
  await chooseMenu(launched.app, 'theme:dark')
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await screenshot(page, 'plan-flows-dark')
})

test('a plan is made anew: what is locked stays, what is rejected goes', async () => {
  await addPlanDistrict(page, 12)
  const first = await plan('Осенний обмен')
  await goTo(page, `/exchange/plan/${first}?tab=lines`)
  await expect(cell('from', 1)).not.toBeEmpty()
  await withRow(1, 'Закрепить для пересчёта')
  await expect(said('Закреплено: 1 строка плана')).toBeVisible()
  await withRow(2, 'Отклонить')
  await expect(cell('state', 2)).toHaveText('отклонено')
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'plan-lines')
  const kept = (await callFrom(page, 'planLines.list', { limit: 1000 })).rows.find((row) => row.locked)

  await button('Пересчитать…').click()
  await expect(page.getByText('1 закреплённая строка')).toBeVisible()
  await page.getByRole('textbox', { name: 'Не открывать пару меньше, экз.' }).fill('10')
  await button('Пересчитать').click()
  await button('Остановить и взять лучшее').click()
  await expect(page.getByRole('heading', { name: 'Осенний обмен, пересчёт', level: 1 })).toBeVisible()
  const [again] = await callFrom(page, 'plans.list', {})
  const rows = (
    await callFrom(page, 'planLines.list', {
      filters: [{ op: 'equals', column: 'planId', value: again?.id ?? 0 }],
      limit: 1000,
    })
  ).rows
  expect(
    rows.some(
      (row) => row.surplusId === kept?.surplusId && row.needId === kept.needId && row.copies >= (kept?.copies ?? 0),
    ),
  ).toBe(true)
})

test('plans are compared: how copies are traded for trips, and what changes for each school', async () => {
  const { schools } = await addPlanDistrict(page, 12)
  await plan('Напрямую')
  await plan('Не меньше десяти', { minimumPair: 10 })
  const via = await plan('Через пункт', { viaSchoolId: schools[2] })
  await goTo(page, '/exchange/plan')
  await expect(page.getByRole('link', { name: 'Напрямую' })).toBeVisible()
  await expect(button('Сравнить отмеченные')).toBeDisabled()
  for (const name of ['Напрямую', 'Не меньше десяти', 'Через пункт']) await page.getByLabel(`Сравнить: ${name}`).check()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'plan-list')
  await button('Сравнить отмеченные: 3').click()
  await expect(page.getByRole('img', { name: /^Экземпляры и поездки/u })).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'plan-compare')
  await goTo(page, `/exchange/plan/${via}?tab=flows`)
  await expect(page.getByText(/^Пункт обмена: /u)).toBeVisible()
  await screenshot(page, 'plan-via')
})

test('lines become transfers, one by one and all at once; it is undone; what cannot be done is told', async () => {
  await addPlanDistrict(page, 8)
  const id = await plan('План на ярмарку')
  await goTo(page, `/exchange/plan/${id}?tab=lines`)
  await expect(cell('from', 1)).not.toBeEmpty()
  await withRow(1, 'Принять')
  await expect(said(/Принято .* составлено — 1.передача/u)).toBeVisible()
  await expect(cell('state', 1)).toHaveText('принято')
  await screenshot(page, 'plan-accepted-line')
  await said(/Принято/u)
    .getByRole('button', { name: 'Отменить' })
    .click()
  await expect(cell('state', 1)).toHaveText('предложено')
  expect((await callFrom(page, 'plans.get', { id })).accepted).toBe(0)

  // A school takes its surplus back: the plan says it is out of date, and the line is left out with its reason.
  const { rows } = await callFrom(page, 'planLines.list', { limit: 1000 })
  const surplusId = rows[0]?.surplusId ?? 0
  const { surplus, revision } = await callFrom(page, 'surpluses.get', { id: surplusId })
  await callFrom(page, 'surpluses.save', { id: surplusId, revision, surplus: { ...surplus, state: 'withdrawn' } })
  await expect(page.getByText('Излишки или потребности с тех пор изменились')).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await button('Принять весь план').click()
  const dialog = page.getByRole('dialog', { name: 'Приняты не все строки' })
  await expect(dialog).toBeVisible()
  await screenshot(page, 'plan-left')
  const left = rows.filter((row) => row.surplusId === surplusId).length
  await expect(dialog.getByRole('row')).toHaveCount(left + 1)
  await dialog.getByRole('button', { name: 'Понятно' }).click()
  const kept = await callFrom(page, 'plans.get', { id })
  expect(kept.accepted).toBe(rows.length - left)
  const pairs = new Set(
    rows.filter((row) => row.surplusId !== surplusId).map((row) => `${row.fromSchoolId} ${row.toSchoolId}`),
  )
  const transfers = await callFrom(page, 'transfers.list', { limit: 1000 })
  expect(transfers.rows).toHaveLength(pairs.size)
  expect(transfers.rows.reduce((sum, row) => sum + row.copies, 0)).toBe(
    rows.filter((row) => row.surplusId !== surplusId).reduce((sum, row) => sum + row.copies, 0),
  )

  await goTo(page, `/exchange/plan/${id}/paper`)
  await expect(page.getByText('перераспределения учебников между школами').first()).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'plan-paper')
  const file = join(folder, 'План.docx')
  await answerSaveDialog(launched.app, file)
  await button('Сохранить в Word').click()
  await expect.poll(() => existsSync(file)).toBe(true)

  await goTo(page, '/exchange/plan')
  await button('Удалить: План на ярмарку').click()
  await button('Удалить план').click()
  await expect(page.getByText('Планов пока нет')).toBeVisible()
  expect((await callFrom(page, 'transfers.list', { limit: 1000 })).rows).toHaveLength(pairs.size)
})

test('distances between schools are typed in the sheet', async () => {
  await addPlanDistrict(page, 2)
  await goTo(page, '/exchange/distances')
  await page.locator('[role=row][data-fresh] [data-key="from"]').first().click()
  await page.keyboard.insertText('СОШ № 1')
  await screenshot(page, 'plan-distances')
  await expectAccessibleInBothThemes(page)
})
