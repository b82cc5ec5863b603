import { connect } from '@store/database/connection'
import type { Database as Sqlite } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { dataFolder } from '../../../src/main/store/database/folder'
import { temporaryFolder } from '../support/store'
import { closedDistrict, district } from './support/files'

const value = (raw: Sqlite, name: string): unknown => raw.pragma(name, { simple: true })

describe('every connection', () => {
  it('has the pragmas the data are kept safe by', async () => {
    const test = await district(1)
    const { reader } = test.store.router
    const other = connect(test.store.folder.database)
    try {
      for (const raw of [reader.connection.raw, other.raw]) {
        expect(value(raw, 'journal_mode')).toBe('wal')
        expect(value(raw, 'synchronous')).toBe(2)
        expect(value(raw, 'foreign_keys')).toBe(1)
        expect(value(raw, 'recursive_triggers')).toBe(1)
        expect(value(raw, 'trusted_schema')).toBe(0)
        expect(value(raw, 'cell_size_check')).toBe(1)
        expect(value(raw, 'busy_timeout')).toBe(5000)
      }
    } finally {
      other.close()
    }
  })

  it('is made in one place only', async () => {
    // Else a connection without the pragmas could slip in: the writer's, a job's, a module's own.
    const { readdirSync, readFileSync } = await import('node:fs')
    const { join, resolve } = await import('node:path')
    const source = resolve(__dirname, '../../../src')
    const makers = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && /from 'better-sqlite3'/.test(readFileSync(join(source, name), 'utf8')))
      .filter((name) => /new (BetterSqlite|Database)\(/.test(readFileSync(join(source, name), 'utf8')))
    // folder-lock: an empty file that is never read or written, only locked.
    expect(makers.sort()).toEqual(['main/store/database/connection.ts', 'main/store/database/folder-lock.ts'])
  })

  it('does not change the file when it only reads', async () => {
    const { file } = await closedDistrict(1)
    const raw = connect(file, { readonly: true })
    expect(() => raw.raw.exec('DELETE FROM draft')).toThrow(/readonly/)
    raw.close()
  })
})

describe('the schema', () => {
  it('is of STRICT tables only, of our application id and version', async () => {
    const test = await district(0)
    const { raw } = test.store.router.reader.connection
    const loose = raw
      .prepare<[], { name: string }>(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .all()
    expect(loose).toEqual([])
    expect(value(raw, 'application_id')).toBe(0x4d455431)
    expect(value(raw, 'user_version')).toBe((await test.call('app.status', {})).schemaVersion)
  })

  it('leaves nothing of its lock and its marks behind a clean exit', async () => {
    const folder = dataFolder(temporaryFolder())
    await closedDistrict(1, folder.dir)
    const { readdirSync, statSync } = await import('node:fs')
    expect(readdirSync(folder.dir).sort()).toEqual(['backups', 'metodist.lock', 'metodist.sqlite', 'running'])
    expect(readdirSync(folder.running)).toEqual([])
    expect(statSync(folder.lock).size).toBe(0)
  })
})
