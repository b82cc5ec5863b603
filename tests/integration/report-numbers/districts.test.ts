import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { textSlips } from '../../support/grammar/text-slips'
import { boxesOfDocx, overflowing } from '../../support/pdf-boxes'
import { bodyParagraphs, libreOffice, readParts } from '../papers/read-docx'
import { districtOf } from './district-of'
import { followTrace, type Judged, openDistrict, textsOf } from './judge'

/** Districts of nothing, of one of everything, of a few, of a thousand: good Russian, no leavings, no broken pages. */

const year = '2025-2026'
let district: Judged | undefined
afterEach(async () => {
  await district?.close()
  district = undefined
})

/** Slips of every text of every section. */
async function slipsOf(one: Judged, schoolYear: string): Promise<string[]> {
  const wrong: string[] = []
  for (const { kind } of await one.catalogue()) {
    const content = await one.section(kind, schoolYear)
    for (const text of textsOf(content))
      wrong.push(...textSlips(text).map((slip) => `${kind}: «${slip.found}» — ${slip.why}`))
  }
  return [...new Set(wrong)]
}

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
      expect(await slipsOf(district, schoolYear), schoolYear).toEqual([])
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
    expect(await slipsOf(district, year)).toEqual([])
    const wrong: string[] = []
    for (const { kind } of await district.catalogue())
      for (const part of (await district.section(kind, year)).parts)
        for (const figure of part.figures.slice(0, 2)) {
          if (figure.trace === null) continue
          const { value } = await followTrace(district.call, figure.trace)
          if (value !== figure.value)
            wrong.push(`${kind}.${part.key}.${figure.key}: ${figure.value}, its rows say ${value}`)
        }
    expect(wrong).toEqual([])
    const { slips, over } = await paperSlips(district)
    expect(slips).toEqual([])
    expect(over).toEqual([])
  })
})
