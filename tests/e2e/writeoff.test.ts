import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addMonths, formatDate, todayIso } from '@shared/domain/dates'
import mammoth from 'mammoth'
import { expect, type Page, test } from 'playwright/test'
import { answerSaveDialog, type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessibleInBothThemes } from './support/axe'
import { callFrom, goTo, schoolCalled, startOwnDistrict } from './support/district'

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

const today = todayIso(new Date())
const nextMonth = formatDate(addMonths(today, 1), 'digits')
const titles = ['Алгебра', 'Физика', 'Родной край'] as const

/** Three schools with old and new books; 40 old copies in all. */
async function fillFund(): Promise<void> {
  for (const name of ['МБОУ СОШ № 1', 'МБОУ СОШ № 2', 'ООШ с. Дальнее']) {
    await callFrom(page, 'schools.save', { id: null, revision: null, school: schoolCalled(name) })
  }
  for (const [index, title] of titles.entries()) {
    await callFrom(page, 'textbooks.save', {
      id: null,
      revision: null,
      textbook: {
        kind: 'textbook',
        subject: title,
        gradeFrom: 7,
        gradeTo: 7,
        title,
        authors: 'Васильков А. А.',
        publisher: 'Учёба',
        language: 'русский',
        level: 'none',
        isbn: '',
        fplCode: '',
        fplState: 'none',
        usableUntil: index === 0 ? '2024-08-31' : null,
        order: '',
        price: null,
        note: '',
      },
    })
  }
  const received: [school: number, textbook: number, year: number, copies: number][] = [
    [1, 1, 2016, 12],
    [1, 2, 2017, 8],
    [1, 2, 2024, 25],
    [2, 1, 2018, 15],
    [2, 3, 2014, 5],
    [3, 3, 2025, 9],
  ]
  for (const [schoolId, textbookId, publicationYear, copies] of received) {
    const key = { schoolId, textbookId, publicationYear, price: 485_50, source: 'municipal' as const }
    const movement = { ...key, date: '2020-09-01', kind: 'receipt' as const, copies, document: 'накладная', note: '' }
    await callFrom(page, 'movements.add', { movement })
  }
}

const held = async (): Promise<number> =>
  (await callFrom(page, 'holdings.list', {})).rows.reduce((sum, row) => sum + row.copies, 0)
const field = (name: string) => page.getByRole('textbox', { name, exact: true })
const tab = (name: string) => page.getByRole('tab', { name })

test('a campaign: schools and their days, what each has to write off, acts of what is ticked', async () => {
  await fillFund()
  await goTo(page, '/writeoff')
  await expect(page.getByText('Актов о списании в этом учебном году нет')).toBeVisible()
  await screenshot(page, 'writeoff-empty')

  // The campaign and its schools.
  await page.getByRole('link', { name: 'Кампании' }).click()
  await page.getByRole('button', { name: 'Начать кампанию' }).first().click()
  await field('Название').fill('Списание 2014–2018')
  await field('Издано не позже').fill('2018')
  await tab('Школы').click()
  await page.getByRole('button', { name: /Добавить все школы/ }).click()
  await expect(page.getByText('Готово школ: 1 из 3').first()).toBeVisible()
  await field('Срок, МБОУ СОШ № 2').fill(nextMonth)
  await page.keyboard.press('Tab')
  await expect(page.getByText('нечего списывать')).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'writeoff-campaign-schools')
  await tab('Календарь').click()
  await expect(page.getByRole('row', { name: /МБОУ СОШ № 2/ }).getByText(`до ${nextMonth.slice(0, 5)}`)).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'writeoff-campaign-calendar')

  // Books by the rule: one is left out.
  await tab('Школы').click()
  await page.getByRole('button', { name: 'Выбрать книги' }).click()
  await expect(
    page.getByText('Отмечено: 4 названия, 40 экз., 19 420,00 руб. в 2 школах'.replace(' ', ' ')),
  ).toBeVisible()
  await page.getByRole('checkbox', { name: /В акт: Родной край/ }).uncheck()
  await expect(page.getByText(/Отмечено: 3\s+названия, 35\s+экз\./)).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'writeoff-candidates')
  await page.getByRole('button', { name: 'Составить акты' }).click()
  await expect(page.getByText(/Составлено: 2\s+акта/)).toBeVisible()
  expect(await held()).toBe(74)

  const { rows } = await callFrom(page, 'writeOffs.list', {})
  expect(rows.map((row) => [row.copies, row.campaign])).toEqual([
    [15, 'Списание 2014–2018'],
    [20, 'Списание 2014–2018'],
  ])
  // The panel of the campaign has opened, and tells of them.
  await tab('Школы').click()
  await expect(page.getByText('акт составлен').first()).toBeVisible()
  const summary = join(launched.dataDir, 'свод.xlsx')
  await answerSaveDialog(launched.app, summary)
  await page.getByRole('button', { name: 'Свод в Excel' }).click()
  await expect.poll(() => existsSync(summary)).toBe(true)
})

