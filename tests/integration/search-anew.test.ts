import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallName } from '@shared/contract'
import type { CellValue } from '@shared/contract/lists'
import { AppError } from '@shared/errors'
import { connect } from '@store/database/connection'
import { tables } from '@store/database/tables'
import { listRecord, writableLists } from '@store/lists/all'
import { keepSearch } from '@store/search/keep'
import { searchKinds } from '@store/search/kinds'
import type { Database as Sqlite } from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectSame, file, inGroup } from './support/search-anew'
import { type TestStore, temporaryFolder, testStore } from './support/store'

/** Whatever has been done to the records, the index kept beside them is the one that would be made of them anew. */

const runs = Number(process.env.FC_RUNS ?? 8)
const seed = Number(process.env.FC_SEED ?? 123)
const today = '2026-11-21'
let sample = ''

beforeAll(async () => {
  sample = mkdtempSync(join(tmpdir(), 'metodist-anew-'))
  const { openStore } = await import('@store/store')
  const store = openStore({
    dir: sample,
    create: true,
    version: '0.0.0-test',
    author: 'Тест (test)',
    now: () => new Date(`${today}T12:00:00`),
  })
  const call = async (name: CallName, input: unknown): Promise<unknown> => {
    const answer = await store.router.call(name, input)
    if (!answer.ok) throw AppError.fromFailure(answer.error)
    return answer.value
  }
  await call('app.initialise', { mode: 'demo' })
  const letter = (await call('mailings.blank', {})) as object
  const mailing = { ...letter, title: 'О подписке на журналы', text: 'Просим направить заявки до 1 декабря' }
  await call('mailings.save', { id: null, revision: null, mailing })
  await store.close()
  const { raw, close } = connect(join(sample, file))
  inGroup(raw, () => {
    raw.exec(`
      INSERT INTO oldPaper (file, folder, hash, readAt, title, date, number, unsure, unrecognised, failure, dismissed, norm, sortKey)
        VALUES ('протокол.docx', 'Архив', 'h1', '2026-01-01', 'Протокол прошлых лет', '2019-03-04', '4', 0, 0, '', 0, '', ''),
          ('карта.docx', 'Архив', 'h2', '2026-01-01', 'Дорожная карта', NULL, '', 0, 0, '', 0, '', '');
      INSERT INTO paperTemplate (name, kind, note, file, hash, bytes, addedAt, reportJson, fields, "unknown", norm, sortKey, nameKey)
        VALUES ('Бланк отдела', 'letterhead', 'с гербом', 'бланк.docx', 'h', 1, '2026-01-01', '{}', 0, 0, '', '', 'бланк')`)
    keepSearch(raw)
  })
  close()
})
afterAll(() => rmSync(sample, { recursive: true, force: true }))

/** A copy of the sample of its own. */
function folder(): string {
  const dir = temporaryFolder()
  cpSync(join(sample, file), join(dir, file))
  return dir
}

/** Records saved whole: their calls, what a record is called in the answer, and in history. */
const saved = [
  ['schools', 'school', 'school'],
  ['librarians', 'librarian', 'librarian'],
  ['associations', 'association', 'association'],
  ['meetings', 'meeting', 'meeting'],
  ['roadmaps', 'roadmap', 'roadmap'],
  ['events', 'event', 'event'],
  ['reports', 'report', 'report'],
  ['mailings', 'mailing', 'mailing'],
  ['writeOffs', 'writeOff', 'write-off'],
  ['writeOffCampaigns', 'campaign', 'write-off-campaign'],
  ['transfers', 'transfer', 'transfer'],
  ['textbooks', 'textbook', 'textbook'],
  ['subjects', 'subject', 'subject'],
] as const

