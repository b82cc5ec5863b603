import type { ProtocolLayout } from '@shared/contract/associations'
import type { PersonRef } from '@shared/contract/fields'
import type { AgendaItem, AttendanceEntry, Decision, MeetingDoc, Speech } from '@shared/contract/meetings'
import { buildProtocol } from '@shared/papers/protocol/build'
import { paperToDocx } from '@store/documents/docx/writer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meeting, profileWith, record, uid } from '../../fixtures/meetings/make'
import { factsOf } from './facts'
import { essence, mammothText } from './read-docx'

/** Any meeting whatever: each string that was typed is found in the text of the Word file. */

const words = [
  'план',
  'работы',
  'школьной',
  'библиотеки',
  '№ 15',
  '"Книга"',
  'г. Азов',
  '2023-2024',
  '№7',
  '—',
  '5%',
  'О.',
  'ёлка',
  'А.В.',
  '(срок)',
  '<b>&amp;',
]
const odd = ['\u0001', '\u200b', '\ud800', '📚', '\t', '\u00a0', "'", '…', '\\', '%1.', '$&']

const text = (max: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...words) },
        fc.constantFrom(...odd),
        fc.string({ maxLength: 6 }),
      ),
      { maxLength: max },
    )
    .map((parts) => parts.join(' '))
const line = text(5).map((value) => value.replace(/\s+/gu, ' ').trim())
const paragraphs = fc.array(text(6), { maxLength: 3 }).map((parts) => parts.join('\n'))

const person: fc.Arbitrary<PersonRef & { uid: string }> = fc
  .record({
    name: fc.oneof(fc.constantFrom('Щеглова Т.М.', 'Козырева Л.Д.', 'Орехова Марина Сергеевна'), line),
    position: line,
  })
  .map((who) => ({ ...who, librarianId: null, uid: uid() }))
const speech: fc.Arbitrary<Speech> = fc.record({
  uid: fc.constant('speech-1'),
  kind: fc.constantFrom('report', 'remark'),
  speaker: person,
  text: paragraphs,
})
// Words of their own, so that an addressee found in the text is there and not a namesake.
const addressee = fc
  .constantFrom('Руководителям ИБЦ', 'Гусева Т.Ф.', 'всем участникам', 'МБОУ СОШ № 88')
  .map((who) => ({
    uid: uid(),
    kind: 'group' as const,
    text: who,
    librarianId: null,
    schoolId: null,
  }))
const due = fc.record({
  text: fc.constantFrom('до 10 октября 2023 г.', 'май 2024 года', 'постоянно', '1 раз в квартал', ''),
  range: fc.option(fc.tuple(fc.integer({ min: -2, max: 40 }), fc.integer({ min: -2, max: 60 }))),
  from: fc.constant(null),
  to: fc.constant(null),
  recurrence: fc.constant(null),
})
const decision: fc.Arbitrary<Decision> = fc.record({
  uid: fc.constant('decision-1'),
  text: fc.oneof(
    paragraphs,
    fc.constantFrom('Подготовить отчёт за 2023 г.', 'Назначать встречи (постоянно).', 'Принять к сведению;'),
  ),
  addressees: fc.array(addressee, { maxLength: 2 }),
  dues: fc.array(due, { maxLength: 2 }),
  carriedFrom: fc.constant(null),
})
const count = fc.option(fc.integer({ min: 0, max: 300 }))
const item: fc.Arbitrary<AgendaItem> = fc.record({
  uid: fc.constant('agenda-item'),
  title: paragraphs,
  speakers: fc.array(person, { maxLength: 2 }),
  speeches: fc.array(speech, { maxLength: 3 }),
  vote: fc.record({ for: count, against: count, abstained: count, unanimous: fc.boolean() }),
  decisions: fc.array(decision, { maxLength: 3 }),
})
const entry: fc.Arbitrary<AttendanceEntry> = fc.record({
  uid: fc.constant('attendee-1'),
  person,
  schoolId: fc.constant(null),
  school: line,
  state: fc.constantFrom('present', 'absent', 'excused'),
  note: line,
})
const attendance: fc.Arbitrary<MeetingDoc['attendance']> = fc.oneof(
  fc.record({ mode: fc.constant('count' as const), count, text: line, roster: fc.constant<AttendanceEntry[]>([]) }),
  fc.record({
    mode: fc.constant('roster' as const),
    count: fc.constant(null),
    text: line,
    roster: fc.array(entry, { maxLength: 5 }),
  }),
)
const anyMeeting: fc.Arbitrary<MeetingDoc> = fc
  .record({
    number: line,
    time: fc.constantFrom(null, '09:00', '14:30'),
    place: line,
    format: fc.constantFrom('none', 'online', 'video', 'in-person', 'correspondence'),
    theme: line,
    decisionLabel: line,
    chairs: fc.array(person, { maxLength: 2 }),
    secretary: fc.option(person),
    invited: fc.array(person, { maxLength: 2 }),
    attendance,
    agenda: fc.array(item, { maxLength: 3 }),
    speeches: fc.array(speech, { maxLength: 2 }),
    decisions: fc.array(decision, { maxLength: 2 }),
    note: fc.constant('ЗАМЕТКАДЛЯСЕБЯ'),
  })
  .map((made) => meeting(made))

describe.each<ProtocolLayout>(['full', 'decisions', 'programme'])('layout %s', (layout) => {
  test('every typed string is in the Word file', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        anyMeeting,
        fc.constantFrom(0, 2, 10),
        fc.constantFrom('words', 'digits'),
        async (doc, over, dateStyle) => {
          const made = record(doc)
          const profile = profileWith({ rosterAnnexOver: over, dateStyle })
          const docx = await paperToDocx(buildProtocol(made, { profile, layout }))
          const found = essence(await mammothText(docx))
          for (const fact of factsOf(made, layout)) expect(found).toContain(essence(fact))
          expect(found).not.toContain(essence('ЗАМЕТКАДЛЯСЕБЯ'))
        },
      ),
      { numRuns: 60 },
    )
  })
})
