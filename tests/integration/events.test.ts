import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Event, eventKinds } from '@shared/contract/events'
import { newUid } from '@shared/contract/fields'
import { describe, expect, it } from 'vitest'
import { event, librarian, participant, school } from '../support/records'
import { mammothText } from './papers/read-docx'
import { unsoundness } from './papers/sound-docx'
import { onDesk } from './support/desk'
import { type TestStore, temporaryFolder, testStore } from './support/store'

interface District {
  test: TestStore
  schools: number[]
  librarians: number[]
  save(event: Event, id?: number | null): Promise<number>
  refused(over: Partial<Event>): Promise<{ code: string; message: string; path?: string }>
}

async function district(today = '2026-11-20'): Promise<District> {
  const test = await testStore({ today })
  await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
  const schools: number[] = []
  const librarians: number[] = []
  for (const name of ['СОШ № 1', 'СОШ № 2']) {
    schools.push((await test.call('schools.save', { id: null, revision: null, school: school(name) })).id)
  }
  for (const name of ['Ромашкина', 'Лютикова']) {
    librarians.push((await test.call('librarians.save', { id: null, revision: null, librarian: librarian(name) })).id)
  }
  return {
    test,
    schools,
    librarians,
    save: async (one, id = null) => (await test.call('events.save', { id, revision: null, event: one })).id,
    refused: (over) => test.failure('events.save', { id: null, revision: null, event: event('Вебинар', over) }),
  }
}

