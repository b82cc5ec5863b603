import { associationKinds, protocolLayouts } from '@shared/contract/associations'
import { moneySources, movementKinds } from '@shared/contract/holdings'
import { categories, contestLevels, courseForms, educationFields, educationLevels } from '@shared/contract/librarians'
import {
  addresseeKinds,
  attendanceStates,
  decisionStates,
  executionStates,
  meetingFormats,
  meetingStates,
} from '@shared/contract/meetings'
import { connectionStates, fundCategories, libraryStatuses, schoolStates, schoolTypes } from '@shared/contract/schools'
import { formatDate, isRealDate } from '@shared/domain/dates'
import type { z } from 'zod'
import { alignedTable } from './table'

/**
 * A record as lines «Поле: значение», from the contract's own names of fields. Enumerations are told apart by their
 * sets of values, since a schema does not know its Russian words.
 */
const choices = new Map(
  [
    associationKinds,
    protocolLayouts,
    categories,
    contestLevels,
    courseForms,
    educationFields,
    educationLevels,
    addresseeKinds,
    attendanceStates,
    decisionStates,
    executionStates,
    meetingFormats,
    meetingStates,
    connectionStates,
    fundCategories,
    libraryStatuses,
    schoolStates,
    schoolTypes,
    moneySources,
    movementKinds,
  ].map((words): [string, Readonly<Record<string, string>>] => [Object.keys(words).sort().join(' '), words]),
)

/** Names of what the contract leaves to screens. */
const titles: Readonly<Record<string, string>> = {
  library: 'Библиотека',
  statuses: 'Статусы библиотеки',
  connections: 'Подключения',
  funds: 'Фонд',
  contingent: 'Контингент',
  documents: 'Документы',
  employments: 'Места работы',
  educations: 'Образование',
  courses: 'Курсы',
  awards: 'Награды',
  publications: 'Публикации',
  contests: 'Конкурсы',
  themes: 'Методические темы',
  schoolIds: 'Школы',
  members: 'Состав',
  series: 'Ряды заседаний',
  number: 'Номер',
  date: 'Дата',
  note: 'Примечание',
  meeting: 'Протокол',
  meetingDate: 'Дата заседания',
  itemTitle: 'Вопрос повестки',
  decision: 'Решение',
  addressees: 'Кому',
  dues: 'Сроки',
  text: 'Текст',
  from: 'с',
  to: 'по',
  state: 'Исполнение',
  executions: 'Отметки',
  carriedTo: 'Перенесено',
  kind: 'Вид',
  key: 'Партия',
  school: 'Школа',
  textbook: 'Учебник',
  copies: 'Экземпляров',
  promised: 'Обещано',
  movements: 'Движения',
  balance: 'Остаток',
  document: 'Документ',
}
const hidden = new Set([
  'uid',
  'id',
  'range',
  'recurrence',
  'carriedFrom',
  'addresseeUid',
  'meetingId',
  'lotId',
  'removable',
  'transferId',
  'writeOffId',
])

interface Shaped {
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  options?: readonly unknown[]
  unwrap?: () => z.ZodType
  in?: z.ZodType
}

const shapedOf = (schema: z.ZodType): Shaped => {
  const shaped = schema as unknown as Shaped
  if (shaped.shape || shaped.element || shaped.options) return shaped
  if (shaped.unwrap) return shapedOf(shaped.unwrap())
  if (shaped.in) return shapedOf(shaped.in)
  return shaped
}

/** What a number of another record is called: by the field that holds it. */
export type NameOf = (field: string, id: number) => string | undefined

/** Lines of a record, two spaces deeper for every level. */
export function recordText(schema: z.ZodType, value: unknown, nameOf: NameOf): string {
  return lines(schema, value, nameOf, 0).join('\n')
}

function lines(schema: z.ZodType, value: unknown, nameOf: NameOf, depth: number): string[] {
  const { shape } = shapedOf(schema)
  if (!shape || typeof value !== 'object' || value === null) return []
  const indent = '  '.repeat(depth)
  const record = value as Record<string, unknown>
  return Object.entries(shape).flatMap(([key, field]) => {
    if (hidden.has(key) || isEmpty(record[key])) return []
    const title = titleOf(key, field)
    const one = record[key]
    if (Array.isArray(one)) return [`${indent}${title}:`, ...listLines(key, field, one, nameOf, depth + 1)]
    if (isPerson(one)) return [`${indent}${title}: ${personText(one)}`]
    if (typeof one === 'object') return [`${indent}${title}:`, ...lines(field, one, nameOf, depth + 1)]
    return [`${indent}${title}: ${valueText(key, field, one, nameOf)}`]
  })
}

/** Rows of a list inside a record as a small table; columns that are empty in all of them are left out. */
function listLines(name: string, list: z.ZodType, items: readonly unknown[], nameOf: NameOf, depth: number): string[] {
  const { element } = shapedOf(list)
  const indent = '  '.repeat(depth)
  const shape = element ? shapedOf(element).shape : undefined
  if (!shape) return items.map((item) => `${indent}${(typeof item === 'number' && nameOf(name, item)) || String(item)}`)
  const rows = items.map((item) => item as Record<string, unknown>)
  const fields = Object.entries(shape).filter(([key]) => !hidden.has(key) && rows.some((row) => !isEmpty(row[key])))
  const head = fields.map(([key, field]) => titleOf(key, field))
  const body = rows.map((row) =>
    fields.map(([key, field]) =>
      isEmpty(row[key]) ? '' : valueText(key, field, row[key], nameOf).replace(/\s+/gu, ' '),
    ),
  )
  const right = fields.map(([key]) =>
    rows.every((row) => isEmpty(row[key]) || (typeof row[key] === 'number' && !nameOf(key, row[key]))),
  )
  return alignedTable(head, body, right)
    .split('\n')
    .map((line) => `${indent}${line}`)
}

function titleOf(key: string, schema: z.ZodType): string {
  const title = schema.meta()?.title
  return typeof title === 'string' ? title : (titles[key] ?? key)
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

interface Person {
  name: string
  position: string
}
function isPerson(value: unknown): value is Person {
  return typeof value === 'object' && value !== null && 'librarianId' in value && 'name' in value && 'position' in value
}
const personText = ({ name, position }: Person): string => [name, position].filter((part) => part !== '').join(', ')

function valueText(key: string, schema: z.ZodType, value: unknown, nameOf: NameOf): string {
  if (typeof value === 'boolean') return value ? 'да' : 'нет'
  if (typeof value === 'number') {
    return nameOf(key, value) ?? (key === 'rate' ? String(value / 100).replace('.', ',') : String(value))
  }
  if (isPerson(value)) return personText(value)
  if (typeof value !== 'string') return JSON.stringify(value)
  const { options } = shapedOf(schema)
  const words = options ? choices.get([...options].map(String).sort().join(' ')) : undefined
  if (words) return words[value] ?? value
  return isRealDate(value) ? formatDate(value, 'digits') : value
}
