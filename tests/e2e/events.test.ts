import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import { addDays, formatDate, todayIso } from '@shared/domain/dates'
import { expect, type Page, test } from 'playwright/test'
import { answerOpenDialog, type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessible, expectAccessibleInBothThemes } from './support/axe'
import { callFrom, goTo, librarianCalled, schoolCalled, startOwnDistrict } from './support/district'

let launched: LaunchedApp
let page: Page

const today = todayIso(new Date())
const yesterday = addDays(today, -1)
const shown = (day: string): string => formatDate(day, 'digits')
const field = (name: string) => page.getByRole('textbox', { name, exact: true })
const tab = (name: string | RegExp) => page.getByRole('tab', { name })
const button = (name: string | RegExp) => page.getByRole('button', { name })
const events = async () => (await callFrom(page, 'events.list', {})).rows
const saved = () => expect(page.getByText(/Сохранено \d\d:\d\d/)).toBeVisible()

async function fill(): Promise<void> {
  for (const name of ['СОШ № 1', 'СОШ № 2', 'ООШ с. Дальнее']) {
    await callFrom(page, 'schools.save', { id: null, revision: null, school: schoolCalled(name) })
  }
  for (const [surname, schoolId] of [
    ['Ромашкина', 1],
    ['Лютикова', 2],
  ] as const) {
    const work = {
      uid: `work-${schoolId}`,
      schoolId,
      position: 'педагог-библиотекарь',
      rate: 100,
      from: null,
      to: null,
      main: true,
    }
    await callFrom(page, 'librarians.save', {
      id: null,
      revision: null,
      librarian: librarianCalled(surname, 'Анна', 'Ивановна', { employments: [work] }),
    })
  }
}

/** A plan of one item, a seminar in twenty days. */
async function addPlan(): Promise<number> {
  const day = addDays(today, 20)
  const roadmap = {
    ...(await callFrom(page, 'roadmaps.blank', { kind: 'plan' })),
    title: 'План работы РМО',
    sections: [
      {
        uid: 'section-one',
        number: 'I',
        title: 'Методическая работа',
        items: [
          {
            uid: 'item-seminar',
            number: '',
            title: 'Семинар по каталогам',
            parts: [],
            dues: [{ text: shown(day), range: null, from: day, to: day, recurrence: null }],
            executors: [],
            document: '',
            results: '',
            cells: [],
          },
        ],
      },
    ],
  }
  return (await callFrom(page, 'roadmaps.save', { id: null, revision: null, roadmap })).id
}