describe('an event', () => {
  it('is kept whole, changed, undone and redone', async () => {
    const { test, schools, librarians, save } = await district()
    const [schoolId, other] = schools as [number, number]
    const whole = event('Конкурс «Лучший читатель»', {
      kind: 'contest',
      level: 'regional',
      format: 'online',
      from: '2026-10-01',
      to: '2026-10-20',
      place: 'Дом культуры',
      organiser: 'РРИБЦ',
      associationId: 1,
      state: 'held',
      people: 120,
      students: 100,
      results: 'Подведены итоги',
      evidence: 'приказ № 5',
      note: 'первый раз',
      participants: [
        participant({
          librarianId: librarians[0] ?? null,
          schoolId,
          name: 'Ромашкина А.И.',
          role: 'winner',
          result: 'I место',
        }),
        participant({ schoolId: other, count: 12 }),
        participant({ name: 'Команда «Читайка»', role: 'runnerUp', result: 'II место', count: 5 }),
      ],
    })
    const id = await save(whole)
    expect(await test.call('events.get', { id })).toEqual({
      id,
      revision: 1,
      event: whole,
      schoolYear: '2026-2027',
      roadmapItems: [],
    })
    await save({ ...whole, participants: whole.participants.slice(1), people: 90, students: 80 }, id)
    expect((await test.call('events.get', { id })).event.participants).toHaveLength(2)
    await test.call('history.undo', {})
    expect((await test.call('events.get', { id })).event).toEqual(whole)
    await test.call('events.remove', { id })
    expect(await test.failure('events.get', { id })).toMatchObject({ code: 'not-found' })
    await test.call('history.undo', {})
    expect((await test.call('events.get', { id })).event).toEqual(whole)
  })

  it('is told in history by its words', async () => {
    const { test, schools, save } = await district()
    const id = await save(event('Вебинар «Каталог»', { kind: 'webinar' }))
    const made = (await test.call('events.get', { id })).event
    await save(
      {
        ...made,
        state: 'held',
        level: 'regional',
        participants: [participant({ schoolId: schools[0] ?? null, count: 3 })],
      },
      id,
    )
    const { entries } = await test.call('history.feed', {})
    expect(entries[0]?.title).toBe('Мероприятие: Вебинар «Каталог»')
    const [last] = await test.call('history.record', { record: 'event', id })
    const shown = JSON.stringify(last)
    for (const words of ['проведено', 'региональный', 'СОШ № 1']) expect(shown).toContain(words)
  })

  it('comes back when removed', async () => {
    const { test, save } = await district()
    const id = await save(event('Семинар', { participants: [participant({ name: 'Гостья' })] }))
    await test.call('events.remove', { id })
    const { records } = await test.call('history.deleted', { record: 'event' })
    expect(records).toMatchObject([{ record: 'event', id, name: 'Мероприятие «Семинар»' }])
    await test.call('history.revive', { record: 'event', id })
    expect((await test.call('events.get', { id })).event.participants).toHaveLength(1)
  })

  it('is refused with a sentence and a place', async () => {
    const { schools, librarians, refused } = await district()
    const [schoolId] = schools as [number]
    const [librarianId] = librarians as [number]
    const cases: [Partial<Event>, string, string, string][] = [
      [{ name: '  ' }, 'invalid-input', 'event.name', 'не заполнено'],
      [{ to: '2026-10-14' }, 'invalid-input', 'event.to', 'раньше начала'],
      [{ people: 5, students: 6 }, 'invalid-input', 'event.students', 'а всего участников 5'],
      [{ associationId: 99 }, 'not-found', 'event.associationId', 'такого нет'],
      [{ participants: [participant()] }, 'invalid-input', 'event.participants.0.name', 'впишите участника'],
      [{ participants: [participant({ librarianId: 99 })] }, 'not-found', 'event.participants.0.name', 'библиотекаря'],
      [{ participants: [participant({ schoolId: 99 })] }, 'not-found', 'event.participants.0.schoolId', 'школы'],
      [
        { participants: [participant({ schoolId, role: 'winner', count: 3 })] },
        'invalid-input',
        'event.participants.0.name',
        'победитель без имени',
      ],
      [
        { participants: [participant({ librarianId, count: 3 })] },
        'invalid-input',
        'event.participants.0.count',
        'Уберите число',
      ],
      [
        { participants: [participant({ librarianId }), participant({ schoolId }), participant({ librarianId })] },
        'duplicate',
        'event.participants.2.name',
        'уже записана в строке 1',
      ],
      [
        { participants: [participant({ schoolId }), participant({ schoolId })] },
        'duplicate',
        'event.participants.1.name',
        'эта школа',
      ],
    ]
    for (const [over, code, path, words] of cases) {
      const failure = await refused(over)
      expect(failure).toMatchObject({ code, path })
      expect(failure.message).toContain(words)
    }
  })

  it('has one who took part in two ways twice', async () => {
    const { librarians, save } = await district()
    const [librarianId] = librarians as [number]
    await save(
      event('Конференция', {
        participants: [participant({ librarianId }), participant({ librarianId, role: 'speaker' })],
      }),
    )
  })

  it('prints someone of the bank by her name there', async () => {
    const { test, librarians, save } = await district()
    const id = await save(event('Форум', { participants: [participant({ librarianId: librarians[0] ?? null })] }))
    expect((await test.call('events.get', { id })).event.participants[0]?.name).toBe('Ромашкина Анна Ивановна')
  })

  it('keeps its schools, people and association from removal', async () => {
    const { test, schools, librarians, save } = await district()
    const [schoolId] = schools as [number]
    const [librarianId] = librarians as [number]
    await save(event('Акция', { participants: [participant({ schoolId }), participant({ librarianId })] }))
    expect(await test.failure('schools.remove', { id: schoolId })).toMatchObject({
      code: 'in-use',
      message: expect.stringContaining('мероприятия'),
    })
    expect(await test.failure('librarians.remove', { id: librarianId })).toMatchObject({
      code: 'in-use',
      message: expect.stringContaining('мероприятии'),
    })
  })

  it('forgets an erased person, in its history too', async () => {
    const { test, librarians, save } = await district()
    const [librarianId] = librarians as [number]
    const id = await save(
      event('Курсы', { participants: [participant({ librarianId, name: 'Ромашкина А.И.', role: 'speaker' })] }),
    )
    const before = (await test.call('events.get', { id })).event
    await save({ ...before, participants: [] }, id)
    await save(before, id)
    await test.call('librarians.erase', { id: librarianId })
    expect((await test.call('events.get', { id })).event.participants[0]?.name).toBe('[данные удалены]')
    const kept = JSON.stringify(await test.call('history.record', { record: 'event', id }))
    expect(kept).not.toContain('Ромашкина')
  })

  it('is found by its name, whatever the letters', async () => {
    const { test, save } = await district()
    const id = await save(event('Акция «Живём с книгой»', { place: 'Парк' }))
    const { hits } = await test.call('search.everything', { text: 'живем книг' })
    expect(hits[0]).toMatchObject({ record: 'event', id, title: 'Акция «Живём с книгой»', detail: '15.10.2026, Парк' })
  })

  it('stands on the desk while it is coming, and past until it is marked', async () => {
    const { test, save } = await district()
    const on = (from: string, to = from, over: Partial<Event> = {}) => save(event(`${from}`, { from, to, ...over }))
    await on('2026-12-04')
    await on('2026-12-05')
    await on('2026-11-10', '2026-11-30')
    await on('2026-11-19')
    await on('2026-11-18', '2026-11-18', { state: 'held' })
    await on('2026-11-25', '2026-11-25', { state: 'cancelled' })
    const items = (await onDesk(test)).sort((one, other) => String(one.date).localeCompare(String(other.date)))
    expect(items.map(({ kind, title, date }) => [kind, title, date])).toEqual([
      ['event-coming', '2026-11-10', '2026-11-10'],
      ['event-unmarked', '2026-11-19', '2026-11-19'],
      ['event-coming', '2026-12-04', '2026-12-04'],
    ])
    expect(items[0]?.detail).toBe('идёт, 10.11.2026 – 30.11.2026')
    expect(items[1]?.detail).toBe('было 19.11.2026: отметьте, проведено ли')
  })
})

