import type { PlanOptions } from '@shared/contract/plans'
import { distanceKm, parseCoordinates } from '@shared/domain/distance'
import { substituteKey } from '@shared/domain/substitutes'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import { type FreeSurplus, freeSurpluses, type UnmetNeed, unmetNeeds } from '../../ledger/fund'
import { promisedByLot } from '../../ledger/promised'
import { fits, type Problem } from '../../planner/problem'

/** What a plan is made from, as it is in the fund now, and what of it the explanations speak of. */

export interface Book {
  id: number
  label: string
  usableUntil: string | null
  price: number | null
  fplKey: string
  gradeFrom: number
  gradeTo: number
  subjectId: number
}

export interface Offer extends FreeSurplus {
  /** What may be given of `free`; less where the school must keep some. */
  offered: number
  /** Why nothing of it may be given. */
  barred: 'past' | 'kept' | 'outside' | null
}

export interface Source {
  problem: Problem
  /** As `problem.supplies` and `problem.demands`. */
  offers: Offer[]
  needs: UnmetNeed[]
  /** Of the fund, but not of the plan. */
  barred: Offer[]
  books: ReadonlyMap<number, Book>
  schools: ReadonlyMap<number, { name: string; place: number }>
  /** Line of the plan it is based on, of each locked one. */
  locked: { surplusId: number; needId: number }[]
}

interface BaseLine {
  surplusId: number
  needId: number
  copies: number
  locked: number
  rejected: number
}

const priorities: Readonly<Record<string, number>> = { high: 0, usual: 1, low: 2 }

export function readSource(context: QueryContext, options: PlanOptions, basedOn: number | null): Source {
  const { raw } = context
  const today = context.today()
  const chosen = options.schoolIds === null ? null : new Set(options.schoolIds)
  const inside = (schoolId: number): boolean => chosen === null || chosen.has(schoolId)
  const books = new Map(
    prepared<[], Book>(raw, 'SELECT id, label, usableUntil, price, fplKey, gradeFrom, gradeTo, subjectId FROM textbook')
      .all()
      .map((book) => [book.id, book]),
  )
  const schools = readSchools(raw)
  if (options.viaSchoolId !== null && !schools.has(options.viaSchoolId)) {
    throw new AppError(
      'not-found',
      'Школы, выбранной пунктом обмена, больше нет. Выберите другую.',
      'options.viaSchoolId',
    )
  }
  const usableOn = options.usableOn ?? today
  const all = freeSurpluses(raw, today).map((surplus): Offer => {
    const until = books.get(surplus.textbookId)?.usableUntil ?? null
    const barred = !inside(surplus.schoolId) ? 'outside' : until !== null && until < usableOn ? 'past' : null
    return { ...surplus, offered: barred === null ? surplus.free : 0, barred }
  })
  if (options.keepAtLeast > 0) keepSome(raw, all, books, options.keepAtLeast)
  const offers = all.filter((one) => one.barred === null)
  const needs = unmetNeeds(raw, today).filter((need) => inside(need.schoolId))
  const families = numbered<string>()
  const familyOf = (textbookId: number): number => {
    const book = books.get(textbookId)
    return book && book.fplKey !== '' ? families(substituteKey(book)) : -1
  }
  const ranks = ranked(offers, books)
  const problem: Problem = {
    schools: schools.size,
    supplies: offers.map((one) => ({
      school: schools.get(one.schoolId)?.place ?? 0,
      edition: one.textbookId,
      family: familyOf(one.textbookId),
      copies: one.offered,
      rank: ranks.get(one.id) ?? 0,
    })),
    demands: needs.map((need) => ({
      school: schools.get(need.schoolId)?.place ?? 0,
      edition: need.textbookId,
      family: familyOf(need.textbookId),
      substitutes: options.substitutes && need.substitutes === 1,
      copies: need.unmet,
      priority: priorities[need.priority] ?? 1,
    })),
    rule: options.scarcity,
    minimumLot: options.minimumLot,
    minimumPair: options.minimumPair,
    via: options.viaSchoolId === null ? null : (schools.get(options.viaSchoolId)?.place ?? null),
    ...settled(raw, basedOn, offers, needs),
    distance: readDistances(raw, schools),
  }
  const locked = problem.locked.flatMap((line) => {
    const [offer, need] = [offers[line.supply], needs[line.demand]]
    return offer && need ? [{ surplusId: offer.id, needId: need.id }] : []
  })
  // A line locked once may not fit any more: an edition has another code, a need takes no substitutes now.
  const still = problem.locked.filter((line) => fits({ ...problem, refused: new Set() }, line.supply, line.demand))
  return {
    problem: { ...problem, locked: still },
    offers,
    needs,
    barred: all.filter((one) => one.barred !== null),
    books,
    schools,
    locked,
  }
}

function readSchools(raw: Sqlite): Map<number, { name: string; place: number }> {
  return new Map(
    prepared<[], { id: number; name: string }>(raw, 'SELECT id, shortName AS name FROM school ORDER BY id')
      .all()
      .map(({ id, name }, place) => [id, { name, place }]),
  )
}

function numbered<K>(): (key: K) => number {
  const numbers = new Map<K, number>()
  return (key) => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size)
    return numbers.size - 1
  }
}

