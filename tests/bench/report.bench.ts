import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildReport } from '@shared/papers/report/build'
import { wordDocument } from '@store/documents/docx/writer'
import { reportDocx } from '@store/documents/report/docx'
import { layoutDocument } from 'docx/layout'
import { afterAll, expect, it } from 'vitest'
import { madeDistrict, openDistrict } from './support/districts'
import { ms, printFigures } from './support/figures'

/** The annual report of a district: data gathered, Word file with charts and pages of the contents, annexes. */
const folder = mkdtempSync(join(tmpdir(), 'metodist-report-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sizes = [
  { schools: 60, budget: 2_000 },
  { schools: 1000, budget: 15_000 },
] as const

it.each(sizes)('the report of $schools schools', async ({ schools, budget }) => {
  const { store, call } = openDistrict(await madeDistrict(schools), () => new Date('2026-05-29T12:00:00'))
  const report = await call('reports.blank', { schoolYear: '2025-2026' })
  const { id } = await call('reports.save', { id: null, revision: null, report })
  const timed = async <T>(work: () => T | Promise<T>): Promise<[number, T]> => {
    const began = performance.now()
    const done = await work()
    return [performance.now() - began, done]
  }
  const word = join(folder, `${schools}.docx`)
  const sheet = join(folder, `${schools}.xlsx`)
  const [gathered, data] = await timed(() => call('reports.gather', { id }))
  const profile = await call('profile.get', {})
  const [written] = await timed(() => reportDocx(data, profile))
  const [whole] = await timed(() => call('papers.report', { reportId: id, out: word }))
  const [annexes] = await timed(() => call('papers.report', { reportId: id, out: sheet }))
  const document = await wordDocument(buildReport(data, profile))
  const [layout, { pages, stoppedAt }] = await timed(() => layoutDocument(document))
  const kilobytes = (file: string): string => `${Math.round(statSync(file).size / 1024)} kB`
  printFigures(`Annual report, ${schools} schools, load ${loadavg()[0]?.toFixed(1)}`, [
    { what: 'numbers gathered', value: ms(gathered) },
    { what: 'Word file of the numbers', value: ms(written) },
    { what: `both, ${kilobytes(word)}`, value: ms(whole), budget: `${budget / 1000} s`, kept: whole <= budget },
    { what: `of it laying out ${pages.length} pages`, value: ms(layout) },
    { what: `annexes, ${kilobytes(sheet)}`, value: ms(annexes) },
  ])
  expect(stoppedAt).toBeUndefined()
  await store.close()
})
