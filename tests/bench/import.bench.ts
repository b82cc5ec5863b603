import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRaw } from '@store/database/connection'
import { openTable } from '@store/imports/reading/client'
import { markPrefix } from '@store/search/marks'
import { afterAll, expect, it } from 'vitest'
import { type Grid, type GridCell, randomOf } from '../fuzz/support/grid'
import { librarians, schoolNames } from '../fuzz/support/records'
import { partsOf, zipped } from '../fuzz/support/writers'
import { school } from '../support/records'
import { type District, openDistrict } from './support/districts'
import { ms, printFigures } from './support/figures'

/** Import of 50,000 new librarians from a workbook of 12 columns: read, compared, applied; and what keeping the index of words costs. */
const rows = Number(process.env.ROWS ?? 50_000)
const folder = mkdtempSync(join(tmpdir(), 'metodist-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const columns = [
  'name',
  'schools',
  'position',
  'rate',
  'birthDate',
  'phone',
  'email',
  'category',
  'categoryUntil',
  'attestedOn',
  'consentOn',
  'workingSince',
] as const

async function workbook(): Promise<string> {
  const random = randomOf(1)
  const specs = columns.map((key) => librarians.spec.columns.find((column) => column.key === key))
  const grid: Grid = { sheet: 'Библиотекари', rows: [specs.map((spec) => spec?.title ?? '')], merges: [] }
  for (let index = 0; index < rows; index++) {
    const record = {
      ...librarians.make(random, index),
      name: `Выдуманная-${index} Анна Петровна`,
      workingSince: '2010-09-01',
    }
    grid.rows.push(
      specs.map((spec): GridCell => {
        const value = (record as Record<string, unknown>)[spec?.key ?? ''] ?? null
        if (value === null || value === '') return null
        if (spec?.type === 'date') return { day: String(value) }
        if (spec?.type === 'hundredths') return Number(value) / 100
        if (spec?.type === 'choice') return spec.choices?.[String(value)] ?? null
        return typeof value === 'number' ? value : String(value)
      }),
    )
  }
  const file = join(folder, 'библиотекари.xlsx')
  writeFileSync(file, await zipped(partsOf(grid, { date1904: false, shared: false, bare: false, prefix: '' })))
  return file
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; took: number; worked: number }> {
  const began = performance.now()
  const cpu = process.cpuUsage()
  const value = await work()
  const { user, system } = process.cpuUsage(cpu)
  return { value, took: performance.now() - began, worked: (user + system) / 1000 }
}

/** By the clock, and of the processor: a machine with other work to do makes the first mean little. */
const both = ({ took, worked }: { took: number; worked: number }): string => `${ms(took)} (${ms(worked)} of CPU)`

/** A district with nobody in it yet. @param isSearched false: no record is noted for the index of words, so none are made */
async function district(name: string, isSearched: boolean): Promise<District> {
  const dir = join(folder, name)
  const made = openDistrict(dir)
  for (const one of schoolNames) await made.call('schools.save', { id: null, revision: null, school: school(one) })
  if (isSearched) return made
  await made.store.close()
  const raw = openRaw(join(dir, 'metodist.sqlite'))
  const triggers = raw
    .prepare<[string], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND instr(name, ?) = 1")
    .pluck()
    .all(markPrefix)
  for (const trigger of triggers) raw.exec(`DROP TRIGGER "${trigger}"`)
  raw.close()
  return openDistrict(dir)
}

/** The file looked at and compared, ready to be applied. */
async function compared({ call }: District, file: string) {
  const inspected = await timed(() => call('imports.inspect', { file }))
  const { sheet, headRow, columns: seen } = inspected.value
  const prepared = await timed(() =>
    call('imports.prepare', {
      file,
      list: 'librarians',
      sheet,
      headRow: headRow ?? 1,
      columns: seen.flatMap(({ index, column }) => (column === null ? [] : [{ index, column }])),
    }),
  )
  expect(prepared.value.counts).toMatchObject({ new: rows, fault: 0 })
  return { inspected, prepared }
}

it('50,000 librarians come in', async () => {
  const file = await workbook()
  const made = await district('data', true)
  globalThis.gc?.()
  const start = process.memoryUsage().rss
  let peak = start
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 50)
  const read = await timed(async () => {
    const table = await openTable(file)
    let count = 0
    for await (const portion of table.rows(0)) count += portion.rows.length
    await table.close()
    return count
  })
  expect(read.value).toBe(rows + 1)
  const { inspected, prepared } = await compared(made, file)
  const applied = await timed(() => made.call('imports.apply', { id: prepared.value.id }))
  peak = Math.max(peak, process.memoryUsage().rss)
  clearInterval(watch)
  expect(applied.value.added).toBe(rows)
  await made.store.close()
  const unsearched = await district('unsearched', false)
  const { prepared: again } = await compared(unsearched, file)
  const without = await timed(() => unsearched.call('imports.apply', { id: again.value.id }))
  await unsearched.store.close()
  const whole = inspected.took + prepared.took + applied.took
  const swelling = (peak - start) / 1024 ** 2
  printFigures(`Import of ${rows} librarians × ${columns.length} columns`, [
    { what: 'read only', value: both(read), budget: 'openpyxl 1226 ms (MEASURED.md)' },
    { what: 'recognised (read once)', value: both(inspected) },
    { what: 'compared and staged (read again)', value: both(prepared) },
    { what: 'applied, with the backup before', value: both(applied), budget: '5000 ms', kept: applied.took <= 5000 },
    {
      what: 'the same without the index of words',
      value: `${both(without)}; with it × ${(applied.worked / without.worked).toFixed(2)} of CPU`,
    },
    { what: 'from file to data', value: ms(whole) },
    { what: 'memory over the start', value: `${swelling.toFixed(0)} MB`, budget: '300 MB', kept: swelling <= 300 },
  ])
})
