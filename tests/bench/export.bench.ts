import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, expect, it } from 'vitest'
import { madeDistrict, openDistrict } from './support/districts'
import { median, ms, printFigures } from './support/figures'

/** A list of 50,000 × 12 to Excel: the whole job, beside the least exceljs can do and XlsxWriter, where it is there. */
const rows = Number(process.env.ROWS ?? 50_000)
const runs = 3
const columns = [
  'name',
  'schools',
  'position',
  'rate',
  'education',
  'service',
  'libraryService',
  'category',
  'categoryUntil',
  'lastCourseOn',
  'phone',
  'email',
]
const folder = mkdtempSync(join(tmpdir(), 'metodist-export-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** XlsxWriter over exceljs's streaming writer, same data, as MEASURED.md of the workplace has them. */
const XLSXWRITER_OVER_EXCELJS = 1603 / 1345

/** The same cells without styles, widths, keys or anything: what a list cannot be written faster than with exceljs. */
async function bare(values: readonly (string | number | null)[][], file: string): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: createWriteStream(file),
    useStyles: false,
    useSharedStrings: false,
    zip: { zlib: { level: 6 } },
  })
  const sheet = book.addWorksheet('Лист')
  for (const row of values) sheet.addRow(row).commit()
  sheet.commit()
  await book.commit()
}

const script = `
import json, sys, time, xlsxwriter
rows = json.load(open(sys.argv[1], encoding='utf-8'))
began = time.perf_counter()
book = xlsxwriter.Workbook(sys.argv[2], {'constant_memory': True})
sheet = book.add_worksheet('Лист')
for r, row in enumerate(rows):
    for c, value in enumerate(row):
        if value is not None: sheet.write(r, c, value)
book.close()
print((time.perf_counter() - began) * 1000)
`

/** Milliseconds of XlsxWriter; null where python3 or the library is missing. */
function xlsxWriter(values: readonly (string | number | null)[][]): number | null {
  const data = join(folder, 'rows.json')
  writeFileSync(data, JSON.stringify(values))
  const run = spawnSync('python3', ['-c', script, data, join(folder, 'python.xlsx')], { encoding: 'utf8' })
  return run.status === 0 ? Number(run.stdout) : null
}

it('50,000 rows go to Excel', async () => {
  const dir = await madeDistrict(1000, rows)
  const { call, store } = openDistrict(dir)
  const page = await call('librarians.list', { limit: 1000 })
  const total = page.total ?? 0
  const sample = page.rows.map((row): (string | number | null)[] =>
    columns.map((key) => ((row as Record<string, unknown>)[key] ?? null) as string | number | null),
  )
  const values = Array.from({ length: total }, (_, index) => sample[index % sample.length] ?? [])
  globalThis.gc?.()
  const start = process.memoryUsage().rss
  let peak = start
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 20)
  const whole: number[] = []
  const out = join(folder, 'список.xlsx')
  for (let run = 0; run < runs; run++) {
    const began = performance.now()
    expect((await call('papers.list', { list: 'librarians', columns, out })).rows).toBe(total)
    whole.push(performance.now() - began)
  }
  clearInterval(watch)
  const swelling = (peak - start) / 1024 ** 2
  const least: number[] = []
  for (let run = 0; run < runs; run++) {
    const began = performance.now()
    await bare(values, join(folder, 'bare.xlsx'))
    least.push(performance.now() - began)
  }
  const python = xlsxWriter(values)
  const reference = python ?? median(least) * XLSXWRITER_OVER_EXCELJS
  const ratio = median(whole) / reference
  printFigures(`Export of ${total} librarians × ${columns.length} columns, ${runs} runs`, [
    { what: 'the whole job: read, keys, styles, file', value: ms(median(whole)) },
    { what: 'exceljs, bare cells', value: ms(median(least)) },
    { what: 'XlsxWriter', value: python === null ? `not here; by MEASURED.md ${ms(reference)}` : ms(python) },
    { what: 'the whole job / XlsxWriter', value: ratio.toFixed(2), budget: '1.1', kept: ratio <= 1.1 },
    { what: 'memory over the start', value: `${swelling.toFixed(0)} MB`, budget: '300 MB', kept: swelling <= 300 },
    { what: 'size', value: `${(statSync(out).size / 1024 ** 2).toFixed(1)} MB` },
  ])
  await store.close()
})
