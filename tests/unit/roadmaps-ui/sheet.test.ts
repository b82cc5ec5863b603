import type { ColumnRole, Roadmap, RoadmapItemState } from '@shared/contract/roadmaps'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cellText,
  dueMeaning,
  dueReader,
  isTyped,
  setCell,
  sheetColumns,
  withPeriod,
} from '../../../src/renderer/modules/roadmaps/model/cells'
import { countsOf, shownLines } from '../../../src/renderer/modules/roadmaps/model/filter'
import { type Line, linesOf, readSection } from '../../../src/renderer/modules/roadmaps/model/lines'
import { pasteBlock } from '../../../src/renderer/modules/roadmaps/model/paste'
import {
  addItem,
  addPart,
  addSection,
  indent,
  moveLines,
  newItem,
  newPart,
  newSection,
  outdent,
  pruned,
  removeLines,
} from '../../../src/renderer/modules/roadmaps/model/structure'

const known = {
  librarians: [{ id: 7, name: 'Вымыслова Анна Алексеевна' }],
  schools: [{ id: 3, name: 'Ольховская СОШ' }],
}
const roles: readonly ColumnRole[] = ['number', 'title', 'due', 'executors', 'document', 'results', 'other']
const blank: Roadmap = {
  kind: 'plan',
  title: 'План',
  from: '2026-09-01',
  to: '2027-08-31',
  associationId: null,
  approval: { text: '', number: '', date: null, annex: '' },
  numbering: 'through',
  columns: roles.map((role) => ({ uid: `column-${role}`, role, title: role, width: null })),
  sections: [],
  preamble: '',
  closing: '',
  note: '',
}
const paper: Roadmap = {
  ...blank,
  sections: [
    newSection({
      number: 'I',
      title: 'Организация',
      items: [
        newItem({ title: 'Первое' }),
        newItem({ title: 'Второе', parts: [newPart({ title: 'осень' }), newPart({ title: 'весна' })] }),
      ],
    }),
    newSection({ number: 'II', title: 'Методика', items: [newItem({ title: 'Третье' })] }),
  ],
}
const read = dueReader(paper)
const column = (role: ColumnRole) => {
  const found = paper.columns.find((one) => one.role === role)
  if (!found) throw new Error(role)
  return found
}
const line = (roadmap: Roadmap, words: string): Line => {
  const found = linesOf(roadmap).find((one) => cellText(roadmap, one, column('title')).includes(words))
  if (!found) throw new Error(`no line «${words}»`)
  return found
}
/** The paper as it reads from top to bottom: level and words. */
const outline = (roadmap: Roadmap): string[] =>
  linesOf(roadmap).map((one) => `${one.kind}: ${cellText(roadmap, one, column('title'))}`)

