import type { Decision, MeetingDoc, MeetingRecord } from '@shared/contract/meetings'
import { addressee, due, item, meeting, noVote, person, record, speech, uid } from '../../fixtures/meetings/make'

/**
 * Types the two real protocols in, from their text at test time: the repository keeps no real names. This is a typist,
 * not the importer: it knows these two papers and nothing else.
 */

export interface Transcribed {
  record: MeetingRecord
  /** Sentences of the original that its paper must hold, each with what it is. */
  facts: { what: string; text: string }[]
}

const ORDINALS = [
  'первому',
  'второму',
  'третьему',
  'четвертому',
  'пятому',
  'шестому',
  'седьмому',
  'восьмому',
  'девятому',
  'десятому',
]
const LABEL = /(?:По результатам голосования МО решило|Принято решение|Решение|Решили):/u

export function transcribeDistrict(source: string): Transcribed {
  const text = tidy(source.replace('[bookmark: _GoBack]', ''))
  const [head = '', body = ''] = split(text, 'По первому вопросу')
  const [above = '', agendaText = ''] = split(head, 'Повестка заседания')
  const titles = [...joined(agendaText).matchAll(/\d+\.\s*(.*?)(?=\s\d+\.\s?[А-Я]|$)/gu)].map(
    (match) => match[1]?.trim() ?? '',
  )
  const parts = cutByOrdinals(joined(body.split('Руководитель РМО:')[0] ?? ''))
  const chair = field(above, /Руководитель:\s*(.+)/u)
  const secretary = field(above, /Секретарь:\s*(.+)/u)
  const [, count = '', who = ''] = /Присутствовали:\s*(\d+)\s+(.+)/u.exec(above) ?? []
  const items = titles.map((title, index) => districtItem(title, parts[index] ?? ''))
  const doc = meeting({
    number: field(above, /ПРОТОКОЛ№\s*(\d+)/u),
    date: isoOf(field(above, /(\d\d\.\d\d\.\d{4})/u)),
    place: field(above, /Место проведения:\s*(.+)/u),
    chairs: [person(chair, 'Руководитель')],
    secretary: person(secretary),
    attendance: { mode: 'count', count: Number(count), text: who.replace(/\.$/u, ''), roster: [] },
    agenda: items,
  })
  const facts = [
    { what: 'номер', text: `ПРОТОКОЛ № ${doc.number}` },
    { what: 'дата', text: field(above, /(\d\d\.\d\d\.\d{4})/u) },
    { what: 'место', text: doc.place },
    { what: 'руководитель', text: `Руководитель: ${chair}` },
    { what: 'секретарь', text: `Секретарь: ${secretary}` },
    { what: 'присутствовали', text: `Присутствовали: ${count} ${doc.attendance.text}` },
    ...titles.map((title, index) => ({ what: `вопрос ${index + 1}`, text: title })),
    ...parts.flatMap((part, index) => partFacts(part, index + 1)),
  ]
  return { record: record(doc), facts }
}

function districtItem(title: string, part: string): MeetingDoc['agenda'][number] {
  const [heard = '', decided = ''] = split(part, LABEL)
  const vote = /«за»\s*-\s*(\d+)/u.exec(heard)
  return item(title, {
    speeches: [speech(person(''), (heard.split('Голосовали:')[0] ?? '').trim())],
    vote: vote === null ? noVote : { for: Number(vote[1]), against: 0, abstained: 0, unanimous: false },
    decisions: [{ uid: uid(), text: decided.trim(), addressees: [], dues: [], carriedFrom: null }],
  })
}

function partFacts(part: string, number: number): Transcribed['facts'] {
  const [heard = '', decided = ''] = split(part, LABEL)
  const [said = '', voted] = heard.split('Голосовали:')
  return [
    { what: `слушали ${number}`, text: said },
    ...(voted === undefined ? [] : [{ what: `голосовали ${number}`, text: `Голосовали: ${voted}` }]),
    { what: `решение ${number}`, text: decided },
  ]
}

