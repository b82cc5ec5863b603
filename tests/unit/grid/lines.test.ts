import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupedLines, type Line, lineGroups, plainLines } from '../../../src/renderer/components/DataGrid/model/lines'

const aGroup = fc.record({ count: fc.integer({ min: 1, max: 6 }), closed: fc.boolean() })
const aSheet = fc.array(aGroup, { maxLength: 12 })

/** The same lines, written out one by one. */
function spelledOut(sheet: readonly { count: number; closed: boolean }[]) {
  const lines: ({ head: number } | { row: number })[] = []
  let row = 0
  for (const [index, { count, closed }] of sheet.entries()) {
    lines.push({ head: index })
    for (let one = 0; one < count; one++, row++) if (!closed) lines.push({ row })
  }
  return { lines, rows: row }
}

function linesOf(sheet: readonly { count: number; closed: boolean }[]) {
  const groups = lineGroups(
    { groups: sheet.map(({ count }, index) => ({ value: index, count, totals: {} })), more: false },
    sheet.reduce((sum, { count }) => sum + count, 0),
  )
  return { groups, lines: groupedLines(groups, (group) => sheet[group.value as number]?.closed === true) }
}

const short = (line: Line | null) =>
  line === null ? null : line.kind === 'row' ? { row: line.row } : { head: line.group.value }

describe('lines of a sheet', () => {
  it('without groups are the rows', () => {
    const lines = plainLines(5)
    expect(lines.at(3)).toEqual({ kind: 'row', row: 3 })
    expect(lines.at(5)).toBeNull()
    expect(lines.rowAt(-1)).toBeNull()
    expect(lines.runs(-1, 9)).toEqual([{ from: 0, count: 5 }])
    expect(plainLines(0).runs(0, 0)).toEqual([])
  })

  it('are heads and the rows of open groups, in the order of the list', () => {
    fc.assert(
      fc.property(aSheet, (sheet) => {
        const model = spelledOut(sheet)
        const { lines } = linesOf(sheet)
        expect(lines.count).toBe(model.lines.length)
        expect(Array.from({ length: lines.count }, (_, line) => short(lines.at(line)))).toEqual(model.lines)
        expect([lines.at(-1), lines.at(lines.count), lines.at(0.5)]).toEqual([null, null, null])
      }),
    )
  })

  it('map back: every shown row stands on its line, a hidden one on none', () => {
    fc.assert(
      fc.property(aSheet, (sheet) => {
        const model = spelledOut(sheet)
        const { lines } = linesOf(sheet)
        for (let row = -1; row <= model.rows; row++) {
          const line = model.lines.findIndex((one) => 'row' in one && one.row === row)
          expect(lines.lineOf(row)).toBe(line < 0 ? null : line)
          if (line >= 0) expect(lines.rowAt(line)).toBe(row)
        }
      }),
    )
  })

  it('give the rows of a block as runs that do not touch', () => {
    const range = fc.tuple(fc.integer({ min: -2, max: 80 }), fc.integer({ min: -2, max: 80 }))
    fc.assert(
      fc.property(aSheet, range, (sheet, [from, to]) => {
        const { lines } = linesOf(sheet)
        const model = spelledOut(sheet).lines.slice(Math.max(0, from), Math.max(0, to + 1))
        const rows = model.flatMap((one) => ('row' in one ? [one.row] : []))
        const runs = lines.runs(from, to)
        expect(runs.flatMap((run) => Array.from({ length: run.count }, (_, at) => run.from + at))).toEqual(rows)
        for (const [index, run] of runs.entries()) {
          const before = runs[index - 1]
          if (before) expect(run.from).toBeGreaterThan(before.from + before.count)
        }
      }),
    )
  })

  it('keep what the store did not name as one last group', () => {
    const groups = lineGroups({ groups: [{ value: 'а', count: 2, totals: {} }], more: true }, 7)
    expect(groups.map(({ key, value, first, count }) => ({ key, value, first, count }))).toEqual([
      { key: '"а"', value: 'а', first: 0, count: 2 },
      { key: 'rest', value: undefined, first: 2, count: 5 },
    ])
    expect(groupedLines(groups, () => false).lineOf(6)).toBe(8)
  })
})
