import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Understood } from '@shared/contract/old-papers'
import { readPaper } from '@store/old-papers/reading/client'
import { describe, expect, it } from 'vitest'
import { meetingFacts } from '../support/old-papers/meeting-facts'
import { roadmapFacts } from '../support/old-papers/roadmap-facts'
import { temporaryFolder, testStore } from './support/store'

/** A paper read, saved, written to Word by us and read again is the same record. */

const today = '2026-11-20'
const folders = ['../../../shared/seeds', '../fixtures/old-papers/seen', '../fixtures/old-papers/heldout'].map((name) =>
  join(__dirname, name),
)
const papers = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => [name, join(folder, name)] as const))
  .filter(([name]) => /\.(?:docx?|txt)$/u.test(name))

/** More votes than people: kept for review, as the editor would refuse it. */
const refused = ['p07-plain-cp1251.txt', 'p14-labels-in-left-column.docx', 'q07-shmo-six-people-doc.doc']

describe('an old paper', () => {
  it.each(papers.filter(([name]) => !refused.includes(name)))('%s comes out of Word as it came in', async (_, file) => {
    const test = await testStore({ today })
    await test.call('app.initialise', { mode: 'own', municipality: 'Заречный район' })
    const read = await test.call('oldPapers.read', { files: [file] })
    const id = read.papers[0]?.id ?? 0
    const { saved, left } = await test.call('oldPapers.save', { ids: [id] })
    expect(left).toEqual([])
    const [record] = saved
    if (!record) throw new Error('It was saved')
    const before = await test.call('oldPapers.get', { id })
    const out = join(temporaryFolder(), 'paper.docx')
    if (record.record === 'meeting') await test.call('papers.protocol', { meetingId: record.recordId, out })
    else await test.call('papers.roadmap', { roadmapId: record.recordId, out })
    const again = await readPaper(out, null, today)
    expect(differences(before.understood, again.understood)).toEqual([])
  })

  it.each(papers.filter(([name]) => refused.includes(name)))('%s waits for review', async (_, file) => {
    const test = await testStore({ today })
    await test.call('app.initialise', { mode: 'own', municipality: 'Заречный район' })
    const { papers: read } = await test.call('oldPapers.read', { files: [file] })
    const { left } = await test.call('oldPapers.save', { ids: [read[0]?.id ?? 0] })
    expect(left.map(({ code }) => code)).toEqual(['invalid-input'])
  })
})

function differences(before: Understood, after: Understood | null): string[] {
  if (before.kind === 'protocol' && after?.kind === 'protocol') {
    const { layout } = before.protocol
    return unlike(meetingFacts(before.protocol, layout), meetingFacts(after.protocol, layout))
  }
  if (before.kind === 'roadmap' && after?.kind === 'roadmap') {
    return unlike(roadmapFacts(before.roadmap), roadmapFacts(after.roadmap))
  }
  return [`${before.kind} came back as ${after?.kind ?? 'nothing'}`]
}

function unlike(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return Object.keys(before).flatMap((field) => {
    const [one, other] = [before[field], after[field]]
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) {
      return isDeepStrictEqual(one, other) ? [] : [`${field}: ${told(one)} → ${told(other)}`]
    }
    return one.flatMap((value: unknown, at) =>
      isDeepStrictEqual(value, other[at]) ? [] : [`${field}[${at}]: ${told(value)} → ${told(other[at])}`],
    )
  })
}

const told = (value: unknown): string => JSON.stringify(value).slice(0, 700)
