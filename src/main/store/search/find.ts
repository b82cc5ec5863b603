import { mostCounted, type SearchGroup, searchGroups } from '@shared/contract/search'
import { withLatinKeys, withOtherKeys } from '@shared/domain/text/keyboard'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../database/prepared'
import { type Asked, understood } from './ask'
import { conditionOf, docsWith, type Forgiving, type Found, firstOf, foundOf } from './conditions'
import type { Doc } from './document'
import { searchKinds } from './kinds'
import { kindOfPlace, placesOf } from './place'
import { inOrder } from './rank'
import { lengthToken } from './tokens'
import { type Words, wordsOf } from './vocabulary'

export type FoundDoc = Omit<Doc, 'more'>
const columns = 'id, kind, recordId, name, detail, date, title, beside'

export interface Everything {
  docs: FoundDoc[]
  counts: { group: SearchGroup; count: number }[]
  /** What answered each piece, for the marks in titles. */
  found: readonly Found[]
  /** The text as it was taken; null: as typed. */
  understood: string | null
  /** Words were taken for others like them, or left out. */
  forgiven: boolean
}

/** Documents looked at closely: the first by kind and date that have the words at all, in their names, at their beginnings. */
const mostRanked = 160
const mostTitled = 80

/** Best first; see `docs/decisions/0104`. @param today what is near it goes first among equals */
export function findEverything(
  raw: Sqlite,
  text: string,
  options: { limit: number; group: SearchGroup | null; today: string },
): Everything {
  const nothing: Everything = { docs: [], counts: [], found: [], understood: null, forgiven: false }
  const words = wordsOf(raw)
  const tried = new Set<string>()
  for (const { asked, found, said, partly, forgiven } of attempts(words, text)) {
    const condition = partly ?? rareFirst(words, found).join(' AND ')
    if (tried.has(condition)) continue
    tried.add(condition)
    const all = idsOf(raw, condition, null, mostRanked)
    if (all.length === 0) continue
    const counts = countsOf(raw, condition, all)
    const ids = candidates(raw, words, condition, found, options.group, all, partly === undefined)
    return {
      docs: inOrder(docsOf(raw, ids), found, asked, options.today).slice(0, options.limit),
      counts,
      found,
      understood: said,
      forgiven,
    }
  }
  return nothing
}

interface Attempt {
  asked: Asked
  found: readonly Found[]
  /** Null: as typed. */
  said: string | null
  forgiven: boolean
  /** A condition of its own: not all pieces. */
  partly?: string
}

/** Ways to take the text, one after another until something is found. */
function* attempts(words: Words, text: string): Generator<Attempt> {
  const typed = text.trimStart()
  const byKeys = [
    typed
      .split(/(\s+)/u)
      .map((part) => withOtherKeys(part) ?? part)
      .join(''),
    withLatinKeys(typed),
  ].filter((one): one is string => one !== null && one !== typed)
  const readings = [typed, ...byKeys].map((said) => ({ said, asked: understood(said) }))
  for (const forgiving of ['nothing', 'unknown', 'all'] as const) {
    for (const { said, asked } of readings) {
      // Of many words one is rather too many than each mistyped.
      if (forgiving === 'all' && asked.pieces.length > mostMistyped) continue
      const found = whole(words, asked, forgiving)
      if (found) yield { asked, found, said: said === typed ? null : said, forgiven: forgiving !== 'nothing' }
    }
  }
  for (const { said, asked } of readings) yield* withoutSome(words, asked, said === typed ? null : said)
}

const mostMistyped = 3

/** Null: some piece is answered by nothing at all. */
function whole(words: Words, asked: Asked, forgiving: Forgiving): Found[] | null {
  const found = foundOf(words, asked, forgiving)
  const known = found.filter((one) => one !== null)
  return known.length === found.length && known.length > 0 ? known : null
}

/** The index goes from record to record of the first and asks the others about each. */
function rareFirst(words: Words, found: readonly Found[]): string[] {
  return found
    .map((one) => ({ condition: conditionOf(words, one), docs: docsWith(words, one) }))
    .sort((one, other) => one.docs - other.docs)
    .map(({ condition }) => condition)
}

/** A word too many: those that have all the others, then two of the rarest three, then the rarest. */
function* withoutSome(words: Words, asked: Asked, said: string | null): Generator<Attempt> {
  const found = foundOf(words, asked, 'unknown').filter((one) => one !== null)
  if (found.length === 0) return
  if (found.length < asked.pieces.length) yield { asked, found, said, forgiven: true }
  if (found.length < 2) return
  const parts = rareFirst(words, found)
  const some = (partly: string): Attempt => ({ asked, found, said, forgiven: true, partly })
  yield some(allButOne(parts))
  if (parts.length > 3) yield some(allButOne(parts.slice(0, 3)))
  if (parts.length > 2) yield some(parts[0] ?? '')
}

