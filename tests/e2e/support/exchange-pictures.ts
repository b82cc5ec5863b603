import { expect, type Page } from 'playwright/test'
import { goTo } from './district'

/** The exchange fund of the sample district, for the user guide. */
export async function exchangePictures(page: Page, picture: (name: string) => Promise<void>): Promise<void> {
  await goTo(page, '/exchange')
  await expect(page.getByRole('heading', { name: 'Что дальше' })).toBeVisible()
  await picture('exchange')
  await goTo(page, '/exchange/surpluses')
  await expect(page.getByRole('grid').getByRole('gridcell').first()).not.toBeEmpty()
  await picture('exchange-surpluses')
  await goTo(page, '/exchange/match')
  await expect(page.getByRole('button', { name: 'Забронировать' })).toBeVisible()
  await picture('exchange-match')
  await goTo(page, '/exchange/transfers')
  await page.getByRole('gridcell', { name: 'согласована' }).first().dblclick()
  await expect(page.getByRole('button', { name: 'Выдать книги' })).toBeVisible()
  await picture('exchange-transfer')
  await goTo(page, '/exchange/register')
  await expect(page.getByRole('gridcell', { name: 'получена' }).first()).toBeVisible()
  await picture('exchange-register')
  await goTo(page, '/exchange/meeting')
  await expect(page.getByRole('button', { name: 'Составить протокол' })).toBeVisible()
  await picture('exchange-meeting')
}
