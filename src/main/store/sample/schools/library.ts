import type { School } from '@shared/contract/schools'
import { between, type NextUid } from '../marks'
import type { SchoolSketch } from './sketch'

/** Library cards of the sample: what a library has follows from the size and the standing of its school. */

type Funds = School['funds']
type Category = Funds[number]['category']

export const isCentre = (sketch: SchoolSketch): boolean =>
  sketch.statuses.some(([status]) => status === 'ibc' || status === 'mibc')

const size = (sketch: SchoolSketch): number => sketch.cohort * (sketch.grades[1] - sketch.grades[0] + 1)

export function libraryOf(sketch: SchoolSketch, place: number): School['library'] {
  const centre = isCentre(sketch)
  const pupils = size(sketch)
  const large = pupils > 500
  const small = pupils < 60
  return {
    hasLending: true,
    readingRoomSeats: small ? null : centre ? between(24, 40, place, 1) : between(6, 18, place, 1),
    hasStore: large || centre,
    hasMediaLibrary: centre,
    areaSqM: small ? between(12, 20, place, 2) : centre ? between(120, 210, place, 2) : between(36, 84, place, 2),
    computers: small ? 1 : centre ? between(8, 14, place, 3) : between(1, 4, place, 3),
    internet: !small || place % 2 === 0,
    internetMbps: large ? 100 : small ? null : 50,
    system: centre ? 'МАРК-SQL Школа' : large ? '1С:Школьная библиотека' : '',
    openingHours: small ? 'вт, чт 9:00–13:00' : centre ? 'пн–пт 8:30–17:00' : 'пн–пт 8:30–16:00',
    cleaningDay: small ? '' : 'последняя пятница месяца',
  }
}

/** Stock by kinds of documents at the end of each year (ОО-2, section 2.6): what is held follows from the year before. */
export function fundsOf(sketch: SchoolSketch, place: number, next: NextUid): Funds {
  const pupils = size(sketch)
  const lastYear = sketch.state ? Number(sketch.state.on.slice(0, 4)) - 1 : 2025
  let held: Record<'textbooks' | 'manuals' | 'fiction' | 'reference', number> = {
    textbooks: Math.round(pupils * (11 + between(0, 30, place, 10) / 10)),
    manuals: Math.round(pupils * 1.4) + between(5, 60, place, 11),
    fiction: Math.round(pupils * 6) + between(150, 900, place, 12),
    reference: Math.round(pupils * 0.4) + between(20, 120, place, 13),
  }
  const funds: Funds = []
  for (let year = 2023; year <= lastYear; year++) {
    const moves = {
      textbooks: {
        received: Math.round(pupils * 1.6) + between(0, 25, place, year),
        disposed: Math.round(pupils * 1.7),
      },
      manuals: { received: Math.round(pupils * 0.2), disposed: Math.round(pupils * 0.1) },
      fiction: { received: between(5, 60, place, year + 1), disposed: between(0, 90, place, year + 2) },
      reference: { received: between(0, 8, place, year + 3), disposed: between(0, 5, place, year + 4) },
    }
    const line = (category: Category, received: number, disposed: number, kept: number): void => {
      funds.push({ uid: next(), year, category, received, disposed, held: kept })
    }
    const kinds = ['textbooks', 'manuals', 'fiction', 'reference'] as const
    held = Object.fromEntries(
      kinds.map((kind) => [kind, held[kind] + moves[kind].received - moves[kind].disposed]),
    ) as typeof held
    const sum = (pick: (kind: (typeof kinds)[number]) => number): number =>
      kinds.reduce((all, kind) => all + pick(kind), 0)
    const [received, disposed, kept] = [
      sum((k) => moves[k].received),
      sum((k) => moves[k].disposed),
      sum((k) => held[k]),
    ]
    line('total', received, disposed, kept)
    for (const kind of kinds) line(kind, moves[kind].received, moves[kind].disposed, held[kind])
    // The second division of the same total, by carrier.
    const discs = isCentre(sketch) ? between(80, 240, place, 20) : between(0, 40, place, 20)
    const files = isCentre(sketch) ? between(20, 60, place, 21) : 0
    line('printed', received, disposed, kept - discs - files)
    line('audiovisual', 0, 0, discs)
    line('electronic', 0, 0, files)
  }
  return funds
}

export function connectionsOf(sketch: SchoolSketch, place: number, next: NextUid): School['connections'] {
  const found: School['connections'] = []
  const add = (name: string, state: School['connections'][number]['state'], date: string | null, note = ''): void => {
    found.push({ uid: next(), name, state, date, note })
  }
  const centre = isCentre(sketch)
  const day = (year: number): string =>
    `${year}-${String(between(9, 12, place, year)).padStart(2, '0')}-${String(between(10, 28, place, year + 1)).padStart(2, '0')}`
  if (centre) {
    add('НЭБ', 'active', day(2019), 'читальный зал, 2 места')
    add('НЭБ Дети', 'active', day(2021))
    add('ЛитРес:Школа', 'active', day(2022), '120 книговыдач в год')
    add('Президентская библиотека', place % 2 === 0 ? 'active' : 'planned', place % 2 === 0 ? day(2023) : null)
  } else if (size(sketch) > 200) {
    add('НЭБ', place % 3 === 0 ? 'planned' : 'active', place % 3 === 0 ? null : day(2023))
    if (place % 4 === 1) add('Библиошкола', 'stopped', day(2021), 'договор не продлён')
    if (place % 4 === 2) add('ЛитРес:Школа', 'planned', null)
  } else if (place % 3 === 0) {
    add('НЭБ Дети', 'planned', null)
  }
  if (size(sketch) > 60) add('АИС «Книгозаказ»', 'active', day(2020))
  return found
}

export function documentsOf(sketch: SchoolSketch, place: number, next: NextUid): School['documents'] {
  if (!isCentre(sketch)) {
    return [
      {
        uid: next(),
        name: 'Положение о школьной библиотеке',
        number: String(between(40, 160, place, 30)),
        date: '2021-08-31',
        note: '',
      },
    ]
  }
  return [
    {
      uid: next(),
      name: 'Положение об информационно-библиотечном центре',
      number: `${between(100, 190, place, 30)}-о`,
      date: '2024-08-30',
      note: '',
    },
    { uid: next(), name: 'Концепция развития ИБЦ', number: '', date: '2024-10-25', note: 'на 2024–2027 годы' },
    { uid: next(), name: 'План работы ИБЦ', number: '', date: '2026-08-28', note: 'на 2026–2027 учебный год' },
  ]
}
