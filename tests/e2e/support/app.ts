import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type ElectronApplication, _electron as electron, type Page } from 'playwright/test'
import type {} from '../../../src/preload/bridge'

/** The project folder. */
export const projectRoot = resolve(__dirname, '../../..')
/** What Electron is started on: a copy made for this run, so that a build under way elsewhere does not pull it from under the tests. */
export const appDir = process.env.METODIST_APP_DIR ?? projectRoot

/** The Electron that `npm run setup` found: the pinned one, or the fallback. */
export function electronExecutable(): string {
  const pathFile = join(projectRoot, 'node_modules/electron/path.txt')
  if (existsSync(pathFile)) {
    const pinned = join(projectRoot, 'node_modules/electron/dist', readFileSync(pathFile, 'utf8'))
    if (existsSync(pinned)) return pinned
  }
  const fallback = join(projectRoot, '.runtime/electron-25/electron')
  if (!existsSync(fallback)) throw new Error('No Electron: run `npm run setup`')
  return fallback
}

export interface LaunchOptions {
  /** A new empty one when not given. */
  dataDir?: string
  /** Kept between launches to see what the shell remembers. */
  userDataDir?: string
  env?: Record<string, string>
  args?: readonly string[]
}

export interface LaunchedApp {
  app: ElectronApplication
  page: Page
  dataDir: string
  userDataDir: string
  close: () => Promise<void>
}

/** How long anything in the window may take, ms: less than a test may, so that what hangs is named and not the test. */
const patience = 45_000

/** Starts the built program on a data folder of its own, sandbox on, and waits for its window. */
export async function launch(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const temp = mkdtempSync(join(tmpdir(), 'metodist-e2e-'))
  const dataDir = options.dataDir ?? join(temp, 'data')
  const userDataDir = options.userDataDir ?? join(temp, 'user')
  const { NODE_OPTIONS: _, ELECTRON_RUN_AS_NODE: __, ...env } = process.env as Record<string, string>
  const app = await electron.launch({
    executablePath: electronExecutable(),
    args: [appDir, `--user-data-dir=${userDataDir}`, '--data', dataDir, ...(options.args ?? [])],
    env: { ...env, ...options.env },
    cwd: temp,
    // Without it Playwright passes --no-sandbox on Linux.
    chromiumSandbox: true,
    // And would otherwise show itself light whatever the theme.
    colorScheme: null,
    timeout: patience,
  })
  if (process.env.DEBUG_APP) {
    app.process().stderr?.on('data', (chunk: Buffer) => process.stderr.write(chunk))
    app.process().stdout?.on('data', (chunk: Buffer) => process.stderr.write(chunk))
  }
  const page = await shownWindow(app)
  return {
    app,
    page,
    dataDir,
    userDataDir,
    async close() {
      await app.close()
      rmSync(temp, { recursive: true, force: true })
    },
  }
}

/** The window, once its page is there. @throws Error that says what there was instead of it */
async function shownWindow(app: ElectronApplication): Promise<Page> {
  let told = ''
  const child = app.process()
  child.stderr?.on('data', (chunk: Buffer) => {
    told = (told + chunk.toString('utf8')).slice(-2000)
  })
  try {
    const page = await app.firstWindow({ timeout: patience })
    page.setDefaultTimeout(patience + 10_000)
    await page.waitForLoadState('domcontentloaded')
    return page
  } catch (error) {
    child.kill('SIGKILL')
    throw new Error(`The program (${child.exitCode ?? 'running'}) shows no window: ${String(error)}\n${told}`)
  }
}

/** A picture for people to look at; `test-results/screenshots/` after `npm test`. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOT_DIR ?? join(projectRoot, 'test-results/screenshots')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** The next native «save as» answers this file; null is «Отмена». */
export async function answerSaveDialog(app: ElectronApplication, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' })
  }, file)
}

/** The next native «which file» or «which folder» answers these; none is «Отмена». */
export async function answerOpenDialog(app: ElectronApplication, files: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths: [...filePaths] })
  }, files)
}

/** Native message boxes answer this button; what they said is in `shownMessages`. */
export async function answerMessageBoxes(app: ElectronApplication, button: number): Promise<void> {
  await app.evaluate(({ dialog }, response) => {
    const shown: string[] = []
    Object.assign(globalThis, { shownMessages: shown })
    dialog.showMessageBox = async (...args: unknown[]) => {
      shown.push((args.at(-1) as { message: string }).message)
      return { response, checkboxChecked: false }
    }
  }, button)
}

export function shownMessages(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(() => (globalThis as unknown as { shownMessages?: string[] }).shownMessages ?? [])
}

/** What `openFile` and `showInFolder` would have opened; nothing is opened for real. */
export async function catchOpenedFiles(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { openedFiles: opened })
    shell.openPath = async (path: string) => {
      opened.push(path)
      return ''
    }
    shell.showItemInFolder = (path: string) => {
      opened.push(path)
    }
    shell.openExternal = async (url: string) => {
      opened.push(url)
    }
  })
  return () => app.evaluate(() => (globalThis as unknown as { openedFiles: string[] }).openedFiles)
}

/** Chooses an item of the native menu by its id (`search`, `go:meetings`, `theme:dark`, `quit`). */
export async function chooseMenu(app: ElectronApplication, id: string): Promise<void> {
  const found = await app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted)
    item?.click()
    return item !== undefined && item !== null
  }, id)
  if (!found) throw new Error(`No menu item ${id}`)
}

/** Kills the store as a crash or the system would; the shell does not know. Linux only. */
export async function killStore(app: ElectronApplication): Promise<void> {
  const shell = await app.evaluate(() => process.pid)
  const utilities = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().flatMap(({ pid, name }) => (name === 'metodist-store' ? [pid] : [])),
  )
  const pid = utilities[0] ?? childOf(shell, 'out/main/store.js')
  if (pid === undefined) throw new Error('No store process')
  process.kill(pid, 'SIGKILL')
}

function childOf(parent: number, script: string): number | undefined {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const parentOf = Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])
      if (parentOf === parent && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(script)) return Number(name)
    } catch {
      // Ended meanwhile, or not ours to read.
    }
  }
  return undefined
}
