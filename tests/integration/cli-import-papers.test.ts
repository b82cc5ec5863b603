import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { cli } from './support/cli'
import { temporaryFolder } from './support/store'

interface DueJson {
  text: string
  range?: [number, number] | null
  from: string | null
  to: string | null
  recurrence: string | null
}
interface DecisionJson {
  n: string
  item: number | null
  text: string
  addressees: string[]
  due: DueJson[]
}
interface ProtocolJson {
  id: number | null
  number: string | null
  date: string
  time: string | null
  place: string
  theme: string | null
  chair: string | null
  secretary: string
  attendance: { count: number; text: string; names: string[] }
  agenda: { n: number; title: string }[]
  items: { n: number; heard: string | null; speakers: string[]; vote: unknown; decisions: string[] }[]
  decisions: DecisionJson[]
  warnings: { code: string; where: string }[]
  unrecognised: { line: number; text: string }[]
}
interface RoadmapJson {
  id: number | null
  period: { from: string; to: string }
  columns: string[]
  sections: {
    n: string
    title: string
    items: {
      n: number
      title: string
      parts: { title: string; due: DueJson[] }[]
      due: DueJson[]
      executors: string[]
    }[]
  }[]
}

const seeds = join(__dirname, '../../../shared/seeds')
const fixtures = join(__dirname, '../fixtures/old-papers/seen')
const formats = ['docx', 'txt'] as const

let dir = ''
beforeEach(async () => {
  dir = join(temporaryFolder(), 'data')
  await cli(['init', '--municipality', 'Заречный район', '--data', dir])
})

async function read<T>(file: string, ...more: string[]): Promise<T> {
  const answer = await cli(['import', file, ...more, '--json', '--data', dir])
  expect(answer.error).toBe('')
  expect(answer.code).toBe(0)
  return answer.json<T>()
}

const period = ({ text, from, to, recurrence }: DueJson): string =>
  recurrence ?? (from === null && to === null ? text : `${from ?? ''}..${to ?? ''}`)

