import { type PaperSettings, Profile } from '@shared/contract/app'
import { associationKinds, protocolLayouts } from '@shared/contract/associations'
import { eventKinds, eventLevels, eventStates, participantRoles } from '@shared/contract/events'
import { conditions, fundStates, priorities, reservationStates } from '@shared/contract/exchange'
import { moneySources, movementKinds } from '@shared/contract/holdings'
import { categories, contestLevels, courseForms, educationFields, educationLevels } from '@shared/contract/librarians'
import { mailingKinds } from '@shared/contract/mailings'
import {
  addresseeKinds,
  attendanceStates,
  executionStates,
  meetingFormats,
  meetingStates,
} from '@shared/contract/meetings'
import { reportStates } from '@shared/contract/reports'
import { columnRoles, numberings, roadmapKinds, roadmapLinkKinds, roadmapMarkStates } from '@shared/contract/roadmaps'
import { connectionStates, fundCategories, libraryStatuses, schoolStates, schoolTypes } from '@shared/contract/schools'
import { templateKinds } from '@shared/contract/templates'
import { fplStates, textbookKinds, textbookLevels } from '@shared/contract/textbooks'
import { transferStates, transferTerms } from '@shared/contract/transfers'
import { commissionRoles, disposals, writeOffReasons, writeOffStates } from '@shared/contract/writeoff'
import { formatDate, isRealDate } from '@shared/domain/dates'
import { formatSchoolYear, parseSchoolYear } from '@shared/domain/school-year'
import { formatMoney, formatNumber } from '@shared/domain/text/plural'
import type { Database as Sqlite } from 'better-sqlite3'
import { type JournaledTable, type TableInfo, tables } from '../../database/tables'
import { referenceName } from './names'

/** A row as the journal keeps it. */
export type Image = Readonly<Record<string, string | number | null>>

/** How a stored value is said to people: the one place for history, previews and removed records. */

/** Stored value → what people read, by table and column. Every choice of the contract is here (a test looks). */
export const choices: Readonly<Partial<Record<JournaledTable, Record<string, Readonly<Record<string, string>>>>>> = {
  school: { type: schoolTypes, state: schoolStates },
  schoolStatus: { status: libraryStatuses },
  schoolConnection: { state: connectionStates },
  schoolFund: { category: fundCategories },
  librarian: { category: categories },
  education: { level: educationLevels, field: educationFields },
  course: { form: courseForms },
  contestResult: { level: contestLevels },
  association: { kind: associationKinds },
  meetingSeries: { layout: protocolLayouts },
  meeting: {
    layout: protocolLayouts,
    format: meetingFormats,
    state: meetingStates,
    attendanceMode: { roster: 'по списку', count: 'числом' },
  },
  attendance: { state: attendanceStates },
  decisionAddressee: { kind: addresseeKinds },
  execution: { state: executionStates },
  roadmap: { kind: roadmapKinds, numbering: numberings },
  roadmapColumn: { role: columnRoles },
  roadmapExecutor: { role: { main: 'исполнитель', co: 'соисполнитель' } },
  roadmapMark: { state: roadmapMarkStates },
  roadmapLink: { kind: roadmapLinkKinds },
  report: { state: reportStates },
  textbook: { kind: textbookKinds, level: textbookLevels, fplState: fplStates },
  lot: { source: moneySources },
  surplus: { condition: conditions, state: fundStates },
  need: { priority: priorities, state: fundStates },
  reservation: { state: reservationStates },
  transfer: { term: transferTerms, state: transferStates },
  transferLine: { condition: conditions },
  movement: { kind: movementKinds },
  writeOff: { reason: writeOffReasons, disposal: disposals, state: writeOffStates },
  writeOffMember: { role: commissionRoles },
  writeOffCampaign: { reason: writeOffReasons, disposal: disposals },
  writeOffCampaignMember: { role: commissionRoles },
  event: { kind: eventKinds, level: eventLevels, format: meetingFormats, state: eventStates },
  eventParticipant: { role: participantRoles },
  paperTemplate: { kind: templateKinds },
  mailing: { kind: mailingKinds },
}
const yesNo = new Set([
  'hasLending',
  'hasStore',
  'hasMediaLibrary',
  'internet',
  'main',
  'unanimous',
  'obligatory',
  'dropped',
  'substitutes',
  'accounted',
  'hidden',
  'newPage',
  'compare',
  'contents',
])
/** Whole numbers of hundredths. */
const hundredths = new Set(['rate'])
/** Kopecks. */
const money = new Set(['price'])
/** Numbers that are names, not quantities: no spaces between their digits. */
const ordinals = new Set(['year', 'grade', 'gradeFrom', 'gradeTo', 'publicationYear', 'publishedBy'])

