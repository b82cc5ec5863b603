import { listSpecs } from '@shared/contract/list-specs'
import type { CellValue, ColumnSpec } from '@shared/contract/lists'
import { normKey } from '@shared/domain/text/norm'
import { listRecord, writableLists } from '@store/lists/all'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { librarian, meeting, school, textbook } from '../support/records'
import { dumpOf } from './support/dump'
import { cellsOf } from './support/list-cells'
import { item, roadmap, section } from './support/roadmap'
import { type TestStore, testStore } from './support/store'

/** Every list that can be written, by what its columns say of themselves. */
describe.each(Object.values(listSpecs))('columns of $name', (spec) => {
  const isWritable = writableLists.includes(spec.name)

  it('that can be typed into have a setter, and no others', () => {
    const editable = spec.columns.filter((column) => column.edit !== undefined).map((column) => column.key)
    const settable = isWritable ? Object.keys(listRecord(spec.name).set) : []
    expect(settable.toSorted()).toEqual(editable.toSorted())
  })

  it('by which its rows are known again are there', () => {
    const keys = spec.columns.map((column) => column.key)
    expect(spec.identity.flat().filter((key) => !keys.includes(key))).toEqual([])
    if (isWritable) expect(spec.identity.length).toBeGreaterThan(0)
  })

  it('are each known by words of their own', () => {
    const words = spec.columns.flatMap((column) => [column.title, ...(column.headings ?? [])].map(normKey))
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  })
})

describe.each(writableLists)('a row of %s', (name) => {
  const { spec } = listRecord(name).source
  let test: TestStore
  beforeEach(async () => {
    test = await testStore({ today: '2026-11-20' })
    await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
    for (const one of ['СОШ № 1', 'СОШ № 2', 'ООШ с. Дальнее']) {
      await test.call('schools.save', { id: null, revision: null, school: school(one) })
    }
    for (const one of [textbook('Алгебра'), textbook('Геометрия', { subject: 'Геометрия', gradeTo: 9 })]) {
      await test.call('textbooks.save', { id: null, revision: null, textbook: one })
    }
    for (const one of ['Ромашкина', 'Лютикова']) {
      await test.call('librarians.save', { id: null, revision: null, librarian: librarian(one) })
    }
    await test.call('librarians.save', {
      id: null,
      revision: null,
      librarian: librarian('Лютикова', { birthDate: '1980-05-12' }),
      allowDuplicate: true,
    })
    const [series] = await test.call('associations.series', {})
    if (!series) throw new Error('A new district has a series')
    await test.call('meetings.save', {
      id: null,
      revision: null,
      meeting: meeting(series.id, { number: '7', date: '2026-10-08' }),
    })
    const paper = roadmap([section('Организационные мероприятия', [item()], 'I')])
    await test.call('roadmaps.save', { id: null, revision: null, roadmap: paper })
  })
  type Cells = Record<string, CellValue>
  const undoable = async (): Promise<number | null> => (await test.call('history.stack', {})).undo?.groupId ?? null
  const shown = async (id: number, cells: Cells): Promise<Cells> => {
    const page = (await test.store.router.call(`${name}.list`, { limit: 1000 })) as {
      value: { rows: (Cells & { id: number })[] }
    }
    const row = page.value.rows.find((one) => one.id === id)
    if (!row) throw new Error(`Row ${id} is not in ${name}`)
    return Object.fromEntries(Object.keys(cells).map((key) => [key, row[key] ?? null]))
  }
  const empty = (cells: Cells): Cells =>
    Object.fromEntries(
      Object.entries(cells).map(([key, value]) => {
        const type = spec.columns.find((column: ColumnSpec) => column.key === key)?.type
        return [key, value === null && type === 'text' ? '' : value]
      }),
    )

  /** What must be true of writing these cells into this row; answers the row's id, null where it was refused. */
  async function written(id: number | null, cells: Cells): Promise<number | null> {
    const rows = [{ id, cells }]
    const before = dumpOf(test.dir)
    const { rows: judged } = await test.call('lists.preview', { list: name, rows })
    const answer = await test.store.router.call('lists.edit', { list: name, rows })
    expect({ cells, faults: judged[0]?.faults }, JSON.stringify(answer)).toSatisfy(
      (one: { faults: unknown[] }) => (one.faults.length === 0) === answer.ok,
    )
    if (!answer.ok) {
      expect(answer.error.code).not.toBe('internal')
      expect(dumpOf(test.dir)).toEqual(before)
      return null
    }
    const written = (answer.value as { ids: number[] }).ids[0] as number
    expect(await shown(written, cells)).toEqual(empty(cells))
    const step = await undoable()
    await test.call('lists.edit', { list: name, rows: [{ id: written, cells }] })
    expect(await undoable()).toBe(step)
    const after = dumpOf(test.dir)
    if (JSON.stringify(after) !== JSON.stringify(before)) {
      await test.call('history.undo', {})
      expect(dumpOf(test.dir)).toEqual(before)
      await test.call('history.redo', {})
      expect(dumpOf(test.dir)).toEqual(after)
    }
    return written
  }

  it('shows what was typed, twice changes nothing, undone leaves nothing', async () => {
    let accepted = 0
    await fc.assert(
      fc.asyncProperty(cellsOf(spec, true), cellsOf(spec, false), async (first, second) => {
        const id = await written(null, first)
        if (id === null) return
        accepted += 1
        await written(id, second)
        // What comes by import only is taken back by a step.
        if (spec.typed === false) await test.call('history.undo', {})
        else await test.call('lists.remove', { list: name, ids: [id] })
      }),
      // A seed, since how many rows are accepted is counted below and must not be left to chance.
      { numRuns: 10, seed: Number(process.env.FC_SEED ?? 20261121) },
    )
    // Cells that are refused prove little.
    expect(accepted).toBeGreaterThan(3)
  })
})
