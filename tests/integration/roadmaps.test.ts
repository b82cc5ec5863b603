import { newUid } from '@shared/contract/fields'
import type { RoadmapMark } from '@shared/contract/roadmaps'
import { roadmapNumbers } from '@shared/domain/roadmap-numbers'
import { describe, expect, it } from 'vitest'
import { event, librarian, meeting, school } from '../support/records'
import { item, roadmap, section } from './support/roadmap'
import { testStore } from './support/store'

const today = '2026-11-21'

const two = () =>
  roadmap([
    section(
      'Организационные мероприятия',
      [
        item({ title: 'Совещание руководителей', due: 'март', executors: ['Управление образования', 'РМО'] }),
        item({
          title: 'Расширение сети',
          parts: [
            ['Заявки', 'февраль-ноябрь'],
            ['Экспертиза', 'октябрь-декабрь'],
          ],
        }),
      ],
      'I',
    ),
    section(
      'Методические мероприятия',
      [item({ title: 'Вебинары', due: 'ежеквартально', number: '7а' }), item()],
      'II',
    ),
  ])

const markOf = (itemUid: string, rest: Partial<RoadmapMark>): RoadmapMark => ({
  uid: newUid(),
  itemUid,
  state: 'done',
  on: '2026-03-12',
  movedTo: null,
  evidence: '',
  note: '',
  ...rest,
})

describe('a road map', () => {
  it('is saved whole and read back the same; a save of nothing new changes nothing', async () => {
    const test = await testStore({ today })
    const paper = two()
    const { id, revision } = await test.call('roadmaps.save', { id: null, revision: null, roadmap: paper })
    const record = await test.call('roadmaps.get', { id })
    expect(record.roadmap).toEqual(paper)
    expect(await test.call('roadmaps.save', { id, revision, roadmap: paper })).toEqual({ id, revision })
    expect(await test.failure('roadmaps.save', { id, revision: revision + 5, roadmap: paper })).toMatchObject({
      code: 'conflict',
    })
    const turned = { ...paper, sections: [...paper.sections].reverse() }
    const next = await test.call('roadmaps.save', { id, revision, roadmap: turned })
    expect(next.revision).toBe(revision + 1)
    expect((await test.call('roadmaps.get', { id })).roadmap).toEqual(turned)
    await test.call('history.undo', {})
    expect((await test.call('roadmaps.get', { id })).roadmap).toEqual(paper)
    await test.call('roadmaps.remove', { id })
    expect(await test.failure('roadmaps.get', { id })).toMatchObject({ code: 'not-found' })
    await test.call('history.undo', {})
    expect((await test.call('roadmaps.get', { id })).roadmap).toEqual(paper)
  })

  it('lists its items and sub-events with their printed numbers and states', async () => {
    const test = await testStore({ today })
    const paper = two()
    for (const numbering of ['through', 'section', 'none'] as const) {
      const { id } = await test.call('roadmaps.save', { id: null, revision: null, roadmap: { ...paper, numbering } })
      const { rows } = await test.call('roadmapItems.list', {
        filters: [{ op: 'in', column: 'roadmapId', values: [id] }],
      })
      const numbers = roadmapNumbers(paper.sections, numbering)
      expect(Object.fromEntries(rows.map((row) => [row.uid, row.number]))).toEqual(Object.fromEntries(numbers))
      await test.call('roadmaps.remove', { id })
    }
    const { id } = await test.call('roadmaps.save', { id: null, revision: null, roadmap: paper })
    const { rows } = await test.call('roadmapItems.list', { sort: [{ column: 'number', desc: false }] })
    expect(rows.map(({ number, section: of, state, due }) => [number, of, state, due])).toEqual([
      ['1', 'I. Организационные мероприятия', 'overdue', 'март'],
      ['2', 'I. Организационные мероприятия', 'soon', ''],
      ['2.1', 'I. Организационные мероприятия', 'soon', 'февраль-ноябрь'],
      ['2.2', 'I. Организационные мероприятия', 'open', 'октябрь-декабрь'],
      ['3', 'II. Методические мероприятия', 'open', ''],
      ['7а', 'II. Методические мероприятия', 'standing', 'ежеквартально'],
    ])
    expect(rows[0]?.executors).toBe('Управление образования; РМО')
    const [listed] = (await test.call('roadmaps.list', {})).rows
    expect(listed).toMatchObject({ id, sections: 2, items: 4, done: 0, overdue: 1, soon: 1 })
  })

  it('keeps marks beside the paper; they go with the row and come back with it', async () => {
    const test = await testStore({ today })
    const paper = two()
    const { id, revision } = await test.call('roadmaps.save', { id: null, revision: null, roadmap: paper })
    const [first, second] = paper.sections[0]?.items ?? []
    const [uid, other] = [first?.uid ?? '', second?.uid ?? '']
    await test.call('roadmaps.mark', { id, itemUid: uid, marks: [markOf(uid, { evidence: 'приказ № 14' })] })
    const stateOf = async (key: string) =>
      (await test.call('roadmaps.get', { id })).states.find((one) => one.itemUid === key)
    expect(await stateOf(uid)).toMatchObject({
      state: 'done',
      doneOn: '2026-03-12',
      words: 'Выполнено 12.03.2026: приказ № 14',
    })
    const mark = { state: 'partial' as const, on: '2026-06-01', movedTo: null, evidence: '', note: 'идёт приём заявок' }
    expect(await test.call('roadmaps.markMany', { id, itemUids: [uid, other], mark })).toEqual({ marked: 2 })
    expect((await test.call('roadmaps.get', { id })).marks).toHaveLength(3)
    expect(await stateOf(other)).toMatchObject({ state: 'partial' })
    await test.call('history.undo', {})
    expect(await stateOf(uid)).toMatchObject({ state: 'done' })

    const without = { ...paper, sections: paper.sections.map((one) => ({ ...one, items: one.items.slice(1) })) }
    await test.call('roadmaps.save', { id, revision, roadmap: without })
    expect((await test.call('roadmaps.get', { id })).marks).toEqual([])
    await test.call('history.undo', {})
    expect(await stateOf(uid)).toMatchObject({ state: 'done' })
    expect(await test.failure('roadmaps.mark', { id, itemUid: newUid(), marks: [] })).toMatchObject({
      code: 'not-found',
    })
  })
})