// Facts of real papers, not their sentences; the papers are only where the project is made.
describe.skipIf(!existsSync(seeds))('the real papers (skipped where ../shared is absent)', () => {
  it.each(formats)('protocol of a district, .%s: every fact in its field', async (format) => {
    const paper = await read<ProtocolJson>(join(seeds, `protocol-neklinovsky-2023-09-08.${format}`))
    expect(paper).toMatchObject({ number: '1', date: '2023-09-08', time: null, theme: null })
    expect(paper.id).not.toBeNull()
    expect(paper.place).toMatch(/ЦВР/u)
    expect([paper.chair, paper.secretary].map((name) => name?.slice(0, 4))).toEqual(['Щерб', 'Козю'])
    expect(paper.attendance.count).toBe(29)
    expect(paper.agenda.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(paper.agenda.every(({ title }) => title.length > 20 && !/^\d/u.test(title))).toBe(true)
    expect(paper.items[0]?.vote).toEqual({ for: 29, against: 0, abstained: 0 })
    expect(paper.items.slice(1).every(({ vote }) => vote === null)).toBe(true)
    expect(paper.items.map(({ decisions }) => decisions.length)).toEqual(Array.from({ length: 10 }, () => 1))
    expect(paper.decisions.map(({ item }) => item)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(paper.items.map(({ speakers }) => speakers[0]?.slice(0, 4))).toEqual([
      'Щерб',
      'Щерб',
      'Щерб',
      'Щерб',
      undefined,
      'Кики',
      'Щерб',
      'Щерб',
      'Щерб',
      'Щерб',
    ])
    expect(paper.decisions.flatMap(({ due }) => due).map(period)).toEqual(
      expect.arrayContaining(['..2022-10-10', 'daily']),
    )
    expect(paper.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['school-year-mismatch', 'due-mismatch']),
    )
    expect(paper.unrecognised).toEqual([])
  })

  it.each(formats)('decisions of a meeting, .%s: addressees and every due', async (format) => {
    const paper = await read<ProtocolJson>(join(seeds, `protocol-khabarovsk-2024-01-16.${format}`))
    expect(paper).toMatchObject({ number: null, date: '2024-01-16', time: '14:30', chair: null })
    expect(paper.theme).toMatch(/^Развитие сети/u)
    expect(paper.attendance.count).toBe(21)
    expect(paper.secretary).toMatch(/^Селезнев/u)
    expect(paper.agenda).toHaveLength(1)
    expect(paper.decisions.map(({ n }) => n)).toEqual(Array.from({ length: 15 }, (_, at) => String(at + 1)))
    expect(paper.decisions.every(({ addressees }) => addressees.length === 1)).toBe(true)
    expect(paper.decisions.map(({ addressees }) => addressees[0]?.replace(/[^МБИЦ]/gu, ''))).toEqual([
      'ИБЦМИБЦ',
      'ИБЦМИБЦ',
      'ИБЦ',
      'МИБЦ',
      'ИБЦМИБЦ',
      'ИБЦМИБЦ',
      'МИБЦ',
      'ИБЦМИБЦ',
      'ИБЦ',
      'ИБЦ',
      'МИБЦ',
      'ИБЦ',
      'МИБЦ',
      'ИБЦМИБЦ',
      'ИБЦМИБЦ',
    ])
    expect(paper.decisions.map(({ due }) => due.map(period))).toEqual([
      ['2024-05-01..2024-05-31'],
      ['permanent'],
      ['2024-04-01..2024-04-30'],
      ['permanent'],
      ['permanent'],
      ['2024-08-01..2024-08-31'],
      ['2024-10-01..2024-10-31'],
      ['2024-01-01..2024-11-30'],
      ['2024-04-01..2024-04-30'],
      ['2024-09-01..2024-10-31'],
      ['2024-09-01..2024-10-31'],
      ['permanent', 'quarterly'],
      ['on-change'],
      ['2024-02-01..2024-02-29', '2024-04-01..2024-04-30', '2024-10-01..2024-10-31'],
      ['2024-03-01..2024-05-31', '2024-09-01..2024-10-31'],
    ])
    for (const { text, due } of paper.decisions) {
      for (const { text: words, range } of due) expect(text.slice(...(range ?? [0, 0]))).toBe(words)
    }
    // A decision that a page break has torn stays whole.
    expect(paper.decisions[6]?.text).toMatch(/методической поддержки/u)
    expect(paper.unrecognised).toEqual([])
  })

  it.each(formats)('road map of a region, .%s: sections, items, sub-events', async (format) => {
    const paper = await read<RoadmapJson>(join(seeds, `roadmap-khabarovsk-2024.${format}`))
    expect(paper.period).toEqual({ from: '2024-01-01', to: '2024-12-31' })
    expect(paper.columns).toHaveLength(6)
    expect(paper.sections.map(({ n, items }) => [n, items.length])).toEqual([
      ['I', 5],
      ['II', 7],
      ['III', 4],
      ['IV', 1],
      ['V', 2],
    ])
    const items = paper.sections.flatMap((section) => section.items)
    expect(items.map(({ n }) => n)).toEqual(Array.from({ length: 19 }, (_, at) => at + 1))
    const parts = items.filter((item) => item.parts.length > 0)
    expect(parts.map((item) => [item.n, item.parts.map((part) => part.due.map(period).join())])).toEqual([
      [4, ['2024-02-01..2024-11-30', '2024-10-01..2024-12-31', '2024-12-01..2024-12-31']],
      [
        10,
        ['01-31', '03-31', '04-30', '09-30', '10-31', '11-30'].map((day) => `2024-${day.slice(0, 2)}-01..2024-${day}`),
      ],
      [17, ['2024-03-01..2024-05-31', '2024-09-01..2024-10-31']],
    ])
    expect(items.filter((item) => item.parts.length === 0).every(({ due }) => due.length === 1)).toBe(true)
    expect(items.every(({ executors }) => executors.length > 0)).toBe(true)
    // An institution's name is one executor.
    expect(items.filter(({ executors }) => executors.includes('КГАОУ ДПО ХК ИРО'))).toHaveLength(18)
  })
})

describe('a paper on the command line', () => {
  const file = join(fixtures, 'p01-classic-annex.docx')

  it('is saved, and the same file is known again', async () => {
    const first = await read<ProtocolJson>(file)
    expect(first.id).not.toBeNull()
    const again = await read<ProtocolJson>(file)
    expect(again.id).toBe(first.id)
    const { total } = (await cli(['list', 'meetings', '--json', '--data', dir])).json<{ total: number }>()
    expect(total).toBe(1)
  })

  it('is only read under --dry-run', async () => {
    expect((await read<ProtocolJson>(file, '--dry-run')).id).toBeNull()
    const listed = await cli(['call', 'oldPapers.list', '--json', '--data', dir])
    expect(listed.json<{ total: number }>().total).toBe(0)
  })

  it('tells people in words what was understood', async () => {
    const { out, code } = await cli(['import', file, '--as', 'protocol', '--data', dir])
    expect(code).toBe(0)
    expect(out).toMatch(/Протокол № .+ от \d\d\.\d\d\.\d{4}/u)
  })

  it('that is not there, or is no paper, is refused with a sentence', async () => {
    const missing = await cli(['import', join(dir, 'нет.docx'), '--json', '--data', dir])
    expect(missing).toMatchObject({ code: 1 })
    expect(missing.failure().code).toBe('file-missing')
  })
})
