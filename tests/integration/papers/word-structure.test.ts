import { buildAttendanceSheet } from '@shared/papers/attendance-sheet'
import { buildProtocol } from '@shared/papers/protocol/build'
import { paperToDocx } from '@store/documents/docx/writer'
import { describe, expect, test } from 'vitest'
import { cityRecord } from '../../fixtures/meetings/city'
import { districtRecord } from '../../fixtures/meetings/district'
import { profile, profileWith } from '../../fixtures/meetings/make'
import { groupRecord } from '../../fixtures/meetings/working-group'
import { readParts } from './read-docx'

/** FORMS §1 in the file itself: styles, numbering, tables, page, language. */

async function partsOf(paper: Parameters<typeof paperToDocx>[0]): Promise<(name: string) => string> {
  const parts = await readParts(await paperToDocx(paper))
  return (name) => parts.get(name) ?? ''
}

const full = () => partsOf(buildProtocol(districtRecord, { profile, layout: null }))
const withAnnex = () =>
  partsOf(
    buildProtocol(groupRecord, { profile: profileWith({ rosterAnnexOver: 2, leftMarginMm: 30 }), layout: 'full' }),
  )

describe('page', () => {
  test('A4 with the margins of the settings, the number centred at 10 mm from the second page on', async () => {
    const part = await full()
    const document = part('word/document.xml')
    expect(document).toMatch(/<w:pgSz [^>]*w:w="11906"/u)
    expect(document).toMatch(/<w:pgSz [^>]*w:h="16838"/u)
    const margins = /<w:pgMar [^>]*>/u.exec(document)?.[0] ?? ''
    for (const side of ['w:top="1134"', 'w:bottom="1134"', 'w:left="1134"', 'w:right="567"', 'w:header="567"']) {
      expect(margins).toContain(side)
    }
    expect(document).toContain('<w:titlePg/>')
    const headers = [part('word/header1.xml'), part('word/header2.xml')]
    const numbered = headers.filter((header) => header.includes('PAGE'))
    expect(numbered).toHaveLength(1)
    expect(numbered[0]).toContain('w:val="Header"')
    expect(part('word/styles.xml')).toMatch(/w:styleId="Header".*?<w:jc w:val="center"\/>/su)
  })

  test('30 mm at the left for papers kept long', async () => {
    const part = await withAnnex()
    expect(part('word/document.xml')).toMatch(/<w:pgMar [^>]*w:left="1701"/u)
  })
})

describe('styles', () => {
  test('Times New Roman 14 in Russian by default, 12 in tables, no hyphenation', async () => {
    const part = await withAnnex()
    const styles = part('word/styles.xml')
    const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/su.exec(styles)?.[0] ?? ''
    expect(defaults).toContain('w:ascii="Times New Roman"')
    expect(defaults).toMatch(/<w:sz w:val="28"\/>/u)
    expect(defaults).toContain('w:val="ru-RU"')
    expect(styleOf(styles, 'TableText')).toMatch(/<w:sz w:val="24"\/>/u)
    expect(part('word/settings.xml')).toContain('<w:autoHyphenation w:val="false"/>')
    expect(part('word/settings.xml')).toMatch(/w:val="15" w:name="compatibilityMode"/u)
  })

  test('running text is justified with a first line of 1.25 cm and the chosen spacing', async () => {
    const single = styleOf((await full())('word/styles.xml'), 'BodyText')
    expect(single).toContain('<w:jc w:val="both"/>')
    expect(single).toMatch(/<w:ind [^>]*w:firstLine="709"/u)
    expect(single).toMatch(/<w:spacing [^>]*w:line="240"/u)
    const paper = buildProtocol(districtRecord, { profile: profileWith({ lineSpacing: 1.5 }), layout: null })
    const wide = (await partsOf(paper))('word/styles.xml')
    expect(styleOf(wide, 'BodyText')).toMatch(/<w:spacing [^>]*w:line="360"/u)
    expect(styleOf(wide, 'Requisite')).toMatch(/<w:spacing [^>]*w:line="240"/u)
  })

  test('every style, list and part that is named exists, once', async () => {
    for (const part of [await full(), await withAnnex()]) {
      const styles = part('word/styles.xml')
      const ids = [...styles.matchAll(/w:styleId="([^"]+)"/gu)].map((match) => match[1])
      expect(new Set(ids).size).toBe(ids.length)
      const document = part('word/document.xml')
      const used = [...document.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"/gu)].map((match) => match[1])
      expect([...new Set(used)].filter((id) => !ids.includes(id))).toEqual([])
      const lists = [...part('word/numbering.xml').matchAll(/<w:num w:numId="(\d+)"/gu)].map((match) => match[1])
      const numbered = [...document.matchAll(/<w:numId w:val="(\d+)"/gu)].map((match) => match[1])
      expect(numbered.filter((id) => !lists.includes(id))).toEqual([])
      for (const [, target] of part('word/_rels/document.xml.rels').matchAll(/Target="([^"]+\.xml)"/gu)) {
        expect(part(`word/${target?.replace(/^\/?(?:word\/)?/u, '')}`)).not.toBe('')
      }
    }
  })

  test('headings are kept with what follows', async () => {
    const styles = (await full())('word/styles.xml')
    for (const id of ['Title', 'Subtitle', 'Heading1', 'Heading2', 'Heading3']) {
      expect(styleOf(styles, id)).toContain('<w:keepNext/>')
    }
  })
})

