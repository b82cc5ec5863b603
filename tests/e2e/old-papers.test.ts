import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import { line, protocol, understood } from '../support/old-papers/made'
import { answerOpenDialog, type LaunchedApp, launch, projectRoot, screenshot } from './support/app'
import { expectAccessibleInBothThemes } from './support/axe'
import { callFrom, goTo } from './support/district'
import { addNamesakes, leftOver as left, writeProtocol } from './support/old-papers'

/**
 * Old papers coming in: a protocol from Word is read, what was doubtful is put right beside the original, it is saved as
 * one step and taken back; then a folder of papers.
 */
let launched: LaunchedApp
let page: Page

test.beforeAll(async () => {
  launched = await launch()
  page = launched.page
})
test.afterAll(async () => {
  await launched.close()
})
// Each goes on where the one before has left off.
test.describe.configure({ mode: 'serial', timeout: 150_000 })

const seen = join(projectRoot, 'tests/fixtures/old-papers/seen')
const papers = [
  'p01-classic-annex.docx',
  'q05-seminar-decision-by-addressee.docx',
  'r01-okrug-network-2025-2027.docx',
  'r04-city-list-by-months-cp1251.txt',
]
let ofOlga = 0
const original = () => page.getByRole('document', { name: 'Исходный документ' })
const fields = () => page.getByRole('region', { name: 'Что понято' })
const counter = () => page.getByRole('status').filter({ hasText: /Проверить|Не понято|Всё понято/ })

test('a protocol from Word is put right beside its original and saved', async () => {
  await page.getByRole('button', { name: 'Открыть пример' }).press('Enter')
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor({ timeout: 60_000 })
  ofOlga = await addNamesakes(page)
  await goTo(page, '/meetings')
  await page.getByRole('button', { name: 'Загрузить из Word…' }).click()
  await expect(page.getByRole('heading', { name: 'Протоколы и дорожные карты прошлых лет' })).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'old-papers-choose')
  await answerOpenDialog(launched.app, [await writeProtocol(launched.dataDir)])
  await page.getByRole('button', { name: 'Выбрать файлы…' }).press('Enter')

  // One file goes to its review at once.
  await expect(page.getByRole('heading', { name: 'протокол 14.docx' })).toBeVisible()
  await expect(original()).toContainText('об итогах сверки учебного фонда')
  await expect(fields().getByRole('textbox', { name: 'Номер', exact: true })).toHaveValue('14')
  await expect(fields().getByRole('textbox', { name: 'Дата', exact: true })).toHaveValue('12.02.2026')
  await screenshot(page, 'old-papers-review')
  await expectAccessibleInBothThemes(page)
  await expect(counter()).toHaveText('Проверить: 2 · Не понято: 1')

  await test.step('a doubtful name: its place is shown, one of the bank is chosen, and it holds for the whole paper', async () => {
    await page.keyboard.press('F8')
    const chair = fields().getByRole('textbox', { name: 'Председательствующий', exact: true })
    await expect(chair).toBeFocused()
    await expect(original().locator('[data-lit]').first()).toHaveText('Лютикова О.П.')
    await screenshot(page, 'old-papers-unsure')
    await fields().getByRole('button', { name: 'Лютикова Ольга Петровна' }).first().click()
    await expect(counter()).toHaveText('Не понято: 1')
  })

  await test.step('from the original to the field', async () => {
    await original().getByText('марта 2026 года', { exact: false }).first().click()
    await expect(
      fields()
        .getByRole('textbox', { name: /^Решение 1\.1/ })
        .and(page.locator(':focus')),
    ).toBeFocused()
  })

  await test.step('a line that was not understood is made a decision, taken back by Ctrl+Z and made again', async () => {
    await page.keyboard.press('F8')
    await expect(fields().getByRole('button', { name: `Сделать из «${left}»` })).toBeFocused()
    await makeDecision()
    await expect(counter()).toHaveText('Всё понято')
    await expect(fields().getByRole('textbox', { name: 'Решение 2.2', exact: true })).toHaveValue(left)
    await original().focus()
    await page.keyboard.press('Control+KeyZ')
    await expect(counter()).toHaveText('Не понято: 1')
    await makeDecision()
    const made = fields().getByRole('textbox', { name: 'Решение 2.2', exact: true })
    await expect(made).toBeFocused()
    await made.fill('Библиотекарям школ передать списки до 20 февраля 2026 года.')
    await expect(fields().getByRole('textbox', { name: 'Решение 2.2, срок', exact: true })).toHaveValue(
      'до 20 февраля 2026 года',
    )
    await expect(fields().getByText('до 20.02.2026')).toBeVisible()
    await screenshot(page, 'old-papers-decision')
  })

  await test.step('saved as one step; undone, it is back to review with what was put right', async () => {
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: /Протокол № 14 от 12\.02\.2026/ })).toBeVisible()
    const saved = page.getByRole('alert').filter({ hasText: 'Протокол сохранён' })
    await expect(saved).toBeVisible()
    await screenshot(page, 'old-papers-saved')
    await page.getByRole('heading', { name: /Протокол № 14/ }).click()
    await page.keyboard.press('Control+KeyZ')
    await goTo(page, '/old-papers')
    await expect(page.getByRole('gridcell', { name: 'проверить' })).toBeVisible()
    await page.getByRole('gridcell', { name: 'протокол 14.docx' }).dblclick()
    await expect(fields().getByRole('textbox', { name: 'Решение 2.2', exact: true })).toHaveValue(/^Библиотекарям школ/)
    await expect(counter()).toHaveText('Всё понято')
    await page.getByRole('button', { name: 'Сохранить протокол' }).click()
    await expect(page.getByRole('heading', { name: /Протокол № 14 от 12\.02\.2026/ })).toBeVisible()
  })

  const { rows } = await callFrom(page, 'oldPapers.list', {})
  expect(rows.map((row) => row.state)).toEqual(['saved'])
  const { meeting } = await callFrom(page, 'meetings.get', { id: rows[0]?.recordId ?? 0 })
  expect(meeting.chairs[0]?.librarianId).toBe(ofOlga)
  expect(meeting.agenda[0]?.speeches[0]?.speaker.librarianId).toBe(ofOlga)
  expect(meeting.agenda[1]?.decisions.at(-1)?.dues[0]?.to).toBe('2026-02-20')

  await test.step('the protocol leads to its original', async () => {
    await page.getByRole('button', { name: 'Ещё действия с протоколом' }).click()
    await page.getByRole('menuitem', { name: 'Исходный документ' }).click()
    await expect(page.getByRole('heading', { name: 'Исходный документ: протокол 14.docx' })).toBeVisible()
    await expect(page.getByText(left)).toBeVisible()
    await expectAccessibleInBothThemes(page)
    await screenshot(page, 'old-papers-original')
  })
})

