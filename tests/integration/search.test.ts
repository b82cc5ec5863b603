import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { newUid } from '@shared/contract/fields'
import { mostCounted, type SearchHit } from '@shared/contract/search'
import { AppError } from '@shared/errors'
import { connect } from '@store/database/connection'
import { closeGroup, openGroup } from '@store/database/journal'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agendaItem, decision, event, librarian, meeting, school, textbook } from '../support/records'
import { type TestStore, temporaryFolder, testStore } from './support/store'

async function district(): Promise<TestStore & { series: number; find(text: string): Promise<SearchHit[]> }> {
  const test = await testStore({ today: '2026-11-20' })
  await test.call('app.initialise', { mode: 'own', municipality: 'Заречинский район' })
  const series = (await test.call('associations.series', {}))[0]?.id ?? 0
  return {
    ...test,
    series,
    find: async (text) => (await test.call('search.everything', { text, limit: 200 })).hits,
  }
}

const sound = async (test: TestStore): Promise<void> =>
  expect(await test.call('app.check', {})).toEqual({ ok: true, problems: [] })
const saved = { id: null, revision: null } as const
const named = (hits: readonly SearchHit[]): string[] => hits.map((hit) => `${hit.record}: ${hit.title}`)

/** Words, each in forms people use; the first is how it stands in a name. */
const words = [
  ['библиотека', 'библиотеки', 'библиотекой', 'библиотеках'],
  ['чтение', 'чтения', 'чтением'],
  ['учебник', 'учебники', 'учебников', 'учебнику'],
  ['конкурс', 'конкурса', 'конкурсы', 'конкурсе'],
  ['наставник', 'наставники', 'наставникам'],
  ['Берёзовка', 'березовки', 'БЕРЁЗОВКЕ'],
  ['краеведение', 'краеведения', 'краеведению'],
  ['выставка', 'выставки', 'выставку', 'выставками'],
  ['рисунок', 'рисунок'],
  ['звёздный', 'звездный', 'звёздная', 'звездного'],
] as const

type Kind = 'school' | 'event' | 'decision'
const kind = fc.constantFrom<Kind>('school', 'event', 'decision')
const name = fc.uniqueArray(fc.nat(words.length - 1), { minLength: 1, maxLength: 4 })
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('add' as const), kind, name }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('rename' as const), nth: fc.nat(5), name }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), nth: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('redo' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** What there is, read from the records themselves. */
async function records(test: TestStore): Promise<{ record: Kind; id: number; name: string }[]> {
  const all = { schoolYear: null, limit: 1000 }
  return [
    ...(await test.call('schools.list', all)).rows.map((row) => ({
      record: 'school' as const,
      id: row.id,
      name: row.shortName,
    })),
    ...(await test.call('events.list', all)).rows.map((row) => ({
      record: 'event' as const,
      id: row.id,
      name: row.name,
    })),
    ...(await test.call('decisions.list', all)).rows.map((row) => ({
      record: 'decision' as const,
      id: row.id,
      name: row.text,
    })),
  ]
}

async function perform(test: TestStore & { series: number }, one: Step, nth: number): Promise<void> {
  const told = (of: readonly number[]): string => `${of.map((at) => words[at]?.[0]).join(' ')} ${nth}`
  const there = await records(test)
  if (one.do === 'undo' || one.do === 'redo') {
    await test.call(`history.${one.do}`, {}).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error
    })
  } else if (one.do === 'add') {
    if (one.kind === 'school') await test.call('schools.save', { ...saved, school: school(told(one.name)) })
    if (one.kind === 'event') await test.call('events.save', { ...saved, event: event(told(one.name)) })
    if (one.kind === 'decision') {
      const agenda = [agendaItem('О разном', { decisions: [decision(told(one.name)), decision('Принять к сведению')] })]
      await test.call('meetings.save', { ...saved, meeting: meeting(test.series, { number: String(nth), agenda }) })
    }
  } else {
    const chosen = there[one.nth % Math.max(1, there.length)]
    if (!chosen) return
    const { record, id } = chosen
    if (one.do === 'remove') {
      if (record === 'school') await test.call('schools.remove', { id })
      if (record === 'event') await test.call('events.remove', { id })
    } else if (record === 'school') {
      const read = await test.call('schools.get', { id })
      await test.call('schools.save', {
        id,
        revision: read.revision,
        school: { ...read.school, shortName: told(one.name), fullName: told(one.name) },
      })
    } else if (record === 'event') {
      const read = await test.call('events.get', { id })
      await test.call('events.save', { id, revision: read.revision, event: { ...read.event, name: told(one.name) } })
    }
  }
}

const formsOf = (word: string): readonly string[] => words.find(([first]) => first === word) ?? [word]

