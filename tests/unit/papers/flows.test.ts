import type { Flow } from '@shared/contract/transfers'
import { type GatheredFlows, gatherFlows } from '@shared/papers/flows/gather'
import { fitLines } from '@shared/papers/flows/labels'
import { layOut } from '@shared/papers/flows/layout'
import { flowPicture } from '@shared/papers/flows/picture'
import { mapDescription, restSummary } from '@shared/papers/flows/words'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/** Any flows of a district: each directed pair of schools at most once, no school to itself. */
const someFlows = (schools: number) =>
  fc
    .uniqueArray(
      fc.record({
        from: fc.integer({ min: 1, max: schools }),
        to: fc.integer({ min: 1, max: schools }),
        copies: fc.integer({ min: 1, max: 500 }),
        titles: fc.integer({ min: 1, max: 9 }),
      }),
      { selector: ({ from, to }) => `${from} ${to}`, maxLength: 120 },
    )
    .map((list): Flow[] =>
      list
        .filter(({ from, to }) => from !== to)
        .map(({ from, to, copies, titles }) => ({
          fromSchoolId: from,
          from: `Школа № ${from}`,
          toSchoolId: to,
          to: `Школа № ${to}`,
          copies,
          titles,
        })),
    )
const someLimits = fc.record({
  ends: fc.integer({ min: 1, max: 30 }),
  ribbons: fc.integer({ min: 0, max: 60 }),
  via: fc.constantFrom(null, { id: 3, name: 'Школа № 3' }),
})
const sum = (values: readonly number[]): number => values.reduce((whole, value) => whole + value, 0)
const size = { width: 175, height: 225, font: 3.2, letterEm: 0.55, labelShare: 0.27 }

describe('what is drawn', () => {
  test('every flow is a ribbon or in the rest, of the whole and of each school', () => {
    fc.assert(
      fc.property(someFlows(20), someLimits, (flows, limits) => {
        const found = gatherFlows(flows, limits)
        const legs = expectedLegs(flows, limits.via?.id ?? null)
        expect(found.ribbons.length + found.rest.flows).toBe(legs.size)
        expect(found.total.flows).toBe(legs.size)
        expect(sum(found.ribbons.map((one) => one.copies)) + found.rest.copies).toBe(sum([...legs.values()]))
        expect(found.total.copies).toBe(sum(flows.map((flow) => flow.copies)))
        for (const [side, ends] of [
          ['from', found.givers],
          ['to', found.receivers],
        ] as const) {
          expect(ends.length).toBeLessThanOrEqual(limits.ends)
          for (const [index, end] of ends.entries()) {
            const own = found.ribbons.filter((ribbon) => ribbon[side] === index)
            expect(sum(own.map((ribbon) => ribbon.copies)) + end.rest.copies).toBe(end.copies)
            const place = side === 'from' ? 0 : 1
            const all = [...legs].filter(([key]) => Number(key.split(' ')[place]) === end.id)
            expect(end.copies).toBe(sum(all.map(([, copies]) => copies)))
            expect(own.length + end.rest.flows).toBe(all.length)
          }
        }
      }),
    )
  })

  test('all schools are named where there is room for them, and no ribbon is narrower than one left out', () => {
    fc.assert(
      fc.property(someFlows(12), fc.integer({ min: 0, max: 40 }), (flows, ribbons) => {
        const found = gatherFlows(flows, { ends: 12, ribbons, via: null })
        expect(found.givers).toHaveLength(found.total.givers)
        expect(found.receivers).toHaveLength(found.total.receivers)
        const drawn = found.ribbons.map((one) => one.copies)
        const left = flows.map((flow) => flow.copies).sort((a, b) => b - a)
        expect(drawn).toEqual(left.slice(0, drawn.length))
      }),
    )
  })

  test('of a thousand schools the largest flows, and words for the rest', () => {
    const flows = Array.from({ length: 6000 }, (_, index): Flow => {
      const [from, to] = [(index % 1000) + 1, ((index * 7 + Math.floor(index / 1000) + 1) % 1000) + 1]
      return {
        fromSchoolId: from,
        from: `Ш ${from}`,
        toSchoolId: to,
        to: `Ш ${to}`,
        copies: (index % 97) + 1,
        titles: 1,
      }
    }).filter((flow) => flow.fromSchoolId !== flow.toSchoolId)
    const found = gatherFlows(flows, { ends: 40, ribbons: 70, via: null })
    expect(found.givers.length).toBeLessThanOrEqual(40)
    expect(found.ribbons.length).toBeGreaterThan(30)
    expect(restSummary(found)).toContain('Показаны 40 из 1\u202F000 отдающих')
    expect(mapDescription(found)).toContain('1\u202F000\u00A0школ отдают')
  })
})

function expectedLegs(flows: readonly Flow[], via: number | null): Map<string, number> {
  const legs = new Map<string, number>()
  for (const { fromSchoolId: from, toSchoolId: to, copies } of flows) {
    const ways =
      via === null
        ? [[from, to]]
        : [
            [from, via],
            [via, to],
          ].filter(([a, b]) => a !== b)
    for (const [a, b] of ways) legs.set(`${a} ${b}`, (legs.get(`${a} ${b}`) ?? 0) + copies)
  }
  return legs
}

