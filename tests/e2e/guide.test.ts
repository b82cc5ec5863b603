import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import { launch, projectRoot, screenshot } from './support/app'
import { goTo } from './support/district'

/**
 * The pictures of the user guide, taken on the sample district. `npm run guide` copies them into docs/guide/pictures;
 * the last test sees that the guide names only pictures that are made here.
 */
const taken: string[] = []

async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(2, 400)
  await page.waitForTimeout(300)
  await screenshot(page, `guide-${name}`)
  taken.push(`${name}.png`)
}

test('pictures of the guide', async () => {
  test.setTimeout(180_000)
  const { page, close } = await launch()
  await page.getByRole('button', { name: 'Открыть пример' }).waitFor()
  await picture(page, 'first-start')
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor()
  await expect(page.getByText('Ближайшее заседание')).toBeVisible()
  await picture(page, 'desk')

  await goTo(page, '/schools')
  await expect(page.getByRole('gridcell', { name: 'МБОУ СОШ № 1', exact: true })).toBeVisible()
  await picture(page, 'schools')
  await goTo(page, '/schools?open=1')
  await expect(page.getByRole('textbox', { name: 'Полное наименование' })).toBeVisible()
  await picture(page, 'school')

  await goTo(page, '/librarians')
  await expect(page.getByRole('gridcell', { name: /Ветлугина/ }).first()).toBeVisible()
  await picture(page, 'librarians')

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

  await goTo(page, '/decisions')
  await expect(page.getByText('просрочено').first()).toBeVisible()
  await picture(page, 'decisions')
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