/** Places in the order of giving: what may be used longest, then what was printed last. */
function ranked(offers: readonly Offer[], books: ReadonlyMap<number, Book>): Map<number, number> {
  const untilOf = (one: Offer): string => books.get(one.textbookId)?.usableUntil ?? '9999'
  const keys = [
    ...new Set(offers.map((one) => `${untilOf(one)}|${String(one.publicationYear).padStart(4, '0')}`)),
  ].sort((one, other) => (one < other ? 1 : -1))
  const places = new Map(keys.map((key, place) => [key, place]))
  return new Map(
    offers.map((one) => [one.id, places.get(`${untilOf(one)}|${String(one.publicationYear).padStart(4, '0')}`) ?? 0]),
  )
}

/**
 * Lowers what is offered so that the school keeps so many of the title. A school whose books are not in the ledger has at
 * least what it offers. What would serve longest is offered first, so it is the last to be lowered.
 */
function keepSome(raw: Sqlite, offers: Offer[], books: ReadonlyMap<number, Book>, least: number): void {
  const promised = new Map(
    prepared<[], { lotId: number; copies: number }>(raw, promisedByLot)
      .all()
      .map(({ lotId, copies }) => [lotId, copies]),
  )
  const lots = prepared<[number, number], { id: number; copies: number }>(
    raw,
    'SELECT id, copies FROM lot WHERE textbookId = ? AND schoolId = ?',
  )
  const ranks = ranked(offers, books)
  const byTitle = new Map<string, Offer[]>()
  for (const one of offers) {
    const key = `${one.schoolId} ${one.textbookId}`
    byTitle.set(key, [...(byTitle.get(key) ?? []), one])
  }
  for (const own of byTitle.values()) {
    const [first] = own
    if (!first) continue
    let held = 0
    for (const lot of lots.all(first.textbookId, first.schoolId))
      held += Math.max(0, lot.copies - (promised.get(lot.id) ?? 0))
    let may = Math.max(
      0,
      Math.max(
        held,
        own.reduce((sum, one) => sum + one.free, 0),
      ) - least,
    )
    for (const one of own.sort((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0) || a.id - b.id)) {
      one.offered = Math.min(one.offered, may)
      may -= one.offered
      if (one.offered === 0) one.barred ??= 'kept'
    }
  }
}

/** Locked lines as far as they can still be done, and pairs of surplus and need that were turned down. */
function settled(
  raw: Sqlite,
  basedOn: number | null,
  offers: readonly Offer[],
  needs: readonly UnmetNeed[],
): Pick<Problem, 'locked' | 'refused'> {
  const locked: Problem['locked'][number][] = []
  const refused = new Set<number>()
  if (basedOn === null) return { locked, refused }
  if (!prepared<[number]>(raw, 'SELECT 1 FROM exchangePlan WHERE id = ?').get(basedOn)) {
    throw new AppError('not-found', 'Плана, на котором основан новый, больше нет. Составьте план заново.', 'basedOn')
  }
  const supplies = new Map(offers.map((one, place) => [one.id, place]))
  const demands = new Map(needs.map((one, place) => [one.id, place]))
  const left = offers.map((one) => one.offered)
  const lack = needs.map((one) => one.unmet)
  // A line that was accepted is in a transfer: the fund counts it already.
  const lines = prepared<[number], BaseLine>(
    raw,
    `SELECT surplusId, needId, copies, locked, rejected FROM planLine WHERE planId = ? AND (locked = 1 OR rejected = 1)
       AND NOT EXISTS (SELECT 1 FROM transferLine AS line JOIN transfer ON transfer.id = transferId
         WHERE line.planLineId = planLine.id AND transfer.state <> 'cancelled')
     ORDER BY id`,
  ).all(basedOn)
  for (const line of lines) {
    const [supply, demand] = [supplies.get(line.surplusId), demands.get(line.needId)]
    if (supply === undefined || demand === undefined) continue
    if (line.rejected === 1) {
      refused.add(supply * needs.length + demand)
      continue
    }
    const copies = Math.min(line.copies, left[supply] ?? 0, lack[demand] ?? 0)
    if (copies === 0) continue
    left[supply] = (left[supply] ?? 0) - copies
    lack[demand] = (lack[demand] ?? 0) - copies
    locked.push({ supply, demand, copies })
  }
  return { locked, refused }
}

/** By the table of distances, both ways; else by coordinates; null when neither is known of any school. */
function readDistances(
  raw: Sqlite,
  schools: ReadonlyMap<number, { place: number }>,
): ((from: number, to: number) => number | null) | null {
  const table = new Map<number, number>()
  const rows = prepared<[], { fromSchoolId: number; toSchoolId: number; distance: number }>(
    raw,
    'SELECT fromSchoolId, toSchoolId, distance FROM schoolDistance',
  ).all()
  for (const row of rows) {
    const [from, to] = [schools.get(row.fromSchoolId)?.place ?? 0, schools.get(row.toSchoolId)?.place ?? 0]
    table.set(from * schools.size + to, row.distance / 100)
    table.set(to * schools.size + from, row.distance / 100)
  }
  const places = new Map(
    prepared<[], { id: number; coordinates: string }>(raw, "SELECT id, coordinates FROM school WHERE coordinates <> ''")
      .all()
      .flatMap(({ id, coordinates }) => {
        const place = parseCoordinates(coordinates)
        return place === null ? [] : [[schools.get(id)?.place ?? -1, place] as const]
      }),
  )
  if (table.size === 0 && places.size < 2) return null
  return (from, to) => {
    const known = table.get(from * schools.size + to)
    if (known !== undefined) return known
    const [one, other] = [places.get(from), places.get(to)]
    return one && other ? distanceKm(one, other) : null
  }
}
