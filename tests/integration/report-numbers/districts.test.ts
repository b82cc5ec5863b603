import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SectionContent } from '@shared/contract/report-content'
import { afterEach, describe, expect, test } from 'vitest'
import { textSlips } from '../../support/grammar/text-slips'
import { boxesOfDocx, overflowing } from '../../support/pdf-boxes'
import { bodyParagraphs, libreOffice, readParts } from '../papers/read-docx'
import { districtOf } from './district-of'
import { sectionFaults } from './expected'
import { expectedProvision } from './expected-provision'
import { type Judged, openDistrict, textsOf, totalsOfTrace } from './judge'

/** Districts of nothing, of one of everything, of a few, of a thousand: good Russian, no leavings, no broken pages. */

const year = '2025-2026'
let district: Judged | undefined
afterEach(async () => {
  await district?.close()
  district = undefined
})

async function sectionsOf(one: Judged, schoolYear: string): Promise<SectionContent[]> {
  const contents: SectionContent[] = []
  for (const { kind } of await one.catalogue()) contents.push(await one.section(kind, schoolYear))
  return contents
}

/** Slips of every text of every section. */
const slipsOf = (contents: readonly SectionContent[]): string[] => {
  const wrong = contents.flatMap((content) =>
    textsOf(content).flatMap((text) => textSlips(text).map((slip) => `${content.kind}: «${slip.found}» — ${slip.why}`)),
  )
  return [...new Set(wrong)]
}

/**
 * How many figures of a part are followed. Each question about provision of a region's past year works a hundred thousand rows through:
 * of it every figure is worked out anew instead.
 */
const followed = (kind: string): number => (kind === 'provision' ? 1 : 10)

/** Slips of the paper's paragraphs, words over its edges, pages with nearly nothing on them. */
async function paperSlips(one: Judged): Promise<{ slips: string[]; over: string[]; pages: number }> {
  const out = join(one.dir, 'Отчёт.docx')
  await one.call('papers.report', { schoolYear: year, out })
  const docx = readFileSync(out)
  const paragraphs = bodyParagraphs((await readParts(docx)).get('word/document.xml') ?? '')
  const slips = paragraphs.flatMap((text) => textSlips(text).map((slip) => `«${slip.found}» — ${slip.why}`))
  if (libreOffice === null) return { slips, over: [], pages: 0 }
  const pages = await boxesOfDocx(libreOffice, docx)
  const over = overflowing(pages, { left: 20, right: 10, top: 20, bottom: 20 })
  const empty = pages.flatMap((page, at) => (page.words.length < 4 ? [`page ${at + 1} is empty`] : []))
  return { slips, over: [...over, ...empty], pages: pages.length }
}

describe('a district of', () => {
  test.each([0, 1, 2, 5, 11, 21, 22])('%i of everything is told in good Russian', { timeout: 120_000 }, async (n) => {
    district = await openDistrict((call) => districtOf(call, n))
    for (const schoolYear of ['2024-2025', year, '2026-2027'])
      expect(slipsOf(await sectionsOf(district, schoolYear)), schoolYear).toEqual([])
  })

  test.each([0, 1])('%i of everything has a paper without broken pages', { timeout: 180_000 }, async (n) => {
    district = await openDistrict((call) => districtOf(call, n))
    const { slips, over, pages } = await paperSlips(district)
    expect(slips).toEqual([])
    expect(over).toEqual([])
    if (libreOffice !== null) expect(pages).toBeGreaterThan(0)
  })

  test('a thousand schools is told rightly, counts what a click shows, and has a paper', {
    timeout: 900_000,
  }, async () => {
    district = await openDistrict(async (call) => {
      await call('app.initialise', { mode: 'own', municipality: 'Большой край' })
      await call('app.generate', {
        schools: 1000,
        librarians: 1200,
        titles: 200,
        holdings: 20_000,
        surpluses: 1000,
        needs: 1000,
      })
    })
    const contents = await sectionsOf(district, year)
    expect(slipsOf(contents)).toEqual([])
    const wrong: string[] = []
    for (const { kind, parts } of contents)
      for (const part of parts)
        for (const figure of part.figures.filter(({ trace }) => trace !== null).slice(0, followed(kind))) {
          if (figure.trace === null) continue
          const { value } = await totalsOfTrace(district.call, figure.trace, 3000)
          if (value !== figure.value)
            wrong.push(`${kind}.${part.key}.${figure.key}: ${figure.value}, its rows say ${value}`)
        }
    expect(wrong).toEqual([])
    const provision = contents.find(({ kind }) => kind === 'provision')
    if (provision === undefined) throw new Error('there is no section of provision')
    const { expected, rows } = expectedProvision(district, provision, year, null)
    expect(rows.length).toBeGreaterThan(100_000)
    expect(sectionFaults(provision, expected)).toEqual([])
    const { slips, over } = await paperSlips(district)
    expect(slips).toEqual([])
    expect(over).toEqual([])
  })
})
