import { blankPiece } from '@shared/contract/blank'
import type { Figure, ReportPart, SectionContent } from '@shared/contract/report-content'
import type { Report, ReportPiece, ReportSection } from '@shared/contract/reports'
import { describe, expect, it } from 'vitest'
import {
  acceptAll,
  acceptPiece,
  marksOf,
  nextAttention,
  takeText,
  typed,
} from '../../../src/renderer/modules/reports/model/marks'
import { ownText } from '../../../src/renderer/modules/reports/model/steps'

const figure = (key: string, value: number | null): Figure => ({
  key,
  title: `Число ${key}`,
  value,
  unit: 'count',
  suffix: '',
  previous: null,
  trace: null,
  of: [],
})
const text = (held: number): ReportPart => ({
  key: 'summary',
  title: '',
  form: 'text',
  figures: [figure('held', held)],
  paragraphs: [{ runs: [{ text: 'Проведено ' }, { text: `${held} заседания`, figure: 'held' }], item: false }],
})
const table = (present: number, total: number): ReportPart => ({
  key: 'table',
  title: 'Таблица',
  form: 'table',
  wide: false,
  columns: [{ title: 'Человек', align: 'right', share: 1 }],
  figures: [figure('row', present), figure('all', total)],
  rows: [
    { look: 'plain', cells: [{ text: String(present), figure: 'row' }] },
    { look: 'total', cells: [{ text: String(total), figure: 'all' }] },
  ],
})
const content = (held: number, present = 10, total = 10): SectionContent => ({
  kind: 'meetings',
  on: '2026-11-22',
  parts: [text(held), table(present, total)],
})
const section = (pieces: ReportPiece[], over: Partial<ReportSection> = {}): ReportSection => ({
  uid: 'section-one',
  kind: 'meetings',
  title: 'Заседания',
  hidden: false,
  newPage: false,
  pieces,
  ...over,
})
const report = (...sections: ReportSection[]): Report => ({
  title: 'Отчёт',
  schoolYear: '2026-2027',
  associationId: null,
  addressee: '',
  signer: { position: '', name: '' },
  compare: true,
  contents: true,
  note: '',
  sections,
})
const of = (now: SectionContent) => new Map([['section-one', now]])

describe('how pieces stand to the data', () => {
  it('tells a part not accepted, accepted, and changed since', () => {
    const part = blankPiece('summary')
    const place = { section: 'section-one', piece: part.uid }
    const fresh = report(section([part]))
    expect(marksOf(fresh, of(content(4))).get('section-one')).toMatchObject({ unaccepted: 1, changed: 0 })
    const accepted = acceptPiece(place, content(4))(fresh)
    expect(marksOf(accepted, of(content(4))).get('section-one')).toMatchObject({ unaccepted: 0, changed: 0 })
    const later = marksOf(accepted, of(content(5))).get('section-one')
    expect(later?.changed).toBe(1)
    expect(later?.pieces.get(part.uid)?.changes).toMatchObject([{ title: 'Число held', before: '4', after: '5' }])
    // The table beside it is no concern of this part.
    expect(marksOf(accepted, of(content(4, 11, 11))).get('section-one')?.changed).toBe(0)
  })

  it('a text of hers is compared with what is said in words and with totals, not with every cell', () => {
    const own = ownText()
    const place = { section: 'section-one', piece: own.uid }
    const written = typed(place, 'Хороший год', content(4))(report(section([own])))
    expect(marksOf(written, of(content(4, 11, 10))).get('section-one')?.changed).toBe(0)
    expect(marksOf(written, of(content(4, 11, 12))).get('section-one')?.changed).toBe(1)
    expect(marksOf(written, of(content(5))).get('section-one')?.changed).toBe(1)
  })

  it('typing does not answer for what has changed', () => {
    const own = ownText()
    const place = { section: 'section-one', piece: own.uid }
    const written = typed(place, 'Было 4', content(4))(report(section([own])))
    const more = typed(place, 'Было 4 и хорошо', content(5))(written)
    expect(marksOf(more, of(content(5))).get('section-one')?.changed).toBe(1)
    const answered = acceptPiece(place, content(5))(more)
    expect(marksOf(answered, of(content(5))).get('section-one')?.changed).toBe(0)
  })

  it('a text taken over from another report wants a look, an empty one does not', () => {
    const full = ownText('Текст прошлого года')
    const empty = ownText()
    const marks = marksOf(report(section([full, empty])), of(content(4))).get('section-one')
    expect(marks?.pieces.get(full.uid)?.state).toBe('new')
    expect(marks?.pieces.get(empty.uid)?.state).toBe('fine')
  })

  it('one number changed in two places is one number', () => {
    const part = blankPiece('summary')
    const own = ownText('Было 4')
    const accepted = acceptAll(of(content(4)))(report(section([part, own])))
    expect(marksOf(accepted, of(content(5))).get('section-one')?.changed).toBe(1)
  })

  it('what is hidden is neither counted nor accepted unseen', () => {
    const part = { ...blankPiece('summary'), hidden: true }
    const now = report(section([part]))
    expect(marksOf(now, of(content(4))).get('section-one')?.unaccepted).toBe(0)
    expect(acceptAll(of(content(4)))(now).sections[0]?.pieces[0]?.seen).toBeNull()
  })

  it('the way leads along changed numbers first, round to the first of them', () => {
    const first = { ...blankPiece('summary'), seen: { 'summary/held': 3 } }
    const second = blankPiece('table')
    const last = { ...ownText('Было 3'), seen: { 'summary/held': 3 } }
    const now = report(section([first, second, last]))
    const marks = marksOf(now, of(content(4)))
    const at = (piece: string) => ({ section: 'section-one', piece })
    expect(nextAttention(now, marks, null)?.place.piece).toBe(first.uid)
    expect(nextAttention(now, marks, at(first.uid))?.place.piece).toBe(last.uid)
    expect(nextAttention(now, marks, at(last.uid))?.place.piece).toBe(first.uid)
    const settled = acceptPiece(at(last.uid), content(4))(acceptPiece(at(first.uid), content(4))(now))
    expect(nextAttention(settled, marksOf(settled, of(content(4))), null)?.place.piece).toBe(second.uid)
  })

  it('a text taken by her stands in the place of the part and knows its numbers', () => {
    const part = blankPiece('summary')
    const made = content(4).parts[0]
    if (made?.form !== 'text') throw new Error('No text')
    const place = { section: 'section-one', piece: part.uid }
    const taken = takeText(place, made, { uid: 'text-taken' })(report(section([part])))
    expect(taken.sections[0]?.pieces).toMatchObject([
      { part: 'summary', hidden: true },
      { uid: 'text-taken', part: '', text: 'Проведено 4 заседания', seen: { 'summary/held': 4 } },
    ])
    expect(
      marksOf(taken, of(content(5)))
        .get('section-one')
        ?.pieces.get('text-taken')?.state,
    ).toBe('changed')
  })
})
