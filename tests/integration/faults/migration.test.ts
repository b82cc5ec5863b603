import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { newUid } from '@shared/contract/fields'
import { openRaw } from '@store/database/connection'
import { dataFolder } from '@store/database/folder'
import { journalTriggers, removeJournal } from '@store/database/journal'
import { migrate } from '@store/database/migrate'
import { currentVersion, type Migration, migrations } from '@store/database/migrations'
import { openFolder } from '@store/database/open'
import { tables } from '@store/database/tables'
import BetterSqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { agendaItem, decision, librarian, meeting, school } from '../../support/records'
import { temporaryFolder, testStore } from '../support/store'
import { closedDistrict, contents, district } from './support/files'

const fixtures = resolve(__dirname, '../../fixtures/databases')
const now = new Date('2027-02-01T12:00:00')

/** A next version of the program, as far as the file can tell. */
const next: Migration = {
  version: currentVersion + 1,
  name: 'next',
  sql: `ALTER TABLE school ADD COLUMN motto TEXT NOT NULL DEFAULT '';
        UPDATE school SET motto = 'Знание — сила';
        ALTER TABLE school DROP COLUMN cleaningDay;
        CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;`,
}
const withNext = [...migrations, next]

function dump(file: string): Record<string, unknown[]> {
  const raw = openRaw(file, { readonly: true })
  try {
    return Object.fromEntries(
      ['changeGroup', 'change', 'draft', ...Object.keys(tables)].map((table) => [
        table,
        raw.prepare(`SELECT * FROM "${table}"`).all(),
      ]),
    )
  } finally {
    raw.close()
  }
}

const schema = (raw: BetterSqlite.Database): unknown[] =>
  raw.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all()

describe('files of every version there ever was', () => {
  // Made once, when a version comes: METODIST_MAKE_FIXTURE=1 npx vitest run --project integration faults/migration
  it.runIf(process.env.METODIST_MAKE_FIXTURE)('make the fixture of the present version', async () => {
    const test = await district(3)
    const [series] = await test.call('associations.series', {})
    if (!series) throw new Error('No series')
    const { id } = await test.call('schools.save', { id: null, revision: null, school: school('Лицей № 9') })
    await test.call('librarians.save', {
      id: null,
      revision: null,
      allowDuplicate: false,
      librarian: librarian('Ёлкина', {
        employments: [
          { uid: newUid(), schoolId: id, position: 'библиотекарь', rate: 100, from: null, to: null, main: true },
        ],
      }),
    })
    await test.call('meetings.save', {
      id: null,
      revision: null,
      meeting: meeting(series.id, {
        agenda: [agendaItem('О плане работы', { decisions: [decision('Утвердить план')] })],
      }),
    })
    await test.call('schools.save', { id: null, revision: null, school: school('Отменённая') })
    await test.call('history.undo', {})
    await test.call('drafts.put', { key: 'school:1', payload: { note: 'недописанное' } })
    await test.store.close()
    const file = join(temporaryFolder(), 'fixture.sqlite')
    const raw = openRaw(test.store.folder.database)
    raw.prepare('VACUUM INTO ?').run(file)
    raw.close()
    writeFileSync(join(fixtures, `v${currentVersion}.sqlite.gz`), gzipSync(readFileSync(file), { level: 9 }))
  })

  it('are all here', () => {
    const kept = readdirSync(fixtures).filter((name) => name.endsWith('.sqlite.gz'))
    expect(kept.sort()).toEqual(migrations.map(({ version }) => `v${version}.sqlite.gz`).sort())
  })

  for (const { version } of migrations) {
    it(`open and are sound: version ${version}`, async () => {
      const dir = temporaryFolder()
      writeFileSync(join(dir, 'metodist.sqlite'), gunzipSync(readFileSync(join(fixtures, `v${version}.sqlite.gz`))))
      const test = await testStore({ dir })
      expect(await test.call('app.check', {})).toEqual({ ok: true, problems: [] })
      expect((await test.call('schools.list', { search: '' })).total).toBe(4)
      expect((await test.call('librarians.list', { search: 'елкина' })).total).toBe(1)
      expect((await test.call('meetings.list', {})).total).toBe(1)
      expect((await test.call('drafts.get', { key: 'school:1' }))?.payload).toEqual({ note: 'недописанное' })
      expect((await test.call('history.record', { record: 'school', id: 1 })).length).toBeGreaterThan(0)
      const stack = await test.call('history.stack', {})
      if (version === currentVersion) expect(stack.redo?.title).toBe('Школа: Отменённая')
      else expect(stack).toEqual({ undo: null, redo: null, blocked: null })
      // A migrated file has the very schema of a new one.
      const fresh = await testStore()
      const hint = 'A released migration was edited? Add a new one. Not released yet: make the fixture again.'
      expect(schema(test.store.router.reader.connection.raw), hint).toEqual(
        schema(fresh.store.router.reader.connection.raw),
      )
    })
  }
})

