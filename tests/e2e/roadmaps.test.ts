import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CDPSession, expect, type Page, test } from 'playwright/test'
import { answerSaveDialog, chooseMenu, type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessibleInBothThemes } from './support/axe'
import { callFrom, goTo, startOwnDistrict } from './support/district'

/** A plan of work from its first row to its report: typed, pasted, marked, looked at by the year, copied, decided upon. */
let launched: LaunchedApp
let page: Page
let keyboard: CDPSession

test.beforeEach(async () => {
  launched = await launch()
  page = launched.page
  keyboard = await page.context().newCDPSession(page)
  await startOwnDistrict(page)
})
test.afterEach(async () => {
  await launched.close()
})

const sheet = () => page.getByRole('treegrid', { name: 'Пункты' })
const row = (index: number) => sheet().locator(`[role=row][aria-rowindex="${index + 1}"]`)
const cell = (index: number, role: string) => row(index).locator(`[data-role="${role}"]`)
const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
const type = (text: string) => page.keyboard.insertText(text)
const said = (text: string | RegExp) => page.locator('.mantine-Notification-root').filter({ hasText: text }).first()

/** Types into the active cell as a person does: the first key opens it, on the Russian layout. */
async function typeCell(text: string, ...then: string[]): Promise<void> {
  const key = text.slice(0, 1)
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key, unmodifiedText: key })
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key })
  await type(text.slice(1))
  await press(...then)
}

async function paste(text: string): Promise<void> {
  await launched.app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text)
  await press('Control+KeyV')
}

async function stored() {
  const { rows } = await callFrom(page, 'roadmaps.list', { limit: 10 })
  return callFrom(page, 'roadmaps.get', { id: rows[0]?.id ?? 0 })
}

