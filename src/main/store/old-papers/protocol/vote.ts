import type { Vote } from '@shared/contract/meetings'
import type { z } from 'zod'
import { leadingNumber } from './numbers'
import { cut, type Piece } from './piece'

type Votes = z.infer<typeof Vote>

const FOR = /(?<!\p{L})["«“„]?\s?за\s?["»”“]?(?!\p{L})(?!\s+(?:основу|счет|исключ|период|год))/iu
const AGAINST = /(?<!\p{L})["«“„]?\s?против\s?["»”“]?(?!\p{L})/iu
const ABSTAINED = /(?<!\p{L})["«“„]?\s?возд(?:ерж\p{L}*)?\.?\s?["»”“]?(?!\p{L})/iu
const UNANIMOUS = /единогласн|единодушн/iu

/** Votes of «за – 24 чел., против – нет, 1 воздержался», «единогласно», «за – все»; null: no vote in these words. */
export function readVote(text: string): Votes | null {
  const head = text.slice(0, 600)
  const counts = { for: countOf(head, FOR), against: countOf(head, AGAINST), abstained: countOf(head, ABSTAINED) }
  const unanimous = UNANIMOUS.test(head) || counts.for === 'all'
  const number = (part: number | 'all' | null): number | null => (part === 'all' ? null : part)
  const vote = { for: number(counts.for), against: number(counts.against), abstained: number(counts.abstained) }
  if (!unanimous && vote.for === null && vote.against === null && vote.abstained === null) return null
  // «единогласно»: nobody was against and nobody abstained, though it is not said.
  return unanimous
    ? {
        ...vote,
        against: vote.against ?? 0,
        abstained: vote.abstained ?? 0,
        unanimous: (vote.against ?? 0) + (vote.abstained ?? 0) === 0,
      }
    : { ...vote, unanimous: false }
}

/** The vote in brackets at the end of a decision: «… утвердить (за – 12, против – нет).»; null: no such words. */
export function voteAtEnd(piece: Piece): Piece | null {
  const bracket = /\(([^()]{4,160})\)[\s.;]*$/u.exec(piece.text)
  if (
    !bracket ||
    !/^\s*(?:["«“„]?за["»”]?(?!\p{L})|единогласн|голосовал|проголосовал|принято)/iu.test(bracket[1] ?? '')
  )
    return null
  return readVote(bracket[1] ?? '') === null
    ? null
    : cut(piece, bracket.index + 1, bracket.index + 1 + (bracket[1] ?? '').length)
}

function countOf(text: string, part: RegExp): number | 'all' | null {
  const match = part.exec(text)
  if (!match) return null
  const after = text.slice(match.index + match[0].length).replace(/^[\s:–—-]+/u, '')
  const number = leadingNumber(after)
  if (number) return number.value
  if (/^(?:нет|не\s+было|отсутству|никто|ноль|0)/iu.test(after)) return 0
  if (/^(?:все|единогласно|единодушно|100\s?%)/iu.test(after)) return 'all'
  // «1 воздержался», «двое против»
  const before = /(?<![\p{L}\d])(\d{1,4}|\p{L}+)(?:\s+(?:чел\p{L}*\.?|голос\p{L}*|участник\p{L}*))?[\s«"“–—-]*$/iu.exec(
    text.slice(Math.max(0, match.index - 40), match.index + (/^["«“„]/u.test(match[0]) ? 1 : 0)),
  )
  return before ? (leadingNumber(before[1] ?? '')?.value ?? null) : null
}