describe('cells of a road map', () => {
  it('take back the text they show', () => {
    const texts = fc.constantFrom(
      '',
      'Приказ № 3',
      'март',
      'ежеквартально',
      'когда договоримся',
      'Иванова И.И.\nОльховская СОШ',
      '2а',
    )
    fc.assert(
      fc.property(texts, fc.constantFrom(...roles), fc.nat(5), (text, role, at) => {
        const lines = linesOf(paper)
        const own = lines[at % lines.length]
        if (!own || !isTyped(own, column(role)) || own.kind === 'section') return
        const next = setCell(paper, own, column(role), text, read, known)
        const again = linesOf(next).find(({ uid }) => uid === own.uid)
        if (again && !(role === 'number' && text === ''))
          // A number and the words of a срок are one line.
          expect(cellText(next, again, column(role)).replace(/\s+/gu, ' ')).toBe(text.replace(/\s+/gu, ' '))
        // The same text again changes nothing.
        if (again)
          expect(setCell(next, again, column(role), cellText(next, again, column(role)), read, known)).toBe(next)
      }),
    )
  })

  it('know people and schools by their names, and keep who was there', () => {
    const first = setCell(
      paper,
      line(paper, 'Первое'),
      column('executors'),
      'Ольховская СОШ\nКГАОУ ДПО ХК ИРО',
      read,
      known,
    )
    const before = first.sections[0]?.items[0]?.executors
    expect(before).toMatchObject([
      { text: 'Ольховская СОШ', schoolId: 3 },
      { text: 'КГАОУ ДПО ХК ИРО', schoolId: null },
    ])
    const next = setCell(
      first,
      line(first, 'Первое'),
      column('executors'),
      'КГАОУ ДПО ХК ИРО; Вымыслова Анна Алексеевна',
      read,
      known,
    )
    expect(next.sections[0]?.items[0]?.executors).toMatchObject([before?.[1], { librarianId: 7 }])
  })

  it('say what was understood of a срок, and softly when nothing was', () => {
    expect(dueMeaning(read('февраль-апрель'))).toEqual({ words: '01.02 – 30.04.2027', unclear: false })
    expect(dueMeaning(read('февраль–апрель 2027'))).toEqual({ words: '', unclear: false })
    expect(dueMeaning(read('ежеквартально')).unclear).toBe(false)
    expect(dueMeaning(read('по мере поступления писем')).words).toBe('')
    expect(dueMeaning(read('когда договоримся')).unclear).toBe(true)
  })

  it('are read anew for another period, but not where a date was set otherwise', () => {
    const spring = setCell(paper, line(paper, 'Первое'), column('due'), 'март', read, known)
    const moved = withPeriod(spring, { from: '2027-09-01', to: '2028-08-31' })
    expect(moved.sections[0]?.items[0]?.dues).toMatchObject([{ text: 'март', from: '2028-03-01', to: '2028-03-31' }])
    const own = { text: 'март', range: null, from: '2030-03-01', to: '2030-03-31', recurrence: null }
    const first = paper.sections[0]?.items[0]
    const set = { ...paper, sections: [newSection({ items: [{ ...newItem(first), dues: [own] }] })] }
    expect(withPeriod(set, { from: '2027-09-01', to: '2028-08-31' }).sections[0]?.items[0]?.dues).toEqual([own])
  })

  it('part the number of a section from its words', () => {
    expect(readSection('I. Организация')).toEqual({ number: 'I', title: 'Организация' })
    expect(readSection('Раздел 2. Методика')).toEqual({ number: 'Раздел 2', title: 'Методика' })
    expect(readSection('3) Кадры')).toEqual({ number: '3', title: 'Кадры' })
    expect(readSection('Л. Толстой в школе')).toEqual({ number: '', title: 'Л. Толстой в школе' })
    expect(readSection('с. Ёлкино')).toEqual({ number: '', title: 'с. Ёлкино' })
    expect(readSection('Информационная работа')).toEqual({ number: '', title: 'Информационная работа' })
  })
})

describe('rows of a road map', () => {
  it('are added where the cursor stands', () => {
    expect(outline(addItem(paper, line(paper, 'Первое'), newItem({ title: 'Новое' })).roadmap).slice(0, 3)).toEqual([
      'section: I. Организация',
      'item: Первое',
      'item: Новое',
    ])
    expect(outline(addItem(paper, line(paper, 'II'), newItem({ title: 'Новое' })).roadmap).slice(-2)).toEqual([
      'item: Новое',
      'item: Третье',
    ])
    expect(addPart(paper, line(paper, 'II')).refusal).toMatch(/встаньте на строку пункта/u)
    // On an empty paper the section that is begun has a line, though it has no name yet.
    expect(linesOf(addSection(blank, null).roadmap)).toHaveLength(1)
    const cut = addSection(paper, line(paper, 'Первое'), newSection({ title: 'Между' })).roadmap
    expect(cut.sections.map(({ items }) => items.length)).toEqual([1, 1, 1])
  })

  it('go deeper and come back as they were', () => {
    for (const words of ['осень', 'весна']) {
      const up = outdent(paper, line(paper, words))
      const back = linesOf(up.roadmap).find(({ uid }) => uid === up.uid)
      expect(back?.kind).toBe('item')
      if (back) expect(indent(up.roadmap, back).roadmap).toEqual(paper)
    }
    const section = outdent(paper, line(paper, 'Первое'))
    expect(outline(section.roadmap).slice(0, 3)).toEqual(['section: I. Организация', 'section: Первое', 'item: Второе'])
    expect(outdent(paper, line(paper, 'Второе')).refusal).toMatch(/одно название/u)
  })

  it('lose nothing when an item becomes a sub-event', () => {
    const full = setCell(paper, line(paper, 'Второе'), column('results'), 'Отчёт', read, known)
    const deep = indent(full, line(full, 'Второе')).roadmap
    expect(deep.sections[0]?.items[0]).toMatchObject({ title: 'Первое', results: 'Отчёт' })
    expect(deep.sections[0]?.items[0]?.parts.map(({ title }) => title)).toEqual(['Второе', 'осень', 'весна'])
  })

  it('keep every row whatever is moved where', () => {
    const all = linesOf(paper)
      .map(({ uid }) => uid)
      .sort()
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(6), fc.nat(2), fc.boolean()), { maxLength: 12 }), (moves) => {
        let next = paper
        for (const [from, more, up] of moves) {
          const uids = linesOf(next)
            .slice(from, from + more + 1)
            .map(({ uid }) => uid)
          next = moveLines(next, uids, up ? -1 : 1)
        }
        expect(
          linesOf(next)
            .map(({ uid }) => uid)
            .sort(),
        ).toEqual(all)
      }),
    )
  })

  it('leave their items to the section above when a section is taken away', () => {
    const next = removeLines(paper, new Set([line(paper, 'II').uid]))
    expect(outline(next)).toEqual(outline(paper).filter((one) => !one.includes('II.')))
    expect(pruned(addItem(paper, null).roadmap)).toEqual(paper)
  })
})

