import { existsSync, readFileSync } from 'node:fs'
import { at, node24 } from './paths.mjs'
import { npm, output, say } from './run.mjs'

/** True when node_modules is what package-lock.json asks for. npm writes its own copy of the lock last, so a broken install is seen. */
export function installed() {
  const mine = at('node_modules', '.package-lock.json')
  if (!existsSync(mine)) return false
  const have = JSON.parse(readFileSync(mine, 'utf8')).packages ?? {}
  const want = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages ?? {}
  for (const [path, entry] of Object.entries(want)) {
    if (path === '') continue
    const there = have[path]
    if (there === undefined) {
      if (!entry.optional && !entry.devOptional) return false
    } else if (there.version !== entry.version || there.integrity !== entry.integrity) return false
  }
  return true
}

/** Installs the packages when they are missing or have changed, and makes sure Node 24 came with them. */
export async function ensureDependencies() {
  if (!installed()) {
    say('Устанавливаю пакеты (npm ci)… · Installing packages…')
    // Of all install scripts only that of `node` is wanted. npm would also compile better-sqlite3, whose prebuilt binary
    // is in the package: from a lock file it cannot see `gypfile: false`, and old versions know no `allowScripts`.
    const code =
      (await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { quietStdout: true })) ||
      (await npm(['rebuild', 'node', '--loglevel=error'], { quietStdout: true }))
    if (code !== 0)
      throw new Error(
        'npm ci не удался: проверьте доступ к реестру npm. · npm ci failed: is the npm registry reachable?',
      )
  }
  const version = output(node24(), ['--version'])?.trim() ?? ''
  if (!version.startsWith('v24.')) {
    throw new Error(
      `Нужен Node 24 из пакета npm «node», найден ${version || 'никакой'}. Удалите node_modules и повторите. · ` +
        'Node 24 from the npm package `node` is missing (were install scripts disabled?). Remove node_modules and run again.',
    )
  }
}
