import { masked } from './addressee-words'
import type { Para } from './blocks'
import { type SectionRole, sectionLabel } from './labels'
import { numberOf } from './numbering'
import { cut, strip } from './piece'
import { opensQuestion } from './questions'

const INSIDE =
  /(?<=[.!?…;»)])\s+(?=(?:выступили|решили|решено|решение|постановили|постановлено|принят[оы]\s+решени[ея]|голосовали)(?:\s+по\s[^.:;]{3,40})?\s*:)/giu

const TOLD: readonly (SectionRole | undefined)[] = ['heard', 'spoke', 'vote', 'decisions']

/**
 * «Слушали: … показала выставку. Решение: выставку одобрить.» as its parts, each beginning with its label; the paragraph
 * itself where it is one. `deciding`: among decisions only a paragraph that begins with a label of its own is parted.
 */
export function gluedParts(para: Para, deciding: boolean): Para[] {
  const own = numberOf(para)?.body ?? para.piece
  if (deciding && !TOLD.includes(sectionLabel(own)?.role) && opensQuestion(own) === null) return [para]
  const { piece } = para
  if (piece.text.search(INSIDE) < 0) return [para]
  const cuts = [...masked(piece.text).matchAll(INSIDE)]
    .map((match) => match.index + match[0].length)
    // «4) Решили: …» begins with its label.
    .filter((at) => at > piece.text.length - own.text.length && /\p{Lu}/u.test(piece.text.charAt(at)))
  if (cuts.length === 0) return [para]
  return [0, ...cuts].map((from, index) => ({
    ...para,
    piece: strip(cut(piece, from, cuts[index] ?? piece.text.length)),
    ...(index === 0 ? {} : { label: '', level: null, list: null, apart: false }),
  }))
}
