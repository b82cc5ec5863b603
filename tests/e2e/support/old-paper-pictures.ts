import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from 'playwright/test'
import { answerOpenDialog, type LaunchedApp, projectRoot } from './app'
import { goTo } from './district'
import { addNamesakes, writeProtocol } from './old-papers'

const plans = ['r01-okrug-network-2025-2027.docx', 'r04-city-list-by-months-cp1251.txt']

/** Papers from Word on their way in: the choice, the list, a doubtful name, words made a field, a road map. */
export async function oldPaperPictures(
  { app, page, dataDir }: LaunchedApp,
  picture: (name: string) => Promise<void>,
): Promise<void> {
  await addNamesakes(page)
  const folder = join(dataDir, 'Протоколы')
  mkdirSync(folder)
  await writeProtocol(folder)
  for (const [index, name] of plans.entries()) {
    const file = join(projectRoot, 'tests/fixtures/old-papers/seen', name)
    copyFileSync(file, join(folder, `план ${index + 1}${name.slice(name.lastIndexOf('.'))}`))
  }
  await goTo(page, '/old-papers/new')
  await page.getByRole('button', { name: 'Выбрать папку…' }).waitFor()
  await picture('old-papers-choose')
  await answerOpenDialog(app, [folder])
  await page.getByRole('button', { name: 'Выбрать папку…' }).click()
  await page.getByRole('button', { name: 'К списку документов' }).click()
  await expect(page.getByRole('gridcell', { name: 'протокол 14.docx' })).toBeVisible()
  await picture('old-papers-list')
  await open(page, 'протокол 14.docx')
  await page.keyboard.press('F8')
  await expect(page.getByRole('document', { name: 'Исходный документ' }).locator('[data-lit]').first()).toBeVisible()
  await picture('old-papers-review')
  await page
    .getByRole('document', { name: 'Исходный документ' })
    .getByText('Буфетом обеспечила')
    .click({ clickCount: 3 })
  await expect(page.getByRole('toolbar', { name: 'Что сделать из выделенного' })).toBeVisible()
  await picture('old-papers-select')
  await page.keyboard.press('Escape')
  await goTo(page, '/old-papers')
  await open(page, 'план 1.docx')
  await page.getByRole('region', { name: 'Раздел 1' }).getByRole('button', { name: /^1 / }).click()
  await picture('old-papers-roadmap')
}

async function open(page: Page, file: string): Promise<void> {
  await page.getByRole('gridcell', { name: file }).dblclick()
  await expect(page.getByRole('heading', { name: file })).toBeVisible()
}