describe('the list of events', () => {
  it('takes a row of a name and a day: the kind and level of its words, the same last day, held if past', async () => {
    const { test } = await district()
    const { ids } = await test.call('lists.edit', {
      list: 'events',
      rows: [
        { id: null, cells: { name: 'Областной вебинар «ФПУ»', from: '2026-10-01' } },
        { id: null, cells: { name: 'Встреча', from: '2026-12-01', level: 'school' } },
      ],
    })
    const [past, coming] = ids as [number, number]
    expect((await test.call('events.get', { id: past })).event).toMatchObject({
      kind: 'webinar',
      level: 'regional',
      from: '2026-10-01',
      to: '2026-10-01',
      state: 'held',
    })
    expect((await test.call('events.get', { id: coming })).event).toMatchObject({
      kind: 'other',
      level: 'school',
      state: 'planned',
    })
    const move = (cells: Record<string, string | null>) =>
      test.call('lists.edit', { list: 'events', rows: [{ id: past, cells }] })
    await move({ from: '2026-10-05' })
    expect((await test.call('events.get', { id: past })).event.to).toBe('2026-10-05')
    await move({ to: '2026-10-07' })
    await move({ from: '2026-10-06' })
    expect((await test.call('events.get', { id: past })).event).toMatchObject({ from: '2026-10-06', to: '2026-10-07' })
    await move({ to: null })
    expect((await test.call('events.get', { id: past })).event.to).toBe('2026-10-06')
    const { rows } = await test.call('lists.preview', {
      list: 'events',
      rows: [{ id: past, cells: { to: '2026-10-01' } }],
    })
    expect(rows[0]?.faults).toMatchObject([{ column: 'to', text: expect.stringContaining('раньше начала') }])
  })

  it('counts schools, people and winners, and shows who took part', async () => {
    const { test, schools, librarians, save } = await district()
    const [schoolId, other] = schools as [number, number]
    const [librarianId] = librarians as [number]
    const id = await save(
      event('Конкурс', {
        kind: 'contest',
        participants: [
          participant({ librarianId, schoolId, role: 'winner' }),
          participant({ schoolId, count: 4 }),
          participant({ schoolId: other, name: 'Вася', role: 'runnerUp', result: 'II место' }),
        ],
      }),
    )
    const { rows } = await test.call('events.list', {})
    expect(rows).toMatchObject([{ id, schools: 2, librarians: 1, winners: 2, people: null, roadmapItems: 0 }])
    const of = async (column: string, value: number) =>
      (await test.call('eventParticipants.list', { filters: [{ op: 'in', column, values: [value] }] })).rows.map(
        (row) => [row.event, row.name, row.role],
      )
    expect(await of('librarianId', librarianId)).toEqual([['Конкурс', 'Ромашкина Анна Ивановна', 'winner']])
    expect(await of('schoolId', other)).toEqual([['Конкурс', 'Вася', 'runnerUp']])
    expect((await test.call('eventParticipants.list', { search: 'вася' })).rows).toHaveLength(1)
  })

  it('is of a school year by any day of it', async () => {
    const { test, save } = await district()
    await save(event('Летняя школа', { from: '2026-08-20', to: '2026-09-05' }))
    const names = async (schoolYear: string) =>
      (await test.call('events.list', { schoolYear })).rows.map((row) => row.name)
    expect(await names('2025-2026')).toEqual(['Летняя школа'])
    expect(await names('2026-2027')).toEqual(['Летняя школа'])
    expect(await names('2024-2025')).toEqual([])
  })
})

