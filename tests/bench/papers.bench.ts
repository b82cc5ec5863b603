import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import type { IsoDate } from '@shared/domain/dates'
import { readPaper } from '@store/old-papers/reading/client'
import { readOriginal } from '@store/old-papers/reading/read-original'
import { understand } from '@store/old-papers/understand'
import { afterAll, expect, it } from 'vitest'
import { openDistrict } from './support/districts'
import { median, ms, printFigures } from './support/figures'

/** Old papers: one read and understood in a warm process, and a folder of 200 through the thread and into the database. */
const base = mkdtempSync(join(tmpdir(), 'metodist-papers-'))
const folder = join(base, 'документы')
mkdirSync(folder)
afterAll(() => rmSync(base, { recursive: true, force: true }))
const today = '2026-11-21' as IsoDate
const source = resolve(import.meta.dirname, '../fixtures/old-papers/seen')
const papers = readdirSync(source)
  .filter((name) => /\.(?:docx|doc|txt)$/.test(name))
  .sort()
const many = 200

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

it('one paper, a folder of them', async () => {
  const once = async (name: string): Promise<void> => {
    understand((await readOriginal(join(source, name))).original, null, today)
  }
  for (const name of papers) await once(name)
  const took: number[] = []
  for (const name of papers) took.push(await timed(() => once(name)))
  const slowest = Math.max(...took)

  for (let index = 0; index < many; index++) {
    const name = papers[index % papers.length] ?? ''
    const bytes = another(readFileSync(join(source, name)), extname(name), index)
    writeFileSync(join(folder, `${index}${extname(name)}`), bytes)
  }
  const files = readdirSync(folder).map((name) => join(folder, name))
  const inThread = await timed(async () => {
    for (const file of files) await readPaper(file, null, today)
  })
  const { call, store } = openDistrict(join(base, 'data'))
  const staged = await timed(() => call('oldPapers.read', { files: [folder] }))

  printFigures('Old papers', [
    { what: 'one, read and understood, the slowest', value: ms(slowest), budget: '150 ms', kept: slowest <= 150 },
    { what: 'one, the median', value: ms(median(took)) },
    { what: `${many} through the thread`, value: ms(inThread), budget: '20 s', kept: inThread <= 20_000 },
    { what: `${many} from folder to database`, value: ms(staged), budget: '20 s', kept: staged <= 20_000 },
  ])
  expect(slowest).toBeLessThan(150)
  expect(inThread).toBeLessThan(20_000)
  expect(staged).toBeLessThan(20_000)
  await store.close()
})

/** The same paper with other bytes: a comment of the archive, what follows the container, an empty line. */
function another(bytes: Buffer, extension: string, index: number): Buffer {
  const mark = Buffer.from(extension === '.txt' ? '\n'.repeat(index) : String(index))
  const copy = Buffer.concat([bytes, mark])
  if (extension === '.docx') copy.writeUInt16LE(mark.length, bytes.length - 2)
  return copy
}
