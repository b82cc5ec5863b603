import { expect, type Page } from 'playwright/test'
import { callFrom, goTo } from './district'

/** Road maps and plans of the sample district, for the user guide. */
export async function roadmapPictures(page: Page, picture: (name: string) => Promise<void>): Promise<void> {
  await goTo(page, '/roadmaps')
  await expect(page.getByRole('grid').getByRole('gridcell').first()).not.toBeEmpty()
  await picture('roadmaps')
  const { rows } = await callFrom(page, 'roadmaps.list', { limit: 10 })
  const id = rows.find(({ kind }) => kind === 'roadmap')?.id ?? rows[0]?.id ?? 0
  await goTo(page, `/roadmaps/${id}`)
  const sheet = page.getByRole('treegrid', { name: 'Пункты' })
  await expect(sheet.locator('[data-kind=item]').first()).toBeVisible()
  await picture('roadmap')
  const { states } = await callFrom(page, 'roadmaps.get', { id })
  const done = states.find(({ state, words }) => state === 'done' && words !== '') ?? states[0]
  await goTo(page, `/roadmaps/${id}?item=${done?.itemUid}`)
  await expect(page.getByRole('button', { name: 'Отметить выполнение' })).toBeVisible()
  await picture('roadmap-item')
  await goTo(page, `/roadmaps/${id}?view=paper&kind=report`)
  await expect(page.locator('.paper').getByText('ОТЧЁТ О ВЫПОЛНЕНИИ').first()).toBeVisible()
  await picture('roadmap-paper')
  await goTo(page, `/roadmaps/${id}?view=year`)
  await expect(
    page
      .getByRole('listbox', { name: /^Пункты, / })
      .getByRole('option')
      .first(),
  ).toBeVisible()
  await picture('roadmap-year')
}
