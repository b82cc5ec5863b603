import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import mammoth from 'mammoth'
import { expect, type Page, test } from 'playwright/test'
import { fplBooks, writeFpl } from '../support/fpl'
import { answerSaveDialog, type LaunchedApp, launch, screenshot } from './support/app'
import { callFrom, goTo, schoolCalled, startOwnDistrict } from './support/district'

/**
 * The year of textbooks as a methodologist lives it: the federal list and the schools' needs come in from Excel, surpluses are
 * proposed from provision, a plan is made and taken, books go by acts, and provision rises.
 */
let launched: LaunchedApp
let page: Page

test.beforeEach(async () => {
  launched = await launch()
  page = launched.page
  await startOwnDistrict(page)
})
test.afterEach(async () => {
  await launched.close()
})

const YEAR = '2026-2027'
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })

async function addSchools(): Promise<void> {
  for (const [name, students, director] of [
    ['Заречная СОШ', 50, 'Клеверова К. К.'],
    ['Ольховская СОШ', 40, 'Мятина М. М.'],
    ['Луговая ООШ', 12, 'Полынин П. П.'],
  ] as const) {
    await callFrom(page, 'schools.save', {
      id: null,
      revision: null,
      school: schoolCalled(name, {
        director,
        contingent: [{ uid: `grade7of${students}`, schoolYear: YEAR, grade: 7, classes: 2, students }],
      }),
    })
  }
}

/** From «Выбрать файл» to «Файл загружен». */
async function load(file: string, before: () => Promise<void> = async () => undefined): Promise<void> {
  // As a file dropped on the window leads there.
  await goTo(page, `/imports/new?file=${encodeURIComponent(file)}`)
  await expect(page.getByRole('heading', { name: 'Файл загружен' })).toBeHidden()
  await expect(page.getByRole('table', { name: /Столбцы файла/ })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(button(/^Загрузить/)).toBeEnabled()
  await before()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Файл загружен' })).toBeVisible()
}

function excel(rows: readonly (readonly (string | number)[])[]): string {
  const file = join(launched.dataDir, 'Потребности школ.xlsx')
  const book = utils.book_new(utils.aoa_to_sheet(rows.map((row) => [...row])), 'Потребности')
  writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }))
  return file
}

const provisionOf = async (school: string): Promise<{ usable: number; deficit: number; surplus: number }> => {
  const { rows } = await callFrom(page, 'provision.list', { schoolYear: YEAR })
  const found = rows.find((row) => row.school === school && row.subject === 'Алгебра' && row.grade === 7)
  if (!found) throw new Error(`No provision of ${school}`)
  return { usable: found.usable, deficit: found.deficit, surplus: found.surplus }
}

