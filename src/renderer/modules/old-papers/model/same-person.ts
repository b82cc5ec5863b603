import type { PersonRef } from '@shared/contract/fields'
import type { Meeting, Speech } from '@shared/contract/meetings'
import type { ProtocolDraft } from '@shared/contract/old-papers'
import type { Of } from '../review/ReviewContext'
import { confirm, markOf } from './marks'

/** Who «Иванова О.П.» is, said once, holds for every place of the paper where she is named and still doubted. */
export function chooseEverywhere(paper: Of<'protocol'>, name: string, librarianId: number): Of<'protocol'> {
  let next = paper
  const protocol = mapPeople(paper.protocol, (person, path) => {
    const mark = markOf(paper, path)
    const fits = mark && !mark.sure && mark.choices.some((choice) => choice.librarianId === librarianId)
    if (!fits || !sameWords(person.name, name)) return person
    next = confirm(next, path)
    return { ...person, librarianId }
  })
  return next === paper ? paper : { ...next, protocol }
}

const sameWords = (a: string, b: string): boolean =>
  a.replace(/\s+/gu, '').toLowerCase() === b.replace(/\s+/gu, '').toLowerCase()

type Change = <P extends PersonRef>(person: P, path: string) => P

/** Every person of a protocol, with the path her mark has. What is not changed stays the same object. */
function mapPeople(protocol: ProtocolDraft, change: Change): ProtocolDraft {
  const people = <P extends PersonRef & { uid: string }>(room: string, list: P[]) =>
    list.map((person) => change(person, `${room}/${person.uid}`))
  const speeches = (list: Speech[]) =>
    list.map((speech) => {
      const speaker = change(speech.speaker, `speeches/${speech.uid}/speaker`)
      return speaker === speech.speaker ? speech : { ...speech, speaker }
    })
  const agenda: Meeting['agenda'] = protocol.agenda.map((item) => ({
    ...item,
    speakers: people(`agenda/${item.uid}/speakers`, item.speakers),
    speeches: speeches(item.speeches),
  }))
  return {
    ...protocol,
    chairs: people('chairs', protocol.chairs),
    secretary: protocol.secretary && change(protocol.secretary, 'secretary'),
    invited: people('invited', protocol.invited),
    attendance: {
      ...protocol.attendance,
      roster: protocol.attendance.roster.map((entry) => {
        const person = change(entry.person, `roster/${entry.uid}`)
        return person === entry.person ? entry : { ...entry, person }
      }),
    },
    agenda,
    speeches: speeches(protocol.speeches),
  }
}