describe('executors of a road map', () => {
  it('keep who they name from being removed, and lose the name of who is erased', async () => {
    const test = await testStore({ today })
    await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
    const { id: librarianId } = await test.call('librarians.save', {
      id: null,
      revision: null,
      librarian: librarian('Ромашкина'),
    })
    const { id: schoolId } = await test.call('schools.save', { id: null, revision: null, school: school('СОШ № 1') })
    const row = item({ executors: ['Ромашкина А.И.', 'СОШ № 1'] })
    const [person, place] = row.executors
    if (!person || !place) throw new Error('Two executors were named')
    const named = {
      ...row,
      executors: [
        { ...person, librarianId },
        { ...place, schoolId },
      ],
    }
    const paper = roadmap([section('', [named])])
    const { id } = await test.call('roadmaps.save', { id: null, revision: null, roadmap: paper })
    expect(await test.failure('librarians.remove', { id: librarianId })).toMatchObject({ code: 'in-use' })
    expect(await test.failure('schools.remove', { id: schoolId })).toMatchObject({ code: 'in-use' })
    await test.call('librarians.erase', { id: librarianId })
    const { roadmap: after } = await test.call('roadmaps.get', { id })
    expect(JSON.stringify(after)).not.toContain('Ромашкина')
    expect(after.sections[0]?.items[0]?.executors[0]?.text).toBe('[данные удалены]')
    const gone = { ...named, uid: item().uid, executors: [{ ...person, uid: item().uid, librarianId: 999 }] }
    expect(
      await test.failure('roadmaps.save', { id: null, revision: null, roadmap: roadmap([section('', [gone])]) }),
    ).toMatchObject({ code: 'not-found' })
  })
})

