import { newUid } from '@shared/contract/fields'
import type { Due, Meeting } from '@shared/contract/meetings'
import { decisionNumbers } from '@shared/domain/numbering'
import { buildExtract } from '@shared/papers/extract'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { agendaItem, decision, librarian, meeting, school } from '../support/records'
import { type TestStore, testStore } from './support/store'

let test: TestStore
let series: number

beforeEach(async () => {
  test = await testStore({ today: '2026-11-20' })
  await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
  const [first] = await test.call('associations.series', {})
  if (!first) throw new Error('The own district has a series')
  series = first.id
})

const save = (over: Partial<Meeting>, id: number | null = null, revision: number | null = null) =>
  test.call('meetings.save', { id, revision, meeting: meeting(series, over) })

const october: Due = { text: 'до 10 октября', range: null, from: null, to: '2026-10-10', recurrence: null }
const december: Due = { text: 'до 25 декабря', range: null, from: null, to: '2026-12-25', recurrence: null }
const addressee = (text: string) => ({ uid: newUid(), kind: 'group' as const, text, librarianId: null, schoolId: null })

describe('a meeting', () => {
  it('comes back as it was saved, whatever was typed', async () => {
    const words = fc.string({ unit: fc.constantFrom(...'абвёжщ «»№—-.,\n()0123456789Aa'.split('')), maxLength: 40 })
    const line = words.map((text) => text.replace(/\s+/gu, ' ').trim())
    const person = fc.record({ librarianId: fc.constant(null), name: line, position: line })
    const withUid = <T extends object>(arbitrary: fc.Arbitrary<T>) =>
      arbitrary.map((value) => ({ ...value, uid: newUid() }))
    const speech = withUid(
      fc.record({ kind: fc.constantFrom('report' as const, 'remark' as const), speaker: person, text: words }),
    )
    const due: fc.Arbitrary<Due> = fc.record({
      text: line,
      range: fc.constantFrom(null, [0, 3] as [number, number]),
      from: fc.constantFrom(null, '2026-10-01'),
      to: fc.constantFrom(null, '2026-12-31'),
      recurrence: fc.constantFrom(null, 'quarterly' as const, 'permanent' as const),
    })
    const decided = withUid(
      fc.record({
        text: words,
        addressees: fc.array(line.filter(Boolean).map(addressee), { maxLength: 2 }),
        dues: fc.array(due, { maxLength: 3 }),
        carriedFrom: fc.constant(null),
      }),
    )
    const item = withUid(
      fc.record({
        title: words,
        speakers: fc.array(withUid(person), { maxLength: 2 }),
        speeches: fc.array(speech, { maxLength: 3 }),
        vote: fc.constantFrom(
          { for: 20, against: 0, abstained: 0, unanimous: false },
          { for: null, against: null, abstained: null, unanimous: true },
        ),
        decisions: fc.array(decided, { maxLength: 3 }),
      }),
    )
    const any = fc.record({
      theme: line,
      place: line,
      chairs: fc.array(withUid(person), { maxLength: 3 }),
      secretary: fc.option(person),
      invited: fc.array(withUid(person), { maxLength: 2 }),
      agenda: fc.array(item, { maxLength: 4 }),
      speeches: fc.array(speech, { maxLength: 2 }),
      decisions: fc.array(decided, { maxLength: 2 }),
    })
    const saved = await save({})
    let { revision } = saved
    await fc.assert(
      fc.asyncProperty(any, async (over) => {
        const wanted = meeting(series, over)
        ;({ revision } = await test.call('meetings.save', { id: saved.id, revision, meeting: wanted }))
        expect((await test.call('meetings.get', { id: saved.id })).meeting).toEqual(wanted)
      }),
      { numRuns: 60 },
    )
  })

  it('is refused on a day that does not exist, and nothing is half-applied', async () => {
    const failure = await test.failure('meetings.save', {
      id: null,
      revision: null,
      meeting: meeting(series, { date: '2026-02-31' }),
    })
    expect(failure).toMatchObject({ code: 'invalid-input', path: 'meeting.date' })
    expect(failure.message).toMatch(/Дата заседания: .*такой даты нет/)
    expect((await test.call('meetings.list', {})).total).toBe(0)
  })

  it('is refused with more votes than people', async () => {
    const vote = { for: 19, against: 1, abstained: 1, unanimous: false }
    const failure = await test.failure('meetings.save', {
      id: null,
      revision: null,
      meeting: meeting(series, { agenda: [agendaItem('О плане', { vote })] }),
    })
    expect(failure).toMatchObject({ code: 'invalid-input', path: 'meeting.agenda.0.vote' })
    expect(failure.message).toContain('голосов 21, а присутствовали 20')
  })

  it('keeps numbers apart in one series and school year only', async () => {
    await save({ number: '1' })
    expect(
      await test.failure('meetings.save', {
        id: null,
        revision: null,
        meeting: meeting(series, { number: '1', date: '2027-03-01' }),
      }),
    ).toMatchObject({
      code: 'duplicate',
      path: 'meeting.number',
    })
    await save({ number: '1', date: '2027-09-10' })
    await save({ number: '' })
    await save({ number: '' })
  })

  it('is refused when another has changed it meanwhile', async () => {
    const { id, revision } = await save({ theme: 'Первая' })
    await save({ theme: 'Вторая' }, id, revision)
    expect(
      await test.failure('meetings.save', { id, revision, meeting: meeting(series, { theme: 'Третья' }) }),
    ).toMatchObject({ code: 'conflict' })
    expect((await test.call('meetings.get', { id })).meeting.theme).toBe('Вторая')
  })
})

