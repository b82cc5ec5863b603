import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

/** The fences between the layers: each is tried with an offender, and with a neighbour that is allowed. */
const root = fileURLToPath(new URL('../..', import.meta.url))

/** Files of the given paths under the project's own rules, in a folder of their own; answers the complaints by path. */
function complaintsOf(files: readonly { path: string; code: string }[]): string[] {
  const temp = mkdtempSync(join(tmpdir(), 'metodist-lint-'))
  try {
    const rules = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
    writeFileSync(join(temp, 'biome.json'), JSON.stringify({ ...rules, $schema: undefined, vcs: { enabled: false } }))
    for (const { path, code } of files) {
      mkdirSync(dirname(join(temp, path)), { recursive: true })
      writeFileSync(join(temp, path), code)
    }
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
    const rule = 'style/noRestrictedImports'
    const done = spawnSync(
      process.execPath,
      [biome, 'lint', `--only=${rule}`, '--reporter=github', '--max-diagnostics=none', '.'],
      { cwd: temp, encoding: 'utf8' },
    )
    return done.stdout.split('\n').filter((line) => line.includes(`lint/${rule}`))
  } finally {
    rmSync(temp, { recursive: true, force: true })
  }
}

const using = (name: string, from: string): string => `import { ${name} } from '${from}'\nconsole.log(${name})`

const forbidden: [string, string, string][] = [
  ['the window may not use Node', 'src/renderer/modules/x/a.ts', using('readFileSync', 'node:fs')],
  ['the window may not use Electron', 'src/renderer/modules/x/a.ts', using('ipcRenderer', 'electron')],
  [
    'the window may not reach into main',
    'src/renderer/modules/x/a.ts',
    using('openStore', '../../../main/store/store'),
  ],
  ['the window may not reach into the store by alias', 'src/renderer/app/a.ts', using('openStore', '@store/store')],
  ['screens may not use the bridge', 'src/renderer/modules/x/a.ts', using('x', '../../../preload/bridge')],
  ['shared may not use main', 'src/shared/domain/a.ts', using('openStore', '../../main/store/store')],
  ['shared may not use the window', 'src/shared/domain/a.ts', using('call', '../../renderer/app/api')],
  ['shared may not use Electron', 'src/shared/a.ts', using('app', 'electron')],
  ['shared may not use Node', 'src/shared/a.ts', using('join', 'node:path')],
  ['the store may not use Electron', 'src/main/store/a.ts', using('app', 'electron')],
  ['the database may not use Electron', 'src/main/store/database/a.ts', using('app', 'electron')],
  ['the store may not use the shell', 'src/main/store/a.ts', using('fileLog', '../shell/system/log')],
  ['modules may not use each other', 'src/main/store/modules/meetings/a.ts', using('read', '../schools/read')],
  ['modules may not use Electron', 'src/main/store/modules/meetings/a.ts', using('app', 'electron')],
  [
    'connections are opened in database only',
    'src/main/store/modules/meetings/a.ts',
    "import Sqlite from 'better-sqlite3'\nconsole.log(Sqlite)",
  ],
  [
    'connections are not opened in jobs',
    'src/main/store/a.ts',
    "import Sqlite from 'better-sqlite3'\nconsole.log(Sqlite)",
  ],
  ['the shell may not use the store', 'src/main/shell/a.ts', using('openStore', '../store/store')],
  ['the shell may not touch SQLite', 'src/main/shell/a.ts', "import Sqlite from 'better-sqlite3'\nconsole.log(Sqlite)"],
  ['raw ipcMain', 'src/main/shell/a.ts', using('ipcMain', 'electron')],
  ['raw shell, hence raw openExternal', 'src/main/shell/window/a.ts', using('shell', 'electron')],
  ['the preload may not use Node', 'src/preload/a.ts', using('readFileSync', 'node:fs')],
  ['the headless interface may not use Electron', 'src/main/cli.ts', using('app', 'electron')],
  ['scripts may not use packages', 'scripts/a.mjs', using('z', 'zod')],
]

const allowed: [string, string, string][] = [
  ['the one ipcMain wrapper', 'src/main/shell/system/ipc.ts', using('ipcMain', 'electron')],
  ['the one wrapper of other programs', 'src/main/shell/system/external.ts', using('shell', 'electron')],
  ['Electron in the shell', 'src/main/shell/a.ts', using('app', 'electron')],
  ['the supervisor in the shell', 'src/main/shell/a.ts', using('StoreSupervisor', './store-supervisor')],
  ['SQLite in database', 'src/main/store/database/a.ts', "import Sqlite from 'better-sqlite3'\nconsole.log(Sqlite)"],
  ['a module’s own files', 'src/main/store/modules/meetings/a.ts', using('read', './read')],
  ['the database for modules', 'src/main/store/modules/meetings/a.ts', using('rows', '../../database/rows')],
  ['shared code in the window', 'src/renderer/modules/x/a.ts', using('AppError', '@shared/errors')],
  ['ipcRenderer in the preload', 'src/preload/index.ts', using('ipcRenderer', 'electron')],
]

function judge(all: readonly [string, string, string][]): Map<string, boolean> {
  const verdicts = new Map<string, boolean>()
  // Offenders may share a path: they are judged in rounds.
  let rest = [...all]
  while (rest.length > 0) {
    const round = rest.filter(([, path], index) => rest.findIndex(([, other]) => other === path) === index)
    rest = rest.filter((one) => !round.includes(one))
    const complaints = complaintsOf(round.map(([, path, code]) => ({ path, code })))
    for (const [name, path] of round)
      verdicts.set(
        name,
        complaints.some((line) => line.includes(`/${path},`)),
      )
  }
  return verdicts
}

describe('import fences', () => {
  const refused = judge(forbidden)
  const complained = judge(allowed)
  test.each(forbidden.map(([name]) => name))('refused: %s', (name) => {
    expect(refused.get(name)).toBe(true)
  })
  test.each(allowed.map(([name]) => name))('allowed: %s', (name) => {
    expect(complained.get(name)).toBe(false)
  })
})
