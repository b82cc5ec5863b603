import { blankPiece } from '@shared/contract/blank'
import type { Report, ReportSection } from '@shared/contract/reports'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  insertPiece,
  insertSection,
  moveBy,
  moveTo,
  neighbourOf,
  ownText,
  type Place,
  removePlace,
  toggleHidden,
} from '../../../src/renderer/modules/reports/model/steps'

function reportOf(sizes: readonly number[]): Report {
  const sections = sizes.map((size, at): ReportSection => {
    const pieces = Array.from({ length: size }, (_, index) =>
      index % 2 === 0 ? blankPiece(`part${index}`) : ownText('слова'),
    )
    return { uid: `section${at}`, kind: `kind${at}`, title: `Раздел ${at}`, hidden: false, newPage: false, pieces }
  })
  return {
    title: 'Отчёт',
    schoolYear: '2026-2027',
    associationId: null,
    addressee: '',
    signer: { position: '', name: '' },
    compare: true,
    contents: true,
    note: '',
    sections,
  }
}

const placesOf = ({ sections }: Report): Place[] =>
  sections.flatMap((section) => [
    { section: section.uid, piece: null },
    ...section.pieces.map((piece) => ({ section: section.uid, piece: piece.uid })),
  ])
const uidsOf = (report: Report) =>
  placesOf(report)
    .map(({ section, piece }) => piece ?? section)
    .sort()
const orderOf = (report: Report) => placesOf(report).map(({ section, piece }) => piece ?? section)

const sizes = fc.array(fc.nat(4), { minLength: 1, maxLength: 4 })

describe('steps of the composer', () => {
  it('moving loses nothing, makes nothing, and is taken back by the opposite move', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (lengths, pick) => {
        const report = reportOf(lengths)
        const places = placesOf(report)
        const place = places[pick % places.length]
        if (!place) return
        const moved = moveBy(place, 1)(report)
        expect(uidsOf(moved)).toEqual(uidsOf(report))
        if (moved !== report) expect(orderOf(moveBy(place, -1)(moved))).toEqual(orderOf(report))
      }),
    )
  })

  it('what is dropped stands where it was dropped; a part stays in its section', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), fc.boolean(), (lengths, one, two, after) => {
        const report = reportOf(lengths)
        const places = placesOf(report)
        const from = places[one % places.length]
        const target = places[two % places.length]
        if (!from || !target) return
        const to = from.piece === null ? { ...target, piece: null } : target
        const moved = moveTo(from, to, after)(report)
        expect(uidsOf(moved)).toEqual(uidsOf(report))
        for (const section of moved.sections) {
          for (const piece of section.pieces) {
            const home = report.sections.find((before) => before.pieces.some(({ uid }) => uid === piece.uid))
            if (piece.part !== '') expect(section.uid).toBe(home?.uid)
          }
        }
        if (moved === report || to.piece === null || from.piece === null) return
        const order = moved.sections.find(({ uid }) => uid === to.section)?.pieces.map(({ uid }) => uid) ?? []
        expect(order.indexOf(from.piece) - order.indexOf(to.piece)).toBe(after ? 1 : -1)
      }),
    )
  })

  it('what is put in is taken out again without a trace', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (lengths, pick) => {
        const report = reportOf(lengths)
        const section = report.sections[pick % report.sections.length]
        if (!section) return
        const text = ownText()
        const before = section.pieces[0]?.uid ?? null
        const put = insertPiece(section.uid, text, before)(report)
        expect(orderOf(removePlace({ section: section.uid, piece: text.uid })(put))).toEqual(orderOf(report))
        const other = { ...section, uid: 'section-added', pieces: [] }
        const added = insertSection(other, section.uid)(report)
        expect(added.sections[report.sections.indexOf(section) + 1]).toBe(other)
        expect(orderOf(removePlace({ section: other.uid, piece: null })(added))).toEqual(orderOf(report))
        expect(
          toggleHidden({ section: section.uid, piece: null })(
            toggleHidden({ section: section.uid, piece: null })(report),
          ),
        ).toEqual(report)
      }),
    )
  })

  it('the focus has somewhere to go when a place is taken away', () => {
    const report = reportOf([1, 2])
    expect(neighbourOf(report, { section: 'section0', piece: null })).toEqual({ section: 'section1', piece: null })
    expect(neighbourOf(report, { section: 'section1', piece: null })).toEqual({ section: 'section0', piece: null })
    const only = report.sections[0]?.pieces[0]?.uid ?? ''
    expect(neighbourOf(report, { section: 'section0', piece: only })).toEqual({ section: 'section0', piece: null })
    expect(neighbourOf(reportOf([0]), { section: 'section0', piece: null })).toBeNull()
  })
})
