import {
  cellHash,
  excelTextLimit,
  keyHeading,
  parseKeyHeading,
  parseRowKey,
  rowKey,
} from '@store/documents/xlsx/row-key'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null))

describe('the key column', () => {
  test('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(cell, { maxLength: 30 }), (id, values) => {
        const columns = values.map((_, index) => ({ key: `column${index}`, type: 'text' as const }))
        const head = parseKeyHeading(keyHeading('a1b2c3', 'schools', columns))
        expect(head).toEqual({ databaseId: 'a1b2c3', list: 'schools', columns: columns.map(({ key }) => key) })
        if (!head) return
        const key = parseRowKey(head, ` ${rowKey(id, values)}\n`)
        expect(key?.id).toBe(id)
        expect([...(key?.hashes.values() ?? [])]).toEqual(values.map(cellHash))
      }),
    )
  })

  test.each(['Ключ', 'Ключ от школы', 'ключ a b', 'Ключ a b c d', ''])('«%s» heads no key column', (text) => {
    const head = parseKeyHeading(text)
    // «Ключ от школы» is a heading of three words: it names no list there is.
    expect(head === null || head.list === 'школы').toBe(true)
  })

  test.each(['', 'x', '12', '12:', '12:AAA', '12:AAAAAAAA', '-1:AAAA'])('«%s» is no key of one column', (text) => {
    expect(parseRowKey({ databaseId: 'a', list: 'b', columns: ['c'] }, text)).toBeNull()
  })
})

describe('the hash of a cell', () => {
  test.each([
    ['а\r\nб', 'а\nб'],
    [' а ', 'а'],
    ['а\u00a0б', 'а б'],
    ['а \nб', 'а\nб'],
    ['', null],
    ['й', 'и\u0306'],
    ['а\u0001б', 'аб'],
    ['я'.repeat(excelTextLimit + 10), 'я'.repeat(excelTextLimit)],
  ])('is the same after another program has saved the file: %j', (before, after) => {
    expect(cellHash(after)).toBe(cellHash(before))
  })

  test('differs for different cells', () => {
    const seen = new Set<string>()
    for (let number = 0; number < 2000; number++) seen.add(cellHash(number)).add(cellHash(`школа ${number}`))
    expect(seen.size).toBeGreaterThan(3990)
    expect(cellHash('1а')).not.toBe(cellHash('1б'))
  })
})
