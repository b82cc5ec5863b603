import { describe, expect, it } from 'vitest'
import { caseAt, replaceRange, triggerBefore } from '../../../src/renderer/components/pick/trigger'
import {
  filterRoster,
  missingMembers,
  presenceOf,
  setAll,
  setState,
  toggled,
} from '../../../src/renderer/modules/meetings/model/attendance'
import { newAttendance } from '../../../src/renderer/modules/meetings/model/blank'
import { candidatesFor, exactPhrase, phrasesFor } from '../../../src/renderer/modules/meetings/model/candidates'
import { toWhom } from '../../../src/renderer/modules/meetings/model/dative'
import { interpretKey, type KeyContext } from '../../../src/renderer/modules/meetings/model/keyboard'
import { locate } from '../../../src/renderer/modules/meetings/model/locate'
import { personOfText, retypePerson, textOfPerson } from '../../../src/renderer/modules/meetings/model/people'

describe('triggers', () => {
  it('open at the start of a word only', () => {
    expect(triggerBefore('Поручить @Ива', 13)).toEqual({ sign: '@', query: 'Ива', range: [9, 13] })
    expect(triggerBefore('@', 1)).toMatchObject({ sign: '@', query: '' })
    expect(triggerBefore('Поручить @Иванова М.', 20)).toMatchObject({ query: 'Иванова М.' })
    expect(triggerBefore('/дов', 4)).toMatchObject({ sign: '/', query: 'дов' })
    expect(triggerBefore('и/или', 5)).toBeNull()
    expect(triggerBefore('2023/2024', 9)).toBeNull()
    expect(triggerBefore('name@school.ru', 14)).toBeNull()
    expect(triggerBefore('/дов ещё', 8)).toBeNull()
  })

  it('give way to the chosen words, with a space after them where one is wanted', () => {
    expect(replaceRange('Поручить @Ива статью', [9, 13], 'Ивановой М.П.')).toEqual({
      text: 'Поручить Ивановой М.П. статью',
      caret: 23,
    })
    expect(replaceRange('Поручить @', [9, 10], 'школам')).toEqual({ text: 'Поручить школам ', caret: 16 })
    expect(replaceRange('(@)', [1, 2], 'школам')).toEqual({ text: '(школам)', caret: 7 })
  })

  it('begin a sentence with a capital', () => {
    expect(caseAt('', 0, 'руководителям ИБЦ')).toBe('Руководителям ИБЦ')
    expect(caseAt('Сдать отчёт. ', 13, 'школам')).toBe('Школам')
    expect(caseAt('СОШ № 15 г. ', 12, 'школам')).toBe('школам')
  })
})

describe('candidates', () => {
  const sources = {
    librarians: [
      { id: 1, name: 'Иванова Мария Петровна', position: 'педагог-библиотекарь', school: 'СОШ № 5' },
      { id: 2, name: 'Петрова Анна Ивановна', position: 'руководитель ИБЦ', school: 'Лицей № 1' },
    ],
    schools: [{ id: 9, name: 'СОШ № 5' }],
    used: ['рабочей группе'],
    toWhom: (name: string) => name,
  }

  it('lead with groups, then match words of names, then of schools', () => {
    expect(candidatesFor('', sources)[0]?.label).toBe('руководителям ИБЦ')
    expect(candidatesFor('ива', sources).map((each) => each.label)).toEqual([
      'Иванова Мария Петровна',
      'Петрова Анна Ивановна',
    ])
    expect(candidatesFor('рук', sources)[0]?.label).toBe('руководителям ИБЦ')
    expect(candidatesFor('сош 5', sources).map((each) => each.kind)).toEqual(['school', 'person'])
    expect(candidatesFor('никого', sources)).toEqual([])
  })

  it('find phrases by key first', () => {
    const phrases = [
      { id: 1, key: 'довести', text: 'Довести информацию до директоров школ.' },
      { id: 2, key: 'сведения', text: 'Принять к сведению, довести до коллектива.' },
    ]
    expect(phrasesFor('дов', phrases).map(({ key }) => key)).toEqual(['довести', 'сведения'])
    expect(exactPhrase('ДОВЕСТИ', phrases)?.id).toBe(1)
  })
})

