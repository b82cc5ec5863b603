import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { at } from './paths.mjs'
import { runNode, say } from './run.mjs'

/** What a build is made of. */
const sources = ['src', 'docs/guide', 'electron.vite.config.ts', 'package-lock.json', 'tests/support']

/**
 * Builds when the sources are not those of the last build.
 * @param {'test' | 'release'} flavour `release` compiles the development seams out and goes to out-release
 */
export async function ensureBuild(flavour = 'test') {
  const outDir = at(flavour === 'release' ? 'out-release' : 'out')
  const stamp = join(outDir, 'build-stamp.txt')
  await locked(async () => {
    const wanted = fingerprint()
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
    rmSync(stamp, { force: true })
    say('Собираю программу… · Building…')
    const code = await runNode(at('node_modules/electron-vite/bin/electron-vite.js'), ['build', '--logLevel', 'warn'], {
      quietStdout: true,
      env: { METODIST_FLAVOUR: flavour, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
    })
    if (code !== 0) throw new Error('Сборка не удалась. · The build failed.')
    writeFileSync(stamp, wanted)
  })
  return outDir
}

function fingerprint() {
  const hash = createHash('sha256')
  const add = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat === undefined) return
    if (stat.isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name))
    else hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  }
  for (const source of sources) add(at(source))
  return hash.digest('hex')
}

/** Two scripts started together (a CLI call beside `npm start`) build once. */
async function locked(work) {
  const lock = at('.runtime', 'build.lock')
  mkdirSync(at('.runtime'), { recursive: true })
  for (let waited = 0; ; waited += 200) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (waited > 180_000 || !alive(lock)) rmSync(lock, { force: true })
      else await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  try {
    await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function alive(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    // Being written this moment.
    if (pid === 0) return true
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
