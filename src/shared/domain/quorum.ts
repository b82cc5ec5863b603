import { counted } from './text/plural'

/** How many must be present: more than half of the members (the usual rule of associations), or two thirds of them. */
export type QuorumRule = 'majority' | 'two-thirds'

export interface Quorum {
  present: number
  /** The least number present at which decisions are valid. */
  needed: number
  reached: boolean
  /** Russian sentence for the screen and the protocol. */
  text: string
}

const MEMBERS = ['человек', 'человека', 'человек'] as const

/**
 * Quorum of a meeting. `total` members of the roster, `present` of them present, `excused` absent with a good reason:
 * they count as members. All are people. Without a roster (total 0) nothing is needed.
 */
export function quorum(total: number, present: number, excused: number, rule: QuorumRule = 'majority'): Quorum {
  const needed = total <= 0 ? 0 : rule === 'majority' ? Math.floor(total / 2) + 1 : Math.ceil((total * 2) / 3)
  const reached = present >= needed
  if (total <= 0) return { present, needed, reached, text: 'Состав не указан, кворум не определён.' }
  const away = excused > 0 ? `, по уважительной причине отсутствуют ${excused}` : ''
  const verdict = reached ? 'Кворум есть' : `Кворума нет: нужно не меньше ${needed}`
  return { present, needed, reached, text: `Присутствуют ${present} из ${counted(total, MEMBERS)}${away}. ${verdict}.` }
}
