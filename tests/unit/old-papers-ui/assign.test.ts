import type { Place } from '@shared/contract/old-papers'
import { AppError } from '@shared/errors'
import { describe, expect, it } from 'vitest'
import { assignProtocol, protocolAssignments } from '../../../src/renderer/modules/old-papers/model/assign-protocol'
import { back, begin, forth, step } from '../../../src/renderer/modules/old-papers/model/doc-history'
import { retypeDue } from '../../../src/renderer/modules/old-papers/model/dues'
import { handMark } from '../../../src/renderer/modules/old-papers/model/marks'
import { chooseEverywhere } from '../../../src/renderer/modules/old-papers/model/same-person'
import { original, person, protocol, understood } from '../../support/old-papers/made'
import { agendaItem, decision } from '../../support/records'

const paper = original(
  'Протокол № 7 от 3 октября 2025 года, 14-30',
  '1. О плане.',
  '1.1. Утвердить план.',
  'Библиотекарям школ сдать заявки до 20 октября.',
  '2. О фонде.',
  '2.1. Провести сверку.',
)
const words = (line: number, text: string): Place => {
  const from = paper.lines[line]?.text.indexOf(text) ?? 0
  return { line, from, to: from + text.length }
}
const first = decision('Утвердить план.')
const second = decision('Провести сверку.')
const items = [agendaItem('О плане', { decisions: [first] }), agendaItem('О фонде', { decisions: [second] })]
const draft = understood(protocol({ agenda: items, date: '2025-10-03' }), {
  marks: [
    handMark(`decisions/${first.uid}/text`, [words(2, 'Утвердить план.')]),
    handMark(`decisions/${second.uid}/text`, [words(5, 'Провести сверку.')]),
  ],
  unrecognised: [{ line: 3, text: 'Библиотекарям школ сдать заявки до 20 октября.' }],
})

describe('words made a field', () => {
  it('a decision goes to the item it stands in, with its срок, and is left over no more', () => {
    const made = assignProtocol(draft, paper, 'decision', [words(3, 'Библиотекарям школ сдать заявки до 20 октября.')])
    const texts = made.paper.protocol.agenda.map((item) => item.decisions.map((one) => one.text))
    expect(texts).toEqual([['Утвердить план.', 'Библиотекарям школ сдать заявки до 20 октября.'], ['Провести сверку.']])
    expect(made.paper.protocol.agenda[0]?.decisions[1]?.dues[0]?.to).toBe('2025-10-20')
    expect(made.paper.unrecognised).toEqual([])
    expect(made.paper.marks.find((mark) => mark.path === made.path)?.places[0]?.line).toBe(3)
  })

  it('a due goes to the decision before it; a day and a time are read in every form', () => {
    const due = assignProtocol(draft, paper, 'due', [words(3, 'до 20 октября')])
    expect(due.paper.protocol.agenda[0]?.decisions[0]?.dues[0]).toMatchObject({
      text: 'до 20 октября',
      to: '2025-10-20',
    })
    expect(due.paper.unrecognised).toEqual([{ line: 3, text: 'Библиотекарям школ сдать заявки' }])
    const day = assignProtocol(draft, paper, 'date', [words(0, '3 октября 2025 года')])
    expect(day.paper.protocol.date).toBe('2025-10-03')
    expect(assignProtocol(draft, paper, 'time', [words(0, '14-30')]).paper.protocol.time).toBe('14:30')
    expect(assignProtocol(draft, paper, 'number', [words(0, 'Протокол № 7')]).paper.protocol.number).toBe('7')
  })

  it('is refused in words where it cannot be that', () => {
    const make = () => assignProtocol(draft, paper, 'date', [words(1, 'О плане.')])
    expect(make).toThrow(AppError)
    expect(make).toThrow(/«О плане\.» — не похоже на дату/u)
  })

  it('every choice that is offered makes something', () => {
    const places = [words(0, '3 октября 2025 года, 14-30')]
    for (const { id } of protocolAssignments) {
      const unknown = { ...draft, protocol: { ...draft.protocol, date: null } }
      const after = {
        ...unknown,
        marks: draft.marks.map((mark) => ({ ...mark, places: [{ line: 0, from: 0, to: 1 }] })),
      }
      const made = assignProtocol(after, paper, id, places)
      expect(made.path, id).not.toBe('')
      expect(made.paper.protocol, id).not.toEqual(after.protocol)
    }
  })
})

describe('a due retyped', () => {
  it('is retyped in the text it stands in, and what stands after it moves along', () => {
    const text = 'Сдать до 1 мая и в июне.'
    const due = (words: string) => ({
      text: words,
      range: [text.indexOf(words), text.indexOf(words) + words.length] as [number, number],
      from: null,
      to: null,
      recurrence: null,
    })
    const before = { ...decision(text), dues: [due('до 1 мая'), due('в июне')] }
    const after = retypeDue(before, 0, 'до 15 сентября', { date: '2025-04-01', period: null })
    expect(after.text).toBe('Сдать до 15 сентября и в июне.')
    expect(after.dues.map(({ range }) => range && after.text.slice(...range))).toEqual(['до 15 сентября', 'в июне'])
    expect(after.dues[0]?.to).toBe('2025-09-15')
  })
})

describe('a person chosen', () => {
  it('is chosen wherever she is named alike and doubted, and nowhere else', () => {
    const [chair, other] = [person('Лютикова О.П.'), person('Лютикова О. П.')]
    const doubt = (path: string) => ({
      ...handMark(path, []),
      sure: false,
      choices: [{ librarianId: 5, schoolId: null, text: 'Лютикова Ольга Петровна', detail: '' }],
    })
    const named = understood(protocol({ chairs: [chair], invited: [other, person('Чижова М.И.')] }), {
      marks: [doubt(`chairs/${chair.uid}`), doubt(`invited/${other.uid}`)],
    })
    const chosen = chooseEverywhere(named, 'Лютикова О.П.', 5)
    expect(chosen.protocol.chairs[0]?.librarianId).toBe(5)
    expect(chosen.protocol.invited.map((one) => one.librarianId)).toEqual([5, null])
    expect(chosen.marks.every((mark) => mark.sure)).toBe(true)
  })
})

describe('undo of the review', () => {
  it('takes typing in one field as one step', () => {
    const docs = ['а', 'аб', 'абв', 'г'].map((theme) => understood(protocol({ theme })))
    const [a, b, c, d] = docs
    if (!a || !b || !c || !d) throw new Error('four drafts')
    const typed = step(step(begin(a), b, 'theme', 1000), c, 'theme', 1500)
    const other = step(typed, d, 'place', 1600)
    expect(back(other)?.now).toBe(c)
    const undone = back(typed)
    expect(undone?.now).toBe(a)
    expect(undone && forth(undone)?.now).toBe(c)
    expect(back(begin(a))).toBeNull()
  })
})
