import { expect, type Page, test } from 'playwright/test'
import { type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessible } from './support/axe'
import { callFrom, goTo, librarianCalled, schoolCalled, startOwnDistrict } from './support/district'

let launched: LaunchedApp
let page: Page

test.beforeEach(async () => {
  launched = await launch()
  page = launched.page
  await startOwnDistrict(page)
})
test.afterEach(async () => {
  await launched.close()
})

const grid = (name: string) => page.getByRole('grid', { name, exact: true })

test('what cards hold in rows stands beside the list of the cards, and a row opens its card', async () => {
  await callFrom(page, 'schools.save', { id: null, revision: null, school: schoolCalled('СОШ № 1') })
  for (const surname of ['Ромашкина', 'Лютикова']) {
    await callFrom(page, 'librarians.save', {
      id: null,
      revision: null,
      librarian: librarianCalled(surname, 'Анна', 'Ивановна'),
    })
  }
  const { rows } = await callFrom(page, 'librarians.list', {})
  await callFrom(page, 'lists.edit', {
    list: 'courses',
    rows: rows.map((row, index) => ({
      id: null,
      cells: { librarian: row.name, title: `Чтение ${index}`, hours: 36 },
    })),
  })
  await callFrom(page, 'lists.edit', {
    list: 'schoolFunds',
    rows: [{ id: null, cells: { school: 'СОШ № 1', year: 2025, held: 12000 } }],
  })

  await goTo(page, '/librarians')
  const lists = page.getByRole('navigation', { name: 'Списки банка библиотекарей' })
  await expect(lists.getByRole('link', { name: 'Люди' })).toHaveAttribute('aria-current', 'page')
  await lists.getByRole('link', { name: 'Курсы', exact: true }).click()
  await expect(grid('Курсы повышения квалификации')).toHaveAttribute('aria-rowcount', '4')
  await page.getByRole('gridcell', { name: /^Ромашкина/ }).click()
  await expect(page.getByRole('textbox', { name: 'Фамилия', exact: true })).toHaveValue('Ромашкина')
  await expectAccessible(page)
  await screenshot(page, 'row-lists-courses')

  await goTo(page, '/schools')
  const schools = page.getByRole('navigation', { name: 'Списки школ' })
  await schools.getByRole('link', { name: 'Фонды' }).click()
  await expect(grid('Фонды').getByRole('gridcell', { name: /12.000/ })).toBeVisible()
  await schools.getByRole('link', { name: 'Контингент' }).click()
  await expect(page.getByText('Здесь пока пусто')).toBeVisible()
  await expectAccessible(page)
  await screenshot(page, 'row-lists-empty')
})