const words = ['чтение', 'Ёлка', 'краеведение', 'выставки', 'Берёзовка', 'наставник', 'новоселье', '2031', '8 сентября']
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((some) => some.join(' '))
const nth = fc.nat(5000)
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('save' as const), of: fc.constantFrom(...saved), nth, leaf: nth, text }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('cell' as const),
      list: fc.constantFrom(...writableLists),
      nth,
      column: nth,
      from: nth,
      text,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), of: fc.constantFrom(...saved), nth }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('cut' as const), list: fc.constantFrom(...writableLists), nth }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('erase' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('revive' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('redo' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
type Row = Record<string, CellValue> & { id: number }

const idsOf = (dir: string, record: string): number[] => {
  const root = searchKinds.find((kind) => kind.record === record)?.root ?? ''
  const { raw, close } = connect(join(dir, file))
  const ids = raw.prepare<[], number>(`SELECT id FROM "${root}" ORDER BY id`).pluck().all()
  close()
  return ids
}

/** All texts of a record, wherever in it they stand: where to and how to write another there. */
function leavesOf(value: unknown, found: { write(text: string): void }[] = []): { write(text: string): void }[] {
  if (typeof value !== 'object' || value === null) return found
  const holder = value as Record<string, unknown>
  for (const [key, one] of Object.entries(holder)) {
    const isFree = typeof one === 'string' && !/uid$/i.test(key) && !/^\d{4}-\d\d/.test(one)
    if (isFree) found.push({ write: (said) => Object.assign(holder, { [key]: said }) })
    else leavesOf(one, found)
  }
  return found
}

async function perform(test: TestStore, one: Step, removed: { record: string; id: number }[]): Promise<void> {
  const call = async (name: string, input: unknown): Promise<unknown> =>
    test.call(name as 'schools.get', input as never)
  const at = <T>(some: readonly T[], place: number): T | undefined => some[place % Math.max(1, some.length)]
  switch (one.do) {
    case 'save': {
      const [calls, name, record] = one.of
      const id = at(idsOf(test.dir, record), one.nth)
      if (id === undefined) return
      const read = (await call(`${calls}.get`, { id })) as Record<string, unknown>
      const value = structuredClone(read[name])
      at(leavesOf(value), one.leaf)?.write(one.text)
      const extra = record === 'librarian' ? { allowDuplicate: true } : {}
      await call(`${calls}.save`, { id, revision: null, [name]: value, ...extra })
      return
    }
    case 'cell': {
      const rows = ((await call(`${one.list}.list`, { limit: 1000, schoolYear: null })) as { rows: Row[] }).rows
      const [row, other] = [at(rows, one.nth), at(rows, one.from)]
      const column = at(
        listRecord(one.list).source.spec.columns.filter(({ edit }) => edit !== undefined),
        one.column,
      )
      if (!row || !other || !column) return
      const isText = column.type === 'text' && column.edit?.reference === undefined && one.from % 2 === 0
      const cells = { [column.key]: isText ? one.text : (other[column.key] ?? null) }
      await call('lists.edit', { list: one.list, rows: [{ id: row.id, cells }] })
      return
    }
    case 'remove': {
      const [calls, , record] = one.of
      const id = at(idsOf(test.dir, record), one.nth)
      if (id === undefined) return
      await call(`${calls}.remove`, { id })
      removed.push({ record, id })
      return
    }
    case 'cut': {
      const rows = ((await call(`${one.list}.list`, { limit: 1000, schoolYear: null })) as { rows: Row[] }).rows
      const row = at(rows, one.nth)
      if (row) await call('lists.remove', { list: one.list, ids: [row.id] })
      return
    }
    case 'erase': {
      const id = at(idsOf(test.dir, 'librarian'), one.nth)
      if (id !== undefined) await call('librarians.erase', { id })
      return
    }
    case 'revive': {
      const last = removed.at(-1)
      if (last) await call('history.revive', { ...last, allowDuplicate: true })
      return
    }
    case 'undo':
    case 'redo':
      await call(`history.${one.do}`, {})
  }
}

it('after any run of commands, undone, done again, erased and brought back', async () => {
  const done: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 24 }), async (steps) => {
      const test = await testStore({ dir: folder(), today })
      const removed: { record: string; id: number }[] = []
      const told: string[] = []
      for (const [at, one] of steps.entries()) {
        try {
          await perform(test, one, removed)
          done[one.do] = (done[one.do] ?? 0) + 1
          told.push(JSON.stringify(one))
        } catch (error) {
          // A name taken, a record in use: part of any day's work.
          if (!(error instanceof AppError) || error.code === 'internal') throw error
        }
        if (at % 6 === 5) expectSame(test.dir, told.join('\n'))
      }
      expectSame(test.dir, told.join('\n'))
      await test.store.close()
    }),
    { numRuns: runs, seed, endOnFailure: true },
  )
  // Steps that are all refused prove little.
  for (const kind of ['save', 'cell', 'remove', 'cut', 'erase', 'undo', 'redo'])
    expect(done[kind], kind).toBeGreaterThan(0)
}, 300_000)

