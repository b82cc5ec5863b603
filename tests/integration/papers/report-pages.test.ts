import type { Profile } from '@shared/contract/app'
import type { ReportData } from '@shared/contract/reports'
import { contentsOf } from '@shared/papers/contents'
import { buildReport } from '@shared/papers/report/build'
import { reportDocx } from '@store/documents/report/docx'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { profileWith } from '../../fixtures/meetings/make'
import { anyReport } from './random-report'
import { libreOffice, officePdfs, readParts, textOf } from './read-docx'

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
    const pages = (pdfs[index]?.pages ?? []).map(bare)
    const entries = contentsOf(buildReport(data, profile))
    expect(named.map(({ text }) => bare(text))).toEqual(entries.map(({ text }) => bare(text)))
    for (const { text, page } of named) {
      found.entries += 1
      // The contents name it first.
      const stands = pages.findLastIndex((words) => words.includes(bare(text))) + 1
      if (stands === page) continue
      const isAlone = stands === page - 1 && pages[stands - 1]?.endsWith(bare(text)) === true
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
    expect(missed).toEqual([])
    expect(stranded.length).toBeLessThanOrEqual(entries * 0.02)
  })
})