/** @param value as it stands in the row */
export function shownValue(raw: Sqlite, table: JournaledTable, column: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'number') {
    const name = referenceName(raw, column, value)
    if (name !== null) return name
    if (yesNo.has(column)) return value === 1 ? 'да' : 'нет'
    if (hundredths.has(column)) return formatNumber(value / 100)
    if (money.has(column)) return formatMoney(value)
    return ordinals.has(column) ? String(value) : formatNumber(value)
  }
  const text = String(value)
  const choice = choices[table]?.[column]?.[text]
  if (choice !== undefined) return choice
  if (isRealDate(text)) return formatDate(text, 'digits')
  if (column === 'schoolYear' && parseSchoolYear(text) !== null) return formatSchoolYear(text)
  return text
}

export interface Difference {
  column: string
  title: string
  before: string
  after: string
}

/** Columns people know that differ between two images of a row; null is «not there». */
export function differences(
  raw: Sqlite,
  table: JournaledTable,
  before: Image | null,
  after: Image | null,
): Difference[] {
  if (table === 'setting') return settingDifferences(raw, before, after)
  const { columns }: TableInfo = tables[table]
  return Object.entries(columns).flatMap(([column, title]) => {
    if (before !== null && after !== null && before[column] === after[column]) return []
    const was = shownValue(raw, table, column, before?.[column])
    const is = shownValue(raw, table, column, after?.[column])
    return was === is ? [] : [{ column, title, before: was, after: is }]
  })
}

const settingTitles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(Profile.shape).flatMap(([key, schema]) => {
      const title = schema.meta()?.title
      return typeof title === 'string' ? [[key, title]] : []
    }),
  ),
  ...({
    leftMarginMm: 'Левое поле, мм',
    lineSpacing: 'Межстрочный интервал',
    dateStyle: 'Вид даты',
    decisionLabel: 'Слово перед решениями',
    rosterAnnexOver: 'Список в приложение, если людей больше',
  } satisfies Record<keyof typeof PaperSettings.shape, string>),
  letterheadId: 'Бланк',
  coverId: 'Обложка',
}
const dateStyles: Readonly<Record<string, string>> = { words: '8 сентября 2023 г.', digits: '08.09.2023' }

/** A setting is one JSON value: its parts are told apart by their names. */
function settingDifferences(raw: Sqlite, before: Image | null, after: Image | null): Difference[] {
  const was = parts(raw, before)
  const is = parts(raw, after)
  const known = Object.keys(settingTitles)
  const order = [...known, ...[...was.keys(), ...is.keys()].filter((key) => !known.includes(key))]
  return [...new Set(order)].flatMap((key) => {
    const [one, other] = [was.get(key) ?? '', is.get(key) ?? '']
    return one === other ? [] : [{ column: key, title: settingTitles[key] ?? 'Значение', before: one, after: other }]
  })
}

function parts(raw: Sqlite, image: Image | null): Map<string, string> {
  const found = new Map<string, string>()
  const put = (key: string, value: unknown): void => {
    if (Array.isArray(value)) found.set(key, value.join(', '))
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) put(name, inner)
    } else if (key === 'schoolYear' && typeof value === 'string') found.set(key, formatSchoolYear(value))
    else if (key === 'dateStyle') found.set(key, dateStyles[String(value)] ?? String(value))
    else if (typeof value === 'number') found.set(key, referenceName(raw, key, value) ?? String(value))
    else if (value !== null && value !== '') found.set(key, String(value))
  }
  const value = image?.value
  if (typeof value === 'string') put('value', JSON.parse(value))
  return found
}
