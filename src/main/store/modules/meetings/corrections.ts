import type { Correction, Decision, Meeting, Speech } from '@shared/contract/meetings'
import { formatDate } from '@shared/domain/dates'
import type { z } from 'zod'

type Change = z.infer<typeof Correction>['changes'][number]

/** Every text of the protocol under the name of its place, in reading order. */
function texts(meeting: Meeting): Map<string, { where: string; value: string }> {
  const found = new Map<string, { where: string; value: string }>()
  const put = (key: string, where: string, value: string): void => {
    found.set(key, { where, value })
  }
  const people = (list: readonly { name: string; position: string }[]): string =>
    list.map((one) => [one.name, one.position].filter(Boolean).join(', ')).join('; ')
  put('number', 'Номер', meeting.number)
  put('date', 'Дата', formatDate(meeting.date, 'digits'))
  put('time', 'Время', meeting.time ?? '')
  put('place', 'Место', meeting.place)
  put('theme', 'Тема', meeting.theme)
  put('chairs', 'Председательствующий', people(meeting.chairs))
  put('secretary', 'Секретарь', meeting.secretary ? people([meeting.secretary]) : '')
  put('invited', 'Приглашённые', people(meeting.invited))
  put('count', 'Присутствовали', meeting.attendance.mode === 'count' ? String(meeting.attendance.count ?? '') : '')
  put('attendance', 'Кто присутствовал', meeting.attendance.text)
  for (const entry of meeting.attendance.roster)
    put(`roster/${entry.uid}`, `Присутствие: ${entry.person.name}`, entry.state)
  const speeches = (list: readonly Speech[], where: string): void => {
    for (const speech of list) {
      put(
        `speech/${speech.uid}`,
        `${where}, ${speech.kind === 'report' ? 'слушали' : 'выступили'}`,
        [speech.speaker.name, speech.text].filter(Boolean).join(': '),
      )
    }
  }
  const decisions = (list: readonly Decision[], where: string): void => {
    for (const [index, decision] of list.entries()) {
      put(`decision/${decision.uid}`, `${where}, решение ${index + 1}`, decisionText(decision))
    }
  }
  for (const [index, item] of meeting.agenda.entries()) {
    const where = `Вопрос ${index + 1}`
    put(`item/${item.uid}`, where, item.title)
    put(`speakers/${item.uid}`, `${where}, докладчики`, people(item.speakers))
    put(`vote/${item.uid}`, `${where}, голосование`, voteLine(item.vote))
    speeches(item.speeches, where)
    decisions(item.decisions, where)
  }
  speeches(meeting.speeches, 'Без вопроса')
  decisions(meeting.decisions, 'Без вопроса')
  return found
}

function decisionText(decision: Decision): string {
  const addressees = decision.addressees.map((one) => one.text).join(', ')
  const apart = decision.dues
    .filter((due) => due.range === null)
    .map((due) => due.text)
    .join(', ')
  return [addressees, decision.text, apart].filter(Boolean).join(' — ')
}

function voteLine(vote: Meeting['agenda'][number]['vote']): string {
  if (vote.unanimous) return 'единогласно'
  if (vote.for === null && vote.against === null && vote.abstained === null) return ''
  return `за ${vote.for ?? 0}, против ${vote.against ?? 0}, воздержались ${vote.abstained ?? 0}`
}

/** What a correction changes, place by place. */
export function correctionsBetween(before: Meeting, after: Meeting): Change[] {
  const was = texts(before)
  const is = texts(after)
  const changes: Change[] = []
  for (const [key, { where, value }] of is) {
    const old = was.get(key)?.value ?? ''
    if (old !== value) changes.push({ where, before: old, after: value })
  }
  for (const [key, { where, value }] of was) {
    if (!is.has(key) && value !== '') changes.push({ where, before: value, after: '' })
  }
  return changes
}
