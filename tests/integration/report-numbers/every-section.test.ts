import type { Figure, ReportPart, Said, SectionContent } from '@shared/contract/report-content'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textSlips } from '../../support/grammar/text-slips'
import {
  columnsOf,
  countedOf,
  type Judged,
  plain,
  printedNumber,
  rowsOfTrace,
  saidOf,
  sample,
  type TracedRow,
  textsOf,
  yearBefore,
} from './judge'

/** What holds for every section there is, and for those that will come: being in the catalogue is enough to be judged. */

const years = ['2023-2024', '2024-2025', '2025-2026', '2026-2027']
const places: (number | null)[] = [null, 1, 2]

interface Asked {
  schoolYear: string
  associationId: number | null
  content: SectionContent
}

let district: Judged
const asked: Asked[] = []

beforeAll(async () => {
  district = await sample()
  for (const { kind } of await district.catalogue())
    for (const schoolYear of years)
      for (const associationId of places)
        asked.push({ schoolYear, associationId, content: await district.section(kind, schoolYear, associationId) })
}, 120_000)
afterAll(() => district.close())

/** Where a fault is, for whoever reads the list of them. */
const place = ({ content, schoolYear, associationId }: Asked, part?: ReportPart, figure?: Figure): string =>
  [content.kind, schoolYear, associationId === null ? 'all' : `assoc ${associationId}`, part?.key, figure?.key]
    .filter((word) => word !== undefined)
    .join(' / ')

/** Faults of every part of every section of every year and association. */
function faults(judge: (part: ReportPart, one: Asked) => string[]): string[] {
  return asked.flatMap((one) =>
    one.content.parts.flatMap((part) => judge(part, one).map((fault) => `${place(one, part)}: ${fault}`)),
  )
}

const by = (part: ReportPart): Map<string, Figure> => new Map(part.figures.map((figure) => [figure.key, figure]))
const numeral = /\d/u
/** Digits that are no count: days, school years, numbers of papers and schools, grades of a textbook, times. */
const notCounted =
  /\d{1,2}\.\d{2}\.\d{4}|\d{4}[–-]\d{2,4}|\d{1,2} (?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)|(?:19|20)\d{2}|№\s*\S+|«[^»]*»|\d+[–-]\d+ (?:класс|лет|год)/gu

/** Texts, and cells of the columns that count: not of those that name. */
function countingStretches(part: ReportPart): Said[] {
  if (part.form !== 'table') return saidOf(part)
  const counting = part.columns.map((column, at) => at > 0 && !naming.test(plain(column.title)))
  return part.rows.flatMap((row) => row.cells.filter((_, at) => row.look !== 'group' && counting[at]))
}
const naming =
  /№|номер|класс|дата|срок|когда|год|период|код|документ|тема|название|наименование|мероприятие|решение$|где|место/iu

