import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { readPaper } from '@store/old-papers/reading/client'
import { describe, expect, it } from 'vitest'
import { meetingFacts } from '../support/old-papers/meeting-facts'
import { demoFolder } from './support/cli'
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

const told = (value: unknown): string => JSON.stringify(value).slice(0, 600)
