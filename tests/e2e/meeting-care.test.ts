import { expect, type Page, test } from 'playwright/test'
import { type LaunchedApp, launch, screenshot } from './support/app'
import { callFrom, goTo } from './support/district'

/** Nothing typed is lost, nothing wrong is kept silently. */
let launched: LaunchedApp
let page: Page

test.beforeEach(async () => {
  launched = await launch()
  page = launched.page
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor({ timeout: 60_000 })
})
test.afterEach(async () => {
  await launched.close()
})
test.setTimeout(120_000)

const press = (key: string): Promise<void> => page.keyboard.press(key)
const type = (text: string): Promise<void> => page.keyboard.type(text)

test('more votes than people: a sentence beside the vote, and the rest is kept', async () => {
  await openDraft()
  await press('Control+Shift+Enter')
  await type('О голосовании')
  await press('F9')
  await expect(page.getByRole('textbox', { name: 'За', exact: true })).toBeFocused()
  await type('99')
  await expect(page.getByText(/Голосов больше, чем присутствующих/).first()).toBeVisible()
  await press('Enter')
  await press('Control+KeyS')
  await expect(page.getByText(/голосов 99, а присутствовали \d+/).first()).toBeVisible()
  await expect(page.getByText(/Не записано/).first()).toBeVisible()
  // Ctrl+S answers what is true.
  await expect(page.getByText(/^Сохранено\./)).toHaveCount(0)
  await screenshot(page, 'meeting-votes-over')
  // Typing goes on, and is saved when the votes are right.
  await page.getByRole('textbox', { name: /Вопрос \d+ повестки/ }).focus()
  await press('End')
  await type(' вместе')
  await press('F9')
  await expect(page.getByRole('textbox', { name: 'За', exact: true })).toBeFocused()
  await type('1')
  await press('Enter')
  await press('Control+KeyS')
  await expect(page.getByText(/голосов 99/)).toHaveCount(0)
  await expect(page.getByText(/Сохранено \d\d:\d\d/)).toBeVisible()
  const { meeting } = await stored()
  expect(meeting.agenda.some((item) => item.title === 'О голосовании вместе' && item.vote.for === 1)).toBe(true)
})

test('what was typed survives the death of the program', async () => {
  const id = await openDraft()
  await press('Control+Shift+Enter')
  await type('О том, что не успело сохраниться')
  // A draft is put each second; the commit would come after five of rest.
  await expect
    .poll(async () => JSON.stringify(await callFrom(page, 'drafts.get', { key: `meeting:${id}` })))
    .toContain('не успело сохраниться')
  const { dataDir, app } = launched
  app.process().kill('SIGKILL')
  await app.waitForEvent('close').catch(() => {})
  launched = await launch({ dataDir })
  page = launched.page
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor({ timeout: 60_000 })
  await goTo(page, `/meetings/${id}`)
  await expect(page.getByText(/Восстановлено набранное/)).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Части протокола' })).toContainText(
    'О том, что не успело сохраниться',
  )
  await screenshot(page, 'meeting-restored')
  await page.getByRole('button', { name: 'Вернуть сохранённое' }).click()
  await expect(page.getByRole('navigation', { name: 'Части протокола' })).not.toContainText('не успело сохраниться')
})

test('undo takes back what was saved, and the editor shows it', async () => {
  await openDraft()
  const outline = page.getByRole('navigation', { name: 'Части протокола' })
  await press('Control+Shift+Enter')
  await type('Об отмене')
  await press('Control+KeyS')
  await expect(page.getByText(/Сохранено \d\d:\d\d/)).toBeVisible()
  await page
    .getByRole('button', { name: /^Отменить/ })
    .first()
    .click()
  await expect(outline).not.toContainText('Об отмене')
  await page
    .getByRole('button', { name: /^Вернуть/ })
    .first()
    .click()
  await expect(outline).toContainText('Об отмене')
})

