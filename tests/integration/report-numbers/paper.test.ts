import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReportPart } from '@shared/contract/report-content'
import type { Report } from '@shared/contract/reports'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textSlips } from '../../support/grammar/text-slips'
import { boxesOfDocx, overflowing } from '../../support/pdf-boxes'
import { bodyParagraphs, libreOffice, mammothHtml, officePdf, readParts } from '../papers/read-docx'
import { type Judged, partOf, plain, saidOf, sample } from './judge'

/** The report as a paper: what is read in the .docx is what the sections say, and nothing hangs over an edge. */

let district: Judged
let report: Report
let parts: ReportPart[]
let docx: Buffer

beforeAll(async () => {
  district = await sample()
  report = await district.call('reports.blank', { schoolYear: '2025-2026' })
  parts = await shownParts()
  const out = join(district.dir, 'Отчёт.docx')
  await district.call('papers.report', { schoolYear: '2025-2026', out })
  docx = readFileSync(out)
}, 120_000)
afterAll(() => district.close())

/** Parts made from the data in the order of the paper. */
async function shownParts(): Promise<ReportPart[]> {
  const shown: ReportPart[] = []
  for (const section of report.sections.filter((one) => !one.hidden)) {
    const content = await district.section(section.kind, report.schoolYear, report.associationId, report.compare)
    for (const piece of section.pieces) {
      if (piece.hidden || piece.part === '') continue
      if (content.parts.some((one) => one.key === piece.part)) shown.push(partOf(content, piece.part))
    }
  }
  return shown
}

const squeeze = (text: string): string => plain(text).replace(/\s+/gu, ' ').trim()

function unescaped(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

/** Rows of every table as mammoth reads them. */
function tablesOf(html: string): string[][][] {
  return [...html.matchAll(/<table>(.*?)<\/table>/gsu)].map(([, table = '']) =>
    [...table.matchAll(/<tr>(.*?)<\/tr>/gsu)].map(([, row = '']) =>
      [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gsu)].map(([, cell = '']) =>
        squeeze(unescaped(cell.replace(/<\/p><p>|<br \/>/gu, ' ').replace(/<[^>]+>/gu, ''))),
      ),
    ),
  )
}

const tableRows = (part: ReportPart): string[][] =>
  part.form !== 'table'
    ? []
    : [
        part.columns.map((one) => squeeze(one.title)),
        ...part.rows.map((row) => row.cells.map((cell) => squeeze(cell.text))),
      ]

/** Columns of the year before, which the paper sets beside the figures that know it, taken out again. */
function withoutLastYear(rows: string[][]): string[][] {
  const [head = []] = rows
  const kept = head.map((title) => !/^\d{4}–\d{4}$/u.test(title))
  return rows.map((row) => (row.length === head.length ? row.filter((_, at) => kept[at]) : row))
}