describe('a new event', () => {
  it('is of today and of the only association', async () => {
    const { test } = await district()
    expect(await test.call('events.blank', {})).toMatchObject({
      name: '',
      kind: 'other',
      from: '2026-11-20',
      to: '2026-11-20',
      associationId: 1,
      state: 'planned',
      participants: [],
    })
    expect((await test.call('events.blank', { on: '2026-12-01' })).from).toBe('2026-12-01')
    expect(await test.failure('events.blank', { itemUid: newUid() })).toMatchObject({ code: 'not-found' })
  })
})

describe('an event and an item of a road map', () => {
  it('begins with the words, the time and the executor of the item; linked and held, it fulfils it', async () => {
    const { test, save } = await district()
    const roadmap = await test.call('roadmaps.blank', { kind: 'plan', schoolYear: '2026-2027' })
    const itemUid = newUid()
    const item = {
      uid: itemUid,
      number: '',
      title: 'Районный семинар\nпо учёту фонда',
      parts: [],
      dues: [{ text: 'декабрь', range: null, from: '2026-12-01', to: '2026-12-31', recurrence: null }],
      executors: [
        { uid: newUid(), role: 'main' as const, text: 'руководитель РМО', librarianId: null, schoolId: null },
      ],
      document: '',
      results: '',
      cells: [],
    }
    const { id: roadmapId } = await test.call('roadmaps.save', {
      id: null,
      revision: null,
      roadmap: { ...roadmap, title: 'План РМО', sections: [{ uid: newUid(), number: '', title: '', items: [item] }] },
    })
    const blank = await test.call('events.blank', { itemUid })
    expect(blank).toMatchObject({
      name: 'Районный семинар по учёту фонда',
      kind: 'seminar',
      level: 'municipal',
      from: '2026-12-01',
      to: '2026-12-31',
      organiser: 'руководитель РМО',
    })
    // Made and linked as one step: undone, neither is left; the item's own links stay.
    const made = await test.call('events.fromItem', { itemUid })
    expect((await test.call('events.get', { id: made.id })).event).toEqual(blank)
    expect((await test.call('roadmaps.get', { id: roadmapId })).links).toMatchObject([{ itemUid, eventId: made.id }])
    const again = await test.call('events.fromItem', { itemUid })
    await test.call('history.undo', {})
    const { links } = await test.call('roadmaps.get', { id: roadmapId })
    expect(links.map((one) => one.eventId)).toEqual([made.id])
    expect(await test.failure('events.get', { id: again.id })).toMatchObject({ code: 'not-found' })
    await test.call('history.undo', {})
    expect((await test.call('roadmaps.get', { id: roadmapId })).links).toEqual([])
    expect((await test.call('events.list', {})).total).toBe(0)
    expect(await test.failure('events.fromItem', { itemUid: newUid() })).toMatchObject({ code: 'not-found' })

    const id = await save({ ...blank, from: '2026-11-19', to: '2026-11-19', state: 'held' })
    const link = { uid: newUid(), itemUid, kind: 'event' as const, decisionUid: null, eventId: id }
    await test.call('roadmaps.link', { id: roadmapId, itemUid, links: [link] })
    expect((await test.call('events.get', { id })).roadmapItems).toMatchObject([
      { itemUid, roadmapId, roadmap: 'План РМО' },
    ])
    expect((await test.call('events.list', {})).rows[0]?.roadmapItems).toBe(1)
    const { states } = await test.call('roadmaps.get', { id: roadmapId })
    expect(states.find((one) => one.itemUid === itemUid)).toMatchObject({ state: 'done', doneOn: '2026-11-19' })
    await test.call('events.remove', { id })
    await test.call('history.undo', {})
    expect((await test.call('events.get', { id })).roadmapItems).toHaveLength(1)
  })
})