describe('a migration', () => {
  it('keeps every row and the history, cuts the stack of undo, and leaves a verified backup from before', async () => {
    const test = await district(3)
    await test.call('schools.save', { id: null, revision: null, school: school('Отменённая') })
    await test.call('history.undo', {})
    await test.call('drafts.put', { key: 'школа', payload: 1 })
    await test.store.close()
    const { database } = test.store.folder
    const before = dump(database)
    openFolder(test.store.folder, { create: false, now, migrations: withNext })()

    const after = dump(database)
    const plain = (rows: unknown[]): unknown[] =>
      rows.map((row) => ({ ...(row as object), motto: undefined, cleaningDay: undefined }))
    expect(after.school?.every((row) => (row as { motto: string }).motto !== '')).toBe(true)
    for (const table of ['change', 'draft', ...Object.keys(tables)]) {
      expect(plain(after[table] ?? []), table).toEqual(plain(before[table] ?? []))
    }
    expect((after.changeGroup as { state: string }[]).every(({ state }) => state === 'dead')).toBe(true)
    const raw = openRaw(database)
    expect(raw.pragma('user_version', { simple: true })).toBe(next.version)
    const triggers = raw.prepare<[], { sql: string }>(
      "SELECT sql FROM sqlite_schema WHERE name = 'journal_school_delete'",
    )
    expect(triggers.get()?.sql).toContain('\'motto\', OLD."motto"')
    raw.close()

    const [copy] = readdirSync(test.store.folder.backups)
    expect(copy).toBe('metodist-2027-02-01T12-00-00-before-migration.sqlite')
    expect(dump(join(test.store.folder.backups, copy ?? ''))).toEqual(before)
  })

  const broken: Readonly<Record<string, string>> = {
    'its own SQL': `${next.sql} INSERT INTO nowhere VALUES (1);`,
    'a constraint': `${next.sql} INSERT INTO school SELECT * FROM school;`,
    'the check of links': `${next.sql} INSERT INTO schoolStatus (uid, schoolId, ord, status, "order") VALUES ('x', 777, 0, 'x', '');`,
  }
  for (const [cause, sql] of Object.entries(broken)) {
    it(`that fails over ${cause} leaves the file as it was, byte for byte`, async () => {
      const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined)
      onTestFinished(() => reported.mockRestore())
      const { dir, file } = await closedDistrict(3)
      const before = contents(dir)
      const { code, message } = await failed(() =>
        openFolder(dataFolder(dir), { create: false, now, migrations: [...migrations, { ...next, sql }] }),
      )
      expect(['internal', 'database-damaged']).toContain(code)
      if (code === 'internal') expect(message).toMatch(/Файл не изменён, его копия — .*before-migration/)
      const { 'backups/metodist-2027-02-01T12-00-00-before-migration.sqlite': copy, ...rest } = contents(dir)
      expect(rest).toEqual(before)
      expect(copy).toBeDefined()
      // And it still opens with the program it was made by.
      openFolder(dataFolder(dir), { create: false, now })()
      expect(existsSync(`${file}-wal`)).toBe(false)
    })
  }

  it('cut short by the end of the process leaves the file as it was', async () => {
    const { dir, file } = await closedDistrict(3)
    const before = dump(file)
    const raw = openRaw(file)
    raw.pragma('foreign_keys = OFF')
    raw.exec('BEGIN EXCLUSIVE')
    removeJournal(raw)
    raw.exec(next.sql)
    // What a crash leaves is what lies on the disk at this moment.
    const away = join(temporaryFolder(), 'metodist.sqlite')
    for (const suffix of ['', '-wal']) if (existsSync(file + suffix)) copyFileSync(file + suffix, away + suffix)
    raw.exec('ROLLBACK')
    raw.close()
    expect(dump(away)).toEqual(before)
    expect(dump(join(dir, 'metodist.sqlite'))).toEqual(before)
  })

  it('that another process is in the way of is refused, and done when the way is free', async () => {
    const test = await district(1)
    const refused = await failed(() => openFolder(test.store.folder, { create: false, now, migrations: withNext }))
    expect(refused.code).toBe('database-locked')
    expect(readdirSync(test.store.folder.backups)).toEqual([])
    await test.store.close()
    openFolder(test.store.folder, { create: false, now, migrations: withNext })()
  })

  it('is run once when asked for again', () => {
    const file = join(temporaryFolder(), 'x.sqlite')
    const raw = new BetterSqlite(file)
    migrate(raw)
    const first = schema(raw)
    migrate(raw)
    expect(schema(raw)).toEqual(first)
    raw.close()
  })

  it('finds out a file without a part of its journal', async () => {
    const { dir, file } = await closedDistrict(1)
    const raw = new BetterSqlite(file)
    raw.exec(`DROP TRIGGER "${journalTriggers()[0]}"`)
    raw.close()
    const refused = await failed(() => openFolder(dataFolder(dir), { create: false, now }))
    expect(refused).toMatchObject({ code: 'database-damaged', message: expect.stringMatching(/журнала изменений/) })
  })
})

async function failed(work: () => unknown): Promise<{ code: string; message: string }> {
  try {
    work()
  } catch (error) {
    return error as { code: string; message: string }
  }
  throw new Error('Was expected to fail')
}
