import type { ColumnSpec } from '@shared/contract/lists'
import { describe, expect, it } from 'vitest'
import { fillBlock, seriesValue, sourceOf } from '../../../src/renderer/components/DataGrid/model/edit/fill'
import { editorKey, type Stroke, sheetKey } from '../../../src/renderer/components/DataGrid/model/edit/keys'
import { enterStep, tabStep } from '../../../src/renderer/components/DataGrid/model/edit/motion'
import { sumsOf, sumsText } from '../../../src/renderer/components/DataGrid/model/edit/sums'
import { selectionAt } from '../../../src/renderer/components/DataGrid/model/selection'

const stroke = (key: string, part: Partial<Stroke> = {}): Stroke => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...part,
})
const column = (type: ColumnSpec['type'], part: Partial<ColumnSpec> = {}): ColumnSpec => ({
  key: type,
  title: type,
  type,
  width: 100,
  edit: {},
  ...part,
})

describe('keys over the sheet', () => {
  const text = { isSheet: true, isEditable: true, column: column('text') }
  const computed = { ...text, isEditable: false }

  it('type where one may, open the card where one may not', () => {
    expect(sheetKey(stroke('ш'), text)).toEqual({ do: 'type', text: 'ш' })
    expect(sheetKey(stroke('ш'), computed)).toBeNull()
    expect(sheetKey(stroke('Enter'), text)).toEqual({ do: 'enter', back: false })
    expect(sheetKey(stroke('Enter'), computed)).toEqual({ do: 'open' })
    expect(sheetKey(stroke('Enter', { ctrlKey: true }), text)).toEqual({ do: 'open' })
  })
  it('leave Tab to the page in a list that is only read', () => {
    expect(sheetKey(stroke('Tab'), { ...computed, isSheet: false })).toBeNull()
  })
  it('by the place of the key, whatever the layout', () => {
    expect(sheetKey(stroke('в', { ctrlKey: true, code: 'KeyD' }), text)).toEqual({ do: 'fill-down' })
  })
  it('space chooses, toggles or is typed', () => {
    const space = stroke(' ', { code: 'Space' })
    expect(sheetKey(space, { ...text, column: column('choice') })).toEqual({ do: 'choose' })
    expect(sheetKey(space, { ...text, column: column('boolean') })).toEqual({ do: 'toggle' })
    expect(sheetKey(space, text)).toEqual({ do: 'type', text: ' ' })
  })
})

describe('keys in a cell’s editor', () => {
  const typed = { mode: 'enter' as const, isListOpen: false, hasOptions: false, isMultiline: false }

  it('arrows go on when the cell was typed into, and move the caret after F2', () => {
    expect(editorKey(stroke('ArrowLeft'), typed)).toMatchObject({ do: 'commit', next: 'move' })
    expect(editorKey(stroke('ArrowLeft'), { ...typed, mode: 'edit' })).toBeNull()
  })
  it('arrows go through an open list', () => {
    expect(editorKey(stroke('ArrowDown'), { ...typed, isListOpen: true, hasOptions: true })).toEqual({
      do: 'option',
      by: 1,
    })
  })
  it('Alt+Enter breaks the line only where lines are', () => {
    expect(editorKey(stroke('Enter', { altKey: true }), typed)).toBeNull()
    expect(editorKey(stroke('Enter', { altKey: true }), { ...typed, isMultiline: true })).toEqual({ do: 'break-line' })
  })
})

describe('Enter and Tab', () => {
  const ground = { size: { rows: 3, columns: 4, page: 10 }, isEditable: [true, false, true, false], run: null }

  it('Tab skips what is computed and goes on into the next row; Enter comes back to where it began', () => {
    const second = tabStep(selectionAt({ row: 0, column: 0 }), false, ground)
    expect(second?.active).toEqual({ row: 0, column: 2 })
    expect(tabStep(selectionAt({ row: 0, column: 2 }), false, ground)?.active).toEqual({ row: 1, column: 0 })
    expect(enterStep(selectionAt({ row: 0, column: 2 }), false, { ...ground, run: 0 }).active).toEqual({
      row: 1,
      column: 0,
    })
  })
  it('Tab leaves the sheet at its end', () => {
    expect(tabStep(selectionAt({ row: 2, column: 2 }), false, ground)).toBeNull()
    expect(tabStep(selectionAt({ row: 0, column: 0 }), true, ground)).toBeNull()
  })
  it('within a block Enter walks by columns and the block stays', () => {
    const block = { active: { row: 1, column: 0 }, anchor: { row: 0, column: 0 }, end: { row: 1, column: 1 } }
    expect(enterStep(block, false, ground)).toEqual({ ...block, active: { row: 0, column: 1 } })
  })
})

describe('filling', () => {
  it('takes the first row of the block, or the one above a single cell', () => {
    expect(fillBlock({ top: 2, bottom: 5, left: 1, right: 2 }, 'down')).toEqual({
      from: { top: 2, bottom: 2, left: 1, right: 2 },
      to: { top: 3, bottom: 5, left: 1, right: 2 },
    })
    expect(fillBlock({ top: 2, bottom: 2, left: 1, right: 1 }, 'down')?.from).toMatchObject({ top: 1, bottom: 1 })
    expect(fillBlock({ top: 0, bottom: 0, left: 1, right: 1 }, 'down')).toBeNull()
  })
  it('repeats its source in both directions', () => {
    const from = { top: 2, bottom: 3, left: 0, right: 0 }
    expect([4, 5, 6, 1, 0].map((row) => sourceOf(from, row, 0).row)).toEqual([2, 3, 2, 3, 2])
  })
  it('goes on as a series of numbers or days', () => {
    expect(seriesValue(column('number'), [10, 20], 2)).toBe(40)
    expect(seriesValue(column('hundredths'), [50], 1)).toBe(150)
    expect(seriesValue(column('date'), ['2026-09-01', '2026-09-08'], 1)).toBe('2026-09-15')
  })
})

describe('sums of a block', () => {
  it('in shown units, of figures only; a single cell says nothing', () => {
    const rows = [
      { id: 1, text: 'а', hundredths: 50 },
      { id: 2, text: '', hundredths: 100 },
    ]
    expect(sumsText(sumsOf(rows, [column('text'), column('hundredths')]))).toBe(
      'Выделено: 4\u00a0ячейки · заполнено 3 · сумма 1,5 · среднее 0,75 · от 0,5 до 1',
    )
    expect(sumsText(sumsOf(rows.slice(0, 1), [column('text')]))).toBe('')
  })
})