describe('the report of the sample district as a paper', () => {
  test('has every table the sections make, cell by cell, in their order', async () => {
    const read = tablesOf(await mammothHtml(docx)).map(withoutLastYear)
    const made = parts.filter((part) => part.form === 'table')
    expect(made.length).toBeGreaterThan(0)
    let from = 0
    for (const part of made) {
      const wanted = tableRows(part)
      const at = read.findIndex((rows, index) => index >= from && JSON.stringify(rows) === JSON.stringify(wanted))
      if (at < 0) expect(read.slice(from, from + 3), `table «${part.title}»`).toContainEqual(wanted)
      from = at + 1
    }
  })

  test('has every sentence the sections say', async () => {
    const paragraphs = bodyParagraphs((await readParts(docx)).get('word/document.xml') ?? '').map(squeeze)
    const said = parts.flatMap((part) =>
      part.form === 'text' ? part.paragraphs.map((one) => squeeze(one.runs.map((run) => run.text).join(''))) : [],
    )
    expect(said.length).toBeGreaterThan(0)
    // A reference to the table may stand before the last stop.
    const body = (text: string): string => text.replace(/[.:]$/u, '')
    const missing = said.filter((text) => !paragraphs.some((paragraph) => paragraph.includes(body(text))))
    expect(missing).toEqual([])
  })

  test('has a native chart with the figures of each chart part, and words for those who do not see it', async () => {
    const files = await readParts(docx)
    const charts = [...files]
      .filter(([name]) => /^word\/charts\/chart\d+\.xml$/u.test(name))
      .map(([, xml]) => [...xml.matchAll(/<c:val>(.*?)<\/c:val>/gsu)].map(([, val = '']) => numbersOf(val)))
    const made = parts.filter((part) => part.form === 'chart')
    expect(charts).toHaveLength(made.length)
    for (const part of made) {
      if (part.form !== 'chart') continue
      const known = new Map(part.figures.map((one) => [one.key, one]))
      const scale = { count: 1, money: 100, hundredths: 100, tenths: 10 }
      const wanted = part.series.map((series) =>
        series.figures.map((key) => {
          const figure = known.get(key)
          return figure === undefined ? 0 : (figure[series.of] ?? 0) / scale[figure.unit]
        }),
      )
      expect(charts, part.title).toContainEqual(wanted)
    }
    const described = [...(files.get('word/document.xml') ?? '').matchAll(/<wp:docPr[^>]*descr="([^"]+)"/gu)]
    expect(described.length).toBeGreaterThanOrEqual(made.length)
  })

  test('repeats the heads of its tables and breaks no row', async () => {
    const xml = (await readParts(docx)).get('word/document.xml') ?? ''
    const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gsu)].map(([table]) => table)
    expect(tables.length).toBeGreaterThanOrEqual(parts.filter((part) => part.form === 'table').length)
    for (const part of parts.filter((one) => one.form === 'table')) {
      const [first = []] = tableRows(part)
      const table = tables.find((one) => {
        const heads = bodyParagraphs(one).map(squeeze)
        return (
          heads.slice(0, first.length).join('|') === first.join('|') ||
          withoutLastYear([heads.slice(0, first.length * 2)])[0]
            ?.slice(0, first.length)
            .join('|') === first.join('|')
        )
      })
      expect(table, part.title).toBeDefined()
      const rows = [...(table ?? '').matchAll(/<w:tr[ >].*?<\/w:tr>/gsu)].map(([row]) => row)
      expect(rows[0]).toMatch(/<w:tblHeader\/>/u)
      expect(rows.filter((row) => !row.includes('<w:cantSplit/>'))).toEqual([])
      expect(table).toContain('<w:tblLayout w:type="fixed"/>')
    }
  })

  test('is written in good Russian', async () => {
    const files = await readParts(docx)
    // Words of the records a cell opens were typed by people.
    const typed = new Set(
      parts
        .flatMap(saidOf)
        .filter((one) => one.opens !== undefined)
        .flatMap((one) => one.text.split('\n').map(squeeze)),
    )
    const paragraphs = bodyParagraphs(files.get('word/document.xml') ?? '').filter((text) => !typed.has(squeeze(text)))
    const wrong = paragraphs.flatMap((text) => textSlips(text).map((slip) => `«${slip.found}» — ${slip.why}`))
    expect(wrong).toEqual([])
  })

  test.skipIf(libreOffice === null)(
    'says in its contents the pages its sections begin on',
    async () => {
      const { pages } = await officePdf(docx)
      const contents = pages.findIndex((page) => page.includes('Содержание'))
      const entries = [...(pages[contents] ?? '').matchAll(/^\s*(\S.*?)\s*\.{3,}\s*(\d+)\s*$/gmu)]
      expect(entries.length).toBeGreaterThanOrEqual(report.sections.filter((one) => !one.hidden).length)
      for (const [, title = '', page] of entries) {
        const words = title
          .replace(/^[\d.]+ /u, '')
          .split(/\s+/u)
          .slice(0, 4)
          .join(' ')
        const there = pages[Number(page) - 1]?.replace(/\s+/gu, ' ') ?? ''
        expect(there, `«${title}» on page ${page}`).toContain(words)
      }
    },
    180_000,
  )

  test.skipIf(libreOffice === null)(
    'keeps within its margins on fifteen pages and more',
    { timeout: 180_000 },
    async () => {
      const pages = await boxesOfDocx(libreOffice ?? '', docx)
      expect(overflowing(pages, { left: 20, right: 10, top: 20, bottom: 20 })).toEqual([])
      expect(pages.length).toBeGreaterThanOrEqual(15)
      // Numbers of pages from the second on, in the middle above.
      for (const [index, page] of pages.entries()) {
        const number = page.words.find((word) => word.top < 19 && word.text === String(index + 1))
        if (index === 0) expect(number).toBeUndefined()
        else if (page.width < page.height)
          expect(Math.abs(((number?.left ?? 0) + (number?.right ?? 0)) / 2 - (page.width + 10) / 2)).toBeLessThan(8)
      }
    },
  )
})

/** Points of a cached series; one that was left out is nought. */
function numbersOf(values: string): number[] {
  const count = Number(/<c:ptCount val="(\d+)"/u.exec(values)?.[1] ?? 0)
  const points = new Map(
    [...values.matchAll(/<c:pt idx="(\d+)"[^>]*>\s*<c:v>([^<]*)<\/c:v>/gu)].map(([, at, value]) => [
      Number(at),
      Number(value),
    ]),
  )
  return Array.from({ length: count }, (_, at) => points.get(at) ?? 0)
}
