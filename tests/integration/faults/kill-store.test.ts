import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { newUid } from '@shared/contract/fields'
import type { Answer } from '@shared/errors'
import { openRaw } from '@store/database/connection'
import { describe, expect, it } from 'vitest'
import { type TestStore, temporaryFolder, testStore } from '../support/store'
import { dump } from './support/dump'
import { closedDistrict } from './support/files'
import { randomWork, type Work } from './support/random-work'
import { limit, random, rounds, seed } from './support/rounds'
import { type StoreProcess, startStore } from './support/store-process'

/**
 * The store is killed at random moments while it writes. The log of what was asked is then done again, command by
 * command, by a store nobody kills: the reopened file must equal it after every acknowledged command and before the
 * first that was not asked. So nothing acknowledged is lost, nothing is half-applied, nothing is applied twice. What was
 * not answered is asked of the next store again, as the shell does: then the file must equal the whole log.
 */
interface Asked {
  operation: string
  work: Work
  /** Undefined while unanswered. */
  answer: Answer<unknown> | undefined
}

interface Kill {
  after: number
  pause: number
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Asks without a pause, `depth` commands on their way at once, until so many are answered and `pause` ms have passed: the
 * store is killed with others on their way. Counted in answers, since a busy machine answers few in any time.
 */
async function workUntilKilled(store: StoreProcess, kill: Kill, depth: number, make: () => Work): Promise<Asked[]> {
  const log: Asked[] = []
  let killed = false
  let answered = 0
  let enough = (): void => undefined
  const reached = new Promise<void>((resolve) => {
    enough = resolve
  })
  const asking = Array.from({ length: depth }, async () => {
    while (!killed) {
      const asked: Asked = { operation: newUid(), work: make(), answer: undefined }
      log.push(asked)
      asked.answer = await store.answer(asked.work.name, asked.work.input, asked.operation)
      if (++answered >= kill.after) enough()
    }
  })
  await reached
  await sleep(kill.pause)
  killed = true
  await store.kill()
  // Those still unanswered never will be.
  await Promise.race([Promise.all(asking), sleep(0)])
  return log
}

/** What was not answered, again under its name; also something that was: it is answered as before and not done again. */
async function askAgain(dir: string, log: Asked[]): Promise<void> {
  const store = await startStore()
  await store.open(dir)
  const last = log.findLast(({ answer }) => answer?.ok)
  if (last) expect(await store.answer(last.work.name, last.work.input, last.operation)).toEqual(last.answer)
  for (const asked of log) {
    asked.answer ??= await store.answer(asked.work.name, asked.work.input, asked.operation)
  }
  await store.close()
}

/** Does the log in the mirror until it equals the file; says how many commands were found in it. */
async function replay(mirror: TestStore, file: string, log: readonly Asked[], context: string): Promise<number> {
  const raw = openRaw(file)
  const found = dump(raw)
  raw.close()
  const acknowledged = log.findLastIndex(({ answer }) => answer !== undefined) + 1
  const present = (): string => dump(mirror.store.router.reader.connection.raw)
  let done = 0
  for (const { work, answer } of log) {
    if (done >= acknowledged && present() === found) break
    const again = await mirror.store.router.call(work.name, work.input)
    if (answer !== undefined) expect(again, `${context}: ${work.name} answered otherwise`).toEqual(answer)
    done++
  }
  if (present() !== found) expect(found, `${context}: not what was acknowledged`).toEqual(present())
  return done
}

describe('a store killed at any moment', () => {
  it('loses nothing that it has acknowledged and leaves nothing half-done', { timeout: limit(120_000) }, async () => {
    console.info(`METODIST_SEED=${seed}`)
    const next = random(seed)
    const { dir, file } = await closedDistrict(3)
    const mirrorDir = temporaryFolder()
    copyFileSync(file, join(mirrorDir, 'metodist.sqlite'))
    const mirror = await testStore({ dir: mirrorDir, version: '0.0.0-test', author: 'Тест (test)' })
    const [series] = await mirror.call('associations.series', {})
    let nth = 1
    let asked = 0
    let unacknowledged = 0
    for (let round = 0; round < rounds(5); round++) {
      const context = `METODIST_SEED=${seed}, round ${round}`
      if (next() < 0.3) {
        // Killed while it opens, or checks the file after the last time.
        const opening = await startStore()
        void opening.open(dir).catch(() => undefined)
        await sleep(next() * 250)
        await opening.kill()
      }
      const store = await startStore()
      await store.open(dir)
      const depth = next() < 0.5 ? 1 : 1 + Math.floor(next() * 4)
      const kill = { after: 1 + Math.floor(next() * 20), pause: next() * 40 }
      const log = await workUntilKilled(store, kill, depth, () => randomWork(next, nth++, series?.id ?? 0))
      const acknowledged = log.filter(({ answer }) => answer !== undefined).length
      asked += log.length
      if (next() < 0.5) {
        await askAgain(dir, log)
        expect(await replay(mirror, file, log, context), context).toBe(log.length)
        continue
      }
      const present = await replay(mirror, file, log, context)
      expect(present - acknowledged, context).toBeLessThanOrEqual(depth)
      unacknowledged += present - acknowledged
    }
    const last = await testStore({ dir })
    expect(await last.call('app.check', {})).toEqual({ ok: true, problems: [] })
    await last.store.close()
    expect(readdirSync(dir).sort()).toEqual(['backups', 'metodist.lock', 'metodist.sqlite', 'running'])
    console.info(`${asked} commands asked for, ${unacknowledged} found that were not acknowledged`)
    expect(asked).toBeGreaterThan(rounds(5))
  })

  it('while a person types has the draft of the second before', { timeout: limit(60_000) }, async () => {
    const { dir } = await closedDistrict(1)
    const next = random(seed + 1)
    let before: unknown = null
    for (let round = 0; round < rounds(2); round++) {
      const store = await startStore()
      await store.open(dir)
      let typed = ''
      let kept = ''
      const end = Date.now() + 100 + next() * 400
      while (Date.now() < end) {
        typed += String.fromCharCode(0x430 + Math.floor(next() * 32))
        const payload = typed
        void store.answer('drafts.put', { key: 'meeting:1', payload }).then(({ ok }) => {
          if (ok) kept = payload
        })
        await sleep(5)
      }
      await store.kill()
      const again = await startStore()
      await again.open(dir)
      const draft = (await again.call('drafts.get', { key: 'meeting:1' }))?.payload ?? null
      // On a busy machine nothing may have been acknowledged yet: then the draft of the last time still stands.
      if (kept !== '' || draft !== before) {
        expect(typed.startsWith(String(draft))).toBe(true)
        expect(String(draft).length).toBeGreaterThanOrEqual(kept.length)
      }
      before = draft
      await again.close()
    }
  })
})
