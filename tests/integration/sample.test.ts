import { emailProblem } from '@shared/domain/email'
import { isInn } from '@shared/domain/inn'
import { meetingWarnings } from '@shared/domain/meeting-warnings'
import { checkVote } from '@shared/domain/votes'
import { describe, expect, test } from 'vitest'
import { onDesk } from './support/desk'
import { sharedStore, type TestStore, testStore } from './support/store'

/** The sample district: that it is whole, sound, the same each time, and tells its stories in November 2026. */

async function demo(today = '2026-11-21'): Promise<TestStore> {
  const store = await testStore({ today })
  await store.call('app.initialise', { mode: 'demo' })
  return store
}

async function everything(store: TestStore) {
  const page = { limit: 1000 }
  return {
    schools: (await store.call('schools.list', page)).rows,
    librarians: (await store.call('librarians.list', page)).rows,
    meetings: (await store.call('meetings.list', page)).rows,
    decisions: (await store.call('decisions.list', page)).rows,
    roadmaps: (await store.call('roadmaps.list', page)).rows,
    roadmapItems: (await store.call('roadmapItems.list', page)).rows,
    events: (await store.call('events.list', page)).rows,
  }
}

describe('the sample district', () => {
  test('has the numbers that were promised and is sound', async () => {
    const store = await demo()
    const { schools, librarians, meetings, decisions, events } = await everything(store)
    expect(schools).toHaveLength(34)
    expect(librarians).toHaveLength(41)
    expect(meetings).toHaveLength(25)
    expect(decisions.length).toBeGreaterThan(80)
    expect(events).toHaveLength(20)
    expect(await store.call('app.check', {})).toEqual({ ok: true, problems: [] })
    const status = await store.call('app.status', {})
    expect(status).toMatchObject({ initialised: true, demo: true })
    expect((await store.call('profile.get', {})).schoolYear).toBe('2026-2027')
    expect(schools.filter((one) => one.state === 'closed')).toHaveLength(1)
    expect(schools.filter((one) => one.state === 'merged')).toHaveLength(1)
    expect((await store.call('associations.list', {})).rows).toHaveLength(2)
    expect(await store.call('associations.series', {})).toMatchObject([
      { layout: 'decisions' },
      { layout: 'programme' },
      { layout: 'full' },
    ])
  })

  test('is kept by saves: every record saved as it was read stays the same', async () => {
    const store = await demo()
    const { schools, librarians, meetings, roadmaps, events } = await everything(store)
    const history = await store.call('history.stack', {})
    for (const { id } of schools) {
      const { revision, school } = await store.call('schools.get', { id })
      expect(await store.call('schools.save', { id, revision, school })).toEqual({ id, revision: 1 })
      expect(school.inn === '' || isInn(school.inn)).toBe(true)
      expect(emailProblem(school.email)).toBeNull()
    }
    for (const { id } of librarians) {
      const { revision, librarian } = await store.call('librarians.get', { id })
      expect(await store.call('librarians.save', { id, revision, librarian })).toEqual({ id, revision: 1 })
    }
    for (const { id } of events) {
      const { revision, event } = await store.call('events.get', { id })
      expect(await store.call('events.save', { id, revision, event })).toEqual({ id, revision: 1 })
    }
    for (const { id } of (await store.call('associations.list', {})).rows) {
      const { revision, association } = await store.call('associations.get', { id })
      expect(await store.call('associations.save', { id, revision, association })).toEqual({ id, revision: 1 })
    }
    for (const { id } of roadmaps) {
      const { revision, roadmap } = await store.call('roadmaps.get', { id })
      expect(await store.call('roadmaps.save', { id, revision, roadmap })).toEqual({ id, revision: 1 })
    }
    for (const { id, state } of meetings) {
      const { revision, meeting } = await store.call('meetings.get', { id })
      if (state === 'draft') {
        expect(await store.call('meetings.save', { id, revision, meeting })).toEqual({ id, revision: 1 })
      } else {
        const refused = await store.failure('meetings.correct', { id, revision, meeting, reason: 'проверка' })
        expect(refused.message).toContain('ничего не изменено')
      }
    }
    expect(await store.call('history.stack', {})).toEqual(history)
  })

  test('is the same each time', async () => {
    const [first, second] = [await demo(), await demo()]
    for (const name of [
      'schools',
      'librarians',
      'meetings',
      'decisions',
      'roadmaps',
      'roadmapItems',
      'events',
    ] as const) {
      expect((await everything(second))[name]).toEqual((await everything(first))[name])
    }
    expect(await second.call('meetings.get', { id: 1 })).toEqual(await first.call('meetings.get', { id: 1 }))
  })

  test('is one step of history that cannot be undone', async () => {
    const store = await demo()
    const stack = await store.call('history.stack', {})
    expect(stack.undo).toBeNull()
    expect(stack.blocked).toContain('Начало работы: пример района')
    const [entry] = await store.call('history.record', { record: 'school', id: 1 })
    expect(entry).toMatchObject({ title: 'Начало работы: пример района' })
  })

  test('refuses a second beginning', async () => {
    const store = await demo()
    expect((await store.failure('app.initialise', { mode: 'demo' })).code).toBe('already-initialised')
  })
})