describe('a signed protocol', () => {
  const agenda = () => [agendaItem('О плане', { decisions: [decision('Утвердить план')] })]

  it('is locked; a correction is recorded with what it changed', async () => {
    const items = agenda()
    const { id, revision } = await save({ agenda: items })
    const signed = await test.call('meetings.sign', { id, revision, signedOn: '2026-09-11' })
    expect(
      await test.failure('meetings.save', {
        id,
        revision: signed.revision,
        meeting: meeting(series, { agenda: items }),
      }),
    ).toMatchObject({ code: 'locked' })
    expect(await test.failure('meetings.remove', { id })).toMatchObject({ code: 'locked' })
    const changed = meeting(series, { agenda: items.map((item) => ({ ...item, title: 'О плане работы' })) })
    await test.call('meetings.correct', { id, revision: signed.revision, meeting: changed, reason: 'описка' })
    const record = await test.call('meetings.get', { id })
    expect(record.state).toBe('signed')
    expect(record.corrections).toMatchObject([
      { reason: 'описка', changes: [{ where: 'Вопрос 1', before: 'О плане', after: 'О плане работы' }] },
    ])
  })

  it('is not unlocked by undo, only by taking the signature off', async () => {
    const { id, revision } = await save({ agenda: agenda() })
    await test.call('meetings.sign', { id, revision, signedOn: '2026-09-11' })
    expect(await test.failure('history.undo', {})).toMatchObject({ code: 'undo-blocked' })
    await test.call('meetings.unsign', { id, reason: 'забыли вопрос' })
    const record = await test.call('meetings.get', { id })
    expect(record.state).toBe('draft')
    expect(record.corrections[0]?.reason).toContain('забыли вопрос')
  })

  it('cannot be signed empty, unnamed, without anyone to sign or before the meeting', async () => {
    const cases: [Partial<Meeting>, string, RegExp][] = [
      [{}, '2026-09-11', /протокол пуст/],
      [{ agenda: [agendaItem(' ')] }, '2026-09-11', /вопрос 1 повестки не назван/],
      [{ agenda: agenda(), chairs: [] }, '2026-09-11', /кто подписывает/],
      [{ agenda: agenda() }, '2026-09-01', /раньше даты заседания/],
      [
        { agenda: agenda(), attendance: { mode: 'roster', count: null, text: '', roster: [] } },
        '2026-09-11',
        /никто не отмечен/,
      ],
    ]
    for (const [index, [over, signedOn, sentence]] of cases.entries()) {
      const { id, revision } = await save({ ...over, number: `${index + 1}` })
      const failure = await test.failure('meetings.sign', { id, revision, signedOn })
      expect(failure.message).toMatch(sentence)
      expect((await test.call('meetings.get', { id })).state).toBe('draft')
    }
  })
})

