import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newUid } from '@shared/contract/fields'
import { AppError } from '@shared/errors'
import { dataFolder } from '@store/database/folder'
import { openFolder } from '@store/database/open'
import { restoreBackup } from '@store/database/restore'
import { describe, expect, it, onTestFinished } from 'vitest'
import { school } from '../../support/records'
import { type TestStore, testStore } from '../support/store'
import { addSchool, closedDistrict, district } from './support/files'
import { startStore } from './support/store-process'

/** A disk of its own of so many KiB, or null where one cannot be made (needs root in Linux). */
function smallDisk(kib: number): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const dir = mkdtempSync(join(tmpdir(), 'metodist-disk-'))
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', dir]).status !== 0) {
    rmSync(dir, { recursive: true })
    return null
  }
  onTestFinished(() => {
    spawnSync('umount', ['-l', dir])
    rmSync(dir, { recursive: true })
  })
  return dir
}

/** Fills what is left, down to `spare` bytes; answers how to free it. */
function fill(disk: string, spare: number): () => void {
  const { bavail, bsize } = statfsSync(disk)
  const file = join(disk, 'filler')
  writeFileSync(file, new Uint8Array(Math.max(0, bavail * bsize - spare)))
  return () => rmSync(file)
}

const probe = process.platform === 'linux' && process.getuid?.() === 0
// Without root no small disk can be made: `npm test` says «skipped», nothing is pretended.
describe.runIf(probe)('a full disk', () => {
  it('refuses the change with its sentence, applies no half of it, and works again when there is room', async () => {
    const disk = smallDisk(3000)
    if (disk === null) return expect.unreachable('mount failed')
    const test = await district(5, join(disk, 'данные'))
    const free = fill(disk, 150_000)
    const done = await addUntilFull(test)
    expect(done.failure).toMatchObject({
      code: 'disk-full',
      message: expect.stringMatching(/закончилось место.*Освободите/),
    })
    const total = async (): Promise<number | null> => (await test.call('schools.list', { search: '' })).total
    expect(await total()).toBe(5 + done.saved)
    // Drafts and further changes are refused the same way, reading goes on.
    const more = await addUntilFull(test)
    expect(more.failure.code).toBe('disk-full')
    const kept = 5 + done.saved + more.saved
    expect(await total()).toBe(kept)
    free()
    await addSchool(test, 7777)
    expect(await total()).toBe(kept + 1)
    expect(await test.call('app.check', {})).toEqual({ ok: true, problems: [] })
    await test.reopen()
    expect(await total()).toBe(kept + 1)
  })

  it('refuses a large change as a whole', async () => {
    const disk = smallDisk(6000)
    if (disk === null) return expect.unreachable('mount failed')
    const test = await district(2, join(disk, 'данные'))
    const { id, revision } = await test.call('schools.save', { id: null, revision: null, school: school('Большая') })
    const free = fill(disk, 100_000)
    const document = { name: 'Приказ', number: '1', date: null, note: 'текст '.repeat(150) }
    const big = school('Большая', {
      documents: Array.from({ length: 150 }, () => ({ ...document, uid: newUid() })),
    })
    const failure = await test.failure('schools.save', { id, revision, school: big })
    expect(failure.code).toBe('disk-full')
    expect((await test.call('schools.get', { id })).school.documents).toEqual([])
    expect((await test.call('history.record', { record: 'school', id })).length).toBe(1)
    free()
    await test.call('schools.save', { id, revision, school: big })
    expect(await test.call('app.check', {})).toEqual({ ok: true, problems: [] })
  })

  it('refuses a backup and leaves no half of one', async () => {
    const disk = smallDisk(12000)
    if (disk === null) return expect.unreachable('mount failed')
    const test = await district(30, join(disk, 'данные'))
    const free = fill(disk, 100_000)
    expect(await test.failure('backups.make', {})).toMatchObject({ code: 'disk-full' })
    expect(readdirSync(test.store.folder.backups)).toEqual([])
    free()
    await test.call('backups.make', {})
    expect(readdirSync(test.store.folder.backups)).toHaveLength(1)
  })

  it('refuses a restore and leaves the data as they are', async () => {
    const disk = smallDisk(8000)
    if (disk === null) return expect.unreachable('mount failed')
    const test = await district(3, join(disk, 'данные'))
    const { file } = await test.call('backups.make', {})
    await addSchool(test, 4)
    await test.store.close()
    const free = fill(disk, 100_000)
    expect(() => restoreBackup(test.store.folder, file, new Date())).toThrow(
      expect.objectContaining({ code: 'disk-full' }),
    )
    expect(readdirSync(test.dir).filter((name) => name.includes('restore'))).toEqual([])
    free()
    await test.reopen()
    expect((await test.call('schools.list', { search: '' })).total).toBe(4)
  })

  it('at the start: says so, touches nothing, and opens when there is room', async () => {
    const disk = smallDisk(5000)
    if (disk === null) return expect.unreachable('mount failed')
    const dir = join(disk, 'данные')
    await closedDistrict(3, dir)
    const free = fill(disk, 0)
    const store = await startStore()
    const problem = await store.problem(dir)
    expect(problem).toMatchObject({ code: 'disk-full', message: expect.stringMatching(/закончилось место/) })
    expect(problem.offers[0]).toBe('retry')
    free()
    await store.open(dir)
    expect((await store.call('schools.list', { search: '' })).total).toBe(3)
    await store.close()
  })

  it('at the first start: no folder half-made that would not open later', async () => {
    const disk = smallDisk(400)
    if (disk === null) return expect.unreachable('mount failed')
    const dir = join(disk, 'данные')
    mkdirSync(dir)
    const free = fill(disk, 40_000)
    const open = (): void => openFolder(dataFolder(dir), { create: true, now: new Date() })()
    expect(open).toThrow(expect.objectContaining({ code: 'disk-full' }))
    free()
    spawnSync('mount', ['-o', 'remount,size=5000k', disk])
    open()
    const test = await testStore({ dir })
    expect((await test.call('app.status', {})).initialised).toBe(false)
  })
})

async function addUntilFull(test: TestStore): Promise<{ saved: number; failure: { code: string; message: string } }> {
  for (let saved = 0; saved < 500; saved++) {
    try {
      await addSchool(test, 1000 + Math.floor(Math.random() * 1e9))
    } catch (error) {
      if (error instanceof AppError) return { saved, failure: error }
      throw error
    }
  }
  throw new Error('The disk did not fill up')
}
