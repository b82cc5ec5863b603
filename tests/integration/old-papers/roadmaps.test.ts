import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { RoadmapDraft } from '@shared/contract/old-papers'
import { readOriginal } from '@store/old-papers/reading/read-original'
import { understandRoadmap } from '@store/old-papers/roadmap/understand-roadmap'
import { describe, expect, it } from 'vitest'
import { expectedOf, foreignPapers, printedOf, TODAY } from '../../support/old-papers/foreign'
import { uncovered, untruthful } from '../../support/old-papers/roadmap-words'
import { byField, type ScoreEntry, share } from '../../support/old-papers/score'
import { type RoadmapPaper, scoreRoadmap } from '../../support/old-papers/score-roadmap'

const seeds = join(__dirname, '../../../../shared/seeds')

async function read(file: string) {
  const { original } = await readOriginal(file)
  const understood = understandRoadmap(original, TODAY)
  return { original, understood, json: printedOf<RoadmapPaper>(original, understood) }
}

describe('road maps and plans of other districts', () => {
  const entries: ScoreEntry[] = []

  it.each(foreignPapers(['seen', 'heldout'], 'roadmap'))('%s', async (name, file) => {
    const { original, understood, json } = await read(file)
    const scored = scoreRoadmap(json, expectedOf<RoadmapPaper>(file))
    entries.push(...scored)
    for (const { path, got, expected } of scored.filter(({ right }) => !right)) {
      console.info(`${name} ${path}\n  нужно: ${expected}\n  есть:  ${got}`)
    }
    expect(RoadmapDraft.safeParse(understood.roadmap).error).toBeUndefined()
    expect(uncovered(original, understood)).toEqual([])
    expect(untruthful(original, understood)).toEqual([])
    expect(share(scored)).toBeGreaterThan(0.9)
  })

  it('are right in 97 of 100 fields', () => {
    for (const { field, right, all } of byField(entries)) console.info(`${field.padEnd(20)} ${right} из ${all}`)
    console.info(`всего ${(share(entries) * 100).toFixed(2)} %`)
    expect(share(entries)).toBeGreaterThanOrEqual(0.97)
  })
})

describe.skipIf(!existsSync(seeds))('the road map of Khabarovsk', () => {
  const facts = async (name: string) => read(join(seeds, `roadmap-khabarovsk-2024.${name}`))

  it.each(['docx', 'txt'])('has all its sections, items and sub-events: .%s', async (name) => {
    const { original, understood, json } = await facts(name)
    expect(json.period).toEqual({ from: '2024-01-01', to: '2024-12-31' })
    expect(json.sections.map(({ n }) => n)).toEqual(['I', 'II', 'III', 'IV', 'V'])
    const items = json.sections.flatMap((section) => section.items)
    expect(items.map(({ n }) => n)).toEqual(Array.from({ length: 19 }, (_, at) => at + 1))
    expect(items.filter(({ parts }) => parts.length > 0).map(({ n, parts }) => [n, parts.length])).toEqual([
      [4, 3],
      [10, 6],
      [17, 2],
    ])
    expect(items.flatMap(({ parts }) => parts).every(({ due }) => due.length === 1 && due[0]?.to !== null)).toBe(true)
    expect(items.every(({ due, parts, executors }) => due.length + parts.length > 0 && executors.length > 0)).toBe(true)
    expect(understood.unrecognised).toEqual([])
    expect(uncovered(original, understood)).toEqual([])
    expect(untruthful(original, understood)).toEqual([])
  })

  it('says the same as .docx and as .txt', async () => {
    const [word, text] = await Promise.all([facts('docx'), facts('txt')])
    const same = (paper: RoadmapPaper): string => JSON.stringify(paper).replace(/(?:\\n|\s)+/gu, ' ')
    expect(same(word.json)).toBe(same(text.json))
  })
})
