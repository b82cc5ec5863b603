import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildProtocol } from '@shared/papers/protocol/build'
import { paperToDocx } from '@store/documents/docx/writer'
import { describe, expect, test } from 'vitest'
import { profileWith } from '../../fixtures/meetings/make'
import { boldTexts, essence, libreOffice, mammothText, officePdf, readParts, textOf } from './read-docx'
import { transcribeCity, transcribeDistrict } from './seed-transcription'

/** The real papers, typed in and printed again: every fact of the original is in ours. */

const seeds = resolve(import.meta.dirname, '../../../../shared/seeds')
const here = existsSync(seeds)
if (!here) console.warn(`Пропущено: нет образцов протоколов (${seeds}).`)
if (here && libreOffice === null) console.warn('Пропущено: нет LibreOffice, текст PDF не сверяется.')

const profile = profileWith({ dateStyle: 'digits' })
const read = (name: string): string => readFileSync(resolve(seeds, name), 'utf8')
const district = (): ReturnType<typeof transcribeDistrict> =>
  transcribeDistrict(read('protocol-neklinovsky-2023-09-08.txt'))
const city = (): ReturnType<typeof transcribeCity> => transcribeCity(read('protocol-khabarovsk-2024-01-16.txt'))

describe.skipIf(!here)('the district protocol', () => {
  test('is typed in whole', () => {
    const { record, facts } = district()
    const { agenda, attendance } = record.meeting
    expect(facts.filter(({ text }) => essence(text) === '')).toEqual([])
    expect(agenda).toHaveLength(10)
    expect(attendance.count).toBe(29)
    expect(agenda[0]?.vote.for).toBe(29)
    expect(agenda.every((item) => item.decisions[0]?.text !== '' && item.speeches[0]?.text !== '')).toBe(true)
  })

  test('comes out of Word with every fact', async () => {
    const { record, facts } = district()
    const docx = await paperToDocx(buildProtocol(record, { profile, layout: 'full' }))
    const found = essence(await mammothText(docx))
    for (const fact of facts) expect(found, fact.what).toContain(essence(fact.text))
  })

  test.skipIf(libreOffice === null)('and out of LibreOffice, numbered', async () => {
    const { record, facts } = district()
    const { pages } = await officePdf(await paperToDocx(buildProtocol(record, { profile, layout: 'full' })))
    const found = essence(withoutPageNumbers(pages))
    for (const fact of facts) expect(found, fact.what).toContain(essence(fact.text))
    for (let item = 1; item <= 10; item++) expect(found).toContain(essence(`${item}. СЛУШАЛИ`))
    record.meeting.agenda.forEach((item, index) => {
      expect(found).toContain(essence(`${index + 1}.1. ${item.decisions[0]?.text}`))
    })
  })
})

describe.skipIf(!here)('the city protocol', () => {
  test('is typed in whole', () => {
    const { record, facts } = city()
    const { decisions, theme } = record.meeting
    expect(facts.filter(({ text }) => essence(text) === '')).toEqual([])
    expect(decisions).toHaveLength(15)
    expect(theme).not.toBe('')
    expect(
      decisions.every((decision) => decision.dues.length > 0 && decision.dues.every((due) => due.range !== null)),
    ).toBe(true)
  })

  test('comes out of Word with every fact and the dues bold in their brackets', async () => {
    const { record, facts } = city()
    const docx = await paperToDocx(buildProtocol(record, { profile, layout: 'decisions' }))
    const found = essence(await mammothText(docx))
    for (const fact of facts) expect(found, fact.what).toContain(essence(fact.text))
    const document = (await readParts(docx)).get('word/document.xml') ?? ''
    const paragraphs = [...document.matchAll(/<w:p>.*?<\/w:p>/gsu)].map((match) => match[0])
    for (const decision of record.meeting.decisions) {
      const paragraph = paragraphs.find((xml) => essence(textOf(xml)) === essence(decision.text)) ?? ''
      const bold = boldTexts(paragraph)
      expect(bold).toHaveLength(decision.dues.length)
      decision.dues.forEach((due, index) => {
        expect(essence(bold[index] ?? '')).toBe(essence(due.text))
        expect(bold[index]).toMatch(/^\(.*\)$/u)
      })
    }
  })

  test.skipIf(libreOffice === null)('and out of LibreOffice, numbered', async () => {
    const { record, facts } = city()
    const { pages } = await officePdf(await paperToDocx(buildProtocol(record, { profile, layout: 'decisions' })))
    const found = essence(withoutPageNumbers(pages))
    for (const fact of facts.filter(({ what }) => what !== 'секретарь'))
      expect(found, fact.what).toContain(essence(fact.text))
    record.meeting.decisions.forEach((decision, index) => {
      expect(found).toContain(essence(`${index + 1}. ${decision.text}`))
    })
  })
})

/** The number in the top margin would stand in the middle of a sentence that goes over the page. */
function withoutPageNumbers(pages: readonly string[]): string {
  return pages.map((page, index) => (index === 0 ? page : page.replace(/^\s*\d+\s*\n/u, ''))).join('\n')
}
