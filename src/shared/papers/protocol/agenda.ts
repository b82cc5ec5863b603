import type { AgendaItem, MeetingRecord } from '../../contract/meetings'
import { line, lineOf, numbered } from '../block-makers'
import type { Block, ListDefinition } from '../model'
import { paragraphs } from '../text'
import { isNamed, peopleText } from './people'

/** Повестка дня. */

export const AGENDA_LIST: ListDefinition = { id: 'agenda', levels: [{ pattern: '%1.', start: 1 }] }

/** The agenda of the full protocol: always numbered, since the items below bear the same numbers. */
export function agendaItems(record: MeetingRecord): Block[] {
  return record.meeting.agenda.flatMap(numberedItem)
}

/** The agenda of the short layouts: a single question needs no number. */
export function shortAgendaItems(record: MeetingRecord): Block[] {
  const { agenda } = record.meeting
  const [only] = agenda
  if (agenda.length !== 1 || only === undefined) return agenda.flatMap(numberedItem)
  return [...paragraphs(only.title).map((text) => line('body', text)), ...speakersLine(only)]
}

function numberedItem(item: AgendaItem): Block[] {
  const title = paragraphs(item.title).map((text) => [{ text }])
  return [...numbered(AGENDA_LIST.id, 0, title.length === 0 ? [[]] : title), ...speakersLine(item)]
}

function speakersLine(item: AgendaItem): Block[] {
  const speakers = item.speakers.filter(isNamed)
  if (speakers.length === 0) return []
  const label = speakers.length === 1 ? 'Докладчик: ' : 'Докладчики: '
  const text = line('item-more', peopleText(speakers))
  return [lineOf('item-more', [{ text: label, italic: true }, ...text.runs])]
}
