import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Answer, AppError, type Failure } from '@shared/errors'
import { backUp } from '@store/database/backup'
import { openRaw } from '@store/database/connection'
import { dataFolder } from '@store/database/folder'
import { restoreBackup } from '@store/database/restore'
import { openStore } from '@store/store'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { temporaryFolder } from '../support/store'
import { closedDistrict, contents, district, hashOf, overwrite } from './support/files'
import { limit, random, rounds, seed } from './support/rounds'
import { startStore } from './support/store-process'

/** Something happens to the bytes of a file; says what, for a failed run. */
type Damage = (bytes: Buffer, next: () => number) => { bytes: Buffer; what: string }

const page = 4096
const int = (next: () => number, below: number): number => Math.floor(next() * below)

const damages: readonly Damage[] = [
  (bytes, next) => {
    const count = 1 + int(next, 8)
    const pages = Array.from({ length: count }, () => int(next, bytes.length / page))
    for (const at of pages) {
      for (let i = 0; i < page; i++) bytes[at * page + i] = int(next, 256)
    }
    return { bytes, what: `pages ${pages.join(',')} of ${bytes.length / page} random` }
  },
  (bytes, next) => {
    const from = int(next, bytes.length)
    const length = int(next, 20 * page)
    bytes.fill(0, from, Math.min(bytes.length, from + length))
    return { bytes, what: `zeros at ${from}, ${length} of ${bytes.length}` }
  },
  (bytes, next) => {
    const spots = Array.from({ length: 1 + int(next, 60) }, () => int(next, bytes.length))
    for (const at of spots) bytes[at] = int(next, 256)
    return { bytes, what: `bytes ${spots.slice(0, 8).join(',')}…` }
  },
  (bytes, next) => {
    const spots = Array.from({ length: 1 + int(next, 6) }, () => int(next, 100))
    for (const at of spots) bytes[at] = int(next, 256)
    return { bytes, what: `header bytes ${spots.join(',')}` }
  },
  (bytes, next) => {
    const at = 100 + int(next, page - 100)
    bytes[at] = int(next, 256)
    return { bytes, what: `schema byte ${at}` }
  },
  (bytes, next) => {
    const length = int(next, bytes.length)
    return { bytes: bytes.subarray(0, length), what: `cut to ${length} of ${bytes.length}` }
  },
  (bytes, next) => {
    const a = int(next, bytes.length / page)
    const b = int(next, bytes.length / page)
    const kept = Buffer.from(bytes.subarray(a * page, (a + 1) * page))
    bytes.copyWithin(a * page, b * page, (b + 1) * page)
    kept.copy(bytes, b * page)
    return { bytes, what: `pages ${a} and ${b} swapped` }
  },
  (bytes, next) => {
    const extra = Buffer.alloc(1 + int(next, 3 * page), 0xff)
    return { bytes: Buffer.concat([bytes, extra]), what: `${extra.length} bytes more` }
  },
]

const quiet = (): void => {
  const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => reported.mockRestore())
}

/** What a person may meet in a damaged file; anything else is a crash or a half-truth. */
const allowed = ['database-damaged', 'database-newer']

