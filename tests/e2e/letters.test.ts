import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { expect, type Page, test } from 'playwright/test'
import { wordTemplate } from '../support/word-templates'
import { answerOpenDialog, answerSaveDialog, chooseMenu, type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessible } from './support/axe'
import { callFrom, goTo } from './support/district'

let launched: LaunchedApp
let page: Page
let folder: string

test.beforeEach(async () => {
  launched = await launch()
  page = launched.page
  folder = mkdtempSync(join(tmpdir(), 'metodist-letters-'))
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor()
})
test.afterEach(async () => {
  await launched.close()
  rmSync(folder, { recursive: true, force: true })
})

const textOf = async (file: string): Promise<string> =>
  (await mammoth.extractRawText({ buffer: readFileSync(file) })).value.replaceAll('\u00A0', ' ')

async function rightTemplate(): Promise<string> {
  const right = join(folder, 'Письмо школе.docx')
  writeFileSync(
    right,
    await wordTemplate({
      header: '{муниципалитет}',
      lines: ['Исх. № {номер}', '{кому}', '{обращение}', '{текст}', '{подписавший}'],
    }),
  )
  return right
}

test('a template with faults says what is wrong and where; the right one is added', async () => {
  const wrong = join(folder, 'Неверный.docx')
  writeFileSync(wrong, await wordTemplate({ lines: ['Директору {шкла}', '{#школы}{школа}'] }))
  await goTo(page, '/letters/templates')
  await expect(page.getByText('Своих бланков и шаблонов пока нет')).toBeVisible()
  await expectAccessible(page)
  await answerOpenDialog(launched.app, [wrong])
  await page.getByRole('button', { name: 'Добавить шаблон из Word…' }).first().click()
  await expect(page.getByRole('heading', { name: 'Шаблон нужно исправить' })).toBeVisible()
  await expect(page.getByText('Поля {шкла} программа не знает')).toContainText('Возможно, {школа}.')
  await expect(page.getByText('Место: «Директору {шкла}»')).toBeVisible()
  await expect(page.getByText('Список {#школы} открыт, но не закрыт')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Добавить', exact: true })).toBeDisabled()
  await expectAccessible(page)
  await screenshot(page, 'letters-template-faults')

  await answerOpenDialog(launched.app, [await rightTemplate()])
  await page.getByRole('button', { name: 'Выбрать файл снова…' }).click()
  await expect(page.getByRole('heading', { name: 'Новый шаблон' })).toBeVisible()
  await page.getByRole('button', { name: 'Добавить', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Письмо школе' })).toBeVisible()
  await expectAccessible(page)
  await screenshot(page, 'letters-template')
})

test('by a template of hers a letter to three schools is one file of Word', async () => {
  await callFrom(page, 'templates.add', { file: await rightTemplate() })
  await goTo(page, '/letters?open=new')
  await page.getByRole('textbox', { name: 'Тема' }).fill('О сверке учебных фондов')
  await page.getByRole('textbox', { name: 'Текст', exact: true }).fill('Просим {школа} сверить фонд до 10 декабря.')
  await page
    .getByRole('combobox', { name: 'Бланк или шаблон' })
    .or(page.getByRole('textbox', { name: 'Бланк или шаблон' }))
    .first()
    .click()
  await page.getByRole('option', { name: 'Письмо школе' }).click()
  await expectAccessible(page)
  await screenshot(page, 'letters-text')
  await page.getByRole('tab', { name: 'Получатели' }).click()
  const schools = (
    await callFrom(page, 'schools.list', { limit: 3, filters: [{ op: 'equals', column: 'state', value: 'active' }] })
  ).rows
  for (const [index, school] of schools.entries()) {
    await page.getByRole('button', { name: 'Добавить получателя' }).click()
    const field = page.getByRole('textbox', { name: `Школа, строка ${index + 1}` })
    await field.fill(school.shortName)
    await page.getByRole('option', { name: school.shortName, exact: true }).first().click()
  }
  await expectAccessible(page)
  await screenshot(page, 'letters-recipients')
  await page.getByRole('tab', { name: 'Документ' }).click()
  await expect(page.getByText('По шаблону «Письмо школе»')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Сохранить в Word' })).toBeEnabled()
  await expectAccessible(page)
  await screenshot(page, 'letters-paper-fields')
  const out = join(folder, 'Письма.docx')
  await answerSaveDialog(launched.app, out)
  await page.getByRole('button', { name: 'Сохранить в Word' }).click()
  await expect(page.getByText('Файл сохранён')).toBeVisible()
  expect(existsSync(out)).toBe(true)
  const text = await textOf(out)
  for (const school of schools) expect(text).toContain(`Просим ${school.shortName} сверить фонд`)
  expect(text.match(/Исх. № /gu)).toHaveLength(3)
  expect(text).not.toMatch(/[{}]/u)
})

test('the letterhead marked as the default is said on the button, and the paper is saved without it by one click', async () => {
  test.setTimeout(120_000)
  const file = join(folder, 'Бланк управления.docx')
  writeFileSync(file, await wordTemplate({ lines: ['ШАПКА УПРАВЛЕНИЯ', '{документ}'] }))
  const { id } = await callFrom(page, 'templates.add', { file })
  await goTo(page, `/letters/templates?open=${id}`)
  await page.getByRole('switch', { name: 'Использовать по умолчанию' }).click()
  await expect(page.getByRole('gridcell', { name: 'да', exact: true })).toBeVisible()
  await expectAccessible(page)
  await screenshot(page, 'letters-letterhead')
  await goTo(page, '/librarians/paper?kind=staffing')
  const saved = async (button: string, name: string): Promise<string> => {
    const out = join(folder, name)
    await answerSaveDialog(launched.app, out)
    await page.getByRole('button', { name: button, exact: true }).click()
    await expect(page.getByText(name).first()).toBeVisible()
    return textOf(out)
  }
  expect(await saved('Word на бланке', 'На бланке.docx')).toContain('ШАПКА УПРАВЛЕНИЯ')
  expect(await saved('Без бланка', 'Без бланка.docx')).not.toContain('ШАПКА')
  await expectAccessible(page)
  await screenshot(page, 'letters-by-default')
  // In a menu of several papers the choice is for all of them.
  const { rows } = await callFrom(page, 'meetings.list', { limit: 1 })
  await goTo(page, `/meetings/${rows[0]?.id}`)
  await expect(page.getByRole('button', { name: 'Word на бланке' })).toBeVisible()
  await page.getByRole('button', { name: 'Другие файлы и печать' }).click()
  await expect(page.getByRole('menuitemradio', { name: 'Бланк управления (по умолчанию)' })).toBeChecked()
  await screenshot(page, 'letters-protocol-menu')
  await page.getByRole('menuitemradio', { name: 'Без бланка' }).click()
  const out = join(folder, 'Присутствующие.docx')
  await answerSaveDialog(launched.app, out)
  await page.getByRole('menuitem', { name: 'Список присутствующих' }).click()
  await expect(page.getByText('Присутствующие.docx')).toBeVisible()
  expect(await textOf(out)).not.toContain('ШАПКА')
  await expect(page.getByRole('button', { name: 'Word', exact: true })).toBeVisible()
  await callFrom(page, 'templates.setDefault', { id, on: false })
})

test('certificates to the winners of an event, in the look of the program, seen as pages before they are saved', async () => {
  const { rows } = await callFrom(page, 'events.list', { limit: 1000 })
  const event = rows.find((one) => one.winners > 0)
  if (!event) throw new Error('No event of the sample has winners')
  await goTo(page, `/letters?open=new&kind=certificate&event=${event.id}`)
  await expect(page.getByRole('tab', { name: 'Получатели' })).toContainText(String(event.winners))
  await page.getByRole('textbox', { name: 'За что', exact: true }).first().fill(`за успехи: ${event.name}`)
  await page.getByRole('tab', { name: 'Документ' }).click()
  await expect(page.getByText('БЛАГОДАРНОСТЬ').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Сохранить в Word' })).toBeEnabled()
  await expectAccessible(page)
  await screenshot(page, 'letters-certificates')
  await chooseMenu(launched.app, 'theme:dark')
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expectAccessible(page)
  await screenshot(page, 'letters-certificates-dark')
  const out = join(folder, 'Благодарности.docx')
  await answerSaveDialog(launched.app, out)
  await page.getByRole('button', { name: 'Сохранить в Word' }).click()
  await expect(page.getByText('Файл сохранён')).toBeVisible()
  expect((await textOf(out)).match(/БЛАГОДАРНОСТЬ/gu)).toHaveLength(event.winners)
  await goTo(page, '/letters')
  await expect(page.getByRole('gridcell', { name: `за успехи: ${event.name}` })).toBeVisible()
  await screenshot(page, 'letters-list')
})
