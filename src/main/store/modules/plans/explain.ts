import type { PlanOptions } from '@shared/contract/plans'
import { formatDate } from '@shared/domain/dates'
import { fits as mayStand } from '@shared/domain/substitutes'
import { counted, formatNumber } from '@shared/domain/text/plural'
import type { UnmetNeed } from '../../ledger/fund'
import type { MadePlan } from '../../planner/plan'
import { fits } from '../../planner/problem'
import type { Offer, Source } from './source'

/** Why each line is what it is, and why a need is not met: short, in words. */

export interface ExplainedLine {
  surplusId: number
  needId: number
  copies: number
  reason: string
  locked: boolean
}
export interface ExplainedNeed {
  needId: number
  copies: number
  reason: string
}

const titlesForms = ['название', 'названия', 'названий'] as const

export function explainLines(source: Source, plan: MadePlan, options: PlanOptions): ExplainedLine[] {
  const { offers, needs, books } = source
  const pairs = new Map<string, Set<number>>()
  const pairOf = (offer: Offer, need: UnmetNeed): string => `${offer.schoolId} ${need.schoolId}`
  for (const { supply, demand } of plan.deliveries) {
    const [offer, need] = [offers[supply], needs[demand]]
    if (!offer || !need) continue
    const titles = pairs.get(pairOf(offer, need)) ?? new Set()
    titles.add(offer.textbookId)
    pairs.set(pairOf(offer, need), titles)
  }
  return plan.deliveries.flatMap(({ supply, demand, copies, locked }) => {
    const [offer, need] = [offers[supply], needs[demand]]
    if (!offer || !need) return []
    const titles = pairs.get(pairOf(offer, need))?.size ?? 1
    const until = books.get(offer.textbookId)?.usableUntil ?? null
    const parts = [
      ...(locked ? ['закреплено вами'] : []),
      `свободно ${formatNumber(offer.free)}, не хватает ${formatNumber(need.unmet)}`,
      offer.textbookId === need.textbookId ? 'то же издание' : 'замена: тот же код ФПУ, класс и предмет',
      ...(until === null ? [] : [`годен до ${formatDate(until, 'digits')}`]),
      ...(copies < need.unmet && options.scarcity !== 'priority' ? [scarcityWords[options.scarcity]] : []),
      ...(need.priority === 'high' ? ['нужно в первую очередь'] : []),
      options.viaSchoolId !== null
        ? 'через пункт обмена'
        : titles === 1
          ? 'поездка ради одного названия'
          : `одной поездкой ${counted(titles, titlesForms)}`,
    ]
    return [{ surplusId: offer.id, needId: need.id, copies, reason: sentence(parts.join('; ')), locked }]
  })
}

const scarcityWords = { proportional: 'поровну от потребности', 'minimum-lot': 'не мельче партии' } as const

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Needs with something unmet, in the order of the fund. */
export function explainUnmet(source: Source, plan: MadePlan, options: PlanOptions): ExplainedNeed[] {
  const got = new Map<number, number>()
  const given = new Map<number, number>()
  for (const { supply, demand, copies } of plan.deliveries) {
    got.set(demand, (got.get(demand) ?? 0) + copies)
    given.set(supply, (given.get(supply) ?? 0) + copies)
  }
  const byTitle = groupedBy(source.offers, (_, place) => titleKey(source, source.offers[place]?.textbookId ?? 0))
  const barredByTitle = groupedBy(source.barred, (one) => titleKey(source, one.textbookId))
  return source.needs.flatMap((need, demand) => {
    const copies = need.unmet - (got.get(demand) ?? 0)
    if (copies <= 0) return []
    const title = titleKey(source, need.textbookId)
    const reason = reasonOf({
      source,
      options,
      need,
      demand,
      got: got.get(demand) ?? 0,
      near: byTitle.get(title) ?? [],
      barred: (barredByTitle.get(title) ?? []).flatMap((place) => source.barred[place] ?? []),
      given,
    })
    return [{ needId: need.id, copies, reason }]
  })
}

interface Case {
  source: Source
  options: PlanOptions
  need: UnmetNeed
  demand: number
  got: number
  /** Places of offers of the edition and of those of its code. */
  near: readonly number[]
  barred: readonly Offer[]
  given: ReadonlyMap<number, number>
}

function reasonOf({ source, options, need, demand, got, near, barred, given }: Case): string {
  const { problem, offers } = source
  const isLeft = (supply: number): boolean => (offers[supply]?.offered ?? 0) > (given.get(supply) ?? 0)
  if (near.some((supply) => fits(problem, supply, demand))) {
    if (!near.some((supply) => isLeft(supply) && fits(problem, supply, demand))) return scarce(options, got)
    if (options.scarcity === 'minimum-lot' && got === 0 && options.minimumLot > 1) {
      return `Осталось меньше минимальной партии (${formatNumber(options.minimumLot)} экз.)`
    }
    if (options.minimumPair > 1) {
      return `Поездка везла бы меньше ${counted(options.minimumPair, ['экземпляра', 'экземпляров', 'экземпляров'])}`
    }
    return scarce(options, got)
  }
  const of = (surplus: Offer): boolean => {
    const [one, other] = [source.books.get(surplus.textbookId), source.books.get(need.textbookId)]
    return (
      one !== undefined && other !== undefined && mayStand(one, other, options.substitutes && need.substitutes === 1)
    )
  }
  const others = near.flatMap((place) => offers[place] ?? [])
  const own = others.filter((one) => of(one) && one.schoolId !== need.schoolId)
  if (own.length > 0) return 'Эти книги вы отклонили в прежнем плане'
  const kept = barred.filter((one) => of(one) && one.schoolId !== need.schoolId)
  if (kept.some((one) => one.barred === 'kept')) {
    return `Свободные экземпляры школы оставляют себе (не меньше ${formatNumber(options.keepAtLeast)})`
  }
  if (kept.some((one) => one.barred === 'past')) return 'Срок использования свободных экземпляров истёк'
  if (kept.length > 0) return 'Есть только в школах, не вошедших в план'
  if ([...others, ...barred].some((one) => of(one) && one.schoolId === need.schoolId)) {
    return 'Свободно только в самой этой школе'
  }
  const substitutes = [...others, ...barred].some((one) => one.schoolId !== need.schoolId)
  if (substitutes) {
    return options.substitutes
      ? 'Есть только замена, а школа её не просит'
      : 'Есть только замена, а план составлен без замен'
  }
  return 'В фонде нет свободных экземпляров'
}

function scarce(options: PlanOptions, got: number): string {
  switch (options.scarcity) {
    case 'proportional':
      return 'На всех не хватает: экземпляры поделены поровну от потребности'
    case 'minimum-lot':
      return 'На всех не хватает: отданы партиями другим школам'
    case 'priority':
      return got > 0
        ? 'На всех не хватает: остальное отдано другим школам'
        : 'На всех не хватает: отданы школам прежде этой'
  }
}

/** Editions that could ever stand for each other have one key. */
function titleKey({ books }: Source, textbookId: number): string {
  const book = books.get(textbookId)
  return book && book.fplKey !== ''
    ? `${book.fplKey}|${book.gradeFrom}|${book.gradeTo}|${book.subjectId}`
    : `#${textbookId}`
}

function groupedBy<T>(things: readonly T[], key: (thing: T, place: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [place, thing] of things.entries()) {
    const own = groups.get(key(thing, place))
    if (own) own.push(place)
    else groups.set(key(thing, place), [place])
  }
  return groups
}
