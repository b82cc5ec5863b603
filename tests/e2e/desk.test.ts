import { expect, type Page, test } from 'playwright/test'
import { launch, screenshot } from './support/app'
import { expectAccessibleInBothThemes } from './support/axe'
import { callFrom, goTo, schoolCalled, startOwnDistrict } from './support/district'

const group = (page: Page, name: string) => page.getByRole('region', { name })

async function back(page: Page): Promise<void> {
  await goTo(page, '/')
  await expect(page.getByRole('heading', { name: 'Рабочий стол', level: 1 })).toBeVisible()
}

test('each entry of the desk opens its place', async () => {
  test.setTimeout(120_000)
  const { page, app, close } = await launch()
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await expect(page.getByRole('heading', { name: 'Рабочий стол', level: 1 })).toBeVisible()
  await expect(group(page, 'Обменный фонд')).toContainText('Свободно')
  await expect(group(page, 'Ход учебного года')).toContainText('исполнено')
  await expect(group(page, 'Ближайшее заседание')).toContainText(/через|сегодня|завтра/)
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'desk-light')
  await page.getByRole('main').evaluate((main) => main.scrollTo(0, 500))
  await screenshot(page, 'desk-light-below')
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark'
  })
  await screenshot(page, 'desk-dark-below')
  await page.getByRole('main').evaluate((main) => main.scrollTo(0, 0))
  await screenshot(page, 'desk-dark')

  // The counts of a group are those of the list it opens.
  const { groups } = await callFrom(page, 'desk.overview', {})
  const overdue = groups.find((one) => one.kind === 'decision-overdue')
  await expect(group(page, 'Просроченные поручения')).toContainText(`${overdue?.count}`)
  await group(page, 'Просроченные поручения').getByRole('link').last().click()
  await expect(page.getByRole('grid', { name: 'Решения' })).toHaveAttribute(
    'aria-rowcount',
    String((overdue?.count ?? 0) + 1),
  )

  for (const [name, place] of [
    ['Просроченные поручения', /#\/decisions\?open=\d+/],
    ['Просрочено по дорожным картам', /#\/roadmaps\/\d+\?item=/],
    ['Прошли, но не отмечены', /#\/events\?open=\d+/],
    ['Истекает категория', /#\/librarians\?open=\d+/],
    ['Неподписанные протоколы', /#\/meetings\/\d+/],
  ] as const) {
    await back(page)
    await group(page, name).getByRole('listitem').first().getByRole('link').focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(place)
  }
  // An item of a road map is open in its paper.
  await back(page)
  const item = group(page, 'Просрочено по дорожным картам').getByRole('listitem').first().getByRole('link')
  const title = ((await item.locator('span span').first().textContent()) ?? '').replace(/^[\d.]+\s/, '').slice(0, 40)
  await item.click()
  await expect(page.getByRole('main')).toContainText(title)

  await back(page)
  await group(page, 'Обменный фонд').getByRole('link').first().click()
  await expect(page).toHaveURL(/#\/exchange\/surpluses/)
  await back(page)
  await group(page, 'Ход учебного года')
    .getByRole('link', { name: /исполнено/ })
    .click()
  await expect(page).toHaveURL(/#\/decisions/)
  await back(page)
  await group(page, 'Ближайшее заседание').getByRole('button', { name: 'Открыть протокол' }).click()
  await expect(page.getByRole('navigation', { name: 'Части протокола' })).toBeVisible()
  await close()
})

test('what one step finishes is marked on the desk and taken back from the message', async () => {
  const { page, close } = await launch()
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  const decisions = group(page, 'Просроченные поручения')
  await expect(decisions).toBeVisible()
  const before = await decisions.getByRole('listitem').count()
  const title = await decisions.getByRole('listitem').first().locator('span span').first().textContent()
  await decisions
    .getByRole('button', { name: /^Исполнено/ })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Отмечено: поручение исполнено.')).toBeVisible()
  await expect(decisions.getByRole('listitem')).toHaveCount(before - 1)
  await expect(decisions).not.toContainText(title ?? '')
  await screenshot(page, 'desk-marked')
  await page.getByRole('button', { name: 'Отменить', exact: true }).click()
  await expect(decisions.getByRole('listitem')).toHaveCount(before)
  await expect(decisions).toContainText(title ?? '')

  const events = group(page, 'Прошли, но не отмечены')
  await events
    .getByRole('button', { name: /^Проведено/ })
    .first()
    .click()
  await expect(events).toBeHidden()
  await close()
})

test('an empty desk is calm and says what to do first', async () => {
  const { page, close } = await launch()
  await startOwnDistrict(page)
  const first = group(page, 'С чего начать')
  await expect(first.getByRole('button', { name: 'Загрузить из Excel' }).first()).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'desk-first-steps')
  await callFrom(page, 'schools.save', { id: null, revision: null, school: schoolCalled('СОШ № 1') })
  await expect(first.getByText('Школы района — готово')).toBeVisible()
  await screenshot(page, 'desk-second-step')
  await first.getByRole('button', { name: 'Вписать людей' }).click()
  await expect(page).toHaveURL(/#\/librarians/)
  await close()
})