describe('every section', () => {
  test('is in the catalogue with the parts it may have, and the sample fills most of them', async () => {
    const catalogue = await district.catalogue()
    expect(new Set(catalogue.map((one) => one.kind)).size).toBe(catalogue.length)
    const wrong = faults((part, { content }) => {
      const spec = catalogue.find((one) => one.kind === content.kind)?.parts.find((one) => one.key === part.key)
      if (spec === undefined) return ['not in the catalogue']
      return spec.form === part.form ? [] : [`the catalogue says ${spec.form}, it is ${part.form}`]
    })
    expect(wrong).toEqual([])
    const filled = new Set(asked.flatMap(({ content }) => content.parts.map((part) => `${content.kind}.${part.key}`)))
    const empty = catalogue.flatMap((one) =>
      one.parts.map((part) => `${one.kind}.${part.key}`).filter((key) => !filled.has(key)),
    )
    expect(empty).toEqual([])
  })

  test('names its figures once, and says none that it has not', () => {
    const wrong = faults((part) => {
      const known = by(part)
      const used = saidOf(part).flatMap((said) => said.figure ?? [])
      const drawn = part.form === 'chart' ? part.series.flatMap((series) => series.figures) : []
      return [
        ...(known.size === part.figures.length ? [] : ['two figures of one key']),
        ...[...used, ...drawn].filter((key) => !known.has(key)).map((key) => `no figure «${key}»`),
        ...part.figures.flatMap((figure) =>
          figure.of.filter((key) => !known.has(key)).map((key) => `of no figure «${key}»`),
        ),
      ]
    })
    expect(wrong).toEqual([])
  })

  test('prints each figure as it is', () => {
    const wrong = faults((part) => {
      const known = by(part)
      return saidOf(part).flatMap((said) => {
        const figure = known.get(said.figure ?? '')
        if (figure === undefined) return []
        const printed = printedNumber(said.text, figure.unit)
        // Of nothing there may be words: «наград нет».
        const none = !figure.value && !numeral.test(plain(said.text).replace(notCounted, ''))
        return none || printed === figure.value || printed === figure.previous
          ? []
          : [`«${said.text}» is printed for ${figure.key} = ${figure.value} ${figure.unit}`]
      })
    })
    expect(wrong).toEqual([])
  })

  test('has no number that is not a figure', () => {
    const wrong = faults((part) =>
      countingStretches(part)
        .filter((said) => said.figure === undefined && said.opens === undefined)
        .filter((said) => numeral.test(plain(said.text).replace(notCounted, '')))
        .map((said) => `«${said.text}»`),
    )
    expect(wrong).toEqual([])
  })

  test('says of each figure either what rows it counts or of what it is worked out', () => {
    const wrong = faults((part) =>
      part.figures.flatMap((figure) => {
        if (figure.trace === null)
          return figure.of.length > 0 || figure.value === null ? [] : [`${figure.key}: no trace`]
        const known = columnsOf(figure.trace.list)
        const { filters, sum } = figure.trace
        return [...filters.map((filter) => filter.column), ...(sum === null ? [] : [sum])]
          .filter((column) => !known.includes(column))
          .map((column) => `${figure.key}: the list «${figure.trace?.list}» has no column «${column}»`)
      }),
    )
    expect(wrong).toEqual([])
  })

  test('counts what a click shows', { timeout: 600_000 }, async () => {
    const wrong: string[] = []
    let followed = 0
    for (const one of asked) {
      // Columns of the same rows are summed from one reading of them.
      const known = new Map<string, TracedRow[]>()
      for (const part of one.content.parts)
        for (const figure of part.figures) {
          if (figure.trace === null) continue
          const key = JSON.stringify({ ...figure.trace, sum: null })
          const rows = known.get(key) ?? (await rowsOfTrace(district.call, figure.trace))
          known.set(key, rows)
          const value = countedOf(rows, figure.trace).value
          followed += 1
          if (value !== figure.value) wrong.push(`${place(one, part, figure)}: ${figure.value}, its rows say ${value}`)
        }
    }
    expect(wrong).toEqual([])
    expect(followed).toBeGreaterThan(200)
  })

  test('tells of last year what last year tells of itself', async () => {
    const wrong: string[] = []
    let compared = 0
    for (const one of asked) {
      const earlier = await district.section(one.content.kind, yearBefore(one.schoolYear), one.associationId)
      for (const part of one.content.parts) {
        const then = by(earlier.parts.find((other) => other.key === part.key) ?? { ...part, figures: [] })
        for (const figure of part.figures) {
          const was = then.get(figure.key)
          if (figure.previous === null || was === undefined) continue
          compared += 1
          if (was.value !== figure.previous)
            wrong.push(`${place(one, part, figure)}: said ${figure.previous}, then it said ${was.value}`)
        }
      }
    }
    expect(wrong).toEqual([])
    expect(compared).toBeGreaterThan(20)
  })

  test('without comparison says nothing of last year', async () => {
    for (const { kind } of await district.catalogue()) {
      const content = await district.section(kind, '2025-2026', null, false)
      const told = content.parts.flatMap((part) => part.figures.filter((figure) => figure.previous !== null))
      expect(told.map((figure) => `${kind}: ${figure.key}`)).toEqual([])
      expect(
        content.parts.some((part) => part.form === 'chart' && part.series.some((one) => one.of === 'previous')),
      ).toBe(false)
    }
  })

  test('has totals that are the sums of their columns', () => {
    const wrong = faults((part) => {
      if (part.form !== 'table') return []
      const known = by(part)
      return part.rows.flatMap((row, at) =>
        row.look !== 'total'
          ? []
          : row.cells.flatMap((cell, column) => {
              const total = known.get(cell.figure ?? '')
              if (total === undefined || (total.unit !== 'count' && total.unit !== 'money')) return []
              const above = part.rows.slice(0, at).filter((other) => other.look === 'plain')
              const sum = above.reduce(
                (whole, other) => whole + (known.get(other.cells[column]?.figure ?? '')?.value ?? 0),
                0,
              )
              return sum === total.value
                ? []
                : [`column «${part.columns[column]?.title}»: ${total.value}, its rows ${sum}`]
            }),
      )
    })
    expect(wrong).toEqual([])
  })

  test('has rows of as many cells as there are columns, and no table or chart of nothing', () => {
    const wrong = faults((part) => {
      if (part.form === 'text') return part.paragraphs.length > 0 ? [] : ['a text of nothing']
      if (part.form === 'chart') {
        const lengths = part.series.map((one) => one.figures.length)
        return part.labels.length > 0 && lengths.every((length) => length === part.labels.length)
          ? []
          : ['a crooked chart']
      }
      const crooked = part.rows.filter((row) => row.cells.length !== (row.look === 'group' ? 1 : part.columns.length))
      return [...(part.rows.length > 0 ? [] : ['a table of nothing']), ...crooked.map(() => 'a crooked row')]
    })
    expect(wrong).toEqual([])
  })

  test('is written in good Russian', () => {
    const wrong = asked.flatMap((one) =>
      textsOf(one.content).flatMap((text) =>
        textSlips(text).map((slip) => `${place(one)}: «${slip.found}» — ${slip.why}`),
      ),
    )
    expect([...new Set(wrong)]).toEqual([])
  })
})
