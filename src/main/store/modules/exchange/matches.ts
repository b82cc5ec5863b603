import type { Parsed } from '@shared/contract'
import type { MatchGroup } from '@shared/contract/exchange'
import { type Edition, substituteKey } from '@shared/domain/substitutes'
import { normKey } from '@shared/domain/text/norm'
import { sql } from 'kysely'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import { type FreeSurplus, freeSurpluses, type UnmetNeed, unmetNeeds } from '../../ledger/fund'
import { kept } from '../../lists/kept'
import { findTextbooks } from '../../lists/textbook-search'

/** What fits what: free surpluses beside unmet needs of one edition, or of editions that may stand for one another. */

interface Book extends Edition {
  label: string
  nameSort: string
  norm: string
  authors: string
  publisher: string
  fplCode: string
  usableUntil: string | null
}

interface Group {
  /** The first by name of those that take part. */
  book: Book
  norm: string
  surpluses: FreeSurplus[]
  needs: UnmetNeed[]
  free: number
  unmet: number
  meets: boolean
}

/** Titles a search may name: more are no help to anybody. */
const mostFound = 500

export async function matches(
  context: QueryContext,
  { search, schoolId, textbookId, both, limit, offset }: Parsed<'exchange.matches'>,
): Promise<{ groups: MatchGroup[]; total: number }> {
  const words = normKey(search)
    .split(' ')
    .filter((word) => word !== '')
  const { groups, books } = await wholeFund(context)
  // Words as they stand, or in other forms, mistyped, an ISBN: as textbooks are found everywhere.
  const hits = new Set(words.length === 0 ? [] : findTextbooks(context.raw, search, mostFound).map((hit) => hit.id))
  const has = (group: Group, fits: (one: FreeSurplus | UnmetNeed) => boolean): boolean =>
    group.surpluses.some(fits) || group.needs.some(fits)
  const found = groups.filter(
    (group) =>
      (group.meets || !both) &&
      (words.every((word) => group.norm.includes(word)) || has(group, (one) => hits.has(one.textbookId))) &&
      (textbookId === null || has(group, (one) => one.textbookId === textbookId)) &&
      (schoolId === null || has(group, (one) => one.schoolId === schoolId)),
  )
  const schools = new Map(
    prepared<[], { id: number; name: string }>(context.raw, 'SELECT id, shortName AS name FROM school')
      .all()
      .map((one) => [one.id, one.name]),
  )
  return {
    total: found.length,
    groups: found.slice(offset, offset + limit).map((group) => shown(group, books, schools)),
  }
}

type Books = ReadonlyMap<number, Book>

/** All groups in their order, worked out once for a state of the file. */
function wholeFund(context: QueryContext): Promise<{ groups: Group[]; books: Books }> {
  const day = context.today()
  const key = sql`select 'exchange.matches', ${day}`.compile(context.trx)
  return kept(
    context.raw,
    key,
    () => grouped(context, day),
    ({ groups }) => groups.reduce((sum, one) => sum + 10 * (one.surpluses.length + one.needs.length + 10), 0),
  )
}

function grouped({ raw }: QueryContext, day: string): { groups: Group[]; books: Books } {
  const surpluses = freeSurpluses(raw, day)
  const needs = unmetNeeds(raw, day)
  const ids = [...new Set([...surpluses, ...needs].map((one) => one.textbookId))]
  const books = new Map(
    prepared<[string], Book>(
      raw,
      `SELECT id, fplKey, gradeFrom, gradeTo, subjectId, label, nameSort, norm, authors, publisher, fplCode, usableUntil
       FROM textbook WHERE id IN (SELECT value FROM json_each(?))`,
    )
      .all(JSON.stringify(ids))
      .map((book) => [book.id, book]),
  )
  const byKey = new Map<string, Group>()
  const byBook = new Map<number, Group>()
  const groupOf = (textbookId: number): Group | undefined => {
    const known = byBook.get(textbookId)
    const book = books.get(textbookId)
    if (known || !book) return known
    const key = substituteKey(book)
    let group = byKey.get(key)
    if (!group) {
      group = { book, norm: book.norm, surpluses: [], needs: [], free: 0, unmet: 0, meets: false }
      byKey.set(key, group)
    }
    byBook.set(textbookId, group)
    if (group.book !== book) group.norm += ` ${book.norm}`
    if (book.nameSort < group.book.nameSort) group.book = book
    return group
  }
  for (const one of surpluses) {
    const group = groupOf(one.textbookId)
    group?.surpluses.push(one)
    if (group) group.free += one.free
  }
  for (const one of needs) {
    const group = groupOf(one.textbookId)
    group?.needs.push(one)
    if (group) group.unmet += one.unmet
  }
  const groups = [...byKey.values()]
  for (const group of groups)
    group.meets = group.needs.some((need) => group.surpluses.some((one) => canMeet(one, need)))
  return { groups: groups.sort(order), books }
}

const canMeet = (surplus: FreeSurplus, need: UnmetNeed): boolean =>
  surplus.schoolId !== need.schoolId && (surplus.textbookId === need.textbookId || need.substitutes === 1)

const most = (group: Group): number => Math.min(group.free, group.unmet)

/** Where something can be given first, the most copies first. */
function order(one: Group, other: Group): number {
  if (one.meets !== other.meets) return one.meets ? -1 : 1
  if (most(one) !== most(other)) return most(other) - most(one)
  if (one.book.nameSort !== other.book.nameSort) return one.book.nameSort < other.book.nameSort ? -1 : 1
  return one.book.id - other.book.id
}

function shown(group: Group, books: Books, schools: ReadonlyMap<number, string>): MatchGroup {
  const school = (id: number): string => schools.get(id) ?? ''
  const label = (id: number): string => books.get(id)?.label ?? ''
  const { book } = group
  return {
    textbookId: book.id,
    title: book.label,
    detail: [book.authors, book.publisher, book.fplCode].filter((part) => part !== '').join(' · '),
    surpluses: group.surpluses
      .map((one) => ({
        id: one.id,
        schoolId: one.schoolId,
        school: school(one.schoolId),
        textbookId: one.textbookId,
        textbook: label(one.textbookId),
        publicationYear: one.publicationYear === 0 ? null : one.publicationYear,
        price: one.price === 0 ? null : one.price,
        usableUntil: books.get(one.textbookId)?.usableUntil ?? null,
        free: one.free,
        condition: one.condition as MatchGroup['surpluses'][number]['condition'],
      }))
      .sort((a, b) => b.free - a.free),
    needs: group.needs
      .map((one) => ({
        id: one.id,
        schoolId: one.schoolId,
        school: school(one.schoolId),
        textbookId: one.textbookId,
        textbook: label(one.textbookId),
        unmet: one.unmet,
        substitutes: one.substitutes === 1,
        priority: one.priority as MatchGroup['needs'][number]['priority'],
      }))
      .sort((a, b) => urgency[a.priority] - urgency[b.priority] || b.unmet - a.unmet),
    free: group.free,
    unmet: group.unmet,
  }
}

const urgency = { high: 0, usual: 1, low: 2 } as const
