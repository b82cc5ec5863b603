import { spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { dataFolder } from '@store/database/folder'
import { openFolder } from '@store/database/open'
import { describe, expect, it } from 'vitest'
import { temporaryFolder, testStore } from '../support/store'
import { closedDistrict, contents } from './support/files'
import { startStore } from './support/store-process'

const asRoot = process.getuid?.() === 0
const nobody = 65534

function refusal(dir: string, create = true): { code: string; message: string } {
  try {
    openFolder(dataFolder(dir), { create, now: new Date() })()
  } catch (error) {
    const { code, message } = error as { code: string; message: string }
    return { code, message }
  }
  throw new Error('The folder was expected to be refused')
}

describe('a data folder that cannot be used', () => {
  it('is missing: nothing is made in its place', () => {
    const dir = join(temporaryFolder(), 'нет', 'такой')
    const { code, message } = refusal(dir, false)
    expect(code).toBe('folder-missing')
    expect(message).toContain(dir)
    expect(message).toMatch(/отключён диск.*выберите другую папку/)
    expect(existsSync(dirname(dir))).toBe(false)
  })

  it('is missing though she chose it: nothing is made in its place, even where a new district may begin', () => {
    const dir = join(temporaryFolder(), 'флешка')
    const open = (): void => openFolder(dataFolder(dir), { create: true, mustExist: true, now: new Date() })()
    expect(open).toThrow(expect.objectContaining({ code: 'folder-missing' }))
    expect(existsSync(dir)).toBe(false)
    mkdirSync(dir)
    open()
  })

  it('is a file', () => {
    const file = join(temporaryFolder(), 'данные')
    writeFileSync(file, 'просто файл')
    for (const dir of [file, join(file, 'внутри')]) {
      const { code, message } = refusal(dir)
      expect(code).toBe('folder-missing')
      expect(message).toContain(dir)
    }
    expect(contents(dirname(file))).toHaveProperty('данные')
  })

  it('holds a folder where the file should be', () => {
    const dir = temporaryFolder()
    mkdirSync(join(dir, 'metodist.sqlite'))
    expect(refusal(dir).code).toBe('database-damaged')
    expect(readdirSync(join(dir, 'metodist.sqlite'))).toEqual([])
  })

  it.runIf(asRoot)('is read-only: refused with its sentence, and opens once it is not', async () => {
    const { dir } = await closedDistrict(2)
    own(dir)
    const before = contents(dir)
    for (const readOnly of ['metodist.sqlite', '', 'running']) {
      const path = join(dir, readOnly)
      const folder = readOnly !== 'metodist.sqlite'
      chmodSync(path, folder ? 0o555 : 0o444)
      const store = await startStore({ uid: nobody })
      const problem = await store.problem(dir)
      expect(problem.code, `${readOnly} read-only`).toBe('folder-read-only')
      expect(problem.message).toMatch(/нельзя записать: .*Проверьте права/)
      expect(problem.offers).toEqual(['retry', 'choose-folder', 'show-folder', 'quit'])
      chmodSync(path, folder ? 0o755 : 0o644)
      // «Попробовать ещё раз» in the same process.
      await store.open(dir)
      expect((await store.call('schools.list', { search: '' })).total).toBe(2)
      await store.close()
      expect(contents(dir)).toEqual(before)
    }
  })

  it.runIf(asRoot)('of backups only is read-only: work goes on, the backup says why it is not made', async () => {
    const { dir } = await closedDistrict(1)
    own(dir)
    chmodSync(join(dir, 'backups'), 0o555)
    const store = await startStore({ uid: nobody })
    await store.open(dir)
    const failed = await store.answer('backups.make', {})
    expect(failed).toMatchObject({ ok: false, error: { code: 'folder-read-only' } })
    expect((await store.call('schools.list', { search: '' })).total).toBe(1)
    expect(readdirSync(join(dir, 'backups'))).toEqual([])
    chmodSync(join(dir, 'backups'), 0o755)
    await store.call('backups.make', {})
    await store.close()
  })

  it('goes away while it is open: writes say so, and nothing else breaks', async () => {
    const { dir } = await closedDistrict(1)
    const test = await testStore({ dir })
    renameSync(dir, `${dir}-away`)
    try {
      // On Linux an open file follows its folder; what matters is that new files beside it are not found missing in silence.
      const answer = await test.store.router.call('backups.make', {})
      expect(answer.ok).toBe(false)
      if (!answer.ok) expect(['folder-missing', 'folder-read-only']).toContain(answer.error.code)
    } finally {
      rmSync(dir, { recursive: true, force: true })
      renameSync(`${dir}-away`, dir)
    }
    expect((await test.call('schools.list', { search: '' })).total).toBe(1)
  })
})

function own(dir: string): void {
  chownSync(dir, nobody, nobody)
  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) chownSync(join(dir, name), nobody, nobody)
}

describe('a new folder that another process is looking into', () => {
  it('is opened when it is free: the other may be starting too', async () => {
    const dir = temporaryFolder()
    const { lock } = dataFolder(dir)
    const held = 1800
    // Longer than one try for the folder takes.
    const script = `
      const raw = new (require('better-sqlite3'))(${JSON.stringify(lock)})
      raw.exec('BEGIN')
      raw.prepare('SELECT count(*) FROM sqlite_schema').get()
      process.send('held')
      setTimeout(() => process.exit(), ${held})`
    const other = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    await new Promise((resolve) => other.once('message', resolve))
    const leave = openFolder(dataFolder(dir), { create: true, now: new Date() })
    expect(existsSync(dataFolder(dir).database)).toBe(true)
    leave()
  })
})