describe('a damaged file', () => {
  it('opens and is told sound or not by the check, or is refused; it never crashes, hangs or loses the file', {
    timeout: limit(120_000),
  }, async () => {
    quiet()
    const { file } = await closedDistrict(25)
    const good = readFileSync(file)
    const next = random(seed)
    const outcomes: Record<string, number> = {}
    for (let round = 0; round < rounds(60); round++) {
      const damage = damages[round % damages.length] as Damage
      const { bytes, what } = damage(Buffer.from(good), next)
      const context = `${what} (METODIST_SEED=${seed}, round ${round})`
      const dir = temporaryFolder()
      const unclean = next() < 0.5
      if (unclean) leftUnclean(dir)
      const damaged = join(dir, 'metodist.sqlite')
      writeFileSync(damaged, bytes)
      const before = hashOf(damaged)
      const outcome = await openAndUse(dir)
      outcomes[outcome.kind] = (outcomes[outcome.kind] ?? 0) + 1
      if (outcome.kind === 'refused') {
        expect(allowed, `${context}: ${outcome.error}`).toContain(outcome.code)
        expect(hashOf(damaged), context).toBe(before)
      }
      if (outcome.kind === 'worked') {
        // Whatever a query met is found by the check too. A byte inside a value is no damage to SQLite's eyes: what
        // then fails to be read is `internal`.
        for (const { code } of outcome.failures) expect([...allowed, 'internal'], context).toContain(code)
        if (outcome.failures.length > 0) expect(outcome.sound, `${context} ${JSON.stringify(outcome)}`).toBe(false)
      }
      rmSync(dir, { recursive: true })
    }
    expect(outcomes.refused).toBeGreaterThan(0)
  })

  it('after an unclean exit is checked before anything is written to it', async () => {
    const { dir, file } = await closedDistrict(25)
    leftUnclean(dir)
    overwrite(file, 30 * page, new Uint8Array(20 * page).fill(0x5a))
    const before = contents(dir)
    const store = await startStore()
    const problem = await store.problem(dir)
    expect(problem).toMatchObject({ code: 'database-damaged', backup: null })
    expect(problem.offers).toEqual(['show-folder', 'choose-folder', 'quit'])
    await store.kill()
    expect(contents(dir)).toEqual(before)
  })

  it('met only at work: the call says it, and the next open offers the backup though the exit was clean', async () => {
    const test = await district(300)
    const backup = await test.call('backups.make', {})
    await test.store.close()
    const { database } = test.store.folder
    // The top page of one table: the file opens.
    const raw = openRaw(database, { readonly: true })
    const root = raw.prepare<[], { rootpage: number }>("SELECT rootpage FROM sqlite_schema WHERE name = 'school'").get()
    raw.close()
    overwrite(database, ((root?.rootpage ?? 0) - 1) * page, new Uint8Array(page).fill(0x11))
    const store = await startStore()
    await store.open(test.dir)
    const answers = await Promise.all([
      store.answer('schools.list', { search: '' }),
      store.answer('app.check', {}),
      store.answer('app.status', {}),
    ])
    expect(answers[1]).toMatchObject({ ok: true, value: { ok: false } })
    const [list] = answers
    expect(list).toMatchObject({
      ok: false,
      error: { code: 'database-damaged', message: expect.stringMatching(/откройте её снова/) },
    })
    await store.close()
    const again = await startStore()
    const problem = await again.problem(test.dir)
    expect(problem).toMatchObject({ code: 'database-damaged', backup: { file: backup.file, madeAt: backup.madeAt } })
    expect(await again.restore(null)).toMatchObject({ ok: true })
    expect((await again.call('schools.list', { search: '' })).total).toBe(300)
    expect(await again.call('app.check', {})).toEqual({ ok: true, problems: [] })
    await again.close()
  })

  it('with a damaged newest backup is replaced by the good one before it', async () => {
    const { dir, file } = await closedDistrict(3)
    const folder = dataFolder(dir)
    const older = backUp(folder, 'timer', new Date('2026-05-01T10:00:00'))
    const newer = backUp(folder, 'timer', new Date('2026-05-02T10:00:00'))
    overwrite(newer.file, 3 * page, new Uint8Array(10 * page).fill(9))
    truncateSync(file, Math.floor(readFileSync(file).length / 2))
    leftUnclean(dir)
    const damaged = hashOf(file)
    const store = await startStore()
    const problem = await store.problem(dir)
    expect(problem).toMatchObject({ code: 'database-damaged', offers: expect.arrayContaining(['restore']) })
    expect(problem.backup).toMatchObject({ file: older.file, madeAt: '2026-05-01T10:00:00' })
    expect(await store.restore(null)).toMatchObject({ ok: true, value: { restored: older.file } })
    expect((await store.call('schools.list', { search: '' })).total).toBe(3)
    await store.close()
    expect(Object.values(contents(folder.damaged))).toContain(damaged)
  })

  it('and nothing to restore: asking for it is refused with a sentence, the file stays', async () => {
    const { dir, file } = await closedDistrict(1)
    writeFileSync(file, 'x'.repeat(10_000))
    expect(() => restoreBackup(dataFolder(dir), null, new Date())).toThrow(/Исправных резервных копий.*нет/)
    expect(readFileSync(file, 'utf8')).toBe('x'.repeat(10_000))
  })
})

/** As a killed process leaves the folder. */
function leftUnclean(dir: string): void {
  mkdirSync(join(dir, 'running'), { recursive: true })
  writeFileSync(join(dir, 'running', '1-1'), '')
}

type Outcome =
  | { kind: 'refused'; code: string; error: unknown }
  | { kind: 'worked'; failures: Failure[]; sound: boolean | null }

async function openAndUse(dir: string): Promise<Outcome> {
  let store: ReturnType<typeof openStore>
  try {
    store = openStore({ dir, create: false, version: '0', author: 'Тест' })
  } catch (error) {
    return { kind: 'refused', code: error instanceof AppError ? error.code : 'internal', error }
  }
  const failures: Failure[] = []
  const ask = async (name: string, input: unknown): Promise<Answer<unknown>> => {
    const answer = await store.router.call(name, input)
    if (!answer.ok) failures.push(answer.error)
    return answer
  }
  await ask('app.status', {})
  await ask('schools.list', { search: 'сош' })
  await ask('history.stack', {})
  const check = await ask('app.check', {})
  const sound = check.ok ? (check.value as { ok: boolean }).ok : false
  await store.close()
  return { kind: 'worked', failures, sound }
}