test('the federal list, needs, surpluses, plan, acts, receipt: provision rises by what was given', async () => {
  // The whole year in one test, the search for a plan in it.
  test.slow()
  await addSchools()

  // The federal list, as the annex of the order looks.
  const books = fplBooks(60).filter((one) => one.subject === 'Алгебра')
  await load(await writeFpl(join(launched.dataDir, 'ФПУ.xlsx'), books), async () => {
    await page.getByRole('checkbox', { name: /^Это федеральный перечень/ }).check()
    await page.getByRole('textbox', { name: 'Приказ' }).fill('Приказ № 5 от 01.02.2026')
  })
  const listed = (await callFrom(page, 'textbooks.list', { limit: 1000 })).rows
  expect(listed.length).toBe(books.length)
  const seventh = listed.find((row) => row.grades === '7')
  if (!seventh) throw new Error('No textbook for grade 7')
  expect(seventh).toMatchObject({ subject: 'Алгебра', fplState: 'listed', order: 'Приказ № 5 от 01.02.2026' })

  // What the schools hold: a delivery entered before.
  const receive = (schoolId: number, copies: number) =>
    callFrom(page, 'movements.add', {
      movement: {
        schoolId,
        textbookId: seventh.id,
        publicationYear: 2024,
        price: 100_000_10,
        source: 'regional',
        date: '2026-08-20',
        kind: 'receipt',
        copies,
        document: 'Накладная № 8',
        note: '',
      },
    })
  await receive(1, 80)
  await receive(2, 15)
  expect(await provisionOf('Ольховская СОШ')).toEqual({ usable: 15, deficit: 25, surplus: 0 })

  // Needs come from the schools in Excel.
  await load(
    excel([
      ['Школа', 'Учебник', 'Требуется'],
      ['Ольховская СОШ', seventh.fplCode, 25],
      ['Луговая ООШ', seventh.fplCode, 12],
    ]),
  )
  expect((await callFrom(page, 'needs.list', {})).totals).toMatchObject({ copies: 37, unmet: 37 })

  // Surpluses are proposed from provision.
  await goTo(page, '/holdings/provision/propose')
  await page.getByRole('textbox', { name: /^Оставить школе запас/ }).fill('0')
  await page.getByRole('checkbox', { name: 'Потребности' }).uncheck()
  await expect(page.getByText(/^Излишков: 30 экз\./)).toBeVisible()
  await screenshot(page, 'year-propose')
  await button('Добавить в обменный фонд').click()
  await expect(page.getByText('Добавлено в обменный фонд', { exact: true })).toBeVisible()
  expect((await callFrom(page, 'surpluses.list', {})).totals).toMatchObject({ copies: 30, free: 30 })

  // The plan: 30 copies for 37 needed, nobody can do more.
  await goTo(page, '/exchange/plan/new')
  await page.getByText('10 секунд', { exact: true }).click()
  await button('Составить план').click()
  await expect(page.getByText(/30 из 30.экз/)).toBeVisible({ timeout: 40_000 })
  await screenshot(page, 'year-plan')
  await button('Принять весь план').click()
  await expect(page.getByText(/^2 из 2/)).toBeVisible()

  // Agreed and handed over, all at once.
  await goTo(page, '/exchange/transfers')
  const grid = page.getByRole('grid', { name: 'Передачи' })
  await expect(grid.getByRole('gridcell', { name: 'черновик' })).toHaveCount(2)
  for (const [action, done] of [
    ['Согласовать', 'Согласовано: 2 из 2'],
    ['Выдать книги', 'Выдано: 2 из 2'],
  ] as const) {
    await forAll(action)
    await expect(page.getByRole('dialog').getByText(done)).toBeVisible()
    await page.getByRole('dialog').locator('[data-autofocus]').click()
  }
  // On the way: neither here nor there.
  expect([await provisionOf('Заречная СОШ'), await provisionOf('Ольховская СОШ')].map((one) => one.usable)).toEqual([
    50, 15,
  ])

  // The act, with its sum in words.
  const act = join(launched.dataDir, 'Акт.docx')
  const transfers = (await callFrom(page, 'transfers.list', {})).rows
  const first = transfers.find((row) => row.to === 'Ольховская СОШ')
  await goTo(page, `/exchange/transfers?open=${first?.id}`)
  await page.getByRole('tab', { name: 'Акт' }).click()
  await answerSaveDialog(launched.app, act)
  await button('Сохранить в Word').click()
  await expect.poll(() => existsSync(act)).toBe(true)
  await expect(page.getByText('Файл сохранён')).toBeVisible()
  const { value: text } = await mammoth.extractRawText({ buffer: readFileSync(act) })
  const copies = first?.copies ?? 0
  expect(copies).toBeGreaterThan(0)
  expect(text.replace(/[\u00a0\u202f]/gu, ' ')).toContain(`${copies} экз.`)
  expect(text).toMatch(/миллион/u)
  await screenshot(page, 'year-act')

  // Received: provision of the receivers has risen by what was given, and no copy is lost.
  await goTo(page, '/exchange/transfers')
  await forAll('Принять книги')
  await expect(page.getByRole('dialog').getByText('Принято: 2 из 2')).toBeVisible()
  await page.getByRole('dialog').locator('[data-autofocus]').click()
  const [giver, second, third] = [
    await provisionOf('Заречная СОШ'),
    await provisionOf('Ольховская СОШ'),
    await provisionOf('Луговая ООШ'),
  ]
  expect(giver).toEqual({ usable: 50, deficit: 0, surplus: 0 })
  expect(second.usable + third.usable).toBe(15 + 30)
  expect(second.deficit + third.deficit).toBe(7)
  expect(await callFrom(page, 'app.check', {})).toEqual({ ok: true, problems: [] })
  await goTo(page, '/holdings/provision')
  await expect(page.getByRole('region', { name: 'Обеспеченность в целом' })).toBeVisible()
  await screenshot(page, 'year-provision')
})

/** Marks all rows of the list of transfers and chooses what to do with them. */
async function forAll(action: string): Promise<void> {
  const grid = page.getByRole('grid', { name: 'Передачи' })
  await expect(grid.getByRole('gridcell', { name: 'Ольховская СОШ' })).toBeVisible()
  await grid.focus()
  await page.keyboard.press('Control+KeyA')
  await button('С выделенными: 2').click()
  await page.getByRole('menuitem', { name: action, exact: true }).click()
}
