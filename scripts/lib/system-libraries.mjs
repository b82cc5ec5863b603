import { existsSync } from 'node:fs'
import { output, run, say } from './run.mjs'

const window = [
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libatk-bridge2.0-0',
]
const tests = ['libreoffice-writer', 'libreoffice-calc', 'poppler-utils', 'fonts-liberation']

/**
 * System libraries a window needs on Debian and Ubuntu, and what the tests read papers with. Installs the missing ones as
 * root, otherwise prints the line to run. Other systems are left alone.
 */
export async function ensureLibraries(extras = []) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return
  const missing = [...window, ...(extras.includes('tests') ? tests : [])].filter((name) => !present(name))
  if (missing.length === 0) return
  if (process.getuid?.() !== 0) {
    say(
      `Нужны системные библиотеки. Выполните: · System libraries are needed. Run:\n  sudo apt-get install -y ${missing.map(nameHere).join(' ')}`,
    )
    return
  }
  say(`Устанавливаю системные библиотеки · Installing system libraries: ${missing.join(' ')}`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env, quietStdout: true })
  const code = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing.map(nameHere)], {
    env,
    quietStdout: true,
  })
  if (code !== 0) say('apt-get не удался; продолжаю с тем, что есть. · apt-get failed; going on with what is there.')
}

/** Newer Debian and Ubuntu rename libraries with a `t64` suffix. */
function present(name) {
  return [name, `${name}t64`].some((one) =>
    // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own format
    output('dpkg-query', ['-W', '-f=${Status}', one])?.startsWith('install ok installed'),
  )
}

function nameHere(name) {
  const renamed = `${name}t64`
  return output('apt-cache', ['show', '--no-all-versions', renamed])?.includes(`Package: ${renamed}`) ? renamed : name
}
