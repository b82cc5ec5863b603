import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { expect, type Page, test } from 'playwright/test'
import { answerSaveDialog, catchOpenedFiles, type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessible } from './support/axe'
import { callFrom } from './support/district'

/**
 * The whole first job by keyboard: a look at the sample district, a meeting taken down as people speak, signed, saved to
 * Word. The Word file is read by a reader that knows nothing of ours, and is to say what was typed.
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
// Each goes on where the one before has left the protocol.
test.describe.configure({ mode: 'serial', timeout: 150_000 })

const press = (key: string): Promise<void> => page.keyboard.press(key)
const type = (text: string): Promise<void> => page.keyboard.type(text)
const focused = (name: RegExp) => page.getByRole('textbox', { name }).and(page.locator(':focus'))

const items = [
  'О плане работы РМО на учебный год',
  'О работе с обменным фондом района',
  'Об организации списания учебной литературы',
  'О проведении Месячника школьных библиотек',
]
const report = 'познакомила с проектом плана и предложила внести дополнения.'
const remark = 'поддержала проект и предложила добавить выездное заседание.'
const decisions = [
  'Руководителям ИБЦ подготовить предложения в план до 10 октября',
  'Утвердить план работы РМО.',
  'Библиотекарям школ передавать сведения об излишках (ежеквартально)',
  'Директорам школ провести списание (май 2027 года)',
  'Педагогам-библиотекарям провести мероприятия Месячника (постоянно)',
]

test('a protocol is taken down by keyboard, signed and saved to Word', async () => {
  await page.getByRole('button', { name: 'Открыть пример' }).press('Enter')
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor({ timeout: 60_000 })

  await test.step('a new protocol of the РМО', async () => {
    await press('Control+KeyK')
    await page.getByRole('combobox', { name: 'Найти запись или команду' }).waitFor()
    await type('создать протокол')
    await page.getByRole('option', { name: 'Создать протокол' }).waitFor()
    await press('Enter')
    await chooseSeries('Заседание РМО')
    await screenshot(page, 'meeting-new')
    await page.getByRole('textbox', { name: 'Дата заседания' }).focus()
    await press('Enter')
    await expect(page.getByRole('heading', { name: /Протокол № \d+ от .*Заседание РМО/ })).toBeVisible()
    await expect(focused(/Номер/)).toBeFocused()
  })

  await test.step('who is here', async () => {
    await press('Control+ArrowDown')
    const first = page.getByRole('checkbox', { name: /: / }).first()
    await expect(first).toBeFocused()
    await press('Space')
    await expect(first).toHaveAttribute('aria-checked', 'false')
    await press('ArrowDown')
    await press('e')
    await expect(page.getByText(/по уважительной причине отсутствуют 1\. Кворум есть/)).toBeVisible()
    await screenshot(page, 'meeting-attendance')
  })

  await test.step('the agenda', async () => {
    for (const title of items) {
      await press('Control+Shift+Enter')
      await type(title)
    }
    // «Присутствующие» had no item after it: the four came one after another.
    await expect(page.getByRole('navigation', { name: 'Части протокола' })).toContainText(
      new RegExp(items.map((title, index) => `${index + 1}\\.${title}`).join('.*')),
    )
    for (let up = 0; up < 3; up += 1) await press('Control+ArrowUp')
    await expect(focused(/Вопрос 1 повестки/)).toHaveValue(items[0] ?? '')
  })

  await test.step('heard, said, voted', async () => {
    await press('Enter')
    await type('Ветл')
    await page.locator('[role="option"]').first().waitFor()
    await press('Enter')
    await expect(focused(/Слушали, 1: что/)).toBeFocused()
    await type(report)
    await press('Enter')
    await type('Кулагина В.Р., региональный менеджер')
    await press('Enter')
    await type(remark)
    await press('F9')
    await expect(page.getByRole('button', { name: /Единогласно/ })).toBeVisible()
    await screenshot(page, 'meeting-votes')
    await press('F9')
    await expect(
      page.getByText(/Голосовали: «за» — \d+, «против» — нет, «воздержались» — нет \(единогласно\)/),
    ).toBeVisible()
  })

  await test.step('decided', async () => {
    await press('Control+Enter')
    await decide('@рук', 'Руководителям ИБЦ', decisions[0] ?? '')
    await expect(page.getByRole('button', { name: 'Убрать срок: до 10 октября' })).toBeVisible()
    await press('Enter')
    await type(decisions[1] ?? '')
    await press('Control+ArrowDown')
    await press('Control+Enter')
    await decide('@библ', 'Библиотекарям школ', decisions[2] ?? '')
    await press('Control+ArrowDown')
    await press('Control+Enter')
    await decide('@дир', 'Директорам школ', decisions[3] ?? '')
    await press('Control+ArrowDown')
    await press('Control+Enter')
    await decide('@пед', 'Педагогам-библиотекарям', decisions[4] ?? '')
    await screenshot(page, 'meeting-decisions')
    await press('Control+KeyS')
    await expect(page.getByText(/Сохранено \d\d:\d\d/)).toBeVisible()
  })

  await test.step('the page shows it and counts itself', async () => {
    await expect(page.getByText(/^\d+.страниц[аы]? A4$/)).toBeVisible()
    await expect(page.locator('.paper').first()).toContainText('Директорам школ провести списание')
  })
  await expectAccessible(page)

  const stored = await storedMeeting()
  expect(stored.meeting.agenda.map((item) => item.title)).toEqual(items)
  const made = stored.meeting.agenda.flatMap((item) => item.decisions)
  expect(made.map((decision) => decision.text)).toEqual(decisions)
  expect(made.map((decision) => decision.addressees.map((one) => one.text))).toEqual([
    ['Руководителям ИБЦ'],
    [],
    ['Библиотекарям школ'],
    ['Директорам школ'],
    ['Педагогам-библиотекарям'],
  ])
  expect(made.map((decision) => decision.dues.map((due) => due.text))).toEqual([
    ['до 10 октября'],
    [],
    ['ежеквартально'],
    ['май 2027 года'],
    ['постоянно'],
  ])
  for (const decision of made)
    for (const due of decision.dues) expect(due.range && decision.text.slice(...due.range)).toBe(due.text)

  await test.step('signed', async () => {
    await page.getByRole('button', { name: 'Подписать' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Подписать протокол' })
    await expect(dialog).toBeVisible()
    await screenshot(page, 'meeting-sign')
    await dialog.getByRole('button', { name: 'Подписать протокол' }).press('Enter')
    await expect(page.getByText(/Протокол подписан .* и закрыт от изменений/)).toBeVisible()
  })

  await test.step('saved to Word and opened', async () => {
    const opened = await catchOpenedFiles(launched.app)
    const file = await saveWord('protocol.docx')
    await page.getByRole('button', { name: 'Открыть', exact: true }).press('Enter')
    await expect.poll(opened).toEqual([file])
    await page.getByRole('button', { name: 'Показать в папке' }).press('Enter')
    await expect.poll(opened).toEqual([file, file])
    await expectWord(file, [...items, 'Кулагина В.Р., региональный менеджер', report, remark, ...decisions])
  })
})

test('a signed protocol is locked; a correction leaves its trace', async () => {
  const title = page.getByRole('textbox', { name: 'Вопрос 1 повестки' })
  await page.getByRole('button', { name: new RegExp(items[0] ?? '') }).press('Enter')
  await expect(title).toHaveAttribute('readonly')
  await press('Control+Enter')
  await expect(page.getByRole('textbox', { name: /Решение 1\.3/ })).toHaveCount(0)
  const { id, revision, meeting } = await storedMeeting()
  await expect(callFrom(page, 'meetings.save', { id, revision, meeting })).rejects.toThrow(/подписан и закрыт/)

  await page.getByRole('button', { name: 'Исправить' }).press('Enter')
  const decision = page.getByRole('textbox', { name: 'Решение 1.2' })
  await decision.focus()
  await press('Control+End')
  await type(' Срок — учебный год.')
  await page.getByRole('button', { name: 'Записать исправление' }).press('Enter')
  await expect(page.getByText('Напишите, почему исправляете')).toBeVisible()
  await page.getByRole('textbox', { name: 'Причина исправления' }).focus()
  await type('Пропущен срок')
  await page.getByRole('button', { name: 'Записать исправление' }).press('Enter')
  await expect(page.getByText(/Протокол подписан .* и закрыт от изменений/)).toBeVisible()

  await page.getByRole('tab', { name: 'Исправления 1' }).click()
  await expect(page.getByText('Пропущен срок')).toBeVisible()
  await expect(page.getByText('Утвердить план работы РМО. Срок — учебный год.').last()).toBeVisible()
  await screenshot(page, 'meeting-corrections')
  await expectAccessible(page)
  const after = await storedMeeting()
  expect(after.state).toBe('signed')
  expect(after.corrections).toHaveLength(1)
  const file = await saveWord('corrected.docx')
  await expectWord(file, ['Утвердить план работы РМО. Срок — учебный год.'])
})

test('an extract and the attendance sheet go to Word too, the page to PDF', async () => {
  const extract = join(launched.dataDir, '..', 'extract.docx')
  await answerSaveDialog(launched.app, extract)
  await page.getByRole('button', { name: 'Другие файлы и печать' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Выписка из протокола…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Выписка из протокола' })
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: 'Сохранить в Word' }).press('Enter')
  await expect.poll(() => existsSync(extract)).toBe(true)

  const sheet = join(launched.dataDir, '..', 'attendance.docx')
  await answerSaveDialog(launched.app, sheet)
  await page.getByRole('button', { name: 'Другие файлы и печать' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Список присутствующих' }).press('Enter')
  await expect.poll(() => existsSync(sheet)).toBe(true)
  await expectWord(sheet, ['Список присутствующих'])

  const pdf = join(launched.dataDir, '..', 'protocol.pdf')
  await answerSaveDialog(launched.app, pdf)
  await page.getByRole('button', { name: 'Другие файлы и печать' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Сохранить в PDF' }).press('Enter')
  await expect.poll(() => existsSync(pdf) && readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
})

async function chooseSeries(name: string): Promise<void> {
  const select = page
    .getByRole('combobox', { name: 'Чьё заседание' })
    .or(page.getByRole('textbox', { name: 'Чьё заседание' }))
  await select.first().focus()
  await press('Enter')
  // The palette she came by is on its way out with options of its own.
  const option = page.getByRole('option', { name: new RegExp(`^${name} —`) })
  await option.waitFor()
  for (let step = 0; step < 12 && (await option.getAttribute('data-combobox-selected')) === null; step += 1) {
    await press('ArrowDown')
  }
  await press('Enter')
  await expect(page.getByText('Что будет в протоколе')).toBeVisible()
}

/** Chooses the addressee with «@» and types the rest of the decision. */
async function decide(query: string, words: string, whole: string): Promise<void> {
  await type(query)
  await page
    .getByRole('option', { name: new RegExp(words, 'i') })
    .first()
    .waitFor()
  await press('Enter')
  await type(whole.slice(words.length + 1))
}

