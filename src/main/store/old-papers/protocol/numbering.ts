import type { Para } from './blocks'
import { roman } from './numbers'
import { cut, type Piece, strip } from './piece'

/** Numbers of items and decisions, typed or made by Word. */

export type NumberKind = 'figures' | 'roman' | 'letter' | 'bullet'

export interface Numbered {
  kind: NumberKind
  /** As printed, without the dot: «1.2», «IV», «а»; '' for a bullet. */
  n: string
  /** The last number of it: 2 of «1.2», 4 of «IV»; 0 where there is none. */
  order: number
  /** Numbers it consists of: 2 for «1.2». */
  parts: number
  /** Typed sign and number, empty when Word's own. */
  sign: Piece
  body: Piece
  auto: boolean
}

const TYPED =
  /^(?:(?:п(?:ункт)?\.?\s?(?=\d))?(?<figures>\d{1,2}(?:\.\d{1,2}){0,3})(?:[.)]+(?!\s*\d+[.\s-]*\d*\s*(?:г|чел|экз|%))\s*(?=\D)|\s+(?<=\.\d{1,2}\s+)(?=\p{L}))|(?<roman>[IVXІХ]{1,5})(?:[.)]\s*|\s+(?=\p{Lu}))|(?<letter>[а-яёa-z])\)\s*|(?<bullet>[-–—•*▪●·○])\s+)/u

const AUTO = /^(?:(?<figures>\d{1,3}(?:\.\d{1,3}){0,5})|(?<roman>[IVXLІХ]{1,6})|(?<letter>\p{L}))\s?[.):]*$/u

/** The number a paragraph begins with; null when with none. */
export function numberOf(para: Para): Numbered | null {
  const known = numbers.get(para.piece)
  if (known !== undefined && known.label === para.label) return known.number
  const number = numberIn(para)
  numbers.set(para.piece, { label: para.label, number })
  return number
}

/** Every stage asks it of the same words again. */
const numbers = new WeakMap<Piece, { label: string; number: Numbered | null }>()

function numberIn(para: Para): Numbered | null {
  if (para.label !== '') {
    const auto = AUTO.exec(para.label.replace(/^\(/u, ''))
    return of(auto?.groups ?? { bullet: para.label }, cut(para.piece, 0, 0), para.piece, true)
  }
  return typedNumber(para.piece)
}

export function typedNumber(piece: Piece): Numbered | null {
  const match = TYPED.exec(piece.text.slice(0, 40))
  if (!match) return null
  const length = match[0].length
  if (length >= piece.text.length) return null
  return of(match.groups ?? {}, cut(piece, 0, length), strip(cut(piece, length)), false)
}

function of(groups: Partial<Record<string, string>>, sign: Piece, body: Piece, auto: boolean): Numbered | null {
  const { figures, roman: letters, letter } = groups
  if (figures) {
    const parts = figures.split('.')
    return { kind: 'figures', n: figures, order: Number(parts.at(-1)), parts: parts.length, sign, body, auto }
  }
  const value = letters ? roman(letters) : null
  if (letters && value !== null) return { kind: 'roman', n: letters, order: value, parts: 1, sign, body, auto }
  if (letter) {
    const lower = letter.toLowerCase()
    const order = 'абвгдежзиклмнопрст'.indexOf(lower) + 1 || lower.charCodeAt(0) - 96
    return { kind: 'letter', n: letter, order, parts: 1, sign, body, auto }
  }
  return { kind: 'bullet', n: '', order: 0, parts: 1, sign, body, auto }
}

/** «1. О плане. 2. О фонде.» on one line as its parts; the whole when there is no second number. */
export function inlineItems(piece: Piece): Piece[] {
  const first = /^(\d{1,2})([.)])(?!\d)/u.exec(piece.text)
  if (!first) return [piece]
  const cuts = [0]
  let next = Number(first[1]) + 1
  for (const match of piece.text.matchAll(/(?<=[\s;]|[^\d]\.)(\d{1,2})([.)])\s*(?=[\p{L}«"(])/gu)) {
    if (Number(match[1]) !== next || match[2] !== first[2]) continue
    cuts.push(match.index)
    next += 1
  }
  return cuts.map((from, index) => strip(cut(piece, from, cuts[index + 1] ?? piece.text.length)))
}