describe('pasting into a road map', () => {
  const columns = sheetColumns(paper)
  const at = (role: ColumnRole) => columns.findIndex((one) => one.role === role)

  it('fills the rows there are and adds the rest', () => {
    const done = pasteBlock(
      paper,
      [
        ['Третье, иначе', 'март'],
        ['Четвёртое', 'апрель'],
      ],
      { line: line(paper, 'Третье'), column: at('title') },
      read,
      known,
    )
    expect(done.rows).toBe(2)
    expect(outline(done.roadmap).slice(-2)).toEqual(['item: Третье, иначе', 'item: Четвёртое'])
    expect(done.roadmap.sections[1]?.items[1]?.dues).toMatchObject([{ text: 'апрель', to: '2027-04-30' }])
  })

  it('makes sections of rows that span the table, and passes over a head and column numbers', () => {
    const done = pasteBlock(
      blank,
      [
        ['number', 'title', 'due', 'executors'],
        ['1', '2', '3', '4'],
        ['I. Кадры', '', '', ''],
        ['1.', 'Курсы', 'март', 'ИРО'],
        ['2.', 'Аттестация', 'апрель', 'ИРО'],
        ['II. Фонд', '', '', ''],
        ['3.', 'Обмен', 'май', 'Школы'],
      ],
      { line: null, column: at('number') },
      read,
      known,
    )
    expect(outline(done.roadmap)).toEqual([
      'section: I. Кадры',
      'item: Курсы',
      'item: Аттестация',
      'section: II. Фонд',
      'item: Обмен',
    ])
    expect(done.roadmap.sections.flatMap(({ items }) => items.map(({ number }) => number))).toEqual(['', '', ''])
  })

  it('says where a block does not fit', () => {
    const done = pasteBlock(
      paper,
      [['а', 'б', 'в', 'г', 'д', 'е', 'ж', 'з', 'и']],
      { line: null, column: 1 },
      read,
      known,
    )
    expect(done.refusal).toMatch(/Начните левее/u)
    expect(done.roadmap).toBe(paper)
  })
})

describe('rows narrowed by state', () => {
  const items = ['done', 'off', 'late'].map((uid) => ({ ...newItem(), uid, title: uid }))
  const lines = linesOf({ ...blank, sections: [{ ...newSection(), uid: 'one', title: 'Раздел', items }] })
  const state = (itemUid: string, rest: Partial<RoadmapItemState>): [string, RoadmapItemState] => [
    itemUid,
    { itemUid, state: 'done', deadline: null, doneOn: null, words: '', ...rest },
  ]
  const states = new Map([
    state('done', { doneOn: '2026-03-12', words: 'Снято 01.02.2026\nВыполнено 12.03.2026' }),
    state('off', { words: 'Снято 12.03.2026: решение РМО' }),
    state('late', { state: 'overdue' }),
  ])

  it('count what was taken off apart from what is done', () => {
    expect(countsOf(lines, states)).toEqual({ all: 3, overdue: 1, soon: 0, done: 1, cancelled: 1 })
    expect(shownLines(lines, states, 'done').map(({ uid }) => uid)).toEqual(['one', 'done'])
    expect(shownLines(lines, states, 'cancelled').map(({ uid }) => uid)).toEqual(['one', 'off'])
  })
})