it('whatever was written, undone and done again, every record is found by every word of its name in any form, and by no word it lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), fc.nat(), async (steps, turn) => {
      const test = await district()
      for (const [nth, one] of steps.entries()) await perform(test, one, nth)
      const there = await records(test)
      for (const [first] of words) {
        const forms = formsOf(first)
        const found = await test.find(forms[turn % forms.length] ?? '')
        const isThat = (hit: SearchHit): boolean => ['school', 'event', 'decision'].includes(hit.record)
        const right = there.filter((one) => one.name.split(' ').includes(first)).map((one) => `${one.record}/${one.id}`)
        if (right.length > 0)
          expect(
            found
              .filter(isThat)
              .map((hit) => `${hit.record}/${hit.id}`)
              .sort(),
          ).toEqual(right.sort())
      }
      await sound(test)
      await test.store.close()
    }),
    { numRuns: 6 },
  )
})

describe('what was asked is understood', () => {
  it('by forms, ё, slips, the other keys, beginnings, numbers, days', async () => {
    const test = await district()
    for (const n of [1, 5, 15])
      await test.call('schools.save', {
        ...saved,
        school: school(`МБОУ СОШ № ${n}`, {
          inn: n === 15 ? '6123009876' : '',
          phone: n === 15 ? '8 (86347) 2-35-45' : '',
        }),
      })
    await test.call('librarians.save', {
      ...saved,
      allowDuplicate: false,
      librarian: librarian('Скворцова', { given: 'Зоя', patronymic: 'Игоревна', email: 'zoya.skv@example.ru' }),
    })
    await test.call('librarians.save', {
      ...saved,
      allowDuplicate: false,
      librarian: librarian('Скворцова', { given: 'Алла', patronymic: 'Петровна' }),
    })
    const item = agendaItem('О подписке', {
      decisions: [decision('Разместить сведения на сайте'), decision('Подготовить учётный журнал')],
    })
    await test.call('meetings.save', {
      ...saved,
      meeting: meeting(test.series, {
        number: '3',
        date: '2026-09-08',
        theme: 'Партнёрство библиотек',
        agenda: [item],
      }),
    })
    const first = async (text: string): Promise<string | undefined> => named(await test.find(text))[0]
    expect(await first('сош 15')).toBe('school: МБОУ СОШ № 15')
    expect(await first('школа № 5')).toBe('school: МБОУ СОШ № 5')
    expect(await first('6123009876')).toBe('school: МБОУ СОШ № 15')
    expect(await first('2-35-45')).toBe('school: МБОУ СОШ № 15')
    expect(await first('+7 86347 23545')).toBe('school: МБОУ СОШ № 15')
    for (const text of [
      'Скворцова З.И.',
      'скворцовой зое',
      'Зоя Скварцова',
      'crdjhwjdf pjz',
      'zoya.skv',
      'скворцова з',
      'Зоя Игоревна',
    ]) {
      expect(await first(text), text).toBe('librarian: Скворцова Зоя Игоревна')
    }
    for (const text of [
      'протокол 3',
      'протокол от 08.09.2026',
      'заседание 8 сентября',
      'партнерство',
      'парнёрство библиотек',
    ]) {
      expect((await first(text))?.startsWith('meeting:'), text).toBe(true)
    }
    expect(await first('учетные журналы')).toBe('decision: Подготовить учётный журнал')
    expect(await first('решение 1.2 сентябрь 2026')).toBe('decision: Подготовить учётный журнал')
    expect((await test.call('search.everything', { text: 'crdjhwjdf' })).understood).toBe('скворцова')
    expect((await test.call('search.everything', { text: 'скварцова' })).forgiven).toBe(true)
    expect((await test.call('search.everything', { text: 'скворцова' })).forgiven).toBe(false)
  })

  it('and whatever is typed is answered without failing', async () => {
    const test = await district()
    await test.call('schools.save', { ...saved, school: school('МБОУ СОШ № 1') })
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 })),
        async (text) => {
          for (const typed of [text, `школа ${text}`, `"${text}"*`]) {
            expect((await test.call('search.everything', { text: typed.slice(0, 200) })).hits).toBeInstanceOf(Array)
          }
        },
      ),
      { numRuns: 150 },
    )
    for (const text of [
      '',
      '  ',
      '"',
      '*',
      '^школа',
      '#1',
      'NEAR(а б)',
      'a OR b',
      '{title}: школа',
      '-',
      '№',
      'и',
      '99.99.9999',
      '2026-13-45',
    ]) {
      expect((await test.call('search.everything', { text })).hits, text).toBeInstanceOf(Array)
    }
  })

  it('of one kind only, with how many there are of each', async () => {
    const test = await district()
    for (let n = 1; n <= 30; n++) await test.call('events.save', { ...saved, event: event(`Чтения ${n}`) })
    await test.call('schools.save', { ...saved, school: school('Школа чтения') })
    const all = await test.call('search.everything', { text: 'чтения', limit: 5 })
    expect(all.hits).toHaveLength(5)
    expect(all.counts).toEqual([
      { group: 'schools', count: 1 },
      { group: 'events', count: 30 },
    ])
    const events = await test.call('search.everything', { text: 'чтения', limit: 200, group: 'events' })
    expect(events.hits).toHaveLength(30)
    expect(events.counts).toEqual(all.counts)
    expect((await test.call('search.everything', { text: 'чтения', group: 'people' })).hits).toEqual([])
  })

  it.each([
    { schools: 5, events: 170, textbooks: 3 },
    { schools: 60, events: 99, textbooks: 30 },
    { schools: 100, events: 101, textbooks: 1 },
  ])('however many there are: $schools, $events, $textbooks', async ({ schools, events, textbooks }) => {
    const test = await district()
    const rows = (count: number, cells: (n: number) => Record<string, string | number>) =>
      Array.from({ length: count }, (_, n) => ({ id: null, cells: cells(n) }))
    const add = (list: string, made: ReturnType<typeof rows>) => test.call('lists.edit', { list, rows: made })
    await add(
      'schools',
      rows(schools, (n) => ({ shortName: `Школа чтения ${n}`, fullName: `Школа чтения ${n}` })),
    )
    await add(
      'events',
      rows(events, (n) => ({ name: `Чтения ${n}`, from: '2026-11-20' })),
    )
    for (let n = 0; n < textbooks; n++)
      await test.call('textbooks.save', { ...saved, textbook: textbook(`Чтение ${n}`, { subject: 'Алгебра' }) })
    const seen = (count: number): number => Math.min(count, mostCounted + 1)
    for (const text of ['чтения', 'чтение']) {
      expect((await test.call('search.everything', { text })).counts).toEqual([
        { group: 'schools', count: seen(schools) },
        { group: 'events', count: seen(events) },
        { group: 'textbooks', count: seen(textbooks) },
      ])
    }
  })

  it.each([2, 3, 4, 5])('with one word too many: whatever has all the others of %d', async (count) => {
    const test = await district()
    const all = ['сирень', 'облако', 'тропинка', 'фонарь', 'кувшин'].slice(0, count)
    const rows: { id: null; cells: Record<string, string> }[] = []
    for (let subset = 1; subset < 2 ** count - 1; subset++) {
      const name = all.filter((_, at) => (subset >> at) % 2 === 1).join(' ')
      rows.push({ id: null, cells: { name, from: '2026-11-20' } })
    }
    await test.call('lists.edit', { list: 'events', rows })
    const { hits, forgiven } = await test.call('search.everything', { text: all.join(' '), limit: 200 })
    expect(forgiven).toBe(true)
    expect(hits.map((hit) => hit.title.split(' ').length)).toEqual(Array.from({ length: count }, () => count - 1))
    expect(new Set(hits.map((hit) => hit.title)).size).toBe(count)
  })

  it('with the parts of the name that answer it', async () => {
    const test = await district()
    await test.call('events.save', { ...saved, event: event('Акция «Живём с книгой»: читаем вместе') })
    const marked = async (text: string): Promise<string[]> => {
      const hit = (await test.find(text))[0]
      return (hit?.marks ?? []).map(([from, to]) => hit?.title.slice(from, to) ?? '')
    }
    expect(await marked('книги живем')).toEqual(['Живём', 'книгой'])
    expect(await marked('кни')).toEqual(['кни'])
    expect(await marked('вмесет')).toEqual(['вместе'])
  })
})