describe('links of a road map', () => {
  async function linked() {
    const test = await testStore({ today })
    await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
    const [series] = await test.call('associations.series', {})
    if (!series) throw new Error('A new district has a series')
    const decision = { uid: newUid(), text: 'Провести совещание', addressees: [], dues: [], carriedFrom: null }
    const { id: meetingId } = await test.call('meetings.save', {
      id: null,
      revision: null,
      meeting: meeting(series.id, { number: '3', date: '2026-03-05', decisions: [decision] }),
    })
    const paper = two()
    const { id } = await test.call('roadmaps.save', { id: null, revision: null, roadmap: paper })
    const itemUid = paper.sections[0]?.items[0]?.uid ?? ''
    const link = { uid: newUid(), itemUid, kind: 'decision' as const, decisionUid: decision.uid, eventId: null }
    return { test, id, itemUid, link, meetingId, decision, seriesId: series.id, paper }
  }

  it('fulfil the item once the decision is done; the other end may go and come back', async () => {
    const { test, id, itemUid, link, meetingId, decision } = await linked()
    await test.call('roadmaps.link', { id, itemUid, links: [link] })
    const read = async () => {
      const record = await test.call('roadmaps.get', { id })
      return { links: record.links, state: record.states.find((one) => one.itemUid === itemUid) }
    }
    expect(await read()).toMatchObject({
      links: [{ title: 'Провести совещание', date: '2026-03-05', done: false, meetingId }],
      state: { state: 'overdue' },
    })
    const [row] = (await test.call('decisions.list', {})).rows
    const mark = { uid: newUid(), addresseeUid: null, state: 'done' as const, on: '2026-03-30', evidence: '', note: '' }
    await test.call('decisions.mark', { id: row?.id ?? 0, executions: [mark] })
    expect(await read()).toMatchObject({
      links: [{ done: true }],
      state: {
        state: 'done',
        doneOn: '2026-03-30',
        words: 'Выполнено 30.03.2026: Заседание РМО, протокол № 3 от 05.03.2026, решение 1',
      },
    })
    expect(await test.call('roadmaps.linksOf', { decisionUid: decision.uid, eventId: null })).toMatchObject([
      { roadmapId: id, itemUid, number: '1', title: 'Совещание руководителей' },
    ])

    await test.call('meetings.remove', { id: meetingId })
    expect(await read()).toMatchObject({ links: [], state: { state: 'overdue' } })
    expect(await test.failure('roadmaps.link', { id, itemUid, links: [link] })).toMatchObject({ code: 'not-found' })
    // What is not seen is not dropped by saving what is.
    await test.call('roadmaps.link', { id, itemUid, links: [] })
    await test.call('history.undo', {})
    expect(await read()).toMatchObject({ links: [{ done: true }], state: { state: 'done' } })
    expect((await test.call('app.check', {})).problems).toEqual([])
  })

  it('fulfil the item once the event is held; one called off asks for nothing', async () => {
    const { test, id, itemUid } = await linked()
    const save = async (name: string, over: Parameters<typeof event>[1]) =>
      (await test.call('events.save', { id: null, revision: null, event: event(name, over) })).id
    const days = { from: '2026-03-10', to: '2026-03-11' }
    const held = await save('Совещание', { ...days, state: 'held' })
    const planned = await save('Второе совещание', { ...days, state: 'planned' })
    const off = await save('Отменённое', { ...days, state: 'cancelled' })
    const link = (eventId: number) => ({ uid: newUid(), itemUid, kind: 'event' as const, decisionUid: null, eventId })
    const stateWith = async (...ids: number[]) => {
      await test.call('roadmaps.link', { id, itemUid, links: ids.map(link) })
      return (await test.call('roadmaps.get', { id })).states.find((one) => one.itemUid === itemUid)
    }
    expect(await stateWith(held, off)).toMatchObject({
      state: 'done',
      doneOn: '2026-03-11',
      words: 'Выполнено 11.03.2026: Совещание',
    })
    expect(await stateWith(held, planned)).toMatchObject({ state: 'overdue' })
    expect(await test.call('roadmaps.linksOf', { decisionUid: null, eventId: planned })).toMatchObject([{ itemUid }])
    expect(await test.failure('roadmaps.link', { id, itemUid, links: [link(held), link(held)] })).toMatchObject({
      code: 'duplicate',
    })
  })

  it('are made with decisions derived from items, in one step', async () => {
    const { test, id, paper, seriesId, meetingId } = await linked()
    const [first, second] = paper.sections[0]?.items ?? []
    const part = second?.parts[1]
    const itemUids = [part?.uid ?? '', first?.uid ?? '']
    const derived = await test.call('roadmaps.decisions', { id, itemUids, on: '2026-03-05' })
    expect(derived.map((one) => [one.itemUid, one.decision.text])).toEqual([
      [first?.uid, 'Управлению образования, РМО провести совещание руководителей (март 2026 года).'],
      [part?.uid, 'Обеспечить расширение сети: Экспертиза (октябрь-декабрь 2026 года).'],
    ])
    for (const { decision } of derived) {
      for (const { range, text } of decision.dues) expect(range && decision.text.slice(...range)).toBe(text)
      expect(decision.dues[0]?.to).toMatch(/^2026-/)
    }

    const before = await test.call('meetings.get', { id: meetingId })
    expect(await test.call('roadmaps.decide', { id, itemUids, meetingId, seriesId: null, on: null })).toEqual({
      meetingId,
      decisions: 2,
    })
    expect((await test.call('meetings.get', { id: meetingId })).meeting.decisions).toHaveLength(3)
    expect((await test.call('roadmaps.get', { id })).links).toHaveLength(2)
    expect((await test.call('history.stack', {})).undo?.title).toContain('Решения по дорожной карте')
    await test.call('history.undo', {})
    expect((await test.call('roadmaps.get', { id })).links).toHaveLength(0)
    expect((await test.call('meetings.get', { id: meetingId })).meeting).toEqual(before.meeting)

    const made = await test.call('roadmaps.decide', { id, itemUids, meetingId: null, seriesId, on: '2026-12-03' })
    const { meeting: fresh } = await test.call('meetings.get', { id: made.meetingId })
    expect(fresh).toMatchObject({ date: '2026-12-03', agenda: [{ title: paper.title }] })
    expect([...fresh.agenda.flatMap((item) => item.decisions), ...fresh.decisions]).toHaveLength(2)
    expect(
      await test.failure('roadmaps.decide', { id, itemUids, meetingId: null, seriesId: null, on: null }),
    ).toMatchObject({ code: 'invalid-input', path: 'seriesId' })
  })
})

