import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { paperKinds } from '@shared/contract/old-papers'
import type { IsoDate } from '@shared/domain/dates'
import { AppError, type Failure } from '@shared/errors'
import { readPaper } from '@store/old-papers/reading/client'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../integration/support/store'
import type { Sound } from './support/damage'
import { baseSeed, randomOf, share } from './support/grid'
import { damagePaper } from './support/paper-damage'
import { sentenceIn } from './support/sentence'

/** Damaged and hostile papers: nothing falls, hangs or swells, and every refusal is a sentence a person can act on. */
const rounds = share > 1 ? Math.ceil(1000 * share) : 400
const codes = ['file-unreadable', 'file-too-big', 'file-missing']
/** No paper takes more work, ms of the processor, of which a new thread takes some. */
const patience = 5000
/** Megabytes over the start that the process with all its threads may take. */
const swelling = 900
const today = '2026-11-21' as IsoDate
const kinds = [null, ...(Object.keys(paperKinds) as (keyof typeof paperKinds)[])]

function soundPapers(): Sound[] {
  const folder = resolve(import.meta.dirname, '../fixtures/old-papers/seen')
  return readdirSync(folder)
    .filter((name) => /\.(?:docx|doc|txt)$/.test(name))
    .sort()
    .map((name) => ({ extension: extname(name).slice(1), bytes: readFileSync(join(folder, name)) }))
}

it(`${rounds} damaged papers are read or refused with a sentence`, {
  timeout: 600_000 * Math.max(share, 1),
}, async () => {
  const folder = temporaryFolder()
  const sound = soundPapers()
  const start = process.memoryUsage().rss
  let most = 0
  let read = 0
  let slowest = { took: 0, hint: '' }
  for (let round = 0; round < rounds; round++) {
    const random = randomOf(round)
    const made = await damagePaper(random, random.pick(sound))
    const name = `бумага-${round}.${made.extension}`
    const file = join(folder, name)
    writeFileSync(file, made.bytes)
    const as = random.pick(kinds)
    const hint = `METODIST_SEED=${baseSeed} round ${round}: ${made.name} as ${as}`
    const began = process.cpuUsage()
    let outcome = await outcomeOf(file, as)
    const { user, system } = process.cpuUsage(began)
    const took = (user + system) / 1000
    if (took > slowest.took) slowest = { took, hint }
    expect(took, hint).toBeLessThan(patience)
    // The machine may have had other work to do: silence is counted by the clock on the wall.
    for (let more = 0; hung(outcome) && more < 5; more++) outcome = await outcomeOf(file, as)
    expect(hung(outcome), hint).toBe(false)
    most = Math.max(most, process.memoryUsage().rss)
    if (outcome === null) {
      read++
      expect(made.refused, hint).not.toBe(true)
    } else sentenceIn(outcome, name, codes, hint)
  }
  console.info(`прочитано ${read} из ${rounds}; дольше всего ${Math.round(slowest.took)} мс (${slowest.hint})`)
  expect(read).toBeGreaterThan(rounds * 0.05)
  expect(read).toBeLessThan(rounds * 0.8)
  expect((most - start) / 1024 ** 2, `METODIST_SEED=${baseSeed}`).toBeLessThan(swelling)
})

/** The reading thread was silent too long and was ended. */
const hung = (outcome: Failure | null): boolean => outcome?.message.includes('чтение остановлено') ?? false

/** null: it went through. */
async function outcomeOf(file: string, as: (typeof kinds)[number]): Promise<Failure | null> {
  try {
    await readPaper(file, as, today)
    return null
  } catch (error) {
    if (error instanceof AppError) return error.toFailure()
    throw error
  }
}
