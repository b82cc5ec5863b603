import type { IsoDate } from './dates'
import {
  type ByGrade,
  isUsable,
  nextContingent,
  nextGroups,
  nextProvisionDay,
  provisionDay,
  type Span,
  shareCopies,
} from './provision'
import { isKnown, type SchoolFacts, type Stock, type SubjectFacts, studying } from './school-provision'
import { nextSchoolYear, schoolYearBounds } from './school-year'

/**
 * What of a school's provision goes to the exchange fund. A school keeps the copies that serve it longest and offers the
 * others, the soonest to run out first, but none that runs out before lessons end: that would help nobody. Decision 69.
 */
export type ProposalYear = 'this' | 'next'

export interface ProposalFacts extends Omit<SchoolFacts, 'stock'> {
  year: ProposalYear
  /** Spare copies the school keeps, in percent of its students. */
  reservePercent: number
  lots: readonly HeldLot[]
  /** On the way to the school, or asked for already. */
  coming: readonly Stock[]
}

export interface HeldLot extends Stock {
  lotId: number
  publicationYear: number
  /** Promised or offered already. */
  leaving: number
  /** Of those, offered and promised to nobody: the school can still take them back. */
  offered: number
  /** Lent to the school: not its own to give. */
  borrowed: number
}

export interface Offer {
  lotId: number
  copies: number
  figures: GradeFigures
}

export interface Lack {
  subjectId: number
  grade: number
  copies: number
  figures: GradeFigures
}

/** What a proposal follows from, for its words. Of an edition for several grades, all of them together. */
export interface GradeFigures {
  students: number
  usable: number
  leaving: number
  coming: number
  reserve: number
}

/** Null: the school's students are not known, so nothing can be said. */
export function proposalsOf(facts: ProposalFacts): { offers: Offer[]; lacks: Lack[] } | null {
  const { year, contingent } = facts
  const next = nextContingent(contingent, facts.nextContingent)
  const students = year === 'this' ? contingent : next
  if (students.size === 0) return null
  const on = proposalDay(facts)
  const lots = groupBySubject(facts.lots.filter((lot) => lot.copies > 0 && isUsable(lot.usableUntil, on)))
  const coming = groupBySubject(facts.coming.filter((one) => one.copies > 0 && isUsable(one.usableUntil, on)))
  const offers: Offer[] = []
  const lacks: Lack[] = []
  for (const subject of facts.subjects) {
    const groups = facts.groups.get(subject.id) ?? none
    const ofYear = year === 'this' ? groups : nextGroups(groups, facts.nextGroups.get(subject.id) ?? none)
    const one: OfSubject = {
      subject,
      students: studying(subject, students, ofYear),
      lots: lots.get(subject.id) ?? [],
      // Of what not all study, spare is only what is for grades where it is known how many do.
      isKnown: (lot) =>
        subject.obligatory ||
        [...students].every(
          ([grade]) => grade < lot.gradeFrom || grade > lot.gradeTo || isKnown(subject, ofYear, grade),
        ),
      coming: coming.get(subject.id) ?? [],
      reservePercent: facts.reservePercent,
      servesUntil: lastLessons(facts),
    }
    offers.push(...offersOf(one))
    lacks.push(...lacksOf(one))
  }
  return { offers, lacks }
}

interface OfSubject {
  subject: SubjectFacts
  students: ByGrade
  lots: readonly HeldLot[]
  isKnown(lot: HeldLot): boolean
  coming: readonly Stock[]
  reservePercent: number
  servesUntil: IsoDate
}

const none: ByGrade = new Map()

/** The day on which a copy must be usable to count. */
export const proposalDay = ({
  year,
  schoolYear,
  today,
}: Pick<ProposalFacts, 'year' | 'schoolYear' | 'today'>): IsoDate =>
  year === 'this' ? provisionDay(schoolYear, today) : nextProvisionDay(schoolYear)

/** 31 May of the year proposed for: a copy worth moving serves at least till then. */
export function lastLessons(facts: Pick<ProposalFacts, 'year' | 'schoolYear' | 'today'>): IsoDate {
  const { to } = schoolYearBounds(facts.year === 'this' ? facts.schoolYear : nextSchoolYear(facts.schoolYear))
  const may = `${to.slice(0, 4)}-05-31`
  const on = proposalDay(facts)
  return may > on ? may : on
}

const reserveOf = (students: number, percent: number): number => Math.ceil((students * percent) / 100)

const stays = (lot: HeldLot): number => Math.max(0, lot.copies - lot.leaving)