describe('numbering', () => {
  test('items and their decisions are one multi-level list of Word', async () => {
    const part = await full()
    const numbering = part('word/numbering.xml')
    expect(numbering).toContain('<w:lvlText w:val="%1.%2."/>')
    const document = part('word/document.xml')
    const decision = paragraphWith(document, 'передать директору приглашение')
    const item = paragraphsWith(document, 'СЛУШАЛИ:')[5] ?? ''
    expect(listOf(decision)).toEqual({ ...listOf(item), level: '1' })
    expect(listOf(item).level).toBe('0')
    // The number is Word's, so it is not in the text.
    expect(decision).not.toContain('6.1')
  })
})

describe('tables', () => {
  test('the list of those present has a repeated head, whole rows and exact widths', async () => {
    const document = (await partsOf(buildAttendanceSheet(groupRecord, { profile })))('word/document.xml')
    const table = /<w:tbl>.*?<\/w:tbl>/su.exec(document)?.[0] ?? ''
    expect(table).toContain('<w:tblLayout w:type="fixed"/>')
    const grid = [...table.matchAll(/<w:gridCol w:w="(\d+)"/gu)].map((match) => Number(match[1]))
    expect(grid).toHaveLength(5)
    expect(grid.reduce((sum, width) => sum + width, 0)).toBe(10205)
    expect(table).toMatch(/<w:tblW (?=[^>]*w:w="10205")(?=[^>]*w:type="dxa")/u)
    const rows = [...table.matchAll(/<w:tr>.*?<\/w:tr>/gsu)].map((match) => match[0])
    expect(rows).toHaveLength(5)
    expect(rows.filter((row) => row.includes('<w:tblHeader/>'))).toHaveLength(1)
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true)
    for (const row of rows) {
      const widths = [...row.matchAll(/<w:tcW (?=[^>]*w:type="dxa")[^>]*w:w="(\d+)"/gu)].map((match) =>
        Number(match[1]),
      )
      expect(widths).toEqual(grid)
    }
  })

  test('the annex begins a page without an empty line on it', async () => {
    const document = (await withAnnex())('word/document.xml')
    expect(paragraphWith(document, 'Приложение')).toContain('<w:pageBreakBefore/>')
    expect(document).not.toContain('w:type="page"')
  })
})

test('a signature stands at the 12 cm tab', async () => {
  const document = (await full())('word/document.xml')
  const signature = paragraphsWith(document, 'Секретарь заседания')[0] ?? ''
  expect(signature).toMatch(/<w:tab (?=[^>]*w:val="left")(?=[^>]*w:pos="6803")/u)
  expect(signature).toMatch(/<w:ind (?=[^>]*w:left="6803")(?=[^>]*w:hanging="6803")/u)
  expect(signature).toContain('Козырева\u00A0Л.Д.')
})

test('the properties of the file say what it is', async () => {
  const core = (await partsOf(buildProtocol(cityRecord, { profile, layout: null })))('docProps/core.xml')
  expect(core).toContain('<dc:title>Протокол совещания от 23.01.2024</dc:title>')
  expect(core).toContain('<dc:creator>Лапина\u00A0О.С.</dc:creator>')
  expect(core).toContain('<dc:subject>Школьные библиотеки города')
})

function styleOf(styles: string, id: string): string {
  return (
    [...styles.matchAll(/<w:style .*?<\/w:style>/gsu)]
      .map((match) => match[0])
      .find((xml) => xml.includes(`w:styleId="${id}"`)) ?? ''
  )
}

function paragraphsWith(document: string, text: string): string[] {
  return [...document.matchAll(/<w:p>.*?<\/w:p>/gsu)].map((match) => match[0]).filter((xml) => xml.includes(text))
}

function paragraphWith(document: string, text: string): string {
  return paragraphsWith(document, text)[0] ?? ''
}

function listOf(paragraph: string): { list: string; level: string } {
  return {
    list: /<w:numId w:val="(\d+)"/u.exec(paragraph)?.[1] ?? '',
    level: /<w:ilvl w:val="(\d+)"/u.exec(paragraph)?.[1] ?? '',
  }
}
