import { categories, commonPositions, librarianList } from '@shared/contract/librarians'
import type { ListSpec } from '@shared/contract/lists'
import { contingentList, schoolList, schoolTypes } from '@shared/contract/schools'
import type { Random } from '@store/sample/generate/random'
import { chance } from './grid'
import type { Record_ } from './layout'

/** Invented records of the first lists, as the data should hold them. */
export interface Kind {
  spec: ListSpec
  /** Columns that are always in the file; others by chance. */
  always: readonly string[]
  others: readonly string[]
  make(random: Random, index: number): Record_
  /** By what a record is found again among those read back. */
  key(record: Record_): string
}

const surnames = [
  'Берёзкина',
  'Журавлёва',
  'Ромашкина',
  'Ёлкина',
  'Снегирёва',
  'Подсолнухова',
  'Лисичкина',
  'Щеглова',
] as const
const given = ['Анна', 'Мария', 'Ольга', 'Софья', 'Фёкла'] as const
const patronymics = ['Петровна', 'Ивановна', 'Фёдоровна', 'Львовна'] as const
const villages = ['Заречье', 'Новый Бор', 'пос. Озёрный', 'Верхние Ключи', "Кок-Тал'ас"] as const

const date = (random: Random, from: number, to: number): string =>
  `${random.int(from, to)}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`
const person = (random: Random): string => `${random.pick(surnames)} ${random.pick(given)} ${random.pick(patronymics)}`
const maybe = <T>(random: Random, value: T): T | '' => (chance(random, 0.75) ? value : '')
const optional = <T>(random: Random, value: T): T | null => (chance(random, 0.75) ? value : null)

/** A note of any length Excel can hold. */
function note(random: Random): string {
  const length = random.pick([0, 10, 200, 5000, 32_767])
  const words = [
    'работает «на полставки»',
    'курсы; пройдены',
    'a <b> & "c"',
    'двойные  пробелы',
    'см. приказ № 5',
    '100 %',
    '=1+2',
  ]
  let text = ''
  while (text.length < length) text += `${random.pick(words)} `
  return text.slice(0, length).trim()
}

export const schools: Kind = {
  spec: schoolList,
  always: ['shortName'],
  others: ['type', 'locality', 'director', 'phone', 'email', 'computers', 'code', 'inn', 'address', 'site'],
  make: (random, index) => ({
    shortName: `${random.pick(['СОШ', 'ООШ', 'Гимназия'])} № ${index + 100}${random.pick(['', ' «Заря»', ' с. Ёлкино', ' им. А. Б. Выдуманного'])}`,
    type: random.pick(Object.keys(schoolTypes)),
    locality: maybe(random, random.pick(villages)),
    director: maybe(random, person(random)),
    phone: maybe(
      random,
      random.pick([`8${random.int(9_000_000_000, 9_999_999_999)}`, `(35166) ${random.int(10_000, 99_999)}`]),
    ),
    email: maybe(random, `school${index}@example.ru`),
    computers: optional(random, random.int(0, 4000)),
    code: `7${String(index).padStart(5, '0')}`,
    inn: String(7_400_000_000 + index),
    address: maybe(random, `ул. ${random.pick(['Лесная', '8 Марта', 'Мира'])}, д. ${random.int(1, 99)}; корп. "А"`),
    site: maybe(random, `school${index}.example.ru`),
  }),
  key: (record) => String(record.shortName),
}

export const schoolNames = Array.from({ length: 12 }, (_, index) => `МБОУ СОШ № ${index + 1}`)

export const librarians: Kind = {
  spec: librarianList,
  always: ['name', 'schools', 'position'],
  others: ['rate', 'birthDate', 'phone', 'email', 'category', 'categoryUntil', 'attestedOn', 'consentOn', 'note'],
  make: (random, index) => ({
    name: `${random.pick(surnames)}-${surnames[index % surnames.length]} ${random.pick(given)} ${random.pick(patronymics)}${'абвгдежзик'.charAt(Math.floor(index / 8) % 10)}`,
    schools: random.pick(schoolNames),
    position: random.pick(commonPositions),
    rate: random.pick([25, 50, 75, 100, 100, 150]),
    birthDate: optional(random, date(random, 1950, 2003)),
    phone: maybe(random, `8${random.int(9_000_000_000, 9_999_999_999)}`),
    email: maybe(random, `lib${index}@example.ru`),
    category: random.pick(Object.keys(categories)),
    categoryUntil: optional(random, date(random, 2024, 2031)),
    attestedOn: optional(random, date(random, 2019, 2026)),
    consentOn: optional(random, date(random, 2019, 2026)),
    note: note(random),
  }),
  key: (record) => String(record.name),
}

export const contingent: Kind = {
  spec: contingentList,
  always: ['school', 'schoolYear', 'grade', 'students'],
  others: ['classes'],
  make: (random, index) => ({
    school: schoolNames[index % schoolNames.length] ?? '',
    schoolYear: '2026-2027',
    grade: 1 + (Math.floor(index / schoolNames.length) % 11),
    classes: random.int(0, 6),
    students: random.int(0, 1500),
  }),
  key: (record) => `${record.school} ${record.grade}`,
}
