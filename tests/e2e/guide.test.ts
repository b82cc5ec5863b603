import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ElectronApplication, expect, type Page, test } from 'playwright/test'
import { launch, projectRoot, screenshot } from './support/app'
import { callFrom, goTo } from './support/district'
import { eventPictures } from './support/event-pictures'
import { exchangePictures } from './support/exchange-pictures'
import { letterPictures } from './support/letter-pictures'
import { oldPaperPictures } from './support/old-paper-pictures'
import { planPictures } from './support/plan-pictures'
import { reportPictures } from './support/report-pictures'
import { roadmapPictures } from './support/roadmap-pictures'
import { writeOffPictures } from './support/write-off-pictures'

/**
 * The pictures of the user guide, taken on the sample district. `npm run guide` copies them into docs/guide/pictures;
 * the last test sees that the guide names only pictures that are made here.
 */
const taken: string[] = []
// The second looks at what the first has taken: tried again, they are tried together.
test.describe.configure({ mode: 'serial' })

async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(2, 400)
  await page.waitForTimeout(300)
  await screenshot(page, `guide-${name}`)
  taken.push(`${name}.png`)
}

/** A condition being set, and a list in groups. */
async function listPictures(page: Page): Promise<void> {
  await goTo(page, '/schools')
  const sheet = page.getByRole('grid', { name: 'Школы' }).or(page.getByRole('treegrid', { name: 'Школы' }))
  await expect(page.getByRole('gridcell', { name: 'МБОУ СОШ № 1', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Условие по столбцу «Населённый пункт»' }).click()
  await expect(page.getByRole('checkbox').first()).toBeVisible()
  await picture(page, 'filter')
  await page.keyboard.press('Escape')
  await goTo(page, `/schools?group=${encodeURIComponent(JSON.stringify('type'))}`)
  await expect(sheet.getByRole('row', { expanded: true }).first()).toBeVisible()
  await picture(page, 'groups')
}

/** Provision of the sample, the books behind a row, and what it proposes. */
async function provisionPictures(page: Page): Promise<void> {
  await goTo(page, '/holdings/provision')
  await expect(page.getByRole('region', { name: 'Обеспеченность в целом' })).toContainText('2027–2028')
  await expect(page.getByRole('gridcell', { name: 'не хватает' }).first()).toBeVisible()
  await picture(page, 'provision')
  await page.getByRole('gridcell', { name: 'не хватает' }).first().dblclick()
  await expect(page.getByRole('columnheader', { name: 'Использовать до' })).toBeVisible()
  await picture(page, 'provision-row')
  await goTo(page, '/holdings/provision/propose')
  await page
    .getByRole('button', { name: /^Книги: / })
    .first()
    .click()
  await expect(page.getByText(/^Учеников /).first()).toBeVisible()
  await picture(page, 'provision-propose')
}

/** A block from Excel with one cell that does not fit, before it is written. */
async function pastePicture(page: Page, app: ElectronApplication): Promise<void> {
  await app.evaluate(
    ({ clipboard }, text) => clipboard.writeText(text),
    'Астахова Елена Борисовна\t+7 (39955) 4-11-02\tgimnazia4@zarechie.example\r\nЛапин Борис Игнатьевич\t+7 (39955) 4-11-03\tпочта потом',
  )
  await goTo(page, '/schools')
  await page.getByRole('gridcell', { name: 'Градова Нина Евгеньевна' }).click()
  await page.keyboard.press('Control+KeyV')
  await expect(page.getByRole('dialog', { name: 'Что будет записано' }).getByText(/1.ошибка/)).toBeVisible()
  await picture(page, 'paste')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Что будет записано' })).toBeHidden()
}

/** A file of another's making on its way in. */
async function importPictures(page: Page, file: string): Promise<void> {
  const lines = [
    'Наименование школы;Тип;Директор;Эл. почта;ИНН',
    'МБОУ СОШ № 1;СОШ;Ольховская Вера Павловна;sosh1@zarechie.example;',
    'МБОУ Ключевская СОШ;СОШ;Невзоров Сергей Петрович;klyuchi@zarechie.example;',
    'МБОУ Нововодинская ООШ;ООШ;Полянский Игорь Ильич;;9800',
    'МБОУ Дальняя НОШ;НОШ;Рябинина Анна Олеговна;;',
    'ИТОГО;;;;',
  ]
  writeFileSync(file, lines.join('\r\n'))
  await goTo(page, `/imports/new?file=${encodeURIComponent(file)}`)
  await expect(page.getByRole('button', { name: 'Сравнить с данными' })).toBeEnabled()
  await picture(page, 'import-columns')
  await page.getByRole('button', { name: 'Сравнить с данными' }).click()
  await page.getByRole('tab', { name: /Изменятся/ }).click()
  await expect(page.getByText('Ольховская Вера Павловна').first()).toBeVisible()
  await picture(page, 'import-changes')
}

test('pictures of the guide', async () => {
  test.setTimeout(180_000)
  const { app, page, close, dataDir } = await launch()
  await page.getByRole('button', { name: 'Открыть пример' }).waitFor()
  await picture(page, 'first-start')
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor()
  await expect(page.getByText('Ближайшее заседание')).toBeVisible()
  await picture(page, 'desk')
  await goTo(page, '/calendar?day=2026-12-10')
  await expect(page.getByRole('complementary').getByRole('link', { name: /Совещание/ })).toBeVisible()
  await picture(page, 'calendar')
  await goTo(page, '/calendar?day=2026-12-10&view=year')
  await expect(page.getByRole('region', { name: 'декабрь 2026' })).toContainText('Совещание')
  await picture(page, 'calendar-year')

  await goTo(page, '/schools')
  await expect(page.getByRole('gridcell', { name: 'МБОУ СОШ № 1', exact: true })).toBeVisible()
  await picture(page, 'schools')
  await goTo(page, '/schools?open=1')
  await expect(page.getByRole('textbox', { name: 'Полное наименование' })).toBeVisible()
  await picture(page, 'school')

  await goTo(page, '/librarians')
  await expect(page.getByRole('gridcell', { name: /Ветлугина/ }).first()).toBeVisible()
  await picture(page, 'librarians')

  await pastePicture(page, app)
  await listPictures(page)
  await importPictures(page, join(dataDir, 'Школы от района.csv'))
  await goTo(page, '/librarians/staffing')
  await expect(page.getByRole('heading', { name: 'По должностям' })).toBeVisible()
  await expect(page.locator('svg text').first()).toBeVisible()
  await picture(page, 'staffing')
  await goTo(page, '/librarians/attention')
  await expect(page.getByText('категория истекла').first()).toBeVisible()
  await picture(page, 'attention')

  await goTo(page, '/meetings')
  await expect(page.getByRole('gridcell', { name: 'Заседание РМО' }).first()).toBeVisible()
  await picture(page, 'meetings')
  await goTo(page, '/meetings/new')
  await expect(page.getByText('Что будет в протоколе')).toBeVisible()
  await picture(page, 'new-meeting')
  await page.getByRole('button', { name: 'Создать протокол' }).click()
  await page.getByRole('navigation', { name: 'Части протокола' }).getByText('Присутствующие').click()
  await expect(page.getByLabel('Найти в списке присутствующих')).toBeVisible()
  await picture(page, 'attendance')

  // The newest draft of the sample.
  await goTo(page, '/meetings/24')
  await expect(page.getByRole('navigation', { name: 'Части протокола' })).toBeVisible()
  await page.waitForTimeout(1500)
  await picture(page, 'editor')

  await provisionPictures(page)
  await goTo(page, '/decisions')
  await expect(page.getByText('просрочено').first()).toBeVisible()
  await picture(page, 'decisions')
  await callFrom(page, 'lists.edit', { list: 'schools', rows: [{ id: 1, cells: { phone: '+7 (39955) 4-00-01' } }] })
  await goTo(page, '/history')
  await expect(page.getByText(/Правка списка/)).toBeVisible()
  await picture(page, 'history')
  await goTo(page, '/settings')
  await expect(page.getByText('Резервные копии')).toBeVisible()
  await picture(page, 'settings')
  await page.keyboard.press('Control+KeyK')
  await page.getByRole('combobox', { name: 'Найти запись или команду' }).fill('ветлугина')
  await page
    .getByRole('option', { name: /Ветлугина/ })
    .first()
    .waitFor()
  await picture(page, 'search')
  await close()
})

test('pictures of the guide: the exchange fund', async () => {
  test.setTimeout(120_000)
  const { page, close } = await launch()
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor()
  await exchangePictures(page, (name) => picture(page, name))
  await close()
})

test('pictures of the guide: textbooks and holdings', async () => {
  test.setTimeout(120_000)
  const { page, close } = await launch()
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor()
  for (const [name, path, column] of [
    ['textbooks', '/textbooks', 'title'],
    ['textbook', '/textbooks?open=1', 'title'],
    ['holdings', '/holdings', 'textbook'],
    ['holdings-lot', '/holdings?open=1', 'textbook'],
  ] as const) {
    await goTo(page, path)
    await expect(page.locator(`[role=gridcell][data-key="${column}"]`).first()).toHaveText(/./)
    if (path.includes('open')) await expect(page.getByRole('tab', { name: 'История' })).toBeVisible()
    await picture(page, name)
  }
  await close()
})

test('pictures of the guide: the plan', async () => {
  test.setTimeout(120_000)
  const { page, close } = await launch()
  await planPictures(page, (name) => picture(page, name))
  await close()
})

test('pictures of the guide: write-off', async () => {
  test.setTimeout(120_000)
  const { page, close } = await launch()
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor()
  await writeOffPictures(page, (name) => picture(page, name))
  await close()
})

test('pictures of the guide: road maps and plans', async () => {
  test.setTimeout(120_000)
  const { page, close } = await launch()
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor()
  await roadmapPictures(page, (name) => picture(page, name))
  await close()
})

test('pictures of the guide: the annual report', async () => {
  test.setTimeout(120_000)
  const { page, close } = await launch()
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor()
  await reportPictures(page, (name) => picture(page, name))
  await close()
})

test('pictures of the guide: events', async () => {
  test.setTimeout(120_000)
  const { page, close } = await launch()
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor()
  await eventPictures(page, (name) => picture(page, name))
  await close()
})

test('pictures of the guide: letters', async () => {
  test.setTimeout(120_000)
  const launched = await launch()
  const { page, close } = launched
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor()
  await letterPictures(launched, (name) => picture(page, name))
  await close()
})

test('pictures of the guide: papers from Word', async () => {
  test.setTimeout(120_000)
  const launched = await launch()
  const { page, close } = launched
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor()
  await oldPaperPictures(launched, (name) => picture(page, name))
  await close()
})

test('the guide shows only pictures that are made, and all links lead somewhere', () => {
  const folder = join(projectRoot, 'docs/guide')
  const pages = readdirSync(folder).filter((name) => name.endsWith('.md'))
  expect(pages.length).toBeGreaterThan(3)
  for (const name of pages) {
    for (const [, target = ''] of readFileSync(join(folder, name), 'utf8').matchAll(/\]\(([^)#]+)\)/g)) {
      expect(existsSync(join(folder, target)), `${name}: ${target}`).toBe(true)
      if (target.startsWith('pictures/')) expect(taken).toContain(target.slice('pictures/'.length))
    }
  }
})
