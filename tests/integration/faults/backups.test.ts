import { copyFileSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import {
  backUp,
  backupName,
  keep,
  listBackups,
  makeBackup,
  newestGoodBackup,
  rotateBackups,
} from '@store/database/backup'
import { openRaw } from '@store/database/connection'
import { type DataFolder, dataFolder, prepareFolder } from '@store/database/folder'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { temporaryFolder, testStore } from '../support/store'
import { addSchool, closedDistrict, district, overwrite } from './support/files'
import { rounds, seed } from './support/rounds'
import { startStore } from './support/store-process'

function schoolsIn(file: string): number {
  const raw = openRaw(file, { readonly: true })
  try {
    return raw.prepare<[], { n: number }>('SELECT count(*) AS n FROM school').get()?.n ?? -1
  } finally {
    raw.close()
  }
}

describe('a backup', () => {
  it('holds every committed row while others read and write, though the file itself does not yet', async () => {
    const test = await district(3)
    const reader = openRaw(test.store.folder.database)
    // An old snapshot held open keeps the WAL from being taken into the file.
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM school').get()
    for (let n = 4; n <= 12; n++) await addSchool(test, n)
    const copy = join(test.dir, 'copied-as-a-file.sqlite')
    copyFileSync(test.store.folder.database, copy)
    const writer = openRaw(test.store.folder.database)
    writer.exec('BEGIN IMMEDIATE')
    const made = await test.call('backups.make', {})
    writer.exec('ROLLBACK')
    writer.close()
    reader.close()
    expect(schoolsIn(made.file)).toBe(12)
    // The reason for all this: what a file manager copies lacks them.
    expect(schoolsIn(copy)).toBeLessThan(12)
    expect(made.reason).toBe('manual')
    expect(made.bytes).toBe(statSync(made.file).size)
    expect(await test.call('backups.list', {})).toEqual([made])
    expect((await test.call('app.status', {})).lastBackup).toEqual(made)
  })

  it('goes to a file of the person’s choice, and replaces one she chose to replace', async () => {
    const test = await district(2)
    const out = join(temporaryFolder(), 'флешка', 'Копия района.sqlite')
    await test.call('backups.make', { out })
    await addSchool(test, 3)
    await test.call('backups.make', { out })
    expect(schoolsIn(out)).toBe(3)
    expect(readdirSync(join(out, '..'))).toEqual([basename(out)])
  })

  it('before an import is made once while nothing changes, and anew after a change', async () => {
    let now = new Date('2026-11-20T10:00:00')
    const pass = (seconds: number): void => {
      now = new Date(now.getTime() + seconds * 1000)
    }
    const test = await testStore({ now: () => now })
    await test.call('app.initialise', { mode: 'own', municipality: 'Заречинский район' })
    pass(5)
    const first = await test.call('backups.make', { reason: 'before-import' })
    pass(60)
    expect(await test.call('backups.make', { reason: 'before-import' })).toEqual(first)
    await addSchool(test, 1)
    // Of the same second as the change: whether it has it cannot be told by its name.
    const second = await test.call('backups.make', { reason: 'before-import' })
    expect(schoolsIn(second.file)).toBe(1)
    const third = await test.call('backups.make', { reason: 'before-import' })
    expect(third.file).not.toBe(second.file)
    pass(5)
    const fourth = await test.call('backups.make', { reason: 'before-import' })
    pass(5)
    expect(await test.call('backups.make', { reason: 'before-import' })).toEqual(fourth)
    // Asked for by a person it is made whatever there is.
    expect((await test.call('backups.make', {})).file).not.toBe(fourth.file)
  })

  it('of a damaged database is refused and leaves no file', async () => {
    const { dir, file } = await closedDistrict(40)
    overwrite(file, 4096 * 8, new Uint8Array(statSync(file).size - 4096 * 8).fill(0x5a))
    const folder = dataFolder(dir)
    expect(() => makeBackup(file, backupName(folder, 'manual', new Date()))).toThrow(/поврежд/)
    expect(readdirSync(folder.backups)).toEqual([])
  })

  it('interrupted by the end of the process leaves no half file after the next open', async () => {
    const { dir } = await closedDistrict(60)
    for (let round = 0; round < rounds(3); round++) {
      const store = await startStore()
      await store.open(dir)
      void store.answer('backups.make', {})
      await new Promise((resolve) => setTimeout(resolve, 5 + ((round * 7) % 60)))
      await store.kill()
      const next = await startStore()
      await next.open(dir)
      const left = readdirSync(join(dir, 'backups'))
      expect(left.filter((name) => !/^metodist-[\dT-]+-manual\.sqlite$/.test(name))).toEqual([])
      for (const backup of listBackups(dataFolder(dir))) expect(schoolsIn(backup.file)).toBe(60)
      await next.close()
    }
  })

  it('half-made by a killed process is swept away', async () => {
    const { dir } = await closedDistrict(1)
    const half = join(dir, 'backups', 'metodist-2026-01-01T00-00-00-start.sqlite.part-99999')
    for (const suffix of ['', '-journal']) writeFileSync(half + suffix, 'half')
    writeFileSync(join(dir, 'metodist.sqlite.restore-99999'), 'half')
    writeFileSync(join(dir, 'backups', 'plain-99999-0a1b2c3d.tmp'), 'не под паролем')
    writeFileSync(join(dir, 'backups', 'metodist-2026-01-01T00-00-00-manual.encrypted.part-99999'), 'half')
    writeFileSync(join(dir, 'backups', 'моя копия.sqlite'), 'not ours')
    const store = await startStore()
    await store.open(dir)
    expect(readdirSync(join(dir, 'backups'))).toEqual(['моя копия.sqlite'])
    expect(existsSync(join(dir, 'metodist.sqlite.restore-99999'))).toBe(false)
    await store.close()
  })

  it('is found by its name in the order of making, those of one second too', async () => {
    const { dir } = await closedDistrict(1)
    const folder = dataFolder(dir)
    const now = new Date('2026-05-04T12:30:00')
    const made = (['timer', 'before-restore', 'manual', 'start', 'manual'] as const).map((reason) =>
      backUp(folder, reason, now),
    )
    expect(listBackups(folder).map(({ file }) => file)).toEqual(
      made
        .map(({ file }) => file)
        .reverse()
        .slice(0, 3),
    )
    expect(made[0]?.madeAt).toBe('2026-05-04T12:30:00')
  })
})

describe('the newest good backup', () => {
  it('passes over damaged, empty, foreign and newer ones', async () => {
    const { dir } = await closedDistrict(2)
    const folder = dataFolder(dir)
    const days = ['01', '02', '03', '04', '05', '06']
    const made = days.map((day) => backUp(folder, 'timer', new Date(`2026-05-${day}T10:00:00`)))
    expect(newestGoodBackup(folder)?.file).toBe(made[5]?.file)
    const at = (n: number): string => made[n]?.file ?? ''
    const raw = openRaw(at(5))
    raw.pragma('user_version = 99')
    raw.close()
    overwrite(at(4), 4096 * 3, new Uint8Array(4096 * 4).fill(1))
    writeFileSync(at(3), '')
    writeFileSync(at(2), 'текст')
    expect(newestGoodBackup(folder)?.file).toBe(at(1))
  })
})

describe('rotation', () => {
  const minute = 60_000
  const day = 24 * 60 * minute

  function emptyFolder(): DataFolder {
    const folder = dataFolder(temporaryFolder())
    prepareFolder(folder, true)
    return folder
  }
  const put = (folder: DataFolder, at: Date, bytes: number): string => {
    const file = backupName(folder, 'timer', at)
    writeFileSync(file, new Uint8Array(bytes))
    return file
  }
  const dayOf = (madeAt: string): string => madeAt.slice(0, 10)

  it('keeps today’s last three, one a day for two weeks, one a month for a year, whatever the pace', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1000, max: 60_000 })), {
          minLength: 5,
          maxLength: 120,
        }),
        (gaps) => {
          const folder = emptyFolder()
          let now = new Date('2024-03-31T23:00:00').getTime()
          for (const gap of gaps) {
            now += gap * minute
            const before = listBackups(folder)
            const file = put(folder, new Date(now), 10)
            const removed = rotateBackups(folder, new Date(now), file)
            const left = listBackups(folder)
            const all = [...before.map((one) => one.file), file]
            expect([...removed, ...left.map((one) => one.file)].sort()).toEqual(all.sort())
            expect(left[0]?.file).toBe(file)

            const today = left.filter((one) => dayOf(one.madeAt) === dayOf(left[0]?.madeAt ?? ''))
            const hadToday = before.filter((one) => dayOf(one.madeAt) === dayOf(left[0]?.madeAt ?? '')).length
            expect(today).toHaveLength(Math.min(keep.latest, hadToday + 1))
            // Each of the last 14 days and 12 months that had a backup still has one.
            for (const one of before) {
              const age = now - new Date(one.madeAt).getTime()
              if (age < keep.days * day)
                expect(left.some((kept) => dayOf(kept.madeAt) === dayOf(one.madeAt))).toBe(true)
              if (age < 330 * day) {
                expect(left.some((kept) => kept.madeAt.slice(0, 7) === one.madeAt.slice(0, 7))).toBe(true)
              }
            }
            expect(left.length).toBeLessThanOrEqual(keep.latest + keep.days + keep.months)
          }
        },
      ),
      { numRuns: rounds(15), seed },
    )
  })

  it('keeps within its size, the newest and the one just made always', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ bytes: fc.integer({ min: 0, max: 400 }), gap: fc.integer({ min: -2000, max: 5000 }) }), {
          minLength: 1,
          maxLength: 40,
        }),
        (made) => {
          const folder = emptyFolder()
          const limits = { ...keep, bytes: 1000 }
          let now = new Date('2025-01-01T00:00:00').getTime()
          for (const { bytes, gap } of made) {
            // A negative gap is a clock set back.
            now += gap * minute
            const file = put(folder, new Date(now), bytes)
            const newest = listBackups(folder)[0]?.file
            rotateBackups(folder, new Date(now), file, limits)
            const left = listBackups(folder)
            expect(left.map((one) => one.file)).toContain(file)
            expect(left[0]?.file).toBe(newest)
            const others = left.filter((one) => one.file !== file && one.file !== newest)
            if (others.length > 0) expect(others.reduce((sum, one) => sum + one.bytes, 0)).toBeLessThanOrEqual(1000)
          }
        },
      ),
      { numRuns: rounds(30), seed },
    )
  })

  it('does not count what it removes anyway against the size', () => {
    const folder = emptyFolder()
    const at = (text: string): Date => new Date(text)
    const old = put(folder, at('2026-04-01T10:00:00'), 100)
    for (let n = 0; n < 8; n++) put(folder, at(`2026-05-04T1${n}:00:00`), 200)
    rotateBackups(folder, at('2026-05-04T19:00:00'), null, { ...keep, bytes: 1000 })
    expect(listBackups(folder).map(({ file }) => file)).toContain(old)
    expect(listBackups(folder)).toHaveLength(4)
  })

  it('leaves files of other names alone', () => {
    const folder = emptyFolder()
    const foreign = join(folder.backups, 'metodist-важная.sqlite')
    writeFileSync(foreign, '')
    for (let n = 0; n < 6; n++) put(folder, new Date(2026, 4, 4, n), 1)
    rotateBackups(folder, new Date(2026, 4, 4, 6))
    expect(existsSync(foreign)).toBe(true)
    expect(listBackups(folder)).toHaveLength(3)
  })
})