test('an act is booked, the balance falls, its paper comes out in Word, reversal puts the books back', async () => {
  await fillFund()
  const rule = { publishedBy: 2018, usableUntilBefore: null, dropped: false, search: '' }
  const { candidates } = await callFrom(page, 'writeOffs.candidates', { rule })
  await callFrom(page, 'writeOffs.draft', {
    campaignId: null,
    date: today,
    reason: 'outdated',
    lots: candidates.map(({ lotId, copies }) => ({ lotId, copies })),
  })
  await goTo(page, '/writeoff')
  // The act of the first school, booked.
  await page.getByRole('gridcell', { name: 'МБОУ СОШ № 1' }).dblclick()
  await expect(page.getByRole('heading', { name: 'Акт № 1, МБОУ СОШ № 1' })).toBeVisible()
  await tab('Комиссия и счета').click()
  await page.getByRole('button', { name: 'Добавить члена комиссии' }).click()
  await field('Должность, строка 1').fill('заместитель директора')
  await field('ФИО, строка 1').fill('Ромашкина Р. Р.')
  await field('Приказ о комиссии').fill('№ 45-од от 01.09.2026')
  await page.keyboard.press('Tab')
  await expect(page.getByText(/Сохранено \d\d:\d\d/)).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'writeoff-commission')
  await tab('Акт').click()
  await expect(page.getByRole('cell', { name: 'Алгебра. 7 класс' })).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'writeoff-act-draft')
  await page.getByRole('button', { name: 'Провести', exact: true }).click()
  await expect(page.getByText('книги списаны с баланса', { exact: false }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Сторнировать' })).toBeVisible()
  expect(await held()).toBe(54)
  await screenshot(page, 'writeoff-act-booked')

  // Its paper.
  await tab('Документ').click()
  await expect(page.locator('.paper').getByText('АКТ № 1').first()).toBeVisible()
  await screenshot(page, 'writeoff-act-paper')
  const file = join(launched.dataDir, 'акт.docx')
  await answerSaveDialog(launched.app, file)
  await page.getByRole('button', { name: 'Сохранить в Word' }).click()
  await expect(page.getByText('Файл сохранён')).toBeVisible()
  expect(existsSync(file)).toBe(true)
  const { value } = await mammoth.extractRawText({ buffer: readFileSync(file) })
  expect(value.replace(/[\u00a0\u202f]/gu, ' ')).toContain(
    'председатель — заместитель директора Ромашкина Р.Р., составила настоящий акт в том, что из библиотечного фонда исключено 20 (двадцать) экземпляров на сумму 9 710,00 руб. (Девять тысяч семьсот десять рублей 00 копеек)',
  )

  // Put back by reversing movements.
  await tab('Акт').click()
  await page.getByRole('button', { name: 'Сторнировать' }).click()
  await expect(page.getByRole('button', { name: 'Составить заново' })).toBeVisible()
  expect(await held()).toBe(74)
  await page.getByRole('button', { name: 'Составить заново' }).click()
  await expect(page.getByRole('heading', { name: 'Акт № 2, МБОУ СОШ № 1' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Провести', exact: true })).toBeVisible()
  await screenshot(page, 'writeoff-register')

  // All lines.
  await goTo(page, '/writeoff/lines')
  await expect(page.getByRole('gridcell', { name: 'МБОУ СОШ № 1' }).first()).toBeVisible()
  await screenshot(page, 'writeoff-lines')
})

test('an act typed by hand: what is wrong is said at its place, and what the school had last time comes by itself', async () => {
  await fillFund()
  await goTo(page, '/writeoff?open=new')
  const school = page.getByRole('textbox', { name: 'Школа', exact: true })
  await school.fill('СОШ № 2')
  await page.getByRole('option', { name: 'МБОУ СОШ № 2' }).click()
  await expect(field('Номер акта')).toHaveValue('1')
  await page.getByRole('button', { name: /Добавить: Родной край/ }).click()
  await expect(page.getByRole('heading', { name: 'Акт № 1, МБОУ СОШ № 2' })).toBeVisible()
  await field('Экземпляров, строка 1').fill('6')
  await page.keyboard.press('Tab')
  await expect(page.getByText(/в школе 5\s+экземпляров, а списывается 6/).first()).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'writeoff-act-refused')
  await field('Экземпляров, строка 1').fill('5')
  await page.keyboard.press('Tab')
  await expect(page.getByText(/Сохранено \d\d:\d\d/)).toBeVisible()
  await page.getByRole('button', { name: 'Провести', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Сторнировать' })).toBeVisible()
  expect(await held()).toBe(69)
  await page.getByRole('button', { name: 'Отменить', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Провести', exact: true })).toBeVisible()
  expect(await held()).toBe(74)
})