test('words selected in the original are made a field by keyboard', async () => {
  const { id } = await callFrom(page, 'oldPapers.stage', {
    file: 'заметки.txt',
    folder: '/',
    hash: 'заметки',
    original: { format: 'text', encoding: 'UTF-8', lines: [line('05.09.2025'), line('О плане работы.')], tables: [] },
    understood: understood(protocol({ date: null })),
    failure: '',
  })
  await goTo(page, `/old-papers/${id}`)
  await expect(page.getByRole('heading', { name: 'заметки.txt' })).toBeVisible()
  await original().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  const bar = page.getByRole('toolbar', { name: 'Что сделать из выделенного' })
  await expect(bar.getByRole('button', { name: 'решением' })).toBeFocused()
  await screenshot(page, 'old-papers-selection')
  await expectAccessibleInBothThemes(page)
  await bar.getByRole('button', { name: 'датой' }).press('Enter')
  await expect(fields().getByRole('textbox', { name: 'Дата', exact: true })).toHaveValue('05.09.2025')
  await page.getByRole('button', { name: 'Это дорожная карта или план' }).click()
  await expect(page.getByRole('heading', { name: 'Дорожная карта или план' })).toBeVisible()
  await original().focus()
  await page.keyboard.press('Control+KeyZ')
  await expect(fields().getByRole('textbox', { name: 'Дата', exact: true })).toHaveValue('05.09.2025')
  // What was taken back is kept too.
  await expect.poll(async () => (await callFrom(page, 'oldPapers.get', { id })).understood.kind).toBe('protocol')
})

test('a folder of papers: what was read, what not and why, what was here; several saved at once', async () => {
  await launched.app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark'
  })
  const folder = join(launched.dataDir, 'бумаги')
  mkdirSync(folder)
  for (const name of papers) copyFileSync(join(seen, name), join(folder, name))
  writeFileSync(join(folder, 'повреждён.docx'), 'это не документ')
  copyFileSync(join(launched.dataDir, 'протокол 14.docx'), join(folder, 'копия протокола.docx'))
  await goTo(page, '/old-papers/new')
  await answerOpenDialog(launched.app, [folder])
  await page.getByRole('button', { name: 'Выбрать папку…' }).click()
  await expect(page.getByText('Прочитано: 4 документа', { exact: false })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('region', { name: 'Не прочитано: 1' })).toContainText('повреждён.docx')
  await expect(page.getByRole('region', { name: 'Похоже, уже есть: 1' })).toContainText('Этот же файл уже загружен')
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'old-papers-summary-dark')
  await page.getByRole('button', { name: 'К списку документов' }).click()
  await expect(page.getByRole('gridcell', { name: papers[0] ?? '' })).toBeVisible()
  await screenshot(page, 'old-papers-list-dark')
  await expectAccessibleInBothThemes(page)

  await test.step('the review of a road map, dark', async () => {
    await page.getByRole('gridcell', { name: 'r01-okrug-network-2025-2027.docx' }).dblclick()
    await expect(page.getByRole('heading', { name: 'r01-okrug-network-2025-2027.docx' })).toBeVisible()
    const item = fields().getByRole('region', { name: 'Раздел 1' }).getByRole('button', { name: /^1 / })
    await item.click()
    await expect(fields().getByRole('textbox', { name: 'Мероприятие' })).toBeVisible()
    await screenshot(page, 'old-papers-roadmap-dark')
    await expectAccessibleInBothThemes(page)
    await page.getByRole('button', { name: 'Сохранить дорожную карту' }).click()
    await expect(page.getByRole('heading', { name: /«дорожная карта»/ })).toBeVisible()
  })

  await goTo(page, '/old-papers')
  const save = async (first: RegExp) => {
    await page.getByRole('row', { name: first }).locator('[data-key=state]').click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByRole('button', { name: 'С выделенными: 2' }).click()
    await page.getByRole('menuitem', { name: 'Сохранить выбранные' }).click()
  }
  await save(/p01-classic/)
  await expect(page.getByText('Сохранено: 2 документа', { exact: false })).toBeVisible()
  // What is refused is told of by name, and the others are saved.
  await save(/повреждён/)
  const refused = page.getByRole('dialog', { name: 'Не всё сохранено' })
  await expect(refused).toContainText('повреждён.docx')
  await screenshot(page, 'old-papers-bulk-dark')
})

async function makeDecision(): Promise<void> {
  await fields()
    .getByRole('button', { name: `Сделать из «${left}»` })
    .press('Enter')
  await page.getByRole('menuitem', { name: 'решением', exact: true }).press('Enter')
}
