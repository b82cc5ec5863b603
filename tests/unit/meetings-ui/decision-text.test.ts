import type { Decision } from '@shared/contract/meetings'
import { parseDues } from '@shared/domain/due/parse'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newAddressee, newDecision } from '../../../src/renderer/modules/meetings/model/blank'
import {
  addAddressee,
  addDueApart,
  type DueReader,
  marksOf,
  pieces,
  removeDue,
  rereadDues,
  retype,
} from '../../../src/renderer/modules/meetings/model/decision-text'

const on =
  (date: string): DueReader =>
  (text, mode) =>
    parseDues(text, { date, mode })
const read = on('2026-09-08')

/** Types a text letter by letter, as she does. */
function typed(text: string, start: Decision = newDecision()): Decision {
  return [...text].reduce((decision, letter) => retype(decision, decision.text + letter, read), start)
}

function dues(decision: Decision): string[] {
  return decision.dues.map((due) => due.text)
}

describe('dues while typing', () => {
  it('reads what was typed, letter by letter, at its place', () => {
    const decision = typed('Направить сведения до 10 октября')
    expect(dues(decision)).toEqual(['до 10 октября'])
    expect(decision.dues[0]).toMatchObject({ range: [19, 32], to: '2026-10-10' })
  })

  it('lets a due grow as its year is typed', () => {
    expect(dues(typed('Сдать до 10 октября 2027 года'))).toEqual(['до 10 октября 2027 года'])
  })

  it('reads several, with recurrences', () => {
    const decision = typed('Обновлять сайт (постоянно), сдавать сведения (ежеквартально)')
    expect(dues(decision)).toEqual(['постоянно', 'ежеквартально'])
    expect(decision.dues.map((due) => due.recurrence)).toEqual(['permanent', 'quarterly'])
  })

  it('moves the range while typing before and after', () => {
    const decision = typed('Сдать отчёт до 10 октября')
    const before = retype(decision, `Школам ${decision.text}`, read, 7)
    const after = retype(before, `${before.text} в управление`, read)
    for (const each of [before, after]) {
      const range = each.dues[0]?.range ?? [0, 0]
      expect(each.text.slice(...range)).toBe('до 10 октября')
    }
  })

  it('reads anew what is changed inside, and drops what is no due any more', () => {
    const decision = typed('Сдать отчёт до 10 октября')
    const changed = retype(decision, 'Сдать отчёт до 12 октября', read, 17)
    expect(changed.dues[0]).toMatchObject({ text: 'до 12 октября', to: '2026-10-12' })
    expect(retype(changed, 'Сдать отчёт', read).dues).toEqual([])
  })

  it('does not bring back a chip she took off', () => {
    const without = removeDue(typed('Сдать отчёт до 10 октября'), 0)
    const after = retype(without, `${without.text} в управление`, read)
    expect(after.dues).toEqual([])
    expect(dues(typed(', сведения до 1 мая 2027 года', after))).toEqual(['до 1 мая 2027 года'])
  })

  it('keeps a due read from an old paper though the rules do not know it, while its words stand', () => {
    const text = 'Сдать к Новому году всем'
    const decision: Decision = {
      ...newDecision(text),
      dues: [{ text: 'к Новому году', range: [6, 19], from: null, to: null, recurrence: null }],
    }
    const moved = retype(decision, `Срочно ${text}`, read, 7)
    expect(moved.dues[0]?.range).toEqual([13, 26])
    expect(retype(moved, moved.text.replace('году', 'дню'), read, 24).dues).toEqual([])
  })

  it('keeps dues that stand beside the text', () => {
    const decision = addDueApart(newDecision('Сдать отчёт'), 'до 1 мая 2027 г.', read)
    expect(decision.dues).toEqual([expect.objectContaining({ range: null, to: '2027-05-01' })])
    expect(typed(' в срок', decision).dues).toEqual(decision.dues)
  })

  it('keeps unknown words of the field as they are', () => {
    expect(dues(addDueApart(newDecision(), 'к началу сезона', read))).toEqual(['к началу сезона'])
  })

  it('reads dues again on another date', () => {
    const decision = typed('Сдать отчёт до 10 октября')
    expect(rereadDues(decision, on('2027-09-08')).dues[0]).toMatchObject({ to: '2027-10-10', range: [12, 25] })
  })

  it('always marks the very words of a due, whatever is done to the text', () => {
    const start = typed('Сдать отчёт до 10 октября и сведения (ежеквартально)')
    const edit = fc.record({
      at: fc.nat(60),
      cut: fc.nat(8),
      put: fc.constantFrom('', 'а', ' ', 'до 1 мая ', '10', '.'),
    })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
        let decision = start
        for (const { at, cut, put } of edits) {
          const from = Math.min(at, decision.text.length)
          const next = decision.text.slice(0, from) + put + decision.text.slice(from + cut)
          decision = retype(decision, next, read, from + put.length)
          for (const due of decision.dues) expect(due.range && decision.text.slice(...due.range)).toBe(due.text)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('addressees in the text', () => {
  const chip = newAddressee('person', 'Дегтяревой З.Е.', { librarianId: 7 })
  const decision: Decision = { ...newDecision('Поручить Дегтяревой З.Е. статью'), addressees: [chip] }

  it('follow what is done to their words', () => {
    const changed = retype(decision, 'Поручить Дегтяреву З.Е. статью', read, 18)
    expect(changed.addressees).toEqual([{ ...chip, text: 'Дегтяреву З.Е.' }])
  })

  it('stay as they are while typing around them', () => {
    expect(retype(decision, 'Срочно поручить Дегтяревой З.Е. статью', read, 8).addressees).toEqual([chip])
    expect(retype(decision, 'Поручить Дегтяревой З.Е., статью', read, 25).addressees).toEqual([chip])
  })

  it('go when their words are cut out', () => {
    expect(retype(decision, 'Поручить статью', read, 9).addressees).toEqual([])
  })

  it('stay when they never stood in the text', () => {
    const apart: Decision = { ...newDecision('Сдать отчёт'), addressees: [chip] }
    expect(retype(apart, 'Сдать', read).addressees).toEqual([chip])
  })

  it('are not added twice', () => {
    const again = newAddressee('person', 'Дегтяревой З. Е.', { librarianId: 7 })
    expect(addAddressee(decision, again).addressees).toHaveLength(1)
  })
})

describe('marks', () => {
  it('cut the text into pieces that join to it', () => {
    const decision: Decision = {
      ...typed('Руководителям ИБЦ сдать отчёт (май 2027 года).'),
      addressees: [newAddressee('group', 'руководителям ИБЦ')],
    }
    const cut = pieces(decision.text, marksOf(decision))
    expect(cut.map((piece) => piece.text).join('')).toBe(decision.text)
    expect(cut.filter((piece) => piece.kind).map((piece) => [piece.kind, piece.text])).toEqual([
      ['addressee', 'Руководителям ИБЦ'],
      ['due', 'май 2027 года'],
    ])
  })
})
