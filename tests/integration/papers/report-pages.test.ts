import type { Profile } from '@shared/contract/app'
import type { ReportData } from '@shared/contract/reports'
import { contentsOf } from '@shared/papers/contents'
import { buildReport } from '@shared/papers/report/build'
import { reportDocx } from '@store/documents/report/docx'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { profileWith } from '../../fixtures/meetings/make'
import { school } from '../../support/records'
import { testStore } from '../support/store'
import { anyReport } from './random-report'
import { libreOffice, officePdfs, readParts, textOf } from './read-docx'
import { unsoundness } from './sound-docx'

/** Pages that contents name are those on which LibreOffice puts the headings. */

interface Misses {
  entries: number
  /** «report 3: Раздел 2-й…: named 7, stands on 8». */
  missed: string[]
  /** LibreOffice left the heading alone at the foot of the page before, though it is kept with what follows; Word does not. */
  stranded: string[]
}

async function misses(papers: readonly { data: ReportData; profile: Profile }[]): Promise<Misses> {
  const files = await Promise.all(papers.map(({ data, profile }) => reportDocx(data, profile)))
  const pdfs = await officePdfs(files)
  const found: Misses = { entries: 0, missed: [], stranded: [] }
  for (const [index, { data, profile }] of papers.entries()) {
    const named = await namedPages(files[index] ?? Buffer.alloc(0))
    const pages = pdfs[index]?.pages ?? []
    const entries = contentsOf(buildReport(data, profile))
    expect(named.map(({ text }) => bare(text))).toEqual(entries.map(({ text }) => bare(text)))
    for (const { text, page } of named) {
      found.entries += 1
      const stands =
        pages.findLastIndex((words) => words.split('\n').some((line) => isHeading(bare(line), bare(text)))) + 1
      if (stands === page) continue
      const isAlone = stands === page - 1 && bare(pages[stands - 1] ?? '').endsWith(bare(text))
      const miss = `report ${index}: ${text}: named ${page}, stands on ${stands}`
      if (!isAlone) found.missed.push(miss)
      else {
        // What follows stands a page earlier there.
        found.stranded.push(miss)
        break
      }
    }
  }
  return found
}

/** The line of a heading, or the first of several; in contents dots follow, in a table other cells. */
const isHeading = (line: string, heading: string): boolean =>
  line === heading || (line.length > 20 && heading.startsWith(line))

const bare = (text: string): string => text.replace(/[\s\u00ad-]+/gu, '')

async function namedPages(docx: Buffer): Promise<{ text: string; page: number }[]> {
  const document = (await readParts(docx)).get('word/document.xml') ?? ''
  return [...document.matchAll(/<w:p>(?:(?!<\/w:p>).)*<w:pStyle w:val="TOC\d"\/>.*?<\/w:p>/gsu)].map(([paragraph]) => {
    const [, text = '', page = ''] = /^(.*?)\s*(\d*)$/su.exec(textOf(paragraph)) ?? []
    return { text: text.trim(), page: Number(page) }
  })
}

describe.skipIf(libreOffice === null)('pages of the contents', () => {
  test('of thirty reports of any make-up', { timeout: 600_000 }, async () => {
    const datas = fc.sample(anyReport(true), {
      numRuns: 30,
      seed: Number(process.env.SEED ?? 20261121),
    })
    const papers = datas.map((data, index) => ({
      data,
      profile: profileWith({ lineSpacing: index % 2 === 0 ? 1 : 1.5, leftMarginMm: index % 3 === 0 ? 30 : 20 }),
    }))
    const { entries, missed, stranded } = await misses(papers)
    if (process.env.SEED) console.log(entries, missed, stranded)
    expect(entries).toBeGreaterThan(100)
    // LibreOffice and the layout differ by less than a tenth of a millimetre; a page full to the brim turns on it.
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(entries * 0.05)
    expect(stranded.length).toBeLessThanOrEqual(entries * 0.02)
  })

  test('of an empty district, of one school and of the sample', { timeout: 300_000 }, async () => {
    const papers: { data: ReportData; profile: Profile }[] = []
    for (const made of ['empty', 'one', 'sample'] as const) {
      const store = await testStore({ today: '2026-11-21' })
      if (made === 'sample') await store.call('app.initialise', { mode: 'demo', today: '2026-11-21' })
      else await store.call('app.initialise', { mode: 'own', municipality: 'Придуманный округ' })
      if (made === 'one') await store.call('schools.save', { id: null, revision: null, school: school('СОШ № 1') })
      const report = await store.call('reports.blank', { schoolYear: '2025-2026' })
      const { id } = await store.call('reports.save', { id: null, revision: null, report })
      papers.push({ data: await store.call('reports.gather', { id }), profile: await store.call('profile.get', {}) })
    }
    const { entries, missed, stranded } = await misses(papers)
    expect(entries).toBeGreaterThan(2)
    expect([...missed, ...stranded]).toEqual([])
  })
})

describe('a report as a file', () => {
  test('is sound for a strict reader, its fields and bookmarks paired, and the same again from the same data', {
    timeout: 300_000,
  }, async () => {
    for (const data of fc.sample(anyReport(true), { numRuns: 6, seed: 7 })) {
      const file = await reportDocx(data, profileWith({}))
      expect(await unsoundness(file)).toEqual([])
      expect((await reportDocx(data, profileWith({}))).equals(file)).toBe(true)
      const document = (await readParts(file)).get('word/document.xml') ?? ''
      const fields = [...document.matchAll(/fldCharType="(\w+)"/gu)].map(([, type]) => type)
      let depth = 0
      for (const type of fields) {
        if (type === 'begin') depth += 1
        if (type === 'end') depth -= 1
        expect(depth).toBeGreaterThanOrEqual(0)
      }
      expect(depth).toBe(0)
      const names = new Set([...document.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]+)"/gu)].map(([, name]) => name))
      const asked = [...document.matchAll(/(?:REF|PAGEREF) (\S+) \\h|w:anchor="([^"]+)"/gu)].map(([, a, b]) => a ?? b)
      expect(asked.length).toBeGreaterThan(0)
      expect(asked.filter((name) => !names.has(name ?? ''))).toEqual([])
    }
  })
})