describe('people', () => {
  it('are read as «имя, должность» and written so', () => {
    const person = personOfText('Кулагина В.Р.,  региональный менеджер')
    expect(person).toEqual({ librarianId: null, name: 'Кулагина В.Р.', position: 'региональный менеджер' })
    expect(textOfPerson(person)).toBe('Кулагина В.Р., региональный менеджер')
  })

  it('stay linked to the bank while only the position is retyped', () => {
    const linked = { librarianId: 4, name: 'Иванова М.П.', position: '' }
    expect(retypePerson(linked, 'Иванова М.П., методист').librarianId).toBe(4)
    expect(retypePerson(linked, 'Петрова М.П.').librarianId).toBeNull()
  })

  it('are found as whole words, ё and case aside', () => {
    expect(locate('Поручить Щёкиной А.В. отчёт', 'щекиной А.В.')).toEqual([9, 21])
    expect(locate('Школамирам', 'школам')).toBeNull()
  })
})

describe('attendance', () => {
  const librarians = [
    { id: 2, name: 'Петрова Анна', position: 'библиотекарь', school: 'СОШ № 2' },
    { id: 1, name: 'Иванова Мария', position: 'библиотекарь', school: 'СОШ № 1' },
    { id: 3, name: 'Сидорова Ольга', position: 'библиотекарь', school: 'СОШ № 3' },
  ]

  it('takes members who are not yet there, by name', () => {
    const roster = missingMembers([], [1, 2], librarians)
    expect(roster.map((entry) => entry.person.name)).toEqual(['Иванова Мария', 'Петрова Анна'])
    expect(missingMembers(roster, [1, 2, 3], librarians).map((entry) => entry.person.librarianId)).toEqual([3])
  })

  it('counts, toggles and filters', () => {
    const roster = missingMembers([], [1, 2, 3], librarians)
    const absent = setState(roster, roster[0]?.uid ?? '', toggled('present'))
    expect(presenceOf(absent)).toEqual({ present: 2, absent: 1, excused: 0, total: 3 })
    expect(presenceOf(setAll(absent, 'excused')).excused).toBe(3)
    expect(toggled('excused')).toBe('present')
    expect(filterRoster(roster, 'пет сош')).toHaveLength(1)
    expect(newAttendance({ librarianId: null, name: 'Гость', position: '' }).state).toBe('present')
  })
})

describe('keys', () => {
  const here: KeyContext = { field: 'speech', empty: false, firstRow: false, lastRow: false }
  const press = (key: string, modifiers: Partial<{ ctrl: boolean; shift: boolean; alt: boolean }> = {}) =>
    ({ key, ctrl: false, shift: false, alt: false, ...modifiers }) as const

  it('mean what the map says', () => {
    expect(interpretKey(press('Enter'), here)).toBe('next-line')
    expect(interpretKey(press('Enter', { shift: true }), here)).toBeNull()
    expect(interpretKey(press('Enter', { ctrl: true }), here)).toBe('new-decision')
    expect(interpretKey(press('Enter', { ctrl: true, shift: true }), here)).toBe('new-item')
    expect(interpretKey(press('Enter', { alt: true }), here)).toBe('new-remark')
    expect(interpretKey(press('ArrowUp', { alt: true }), here)).toBe('move-up')
    expect(interpretKey(press('ArrowDown', { ctrl: true }), here)).toBe('next-view')
    expect(interpretKey(press('F9'), here)).toBe('vote')
    expect(interpretKey(press('F8'), here)).toBe('pick-person')
    expect(interpretKey(press('а'), here)).toBeNull()
  })

  it('leave arrows and Backspace to the text until its edge', () => {
    expect(interpretKey(press('ArrowUp'), here)).toBeNull()
    expect(interpretKey(press('ArrowUp'), { ...here, firstRow: true })).toBe('previous-field')
    expect(interpretKey(press('Backspace'), here)).toBeNull()
    expect(interpretKey(press('Backspace'), { ...here, empty: true })).toBe('remove-empty')
  })

  it('outside of text only what works everywhere', () => {
    expect(interpretKey(press('Enter'), { ...here, field: 'other' })).toBeNull()
    expect(interpretKey(press('Enter', { ctrl: true }), { ...here, field: null })).toBe('new-decision')
  })
})

describe('addressees from the bank', () => {
  it.each([
    ['Дегтярева Зинаида Егоровна', 'Дегтяревой З.Е.'],
    ['Никитина Ольга', 'Никитиной О.'],
    ['Белая Ирина Олеговна', 'Белой И.О.'],
    ['Остапченко Инна Павловна', 'Остапченко И.П.'],
    ['Шевчук Ольга Петровна', 'Шевчук О.П.'],
    ['Петров Иван Ильич', 'Петрову И.И.'],
    ['Достоевский Фёдор Михайлович', 'Достоевскому Ф.М.'],
    ['Римская-Иванова Вера Львовна', 'Римской-Ивановой В.Л.'],
    ['Шаляпина', 'Шаляпина'],
  ])('%s → %s', (name, whom) => {
    expect(toWhom(name)).toBe(whom)
  })
})
