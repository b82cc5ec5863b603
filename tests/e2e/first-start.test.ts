import { expect, test } from 'playwright/test'
import { launch, screenshot } from './support/app'
import { expectAccessibleInBothThemes } from './support/axe'
import { callFrom } from './support/district'

test('begins her own district by keyboard', async () => {
  const { page, close } = await launch()
  await expect(page.getByRole('heading', { name: 'Начать свой район' })).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'first-start')

  // The cursor already stands in the first field; Enter without a name says what is missing.
  await page.keyboard.press('Enter')
  await expect(page.getByText('Напишите название района, округа или города')).toBeVisible()
  await page.keyboard.type('Ольховский район')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Северодольская область')
  await page.keyboard.press('Tab')
  await page.keyboard.type('РМО педагогов-библиотекарей')
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: 'Рабочий стол' })).toBeVisible()
  expect(await callFrom(page, 'profile.get', {})).toMatchObject({
    municipality: 'Ольховский район',
    region: 'Северодольская область',
  })
  const { rows } = await callFrom(page, 'associations.list', {})
  expect(rows.map((row) => row.shortName)).toEqual(['РМО педагогов-библиотекарей'])
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'desk-empty')
  await close()
})

test('opens the sample district', async () => {
  const { page, close } = await launch()
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await expect(page.getByRole('heading', { name: 'Рабочий стол' })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Пример района')).toBeVisible()
  const { total } = await callFrom(page, 'schools.list', {})
  expect(total).toBeGreaterThan(0)
  await page.getByRole('list', { name: 'Район в числах' }).getByRole('link', { name: /Школы/ }).click()
  await expect(page.getByRole('grid', { name: 'Школы' })).toHaveAttribute('aria-rowcount', String((total ?? 0) + 2))
  await goDeskAndLook(page)
  await close()
})

async function goDeskAndLook(page: Parameters<typeof screenshot>[0]): Promise<void> {
  await page.getByRole('link', { name: 'Рабочий стол' }).click()
  await expect(page.getByRole('heading', { name: 'Ближайшее заседание' })).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'desk-sample')
}
