import type { Database as Sqlite } from 'better-sqlite3'
import type { Asked, Piece, Sought } from './ask'
import { stemOf } from './tokens'
import { begunWith, docsOf, isBeginning, nearestTo } from './vocabulary'

/** Pieces of what was asked for as conditions of the index, by the words it has. */

/** A piece with what of the index answers it: any of the ways, each whole. */
export interface Found {
  piece: Piece
  ways: readonly (readonly Sought[])[]
  /** Letters taken for others. */
  slips: number
}

/** How forgiving: words as they are typed; mistyped ones where there is no such word; every word may be mistyped. */
export type Forgiving = 'nothing' | 'unknown' | 'all'

/** Of each piece, what answers it; null where nothing does. */
export function foundOf(raw: Sqlite, { pieces }: Asked, forgiving: Forgiving): (Found | null)[] {
  return pieces.map((piece) => {
    if (piece.type === 'ways') {
      const ways = knownWays(raw, piece.ways)
      return ways.length === 0 ? null : { piece, ways, slips: 0 }
    }
    const ways: Sought[][] = wordWays(raw, piece.word, piece.isUnfinished)
    const means = piece.means.map((word) => ({ token: stemOf(word) }))
    if (means.length > 0 && means.every(({ token }) => docsOf(raw, token) > 0)) ways.push(means)
    if (forgiving === 'nothing' || (forgiving === 'unknown' && ways.length > 0)) {
      return ways.length === 0 ? null : { piece, ways, slips: 0 }
    }
    const near = nearestTo(raw, piece.word, stemOf(piece.word), piece.isUnfinished)
    if (near === null) return ways.length === 0 ? null : { piece, ways, slips: 0 }
    return { piece, ways: [...ways, ...near.words.map((token) => [{ token }])], slips: near.slips }
  })
}

/** A number begun is asked for as a beginning only where there is no such number. */
function knownWays(raw: Sqlite, ways: readonly (readonly Sought[])[]): (readonly Sought[])[] {
  const known = ways.filter((way) =>
    way.every(({ token, begins }) => (begins ? isBeginning(raw, token) : docsOf(raw, token) > 0)),
  )
  const whole = known.filter((way) => way.every(({ begins }) => begins !== true))
  return whole.length > 0 ? whole : known
}

function wordWays(raw: Sqlite, word: string, isUnfinished: boolean): Sought[][] {
  const root = stemOf(word)
  const isKnown = docsOf(raw, root) > 0
  if (isUnfinished) {
    const ways: Sought[][] = isKnown ? [[{ token: root }]] : []
    if (isBeginning(raw, word)) ways.push([{ token: word, begins: true }])
    else if (!isKnown && isBeginning(raw, root)) ways.push([{ token: root, begins: true }])
    return ways
  }
  if (isKnown) return [[{ token: root }]]
  const start = [word, root].find((begun) => begun.length > 2 && isBeginning(raw, begun))
  return start === undefined ? [] : [[{ token: start, begins: true }]]
}

/** Beginnings this long the index keeps itself. */
const keptBeginning = 3
/** Longer ones are asked for as the words there are: to put together all that begins so would read every one of them to its end. */
const mostBegun = 40

/** As the full-text index understands it. */
export function conditionOf(raw: Sqlite, { ways }: Found): string {
  const parts = ways.map((way) =>
    joined(
      way.map((sought) => termOf(raw, sought)),
      ' AND ',
    ),
  )
  return joined(parts, ' OR ')
}

function termOf(raw: Sqlite, { token, begins }: Sought): string {
  if (!begins) return quoted(token)
  if (token.length <= keptBeginning) return `${quoted(token)}*`
  const words = begunWith(raw, token, mostBegun)
  return words.length === 0
    ? quoted(token)
    : joined(
        words.map(({ word }) => quoted(word)),
        ' OR ',
      )
}

/** About how many records have it. */
export function docsWith(raw: Sqlite, { ways }: Found): number {
  return ways.reduce((sum, way) => sum + Math.min(...way.map(({ token, begins }) => countOf(raw, token, begins))), 0)
}

const countOf = (raw: Sqlite, token: string, begins: boolean | undefined): number =>
  begins === true ? begunWith(raw, token, mostBegun).reduce((sum, { docs }) => sum + docs, 0) : docsOf(raw, token)

/** The first word of a name is one that answers the piece. */
export function firstOf(raw: Sqlite, { ways }: Found): string {
  const terms = ways.flatMap((way) => {
    const [first] = way
    if (first === undefined) return []
    return first.begins && first.token.length > keptBeginning
      ? begunWith(raw, first.token, mostBegun).map(({ word }) => quoted(`^${word}`))
      : [`${quoted(`^${first.token}`)}${first.begins ? '*' : ''}`]
  })
  return joined(terms, ' OR ')
}

const quoted = (token: string): string => `"${token.replaceAll('"', '')}"`
const joined = (parts: readonly string[], by: string): string =>
  parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(by)})`

/** Whether a word of a text answers the sought one. */
export const answers = ({ token, begins }: Sought, word: string): boolean =>
  begins === true ? word.startsWith(token) : word === token