describe('its stories in November 2026', () => {
  const shared = sharedStore({ today: '2026-11-21' }, (store) => store.call('app.initialise', { mode: 'demo' }))

  /** The district with its lists; the stories only read it. */
  async function told() {
    const store = shared()
    return { store, all: await everything(store) }
  }

  test('the desk shows what is overdue, soon, expiring, and the next meeting', async () => {
    const { store } = await told()
    const desk = await onDesk(store)
    const of = (kind: string): string[] => desk.filter((item) => item.kind === kind).map((item) => item.title)
    expect(of('decision-overdue')).toEqual(
      expect.arrayContaining([
        'Направить сведения для банка данных до 10 октября 2026 года.',
        'СОШ № 7 разместить на сайте положение и план работы центра до 1 ноября 2026 года.',
        'Чагиной В.О. подготовить статью о едином каталоге в областной сборник до 1 октября 2026 года.',
        'Узловской СОШ подготовить документы на открытие ИБЦ до 15 ноября 2026 года.',
      ]),
    )
    expect(of('decision-overdue').length).toBeLessThanOrEqual(6)
    expect(of('decision-soon')).toEqual(
      expect.arrayContaining([
        'Представить списки невостребованных учебников и потребностей до 1 декабря 2026 года.',
        'Обновить раздел «Ресурсы для родителей» до 25 ноября 2026 года.',
        'Собрать контакты и фотографии библиотек (ноябрь 2026 года).',
      ]),
    )
    expect(of('decision-soon').length).toBeLessThanOrEqual(6)
    expect(of('category-expiring')).toEqual([
      'Рогожина Надежда Михайловна',
      'Вострикова Инна Геннадьевна',
      'Масленникова Раиса Тимофеевна',
      'Кудрявых Олеся Игоревна',
      'Самарцева Елена Витальевна',
      'Берестова Анна Викторовна',
      'Мещерякова Оксана Валерьевна',
    ])
    expect(of('course-overdue')).toContain('Дегтярёва Зинаида Егоровна')
    expect(of('course-overdue')).not.toContain('Тихвинская Антонина Прохоровна')
    expect(of('consent-missing')).toHaveLength(3)
    expect(of('draft-meeting')).toEqual(['Заседание РМО № 2'])
    expect(await store.call('desk.meeting', {})).toMatchObject({
      title: 'Совещание руководителей ИБЦ № 2',
      date: '2026-12-10',
      days: 19,
    })
    expect(of('event-coming')).toEqual([
      'Семинар «Партнёрство школьной и сельской библиотеки»',
      'Муниципальный конкурс «Лучший школьный библиотечный проект»',
    ])
    expect(of('event-unmarked')).toEqual(['Областной вебинар «Информационная открытость библиотеки на сайте школы»'])
  })

  test('events: held, cancelled, ahead; of several levels; with winners, schools and people', async () => {
    const { all } = await told()
    expect(new Set(all.events.map((one) => one.state))).toEqual(new Set(['planned', 'held', 'cancelled']))
    expect(new Set(all.events.map((one) => one.level))).toEqual(new Set(['municipal', 'interdistrict', 'regional']))
    expect(all.events.filter((one) => one.winners > 0).length).toBeGreaterThanOrEqual(4)
    expect(all.events.filter((one) => one.schools >= 30)).toHaveLength(4)
    expect(all.events.filter((one) => one.state === 'planned').every((one) => one.people === null)).toBe(true)
  })

  test('every state of a decision is there', async () => {
    const { all } = await told()
    const states = new Set(all.decisions.map((one) => one.state))
    expect([...states].sort()).toEqual(['done', 'open', 'overdue', 'partial', 'soon', 'standing'])
  })

  test('every form of a due and every kind of an addressee is there, and every due was understood', async () => {
    const { store, all } = await told()
    const kinds = new Set<string>()
    const recurrences = new Set<string | null>()
    const shapes = new Set<string>()
    for (const { id } of all.meetings) {
      const { meeting } = await store.call('meetings.get', { id })
      for (const decision of [...meeting.agenda.flatMap((item) => item.decisions), ...meeting.decisions]) {
        for (const addressee of decision.addressees) kinds.add(addressee.kind)
        if (decision.dues.length > 1) shapes.add('several')
        for (const due of decision.dues) {
          recurrences.add(due.recurrence)
          // What is counted from an event of its own has no day: «за три месяца до окончания срока категории».
          if ((due.from ?? due.to ?? due.recurrence) === null) {
            expect(due.text, decision.text).toMatch(/(?:^|\s)(?:до|после)\s+окончания/u)
          }
          if (due.range) {
            expect(decision.text.slice(...due.range)).toBe(due.text)
            shapes.add('in the text')
          } else shapes.add('apart')
          if (due.to !== null) expect(due.to >= meeting.date, decision.text).toBe(true)
        }
      }
    }
    expect([...kinds].sort()).toEqual(['group', 'person', 'role', 'school'])
    expect([...shapes].sort()).toEqual(['apart', 'in the text', 'several'])
    expect(recurrences).toEqual(
      new Set([null, 'permanent', 'yearly', 'half-yearly', 'quarterly', 'monthly', 'daily', 'on-change']),
    )
  })

  test('a road map is followed through the year, and a plan of each year is there', async () => {
    const { store, all } = await told()
    expect(all.roadmaps.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['plan', '2026-09-01', '2027-08-31'],
      ['roadmap', '2026-01-01', '2026-12-31'],
      ['plan', '2025-09-01', '2026-08-31'],
    ])
    const [, network, last] = all.roadmaps
    expect(network).toMatchObject({ sections: 5, items: 19, association: expect.stringContaining('ИБЦ') })
    expect(last).toMatchObject({ overdue: 0, soon: 0, done: last?.items })
    const { roadmap, states, links, marks } = await store.call('roadmaps.get', { id: network?.id ?? 0 })
    expect(new Set(states.map((one) => one.state))).toEqual(
      new Set(['done', 'partial', 'overdue', 'soon', 'open', 'standing']),
    )
    expect(links.filter((link) => link.done).length).toBeGreaterThan(0)
    expect(new Set(marks.map((mark) => mark.state))).toEqual(new Set(['done', 'partial', 'moved', 'cancelled']))
    const rows = roadmap.sections.flatMap((section) => section.items.flatMap((item) => [item, ...item.parts]))
    for (const due of rows.flatMap((row) => row.dues)) {
      expect(due.to ?? due.recurrence, due.text).not.toBeNull()
    }
    const executors = roadmap.sections.flatMap((section) => section.items.flatMap((item) => item.executors))
    expect(executors.some((one) => one.librarianId !== null) && executors.some((one) => one.schoolId !== null)).toBe(
      true,
    )
    const desk = await onDesk(store)
    expect(desk.filter((item) => item.kind === 'roadmap-overdue').length).toBeGreaterThan(1)
    expect(desk.filter((item) => item.kind === 'roadmap-soon').length).toBeGreaterThan(1)
  })

  test('votes agree with those present; two chairs, no secretary and free speeches occur', async () => {
    const { store, all } = await told()
    const meetings = await Promise.all(all.meetings.map(({ id }) => store.call('meetings.get', { id })))
    for (const { meeting } of meetings) {
      for (const { vote } of meeting.agenda) {
        expect(
          checkVote(vote, meeting.attendance.count).filter((one) => one.code !== 'vote-less-than-attendance'),
        ).toEqual([])
      }
    }
    expect(meetings.some(({ meeting }) => meeting.chairs.length === 2)).toBe(true)
    expect(meetings.filter(({ meeting }) => meeting.secretary === null)).toHaveLength(1)
    expect(meetings.some(({ meeting }) => meeting.speeches.length > 0)).toBe(true)
    expect(meetings.filter(({ meeting }) => meeting.attendance.mode === 'roster').length).toBeGreaterThanOrEqual(5)
    expect(meetings.filter(({ corrections }) => corrections.length > 0)).toHaveLength(1)
    expect(meetings.filter(({ state }) => state === 'draft')).toHaveLength(2)
  })

  test('signed protocols carry no slip; the draft has one school year left from last year', async () => {
    const { store, all } = await told()
    const slips: [number, string][] = []
    for (const { id } of all.meetings) {
      const { meeting } = await store.call('meetings.get', { id })
      for (const { code } of meetingWarnings(meeting)) {
        if (code === 'school-year-mismatch' || code === 'due-mismatch' || code === 'no-quorum') slips.push([id, code])
      }
    }
    const draft = all.meetings.find((one) => one.date === '2026-11-12')
    expect(slips).toEqual([[draft?.id, 'school-year-mismatch']])
  })

  test('unfinished decisions were carried over from meeting to meeting', async () => {
    const { store, all } = await told()
    const bank = all.decisions.find((one) =>
      one.text.startsWith('Направить сведения для банка данных до 10 октября 2026'),
    )
    const { carriedTo } = await store.call('decisions.get', { id: bank?.id ?? 0 })
    expect(carriedTo).toEqual([{ meetingId: expect.any(Number), text: 'Протокол № 2 от 12.11.2026' }])
  })

  test('the merged school passed its children on; contingent follows the cohorts', async () => {
    const { store, all } = await told()
    const students = async (schoolYear: string, name: string): Promise<number | null> =>
      (await store.call('schools.list', { schoolYear, limit: 1000 })).rows.find((one) => one.shortName === name)
        ?.students ?? null
    expect(await students('2024-2025', 'МБОУ ООШ № 8')).toBeGreaterThan(100)
    expect(await students('2025-2026', 'МБОУ ООШ № 8')).toBeNull()
    const before = (await students('2024-2025', 'МБОУ СОШ № 6')) ?? 0
    expect(await students('2025-2026', 'МБОУ СОШ № 6')).toBeGreaterThan(before + 80)
    const merged = all.schools.find((one) => one.shortName === 'МБОУ ООШ № 8')
    const { school } = await store.call('schools.get', { id: merged?.id ?? 0 })
    const successor = all.schools.find((one) => one.shortName === 'МБОУ СОШ № 6')
    expect(school).toMatchObject({ state: 'merged', closedOn: '2025-08-31', successorId: successor?.id })
  })

  test('people: two schools at once, one gone, every age band', async () => {
    const { all } = await told()
    expect(all.librarians.filter((one) => one.schools.includes('; '))).not.toHaveLength(0)
    expect(all.librarians.filter((one) => !one.working).map((one) => one.name)).toEqual([
      'Тихвинская Антонина Прохоровна',
    ])
    const ages = all.librarians.map((one) => one.age ?? 0)
    expect(ages.filter((age) => age < 35).length).toBeGreaterThanOrEqual(5)
    expect(ages.filter((age) => age > 55).length).toBeGreaterThanOrEqual(8)
  })

  test('the staffing analysis has something to say: a vacancy, somebody without education, every band of service', async () => {
    const { store } = await told()
    const { vacant, tables } = await store.call('librarians.staffing', {})
    expect(vacant).toMatchObject({ count: 1, previous: 0 })
    const rows = (id: string) => tables.find((table) => table.id === id)?.rows ?? []
    expect(rows('education').find((row) => row.key === null)?.count).toBe(1)
    expect(rows('libraryService').every((row) => row.count > 0)).toBe(true)
    expect(rows('age').every((row) => row.count > 0)).toBe(true)
  })
})

describe('on other days', () => {
  test('what lies after today is neither signed nor marked', async () => {
    const store = await demo('2026-10-16')
    const { meetings, decisions } = await everything(store)
    expect(meetings.filter((one) => one.state === 'signed').every((one) => one.date < '2026-10-16')).toBe(true)
    expect(decisions.every((one) => one.doneOn === null || one.doneOn <= '2026-10-16')).toBe(true)
    const { events } = await everything(store)
    expect(events.filter((one) => one.state !== 'planned').every((one) => one.to <= '2026-10-16')).toBe(true)
  })

  test('outside the year the dates stand as they are', async () => {
    const store = await demo('2031-03-01')
    const { meetings } = await everything(store)
    expect(
      meetings
        .filter((one) => one.state === 'draft')
        .map((one) => one.date)
        .sort(),
    ).toEqual(['2026-11-12', '2026-12-10'])
  })
})