describe('decisions', () => {
  it('are overdue until every addressee has done them', async () => {
    const both = decision('Сдать списки', {
      addressees: [addressee('школам города'), addressee('школам района')],
      dues: [october],
    })
    const { id } = await save({
      agenda: [agendaItem('О списках', { decisions: [both, decision('Ждать', { dues: [december] })] })],
    })
    const rows = async () => (await test.call('decisions.list', { schoolYear: '2026-2027' })).rows
    expect((await rows()).map((row) => [row.number, row.state])).toEqual([
      ['1.1', 'overdue'],
      ['1.2', 'open'],
    ])
    expect((await test.call('meetings.list', {})).rows[0]?.overdue).toBe(1)
    const target = (await rows())[0]
    if (!target) throw new Error('Two decisions were saved')
    const mark = (addresseeUid: string | null) => ({
      uid: newUid(),
      addresseeUid,
      state: 'done' as const,
      on: '2026-10-05',
      evidence: 'письмо',
      note: '',
    })
    const [one, two] = both.addressees
    await test.call('decisions.mark', { id: target.id, executions: [mark(one?.uid ?? null)] })
    expect((await rows())[0]?.state).toBe('overdue')
    await test.call('decisions.mark', { id: target.id, executions: [mark(one?.uid ?? null), mark(two?.uid ?? null)] })
    expect((await test.call('decisions.get', { id: target.id })).state).toBe('done')
    expect(
      (await test.call('decisions.list', { filters: [{ column: 'state', op: 'equals', value: 'done' }] })).total,
    ).toBe(1)
    await test.call('history.undo', {})
    expect((await test.call('decisions.get', { id: target.id })).executions).toHaveLength(1)
    expect((await test.call('meetings.get', { id })).meeting.agenda[0]?.decisions[0]).toEqual(both)
  })

  it('unfinished ones are carried over into the next agenda, and the link is kept', async () => {
    await save({
      date: '2026-09-10',
      agenda: [agendaItem('О банке', { decisions: [decision('Сдать сведения', { dues: [october] })] })],
    })
    const [open] = await test.call('meetings.unfinished', { seriesId: series, before: '2026-11-25' })
    if (!open) throw new Error('One decision is overdue')
    const prepared = await test.call('meetings.prepare', {
      seriesId: series,
      date: '2026-11-25',
      carryOver: [open.uid],
    })
    expect(prepared.number).toBe('2')
    expect(prepared.agenda[0]?.decisions[0]).toMatchObject({ text: 'Сдать сведения', carriedFrom: open.uid })
    const saved = await test.call('meetings.save', {
      id: null,
      revision: null,
      meeting: { ...prepared, attendance: { mode: 'count', count: 5, text: '', roster: [] } },
    })
    expect((await test.call('decisions.get', { id: open.id })).carriedTo).toEqual([
      { meetingId: saved.id, text: 'Протокол № 2 от 25.11.2026' },
    ])
  })
})

describe('numbers of decisions', () => {
  it.each(['full', 'decisions', 'programme'] as const)('in the register are those of the paper: %s', async (layout) => {
    const { id } = await save({
      layout,
      agenda: [
        agendaItem('Первый', { decisions: [decision('один'), decision('два')] }),
        agendaItem('Второй'),
        agendaItem('Третий', { decisions: [decision('три')] }),
      ],
      decisions: [decision('четыре'), decision('пять')],
    })
    const { rows } = await test.call('decisions.list', { filters: [{ column: 'meetingDate', op: 'filled' }] })
    const listed = ['один', 'два', 'три', 'четыре', 'пять'].map((text) => rows.find((row) => row.text === text)?.number)
    expect(listed).toEqual(decisionNumbers(layout === 'full' ? 'full' : layout, [2, 0, 1], 2))
    const record = await test.call('meetings.get', { id })
    const profile = await test.call('profile.get', {})
    for (const [index, text] of ['один', 'два', 'три', 'четыре', 'пять'].entries()) {
      const paper = buildExtract(record, { profile }, { number: listed[index] ?? '', schoolName: null })
      expect(JSON.stringify(paper.blocks)).toContain(text)
    }
  })
})

