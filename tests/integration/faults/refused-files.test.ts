import { copyFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from '@store/database/folder'
import { openFolder } from '@store/database/open'
import BetterSqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/store'
import { closedDistrict, contents, district, hashOf } from './support/files'

function refusal(dir: string): { code: string; message: string } {
  try {
    openFolder(dataFolder(dir), { create: true, now: new Date() })()
  } catch (error) {
    return error as { code: string; message: string }
  }
  throw new Error('The file was expected to be refused')
}

describe('a database of a later program', () => {
  it('is refused, not a byte of it changed, nothing made beside it', async () => {
    const { dir, file } = await closedDistrict(3)
    const raw = new BetterSqlite(file)
    const version = Number(raw.pragma('user_version', { simple: true })) + 1
    raw.pragma(`user_version = ${version}`)
    raw.close()
    const before = contents(dir)
    const names = readdirSync(dir)
    const { code, message } = refusal(dir)
    expect(code).toBe('database-newer')
    expect(message).toMatch(new RegExp(`более новой версией программы \\(${version}.*не изменён.*Обновите программу`))
    expect(contents(dir)).toEqual(before)
    expect(readdirSync(dir)).toEqual(names)
  })

  it('is refused also when its last change is still in the WAL', async () => {
    // A later program was killed just after it had migrated: the header of the file is still ours.
    const { dir, file } = await closedDistrict(3)
    const raw = new BetterSqlite(file)
    raw.pragma('wal_autocheckpoint = 0')
    raw.pragma('user_version = 999')
    const away = temporaryFolder()
    for (const suffix of ['', '-wal']) copyFileSync(file + suffix, join(away, `metodist.sqlite${suffix}`))
    raw.close()
    const crashed = join(away, 'metodist.sqlite')
    const before = [hashOf(crashed), hashOf(`${crashed}-wal`)]
    expect(refusal(away).code).toBe('database-newer')
    expect([hashOf(crashed), hashOf(`${crashed}-wal`)]).toEqual(before)
    expect(refusal(dir).code).toBe('database-newer')
  })
})

describe('a file that is not ours', () => {
  const foreign: Readonly<Record<string, (file: string) => void>> = {
    'a database of another program': (file) => {
      const raw = new BetterSqlite(file)
      raw.exec('CREATE TABLE t (x); INSERT INTO t VALUES (1)')
      raw.close()
    },
    'a database of another program with a high version and id': (file) => {
      const raw = new BetterSqlite(file)
      raw.pragma('journal_mode = WAL')
      raw.exec('CREATE TABLE t (x); INSERT INTO t VALUES (1)')
      raw.pragma('user_version = 42')
      raw.pragma('application_id = 7')
      raw.close()
    },
    'a text': (file) => writeFileSync(file, 'Протокол № 1\n'.repeat(1000)),
    'a short text': (file) => writeFileSync(file, 'x'),
    'a cut header': (file) => writeFileSync(file, 'SQLite format 3\0'),
  }
  for (const [name, make] of Object.entries(foreign)) {
    it(`is refused and untouched: ${name}`, () => {
      const dir = temporaryFolder()
      const file = join(dir, 'metodist.sqlite')
      make(file)
      const before = contents(dir)
      const { code, message } = refusal(dir)
      expect(code).toBe('database-damaged')
      expect(message).toMatch(/Это не файл данных Методиста/)
      expect(contents(dir)).toEqual(before)
    })
  }
})

describe('a file with nothing in it', () => {
  it('is a new district where there were never any data', () => {
    const dir = temporaryFolder()
    writeFileSync(join(dir, 'metodist.sqlite'), '')
    openFolder(dataFolder(dir), { create: true, now: new Date() })()
  })

  it('is a loss where there are backups, and so is a missing file and an empty database', async () => {
    const test = await district(2)
    await test.call('backups.make', {})
    await test.store.close()
    const file = join(test.dir, 'metodist.sqlite')
    renameSync(file, `${file}.kept`)
    expect(refusal(test.dir).code).toBe('database-damaged')
    writeFileSync(file, '')
    expect(refusal(test.dir)).toMatchObject({
      code: 'database-damaged',
      message: expect.stringMatching(/есть резервные копии/),
    })
    const raw = new BetterSqlite(file)
    raw.pragma('journal_mode = WAL')
    raw.close()
    expect(refusal(test.dir).code).toBe('database-damaged')
    renameSync(`${file}.kept`, file)
    openFolder(dataFolder(test.dir), { create: true, now: new Date() })()
  })
})
