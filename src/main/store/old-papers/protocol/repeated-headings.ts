import type { AgendaItem } from '@shared/contract/meetings'
import { stems } from '@shared/domain/text/stems'
import type { z } from 'zod'
import type { Para } from './blocks'
import type { DecisionList } from './decisions'
import type { Numbered } from './numbering'
import type { Piece } from './piece'
import { beginsRemark } from './speech'

/** Lines of the body that repeat an item of the agenda. */

type Agenda = readonly z.infer<typeof AgendaItem>[]

/** What is being read where the line stands. */
interface Reading {
  /** The list of decisions that is open. */
  decisions: DecisionList | null
  /** After «ВЫСТУПИЛИ». */
  speaking: boolean
  /** After the vote on the item before: what bears the next number is the next item. */
  voted: boolean
}

/** «4. РАЗНОЕ. Ушакова З.Ф. проинформировала …»: the item's title, then what was said. */
export function titledBy(
  agenda: Agenda,
  next: number,
  body: Piece,
  number: Numbered | null,
): { item: number; length: number } | null {
  if (topOrder(number) === null) return null
  const index = (topOrder(number) ?? 0) - 1
  const title = agenda[index]?.title ?? ''
  if (title.length < 5 || index !== next) return null
  const head = body.text.slice(0, title.length)
  const rest = body.text.slice(title.length)
  return plain(head) === plain(title) && /^\s*[.:;–—-]\s*\S/u.test(rest) ? { item: index, length: title.length } : null
}

/** «По вопросу о сборнике сценариев выступил …»: the item its words name, and their length. */
export function topicOf(agenda: Agenda, body: Piece): { item: number; length: number } | null {
  const match = TOPIC.exec(body.text.slice(0, 320))
  const title = match?.groups?.title
  if (match === null || title === undefined) return null
  const shares = agenda.map((item) => similar(title, item.title))
  const best = Math.max(...shares)
  return best >= 0.6 ? { item: shares.indexOf(best), length: match[0].length } : null
}

const TOPIC =
  /^по\s+вопрос(?:у|ам)\s*[:«"“]?\s*(?<title>.{5,250}?)[»"”]?\s*[,.:;–—-]?\s*(?=(?:слушали|заслуш|прослуш|выступ|долож|докладыва|сообщ|информаци|проинформ|высказ|рассказ|реш[ие]|постанов|предлож|обсуди)|$)/iu

/** A heading that repeats an item of the agenda, or its number with what is told of it. */
export function headingOf(
  agenda: Agenda,
  next: number,
  para: Para,
  number: Numbered | null,
  state: Reading,
): { item: number; title: boolean } | null {
  if (agenda.length === 0) return null
  const body = number?.body ?? para.piece
  const { decisions } = state
  const inList = decisions !== null
  if (number && number.kind !== 'bullet' && number.kind !== 'letter' && number.parts === 1) {
    const index = number.order - 1
    const item = agenda[index]
    if (item && index === next) {
      const share = similar(body.text, item.title)
      const short = body.text.length <= 220
      const otherList =
        !inList ||
        (para.list !== null
          ? para.list !== decisions?.ofList
          : !decisions?.numbered || number.kind !== decisions.last?.kind)
      if (share >= 0.6 && short && (!inList || otherList || share >= 0.75))
        return { item: index, title: share >= 0.6 && !beginsRemark(body) }
      if (state.voted && number.kind === 'figures' && short) return { item: index, title: false }
      if (otherList && number.kind === 'roman')
        return { item: index, title: short && !beginsRemark(body) && !/[.!?]\s+\p{Lu}/u.test(body.text) }
      if (otherList && para.prominent && short && share >= 0.3) return { item: index, title: true }
      if (otherList && (beginsRemark(body) || /^(?:рассмотрели|обсудили|разное)/iu.test(body.text)) && !state.speaking)
        return { item: index, title: false }
    }
  }
  if (number === null && body.text.length <= 220) {
    for (const index of [next, next + 1]) {
      const item = agenda[index]
      if (
        item &&
        item.title.length >= 8 &&
        similar(body.text, item.title) >= 0.8 &&
        (para.prominent || body.text.length >= item.title.length * 0.6) &&
        !beginsRemark(body)
      )
        return { item: index, title: true }
    }
  }
  return null
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[«»"“”„]/gu, '"')
    .replace(/[–—-]/gu, '-')

export const topOrder = (number: Numbered | null): number | null =>
  number && number.parts === 1 && (number.kind === 'figures' || number.kind === 'roman') ? number.order : null

/** Share of the words of a heading that are of the item's title. */
export function similar(heading: string, title: string): number {
  const of = (text: string): string[] =>
    stems(text.slice(0, 400))
      .split(' ')
      .filter((word) => word.length > 2)
  const own = of(heading)
  const words = new Set(of(title))
  if (own.length === 0 || words.size === 0) return 0
  return own.filter((word) => words.has(word)).length / own.length
}
