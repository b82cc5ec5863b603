import { AppError } from '@shared/errors'
import type { QueryContext } from '@store/context'
import { textbookByName } from '@store/lists/textbooks'
import { beforeEach, describe, expect, it } from 'vitest'
import { textbook } from '../support/records'
import { type TestStore, testStore } from './support/store'

let test: TestStore
beforeEach(async () => {
  test = await testStore({ today: '2026-11-20' })
  await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
})

type Book = Parameters<typeof textbook>[1]
const save = async (title: string, over: Book = {}): Promise<number> =>
  (await test.call('textbooks.save', { id: null, revision: null, textbook: textbook(title, over) })).id
const refusal = async (title: string, over: Book): Promise<{ code: string; message: string; path?: string }> =>
  test.call('textbooks.save', { id: null, revision: null, textbook: textbook(title, over) }).then(
    () => ({ code: 'accepted', message: '' }),
    (error: AppError) => error.toFailure(),
  )

describe('a textbook', () => {
  it('is kept with its ISBN hyphenated and its code as the list writes it', async () => {
    const id = await save('Алгебра', { isbn: '9785001200017', fplCode: '1.1.2.4.3.1.1' })
    const { textbook: saved } = await test.call('textbooks.get', { id })
    expect(saved).toMatchObject({ isbn: '978-5-00120-001-7', fplCode: '1.1.2.4.3.1.1.' })
  })

  it('brings a subject that was not there, found again in any case of letters', async () => {
    await save('Родная речь', { subject: 'Родной язык' })
    await save('Родная речь', { subject: 'РОДНОЙ  ЯЗЫК', gradeFrom: 8, gradeTo: 8 })
    await save('Физика', { subject: 'Физика' })
    const { rows } = await test.call('subjects.list', {})
    expect(rows).toMatchObject([
      { name: 'Родной язык', obligatory: false, textbooks: 2 },
      { name: 'Физика', obligatory: true, gradeFrom: 7, gradeTo: 11, textbooks: 1 },
    ])
    await test.call('history.undo', {})
    expect((await test.call('subjects.options', {})).map((one) => one.name)).toEqual(['Родной язык'])
  })

  it.each([
    [{ isbn: '978-5-00120-001-5' }, 'invalid-input', 'контрольная цифра должна быть 7', 'textbook.isbn'],
    [{ fplCode: 'без номера' }, 'invalid-input', 'Код ФПУ: «без номера»', 'textbook.fplCode'],
    [{ gradeFrom: 9, gradeTo: 7 }, 'invalid-input', 'Класс по: 7 меньше', 'textbook.gradeTo'],
    [{}, 'duplicate', '«Алгебра. 7 класс. Рябинин К. О. (Ясень)» уже есть', 'textbook.title'],
  ])('%j is refused as %s: %s', async (over, code, words, path) => {
    await save('Алгебра')
    const refused = await refusal('Алгебра', over)
    expect(refused).toMatchObject({ code, path })
    expect(refused.message).toContain(words)
  })

  it('of the same name is another one where its code of the list is another', async () => {
    await save('Алгебра', { fplCode: '1.1.2.4.3.1.1.' })
    expect(await refusal('Алгебра', { fplCode: '1.1.2.4.3.1.2.' })).toMatchObject({ code: 'accepted' })
    expect(await refusal('Алгебра', { fplCode: '1.1.2.4.3.1.2.' })).toMatchObject({ code: 'duplicate' })
    expect(await refusal('Алгебра', { fplCode: '' })).toMatchObject({ code: 'duplicate' })
  })

  it('goes with its removal, and only after it its subject', async () => {
    const id = await save('Алгебра')
    const [subject] = await test.call('subjects.options', {})
    await expect(test.call('subjects.remove', { id: subject?.id ?? 0 })).rejects.toMatchObject({ code: 'in-use' })
    await test.call('textbooks.remove', { id })
    await test.call('subjects.remove', { id: subject?.id ?? 0 })
    expect((await test.call('textbooks.list', {})).total).toBe(0)
  })
})

describe('a textbook is named in a cell', () => {
  const context = (): QueryContext => ({ raw: test.store.router.reader.connection.raw }) as QueryContext
  const found = (text: string): number | string => {
    try {
      return textbookByName(context(), text)
    } catch (error) {
      if (error instanceof AppError) return error.message
      throw error
    }
  }
  let algebra: number
  let deep: number
  let twin: number
  beforeEach(async () => {
    algebra = await save('Алгебра', { isbn: '978-5-00120-001-7', fplCode: '1.1.2.4.3.1.1.' })
    deep = await save('Алгебра', { level: 'advanced', gradeFrom: 8, gradeTo: 8, authors: 'Мятин А. П.' })
    await save('Алгебра. Задачник', { gradeFrom: 8, gradeTo: 8, kind: 'aid' })
    twin = await save('История', { subject: 'История', fplCode: '1.1.2.3.1.1.1.', authors: 'Липкина О. Д.' })
    await save('История', { subject: 'История', fplCode: '1.1.2.3.1.1.2.', authors: 'Липкина О. Д.' })
  })

  it.each([
    'Алгебра. 7 класс. Рябинин К. О. (Ясень)',
    'АЛГЕБРА. 7 КЛАСС. РЯБИНИН К. О. (ЯСЕНЬ)',
    'Рябинин К. О. Алгебра. 7 класс',
    'Рябинин, Алгебра, 7 кл.',
    'Алгебра 7 класс',
    '9785001200017',
    'ISBN 978-5-00120-001-7',
    'Алгебра, 978-5-00120-001-7',
    '1.1.2.4.3.1.1',
    '1.1.2.4.3.1.1.',
    'Алгебра (1.1.2.4.3.1.1.)',
  ])('%s', (text) => expect(found(text)).toBe(algebra))

  it('by the word that only one has, by the grade that only one is for', () => {
    expect(found('Мятин Алгебра')).toBe(deep)
    expect(found('Алгебра 8 класс')).toBe(deep)
    expect(found('История. 7 класс. Липкина О. Д. (Ясень) 1.1.2.3.1.1.1.')).toBe(twin)
  })

  it.each([
    [
      'Алгебра',
      'подходят несколько учебников: «Алгебра. 7 класс. Рябинин К. О. (Ясень)» 1.1.2.4.3.1.1.; «Алгебра. 8 класс. Мятин А. П. (Ясень, углублённый)»',
    ],
    ['История', 'подходят несколько'],
    ['Ботаника', 'Учебника «Ботаника» в каталоге нет'],
    ['Алгебра 9 класс', 'в каталоге нет'],
    ['1.1.1.1.1.1.1', 'в каталоге нет'],
    ['"*()-', 'в каталоге нет'],
    ['', 'в каталоге нет'],
  ])('%s: %s', (text, words) => expect(found(text)).toContain(words))
})
