import { join } from 'node:path'
import { newUid } from '@shared/contract/fields'
import type { WriteOff, WriteOffCampaign } from '@shared/contract/writeoff'
import BetterSqlite from 'better-sqlite3'
import { school } from '../../support/records'
import { type TestStore, testStore } from './store'

export interface Fund extends TestStore {
  schools: [number, number, number]
  /** A receipt into a lot; answers the lot. */
  lot(
    of: Partial<{
      school: number
      title: string
      year: number
      price: number
      copies: number
      date: string
      textbook: object
    }>,
  ): Promise<number>
  held(lotId: number): Promise<number>
  writeOff(lines: readonly (readonly [lotId: number, copies: number])[], over?: Partial<WriteOff>): Promise<WriteOff>
  /** Answers the id of a saved draft. */
  act(lines: readonly (readonly [lotId: number, copies: number])[], over?: Partial<WriteOff>): Promise<number>
  campaign(over?: Partial<WriteOffCampaign>): Promise<number>
}

/** A district of three schools whose fund a test fills; today is 20 November 2026. */
export async function fund(): Promise<Fund> {
  const test = await testStore({ today: '2026-11-20' })
  await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
  const schools: number[] = []
  for (const name of ['СОШ № 1', 'СОШ № 2', 'ООШ с. Дальнее']) {
    schools.push((await test.call('schools.save', { id: null, revision: null, school: school(name) })).id)
  }
  const textbooks = new Map<string, number>()
  const made: Fund = {
    ...test,
    schools: schools as Fund['schools'],
    async lot({
      school: at = 0,
      title = 'Алгебра',
      year = 2015,
      price = 500_00,
      copies = 10,
      date = '2020-09-01',
      textbook = {},
    }) {
      let textbookId = textbooks.get(title)
      if (textbookId === undefined) {
        const saved = await test.call('textbooks.save', {
          id: null,
          revision: null,
          textbook: {
            kind: 'textbook',
            subject: 'Математика',
            gradeFrom: 7,
            gradeTo: 7,
            title,
            authors: 'Васильков А. А.',
            publisher: 'Учёба',
            language: 'русский',
            level: 'none',
            isbn: '',
            fplCode: '',
            fplState: 'none',
            usableUntil: null,
            order: '',
            price: null,
            note: '',
            ...textbook,
          },
        })
        textbookId = saved.id
        textbooks.set(title, textbookId)
      }
      const { lotId } = await test.call('movements.add', {
        movement: {
          schoolId: schools[at] ?? 0,
          textbookId,
          publicationYear: year,
          price,
          source: 'federal',
          date,
          kind: 'receipt',
          copies,
          document: 'накладная',
          note: '',
        },
      })
      return lotId
    },
    async held(lotId) {
      const raw = new BetterSqlite(join(test.dir, 'metodist.sqlite'), { readonly: true })
      try {
        return raw.prepare<[number], number>('SELECT sum(copies) FROM movement WHERE lotId = ?').pluck().get(lotId) ?? 0
      } finally {
        raw.close()
      }
    },
    async writeOff(lines, over = {}) {
      const blank = await test.call('writeOffs.blank', { schoolId: schools[0] ?? 0, date: '2026-11-20' })
      return {
        ...blank,
        lines: lines.map(([lotId, copies]) => ({ uid: newUid(), lotId, copies, inventoryNumbers: '' })),
        ...over,
      }
    },
    async act(lines, over) {
      const writeOff = await made.writeOff(lines, over)
      return (await test.call('writeOffs.save', { id: null, revision: null, writeOff })).id
    },
    async campaign(over = {}) {
      const { id } = await test.call('writeOffCampaigns.save', {
        id: null,
        revision: null,
        campaign: {
          name: 'Списание 2016–2018',
          from: '2026-11-01',
          to: '2026-12-31',
          rule: { publishedBy: 2018, usableUntilBefore: null, dropped: false, search: '' },
          reason: 'outdated',
          disposal: 'none',
          note: '',
          schools: schools.map((schoolId) => ({ uid: newUid(), schoolId, dueOn: null, note: '' })),
          commission: [],
          ...over,
        },
      })
      return id
    },
  }
  return made
}