describe('preparing a meeting', () => {
  it('repeats last year’s: agenda and people, not what was said; school years move on', async () => {
    const old = await save({
      date: '2025-09-10',
      theme: 'План на 2025–2026 учебный год',
      agenda: [
        agendaItem('О плане на 2025-2026 учебный год', {
          speakers: [{ uid: newUid(), librarianId: null, name: 'Лугова А.А.', position: '' }],
          decisions: [decision('Утвердить')],
          vote: { for: 20, against: 0, abstained: 0, unanimous: false },
        }),
      ],
    })
    const next = await test.call('meetings.prepare', { seriesId: series, date: '2026-09-11', fromMeetingId: old.id })
    expect(next).toMatchObject({ number: '1', theme: 'План на 2026–2027 учебный год' })
    expect(next.agenda).toMatchObject([
      { title: 'О плане на 2026–2027 учебный год', decisions: [], speeches: [], vote: { for: null } },
    ])
    expect(next.agenda[0]?.speakers[0]?.name).toBe('Лугова А.А.')
  })

  it('takes the roster from the members of the association on that day', async () => {
    const { id: schoolId } = await test.call('schools.save', { id: null, revision: null, school: school('СОШ № 1') })
    const place = { uid: newUid(), schoolId, position: 'библиотекарь', rate: 100, from: null, to: null, main: true }
    const { id: one } = await test.call('librarians.save', {
      id: null,
      revision: null,
      librarian: librarian('Берёзкина', { employments: [place] }),
    })
    const { id: two } = await test.call('librarians.save', {
      id: null,
      revision: null,
      librarian: librarian('Ясенева'),
    })
    const associationId = (await test.call('associations.list', {})).rows[0]?.id ?? 0
    const { association, revision } = await test.call('associations.get', { id: associationId })
    await test.call('associations.save', {
      id: associationId,
      revision,
      association: {
        ...association,
        members: [
          { uid: newUid(), librarianId: two, role: '', from: null, to: '2026-06-01' },
          { uid: newUid(), librarianId: one, role: '', from: '2026-09-01', to: null },
        ],
      },
    })
    const prepared = await test.call('meetings.prepare', { seriesId: series, date: '2026-09-20' })
    expect(prepared.attendance.roster).toMatchObject([
      { person: { librarianId: one, name: 'Берёзкина Анна Ивановна', position: 'библиотекарь' }, school: 'СОШ № 1' },
    ])
  })
})

describe('persons', () => {
  it('a second person of the same name is refused until confirmed', async () => {
    await test.call('librarians.save', { id: null, revision: null, librarian: librarian('Ёжикова') })
    const twin = { id: null, revision: null, librarian: librarian('ЕЖИКОВА') }
    const failure = await test.failure('librarians.save', twin)
    expect(failure).toMatchObject({ code: 'duplicate', path: 'librarian.surname' })
    await test.call('librarians.save', { ...twin, allowDuplicate: true })
    expect((await test.call('librarians.list', {})).total).toBe(2)
  })

  it('an erased person is gone from records, papers, history and undo', async () => {
    const { id } = await test.call('librarians.save', {
      id: null,
      revision: null,
      librarian: librarian('Тайнова', { phone: '+7 900 000-00-00' }),
    })
    await test.call('librarians.save', {
      id,
      revision: 1,
      librarian: librarian('Тайнова', { phone: '+7 911 111-11-11' }),
    })
    await save({ chairs: [{ uid: newUid(), librarianId: id, name: 'Тайнова А.И.', position: '' }] })
    await test.call('backups.make', {})
    const { backups } = await test.call('librarians.erase', { id })
    expect(backups).toHaveLength(1)
    const raw = test.store.router.reader.connection.raw
    const everything = ['change', 'changeGroup', 'librarian', 'meetingPerson']
      .map((table) => JSON.stringify(raw.prepare(`SELECT * FROM ${table}`).all()))
      .join()
    expect(everything).not.toMatch(/Тайнова|тайнова|900 000|911 111/)
    expect((await test.call('history.stack', {})).undo).toBeNull()
    expect(await test.call('app.check', {})).toEqual({ ok: true, problems: [] })
  })
})
