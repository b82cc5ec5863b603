import { expect, type Page, test } from 'playwright/test'
import { chooseMenu, type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessible } from './support/axe'
import { callFrom, goTo } from './support/district'

/** Every screen of meetings in the sizes and themes people have: pictures for the eye, axe for the rest. */
let launched: LaunchedApp
let page: Page

test.beforeAll(async () => {
  launched = await launch()
  page = launched.page
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor({ timeout: 60_000 })
})
test.afterAll(async () => {
  await launched.close()
})
test.setTimeout(120_000)

/** 1366 × 768, and 1280 × 720 at 125 %: what is left of a screen for the page. */
const sizes = [
  { name: '1366', width: 1366, height: 700 },
  { name: '1280-125', width: 1024, height: 528 },
] as const

for (const theme of ['light', 'dark'] as const) {
  for (const size of sizes) {
    test(`screens of meetings, ${theme}, ${size.name}`, async () => {
      await chooseMenu(launched.app, `theme:${theme}`)
      await launched.app.evaluate(({ BrowserWindow }, { width, height }) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
      }, size)
      const shoot = async (name: string): Promise<void> => {
        await expectAccessible(page)
        await screenshot(page, `meetings-${name}-${theme}-${size.name}`)
      }
      const signed = await anyMeeting('signed')
      const draft = await anyMeeting('draft')

      await goTo(page, '/meetings')
      await page.getByRole('gridcell').first().waitFor()
      await shoot('list')
      await goTo(page, `/meetings?open=${signed}`)
      await page.getByRole('button', { name: 'Открыть протокол' }).waitFor()
      await shoot('panel')
      await goTo(page, '/meetings/new')
      await page.getByText('Что будет в протоколе').waitFor()
      await shoot('new')
      await goTo(page, `/meetings/${signed}`)
      await page.getByText(/закрыт от изменений/).waitFor()
      await shoot('signed')
      await goTo(page, `/meetings/${draft}`)
      await page.getByRole('button', { name: 'Подписать' }).waitFor()
      await page.getByRole('button', { name: 'Шапка' }).click()
      await shoot('header')
      await page.getByRole('button', { name: 'Присутствующие' }).click()
      await shoot('attendance')
      await page.getByRole('button', { name: 'Без вопроса' }).click()
      await shoot('general')
      await goTo(page, '/decisions')
      await page.getByRole('gridcell').first().waitFor()
      await shoot('decisions')
      const { rows } = await callFrom(page, 'decisions.list', { limit: 1 })
      await goTo(page, `/decisions?open=${rows[0]?.id}`)
      await page
        .getByRole('button', { name: /Отметить исполнение/ })
        .first()
        .waitFor()
      await shoot('decision')
      await goTo(page, '/meetings/templates')
      await page.getByRole('textbox', { name: 'Название шаблона' }).waitFor()
      await shoot('templates')
      await goTo(page, '/meetings/phrases')
      await page.getByRole('heading', { name: 'Частые фразы' }).waitFor()
      await shoot('phrases')
      expect(rows).toHaveLength(1)
    })
  }
}

async function anyMeeting(state: 'signed' | 'draft'): Promise<number> {
  const { rows } = await callFrom(page, 'meetings.list', {
    filters: [{ op: 'equals', column: 'state', value: state }],
    sort: [{ column: 'date', desc: true }],
    limit: 1,
  })
  return rows[0]?.id ?? 0
}
