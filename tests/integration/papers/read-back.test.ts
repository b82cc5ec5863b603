import type { ProtocolLayout } from '@shared/contract/associations'
import { buildAttendanceSheet } from '@shared/papers/attendance-sheet'
import { buildExtract } from '@shared/papers/extract'
import { paperHtml } from '@shared/papers/html'
import { listNumbers } from '@shared/papers/list-numbers'
import type { Paper } from '@shared/papers/model'
import { buildProtocol } from '@shared/papers/protocol/build'
import { paperToDocx } from '@store/documents/docx/writer'
import { beforeAll, describe, expect, test } from 'vitest'
import { cityRecord } from '../../fixtures/meetings/city'
import { districtRecord } from '../../fixtures/meetings/district'
import { profile, profileWith } from '../../fixtures/meetings/make'
import { groupRecord } from '../../fixtures/meetings/working-group'
import { factsOf } from './facts'
import { essence, libreOffice, mammothHtml, mammothText, type OfficePdf, officePdfs } from './read-docx'

/** Papers read back by programs that did not make them, field by field. */

if (libreOffice === null) console.warn('Пропущено: нет LibreOffice, вид страниц не сверяется.')

const records = { district: districtRecord, city: cityRecord, group: groupRecord } as const
const layouts: ProtocolLayout[] = ['full', 'decisions', 'programme']
const cases = Object.entries(records).flatMap(([name, record]) => layouts.map((layout) => ({ name, record, layout })))

const papers: Record<string, Paper> = {
  ...Object.fromEntries(
    cases.map(({ name, record, layout }) => [`${name} ${layout}`, buildProtocol(record, { profile, layout })]),
  ),
  annex: buildProtocol(groupRecord, { profile: profileWith({ rosterAnnexOver: 2 }), layout: 'full' }),
  sheet: buildAttendanceSheet(groupRecord, { profile }),
  extract: buildExtract(districtRecord, { profile }, { number: '8.1', schoolName: 'МБОУ СОШ № 4' }),
}

describe.each(cases)('$name in the layout $layout', ({ record, layout }) => {
  test('every fact is read by mammoth', async () => {
    const found = essence(await mammothText(await paperToDocx(buildProtocol(record, { profile, layout }))))
    for (const fact of factsOf(record, layout)) expect(found).toContain(essence(fact))
  })
})

test('mammoth sees headings as headings, decisions as lists, people as a table', async () => {
  const full = await mammothHtml(await paperToDocx(papers['district full'] ?? (papers.sheet as Paper)))
  expect(full).toMatch(/<h1>ПОВЕСТКА ДНЯ:<\/h1>/u)
  expect(full).toMatch(/<ol>.*РЕШИЛИ|<ol><li>/su)
  const html = await mammothHtml(await paperToDocx(papers.sheet as Paper))
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/gsu)].map((match) =>
    [...(match[1] ?? '').matchAll(/<t[dh]>(.*?)<\/t[dh]>/gsu)].map((cell) =>
      (cell[1] ?? '')
        .replace(/<[^>]+>/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim(),
    ),
  )
  expect(rows.slice(0, 4)).toEqual([
    ['№ п/п', 'Фамилия, имя, отчество', 'Должность', 'Школа', 'Подпись'],
    ['1.', 'Орехова М.С.', 'методист', 'МКУ «ИМЦ»', ''],
    ['2.', 'Дроздов П.А.', 'заведующий ИБЦ', 'МАОУ лицей № 2', ''],
    ['3.', 'Алябьева Н.Т.', 'педагог-библиотекарь', 'МБОУ СОШ № 7', ''],
  ])
})

test.each(Object.entries(papers))('Word and HTML say the same: %s', async (_, paper) => {
  const { body } = paperHtml(paper)
  const html = body
    .replace(/<span class="paper-number[^>]*>.*?<\/span>/gu, ' ')
    .replace(/<[^>]+>/gu, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
  expect(essence(html)).toBe(essence(await mammothText(await paperToDocx(paper))))
})

describe.skipIf(libreOffice === null)('LibreOffice', () => {
  const wide = { ...buildProtocol(districtRecord, { profile, layout: 'full' }), lineSpacing: 1.5 } as const
  const pdfs = new Map<Paper, OfficePdf>()
  beforeAll(async () => {
    const all = [...Object.values(papers), wide]
    const made = await officePdfs(await Promise.all(all.map(paperToDocx)))
    all.forEach((paper, index) => {
      pdfs.set(paper, made[index] ?? { pages: [] })
    })
  })
  const pagesOf = (paper: Paper): string[] => pdfs.get(paper)?.pages ?? []

  test.each(Object.entries(papers))('counts as we count and begins page numbers on the second page: %s', (_, paper) => {
    const pages = pagesOf(paper)
    expect(pages[0]?.trimStart()).not.toMatch(/^1\s*\n/u)
    pages.slice(1).forEach((page, index) => {
      expect(page.trimStart()).toMatch(new RegExp(`^${index + 2}\\s*\\n`, 'u'))
    })
    const text = essence(pages.join('\n'))
    for (const [paragraph, number] of listNumbers(paper)) {
      const beginning = paragraph.runs
        .map((run) => run.text)
        .join('')
        .slice(0, 25)
      expect(text).toContain(essence(`${number} ${beginning}`))
    }
  })

  test('no heading is left at the foot of a page, no signature alone on the last', () => {
    const pages = pagesOf(wide)
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) {
      const last = page.trimEnd().split('\n').at(-1)?.trim() ?? ''
      expect(last).not.toMatch(/(?:СЛУШАЛИ|ВЫСТУПИЛИ|РЕШИЛИ|ПОВЕСТКА ДНЯ):$/u)
    }
    expect(pages.at(-1)?.trim().split('\n')[1]).not.toContain('Председательствующий')
  })
})
