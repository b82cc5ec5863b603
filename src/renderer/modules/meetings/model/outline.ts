import type { Meeting } from '@shared/contract/meetings'
import { itemAt } from './agenda'
import { isEmptyDecision, isEmptySpeech, wasVoted } from './blank'
import type { View } from './fields'

/** The left pane: parts of the protocol in the order of the paper, each with a line about what is in it. */
export interface OutlineEntry {
  view: View
  /** «1.» for agenda items, empty otherwise. */
  number: string
  title: string
  /** False while nothing has been typed: shown greyed. */
  named: boolean
  speeches: number
  decisions: number
  voted: boolean
}

export function outlineOf(meeting: Meeting): { items: OutlineEntry[]; general: OutlineEntry } {
  return {
    items: meeting.agenda.map((item, index) => ({
      view: itemAt(item.uid),
      number: `${index + 1}.`,
      title: item.title.trim() || 'Вопрос без названия',
      named: item.title.trim() !== '',
      ...contentOf(item),
      voted: wasVoted(item.vote),
    })),
    general: {
      view: { at: 'general' },
      number: '',
      title: 'Без вопроса',
      named: true,
      ...contentOf(meeting),
      voted: false,
    },
  }
}

function contentOf({ speeches, decisions }: Pick<Meeting, 'speeches' | 'decisions'>) {
  return {
    speeches: speeches.filter((speech) => !isEmptySpeech(speech)).length,
    decisions: decisions.filter((decision) => !isEmptyDecision(decision)).length,
  }
}