/** Neither days, nor JSON, nor a choice: any words may stand there. */
function isFree(raw: Sqlite, table: string, column: string): boolean {
  const values = raw.prepare<[], string | null>(`SELECT DISTINCT "${column}" FROM "${table}" LIMIT 50`).pluck().all()
  return (
    !/^(?:date|on|from|to|at|day)$|(?:On|Date|Until|At|Year|To|From)$/.test(column) &&
    values.every((value) => value === null || !/^(?:\d{4}-\d\d|[[{]|[a-z-]+$)/.test(value))
  )
}

it('whichever cell of whichever table any program writes', async () => {
  let written = 0
  const touched = new Set<string>()
  const names = Object.keys(tables)
  const write = fc.record({ table: fc.constantFrom(...names), column: nth, nth, from: nth, text, remove: fc.nat(11) })
  await fc.assert(
    fc.asyncProperty(fc.array(write, { minLength: 40, maxLength: 60 }), async (all) => {
      const dir = folder()
      const { raw, close } = connect(join(dir, file))
      const told: string[] = []
      for (const one of all) {
        const count = raw.prepare<[], number>(`SELECT count(*) FROM "${one.table}"`).pluck().get() ?? 0
        if (count === 0) continue
        const columns = raw
          .prepare<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?) WHERE pk = 0')
          .all(one.table)
        const column = columns[one.column % Math.max(1, columns.length)]
        if (!column) continue
        const rowOf = (place: number): number =>
          raw
            .prepare<[number], number>(`SELECT rowid FROM "${one.table}" ORDER BY rowid LIMIT 1 OFFSET ?`)
            .pluck()
            .get(place % count) ?? 0
        const [row, other] = [rowOf(one.nth), rowOf(one.from)]
        const isText = column.type === 'TEXT' && one.from % 2 === 0 && isFree(raw, one.table, column.name)
        try {
          inGroup(raw, () => {
            if (one.remove === 0) raw.prepare(`DELETE FROM "${one.table}" WHERE rowid = ?`).run(row)
            else if (isText)
              raw.prepare(`UPDATE "${one.table}" SET "${column.name}" = ? WHERE rowid = ?`).run(one.text, row)
            else {
              const value = raw
                .prepare<[number]>(`SELECT "${column.name}" FROM "${one.table}" WHERE rowid = ?`)
                .pluck()
                .get(other)
              raw.prepare(`UPDATE "${one.table}" SET "${column.name}" = ? WHERE rowid = ?`).run(value, row)
            }
            keepSearch(raw)
          })
          written += 1
          touched.add(one.table)
          told.push(`${one.table}.${column.name} of ${row}${one.remove === 0 ? ' removed' : ''}`)
        } catch (error) {
          // What the file itself refuses: a key, a check, a row in use.
          if (!/^SQLITE_CONSTRAINT/.test(String((error as { code?: unknown }).code))) throw error
        }
      }
      close()
      expectSame(dir, told.join('\n'))
    }),
    { numRuns: runs, seed, endOnFailure: true },
  )
  expect(written).toBeGreaterThan(100)
  expect(touched.size).toBeGreaterThan(20)
}, 300_000)
