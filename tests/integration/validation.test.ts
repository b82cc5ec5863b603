import { contract } from '@shared/contract'
import { expect, it } from 'vitest'
import { meeting, school } from '../support/records'
import { testStore } from './support/store'

it.each([
  ['schools.get', { id: 'пять' }, 'id', 'Поле «id»: нужно значение другого вида (ожидалось: число).'],
  ['schools.get', undefined, '', 'Данные команды «schools.get»: нужно значение другого вида (ожидалось: запись).'],
  [
    'schools.save',
    { id: null, revision: null, school: school('') },
    'school.shortName',
    'Краткое наименование: поле не заполнено.',
  ],
  [
    'schools.save',
    { id: null, revision: null, school: school('А', { inn: '12' }) },
    'school.inn',
    'ИНН: в ИНН 10 или 12 цифр.',
  ],
  [
    'schools.save',
    { id: null, revision: null, school: school('А', { email: 'почта' }) },
    'school.email',
    'Электронная почта: адрес почты записывается как name@school.ru.',
  ],
  [
    'schools.save',
    {
      id: null,
      revision: null,
      school: school('А', {
        contingent: [{ uid: 'row-one', schoolYear: '2026-2028', grade: 1, classes: 1, students: 1 }],
      }),
    },
    'school.contingent.0.schoolYear',
    'Учебный год: «2026-2028» — нужен учебный год вида 2023-2024.',
  ],
  [
    'meetings.save',
    { id: null, revision: null, meeting: meeting(1, { time: '25:00' }) },
    'meeting.time',
    'Время: время записывается как 14:30.',
  ],
])('%s answers what is wrong, where and how', async (name, input, path, message) => {
  const test = await testStore()
  const answer = await test.store.router.call(name, input)
  expect(answer).toEqual({ ok: false, error: { code: 'invalid-input', message, path } })
})

it('no call breaks on nonsense, and none answers it with an internal error', async () => {
  const test = await testStore()
  const nonsense = [
    null,
    0,
    'текст',
    [],
    { id: -1 },
    { id: 1.5 },
    { id: null, revision: null },
    { text: '\u0000', key: '💥', search: '%_\\' },
  ]
  for (const [name, definition] of Object.entries(contract)) {
    if (definition.kind === 'shell' || name === 'app.initialise') continue
    for (const input of nonsense) {
      const answer = await test.store.router.call(name, input)
      if (!answer.ok)
        expect.soft(answer.error.code, `${name}(${JSON.stringify(input)}): ${answer.error.path}`).not.toBe('internal')
    }
  }
})

it('a call that is not in the contract is refused by name', async () => {
  const test = await testStore()
  for (const name of ['schools.drop', 'toString', '__proto__', 'shell.quit']) {
    const answer = await test.store.router.call(name, {})
    expect(answer).toMatchObject({ ok: false, error: { code: 'unknown-call' } })
  }
})
