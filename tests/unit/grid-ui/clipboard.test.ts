import type { ColumnSpec } from '@shared/contract/lists'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pastePlan } from '../../../src/renderer/components/DataGrid/model/edit/plan'
import { parseTsv, writeTsv } from '../../../src/renderer/components/DataGrid/model/edit/tsv'

const column = (key: string, type: ColumnSpec['type'], edit = true): ColumnSpec => ({
  key,
  title: key,
  type,
  width: 100,
  ...(edit ? { edit: {} } : {}),
})

describe('cells on the clipboard', () => {
  const cell = fc.string({ unit: fc.constantFrom('а', '1', '"', '\t', '\n', ' ', ',') })
  const block = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    )

  it('come back as they were written, also with tabs, breaks and quotes', () => {
    fc.assert(
      fc.property(block, (cells) => {
        // A last empty line is the break Excel ends every copy with.
        fc.pre(cells.length === 1 || cells.at(-1)?.some((text) => text !== '') === true)
        fc.pre(cells.length > 1 || cells[0]?.some((text) => text !== '') === true)
        expect(parseTsv(writeTsv(cells))).toEqual(cells)
      }),
    )
  })

  it('of Excel: a last break is no row, quotes of its own are taken off, others stay', () => {
    expect(parseTsv('СОШ № 1\t120\r\nСОШ № 2\t80\r\n')).toEqual([
      ['СОШ № 1', '120'],
      ['СОШ № 2', '80'],
    ])
    expect(parseTsv('"улица,\nдом"\t"Ромашка", школа\t"да"')).toEqual([['улица,\nдом', '"Ромашка", школа', '"да"']])
    expect(parseTsv('а\t\r\n\t')).toEqual([
      ['а', ''],
      ['', ''],
    ])
  })
})

describe('a copied block is laid', () => {
  const columns = [column('a', 'text'), column('b', 'number'), column('c', 'number', false), column('d', 'text')]
  const ground = (rows: number, canGrow = true) => ({
    columns,
    canGrow,
    rowLines: (from: number, count: number) =>
      Array.from({ length: Math.max(0, Math.min(count, rows - from)) }, (_, index) => from + index),
  })
  const at = (row: number, left: number, height = 1, width = 1) => ({
    top: row,
    left,
    bottom: row + height - 1,
    right: left + width - 1,
  })

  it('once, from the upper left cell, beyond the end into new rows', () => {
    const planned = pastePlan(
      [
        ['x', '1'],
        ['y', '2'],
        ['z', 'пять'],
      ],
      at(1, 0),
      ground(3),
    )
    if (!planned.ok) throw new Error(planned.sentence)
    expect(planned.plan.rows.map((row) => row.line)).toEqual([1, 2, null])
    expect(planned.plan.rows.map((row) => row.cells.b?.value)).toEqual([1, 2, null])
    expect(planned.plan.rows[2]?.cells.b?.fault).toContain('«пять»')
  })

  it('over the whole mark where it fits a whole number of times', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 2 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 2 }),
        (height, width, down, across) => {
          const source = Array.from({ length: height }, (_, row) =>
            Array.from({ length: width }, (_, position) => `${row}${position}`),
          )
          const planned = pastePlan(source, at(0, 0, height * down, width * across), ground(100))
          if (!planned.ok) throw new Error(planned.sentence)
          expect(planned.plan.rows).toHaveLength(height * down)
          for (const [row, { cells }] of planned.plan.rows.entries()) {
            for (const [position, { key }] of planned.plan.columns.entries()) {
              expect(cells[key]?.text).toBe(source[row % height]?.[position % width])
            }
          }
        },
      ),
    )
  })

  it('not past the last column, and not past the last row of a list that takes none', () => {
    expect(pastePlan([['1', '2']], at(0, 3), ground(5))).toMatchObject({ ok: false })
    expect(pastePlan([['1'], ['2']], at(4, 0), ground(5, false))).toMatchObject({ ok: false })
  })

  it('with computed columns told apart', () => {
    const planned = pastePlan([['1', '2']], at(0, 1), ground(5))
    if (!planned.ok) throw new Error(planned.sentence)
    expect(planned.plan.rows[0]?.cells).toMatchObject({ b: { isComputed: false }, c: { isComputed: true } })
  })
})
