import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import { agendaItem, meeting } from '../support/records'
import { answerSaveDialog, type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessible, expectAccessibleInBothThemes } from './support/axe'
import { callFrom, goTo, startOwnDistrict } from './support/district'

/** The annual report from its first section to the submitted paper, and what happens to it when the data change. */
let launched: LaunchedApp
let page: Page
let temp: string

test.beforeEach(async () => {
  temp = mkdtempSync(join(tmpdir(), 'metodist-report-'))
  launched = await launch({ dataDir: join(temp, 'data'), userDataDir: join(temp, 'user') })
  page = launched.page
  await startOwnDistrict(page)
})
test.afterEach(async () => {
  await launched.close()
  rmSync(temp, { recursive: true, force: true })
})

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
const said = (text: string | RegExp) => page.locator('.mantine-Notification-root').filter({ hasText: text }).first()
const outline = () => page.getByRole('tree', { name: 'Разделы отчёта' })
const entry = (name: string | RegExp) => outline().getByRole('treeitem', { name })
const section = (title: string) => page.getByRole('region', { name: `Раздел «${title}»` })
const piece = (name: string | RegExp) => page.getByRole('article', { name })
const sheet = () => page.locator('.paper').first()

async function hold(number: string, date: string, count: number): Promise<number> {
  const [series] = await callFrom(page, 'associations.series', {})
  const attendance = { mode: 'count' as const, count, text: 'педагоги-библиотекари', roster: [] }
  const held = meeting(series?.id ?? 0, { number, date, agenda: [agendaItem('О плане работы.')], attendance })
  return (await callFrom(page, 'meetings.save', { id: null, revision: null, meeting: held })).id
}

/** A report of one section, opened. */
async function composeMeetings(): Promise<number> {
  const blank = await callFrom(page, 'reports.blank', { schoolYear: '2026-2027' })
  const sections = blank.sections.filter(({ kind }) => kind === 'meetings')
  const { id } = await callFrom(page, 'reports.save', { id: null, revision: null, report: { ...blank, sections } })
  await goTo(page, `/reports/${id}`)
  await expect(piece('Итог словами').getByText('проведен').first()).toBeVisible()
  return id
}

const stored = async (id: number) => (await callFrom(page, 'reports.get', { id })).report
const texts = async (id: number) =>
  (await stored(id)).sections.flatMap(({ pieces }) => pieces.flatMap(({ part, text }) => (part === '' ? [text] : [])))

async function addText(text: string): Promise<void> {
  await page.getByRole('button', { name: 'Добавить текст', exact: true }).click()
  const field = page.getByRole('textbox', { name: 'Мой текст' }).last()
  await expect(field).toBeFocused()
  await page.keyboard.insertText(text)
}

test('a report is composed by keyboard: sections hidden, moved, renamed, added, taken away and brought back', async () => {
  await goTo(page, '/reports')
  await expect(page.getByText('Отчётов пока нет')).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'reports-empty')
  await page.getByRole('button', { name: 'Составить отчёт' }).last().click()
  const panel = page.getByRole('region', { name: 'Новый отчёт' })
  await expectAccessible(page)
  await screenshot(page, 'report-new')
  await panel.getByRole('button', { name: 'Составить отчёт' }).click()
  await expect(outline().getByRole('treeitem').first()).toBeVisible()
  const id = Number(page.url().split('/').at(-1))
  const usual = (await stored(id)).sections
  const catalogue = await callFrom(page, 'reports.catalogue', {})
  expect(usual.map(({ kind }) => kind)).toEqual(catalogue.filter((one) => one.usual).map(({ kind }) => kind))

  // A section of her own, first from the catalogue, then renamed in the outline.
  await page.getByRole('button', { name: 'Добавить раздел' }).click()
  await expect(page.getByText('уже в отчёте').first()).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'report-catalogue')
  await page.getByRole('button', { name: 'Добавить: свой раздел' }).click()
  await expect(section('Новый раздел')).toBeVisible()
  await entry('Новый раздел').focus()
  await press('F2')
  await page.keyboard.insertText('Проблемы и задачи')
  await press('Enter')
  await expect(entry('Проблемы и задачи')).toBeFocused()
  const titles = async () => (await stored(id)).sections.map(({ title }) => title)
  await expect.poll(titles).toContain('Проблемы и задачи')

  // Alt+↓ moves it; the step is taken back like any other.
  const before = await titles()
  const from = before.indexOf('Проблемы и задачи')
  const by = from === before.length - 1 ? (['Alt+ArrowUp', -1] as const) : (['Alt+ArrowDown', 1] as const)
  await press(by[0])
  await expect.poll(async () => (await titles()).indexOf('Проблемы и задачи')).toBe(from + by[1])
  await press('Control+KeyZ')
  await expect.poll(titles).toEqual(before)

  // Hidden by the space bar: not on the page, and back.
  await entry('Проблемы и задачи').focus()
  await press('Space')
  await expect(entry(/^Проблемы и задачи, скрыто/)).toBeVisible()
  await expect
    .poll(async () => (await stored(id)).sections.find(({ title }) => title === 'Проблемы и задачи')?.hidden)
    .toBe(true)
  await press('Space')
  await expect(entry('Проблемы и задачи')).toBeVisible()

  // Taken away, and brought back by the message.
  await press('Delete')
  await expect(entry('Проблемы и задачи')).toHaveCount(0)
  await expect.poll(titles).not.toContain('Проблемы и задачи')
  await said('Раздел убран').getByRole('button', { name: 'Отменить' }).click()
  await expect(entry('Проблемы и задачи')).toBeVisible()
  await expect.poll(titles).toEqual(before)
})

