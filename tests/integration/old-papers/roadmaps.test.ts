import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RoadmapDraft } from '@shared/contract/old-papers'
import { readOriginal } from '@store/old-papers/reading/read-original'
import { understandRoadmap } from '@store/old-papers/roadmap/understand-roadmap'
import { paperWarnings } from '@store/old-papers/warnings'
import { describe, expect, it } from 'vitest'
import { paperJson } from '../../../src/main/cli/paper-json'
import { uncovered, untruthful } from '../../support/old-papers/roadmap-words'
import { byField, type ScoreEntry, share } from '../../support/old-papers/score'
import { type RoadmapPaper, scoreRoadmap } from '../../support/old-papers/score-roadmap'

const TODAY = '2026-11-21'
const papers = join(__dirname, '../../fixtures/old-papers')
const seeds = join(__dirname, '../../../../shared/seeds')
const files = ['seen', 'heldout', 'final']
  .map((name) => join(papers, name))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((file) => /\.(?:docx?|txt)$/u.test(file))
  .filter((file) => expectedOf(file).kind === 'roadmap')

function expectedOf(file: string): RoadmapPaper {
  return JSON.parse(readFileSync(file.replace(/\.[a-z]+$/u, '.expected.json'), 'utf8')) as RoadmapPaper
}

async function read(file: string) {
  const { original } = await readOriginal(file)
  const understood = understandRoadmap(original, TODAY)
  const paper = { understood, original, warnings: paperWarnings(understood, TODAY), duplicate: '', recordId: 1 }
  return { original, understood, json: paperJson(paper as unknown as Parameters<typeof paperJson>[0]) as RoadmapPaper }
}

describe('road maps and plans of other districts', () => {
  const entries: ScoreEntry[] = []

  it.each(files.map((file) => [file.slice(papers.length + 1), file]))('%s', async (_, file) => {
    const { original, understood, json } = await read(file)
    const scored = scoreRoadmap(json, expectedOf(file))
    entries.push(...scored)
    for (const { path, got, expected } of scored.filter(({ right }) => !right)) {
      console.info(`${file.slice(papers.length + 1)} ${path}\n  нужно: ${expected}\n  есть:  ${got}`)
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
