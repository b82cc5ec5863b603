import { mostCounted, type SearchGroup, searchGroups } from '@shared/contract/search'
import { withLatinKeys, withOtherKeys } from '@shared/domain/text/keyboard'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../database/prepared'
import { type Asked, understood } from './ask'
import { conditionOf, docsWith, type Forgiving, type Found, firstOf, foundOf } from './conditions'
import type { Doc } from './document'
import { searchKinds } from './kinds'
import { placesOf } from './place'
import { inOrder } from './rank'
import { lengthToken } from './tokens'

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
  for (const { asked, found, said, partly, forgiven } of attempts(raw, text)) {
    const condition = partly ?? found.map((one) => conditionOf(raw, one)).join(' AND ')
    const all = idsOf(raw, condition, null, mostRanked)
    if (all.length === 0) continue
    const counts = countsOf(raw, condition, all)
    const ids = candidates(raw, condition, found, options.group, all, partly === undefined)
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
function* attempts(raw: Sqlite, text: string): Generator<Attempt> {
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
      const found = whole(raw, asked, forgiving)
      if (found) yield { asked, found, said: said === typed ? null : said, forgiven: forgiving !== 'nothing' }
    }
  }
  for (const { said, asked } of readings) yield* withoutSome(raw, asked, said === typed ? null : said)
}

const mostMistyped = 3

/** Null: some piece is answered by nothing at all. */
function whole(raw: Sqlite, asked: Asked, forgiving: Forgiving): Found[] | null {
  const found = foundOf(raw, asked, forgiving)
  const known = found.filter((one) => one !== null)
  return known.length === found.length && known.length > 0 ? known : null
}

/** A word too many: those that have all the others, then two of the rarest three, then the rarest. */
function* withoutSome(raw: Sqlite, asked: Asked, said: string | null): Generator<Attempt> {
  const found = foundOf(raw, asked, 'unknown').filter((one) => one !== null)
  if (found.length === 0) return
  if (found.length < asked.pieces.length) yield { asked, found, said, forgiven: true }
  if (found.length < 2) return
  const parts = found
    .map((one) => ({ condition: conditionOf(raw, one), docs: docsWith(raw, one) }))
    .sort((one, other) => one.docs - other.docs)
    .map(({ condition }) => condition)
  const some = (of: readonly string[], left: number): Attempt => ({
    asked,
    found,
    said,
    forgiven: true,
    partly: choices(of, left)
      .map((chosen) => `(${chosen.join(' AND ')})`)
      .join(' OR '),
  })
  yield some(parts, parts.length - 1)
  if (parts.length > 3) yield some(parts.slice(0, 3), 2)
  if (parts.length > 2) yield some(parts.slice(0, 1), 1)
}

function choices(parts: readonly string[], size: number): string[][] {
  if (size === 0) return [[]]
  return parts.flatMap((part, at) => choices(parts.slice(at + 1), size - 1).map((rest) => [part, ...rest]))
}

function candidates(
  raw: Sqlite,
  condition: string,
  found: readonly Found[],
  group: SearchGroup | null,
  all: readonly number[],
  isWhole: boolean,
): number[] {
  if (group === null && all.length < mostRanked) return [...all]
  const ids = new Set(idsOf(raw, condition, group, mostRanked))
  if (ids.size < mostRanked || !isWhole) return [...ids]
  const titled = `{title} : (${condition})`
  const first = `(${found.map((one) => firstOf(raw, one)).join(' OR ')})`
  const named = `${titled} AND ${first}`
  const exactly = `${named} AND "${lengthToken(found.length)}"`
  for (const one of [exactly, named, titled]) for (const id of idsOf(raw, one, group, mostTitled)) ids.add(id)
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

/** How many of each group, no farther than one sees. */
function countsOf(raw: Sqlite, condition: string, all: readonly number[]): Everything['counts'] {
  const counts = new Map<SearchGroup, number>()
  const within = prepared<[string, number, number, number], { n: number }>(
    raw,
    `SELECT count(*) AS n FROM (SELECT 1 FROM searchIndex WHERE searchIndex MATCH ? AND ${between} LIMIT ?)`,
  )
  for (const { place, group } of searchKinds) {
    const [from, to] = placesOf(place)
    const count =
      all.length < mostRanked
        ? all.filter((id) => id >= from && id <= to).length
        : (within.get(condition, from, to, mostCounted + 1)?.n ?? 0)
    if (count > 0) counts.set(group, Math.min(mostCounted + 1, (counts.get(group) ?? 0) + count))
  }
  return (Object.keys(searchGroups) as SearchGroup[]).flatMap((group) => {
    const count = counts.get(group)
    return count === undefined ? [] : [{ group, count }]
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