test('data changed elsewhere change the numbers, not her words; what changed is flagged, replaced and accepted', async () => {
  await hold('1', '2026-09-10', 30)
  await hold('2', '2026-10-15', 27)
  const id = await composeMeetings()
  await expect(page.getByText(/^Не принято: \d+/)).toBeVisible()
  await addText('За год проведено 2 заседания, в 2 школах открыты центры.')
  await expect.poll(() => texts(id)).toEqual(['За год проведено 2 заседания, в 2 школах открыты центры.'])
  await page.getByRole('button', { name: 'Принять всё' }).click()
  await expect(page.getByText('Не принято')).toHaveCount(0)
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'report-accepted')

  await hold('3', '2026-11-05', 33)
  await expect(piece('Итог словами').getByRole('button', { name: /^3 заседания/ })).toBeVisible()
  await expect(page.getByText(/^Изменилось \d+\sчис/)).toBeVisible()
  const mine = piece(/^За год проведено/)
  await expect(mine.getByText('Проведено заседаний: было 2, стало')).toBeVisible()
  expect(await texts(id)).toEqual(['За год проведено 2 заседания, в 2 школах открыты центры.'])
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'report-changed')

  // F8 leads to what has changed, round and round.
  await press('F8')
  const first = await page.evaluate(() =>
    document.querySelector('[data-piece-card][data-open]')?.getAttribute('aria-label'),
  )
  await press('F8')
  const second = await page.evaluate(() =>
    document.querySelector('[data-piece-card][data-open]')?.getAttribute('aria-label'),
  )
  expect(second).not.toBe(first)

  // Only the number that counts meetings is replaced, with its word; the schools stay two.
  const line = mine.getByRole('listitem').filter({ hasText: 'Проведено заседаний' })
  await line.getByRole('button', { name: 'Заменить в тексте' }).click()
  await expect(page.getByRole('textbox', { name: 'Мой текст' })).toHaveValue(
    'За год проведено 3 заседания, в 2 школах открыты центры.',
  )
  await expect.poll(() => texts(id)).toEqual(['За год проведено 3 заседания, в 2 школах открыты центры.'])
  await page.getByRole('button', { name: 'Принять всё' }).click()
  await expect(page.getByText('С тех пор изменилось')).toHaveCount(0)
  await expect
    .poll(async () => (await stored(id)).sections[0]?.pieces.map(({ seen }) => seen?.['summary/held'] ?? null))
    .toContain(3)

  // Her own copy of a sentence stands in its place; the part itself is hidden.
  await piece('Итог словами').getByRole('button', { name: 'Взять текст себе' }).click()
  await expect(page.getByRole('textbox', { name: 'Мой текст' }).first()).toHaveValue(/проведены 3.заседания/)
  await expect.poll(async () => (await stored(id)).sections[0]?.pieces[0]?.hidden).toBe(true)
})