test.describe('in a district of one’s own', () => {
  test.beforeEach(async () => {
    launched = await launch()
    page = launched.page
    await startOwnDistrict(page)
    await fill()
  })
  test.afterEach(async () => {
    await launched.close()
  })

  test('an event is made by keyboard, gets its participants, is held, and is told of in their cards', async () => {
    await goTo(page, '/events')
    await expect(page.getByText('Мероприятий в этом учебном году нет')).toBeVisible()
    await expectAccessibleInBothThemes(page)
    await screenshot(page, 'events-empty')

    // By keyboard alone: the palette, the name, the rest by Tab.
    await page.keyboard.press('Control+KeyK')
    await page.keyboard.type('Добавить мероприятие')
    await page.getByRole('listbox', { name: 'Найдено' }).getByText('Добавить мероприятие').waitFor()
    await page.keyboard.press('Enter')
    await expect(field('Мероприятие')).toBeFocused()
    await page.keyboard.type('Вебинар «Сводный каталог»')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('heading', { name: 'Вебинар «Сводный каталог»' })).toBeVisible()
    await page.getByRole('textbox', { name: 'Начало', exact: true }).focus()
    await page.keyboard.press('Control+KeyA')
    await page.keyboard.type(shown(yesterday))
    await page.keyboard.press('Tab')
    await expect(field('Окончание')).toHaveValue(shown(yesterday))
    await expect(page.getByRole('combobox', { name: 'Вид', exact: true })).toHaveValue('вебинар')
    await page.getByRole('textbox', { name: 'Место', exact: true }).focus()
    await page.keyboard.type('МИБЦ')
    await page.keyboard.press('Tab')
    await saved()
    await expect.poll(async () => (await events())[0]?.place).toBe('МИБЦ')
    await expect(page.getByText('Дата прошла. Отметьте, проведено ли.')).toBeVisible()
    await expectAccessibleInBothThemes(page)
    await screenshot(page, 'events-card')

    // It ends before it begins: said at its place, put right.
    await field('Окончание').fill(shown(addDays(yesterday, -3)))
    await page.keyboard.press('Tab')
    await expect(page.getByText(/раньше начала/).first()).toBeVisible()
    await field('Окончание').fill(shown(yesterday))
    await page.keyboard.press('Tab')
    await expect(page.getByText(/раньше начала/)).toHaveCount(0)

    // Participants: schools and people in bulk, a child by hand.
    await tab('Участники').click()
    await button('Добавить школы…').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Отметить все' }).click()
    await expect(dialog.getByText('Отмечено: 3 из 3')).toBeVisible()
    await screenshot(page, 'events-add-schools')
    await dialog.getByRole('button', { name: 'Добавить: 3' }).click()
    await button('Добавить библиотекарей…').click()
    await dialog.getByRole('checkbox', { name: /Ромашкина/ }).check()
    await dialog.getByRole('button', { name: 'Добавить: 1' }).click()
    await button('Добавить участника').click()
    await expect(field('Участник, строка 5')).toBeFocused()
    await page.keyboard.type('Вера Лучинина')
    await field('Школа, строка 5').fill('Дальнее')
    await page.getByRole('option', { name: 'ООШ с. Дальнее' }).click()
    await page.getByRole('combobox', { name: 'Роль, строка 5' }).click()
    await page.getByRole('option', { name: 'победитель' }).click()
    await field('Результат, строка 5').fill('1 место')
    await page.keyboard.press('Tab')
    await expect(
      page.getByText('3 школы, 1 библиотекарь, 1 награждённый'.replaceAll(/(\d) /g, '$1\u00a0')),
    ).toBeVisible()
    await expectAccessibleInBothThemes(page)
    await screenshot(page, 'events-participants')
    await expect.poll(async () => (await events())[0]).toMatchObject({ schools: 3, librarians: 1, winners: 1 })

    // Held.
    await tab('Мероприятие').click()
    await page.getByText('проведено', { exact: true }).first().click()
    await expect.poll(async () => (await events())[0]?.state).toBe('held')
    await tab('Итоги').click()
    await field('Результаты').fill('Каталог объединят к маю.')
    await page.keyboard.press('Tab')
    await expect.poll(async () => (await events())[0]?.results).toBe('Каталог объединят к маю.')
    await screenshot(page, 'events-results')

    // In the card of the person and of the school.
    await goTo(page, '/librarians?open=1')
    await tab('Достижения').click()
    await expect(page.getByRole('link', { name: 'Вебинар «Сводный каталог»' })).toBeVisible()
    await goTo(page, '/schools?open=3')
    await tab('Библиотека').click()
    await expect(page.getByText(/победитель · 1 место/)).toBeVisible()
    await screenshot(page, 'events-of-school')
    await page.getByRole('link', { name: 'Вебинар «Сводный каталог»' }).first().click()
    await expect(page.getByRole('heading', { name: 'Вебинар «Сводный каталог»' })).toBeVisible()

    // All who took part, as a list.
    await page.getByRole('link', { name: 'Участие' }).click()
    await expect(page.getByRole('gridcell', { name: 'Вера Лучинина' })).toBeVisible()
    await screenshot(page, 'events-who')
  })

  test('an item of a plan becomes an event, linked with it; the link is taken off and made again in the card', async () => {
    const id = await addPlan()
    await goTo(page, `/roadmaps/${id}?item=item-seminar`)
    await expect(page.getByRole('heading', { name: 'Пункт 1' })).toBeVisible()
    await button('Создать мероприятие').scrollIntoViewIfNeeded()
    await screenshot(page, 'events-of-item')
    await button('Создать мероприятие').click()
    await expect(page.getByRole('heading', { name: 'Семинар по каталогам' })).toBeVisible()
    await expect(field('Начало')).toHaveValue(shown(addDays(today, 20)))
    await expect(page.getByRole('combobox', { name: 'Вид', exact: true })).toHaveValue('семинар')
    const unlink = button('Убрать связь: Семинар по каталогам')
    await expect(unlink).toBeVisible()
    await expectAccessibleInBothThemes(page)
    await screenshot(page, 'events-from-item')

    await unlink.click()
    await expect(unlink).toHaveCount(0)
    const links = async () => (await callFrom(page, 'roadmaps.get', { id })).links.map(({ title }) => title)
    expect(await links()).toEqual([])
    await field('Связать с пунктом').fill('каталогам')
    await page.getByRole('option', { name: /Семинар по каталогам/ }).click()
    await expect(unlink).toBeVisible()
    await expect.poll(links).toEqual(['Семинар по каталогам'])

    // Held, it has done the item.
    await page.getByText('проведено', { exact: true }).first().click()
    await expect
      .poll(async () => (await callFrom(page, 'roadmaps.get', { id })).links.map(({ done }) => done))
      .toEqual([true])
    await page.getByRole('link', { name: 'План работы РМО' }).click()
    await expect(
      page
        .getByRole('treegrid', { name: 'Пункты' })
        .getByText(/^выполнено/i)
        .first(),
    ).toBeVisible()
  })

  test('two rows come from Excel, kinds and levels known by their words; one step takes them back', async () => {
    const file = join(launched.dataDir, 'Мероприятия.xlsx')
    const book = utils.book_new()
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['Название мероприятия', 'Дата проведения', 'Уровень', 'Количество участников', 'Организаторы'],
        ['Семинар «Учёт фонда»', '14.10.2025', 'районный', 25, 'РМО'],
        ['Конкурс чтецов', '20.11.2025', 'Областной', 40, 'РРИБЦ'],
      ]),
      'Лист1',
    )
    writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }))
    await goTo(page, '/imports/new')
    await answerOpenDialog(launched.app, [file])
    await button('Выбрать файл…').click()
    await expect(page.getByRole('table', { name: /Столбцы файла/ })).toBeVisible()
    await expect(page.getByText('Мероприятия').first()).toBeVisible()
    await screenshot(page, 'events-import')
    await page.keyboard.press('Control+Enter')
    await expect(tab('Новые 2')).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'Файл загружен' })).toBeVisible()
    expect((await events()).map(({ name, kind, level, state, people }) => [name, kind, level, state, people])).toEqual([
      ['Семинар «Учёт фонда»', 'seminar', 'municipal', 'held', 25],
      ['Конкурс чтецов', 'contest', 'regional', 'held', 40],
    ])
    await page.keyboard.press('Control+KeyZ')
    await expect.poll(async () => (await events()).length).toBe(0)
    await page.keyboard.press('Control+KeyY')
    await expect.poll(async () => (await events()).length).toBe(2)
  })

  test('several are marked held at once, and one undo takes it back', async () => {
    const rows = ['Акция «Подари книгу»', 'Квест'].map((name) => ({ id: null, cells: { name, from: today } }))
    await callFrom(page, 'lists.edit', { list: 'events', rows })
    await goTo(page, '/events')
    const cell = (name: string) => page.getByRole('gridcell', { name, exact: true })
    await cell('Акция «Подари книгу»').click()
    await cell('Квест').click({ modifiers: ['Shift'] })
    await button(/^С выделенными/)
      .or(button(/Отметить проведёнными/))
      .first()
      .click()
    const item = page.getByRole('menuitem', { name: /Отметить проведёнными/ })
    if (await item.isVisible()) await item.click()
    await expect.poll(async () => (await events()).map((one) => one.state)).toEqual(['held', 'held'])
    await page.keyboard.press('Control+KeyZ')
    await expect.poll(async () => (await events()).map((one) => one.state)).toEqual(['planned', 'planned'])
  })
})

