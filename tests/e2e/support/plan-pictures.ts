import { expect, type Page } from 'playwright/test'
import { callFrom, goTo, startOwnDistrict } from './district'
import { addPlanDistrict } from './plan'

/** Pictures of the plan for the guide, on an invented district. */
export async function planPictures(page: Page, picture: (name: string) => Promise<void>): Promise<void> {
  await startOwnDistrict(page)
  const { schools } = await addPlanDistrict(page, 14)
  await goTo(page, '/exchange/plan/new')
  await expect(page.getByRole('heading', { name: 'Составить план' })).toBeVisible()
  await picture('plan-new')
  const plan = async (name: string, options: object): Promise<number> =>
    (await callFrom(page, 'plans.make', { name, options, limit: { steps: 2000, seconds: null } })).planId
  const direct = await plan('Осенний обмен', {})
  const others = [
    await plan('Без мелких пар', { minimumPair: 12 }),
    await plan('Через пункт обмена', { viaSchoolId: schools[2] }),
  ]
  await goTo(page, `/exchange/plan/${direct}`)
  await page.getByRole('button', { name: /СОШ № 1 отдаёт/u }).scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: /ООШ с. Ивовка № 2 отдаёт/u }).click()
  await expect(page.getByRole('heading', { name: 'Получает' })).toBeVisible()
  await picture('plan')
  await goTo(page, `/exchange/plan/${direct}?tab=flows`)
  await expect(page.getByRole('button', { name: /→.*Показать строки/u }).first()).toBeVisible()
  await picture('plan-flows')
  await goTo(page, `/exchange/plan/compare?ids=${encodeURIComponent(JSON.stringify([direct, ...others]))}`)
  await expect(page.getByText('Экземпляров за поездку')).toBeVisible()
  await picture('plan-compare')
}
