import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import {
  answerMessageBoxes,
  answerOpenDialog,
  answerSaveDialog,
  appDir,
  catchOpenedFiles,
  chooseMenu,
  electronExecutable,
  killStore,
  type LaunchedApp,
  launch,
  shownMessages,
} from './support/app'

/** The frame around the page: windows, menus, dialogs, printing, the end. */
let temp: string
test.beforeAll(() => {
  temp = mkdtempSync(join(tmpdir(), 'metodist-shell-'))
})
test.afterAll(() => rmSync(temp, { recursive: true, force: true }))

const echo = { METODIST_STORE: 'echo' }
/** Notes what the page is told, for `told`. */
async function listen({ page }: LaunchedApp): Promise<void> {
  await page.evaluate(() => {
    const actions: string[] = []
    Object.assign(window, { actions })
    window.metodist.subscribe('menu', ({ action }) => actions.push(action))
  })
}
const told = ({ page }: LaunchedApp): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { actions: string[] }).actions)

test('menus are Russian, and their items reach the page', async () => {
  const launched = await launch({ env: echo })
  try {
    const labels = await launched.app.evaluate(({ Menu }) => {
      const collect = (menu: Electron.Menu): string[] =>
        menu.items.flatMap((item) => [item.label, ...(item.submenu ? collect(item.submenu) : [])])
      return collect(Menu.getApplicationMenu() as Electron.Menu)
    })
    expect(labels.filter((label) => label !== '' && !/[а-яё]/i.test(label))).toEqual([])
    await listen(launched)
    for (const id of ['search', 'undo', 'redo', 'save', 'print', 'go:meetings', 'go:librarians'])
      await chooseMenu(launched.app, id)
    await expect
      .poll(() => told(launched))
      .toEqual(['search', 'undo', 'redo', 'save', 'print', 'go:meetings', 'go:librarians'])
  } finally {
    await launched.close()
  }
})

test('theme and place of the window are remembered', async () => {
  const userDataDir = join(temp, 'remembered')
  const first = await launch({ env: echo, userDataDir })
  await chooseMenu(first.app, 'theme:dark')
  await first.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]
    window?.unmaximize()
    window?.setBounds({ x: 40, y: 30, width: 1100, height: 660 })
  })
  await first.page.waitForTimeout(800)
  expect(await first.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
  await first.close()

  const second = await launch({ env: echo, userDataDir })
  try {
    const bounds = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
    expect(bounds).toMatchObject({ width: 1100, height: 660 })
    expect(await second.page.evaluate(() => window.metodist.call('shell.info', {}))).toMatchObject({
      ok: true,
      value: { theme: 'dark' },
    })
  } finally {
    await second.close()
  }
})

test('a second start shows the first window and says so', async () => {
  const userDataDir = join(temp, 'single')
  const launched = await launch({ env: echo, userDataDir })
  try {
    await listen(launched)
    const second = spawn(electronExecutable(), [appDir, `--user-data-dir=${userDataDir}`], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    second.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
    })
    const code = await new Promise((resolve) => second.on('exit', resolve))
    expect(code).toBe(0)
    expect(said).toContain('уже открыта')
    await expect.poll(() => told(launched)).toEqual(['second-instance'])
  } finally {
    await launched.close()
  }
})

test('the page is asked to put typing away before the end, and waited for', async () => {
  const launched = await launch({ env: echo })
  // A page of ours without the program in it: nobody but the test answers.
  const style = await launched.page.evaluate(
    () => document.querySelector<HTMLLinkElement>('link[rel=stylesheet]')?.href,
  )
  await launched.app.evaluate(
    ({ BrowserWindow }, url) => BrowserWindow.getAllWindows()[0]?.loadURL(url),
    style ?? 'app://metodist/index.html',
  )
  await launched.page.evaluate(() => {
    window.metodist.subscribe('menu', async ({ action }) => {
      if (action !== 'flush') return
      await window.metodist.call('search.everything', { do: 'wait', ms: 300, value: null })
      await window.metodist.call('shell.flushed', {})
    })
  })
  const exited = new Promise<void>((resolve) => launched.app.process().once('exit', () => resolve()))
  const started = Date.now()
  await chooseMenu(launched.app, 'quit').catch(() => undefined)
  await exited
  const took = Date.now() - started
  expect(took).toBeGreaterThan(250)
  expect(took).toBeLessThan(1900)
})

