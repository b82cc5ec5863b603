import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import { type LaunchedApp, launch, screenshot } from './support/app'
import { expectAccessible } from './support/axe'
import { callFrom, schoolCalled, startOwnDistrict } from './support/district'

/** Data that do not open: each time a Russian screen that says what happened and what to do, and a way on that works. */

let temp: string
let dataDir: string
let userDataDir: string
let launched: LaunchedApp | null = null
test.beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'metodist-startup-'))
  dataDir = join(temp, 'data')
  userDataDir = join(temp, 'user')
})
test.afterEach(async () => {
  await launched?.app.close()
  launched = null
  for (const dir of [temp, dataDir]) if (existsSync(dir)) chmodSync(dir, 0o755)
  rmSync(temp, { recursive: true, force: true })
})

const database = (): string => join(dataDir, 'metodist.sqlite')
const hash = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

async function start(): Promise<Page> {
  launched = await launch({ dataDir, userDataDir })
  return launched.page
}

/** A district with one school, closed. @param withBackup a backup is made, then a second school comes. */
async function closedDistrict(withBackup: boolean): Promise<void> {
  const page = await start()
  await startOwnDistrict(page)
  await callFrom(page, 'schools.save', { id: null, revision: null, school: schoolCalled('МБОУ СОШ № 1') })
  if (withBackup) {
    await callFrom(page, 'backups.make', {})
    await callFrom(page, 'schools.save', { id: null, revision: null, school: schoolCalled('МБОУ СОШ № 2') })
  }
  await launched?.app.close()
  launched = null
}

function overwrite(at: number, bytes: Uint8Array): void {
  const handle = openSync(database(), 'r+')
  writeSync(handle, bytes, 0, bytes.length, at)
  closeSync(handle)
}

const trouble = (page: Page) => page.getByRole('alert').filter({ hasText: 'Данные не открылись' })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function schools(page: Page): Promise<number | null> {
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor()
  return (await callFrom(page, 'schools.list', {})).total
}

test('a folder that may not be written to: says so, and opens once it may', async () => {
  await closedDistrict(false)
  chmodSync(dataDir, 0o555)
  const page = await start()
  await expect(trouble(page)).toContainText(`В папку с данными нельзя записать: ${dataDir}`)
  await expect(trouble(page)).toContainText('Проверьте права на неё или выберите другую папку')
  await expectAccessible(page)
  await screenshot(page, 'startup-read-only')
  // Still so.
  await button(page, 'Попробовать ещё раз').click()
  await expect(button(page, 'Попробовать ещё раз')).toBeEnabled()
  await expect(trouble(page)).toBeVisible()
  chmodSync(dataDir, 0o755)
  await button(page, 'Попробовать ещё раз').click()
  expect(await schools(page)).toBe(1)
})

test('a chosen folder that is gone: nothing is made in its place, and it opens once it is back', async () => {
  await closedDistrict(false)
  // Chosen in the window once; a stick or a share may be absent now.
  mkdirSync(userDataDir, { recursive: true })
  const settingsFile = join(userDataDir, 'settings.json')
  const settings = existsSync(settingsFile) ? JSON.parse(readFileSync(settingsFile, 'utf8')) : {}
  writeFileSync(settingsFile, JSON.stringify({ ...settings, dataDir }))
  renameSync(dataDir, `${dataDir}.away`)
  launched = await launch({ dataDir: '', userDataDir })
  const { page } = launched
  await expect(trouble(page)).toContainText(`Папки с данными нет: ${dataDir}`)
  await expect(trouble(page)).toContainText('Возможно, отключён диск или сетевая папка')
  await expectAccessible(page)
  await screenshot(page, 'startup-missing')
  await button(page, 'Попробовать ещё раз').click()
  await expect(trouble(page)).toBeVisible()
  expect(existsSync(dataDir)).toBe(false)
  renameSync(`${dataDir}.away`, dataDir)
  await button(page, 'Попробовать ещё раз').click()
  expect(await schools(page)).toBe(1)
})

test('data of a later program: refused, not a byte changed, nothing offered that would lose them', async () => {
  await closedDistrict(true)
  // user_version lies at byte 60 of the header.
  overwrite(60, Uint8Array.of(0, 0, 0, 99))
  const before = hash(database())
  const page = await start()
  await expect(trouble(page)).toContainText('Файл данных сделан более новой версией программы (99')
  await expect(trouble(page)).toContainText('Он не изменён. Обновите программу на этом компьютере')
  await expect(page.getByRole('button', { name: /Восстановить/ })).toHaveCount(0)
  await expectAccessible(page)
  await screenshot(page, 'startup-newer')
  await launched?.app.close()
  launched = null
  expect(hash(database())).toBe(before)
  expect(readdirSync(dataDir).filter((name) => name.startsWith('metodist.sqlite'))).toEqual(['metodist.sqlite'])
})

test('damaged data with a backup: its date is said, it is put back after asking, the damaged file stays', async () => {
  await closedDistrict(true)
  overwrite(0, new Uint8Array(4096).fill(0x2e))
  const damaged = hash(database())
  const page = await start()
  await expect(trouble(page)).toContainText(/Это не файл данных Методиста|повреждён/)
  await expect(trouble(page)).toContainText(/Самая свежая исправная копия сделана/)
  await expectAccessible(page)
  await screenshot(page, 'startup-damaged')
  await button(page, 'Восстановить из копии…').click()
  const dialog = page.getByRole('dialog', { name: 'Восстановить данные из копии?' })
  await expect(dialog).toContainText(/Будет поставлена копия от .*\d\d:\d\d/)
  // The safe answer has the focus.
  await expect(dialog.getByRole('button', { name: 'Не восстанавливать' })).toBeFocused()
  await screenshot(page, 'startup-damaged-asking')
  await page.keyboard.press('Enter')
  expect(hash(database())).toBe(damaged)

  await button(page, 'Восстановить из копии…').click()
  await dialog.getByRole('button', { name: 'Восстановить', exact: true }).click()
  expect(await schools(page)).toBe(1)
  const aside = readdirSync(join(dataDir, 'damaged'))
  expect(aside).toHaveLength(1)
  expect(hash(join(dataDir, 'damaged', aside[0] ?? ''))).toBe(damaged)
})

test('damaged data without a backup: says so and offers what there is', async () => {
  await closedDistrict(false)
  writeFileSync(database(), 'Это не база данных, а текст.')
  const page = await start()
  await expect(trouble(page)).toContainText('Это не файл данных Методиста')
  await expect(page.getByRole('button', { name: /Восстановить/ })).toHaveCount(0)
  await expect(button(page, 'Показать папку с данными')).toBeVisible()
  await screenshot(page, 'startup-not-ours')
  // The way out of it all: another folder is chosen natively, so here only that quitting works.
  const gone = new Promise((resolve) => launched?.app.process().once('exit', resolve))
  await button(page, 'Закрыть программу').click()
  await gone
  launched = null
  expect(readFileSync(database(), 'utf8')).toBe('Это не база данных, а текст.')
})

test('a file of data lost, its backups there: not a first start, the backup is offered', async () => {
  await closedDistrict(true)
  rmSync(database())
  const page = await start()
  await expect(trouble(page)).toContainText('нет файла данных или он пуст, но есть резервные копии')
  await screenshot(page, 'startup-lost')
  await button(page, 'Восстановить из копии…').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Восстановить', exact: true }).click()
  expect(await schools(page)).toBe(1)
})