test('a number opens its rows: in the middle, on the page, and on the list itself', async () => {
  for (const [at, day] of ['2026-09-10', '2026-10-15', '2026-11-05'].entries()) await hold(String(at + 1), day, 20 + at)
  // Of another year: not among them.
  await hold('1', '2025-10-15', 40)
  await composeMeetings()
  const number = piece('Итог словами').getByRole('button', { name: /^3 заседания/ })
  await number.focus()
  await press('Enter')
  const trace = page.getByRole('region', { name: 'Откуда число' })
  await expect(trace.getByText('в прошлом году — 1')).toBeVisible()
  await expect(trace.getByText(/Нашлось: 3\sзаседания\./)).toBeVisible()
  await expect(trace.getByRole('grid').getByRole('row', { name: /11\.2026/ })).toBeVisible()
  const counted = await trace.getByRole('grid').getAttribute('aria-rowcount')
  expect(counted).not.toBeNull()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'report-trace')
  // The same question on the list's own screen has the same rows.
  await trace.getByRole('button', { name: 'Открыть список «Заседания»' }).click()
  const list = page.getByRole('grid', { name: 'Заседания' })
  await expect(list).toHaveAttribute('aria-rowcount', counted ?? '')
  await page.goBack()
  await expect(piece('Итог словами')).toBeVisible()

  // Worked out of others: each of them can be asked in turn. Escape goes back to the page, and to the number.
  const average = piece('Итог словами').getByRole('button', { name: /^21 человек/ })
  await average.click()
  await trace.getByRole('button', { name: /^Всего присутствовало: 63/ }).click()
  await expect(trace.getByRole('heading', { name: 'Всего присутствовало' })).toBeVisible()
  await press('Escape')
  await expect(average).toBeFocused()

  await sheet().waitFor()
  const onPage = page.locator('.paper [data-figure$="/summary/held"]').first()
  await onPage.evaluate((element) => element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })))
  await expect(trace.getByRole('heading', { name: 'Проведено заседаний' })).toBeVisible()
})

test('a template keeps the sections, and a new report begins with it', async () => {
  await hold('1', '2026-09-10', 30)
  await composeMeetings()
  await addText('Слова, которые останутся в шаблоне.')
  await page.getByRole('tab', { name: 'Вид и шаблоны' }).click()
  await page.getByLabel('Сохранить разделы этого отчёта как шаблон').fill('Короткий отчёт')
  await page.getByLabel('Вместе с моими текстами').check()
  await page.getByRole('button', { name: 'Сохранить шаблон' }).click()
  await expect(said('Шаблон сохранён')).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'report-look')
  await page.getByLabel('Должность подписавшего').fill('Руководитель РМО')
  await goTo(page, '/reports?open=new')
  await page.getByRole('radio', { name: /^Шаблон/ }).check()
  await expect(page.getByRole('combobox', { name: 'Шаблон' })).toHaveValue(/^Короткий отчёт \(1\sраздел\)$/)
  await page.getByRole('region', { name: 'Новый отчёт' }).getByRole('button', { name: 'Составить отчёт' }).click()
  await expect(page.getByRole('textbox', { name: 'Мой текст' })).toHaveValue('Слова, которые останутся в шаблоне.')
  await expect(page.getByText('не проверено')).toBeVisible()
  const { rows } = await callFrom(page, 'reports.list', {})
  expect(rows.map(({ sections }) => sections)).toEqual([1, 1])
  await page.getByRole('tab', { name: 'Вид и шаблоны' }).click()
  await page.getByRole('button', { name: 'Удалить шаблон «Короткий отчёт»' }).click()
  await expect(said('Шаблон удалён')).toBeVisible()
  expect(await callFrom(page, 'reports.templates', {})).toEqual([])
})

test('a submitted report keeps its numbers and its file; what differs later is told', async () => {
  await hold('1', '2026-09-10', 30)
  const id = await composeMeetings()
  await addText('Вот и год прошёл.')
  await page.getByRole('button', { name: 'Сдать отчёт' }).click()
  const asked = page.getByRole('region', { name: 'Сдать отчёт' })
  await expect(asked.getByText(/Не просмотрено: \d+\sчаст/)).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'report-submit')
  await asked.getByRole('button', { name: 'Сдать', exact: true }).click()
  await expect(page.getByText(/^сдан \d\d\.\d\d\.\d{4}$/)).toBeVisible()
  await expect(page.getByText('Числа отчёта и сейчас такие же.')).toBeVisible()
  const early = join(temp, 'early.docx')
  await answerSaveDialog(launched.app, early)
  await page.getByRole('button', { name: 'Word', exact: true }).click()
  await expect(said('Файл сохранён')).toBeVisible()

  await hold('2', '2026-10-15', 20)
  const after = page.getByRole('region', { name: 'Что изменилось после сдачи' })
  await expect(after.getByText(/^С тех пор в данных изменилось \d+\sчис/)).toBeVisible()
  await expect(after.getByText('Проведено заседаний: было 1, стало')).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'report-submitted')
  await after.getByRole('button', { name: /^Проведено заседаний: стало 2/ }).click()
  const trace = page.getByRole('region', { name: 'Откуда число' })
  await expect(trace.getByText(/Нашлось: 2\s/)).toBeVisible()
  await press('Escape')
  // The paper beside it and the file are those of the day it was submitted.
  await expect(page.locator('.paper').getByText('проведено 1').first()).toBeAttached()
  const late = join(temp, 'late.docx')
  await answerSaveDialog(launched.app, late)
  await page.getByRole('button', { name: 'Word', exact: true }).click()
  await expect.poll(() => existsSync(late)).toBe(true)
  expect(readFileSync(late).equals(readFileSync(early))).toBe(true)
  // Its sections are read, not typed into.
  await entry('Заседания').click()
  await expect(section('Заседания').getByText('Вот и год прошёл.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Мой текст' })).toHaveCount(0)

  await page.getByRole('button', { name: 'Вернуть в работу…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Вернуть в работу' }).click()
  await expect(piece('Итог словами').getByRole('button', { name: /^2 заседания/ })).toBeVisible()
  expect((await callFrom(page, 'reports.get', { id })).state).toBe('draft')
})

