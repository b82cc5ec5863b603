import { listSpecs } from '@shared/contract/list-specs'
import { type Cursor, type Filter, ListQuery } from '@shared/contract/lists'
import { normKey } from '@shared/domain/text/norm'
import type { QueryContext } from '@store/context'
import { listSource } from '@store/lists/all'
import { listWindow } from '@store/lists/list'
import { listGroups, listIds, listSums } from '@store/lists/summaries'
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { isEmpty, type Model, type ModelRow, modelRows, modelTotals } from './support/list-model'
import { sharedStore, type TestStore } from './support/store'

const today = '2026-11-21'
const years = [null, '2024-2025', '2026-2027'] as const

/** The reader's context: in a transaction as its calls are, or past one, where no answer can be kept. */
async function reading<T>(test: TestStore, keeps: boolean, work: (context: QueryContext) => Promise<T>): Promise<T> {
  const { raw, db } = test.store.router.reader.connection
  const now = (): Date => new Date(`${today}T12:00:00`)
  const context: QueryContext = {
    trx: db,
    raw,
    folder: test.store.folder,
    version: '',
    now,
    today: () => today,
    schoolYear: () => '2026-2027',
  }
  if (keeps) raw.exec('BEGIN')
  try {
    return await work(context)
  } finally {
    if (keeps) raw.exec('COMMIT')
  }
}

/** All rows as the plain SELECT has them, each with the texts it is searched in. */
function modelOf(test: TestStore, name: string, schoolYear: string | null): Promise<Model> {
  return reading(test, false, async (context) => {
    const source = listSource(name)
    const query = ListQuery.parse({ schoolYear })
    const { rows: raw } = await sql<Record<string, unknown>>`${source.select(context, query)}`.execute(context.trx)
    const end = schoolYear === null ? today : `${schoolYear.slice(5)}-08-31`
    const places = context.raw
      .prepare<[string], { librarianId: number; norm: string }>(
        `SELECT librarianId, school.norm FROM employment JOIN school ON school.id = schoolId
         WHERE ? BETWEEN coalesce("from", '') AND coalesce("to", '9')`,
      )
      .all(name === 'attention' || end > today ? today : end)
    const norms = new Map<number, string[]>()
    for (const { librarianId, norm } of places)
      norms.set(librarianId, [...(norms.get(librarianId) ?? []), ...norm.split(' ')])
    const person = { librarians: 'id', attention: 'librarianId' }[name]
    const searched = new Map(
      raw.map((row) => [
        Number(row.id),
        [...String(row.norm).split(' '), ...(person ? (norms.get(Number(row[person])) ?? []) : [])],
      ]),
    )
    return {
      spec: source.spec,
      rows: raw.map((row) => source.row(row) as ModelRow),
      // A list with a search of its own (books in any form, by their schools) has a test of it of its own.
      searched: source.word || (source.beside && !person) ? () => [''] : (row) => searched.get(row.id) ?? [],
      today,
    }
  })
}

function anyFilter({ spec, rows }: Model): fc.Arbitrary<Filter> {
  return fc.constantFrom(...spec.columns).chain(({ key: column, type }): fc.Arbitrary<Filter> => {
    const values = [...new Set(rows.map((row) => row[column] as string | number | boolean | null))]
    const filled = values.filter((value) => !isEmpty(value)) as (string | number)[]
    const blank = fc.constantFrom<Filter>({ op: 'empty', column }, { op: 'filled', column })
    if (filled.length === 0) return blank
    const value = fc.constantFrom(...filled)
    if (type === 'boolean')
      return fc.oneof(
        blank,
        value.map((one): Filter => ({ op: 'equals', column, value: one })),
      )
    const of = fc.array(fc.constantFrom(...values), { maxLength: 4 })
    const among = of.map((some): Filter => ({ op: 'in', column, values: some }))
    if (type === 'text' || type === 'choice') {
      const part = fc
        .tuple(value, fc.nat(20), fc.integer({ min: 1, max: 5 }))
        .map(([text, from, length]) => normKey(String(text)).slice(from, from + length))
      const op = fc.constantFrom('contains' as const, 'lacks' as const, 'starts' as const)
      const parts = fc.tuple(op, part).map(([is, text]): Filter => ({ op: is, column, value: text }))
      return fc.oneof(
        blank,
        among,
        parts,
        value.map((one): Filter => ({ op: 'equals', column, value: one })),
      )
    }
    const between = fc
      .tuple(fc.option(value), fc.option(value))
      .map(([from, to]): Filter => ({ op: 'between', column, from, to }))
    const side = fc
      .tuple(fc.constantFrom('above' as const, 'below' as const), value)
      .map(([op, one]): Filter => ({ op, column, value: one }))
    return fc.oneof(blank, among, between, side)
  })
}

