import type { ColumnSpec, ListSpec } from '@shared/contract/lists'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAddress } from '../../../src/renderer/components/DataGrid/address'
import { listLink } from '../../../src/renderer/components/DataGrid/link'
import {
  lookOf,
  movedBefore,
  movedBy,
  orderOf,
  ownLook,
  shownColumns,
  viewColumns,
} from '../../../src/renderer/components/DataGrid/model/look'
import { isSameView } from '../../../src/renderer/components/DataGrid/model/useViews'

const keys = ['a', 'b', 'c', 'd', 'e']
const column = (key: string): ColumnSpec => ({ key, title: key, type: 'text', width: 100, hidden: key === 'd' })
const spec: ListSpec = {
  name: 'schools',
  title: 'Школы',
  record: 'school',
  columns: keys.map(column),
  defaultSort: [],
  identity: [],
  nouns: ['школа', 'школы', 'школ'],
  schoolYear: 'none',
}
const aKey = fc.constantFrom(...keys)

describe('columns of a sheet', () => {
  it('have every column once, whatever was remembered', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(aKey, fc.constant('gone'))), (remembered) => {
        expect([...orderOf(spec, remembered)].sort()).toEqual(keys)
      }),
    )
    expect(orderOf(spec, ['c', 'a'])).toEqual(['c', 'd', 'e', 'a', 'b'])
  })

  it('are moved before one another and past their shown neighbour', () => {
    fc.assert(
      fc.property(aKey, fc.option(aKey), (key, before) => {
        const moved = movedBefore(keys, key, before)
        expect([...moved].sort()).toEqual(keys)
        if (before === null) expect(moved.at(-1)).toBe(key)
        else if (before !== key) expect(moved.indexOf(before) - moved.indexOf(key)).toBe(1)
        expect(moved.filter((one) => one !== key)).toEqual(keys.filter((one) => one !== key))
      }),
    )
    const look = ownLook(spec)
    const shown = (order: readonly string[]) => shownColumns(spec, { ...look, order }).map((one) => one.key)
    expect(shown(movedBy(look, 'c', 1))).toEqual(['a', 'b', 'e', 'c'])
    expect(shown(movedBy(look, 'c', -1))).toEqual(['a', 'c', 'b', 'e'])
    expect(shown(movedBy(look, 'a', -1))).toEqual(['a', 'b', 'c', 'e'])
  })

  it('come back from a saved view as they were', () => {
    const shown = fc.uniqueArray(aKey, { minLength: 1 })
    fc.assert(
      fc.property(shown, fc.nat({ max: 5 }), fc.option(fc.integer({ min: 48, max: 900 })), (chosen, pins, width) => {
        const view = { columns: chosen.map((key) => ({ key, width })), pinned: Math.min(pins, chosen.length) }
        expect(viewColumns(spec, lookOf(spec, view))).toEqual(view)
      }),
    )
    const gone = { columns: [{ key: 'gone', width: null }], pinned: 0 }
    expect(lookOf(spec, gone)).toEqual(ownLook(spec))
  })

  it('a view is the same with its conditions in another order', () => {
    const view = { columns: [], pinned: 0, sort: [], search: '', group: null }
    const one = { op: 'empty' as const, column: 'a' }
    const other = { op: 'contains' as const, column: 'b', value: 'x' }
    expect(isSameView({ ...view, filters: [one, other] }, { ...view, filters: [other, one] })).toBe(true)
    expect(isSameView({ ...view, filters: [one] }, { ...view, filters: [other] })).toBe(false)
  })
})

describe('a link to a list', () => {
  it('is read back as it was meant', () => {
    const address = {
      filters: [{ op: 'in' as const, column: 'state', values: ['overdue', null, 'с «ёлочками» & #'] }],
      sort: [{ column: 'deadline', desc: true }],
      group: 'state',
      search: '№ 5 + 100%',
      allYears: true,
    }
    const link = listLink('/decisions', address)
    const [path, query = ''] = link.split('?')
    expect(path).toBe('/decisions')
    const search = Object.fromEntries([...new URLSearchParams(query)].map(([name, value]) => [name, JSON.parse(value)]))
    expect(readAddress(search)).toEqual(address)
    expect(listLink('/schools', {})).toBe('/schools')
  })

  it('with parts that cannot be read passes them over', () => {
    expect(readAddress({ filters: [{ op: 'hack' }], search: 'ёлка', open: 5 })).toEqual({ search: 'ёлка' })
    expect(readAddress({ open: 5 })).toBeNull()
  })
})