it('a person erased is in the index no more, nor is any word only she had', async () => {
  const test = await district()
  const { id } = await test.call('librarians.save', {
    ...saved,
    allowDuplicate: false,
    librarian: librarian('Ромашкинская', {
      given: 'Ольга',
      patronymic: 'Павловна',
      email: 'romashkinskaya@example.ru',
      phone: '+7 (928) 111-22-33',
    }),
  })
  const people = [{ uid: newUid(), librarianId: id, name: 'Ромашкинская О.П.', position: 'руководитель' }]
  await test.call('meetings.save', { ...saved, meeting: meeting(test.series, { chairs: people }) })
  expect(named(await test.find('ромашкинская'))).toHaveLength(2)
  await test.call('librarians.erase', { id })
  for (const text of ['ромашкинская', 'ромашкинск', '9281112233', 'romashkinskaya', 'ромошкинская']) {
    expect(named(await test.find(text)), text).toEqual([])
  }
  expect(await test.call('search.named', { records: [{ record: 'librarian', id }] })).toEqual([])
  const { raw } = test.store.router.reader.connection
  const kept = raw
    .prepare(
      "SELECT 1 FROM searchWord WHERE word LIKE '%ромашк%' OR word LIKE '%romash%' UNION SELECT 1 FROM searchDoc WHERE title || beside || more || name || detail LIKE '%омашк%'",
    )
    .all()
  expect(kept).toEqual([])
  const blocks = raw.prepare<[], { block: Buffer }>('SELECT block FROM searchIndex_data').all()
  expect(
    blocks.some(({ block }) => block.includes(Buffer.from('ромашк')) || block.includes(Buffer.from('romash'))),
  ).toBe(false)
  await sound(test)
})