test('the sample district: a full list, a contest with its winners, both themes', async () => {
  test.setTimeout(120_000)
  launched = await launch()
  page = launched.page
  await button('Открыть пример').click()
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor()
  await expect(page.getByText('Ближайшие мероприятия')).toBeVisible()
  await expect(page.getByText('Прошли, но не отмечены')).toBeVisible()
  await screenshot(page, 'events-desk')
  await goTo(page, '/events?allYears=true')
  await expect(page.getByRole('gridcell', { name: 'Муниципальный конкурс буктрейлеров' })).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'events-sample')
  await page.getByRole('gridcell', { name: 'Муниципальный конкурс буктрейлеров' }).click()
  await tab(/Участники/).click()
  await expect(field('Результат, строка 1')).toHaveValue('1 место')
  await screenshot(page, 'events-sample-participants')
  await tab('Документ').click()
  await expect(page.getByText('СПИСОК УЧАСТНИКОВ').first()).toBeVisible()
  await page.getByText('Лист регистрации', { exact: true }).click()
  await expect(page.getByText('ЛИСТ РЕГИСТРАЦИИ').first()).toBeVisible()
  await expectAccessible(page)
  await screenshot(page, 'events-sample-sheet')
  await tab(/Участники/).click()
  await button('Развернуть на всё окно').click()
  await screenshot(page, 'events-sample-full')
  await launched.app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark'
  })
  await expectAccessibleInBothThemes(page)
  await screenshot(page, 'events-sample-dark')
  await launched.close()
})
