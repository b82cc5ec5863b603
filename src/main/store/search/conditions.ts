import type { Asked, Piece, Sought } from './ask'
import { stemOf } from './tokens'
import type { Words } from './vocabulary'

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
export function foundOf(words: Words, { pieces }: Asked, forgiving: Forgiving): (Found | null)[] {
  return pieces.map((piece) => {
    if (piece.type === 'ways') {
      const ways = knownWays(words, piece.ways)
      return ways.length === 0 ? null : { piece, ways, slips: 0 }
    }
    const ways: Sought[][] = wordWays(words, piece.word, piece.isUnfinished)
    const means = piece.means.map((word) => ({ token: stemOf(word) }))
    if (means.length > 0 && means.every(({ token }) => words.docsOf(token) > 0)) ways.push(means)
    if (forgiving === 'nothing' || (forgiving === 'unknown' && ways.length > 0)) {
      return ways.length === 0 ? null : { piece, ways, slips: 0 }
    }
    const near = words.nearestTo(piece.word, stemOf(piece.word), piece.isUnfinished)
    if (near === null) return ways.length === 0 ? null : { piece, ways, slips: 0 }
    return { piece, ways: [...ways, ...near.words.map((token) => [{ token }])], slips: near.slips }
  })
}

/** A number begun is asked for as a beginning only where there is no such number. */
function knownWays(words: Words, ways: readonly (readonly Sought[])[]): (readonly Sought[])[] {
  const known = ways.filter((way) =>
    way.every(({ token, begins }) => (begins ? words.isBeginning(token) : words.docsOf(token) > 0)),
  )
  const whole = known.filter((way) => way.every(({ begins }) => begins !== true))
  return whole.length > 0 ? whole : known
}

function wordWays(words: Words, word: string, isUnfinished: boolean): Sought[][] {
  const root = stemOf(word)
  const isKnown = words.docsOf(root) > 0
  if (isUnfinished) {
    const ways: Sought[][] = isKnown ? [[{ token: root }]] : []
    if (words.isBeginning(word)) ways.push([{ token: word, begins: true }])
    else if (!isKnown && words.isBeginning(root)) ways.push([{ token: root, begins: true }])
    return ways
  }
  if (isKnown) return [[{ token: root }]]
  const start = [word, root].find((begun) => begun.length > 2 && words.isBeginning(begun))
  return start === undefined ? [] : [[{ token: start, begins: true }]]
}

/** Beginnings this long the index keeps itself. */
const keptBeginning = 3

/** As the full-text index understands it. */
export function conditionOf(words: Words, { ways }: Found): string {
  const parts = ways.map((way) =>
    joined(
      way.map((sought) => termOf(words, sought)),
      ' AND ',
    ),
  )
  return joined(parts, ' OR ')
}

function termOf(words: Words, { token, begins }: Sought): string {
  if (!begins) return quoted(token)
  if (token.length <= keptBeginning) return `${quoted(token)}*`
  const begun = words.begunWith(token)
  return begun.length === 0
    ? quoted(token)
    : joined(
        begun.map(({ word }) => quoted(word)),
        ' OR ',
      )
}

/** About how many records have it. */
export function docsWith(words: Words, { ways }: Found): number {
  return ways.reduce((sum, way) => sum + Math.min(...way.map(({ token, begins }) => countOf(words, token, begins))), 0)
}

const countOf = (words: Words, token: string, begins: boolean | undefined): number =>
  begins === true ? words.begunWith(token).reduce((sum, { docs }) => sum + docs, 0) : words.docsOf(token)

/** The first word of a name is one that answers the piece. */
export function firstOf(words: Words, { ways }: Found): string {
  const terms = ways.flatMap((way) => {
    const [first] = way
    if (first === undefined) return []
    return first.begins && first.token.length > keptBeginning
      ? words.begunWith(first.token).map(({ word }) => quoted(`^${word}`))
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