describe('files that others wrote', () => {
  for (const version of [1, 2, 3, 4]) {
    it(`of version ${version} are searched once opened`, async () => {
      const dir = temporaryFolder()
      const fixture = resolve(import.meta.dirname, `../fixtures/databases/v${version}.sqlite.gz`)
      writeFileSync(join(dir, 'metodist.sqlite'), gunzipSync(readFileSync(fixture)))
      const test = await testStore({ dir })
      const found = async (text: string) => named((await test.call('search.everything', { text })).hits)
      expect((await found('елкиной'))[0]).toMatch(/^librarian: Ёлкина/)
      expect((await found('лицей 9'))[0]).toBe('school: Лицей № 9')
      expect((await found('утвердить план'))[0]).toBe('decision: Утвердить план')
      await sound(test)
    })
  }

  it('written by a program that makes no words are searched from the next command or opening on', async () => {
    const test = await district()
    const write = (name: string): void => {
      const other = connect(test.store.folder.database)
      other.raw.transaction(() => {
        const group = openGroup(other.raw, {
          command: 'x',
          title: 'x',
          author: 'x',
          at: '2026-11-20',
          kind: 'do',
          undo: 'step',
          targetId: null,
        })
        other.raw.prepare('UPDATE school SET shortName = ?').run(name)
        closeGroup(other.raw, group, 'x')
      })()
      other.close()
    }
    await test.call('schools.save', { ...saved, school: school('Прежняя') })
    write('Новейшая')
    expect(named(await test.find('новейшая'))).toEqual([])
    await test.call('events.save', { ...saved, event: event('Что угодно') })
    expect(named(await test.find('новейшая'))).toEqual(['school: Новейшая'])
    write('Позднейшая')
    await test.reopen()
    expect(named((await test.call('search.everything', { text: 'позднейшая' })).hits)).toEqual(['school: Позднейшая'])
    expect(named((await test.call('search.everything', { text: 'новейшая' })).hits)).not.toContain('school: Новейшая')
  })

  it('whose index was made by other rules have it made anew', async () => {
    const test = await district()
    await test.call('schools.save', { ...saved, school: school('Прежняя') })
    await test.store.close()
    const other = connect(test.store.folder.database)
    other.raw.exec(
      "UPDATE searchState SET rules = 'older'; DELETE FROM searchDoc; INSERT INTO searchIndex (searchIndex) VALUES ('delete-all')",
    )
    other.close()
    await test.reopen()
    expect(named((await test.call('search.everything', { text: 'прежняя' })).hits)).toEqual(['school: Прежняя'])
    await sound(test)
  })
})

it('check tells of an index that is not what the records are', async () => {
  const test = await district()
  await test.call('schools.save', { ...saved, school: school('Прежняя') })
  const other = connect(test.store.folder.database)
  other.raw.exec(
    "UPDATE searchDoc SET name = 'Не та'; DELETE FROM searchWord WHERE word = (SELECT min(word) FROM searchWord)",
  )
  other.close()
  const { problems } = await test.call('app.check', {})
  expect(problems.map((one) => one.code)).toEqual(['derived', 'derived'])
})

it('another record’s name in the details is kept true: a school renamed, a series renamed', async () => {
  const test = await district()
  const { id } = await test.call('schools.save', { ...saved, school: school('Прежняя') })
  const employments = [
    { uid: newUid(), schoolId: id, position: 'библиотекарь', rate: 100, from: null, to: null, main: true },
  ]
  await test.call('librarians.save', {
    ...saved,
    allowDuplicate: false,
    librarian: librarian('Ветлугина', { employments }),
  })
  expect(named(await test.find('ветлугина прежняя'))).toEqual(['librarian: Ветлугина Анна Ивановна'])
  const read = await test.call('schools.get', { id })
  await test.call('schools.save', { id, revision: read.revision, school: { ...read.school, shortName: 'Новейшая' } })
  expect((await test.find('ветлугина новейшая'))[0]).toMatchObject({ record: 'librarian', detail: 'Новейшая' })
  await test.call('history.undo', {})
  expect((await test.find('ветлугина'))[0]).toMatchObject({ record: 'librarian', detail: 'Прежняя' })
  await sound(test)
})