describe('where it stands', () => {
  test('widths add up: a bar is as high as its ribbons and its rest, and they lie in it one under another', () => {
    fc.assert(
      fc.property(someFlows(20), someLimits, (flows, limits) => {
        const gathered = gatherFlows(flows, limits)
        if (gathered.givers.length + gathered.receivers.length === 0) return
        const layout = layOut(gathered, size)
        for (const end of layout.ends) {
          // A hair for what is too small to see.
          expect(end.height).toBeCloseTo(Math.max(end.end.copies * layout.scale, 0.08 * size.font), 6)
          const edge = end.side === 'from' ? 'y1' : 'y2'
          const own = layout.ribbons
            .filter((one) => one.ribbon[end.side] === end.index)
            .sort((a, b) => a[edge] - b[edge])
          let at = end.y
          for (const one of own) {
            expect(one.width).toBeCloseTo(one.ribbon.copies * layout.scale, 6)
            expect(one[edge] - one.width / 2).toBeCloseTo(at, 6)
            at += one.width
          }
          if (end.end.rest.copies > 0) expect(end.restY).toBeCloseTo(at, 6)
          expect(at + end.end.rest.copies * layout.scale).toBeLessThanOrEqual(end.y + end.height + 1e-6)
        }
      }),
    )
  })

  test('nothing leaves the picture, no two names or bars stand on one another', () => {
    fc.assert(
      fc.property(someFlows(20), someLimits, (flows, limits) => {
        const layout = layOut(gatherFlows(flows, limits), size)
        for (const side of ['from', 'to'] as const) {
          const column = layout.ends.filter((end) => end.side === side).sort((a, b) => a.y - b.y)
          for (const [index, end] of column.entries()) {
            expect(end.y).toBeGreaterThanOrEqual(-1e-6)
            expect(end.y + end.height).toBeLessThanOrEqual(layout.height + 1e-6)
            const next = column[index + 1]
            if (next === undefined) continue
            expect(end.y + end.height).toBeLessThanOrEqual(next.y + 1e-6)
            const letters = ((end.lines.length + next.lines.length) / 2) * size.font
            expect(next.middle - end.middle).toBeGreaterThan(letters * 0.99)
          }
        }
      }),
    )
  })
})

describe('names', () => {
  test('keep their number, are cut in the middle and fit', () => {
    expect(fitLines('СОШ № 5', 20, 1)).toEqual(['СОШ №\u00A05'])
    expect(fitLines('Натальевская средняя школа № 12', 20, 1)).toEqual(['Натальевская с… №\u00A012'])
    expect(fitLines('Натальевская средняя школа № 12', 20, 2)).toEqual(['Натальевская средняя', 'школа №\u00A012'])
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 6, max: 40 }), (name, room) => {
        for (const line of fitLines(name, room, 2)) expect(line.length).toBeLessThanOrEqual(room)
      }),
    )
  })
})

describe('on paper', () => {
  const flow = (from: number, to: number, copies: number): Flow => ({
    fromSchoolId: from,
    from: `Школа «${from}» & <К>`,
    toSchoolId: to,
    to: `Школа «${to}» & <К>`,
    copies,
    titles: 1,
  })

  test('figures and names are there, escaped; only presentation attributes', () => {
    const picture = flowPicture([flow(1, 2, 1240), flow(1, 3, 5)], { widthMm: 175, heightMm: 225, via: null })?.picture
    expect(picture?.svg).toContain('>Школа «2» &amp; &lt;К&gt;</text>')
    expect(picture?.svg).toMatch(/>1.240<\/text>/u)
    expect(picture?.svg).not.toMatch(/style=|\son\w+=|<script/u)
    expect(picture?.svg).not.toContain('NaN')
    expect(picture?.description).toContain('Школа «1» & <К> → Школа «3» & <К>: 5\u00A0экземпляров')
    expect(picture?.heightMm).toBeLessThanOrEqual(225)
  })

  test('through a collection point: both its legs, its name and figures', () => {
    const via = { id: 9, name: 'МИБЦ' }
    const picture = flowPicture([flow(1, 2, 10), flow(3, 2, 20)], { widthMm: 175, heightMm: 225, via })?.picture
    expect(picture?.svg).toContain('Пункт обмена: МИБЦ')
    expect(picture?.svg).toContain('получает 30, выдаёт 30')
    // Legs told as such are not doubled.
    const legs = gatherFlows([flow(1, 9, 10), flow(9, 2, 10)], { ends: 9, ribbons: 9, via })
    expect(legs.ribbons.map(({ from, to, copies }) => [from, to, copies])).toEqual([
      [0, null, 10],
      [null, 0, 10],
    ])
  })

  test('nothing to draw is no picture', () => {
    expect(flowPicture([], { widthMm: 175, heightMm: 225, via: null })).toBeNull()
    const none: GatheredFlows = gatherFlows([flow(1, 1, 5)], { ends: 5, ribbons: 5, via: null })
    expect(none.total.flows).toBe(0)
  })
})
