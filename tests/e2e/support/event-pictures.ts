import { expect, type Page } from 'playwright/test'
import { goTo } from './district'

/** Events of the sample district, for the user guide. */
export async function eventPictures(page: Page, picture: (name: string) => Promise<void>): Promise<void> {
  await goTo(page, '/events')
  await expect(page.getByRole('gridcell', { name: 'проведено' }).first()).toBeVisible()
  await picture('events')
  await goTo(page, '/events?open=5')
  await expect(page.getByRole('heading', { name: 'Муниципальный конкурс буктрейлеров' })).toBeVisible()
  await picture('event')
  await page.getByRole('tab', { name: /Участники/ }).click()
  await expect(page.getByRole('textbox', { name: 'Результат, строка 1', exact: true })).toHaveValue('1 место')
  await picture('event-participants')
  await page.getByRole('tab', { name: 'Документ' }).click()
  await expect(page.getByText('СПИСОК УЧАСТНИКОВ').first()).toBeVisible()
  await picture('event-sheet')
}
