import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { at, node24 } from './lib/paths.mjs'
import { say } from './lib/run.mjs'
import { runAsPerson } from './lib/unprivileged.mjs'

/**
 * Playwright on real Electron: as an unprivileged user, under a virtual display, without a network where possible. What it
 * writes goes to a folder of its own first, since that user may only read the project.
 */
export async function runE2e(args = []) {
  const outputs = mkdtempSync(join(tmpdir(), 'metodist-e2e-out-'))
  chmodSync(outputs, 0o777)
  const appDir = snapshot()
  try {
    const { code, offline } = await runAsPerson(node24(), [at('node_modules/playwright/cli.js'), 'test', ...args], {
      env: {
        METODIST_TEST_OUTPUT: outputs,
        SCREENSHOT_DIR: join(outputs, 'screenshots'),
        PLAYWRIGHT_BROWSERS_PATH: '0',
        METODIST_NODE: node24(),
        METODIST_APP_DIR: appDir,
      },
    })
    if (!offline)
      say(
        'Примечание: сеть на время проверки отключить нельзя (нужен root в Linux). · Note: the network was not cut off.',
      )
    const results = at('test-results')
    mkdirSync(results, { recursive: true })
    for (const name of ['e2e', 'screenshots']) {
      rmSync(join(results, name), { recursive: true, force: true })
      if (existsSync(join(outputs, name))) cpSync(join(outputs, name), join(results, name), { recursive: true })
    }
    const report = join(outputs, 'e2e.json')
    if (existsSync(report)) cpSync(report, join(results, 'e2e.json'))
    else rmSync(join(results, 'e2e.json'), { force: true })
    return { code, offline }
  } finally {
    rmSync(outputs, { recursive: true, force: true })
    rmSync(appDir, { recursive: true, force: true })
  }
}

/** The built program in a folder of its own: a build started meanwhile does not pull it from under the tests. */
function snapshot() {
  const dir = mkdtempSync(join(tmpdir(), 'metodist-app-'))
  chmodSync(dir, 0o755)
  for (const name of ['out', 'resources', 'package.json']) cpSync(at(name), join(dir, name), { recursive: true })
  symlinkSync(at('node_modules'), join(dir, 'node_modules'), 'junction')
  return dir
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { code } = await runE2e(process.argv.slice(2))
  process.exit(code)
}