test('the printed report has its words and its page numbers', async () => {
  const pdftotext = '/usr/bin/pdftotext'
  test.skip(!existsSync(pdftotext), 'pdftotext is not installed here')
  for (let number = 1; number <= 9; number++) await hold(String(number), `2026-10-0${number}`, 20 + number)
  await composeMeetings()
  await addText(Array.from({ length: 40 }, (_, at) => `Абзац ${at + 1}: библиотеки работали весь год.`).join('\n'))
  const file = join(temp, 'report.pdf')
  await answerSaveDialog(launched.app, file)
  await page.getByRole('button', { name: 'Другие файлы и печать' }).click()
  await page.getByRole('menuitem', { name: /PDF/ }).click()
  await expect.poll(() => existsSync(file) && statSync(file).size > 0).toBe(true)
  const pages = execFileSync(pdftotext, ['-layout', file, '-'])
    .toString('utf8')
    .split('\f')
    .filter((one) => one.trim() !== '')
  expect(pages.length).toBeGreaterThanOrEqual(4)
  const words = pages.join(' ').replace(/\s+/gu, ' ')
  expect(words).toContain('проведено 9 заседаний')
  expect(words).toContain('Абзац 40: библиотеки работали весь год.')
  for (const [at, text] of pages.entries()) if (at > 0) expect(text.trim().split('\n')[0]?.trim()).toBe(String(at + 1))
  // The contents name the page the section is on.
  const contents = pages.find((one) => one.includes('Содержание')) ?? ''
  const named = /Заседания\D*(\d+)/u.exec(contents)?.[1]
  expect(pages.findIndex((one) => /^\s*1\.\s+Заседания\s*$/mu.test(one)) + 1).toBe(Number(named))
})

test('words typed in the last second survive a crash', async () => {
  await hold('1', '2026-09-10', 30)
  const id = await composeMeetings()
  await addText('Начало.')
  await expect.poll(() => texts(id)).toEqual(['Начало.'])
  await page.getByRole('textbox', { name: 'Мой текст' }).focus()
  await page.keyboard.press('End')
  await page.keyboard.insertText(' Набрано перед самым падением.')
  await page.waitForTimeout(1700)
  const gone = launched.app.process()
  const closed = new Promise((resolve) => gone.once('exit', resolve))
  gone.kill('SIGKILL')
  await closed
  launched = await launch({ dataDir: join(temp, 'data'), userDataDir: join(temp, 'user') })
  page = launched.page
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor()
  await goTo(page, `/reports/${id}`)
  await expect(page.getByRole('textbox', { name: 'Мой текст' })).toHaveValue('Начало. Набрано перед самым падением.')
  await expect(page.getByText(/^Восстановлено набранное/)).toBeVisible()
  await page.getByRole('button', { name: 'Оставить', exact: true }).click()
  await expect.poll(() => texts(id)).toEqual(['Начало. Набрано перед самым падением.'])
})

test('another window changes the report: what is typed here is kept and asked about', async () => {
  await hold('1', '2026-09-10', 30)
  const id = await composeMeetings()
  await addText('Моё.')
  await expect.poll(() => texts(id)).toEqual(['Моё.'])
  const field = page.getByRole('textbox', { name: 'Мой текст' })
  await field.focus()
  await page.keyboard.press('End')
  await page.keyboard.insertText(' И ещё')
  const { revision, report } = await callFrom(page, 'reports.get', { id })
  await callFrom(page, 'reports.save', { id, revision, report: { ...report, note: 'чужая заметка' } })
  await page.keyboard.insertText('.')
  await press('Control+KeyS')
  await expect(page.getByText('Отчёт тем временем изменили в другом окне.')).toBeVisible()
  await page.getByRole('button', { name: 'Оставить моё' }).click()
  await expect.poll(() => texts(id)).toEqual(['Моё. И ещё.'])
})