/** Nobody asks for what he offers himself. */
const canStay = (lot: HeldLot): number => Math.max(0, lot.copies - lot.leaving + lot.offered)

function offersOf({ students, lots, isKnown: isCounted, reservePercent, servesUntil }: OfSubject): Offer[] {
  const wanted = new Map(
    [...students].map(([grade, count]) => [grade, count + reserveOf(count, reservePercent)] as const),
  )
  const left = new Map<HeldLot, number>(lots.map((lot) => [lot, stays(lot)]))
  const editions = (): Span[] => [...left].map(([lot, copies]) => ({ ...lot, copies }))
  const lackWith = (lot: HeldLot, copies: number): number =>
    lackOf(
      editions().map((one, index) => (lots[index] === lot ? { ...one, copies } : one)),
      wanted,
    )
  const before = lackOf(editions(), wanted)
  if (total(editions()) <= total([...wanted.values()].map((copies) => ({ copies }))) - before) return []
  const offers: Offer[] = []
  for (const lot of [...lots].sort(firstToGive)) {
    const has = left.get(lot) ?? 0
    const most = Math.max(0, has - lot.borrowed)
    if (most === 0 || !isUsable(lot.usableUntil, servesUntil) || !isCounted(lot)) continue
    // The most that leaves nobody without a book who has one now.
    let low = 0
    let high = most
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (lackWith(lot, has - middle) <= before) low = middle
      else high = middle - 1
    }
    if (low === 0) continue
    left.set(lot, has - low)
    offers.push({ lotId: lot.lotId, copies: low, figures: figuresOf(lot, { students, lots, reservePercent }) })
  }
  return offers
}

function lacksOf({ subject, students, lots, coming }: OfSubject): Lack[] {
  const has = shareCopies([...lots.map((lot) => ({ ...lot, copies: canStay(lot) })), ...coming], students)
  const lacks: Lack[] = []
  for (const [grade, count] of [...students].sort(([one], [other]) => one - other)) {
    const copies = count - (has[grade] ?? 0)
    if (copies <= 0) continue
    const own = { gradeFrom: grade, gradeTo: grade }
    const figures = figuresOf(own, { students, lots, coming, reservePercent: 0 })
    lacks.push({ subjectId: subject.id, grade, copies, figures })
  }
  return lacks
}

interface Counted {
  students: ByGrade
  lots: readonly HeldLot[]
  coming?: readonly Stock[]
  reservePercent: number
}

function figuresOf(of: Pick<Span, 'gradeFrom' | 'gradeTo'>, counted: Counted): GradeFigures {
  const within = (share: readonly number[]): number => total(share.slice(of.gradeFrom, of.gradeTo + 1).map(asCopies))
  const { students, lots, coming = [], reservePercent } = counted
  const studying = [...students].filter(([grade]) => grade >= of.gradeFrom && grade <= of.gradeTo)
  const usable = within(shareCopies(lots, students))
  const stay = within(
    shareCopies(
      lots.map((lot) => ({ ...lot, copies: stays(lot) })),
      students,
    ),
  )
  const with_ = within(shareCopies([...lots.map((lot) => ({ ...lot, copies: stays(lot) })), ...coming], students))
  return {
    students: total(studying.map(([, copies]) => ({ copies }))),
    usable,
    leaving: Math.max(0, usable - stay),
    coming: Math.max(0, with_ - stay),
    reserve: total(studying.map(([, count]) => ({ copies: reserveOf(count, reservePercent) }))),
  }
}

const asCopies = (copies: number): { copies: number } => ({ copies })

const total = (all: readonly { copies: number }[]): number => all.reduce((sum, one) => sum + one.copies, 0)

function lackOf(editions: readonly Span[], wanted: ByGrade): number {
  const has = shareCopies(editions, wanted)
  let lack = 0
  for (const [grade, copies] of wanted) lack += Math.max(0, copies - (has[grade] ?? 0))
  return lack
}

/** The soonest to run out, the oldest, the smallest remnant first. */
function firstToGive(one: HeldLot, other: HeldLot): number {
  const [until, otherUntil] = [one.usableUntil || 'z', other.usableUntil || 'z']
  if (until !== otherUntil) return until < otherUntil ? -1 : 1
  return one.publicationYear - other.publicationYear || stays(one) - stays(other) || one.lotId - other.lotId
}

function groupBySubject<T extends { subjectId: number }>(all: readonly T[]): Map<number, T[]> {
  const found = new Map<number, T[]>()
  for (const one of all) {
    const known = found.get(one.subjectId)
    if (known) known.push(one)
    else found.set(one.subjectId, [one])
  }
  return found
}