function cutByOrdinals(text: string): string[] {
  const starts = ORDINALS.map((ordinal) => text.search(new RegExp(`По ${ordinal}\\s+вопросу`, 'u')))
  return starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length).trim())
}

export function transcribeCity(source: string): Transcribed {
  const text = tidy(source)
  const bare = text.replaceAll('**', '')
  const theme = joined(/ПРОТОКОЛ\s+совещания\s+«([^»]+)»/u.exec(bare)?.[1] ?? '')
  const [, day = '', hour = '', minute = ''] = /Дата проведения:\s*(\S+), (\d\d)-(\d\d)/u.exec(bare) ?? []
  const [, count = '', who = ''] = /Присутствовали:\s*(\d+) чел\. \(([^)]+)\)/u.exec(bare) ?? []
  const question = joined(/Повестка дня:(.*?)Решили:/su.exec(bare)?.[1] ?? '').trim()
  const [, list = '', tail = ''] = /\*\*Решили:\*\*(.*)Секретарь совещания(.*)/su.exec(text) ?? []
  const decisions = [
    ...joined(list).matchAll(/(?<!\d)(\d{1,2})\. (Руководител.*?)(?=\s\d{1,2}\. Руководител|\s*$)/gu),
  ].map((match) => cityDecision(match[2] ?? ''))
  const [, name = '', position = ''] = /^\s*([^,]+),\s*(.+)$/su.exec(joined(tail).trim()) ?? []
  const doc = meeting({
    date: isoOf(day),
    time: `${hour}:${minute}`,
    place: field(bare, /Место проведения:\s*(.+)/u),
    theme,
    layout: 'decisions',
    decisionLabel: 'Решили',
    secretary: person(name, position),
    attendance: { mode: 'count', count: Number(count), text: who, roster: [] },
    agenda: [item(question)],
    decisions,
  })
  const facts = [
    { what: 'тема', text: `ПРОТОКОЛ совещания ${theme}` },
    { what: 'дата и время', text: `Дата проведения: ${day}, ${hour}:${minute}` },
    { what: 'место', text: `Место проведения: ${doc.place}` },
    { what: 'присутствовали', text: `Присутствовали: ${count} человек (${who})` },
    { what: 'вопрос', text: `Повестка дня: ${question}` },
    ...decisions.map((made, index) => ({ what: `решение ${index + 1}`, text: made.text })),
    { what: 'секретарь', text: `${name}, ${position}` },
  ]
  return { record: record(doc, { heading: 'совещания', name: 'Совещание' }), facts }
}

/** The bold of the original marks the due; it stands in brackets, which may be inside or outside the bold. */
function cityDecision(marked: string): Decision {
  const dues = [...marked.matchAll(/\*\*\(?([^*()]+)\)?\*\*/gu)].map((match) => match[1]?.trim() ?? '')
  const text = marked.replaceAll('**', '').trim()
  return {
    uid: uid(),
    text,
    addressees: [addressee(/^Руководител\p{L}+ (?:ИБЦ, МИБЦ|ИБЦ|МИБЦ)/u.exec(text)?.[0] ?? '', 'role')],
    dues: dues.map((words) => due(text, words)),
    carriedFrom: null,
  }
}

function tidy(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(/[^\S\n]+/gu, ' ')
}

/** Lines broken by the width of the paper made one. */
function joined(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/ - - /gu, '-').trim()
}

function split(text: string, by: string | RegExp): [string, string] {
  const at = typeof by === 'string' ? text.indexOf(by) : text.search(by)
  if (at < 0) return [text, '']
  const length = typeof by === 'string' ? 0 : (by.exec(text)?.[0].length ?? 0)
  return [text.slice(0, at), text.slice(at + length)]
}

function field(text: string, pattern: RegExp): string {
  return pattern.exec(text)?.[1]?.trim() ?? ''
}

function isoOf(digits: string): string {
  return digits.split('.').reverse().join('-')
}