test('a page that crashed is loaded again, with a word about it', async () => {
  const launched = await launch({ env: echo })
  try {
    await answerMessageBoxes(launched.app, 0)
    const reloaded = launched.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<void>((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents
          contents?.once('did-finish-load', () => resolve())
          contents?.forcefullyCrashRenderer()
        }),
    )
    await reloaded
    await expect.poll(() => shownMessages(launched.app)).toEqual(['Окно программы перезапущено после сбоя'])
    const answer = await launched.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript("window.metodist.call('shell.storeState', {})"),
    )
    expect(answer).toMatchObject({ ok: true, value: { state: 'ready' } })
  } finally {
    await launched.close()
  }
})

test('a paper becomes PDF; only what was saved may be opened', async () => {
  const launched = await launch({ env: echo })
  try {
    const opened = await catchOpenedFiles(launched.app)
    const file = join(temp, 'Протокол № 1.pdf')
    await answerSaveDialog(launched.app, file)
    const html = `<!doctype html><meta charset="utf-8"><style>
      @font-face { font-family: Serif; src: url(app://paper/fonts/LiberationSerif-Regular.ttf) }
      @page { size: A4; margin: 20mm } body { font-family: Serif }</style>
      <script>document.title = 'ran'</script><h1>Протокол № 1</h1><p style="color:red">Слушали: Иванову А. А.</p>`
    const answer = await launched.page.evaluate(
      (one) => window.metodist.call('shell.print', { html: one, title: 'Протокол № 1', to: 'pdf' }),
      html,
    )
    expect(answer).toEqual({ ok: true, value: { file } })
    const pdf = readFileSync(file)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.includes('LiberationSerif')).toBe(true)
    expect(
      await launched.page.evaluate((one) => window.metodist.call('shell.openFile', { file: one }), file),
    ).toMatchObject({ ok: true })
    expect(await opened()).toEqual([file])

    await answerSaveDialog(launched.app, null)
    expect(
      await launched.page.evaluate(
        (one) => window.metodist.call('shell.print', { html: one, title: 'x', to: 'pdf' }),
        html,
      ),
    ).toEqual({ ok: true, value: { file: null } })
  } finally {
    await launched.close()
  }
})

test('«Сохранить как» runs the job with the chosen file, adds the ending, remembers the folder', async () => {
  const userDataDir = join(temp, 'save')
  const launched = await launch({ env: echo, userDataDir })
  try {
    await answerSaveDialog(launched.app, join(temp, 'список'))
    const answer = await launched.page.evaluate(() =>
      window.metodist.call('shell.saveAs', {
        job: 'papers.list',
        input: { do: 'echo', value: 1 },
        suggestedName: 'Школы: список?',
        kind: 'xlsx',
      }),
    )
    expect(answer).toEqual({ ok: true, value: { file: join(temp, 'список.xlsx') } })
    expect(JSON.parse(readFileSync(join(userDataDir, 'settings.json'), 'utf8'))).toMatchObject({ saveDir: temp })
    const refused = await launched.page.evaluate(() =>
      window.metodist.call('shell.saveAs', { job: 'profile.save', input: {}, suggestedName: 'x', kind: 'xlsx' }),
    )
    expect(refused).toMatchObject({ ok: false, error: { code: 'unknown-call' } })
  } finally {
    await launched.close()
  }
})

test('another data folder is opened at once and remembered', async () => {
  const userDataDir = join(temp, 'folders')
  const other = mkdtempSync(join(temp, 'other-'))
  const launched = await launch({ userDataDir })
  try {
    await answerOpenDialog(launched.app, [other])
    expect(await launched.page.evaluate(() => window.metodist.call('shell.chooseDataFolder', {}))).toEqual({
      ok: true,
      value: { chosen: true },
    })
    expect(await launched.page.evaluate(() => window.metodist.call('app.status', {}))).toMatchObject({
      ok: true,
      value: { dataDir: other },
    })
    expect(JSON.parse(readFileSync(join(userDataDir, 'settings.json'), 'utf8'))).toMatchObject({ dataDir: other })
  } finally {
    await launched.close()
  }
})

test('the real store, killed, is started again and the window goes on', async () => {
  const launched = await launch()
  try {
    const { app, page } = launched
    const before = await page.evaluate(() => window.metodist.call('app.status', {}))
    expect(before.ok).toBe(true)
    await page.evaluate(() => {
      const states: string[] = []
      Object.assign(window, { states })
      window.metodist.subscribe('store', ({ state }) => states.push(state))
    })
    await killStore(app)
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { states: string[] }).states))
      .toEqual(['restarting', 'ready'])
    expect((await page.evaluate(() => window.metodist.call('app.status', {}))).ok).toBe(true)
    const log = join(launched.dataDir, 'logs/metodist.log')
    expect(existsSync(log) && readFileSync(log, 'utf8')).toContain('The store process ended')
  } finally {
    await launched.close()
  }
})