test('another window changed the protocol meanwhile: the typing is whole, and she chooses', async () => {
  const id = await openDraft()
  await press('End')
  await type(' — моё')
  const { revision, meeting } = await callFrom(page, 'meetings.get', { id })
  await callFrom(page, 'meetings.save', { id, revision, meeting: { ...meeting, theme: 'чужая тема' } })
  await press('Control+KeyS')
  await expect(page.getByText('Протокол тем временем изменили в другом окне')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Вопрос 1 повестки' })).toHaveValue('О первом вопросе — моё')
  await page.getByRole('button', { name: 'Оставить моё' }).click()
  await press('Control+KeyS')
  await expect.poll(async () => (await stored()).meeting.agenda[0]?.title).toBe('О первом вопросе — моё')
})

test('an item taken away comes back; a pasted agenda becomes items; the page leads to the field', async () => {
  await openDraft()
  const outline = page.getByRole('navigation', { name: 'Части протокола' })
  await press('Control+Shift+Enter')
  await page.getByRole('textbox', { name: 'Вопрос 2 повестки' }).evaluate((field) => {
    const data = new DataTransfer()
    data.setData('text/plain', '1. О сборе данных\n2. О конкурсе чтецов\n3. Разное')
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(outline).toContainText(/2\.О сборе данных.*3\.О конкурсе чтецов.*4\.Разное/)
  await page.getByRole('button', { name: 'Действия: вопрос 2' }).click()
  await page.getByRole('menuitem', { name: 'Удалить вопрос' }).click()
  await expect(outline).not.toContainText('О сборе данных')
  await page.getByRole('button', { name: 'Отменить', exact: true }).last().click()
  await expect(outline).toContainText('О сборе данных')
  await page.locator('.paper').getByText('О конкурсе чтецов').first().click()
  await expect(page.getByRole('textbox', { name: 'Вопрос 3 повестки' })).toBeFocused()
})

test('the due of a decision follows the typing and the date of the meeting', async () => {
  await openDraft()
  await press('Control+Shift+Enter')
  await type('О сроках')
  await press('Control+Enter')
  await type('Сдать сведения до 10 октября')
  const chips = page.getByRole('button', { name: /^Убрать срок: / })
  await expect(chips).toHaveAccessibleName('Убрать срок: до 10 октября')
  await press('Home')
  await type('Всем школам: ')
  await press('Control+KeyS')
  await expect(page.getByText(/Сохранено \d\d:\d\d/)).toBeVisible()
  const decision = (await stored()).meeting.agenda.flatMap((item) => item.decisions).at(-1)
  const range = decision?.dues[0]?.range ?? [0, 0]
  expect(decision?.text.slice(...range)).toBe('до 10 октября')
  await chips.click()
  await expect(chips).toHaveCount(0)
})

test('an execution mark closes a decision in the register', async () => {
  await goTo(page, '/decisions')
  const rows = await callFrom(page, 'decisions.list', {
    filters: [{ op: 'equals', column: 'state', value: 'overdue' }],
    limit: 1,
  })
  const row = rows.rows[0]
  expect(row).toBeDefined()
  await goTo(page, `/decisions?open=${row?.id}`)
  const panel = page.getByRole('region', { name: `Решение ${row?.number}` })
  await expect(panel.getByText('просрочено')).toBeVisible()
  await panel.getByRole('button', { name: 'Отметить исполнение: Решение в целом' }).click()
  await page.getByRole('textbox', { name: 'Подтверждение' }).last().fill('справка от школы')
  await press('Control+KeyS')
  await expect(panel.getByText('выполнено', { exact: true }).first()).toBeVisible()
  const details = await callFrom(page, 'decisions.get', { id: row?.id ?? 0 })
  expect(details.state).toBe('done')
  expect(details.executions).toContainEqual(
    expect.objectContaining({ evidence: 'справка от школы', addresseeUid: null }),
  )
})

test('an agenda becomes a template, and a template a protocol; a phrase is kept and used', async () => {
  const id = await openDraft()
  const { meeting } = await callFrom(page, 'meetings.get', { id })
  await page.getByRole('button', { name: 'Ещё действия с протоколом' }).click()
  await page.getByRole('menuitem', { name: 'Сохранить повестку как шаблон' }).click()
  await expect(page.getByText('Повестка сохранена как шаблон')).toBeVisible()
  const templates = await callFrom(page, 'meetings.templates', {})
  const template = templates.find((one) => one.name.includes('протокол'))
  expect(template?.items.map((item) => item.title)).toEqual(meeting.agenda.map((item) => item.title))

  await goTo(page, '/meetings/phrases')
  await page.getByRole('button', { name: 'Добавить фразу' }).click()
  await type('спасибо')
  await page.getByRole('textbox', { name: 'Текст фразы спасибо' }).fill('Объявить благодарность участникам.')
  await press('Control+KeyS')
  await expect
    .poll(async () => (await callFrom(page, 'meetings.phrases', {})).some((one) => one.key === 'спасибо'))
    .toBe(true)

  await goTo(page, `/meetings/new?template=${template?.id}`)
  await page.getByRole('button', { name: 'Создать протокол' }).click()
  await expect(page.getByRole('textbox', { name: 'Вопрос 1 повестки' })).toBeFocused()
  await press('Control+Enter')
  await type('/спас')
  await page.getByRole('option', { name: /Объявить благодарность/ }).waitFor()
  await press('Enter')
  await expect(page.getByRole('textbox', { name: /^Решение / }).and(page.locator(':focus'))).toHaveValue(
    'Объявить благодарность участникам. ',
  )
})

/** The editor of a draft of the sample district that has a roster. */
async function openDraft(): Promise<number> {
  const [series] = await callFrom(page, 'associations.series', {})
  const today = (await callFrom(page, 'meetings.list', { limit: 1 })).rows[0]?.date ?? '2026-11-12'
  const meeting = await callFrom(page, 'meetings.prepare', { seriesId: series?.id ?? 0, date: today })
  const title = 'О первом вопросе'
  const item = {
    uid: 'firstitem',
    title,
    speakers: [],
    speeches: [],
    vote: { for: null, against: null, abstained: null, unanimous: false },
    decisions: [],
  }
  const { id } = await callFrom(page, 'meetings.save', {
    id: null,
    revision: null,
    meeting: { ...meeting, agenda: [item] },
  })
  await goTo(page, `/meetings/${id}`)
  await expect(page.getByRole('textbox', { name: 'Вопрос 1 повестки' })).toBeFocused()
  return id
}

async function stored() {
  const id = Number(/meetings\/(\d+)/.exec(page.url())?.[1])
  return callFrom(page, 'meetings.get', { id })
}
