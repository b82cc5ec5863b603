import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoFolder, type Ran } from './support/cli'
import { bundleCli, removeBundle, runProcess } from './support/cli-process'
import { temporaryFolder, testStore } from './support/store'

/** The command line as scripts have it: real processes on one real file. */

let script = ''
beforeAll(async () => {
  script = await bundleCli()
})
afterAll(() => removeBundle(script))

const run = (dir: string, ...args: string[]): Promise<Ran> => runProcess(script, [...args, '--data', dir, '--json'])

describe('a process of its own', () => {
  test('the way of a script: init, list, change, undo in another process, backup, restore, check', async () => {
    const root = temporaryFolder()
    const dir = join(root, 'data')
    expect((await run(dir, 'init', '--demo')).json()).toMatchObject({ demo: true })
    const list = await run(dir, 'list', 'schools')
    expect(list).toMatchObject({ code: 0, error: '' })
    expect(list.json<{ total: number }>().total).toBe(34)
    const input = JSON.stringify({ names: ['НЭБ'] })
    expect((await run(dir, 'call', 'schools.saveConnectionNames', '--input', input)).code).toBe(0)
    expect((await run(dir, 'undo')).json()).toEqual({ title: 'Список подключений' })
    expect((await run(dir, 'redo')).code).toBe(0)
    expect((await run(dir, 'call', 'schools.connectionNames')).json()).toEqual(['НЭБ'])
    const file = join(root, 'copy.encrypted')
    const secret = { input: 'тайна\n' }
    expect((await runProcess(script, ['backup', '--out', file, '--password-stdin', '--data', dir], secret)).code).toBe(
      0,
    )
    await run(dir, 'undo')
    expect((await runProcess(script, ['restore', file, '--password-stdin', '--data', dir], secret)).code).toBe(0)
    expect((await run(dir, 'call', 'schools.connectionNames')).json()).toEqual(['НЭБ'])
    expect((await run(dir, 'check')).json()).toEqual({ ok: true, problems: [] })
    expect(readdirSync(join(dir, 'running'))).toEqual([])
  })

  test('exit codes and the two outputs', async () => {
    const dir = join(temporaryFolder(), 'data')
    expect(await runProcess(script, ['--help'])).toMatchObject({ code: 0, error: '' })
    expect(await runProcess(script, ['nonsense'])).toMatchObject({ code: 2, out: '' })
    const missing = await run(dir, 'list', 'schools')
    expect(missing).toMatchObject({ code: 1, out: '' })
    expect(missing.failure().code).toBe('folder-missing')
    expect(existsSync(dir)).toBe(false)
  })

  test('without --data it uses the application’s own folder', async () => {
    const home = temporaryFolder()
    const env = { XDG_CONFIG_HOME: home, METODIST_DATA: '' }
    const made = await runProcess(script, ['init', '--json'], { env })
    const { dataDir } = made.json<{ dataDir: string }>()
    expect(dataDir.startsWith(home)).toBe(true)
    expect(existsSync(join(dataDir, 'metodist.sqlite'))).toBe(true)
  })

  test('a long answer arrives whole', async () => {
    const dir = join(temporaryFolder(), 'data')
    await run(dir, 'generate', '--schools', '600', '--seed', '3')
    const list = await run(dir, 'list', 'schools')
    expect(list.out.length).toBeGreaterThan(150_000)
    expect(list.json<{ rows: unknown[] }>().rows).toHaveLength(600)
  })
})

describe('several at once', () => {
  test('writers wait for each other: nothing is lost', async () => {
    const dir = await demoFolder()
    const key = (n: number): string => `ключ-${n}`
    const count = 6
    const runs = await Promise.all(
      Array.from({ length: count }, (_, n) =>
        run(dir, 'call', 'meetings.savePhrase', '--input', JSON.stringify({ id: null, key: key(n), text: 'Текст' })),
      ),
    )
    expect(runs.map((one) => one.code)).toEqual(runs.map(() => 0))
    const phrases = (await run(dir, 'call', 'meetings.phrases')).json<{ key: string }[]>().map((one) => one.key)
    expect(phrases).toEqual(expect.arrayContaining(Array.from({ length: count }, (_, n) => key(n))))
    expect((await run(dir, 'check')).json()).toEqual({ ok: true, problems: [] })
  })

  test('behind a writer that does not end: reading works, writing says it is busy', async () => {
    const dir = await demoFolder()
    const holder = new BetterSqlite(join(dir, 'metodist.sqlite'))
    try {
      holder.exec('BEGIN IMMEDIATE')
      expect((await run(dir, 'list', 'schools')).json<{ total: number }>().total).toBe(34)
      const refused = await run(dir, 'call', 'schools.saveConnectionNames', '--input', '{"names":["НЭБ"]}')
      expect(refused).toMatchObject({ code: 1, out: '' })
      expect(refused.failure().code).toBe('database-busy')
    } finally {
      holder.close()
    }
    expect((await run(dir, 'call', 'schools.saveConnectionNames', '--input', '{"names":["НЭБ"]}')).code).toBe(0)
  })

  test('beside an open window: it writes, the window hears of it; a restore is refused', async () => {
    const dir = await demoFolder()
    const changed: string[] = []
    const window = await testStore({ dir, events: { changed: (topics) => changed.push(...topics) } })
    window.store.router.watchOthers()
    expect(
      (await run(dir, 'call', 'meetings.savePhrase', '--input', '{"id":null,"key":"новая","text":"Текст"}')).code,
    ).toBe(0)
    await expect.poll(() => changed, { timeout: 5000 }).toContain('phrase')
    const { file } = (await run(dir, 'backup')).json<{ file: string }>()
    const refused = await run(dir, 'restore', file)
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.failure().code).toBe('database-locked')
    expect((await window.call('schools.list', {})).total).toBe(34)
  })
})
