import { addresseeHeading } from './addressees'
import type { Block, Para } from './blocks'
import { kindOfTable } from './columns'
import { headLabel, sectionLabel } from './labels'
import { type Numbered, numberOf } from './numbering'
import type { Piece } from './piece'
import { opensQuestion } from './questions'

/** A paper without a «Повестка»: the headings of its body are the agenda. */

export interface Heading {
  para: Para
  number: Numbered | null
  body: Piece
}

type Manner = (para: Para, number: Numbered | null, body: Piece) => boolean

const TITLE_WORDS = /^(?:об?|обо)\s+\p{L}|^(?:разное|организационные\s+вопросы|текущие\s+вопросы)(?!\p{L})/iu

/** Ways to write such headings, the surest first. */
const MANNERS: readonly Manner[] = [
  (_, number) => number?.kind === 'roman',
  (para, number, body) =>
    number?.kind === 'figures' && number.parts === 1 && (para.prominent || TITLE_WORDS.test(body.text)),
  (para, number, body) => number === null && para.prominent && TITLE_WORDS.test(body.text),
]

/** The headings in their order; none where the paper names its agenda or opens its questions by other words. */
export function headingsOf(blocks: readonly Block[], from: number): Heading[] {
  const body = blocks.slice(from)
  const otherwise = body.some((block) => {
    if (block.kind === 'table') return ['agenda', 'questions'].includes(kindOfTable(block.table))
    const own = numberOf(block.para)?.body ?? block.para.piece
    return sectionLabel(own)?.role === 'agenda' || opensQuestion(own) !== null
  })
  if (otherwise) return []
  for (const manner of MANNERS) {
    const found = ofManner(body, manner)
    if (found.length >= 2) return found
  }
  return []
}

function ofManner(blocks: readonly Block[], manner: Manner): Heading[] {
  const found: Heading[] = []
  /** Something must be told under each before the next. */
  let told = true
  for (const block of blocks) {
    if (block.kind === 'table') {
      told = true
      continue
    }
    const { para } = block
    const number = numberOf(para)
    const body = number?.body ?? para.piece
    const section = sectionLabel(body)
    // What is numbered after РЕШИЛИ is decided, whatever its numbers look like.
    if (found.length === 0 && (section?.role === 'decisions' || section?.role === 'heard')) return []
    const follows = number === null || number.order === found.length + 1
    if (follows && section === null && fits(body) && manner(para, number, body)) {
      if (!told) return []
      found.push({ para, number, body })
      told = false
    } else if (/\p{L}/u.test(body.text)) told = true
  }
  return told ? found : []
}

const fits = (body: Piece): boolean => {
  const head = headLabel(body)
  return (
    body.text.length <= 400 &&
    !(head !== null && /[:–—-]\s*$/u.test(head.label.text)) &&
    addresseeHeading(body) === null
  )
}
