import { expect, test } from 'playwright/test'
import { launch, screenshot } from './support/app'
import { expectAccessibleInBothThemes } from './support/axe'
import { goTo } from './support/district'

test('F1 opens the guide where it speaks of the screen, without any network', async () => {
  test.setTimeout(120_000)
  const { page, app, close } = await launch()
  const asked: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith('app://') && !/^(?:data|blob):/.test(request.url())) asked.push(request.url())
  })
  const guide = page.getByRole('complementary', { name: 'Руководство' })
  const text = guide.getByRole('region', { name: 'Текст руководства' })

  // Before anything is entered there is help too.
  await page.getByRole('button', { name: 'Открыть пример' }).waitFor()
  await page.keyboard.press('F1')
  await expect(text.getByRole('heading', { name: 'Первый запуск' })).toBeInViewport()
  await page.keyboard.press('Escape')
  await expect(guide).toBeHidden()
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor()

  for (const [place, ready, heading] of [
    ['/', 'Рабочий стол', 'Рабочий стол'],
    ['/schools?open=1', 'МБОУ СОШ № 1', 'Карточка'],
    ['/meetings/new', 'Что будет в протоколе', 'Новое заседание'],
    ['/decisions', 'Решения', 'Решения и их исполнение'],
    ['/exchange/match', 'Сопоставление', 'Сопоставление'],
    ['/librarians/attention', 'Сроки', 'Кадровый состав и сроки'],
    ['/writeoff/campaigns', 'Кампании', 'Кампания'],
  ] as const) {
    await goTo(page, place)
    await expect(page.getByRole('main').getByText(ready).first()).toBeVisible()
    await page.keyboard.press('F1')
    const found = text.getByRole('heading', { name: heading, exact: true })
    await expect(found).toBeInViewport()
    // At the top of the text, if there is enough of it below to be scrolled so far.
    const [own, body] = [await found.boundingBox(), await text.boundingBox()]
    const left = await text.evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight)
    expect((own?.y ?? 0) - (body?.y ?? 0), heading).toBeLessThan(left < 2 ? 700 : 60)
  }
  // Pictures are there.
  await expect
    .poll(() =>
      text
        .locator('img')
        .first()
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBeGreaterThan(600)
  await screenshot(page, 'guide-panel')
  await expectAccessibleInBothThemes(page)

  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark'
  })
  await screenshot(page, 'guide-panel-dark')
  await page.keyboard.press('Escape')
  await expect(guide).toBeHidden()
  expect(asked).toEqual([])
  await close()
})

test('the guide is read, searched and gone through by keyboard', async () => {
  const { page, close } = await launch()
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor()
  const guide = page.getByRole('complementary', { name: 'Руководство' })
  const text = guide.getByRole('region', { name: 'Текст руководства' })
  await page.getByRole('button', { name: 'Руководство по этому экрану (F1)' }).focus()
  await page.keyboard.press('Enter')
  await expect(text.getByRole('heading', { name: 'Рабочий стол' })).toBeVisible()

  const search = guide.getByRole('textbox', { name: 'Найти в руководстве' })
  await search.fill('голосования')
  await expect(guide.getByRole('list', { name: 'Найдено в руководстве' })).toContainText('Заседание и протокол')
  await screenshot(page, 'guide-search')
  await search.press('Enter')
  await expect(text).toContainText('голосование')
  await search.fill('абракадабра')
  await expect(text).toContainText('В руководстве этого нет')
  await search.press('Escape')
  await expect(guide).toBeVisible()

  await guide.getByRole('button', { name: 'Содержание', exact: true }).click()
  await text.getByRole('button', { name: 'Списки: править как в Excel' }).click()
  await expect(text.getByRole('heading', { name: 'Вписать в ячейку' })).toBeAttached()
  await guide.getByRole('button', { name: 'Содержание', exact: true }).click()
  await text.getByRole('button', { name: 'Excel: выгрузить и загрузить' }).click()
  await expect(text.getByRole('heading', { name: 'Excel: выгрузить и загрузить' })).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(text.getByRole('heading', { name: 'Списки: править как в Excel' })).toBeVisible()
  // A link between chapters, and the way back.
  await page.keyboard.press('Alt+ArrowRight')
  await expect(text.getByRole('heading', { name: 'Excel: выгрузить и загрузить' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Рабочий стол', level: 1 })).toBeVisible()

  await text.locator('button:has(img)').first().click()
  await expect(page.getByRole('dialog').locator('img')).toBeVisible()
  await screenshot(page, 'guide-picture')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await guide.getByRole('button', { name: 'На всё окно' }).click()
  await expect(guide.getByRole('navigation', { name: 'Содержание руководства' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Рабочий стол', level: 1 })).toBeHidden()
  await screenshot(page, 'guide-full')
  await guide.getByRole('button', { name: 'Вернуть экран' }).click()
  const width = async (): Promise<number> => (await guide.boundingBox())?.width ?? 0
  const before = await width()
  await guide.getByRole('separator', { name: 'Ширина руководства' }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(width).toBeGreaterThan(before)
  await text.focus()
  await page.keyboard.press('Escape')
  await expect(guide).toBeHidden()
  // The keyboard is where it was.
  await expect(page.getByRole('button', { name: 'Руководство по этому экрану (F1)' })).toBeFocused()
  await page.keyboard.press('Control+Slash')
  await expect(page.getByRole('dialog', { name: 'Клавиши' })).toBeVisible()
  await close()
})
