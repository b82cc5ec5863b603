import { expect, type Page } from 'playwright/test'
import { goTo } from './district'

/** Write-off in the sample district, for the user guide. */
export async function writeOffPictures(page: Page, picture: (name: string) => Promise<void>): Promise<void> {
  await goTo(page, '/writeoff')
  await expect(page.getByRole('gridcell', { name: 'черновик' }).first()).toBeVisible()
  await picture('writeoff')
  await goTo(page, '/writeoff/candidates')
  await page.getByRole('textbox', { name: 'Издано не позже' }).fill('2018')
  await expect(page.getByRole('button', { name: 'Составить акты' })).toBeVisible()
  await picture('writeoff-candidates')
  await goTo(page, '/writeoff')
  await page.getByRole('gridcell', { name: 'черновик' }).first().dblclick()
  await expect(page.getByRole('button', { name: 'Провести', exact: true })).toBeVisible()
  await picture('writeoff-act')
  await page.getByRole('tab', { name: 'Документ' }).click()
  await expect(page.locator('.paper').getByText('УТВЕРЖДАЮ').first()).toBeVisible()
  await picture('writeoff-paper')
  await goTo(page, '/writeoff/campaigns?open=1')
  await page.getByRole('tab', { name: 'Школы' }).click()
  await expect(page.getByText('Готово школ').first()).toBeVisible()
  await picture('writeoff-campaign')
}
