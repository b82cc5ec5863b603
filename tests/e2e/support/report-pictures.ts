import { expect, type Page } from 'playwright/test'
import { callFrom, goTo } from './district'

/** The annual report of the sample district, for the user guide. */
export async function reportPictures(page: Page, picture: (name: string) => Promise<void>): Promise<void> {
  await goTo(page, '/reports?open=new')
  await expect(page.getByRole('radio', { name: /^Обычные разделы/ })).toBeVisible()
  await picture('report-new')
  const { rows } = await callFrom(page, 'reports.list', { limit: 10 })
  await goTo(page, `/reports/${rows[0]?.id ?? 0}`)
  const outline = page.getByRole('tree', { name: 'Разделы отчёта' })
  await outline.getByRole('treeitem', { name: 'Заседания' }).first().click()
  const summary = page.getByRole('article', { name: 'Итог словами' })
  await expect(summary.getByText('проведено').first()).toBeVisible()
  await expect(page.locator('.paper [data-figure]').first()).toBeAttached()
  await picture('report')
  await summary
    .getByRole('button', { name: /заседани.*показать записи/ })
    .first()
    .click()
  await expect(page.getByRole('region', { name: 'Откуда число' }).getByText(/^Нашлось/)).toBeVisible()
  await picture('report-trace')
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Вид и шаблоны' }).click()
  await expect(page.getByText('Сравнивать с прошлым годом')).toBeVisible()
  await picture('report-look')
  await page.getByRole('tab', { name: 'Страница' }).click()
}