/** Halves, one of them whole: the rarer words, which come first, bound both sides, and each is named a few times only. */
function allButOne(parts: readonly string[]): string {
  const half = parts.length >> 1
  const [one, other] = [parts.slice(0, half), parts.slice(half)]
  const side = (whole: readonly string[], rest: readonly string[]): string =>
    `(${[...whole, ...(rest.length > 1 ? [allButOne(rest)] : [])].join(' AND ')})`
  return `(${side(one, other)} OR ${side(other, one)})`
}

function candidates(
  raw: Sqlite,
  words: Words,
  condition: string,
  found: readonly Found[],
  group: SearchGroup | null,
  all: readonly number[],
  isWhole: boolean,
): number[] {
  if (group === null && all.length < mostRanked) return [...all]
  const ids = new Set(idsOf(raw, condition, group, mostRanked))
  if (ids.size < mostRanked || !isWhole) return [...ids]
  const first = `(${found.map((one) => firstOf(words, one)).join(' OR ')})`
  // Each is part of the one before it: where that was read to its end, there are no more.
  let narrower = `{title} : (${condition})`
  for (const further of [first, `"${lengthToken(found.length)}"`, null]) {
    const titled = idsOf(raw, narrower, group, mostTitled)
    for (const id of titled) ids.add(id)
    if (titled.length < mostTitled || further === null) break
    narrower = `${narrower} AND ${further}`
  }
  return [...ids]
}

/** A number this large is bound as a real one, and the index would pass that over and read all from the beginning. */
const between = 'rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)'

/** In the order of the index: kinds by their turn, newest first. */
function idsOf(raw: Sqlite, condition: string, group: SearchGroup | null, most: number): number[] {
  const select = 'SELECT rowid AS id FROM searchIndex WHERE searchIndex MATCH ?'
  if (group === null) {
    return prepared<[string, number], { id: number }>(raw, `${select} ORDER BY rowid LIMIT ?`)
      .all(condition, most)
      .map((row) => row.id)
  }
  const within = prepared<[string, number, number, number], { id: number }>(
    raw,
    `${select} AND ${between} ORDER BY rowid LIMIT ?`,
  )
  return searchKinds
    .filter((kind) => kind.group === group)
    .flatMap((kind) => within.all(condition, ...placesOf(kind.place), most))
    .map((row) => row.id)
}

/** How many of each group, no farther than one sees. @param all the first of them */
function countsOf(raw: Sqlite, condition: string, all: readonly number[]): Everything['counts'] {
  const counts = new Map<number, number>()
  const further = prepared<[string, number, number], { id: number }>(
    raw,
    'SELECT rowid AS id FROM searchIndex WHERE searchIndex MATCH ? AND rowid >= CAST(? AS INTEGER) ORDER BY rowid LIMIT ?',
  )
  let read = all
  let most = mostRanked
  for (;;) {
    for (const id of read) counts.set(kindOfPlace(id), (counts.get(kindOfPlace(id)) ?? 0) + 1)
    const last = read.at(-1)
    if (last === undefined || read.length < most) break
    const kind = kindOfPlace(last)
    // Of a kind with more than one sees the rest is passed over.
    const next = (counts.get(kind) ?? 0) > mostCounted ? placesOf(kind + 1)[0] : last + 1
    most = mostCounted + 1
    read = further.all(condition, next, most).map(({ id }) => id)
  }
  return (Object.keys(searchGroups) as SearchGroup[]).flatMap((group) => {
    const kinds = searchKinds.filter((kind) => kind.group === group)
    const count = kinds.reduce((sum, { place }) => sum + (counts.get(place) ?? 0), 0)
    return count === 0 ? [] : [{ group, count: Math.min(mostCounted + 1, count) }]
  })
}

const docsOf = (raw: Sqlite, ids: readonly number[]): FoundDoc[] =>
  prepared<[string], FoundDoc>(
    raw,
    `SELECT ${columns} FROM searchDoc WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids))

/** What these records are called, in the order asked for. */
export function namedDocs(raw: Sqlite, records: readonly { kind: number; id: number }[]): FoundDoc[] {
  const one = prepared<[number, number], FoundDoc>(
    raw,
    `SELECT ${columns} FROM searchDoc WHERE kind = ? AND recordId = ?`,
  )
  return records.flatMap(({ kind, id }) => one.get(kind, id) ?? [])
}
