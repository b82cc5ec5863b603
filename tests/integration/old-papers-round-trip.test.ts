import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Roadmap } from '@shared/contract/roadmaps'
import { readPaper } from '@store/old-papers/reading/client'
import { describe, expect, it } from 'vitest'
import { meetingFacts } from '../support/old-papers/meeting-facts'
import { demoFolder } from './support/cli'
import { item, roadmap, section } from './support/roadmap'
import { type TestStore, temporaryFolder, testStore } from './support/store'

/** Our own papers are the first foreign ones: written to Word and read again, a protocol is the same. */
describe('a protocol of the sample district, written and read again', () => {
  it('says the same of every meeting', async () => {
    const test: TestStore = await testStore({ dir: await demoFolder(), today: '2026-11-20' })
    const { rows } = await test.call('meetings.list', { limit: 1000 })
    const out = join(temporaryFolder(), 'p.docx')
    const differences: string[] = []
    for (const { id } of rows) {
      const { meeting } = await test.call('meetings.get', { id })
      await test.call('papers.protocol', { meetingId: id, out })
      const { understood } = await readPaper(out, null, '2026-11-20')
      if (understood?.kind !== 'protocol') throw new Error(`Meeting ${id} was not read as a protocol`)
      const [read, kept] = [understood.protocol, meeting].map((one) => meetingFacts(one, meeting.layout))
      if (!read || !kept) throw new Error('Two were compared')
      for (const field of Object.keys(kept) as (keyof typeof kept)[]) {
        if (isDeepStrictEqual(read[field], kept[field])) continue
        differences.push(`${id} ${meeting.layout} ${field}: ${told(read[field])} ≠ ${told(kept[field])}`)
      }
    }
    expect(differences).toEqual([])
  })
})

describe('a road map written and read again', () => {
  it('has the sub-events of its items, and an item with a срок of its own has no more', async () => {
    const test = await testStore({ today: '2026-11-20' })
    const stages: [string, string][] = [
      ['Школьный этап', 'март'],
      ['Районный этап', 'апрель'],
    ]
    const paper = roadmap([
      section(
        'Организационные мероприятия',
        [
          item({ title: 'Конкурс чтецов', due: 'март-апрель', executors: ['Методист'], parts: stages }),
          item({ title: 'Месячник библиотек', executors: ['Школы'], parts: stages }),
          item({ title: '', executors: ['РМО'], parts: stages }),
          item({ title: 'Сверка фонда', due: 'май', executors: ['Школы'] }),
        ],
        'I',
      ),
    ])
    const { id } = await test.call('roadmaps.save', { id: null, revision: null, roadmap: paper })
    const out = join(temporaryFolder(), 'r.docx')
    await test.call('papers.roadmap', { roadmapId: id, execution: false, out })
    const { understood } = await readPaper(out, null, '2026-11-20')
    if (understood?.kind !== 'roadmap') throw new Error('It was not read as a road map')
    expect(itemsOf(understood.roadmap)).toEqual(itemsOf(paper))
  })
})

type Sections = Pick<Roadmap, 'sections'>

const itemsOf = ({ sections }: Sections): unknown[] =>
  sections.flatMap(({ items }) =>
    items.map(({ title, dues, parts }) => ({
      title,
      due: dues.map(({ text }) => text),
      parts: parts.map((part) => [part.title, ...part.dues.map(({ text }) => text)]),
    })),
  )

const told = (value: unknown): string => JSON.stringify(value).slice(0, 600)