async function storedMeeting() {
  const id = Number(/meetings\/(\d+)/.exec(page.url())?.[1])
  return callFrom(page, 'meetings.get', { id })
}

async function saveWord(name: string): Promise<string> {
  const file = join(launched.dataDir, '..', name)
  await answerSaveDialog(launched.app, file)
  await page.getByRole('button', { name: 'Word', exact: true }).press('Enter')
  await expect(page.getByText('Файл сохранён').first()).toBeVisible()
  await expect(page.getByText(name, { exact: true })).toBeVisible()
  expect(existsSync(file)).toBe(true)
  return file
}

/** Every text stands in the file, in this order; spaces, quotes and the case of a first letter are the paper's. */
async function expectWord(file: string, texts: readonly string[]): Promise<void> {
  const { value } = await mammoth.extractRawText({ path: file })
  const plain = (text: string): string =>
    text
      .replace(/[\s\u00A0\u202F]+/gu, ' ')
      .trim()
      .toLowerCase()
  const whole = plain(value)
  let at = 0
  for (const text of texts) {
    const found = whole.indexOf(plain(text), at)
    // What follows the agenda is said item by item, so only the agenda has an order of its own.
    expect(
      found >= 0 ? found : whole.indexOf(plain(text)),
      `«${text}» is missing in the Word file`,
    ).toBeGreaterThanOrEqual(0)
    if (found >= 0) at = found
  }
}