/** The plan of the first test, made at once. */
async function addPlan(): Promise<number> {
  const blank = await callFrom(page, 'roadmaps.blank', { kind: 'plan' })
  const year = blank.from.slice(0, 4)
  const item = (uid: string, title: string, text: string, from: string | null, to: string | null) => ({
    uid,
    number: '',
    title,
    parts: [],
    dues: [{ text, range: null, from, to, recurrence: null }],
    executors: [
      { uid: `${uid}who`, role: 'main' as const, text: 'Руководитель РМО', librarianId: null, schoolId: null },
    ],
    document: '',
    results: '',
    cells: [],
  })
  const roadmap = {
    ...blank,
    title: 'План работы РМО библиотекарей',
    sections: [
      {
        uid: 'section-one',
        number: 'I',
        title: 'Организационная работа',
        items: [
          item('item-bank', 'Уточнить банк данных библиотекарей', 'до 10 сентября 2020', null, '2020-09-10'),
          {
            ...item('item-meetings', 'Провести заседания РМО', '', null, null),
            dues: [],
            parts: [
              {
                uid: 'part-autumn',
                title: 'Осеннее заседание',
                dues: [{ text: 'октябрь', range: null, from: `${year}-10-01`, to: `${year}-10-31`, recurrence: null }],
              },
              {
                uid: 'part-spring',
                title: 'Весеннее заседание',
                dues: [
                  {
                    text: 'март',
                    range: null,
                    from: `${Number(year) + 1}-03-01`,
                    to: `${Number(year) + 1}-03-31`,
                    recurrence: null,
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        uid: 'section-two',
        number: 'II',
        title: 'Методическая работа',
        items: [
          {
            ...item('item-quarter', 'Консультации для школ', 'ежеквартально', null, null),
            dues: [{ text: 'ежеквартально', range: null, from: null, to: null, recurrence: 'quarterly' as const }],
          },
          item('item-weeks', 'Неделя детской книги', 'когда договоримся', null, null),
        ],
      },
    ],
  }
  return (await callFrom(page, 'roadmaps.save', { id: null, revision: null, roadmap })).id
}

test('a plan is typed by keyboard: sections, items, sub-events, a block from Excel', async () => {
  await goTo(page, '/roadmaps')
  await expect(page.getByText('Дорожных карт и планов в этом году нет')).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'roadmaps-empty')
  await page.getByRole('button', { name: 'Создать план работы' }).last().click()
  await expect(sheet()).toBeVisible()
  await screenshot(page, 'roadmap-blank')

  // The new line becomes a section, an item under it, a sub-event under that.
  await sheet().focus()
  await press('Alt+Shift+ArrowLeft')
  await type('I. Организационная работа')
  await press('Enter')
  await typeCell('Уточнить банк данных', 'Tab')
  await typeCell('до 10 сентября', 'Tab')
  await typeCell('Руководитель РМО', 'Enter')
  await typeCell('Осеннее совещание', 'Enter')
  await press('ArrowUp', 'Alt+Shift+ArrowRight')
  await expect(row(3)).toHaveAttribute('data-kind', 'part')
  await press('Tab')
  await typeCell('октябрь', 'Enter')
  await press('Alt+Shift+ArrowLeft')
  await type('II. Методическая работа')
  await press('Enter')
  await paste(
    'Семинар по каталогам\tноябрь\tМетодист района\r\nНеделя детской книги\tкогда договоримся\tПедагоги-библиотекари',
  )
  await expect(cell(6, 'title')).toHaveText('Неделя детской книги')
  await expect(cell(6, 'due')).toContainText('срок не понят')
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'roadmap-typed')

  await expect.poll(async () => (await stored()).roadmap.sections.map(({ items }) => items.length)).toEqual([1, 2])
  const { roadmap } = await stored()
  expect(roadmap.sections.map(({ number, title }) => `${number} ${title}`)).toEqual([
    'I Организационная работа',
    'II Методическая работа',
  ])
  expect(roadmap.sections[0]?.items[0]).toMatchObject({
    title: 'Уточнить банк данных',
    dues: [{ text: 'до 10 сентября', to: expect.stringMatching(/-09-10$/u) }],
    executors: [{ text: 'Руководитель РМО' }],
    parts: [{ title: 'Осеннее совещание', dues: [{ text: 'октябрь' }] }],
  })

  // «@» offers people; a cell of a Word table keeps its paragraphs.
  await cell(6, 'executors').click()
  await press('F2', 'Alt+Enter')
  await type('@руков')
  await expect(page.getByRole('option', { name: 'Руководитель РМО' })).toBeVisible()
  await press('Enter', 'Enter')
  await expect(cell(6, 'executors')).toHaveText('Педагоги-библиотекари\nРуководитель РМО')
  await launched.app.evaluate(({ clipboard }) => {
    const write = clipboard.write as unknown as (data: { text: string; html: string }) => void
    write({
      text: 'Выставка\nв школах\tапрель',
      html: '<table><tr><td><p>Выставка</p><p>в школах</p></td><td><p>апрель</p></td></tr></table>',
    })
  })
  await row(7).click()
  await press('Control+KeyV')
  await expect(cell(7, 'title')).toHaveText('Выставка\nв школах')
  await expect(cell(7, 'due')).toContainText('апрель')
  await press('Control+Minus')
  await expect(row(7)).toHaveAttribute('data-kind', 'fresh')

  // Rows are moved among each other, and each step is taken back by itself.
  await sheet().focus()
  await cell(6, 'title').click()
  await press('Alt+ArrowUp')
  await expect(cell(5, 'title')).toHaveText('Неделя детской книги')
  await press('Control+KeyZ')
  await expect(cell(6, 'title')).toHaveText('Неделя детской книги')
  await press('Control+Minus')
  await expect(row(6)).toHaveAttribute('data-kind', 'fresh')
  await press('Control+KeyZ')
  await expect(cell(6, 'title')).toHaveText('Неделя детской книги')
})

test('what was done is marked, seen by the year, narrowed to and linked', async () => {
  const id = await addPlan()
  await goTo(page, `/roadmaps/${id}`)
  await expect(cell(2, 'execution')).toContainText('просрочено')
  await page.getByText(/^Просрочено: \d$/u).click()
  await expect(sheet().getByText('Уточнить банк данных библиотекарей')).toBeVisible()
  await expect(sheet().getByText('Консультации для школ')).toBeHidden()
  await page.getByText('Все', { exact: true }).click()

  // Several at once, then one in its panel.
  await cell(4, 'title').click()
  await cell(5, 'title').click({ modifiers: ['Shift'] })
  await page.getByRole('button', { name: 'Отметить…' }).click()
  const dialog = page.getByRole('dialog', { name: /Отметить: 2/u })
  await dialog.getByRole('textbox', { name: 'Подтверждение' }).fill('протоколы РМО')
  await screenshot(page, 'roadmap-mark')
  await dialog.getByRole('button', { name: 'Отметить' }).click()
  await expect(said('Отмечено: 2')).toBeVisible()
  await expect(cell(3, 'execution')).toContainText(/Выполнено/u)
  await cell(2, 'title').click()
  await press('Control+Enter')
  const panel = page.getByRole('region', { name: 'Пункт 1' })
  await panel.getByRole('button', { name: 'Отметить выполнение' }).click()
  await type('приказ № 14')
  await press('Tab')
  await expect(cell(2, 'execution')).toContainText('приказ № 14')
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'roadmap-panel')
  await press('Escape')

  await page.getByText('Год', { exact: true }).click()
  const year = page.getByRole('listbox', { name: /^Пункты, / })
  await expect(year.getByRole('option')).toHaveCount(6)
  await year.focus()
  await press('ArrowDown')
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'roadmap-year')
  await chooseMenu(launched.app, 'theme:dark')
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await screenshot(page, 'roadmap-year-dark')
  await page.getByText('Таблица', { exact: true }).click()
  await screenshot(page, 'roadmap-dark')
  await chooseMenu(launched.app, 'theme:light')
  await page.getByText('Сведения', { exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Название' })).toHaveValue('План работы РМО библиотекарей')
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'roadmap-head')

  await goTo(page, '/roadmaps/items')
  await expect(page.getByRole('gridcell', { name: 'Консультации для школ' })).toBeVisible()
  await page.getByRole('link', { name: 'Выполнено' }).click()
  await expect(page.getByRole('gridcell', { name: 'Консультации для школ' })).toBeHidden()
  await screenshot(page, 'roadmap-items')
  await goTo(page, '/roadmaps')
  await expect(page.getByRole('gridcell', { name: 'План работы РМО библиотекарей' })).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'roadmaps')
})

test('items become decisions of a meeting, and the paper goes on to the next year', async () => {
  const id = await addPlan()
  await goTo(page, `/roadmaps/${id}`)
  await cell(7, 'title').click()
  await cell(8, 'title').click({ modifiers: ['Shift'] })
  await page.getByRole('button', { name: 'Решения для заседания…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Решения для заседания' })
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'roadmap-decide')
  await dialog.getByRole('button', { name: 'Добавить решения' }).click()
  await expect(page.getByRole('navigation', { name: 'Части протокола' })).toBeVisible()
  await expect(said('Добавлено: 2 решения')).toBeVisible()
  await screenshot(page, 'roadmap-decided')
  const { links } = await callFrom(page, 'roadmaps.get', { id })
  expect(links.map(({ itemUid, kind }) => `${itemUid} ${kind}`).sort()).toEqual([
    'item-quarter decision',
    'item-weeks decision',
  ])
  // The link is seen from both its ends.
  await goTo(page, '/decisions?open=1')
  await expect(page.getByText('Выполняет пункты дорожных карт')).toBeVisible()
  await goTo(page, `/roadmaps/${id}?item=item-quarter`)
  const panel = page.getByRole('region', { name: 'Пункт 3' })
  await expect(panel.getByText(/решение · .* · ещё не выполнено/u)).toBeVisible()
  await screenshot(page, 'roadmap-links')
  await panel.getByRole('button', { name: /^Убрать связь/u }).click()
  await expect(panel.getByText(/ещё не выполнено/u)).toBeHidden()
  await panel.getByLabel('Связать с решением').fill('консультации')
  await page.getByRole('option', { name: /Консультации/iu }).click()
  await expect(panel.getByText(/ещё не выполнено/u)).toBeVisible()

  await page.getByRole('button', { name: 'Ещё действия с документом' }).click()
  await page.getByRole('menuitem', { name: 'Копия на следующий год' }).click()
  await expect(said('Составлена копия')).toBeVisible()
  const { rows } = await callFrom(page, 'roadmaps.list', { limit: 10 })
  expect(rows).toHaveLength(2)
  const copy = await callFrom(page, 'roadmaps.get', { id: rows.find((one) => one.id !== id)?.id ?? 0 })
  const first = await callFrom(page, 'roadmaps.get', { id })
  expect(Number(copy.roadmap.from.slice(0, 4))).toBe(Number(first.roadmap.from.slice(0, 4)) + 1)
  expect(copy.marks).toEqual([])
  expect(copy.links).toEqual([])
})

test('the paper, its report and its year are seen as they print and saved', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'metodist-roadmaps-'))
  const id = await addPlan()
  await goTo(page, `/roadmaps/${id}`)
  await expect(sheet()).toBeVisible()
  const save = async (name: string, click: () => Promise<void>) => {
    const file = join(folder, name)
    await answerSaveDialog(launched.app, file)
    await click()
    await expect.poll(() => existsSync(file)).toBe(true)
  }
  try {
    await save('План.docx', () => page.getByRole('button', { name: 'Word', exact: true }).click())
    await page.getByText('Документ', { exact: true }).click()
    await expect(page.locator('.paper').getByText('Уточнить банк данных библиотекарей').first()).toBeVisible()
    await expectAccessibleInBothThemes(page)
    await screenshot(page, 'roadmap-paper')
    await page.getByLabel('Отчёт о выполнении').check()
    await expect(page.locator('.paper').getByText('Отчёт', { exact: false }).first()).toBeVisible()
    await screenshot(page, 'roadmap-report')
    await save('Отчёт.docx', () => page.getByRole('button', { name: 'Сохранить в Word' }).click())
    await save('Отчёт.xlsx', () => page.getByRole('button', { name: 'Excel', exact: true }).click())
    await page.getByLabel('Годовой график').check()
    await expect(page.locator('.paper').getByText('Неделя детской книги').first()).toBeVisible()
    await screenshot(page, 'roadmap-year-paper')
    await save('График.docx', () => page.getByRole('button', { name: 'Сохранить в Word' }).click())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
