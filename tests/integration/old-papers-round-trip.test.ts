import { join } from 'node:path'
import { readPaper } from '@store/old-papers/reading/client'
import { beforeAll, describe, expect, it } from 'vitest'
import { meetingFacts } from '../support/old-papers/meeting-facts'
import { demoFolder } from './support/cli'
import { type TestStore, temporaryFolder, testStore } from './support/store'

/** Our own papers are the first foreign ones: written to Word and read again, a protocol is the same. */
describe('a protocol of the sample district, written and read again', () => {
  let dir = ''
  beforeAll(async () => {
    dir = await demoFolder()
  })

  it('says the same of every meeting', async () => {
    const test: TestStore = await testStore({ dir, today: '2026-11-20' })
    const { rows } = await test.call('meetings.list', { limit: 1000 })
    const out = join(temporaryFolder(), 'p.docx')
    const differences: unknown[] = []
    for (const { id } of rows) {
      const { meeting } = await test.call('meetings.get', { id })
      await test.call('papers.protocol', { meetingId: id, out })
      const { understood } = await readPaper(out, null, '2026-11-20')
      if (understood?.kind !== 'protocol') throw new Error(`Meeting ${id} was not read as a protocol`)
      try {
        expect(meetingFacts(understood.protocol)).toEqual(meetingFacts(meeting))
      } catch (error) {
        differences.push(`${id} ${meeting.layout}: ${String(error)}`)
      }
    }
    expect(differences).toEqual([])
  })
})
