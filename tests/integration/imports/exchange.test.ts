import { blankTextbook } from '@shared/contract/blank'
import { expect, it } from 'vitest'
import { school } from '../../support/records'
import { cli } from '../support/cli'
import { testStore } from '../support/store'
import { workbook } from './support'

const head = [
  '№',
  'Школа',
  'Предмет',
  'Класс',
  'Код ФПУ',
  'Автор, название',
  'Издательство',
  'Год издания',
  'Количество',
  'Состояние',
  'Цена',
  'Можно использовать до',
  'Примечание',
]

it('a school’s own sheet of surpluses and needs comes in: its columns together say which book', async () => {
  const test = await testStore({ today: '2026-11-20' })
  await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
  for (const name of ['СОШ № 1', 'СОШ № 2']) {
    await test.call('schools.save', { id: null, revision: null, school: school(name) })
  }
  for (const [grade, publisher, fplCode] of [
    [7, 'Ясень', '1.1.2.4.2.2.1.'],
    [8, 'Ясень', '1.1.2.4.2.2.2.'],
    [7, 'Родник', '1.1.2.4.2.2.1.'],
  ] as const) {
    const textbook = { ...blankTextbook(), title: 'Алгебра', subject: 'Алгебра', gradeFrom: grade, gradeTo: grade }
    await test.call('textbooks.save', {
      id: null,
      revision: null,
      textbook: { ...textbook, authors: 'Рябинин К. О.', publisher, fplCode },
    })
  }
  await test.store.close()
  const file = await workbook([
    ['Невостребованные учебники'],
    [],
    head,
    [
      1,
      'СОШ № 1',
      'Алгебра',
      7,
      '1.1.2.4.2.2.1',
      'Рябинин К.О. Алгебра',
      'АО «Ясень»',
      2019,
      12,
      'хорошее',
      512.4,
      '31.08.2027',
      '',
    ],
    [2, 'СОШ № 1', 'Алгебра', 8, '', 'Рябинин К.О. Алгебра', 'Ясень', 2020, 3, 'ветхое', '', '', 'без приложений'],
    [3, 'СОШ № 1', 'Алгебра', 7, '', 'Алгебра', 'Родник', 2021, 4, 'хорошее', '', '', ''],
    ['', 'Итого', '', '', '', '', '', '', 19, '', '', '', ''],
  ])
  const data = ['--data', test.dir]
  const done = await cli(['import', file, '--as', 'surpluses', ...data])
  expect(done, done.error).toMatchObject({ code: 0 })
  const { rows } = (await cli(['list', 'surpluses', ...data, '--json'])).json<{ rows: Record<string, unknown>[] }>()
  expect(rows.map((row) => [row.textbook, row.publicationYear, row.copies, row.price, row.condition])).toEqual([
    ['Алгебра. 7 класс. Рябинин К. О. (Родник)', 2021, 4, null, 'good'],
    ['Алгебра. 7 класс. Рябинин К. О. (Ясень)', 2019, 12, 512_40, 'good'],
    ['Алгебра. 8 класс. Рябинин К. О. (Ясень)', 2020, 3, null, 'worn'],
  ])
  const again = await cli(['import', file, '--as', 'surplus', ...data, '--json'])
  expect(again.json()).toMatchObject({ kind: 'surpluses', added: 0, changed: 0, unchanged: 3 })

  const needs = await workbook([
    ['Школа', 'Автор, название', 'Класс', 'Издательство', 'Потребность', 'Замена'],
    ['СОШ № 2', 'Рябинин К.О. Алгебра', 8, 'Ясень', 5, 'нет'],
    ['СОШ № 2', 'Рябинин К.О. Алгебра', 7, 'Ясень', 20, 'да'],
  ])
  expect(await cli(['import', needs, '--as', 'needs', ...data])).toMatchObject({ code: 0 })
  const shown = await cli(['list', 'needs', ...data, '--json'])
  expect(
    shown.json<{ rows: Record<string, unknown>[] }>().rows.map((row) => [row.grades, row.unmet, row.offered]),
  ).toEqual([
    ['7', 20, 16],
    ['8', 5, 3],
  ])
  expect((await cli(['show', 'need', '1', ...data])).out).toBe(
    'Потребности, запись № 1\nШкола: СОШ № 2\nУчебник: Алгебра. 8 класс. Рябинин К. О. (Ясень)\nПредмет: Алгебра\nКласс: 8\nАвторы: Рябинин К. О.\nИздательство: Ясень\nКод ФПУ: 1.1.2.4.2.2.2.\nЭкземпляров: 5\nВ брони: 0\nВ передачах: 0\nНе хватает: 5\nЕсть в фонде: 3\nОткрыто, экз.: 5\nМожно замену: нет\nОчерёдность: обычная\nЗаявлено: 21.11.2026\nСостояние: открыто\n',
  )
  const call = async (name: string, input: object): Promise<Record<string, number>> =>
    (await cli(['call', name, '--input', JSON.stringify(input), ...data, '--json'])).json()
  const { id } = await call('reservations.make', { surplusId: 2, needId: 1, copies: 2, expiresOn: '2026-12-01' })
  expect((await cli(['show', 'reservation', String(id), ...data])).out).toContain('Бронь до: 01.12.2026')
  const { transferIds } = (await call('reservations.transfer', { ids: [id] })) as unknown as { transferIds: number[] }
  expect((await cli(['show', 'transfer', String(transferIds[0]), ...data])).out).toBe(
    [
      'Передача, запись № 1',
      'Передаёт: СОШ № 1',
      'Получает: СОШ № 2',
      'Состояние: черновик',
      'Срок: постоянно',
      'Составлена: 21.11.2026',
      '',
      '№  Учебник                 Год  Экз.  Цена  Стоимость',
      '─  ─────────────────────  ────  ────  ────  ─────────',
      '1  Рябинин К. О. Алгебра  2020     2  0,00       0,00',
      'Всего: 2 экз., 0,00\u00A0руб.',
      '',
    ].join('\n'),
  )
  expect((await cli(['list', 'transferLines', ...data])).out).toContain('СОШ № 1')
  expect((await cli(['check', ...data, '--json'])).json()).toEqual({ ok: true, problems: [] })
})
