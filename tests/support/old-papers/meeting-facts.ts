import type { Decision, Meeting, Speech } from '@shared/contract/meetings'
import { parsePersonName, shortName } from '@shared/domain/text/names'
import { decisionParagraphs } from '@shared/papers/protocol/decision-text'
import { printed } from './roadmap-facts'

/** What of a meeting a paper of its layout says: two records with the same facts are the same paper. */

const words = printed
const name = (text: string): string => {
  const parsed = parsePersonName(text)
  return (parsed ? shortName(parsed) : text).replace(/\s+/gu, ' ').trim()
}

/** Those the printed decision begins with: who else is in its sentence, the paper does not tell to be an addressee. */
function addressed(printed: string, addressees: Decision['addressees']): string[] {
  const sentence = printed.toLowerCase()
  return (
    addressees
      .map((one) => words(one.text).toLowerCase())
      // «Руководителю РМО Ветлугиной Н.С.» and «Ветлугиной Н.С.» are one.
      .map((one) => /\S+\s\p{L}\.\s?\p{L}\.?$/u.exec(one)?.[0] ?? one)
      .filter((one) => {
        const at = sentence.indexOf(one)
        return at === 0 || (at > 0 && at < 160 && /(?:,|\sи)\s$/u.test(sentence.slice(0, at)))
      })
      .sort()
  )
}

/** As printed: a paper has the addressee and the срок in the sentence, whatever field they were typed in. */
const decision = (one: Decision) => {
  const text = decisionParagraphs(one)
    .map((runs) => words(runs.map((run) => run.text).join('')))
    .join('\n')
  return {
    text,
    addressees: addressed(text, one.addressees),
    dues: one.dues.map(({ text: due, from, to, recurrence }) => ({ text: words(due), from, to, recurrence })),
  }
}

/** After a dash the printed words begin in lower case. */
const begun = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
const speech = ({ kind, speaker, text }: Speech) => ({ kind, speaker: name(speaker.name), text: begun(words(text)) })

/** @param layout in which it was printed: what it leaves out is no fact */
export function meetingFacts(
  meeting: Omit<Meeting, 'seriesId' | 'date'> & { date: string | null },
  layout: Meeting['layout'],
) {
  const { attendance } = meeting
  const full = layout === 'full'
  return {
    number: meeting.number,
    date: meeting.date,
    time: meeting.time,
    place: words(meeting.place),
    theme: words(meeting.theme),
    chairs: layout === 'decisions' ? [] : meeting.chairs.map((one) => name(one.name)),
    secretary: meeting.secretary === null || layout === 'programme' ? null : name(meeting.secretary.name),
    invited: meeting.invited.map((one) => name(one.name)),
    present:
      attendance.mode === 'count'
        ? attendance.count
        : attendance.roster.filter((one) => one.state === 'present').length,
    agenda: meeting.agenda.map(({ title }) => words(title)),
    speakers: meeting.agenda.map((item) => item.speakers.map((one) => name(one.name))),
    speeches: full ? meeting.agenda.map((item) => item.speeches.map(speech)) : [],
    // A programme prints who spoke and what, not on which item.
    spoken:
      layout === 'programme'
        ? [...meeting.agenda.flatMap((item) => item.speeches), ...meeting.speeches].map((one) => ({
            ...speech(one),
            kind: 'remark',
          }))
        : [],
    votes: full ? meeting.agenda.map(({ vote }) => vote) : [],
    decisions: [...meeting.agenda.flatMap((item) => item.decisions), ...meeting.decisions].map(decision),
  }
}
