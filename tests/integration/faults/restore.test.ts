import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listBackups } from '@store/database/backup'
import { openRaw } from '@store/database/connection'
import { dataFolder } from '@store/database/folder'
import { moveAside, restoreBackup } from '@store/database/restore'
import { describe, expect, it } from 'vitest'
import { temporaryFolder, testStore } from '../support/store'
import { addSchool, closedDistrict, contents, district, hashOf, overwrite } from './support/files'
import { startStore } from './support/store-process'

const total = async (dir: string): Promise<number | null> => {
  const test = await testStore({ dir })
  const { total: n } = await test.call('schools.list', { search: '' })
  expect(await test.call('app.check', {})).toEqual({ ok: true, problems: [] })
  await test.store.close()
  return n
}

/** A closed district that was backed up with 2 schools and went on to 5. */
async function backedUp(): Promise<{ dir: string; file: string; backup: string }> {
  const test = await district(2)
  const { file: backup } = await test.call('backups.make', {})
  for (let n = 3; n <= 5; n++) await addSchool(test, n)
  await test.store.close()
  return { dir: test.dir, file: test.store.folder.database, backup }
}

describe('a restore', () => {
  it('puts a backup in place, and can itself be taken back', async () => {
    const { dir, backup } = await backedUp()
    const folder = dataFolder(dir)
    const { restored, kept } = restoreBackup(folder, backup, new Date())
    expect(restored).toBe(backup)
    expect(await total(dir)).toBe(2)
    expect(listBackups(folder).map(({ reason }) => reason)).toContain('before-restore')
    restoreBackup(folder, kept, new Date())
    expect(await total(dir)).toBe(5)
  })

  it('of the newest one moves a damaged file aside, whole, and never deletes it', async () => {
    const { dir, file } = await backedUp()
    overwrite(file, 4096 * 2, new Uint8Array(4096 * 30).fill(7))
    const damaged = hashOf(file)
    const folder = dataFolder(dir)
    const { kept } = restoreBackup(folder, null, new Date('2026-09-01T10:00:00Z'))
    expect(kept).toBe(join(folder.damaged, 'metodist-2026-09-01T10-00-00-000Z.sqlite'))
    expect(hashOf(kept ?? '')).toBe(damaged)
    expect(await total(dir)).toBe(2)
    // Once more in the same moment: nothing is written over.
    overwrite(file, 4096 * 2, new Uint8Array(4096 * 30).fill(8))
    restoreBackup(folder, null, new Date('2026-09-01T10:00:00Z'))
    expect(readdirSync(folder.damaged).filter((name) => name.endsWith('.sqlite'))).toHaveLength(2)
    expect(hashOf(kept ?? '')).toBe(damaged)
  })

  it('of a file lost altogether brings it back; a WAL left over is not taken for the new file’s', async () => {
    const { dir, file, backup } = await backedUp()
    const folder = dataFolder(dir)
    const raw = openRaw(file)
    raw.exec("INSERT INTO draft VALUES ('k', 't', '1')")
    copyFileSync(`${file}-wal`, `${file}.saved`)
    raw.close()
    moveAside(folder, new Date())
    copyFileSync(`${file}.saved`, `${file}-wal`)
    restoreBackup(folder, backup, new Date())
    expect(await total(dir)).toBe(2)
    expect(readdirSync(folder.damaged).filter((name) => name.endsWith('-wal'))).toHaveLength(1)
  })

  it('takes what is in the WAL of a database picked out of another folder, and changes nothing there', async () => {
    const { dir } = await closedDistrict(1)
    const other = await district(2)
    const raw = openRaw(other.store.folder.database)
    raw.pragma('wal_autocheckpoint = 0')
    for (let n = 3; n <= 4; n++) await addSchool(other, n)
    const picked = temporaryFolder()
    for (const suffix of ['', '-wal']) {
      copyFileSync(other.store.folder.database + suffix, join(picked, `metodist.sqlite${suffix}`))
    }
    raw.close()
    restoreBackup(dataFolder(dir), join(picked, 'metodist.sqlite'), new Date())
    expect(await total(dir)).toBe(4)
  })

  const bad: Readonly<Record<string, { code: string; make: (file: string, good: string) => void }>> = {
    'a damaged one': {
      code: 'backup-invalid',
      make: (file, good) => {
        copyFileSync(good, file)
        overwrite(file, 4096 * 2, new Uint8Array(4096 * 20).fill(3))
      },
    },
    'a text': { code: 'backup-invalid', make: (file) => writeFileSync(file, 'не база') },
    'an empty file': { code: 'backup-invalid', make: (file) => writeFileSync(file, '') },
    'an empty database': { code: 'backup-invalid', make: (file) => openRaw(file, { create: true }).close() },
    'one of a later program': {
      code: 'database-newer',
      make: (file, good) => {
        copyFileSync(good, file)
        const raw = openRaw(file)
        raw.pragma('user_version = 99')
        raw.close()
      },
    },
    'one that is not there': { code: 'backup-invalid', make: () => undefined },
  }
  for (const [name, { code, make }] of Object.entries(bad)) {
    it(`refuses ${name} and changes nothing`, async () => {
      const { dir, backup } = await backedUp()
      const file = join(temporaryFolder(), 'копия.sqlite')
      make(file, backup)
      const before = contents(dir)
      const asked = existsSync(file) ? readFileSync(file) : null
      expect(() => restoreBackup(dataFolder(dir), file, new Date())).toThrow(expect.objectContaining({ code }))
      expect(contents(dir)).toEqual(before)
      if (asked) expect(readFileSync(file).equals(asked)).toBe(true)
    })
  }

  it('refuses while another process has the folder open, and works once it has gone', async () => {
    const { dir, backup } = await backedUp()
    const store = await startStore()
    await store.open(dir)
    const before = contents(join(dir, 'backups'))
    expect(() => restoreBackup(dataFolder(dir), backup, new Date())).toThrow(
      expect.objectContaining({ code: 'database-locked', message: expect.stringMatching(/открыты другой программой/) }),
    )
    expect(contents(join(dir, 'backups'))).toEqual(before)
    // Killed, not closed: the system lets go of the lock by itself.
    await store.kill()
    restoreBackup(dataFolder(dir), backup, new Date())
    expect(await total(dir)).toBe(2)
  })

  it('runs in the store process itself while it is open, and after it has refused the file', async () => {
    const { dir, file, backup } = await backedUp()
    const store = await startStore()
    await store.open(dir)
    expect(await store.restore(backup)).toMatchObject({ ok: true })
    expect((await store.call('schools.list', { search: '' })).total).toBe(2)
    await store.close()

    overwrite(file, 0, new Uint8Array(100).fill(9))
    const again = await startStore()
    const problem = await again.problem(dir)
    expect(problem).toMatchObject({
      code: 'database-damaged',
      offers: ['restore', 'show-folder', 'choose-folder', 'quit'],
    })
    expect(problem.backup?.reason).toBe('before-restore')
    expect(await again.restore(null)).toMatchObject({ ok: true })
    expect((await again.call('schools.list', { search: '' })).total).toBe(5)
    await again.close()
  })

  it('opened while another process restores waits its turn', async () => {
    const { dir, backup } = await backedUp()
    const store = await startStore()
    let opened: Promise<void> = Promise.resolve()
    const { exclusively } = await import('@store/database/folder')
    exclusively(dataFolder(dir), () => {
      opened = store.open(dir)
      // The other process meets the lock while this one is at work.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 700)
    })
    await opened
    expect((await store.call('schools.list', { search: '' })).total).toBe(5)
    await store.close()
    expect(existsSync(backup)).toBe(true)
  })
})