function anyQuery(model: Model): fc.Arbitrary<ListQuery> {
  const columns = model.spec.columns.map((column) => column.key)
  const words = model.rows.flatMap((row) => model.searched(row).filter((word) => word !== ''))
  const word = words.length === 0 ? fc.constant('') : fc.constantFrom(...words).map((one) => one.slice(0, 4))
  return fc
    .record({
      search: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: word }),
      filters: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(anyFilter(model), { maxLength: 2 })),
      sort: fc.uniqueArray(fc.record({ column: fc.constantFrom(...columns), desc: fc.boolean() }), {
        maxLength: 3,
        selector: (one) => one.column,
      }),
      group: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.constantFrom(...columns)),
    })
    .map((query) => ListQuery.parse(query))
}

const idsOf = (rows: readonly unknown[]): number[] => rows.map((row) => (row as ModelRow).id)

async function checkWindows(context: QueryContext, name: string, model: Model, query: ListQuery, at: number) {
  const source = listSource(name)
  const rows = modelRows(model, query)
  const offset = rows.length === 0 ? at % 3 : at % (rows.length + 3)
  for (const [from, limit] of [
    [0, 7],
    [offset, 5],
    [Math.max(0, offset - 5), 5],
  ] as const) {
    const page = await listWindow(context, source, { ...query, offset: from, limit })
    expect(idsOf(page.rows)).toEqual(idsOf(rows.slice(from, from + limit)))
    expect(page.rows).toMatchObject(rows.slice(from, from + limit))
    expect(page.total).toBe(rows.length)
    expect(page.totals).toEqual(modelTotals(model.spec, rows))
    const last: Cursor | undefined = page.cursors.at(-1)
    if (!last) continue
    const next = await listWindow(context, source, { ...query, after: last, limit: 6, totals: false })
    expect(idsOf(next.rows)).toEqual(idsOf(rows.slice(from + page.rows.length, from + page.rows.length + 6)))
    expect(next.total).toBeNull()
  }
}

async function checkSummaries(context: QueryContext, name: string, model: Model, query: ListQuery, at: number) {
  const source = listSource(name)
  const { spec } = model
  const rows = modelRows(model, query)
  const from = at % (rows.length + 1)
  expect(await listIds(context, source, query, from, 9)).toEqual(idsOf(rows.slice(from, from + 9)))
  const columns = spec.columns.map((column) => column.key)
  for (const [start, count] of [
    [0, 100_000],
    [from, 4],
  ] as const) {
    const block = rows.slice(start, start + count)
    const { filled, sums } = await listSums(context, source, query, columns, start, count)
    expect(filled).toBe(block.flatMap((row) => columns.filter((column) => !isEmpty(row[column]))).length)
    const totals = Object.entries(modelTotals(spec, block)).map(([key, sum]) => [key, sum ?? 0])
    expect(sums).toMatchObject(Object.fromEntries(totals))
  }
  const by = query.group ?? columns[at % columns.length] ?? ''
  const { groups, more } = await listGroups(context, source, query, by, '', 10_000)
  const grouped = new Map<unknown, ModelRow[]>()
  for (const row of modelRows(model, { ...query, group: by })) {
    const value = isEmpty(row[by]) ? null : row[by]
    grouped.set(value, [...(grouped.get(value) ?? []), row])
  }
  expect(more).toBe(false)
  expect(groups).toEqual(
    [...grouped].map(([value, of]) => ({ value, count: of.length, totals: modelTotals(spec, of) })),
  )
}

describe.each([
  ['the sample district', (test: TestStore) => test.call('app.initialise', { mode: 'demo' })],
  ['a made district', (test: TestStore) => test.call('app.generate', { schools: 40, librarians: 400, seed: 3 })],
] as const)('every list of %s, against all its rows in memory', (_, fill) => {
  const shared = sharedStore({ today }, fill)

  it.each(Object.keys(listSpecs))('%s', async (name) => {
    const test = shared()
    const models = await Promise.all(years.map((year) => modelOf(test, name, year)))
    await fc.assert(
      fc.asyncProperty(
        fc.nat(years.length - 1).chain((year) => fc.tuple(fc.constant(year), anyQuery(models[year] as Model))),
        fc.nat(5000),
        fc.boolean(),
        async ([year, query], at, keeps) => {
          const model = models[year] as Model
          const asked = { ...query, schoolYear: years[year] ?? null }
          await reading(test, keeps, async (context) => {
            await checkWindows(context, name, model, asked, at)
            await checkSummaries(context, name, model, asked, at)
          })
        },
      ),
      { numRuns: 25 },
    )
  })
})
