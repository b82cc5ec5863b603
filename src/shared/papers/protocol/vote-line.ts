import type { MeetingRecord, Vote } from '../../contract/meetings'
import { voteText } from '../../domain/votes'
import { lineOf } from '../block-makers'
import type { Block } from '../model'

/** «ГОЛОСОВАЛИ: «за» — 29, «против» — нет, «воздержались» — нет». Nothing when no vote was taken. */
export function voteLine(vote: Vote): Block[] {
  const text = votePhrase(vote)
  if (text === '') return []
  return [lineOf('vote', [{ text: 'ГОЛОСОВАЛИ: ', bold: true }, { text }])]
}

/** The word and the counts where both were given: neither makes the other needless. */
function votePhrase(vote: Vote): string {
  const counts = voteText(vote, 'counts')
  return vote.unanimous && counts !== '' && counts !== 'единогласно' ? `единогласно: ${counts}` : counts
}

/**
 * The votes of a short protocol, after its one list of decisions: once when all items were voted alike, else item by
 * item. A meeting that took none, as most of these, has no such line.
 */
export function votesOf(record: MeetingRecord): Block[] {
  const votes = record.meeting.agenda
    .map((item, index) => ({ number: index + 1, text: votePhrase(item.vote) }))
    .filter(({ text }) => text !== '')
  const [first] = votes
  if (first === undefined) return []
  const alike = votes.length === record.meeting.agenda.length && votes.every(({ text }) => text === first.text)
  const text = alike
    ? `: ${first.text}.`
    : ` ${votes.map((vote) => `по вопросу ${vote.number}: ${vote.text}`).join('; ')}.`
  return [lineOf('vote', [{ text: 'Голосовали', bold: true }, { text }], { keepNext: false })]
}
