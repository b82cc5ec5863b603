import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { _electron as electron, expect, test } from 'playwright/test'
import { projectRoot } from './support/app'

/**
 * The program as it is installed (`npm run pack`, made by `npm test` before this). On the fallback runtime the release
 * package cannot open data, whose driver wants a newer Node; what it must refuse is tried all the same.
 */
const executable = (flavour: string): string => join(projectRoot, 'dist', flavour, 'linux-unpacked/metodist')
test.skip(!existsSync(executable('test')) || !existsSync(executable('release')), 'Not packed: npm run pack')

let temp: string
test.beforeAll(() => {
  temp = mkdtempSync(join(tmpdir(), 'metodist-package-'))
})
test.afterAll(() => rmSync(temp, { recursive: true, force: true }))

test('the test package opens its window and its data', async () => {
  const app = await electron.launch({
    executablePath: executable('test'),
    args: [`--user-data-dir=${join(temp, 'user')}`, '--data', join(temp, 'data')],
    chromiumSandbox: true,
  })
  try {
    const page = await app.firstWindow()
    expect(await app.evaluate(({ app: packed }) => packed.isPackaged)).toBe(true)
    expect(await page.evaluate(() => window.metodist.call('app.status', {}))).toMatchObject({
      ok: true,
      value: { initialised: false },
    })
    expect(page.url()).toMatch(/^app:\/\/metodist\//)
    // The guide is in the package, with its pictures.
    await page.getByRole('button', { name: 'Открыть пример' }).waitFor()
    await page.keyboard.press('F1')
    const picture = page.getByRole('complementary', { name: 'Руководство' }).locator('img').first()
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(600)
  } finally {
    await app.close()
  }
})

test('the test package runs the headless interface', () => {
  const data = join(temp, 'headless')
  const run = (...args: string[]): string =>
    execFileSync(executable('test'), [`--user-data-dir=${join(temp, 'user-cli')}`, '--cli', ...args, '--data', data], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  run('init', '--demo')
  const { total } = JSON.parse(run('list', 'schools', '--json')) as { total: number }
  expect(total).toBeGreaterThan(10)
  // A paper with a picture: native code and fonts are found where they lie.
  const file = join(temp, 'flows.docx')
  run('export', 'flows', '--out', file)
  expect(readFileSync(file).toString('latin1')).toContain('word/media/')
})

test('the release package has its fuses blown', async () => {
  const fuses = await getCurrentFuseWire(executable('release'))
  expect(fuses[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE)
  expect(fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(FuseState.DISABLE)
  expect(fuses[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE)
  expect(fuses[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(FuseState.ENABLE)
  expect(fuses[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE)
})

test('the release package does not become a plain Node', () => {
  const mark = join(temp, 'ran')
  const child = spawn(executable('release'), ['-e', `require('fs').writeFileSync(${JSON.stringify(mark)}, '')`], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', HOME: temp },
    stdio: 'ignore',
  })
  return new Promise<void>((resolve) => setTimeout(resolve, 2000)).then(() => {
    child.kill('SIGKILL')
    expect(existsSync(mark)).toBe(false)
  })
})

// The test package shows that the attempt is a real one.
for (const [flavour, open] of [
  ['test', true],
  ['release', false],
] as const) {
  const what = open
    ? 'opens the door for debuggers it is asked for'
    : 'opens no door for debuggers, whatever it is asked'
  test(`the ${flavour} package ${what}`, async () => {
    const ports = [await freePort(), await freePort()]
    const userDataDir = join(temp, `door-${flavour}`)
    const args = [`--user-data-dir=${userDataDir}`, `--data=${join(temp, `data-${flavour}`)}`]
    args.push(`--remote-debugging-port=${ports[0]}`, `--inspect=${ports[1]}`)
    const child = spawn(executable(flavour), args, { stdio: ['ignore', 'ignore', 'pipe'] })
    const said = collect(child)
    try {
      // Chromium writes it once its window's processes run.
      await expect.poll(() => existsSync(join(userDataDir, 'Local Storage')), { timeout: 15_000 }).toBe(true)
      await new Promise((resolve) => setTimeout(resolve, 1000))
      expect(child.exitCode).toBeNull()
      expect(await Promise.all(ports.map(isOpen))).toEqual([open, open])
      expect(/DevTools listening|Debugger listening/.test(said())).toBe(open)
    } finally {
      child.kill('SIGKILL')
    }
  })
}

test('the package holds nothing of development', () => {
  const archive = readFileSync(join(projectRoot, 'dist/release/linux-unpacked/resources/app.asar')).toString('latin1')
  const header = archive.slice(0, 200_000)
  for (const name of ['"echo-store.js"', '"typescript"', '"playwright"', '"vitest"', '"electron-vite"', '"tests"']) {
    expect(header.includes(name), name).toBe(false)
  }
  expect(header).toContain('"better-sqlite3"')
  expect(existsSync(join(projectRoot, 'dist/release/linux-unpacked/resources/app'))).toBe(false)
  // What draws pictures in papers is native and reads the fonts by itself: neither can lie in the archive.
  const beside = join(projectRoot, 'dist/release/linux-unpacked/resources/app.asar.unpacked')
  expect(existsSync(join(beside, 'resources/fonts/LiberationSerif-Regular.ttf'))).toBe(true)
  expect(existsSync(join(beside, 'node_modules/@resvg/resvg-js-linux-x64-gnu/resvgjs.linux-x64-gnu.node'))).toBe(true)
})

function collect(child: ChildProcess): () => string {
  let text = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8')
  })
  return () => text
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