describe('a road map of the next year', () => {
  it('has the years moved on in its words and days, and nothing done', async () => {
    const test = await testStore({ today })
    const paper = roadmap(
      [
        section('Мероприятия 2026 года', [
          item({ title: 'Итоги 2025 года', due: 'февраль', results: 'Справка за 2024–2026 годы' }),
          item({ due: 'до 10 октября 2026 года' }),
          item({ due: '2026-2027 гг.' }),
          item({ due: 'В период проведения Месячника' }),
        ]),
      ],
      {
        approval: {
          text: 'Приложение 2 к приказу управления образования от 19.01.2026 № 22-од',
          number: '22-од',
          date: '2026-01-19',
          annex: '2',
        },
      },
    )
    const { id } = await test.call('roadmaps.save', { id: null, revision: null, roadmap: paper })
    const uid = paper.sections[0]?.items[0]?.uid ?? ''
    await test.call('roadmaps.mark', { id, itemUid: uid, marks: [markOf(uid, {})] })
    const copy = await test.call('roadmaps.prepareCopy', { id })
    expect(copy).toMatchObject({
      title: 'Дорожная карта развития библиотек на 2027 год',
      from: '2027-01-01',
      to: '2027-12-31',
      approval: { number: '', date: null },
    })
    expect(copy.approval.text).toBe('Приложение 2 к приказу управления образования от ____________ № ______')
    const [own] = copy.sections
    expect(own?.title).toBe('Мероприятия 2027 года')
    expect(own?.items.map(({ title, results }) => [title, results]).slice(0, 1)).toEqual([
      ['Итоги 2026 года', 'Справка за 2025–2027 годы'],
    ])
    expect(own?.items.flatMap((one) => one.dues).map(({ text, from, to }) => [text, from, to])).toEqual([
      ['февраль', '2027-02-01', '2027-02-28'],
      ['до 10 октября 2027 года', null, '2027-10-10'],
      ['2027-2028 гг.', '2027-01-01', '2028-12-31'],
      ['В период проведения Месячника', null, null],
    ])
    const saved = await test.call('roadmaps.save', { id: null, revision: null, roadmap: copy })
    const next = await test.call('roadmaps.get', { id: saved.id })
    expect([next.marks, next.links, next.states.filter((one) => one.state === 'done')]).toEqual([[], [], []])
    // A leap year's February ends on its own day.
    const leap = await test.call('roadmaps.prepareCopy', { id, years: 2 })
    expect(leap.sections[0]?.items[0]?.dues[0]).toMatchObject({ to: '2028-02-29' })
  })
})
