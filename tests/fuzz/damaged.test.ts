import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError, type Failure } from '@shared/errors'
import { openTable } from '@store/imports/reading/client'
import type { FileRow } from '@store/imports/reading/types'
import { expect, it } from 'vitest'
import { type TestStore, temporaryFolder, testStore } from '../integration/support/store'
import { damage, type Sound } from './support/damage'
import { baseSeed, type Grid, randomOf, share } from './support/grid'
import { layOut } from './support/layout'
import { schools } from './support/records'
import { sentenceIn } from './support/sentence'
import { type WriterName, write } from './support/writers'

/** Damaged and hostile files: nothing falls, hangs or swells, and every refusal is a sentence a person can act on. */
const rounds = Math.ceil(1000 * share)
const codes = ['file-unreadable', 'file-too-big', 'file-missing', 'import-unrecognised', 'invalid-input']
/** No file takes more work, ms of the processor: the clock on the wall also counts what else the machine does. */
const patience = 5000
/** Megabytes over the start that the process with all its threads may take. */
const swelling = 900

interface SoundFile extends Sound {
  grid: Grid
  rows: string
}

async function rowsOf(file: string): Promise<string> {
  const table = await openTable(file)
  try {
    const rows: FileRow[] = []
    for (const [sheet] of table.info.sheets.entries()) {
      await table.merges(sheet)
      for await (const portion of table.rows(sheet)) rows.push(...portion.rows)
    }
    return JSON.stringify(rows)
  } finally {
    await table.close()
  }
}

async function soundFiles(folder: string): Promise<SoundFile[]> {
  const files: SoundFile[] = []
  for (const [index, writer] of (['exceljs', 'sheetjs', 'hand', 'xls', 'csv'] satisfies WriterName[]).entries()) {
    const random = randomOf(1_000_000 + index)
    const columns = schools.spec.columns.filter((column) => column.edit !== undefined).slice(0, 8)
    const records = Array.from({ length: 12 }, (_, at) => schools.make(random, at))
    const { grid } = layOut(random, schools.spec, columns, records, writer)
    const written = await write(random, writer, grid)
    const file = join(folder, `целый-${index}.${written.extension}`)
    writeFileSync(file, written.bytes)
    files.push({ ...written, grid, rows: await rowsOf(file) })
  }
  return files
}

it(`${rounds} damaged files are read or refused with a sentence`, {
  timeout: 600_000 * Math.max(share, 1),
}, async () => {
  const folder = temporaryFolder()
  const sound = await soundFiles(folder)
  const test = await testStore()
  const start = process.memoryUsage().rss
  let most = 0
  let read = 0
  for (let round = 0; round < rounds; round++) {
    const random = randomOf(round)
    const from = random.pick(sound)
    const made = await damage(random, from, from.grid)
    const name = `файл-${round}.${made.extension}`
    const file = join(folder, name)
    writeFileSync(file, made.bytes)
    const hint = `METODIST_SEED=${baseSeed} round ${round}: ${made.name}`
    const began = process.cpuUsage()
    const outcome = await outcomeOf(test, file)
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1000, hint).toBeLessThan(patience)
    if (hung(outcome)) expect(hung(await outcomeOf(test, file)), hint).toBe(false)
    most = Math.max(most, process.memoryUsage().rss)
    if (outcome === null) {
      read++
      expect(made.refused, hint).not.toBe(true)
      if (made.whole) expect(await rowsOf(file), hint).toBe(from.rows)
    } else sentenceIn(outcome, name, codes)
  }
  // A fuzz that refuses everything, or nothing, tries nothing.
  expect(read).toBeGreaterThan(rounds * 0.05)
  expect(read).toBeLessThan(rounds * 0.8)
  expect((most - start) / 1024 ** 2, `METODIST_SEED=${baseSeed}`).toBeLessThan(swelling)
})

/** The reading thread was silent too long and was ended. */
const hung = (outcome: Failure | null): boolean => outcome?.message.includes('чтение остановлено') ?? false

/** Looked at, and compared where a list was recognised; null: it went through. */
async function outcomeOf(test: TestStore, file: string): Promise<Failure | null> {
  try {
    const seen = await test.call('imports.inspect', { file })
    const columns = seen.columns.flatMap(({ index, column }) => (column === null ? [] : [{ index, column }]))
    if (seen.list === null || seen.headRow === null || columns.length === 0) return null
    const run = await test.call('imports.prepare', {
      file,
      list: seen.list,
      sheet: seen.sheet,
      headRow: seen.headRow,
      columns,
    })
    for (const row of (await test.call('imports.rows', { id: run.id, kind: 'fault' })).rows) {
      for (const fault of row.faults) expect(fault.text).toMatch(/^Лист «.+», строка \d+.*: .+\.$/su)
    }
    await test.call('imports.drop', { id: run.id })
    return null
  } catch (error) {
    if (error instanceof AppError) return error.toFailure()
    throw error
  }
}