it('every kind has a name of its own', () => {
  expect(new Set(Object.values(eventKinds)).size).toBe(Object.keys(eventKinds).length)
})

describe('who took part, on paper', () => {
  it('names the school and the position held there that day, in Word as in the window', async () => {
    const { test, schools, save } = await district()
    const [schoolId, other] = schools as [number, number]
    const employment = { uid: newUid(), schoolId, position: 'педагог-библиотекарь', rate: 100, main: true }
    const person = librarian('Тропинина', {
      employments: [
        { ...employment, uid: newUid(), schoolId: other, position: 'учитель', from: null, to: '2026-08-31' },
        { ...employment, from: '2026-09-01', to: null },
      ],
    })
    const { id: librarianId } = await test.call('librarians.save', { id: null, revision: null, librarian: person })
    const id = await save(
      event('Конкурс «Лучший читатель»', {
        from: '2026-10-01',
        to: '2026-10-20',
        place: 'Дом культуры',
        participants: [
          participant({ librarianId, schoolId, name: 'Тропинина А.И.', role: 'winner', result: 'I место' }),
          participant({ schoolId: other, count: 12 }),
          participant({ name: 'Гость <из> «Читайки»', role: 'speaker' }),
        ],
      }),
    )
    const people = await test.call('events.people', { id })
    expect(people.map(({ name, school: at, position }) => [name, at, position])).toEqual([
      ['Тропинина А.И.', 'СОШ № 1', 'педагог-библиотекарь'],
      ['', 'СОШ № 2', ''],
      ['Гость <из> «Читайки»', '', ''],
    ])
    const out = join(temporaryFolder(), 'участники.docx')
    const made = async (over: object): Promise<string> => {
      await test.call('papers.eventParticipants', { id, out, ...over })
      const docx = readFileSync(out)
      expect(await unsoundness(docx)).toEqual([])
      return (await mammothText(docx)).replaceAll('\u00A0', ' ')
    }
    const list = await made({})
    for (const text of [
      'СПИСОК УЧАСТНИКОВ',
      'Конкурс «Лучший читатель»',
      '1 октября 2026 г. — 20 октября 2026 г., Дом культуры',
      'победитель, I место',
      '12 человек',
      'Гость <из> «Читайки»',
      'докладчик',
      'Всего: 14 человек, 2 школы.',
    ]) {
      expect(list).toContain(text)
    }
    expect(list).not.toContain('Подпись')
    expect(await made({ signatures: true })).toContain('Подпись')
    const registration = await made({ layout: 'registration' })
    expect(registration).toContain('ЛИСТ РЕГИСТРАЦИИ')
    expect(registration).toContain('Подпись')
    expect(registration).not.toContain('победитель')
    const empty = await save(event('Семинар'))
    await test.call('papers.eventParticipants', { id: empty, layout: 'registration', out })
    expect(await mammothText(readFileSync(out))).toContain('25.')
    await test.call('papers.eventParticipants', { id: empty, out })
    expect(await mammothText(readFileSync(out))).toContain('В списке никого нет.')
  })
})
