import { formatDate, isRealDate } from '@shared/domain/dates'
import { formatSchoolYear, parseSchoolYear } from '@shared/domain/school-year'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../../database/prepared'
import { type JournaledTable, rootTables, type TableInfo, tables } from '../../database/tables'

/** What records and rows are called, also when they are not there any more. */

type Image = Readonly<Record<string, string | number | null>>

/** Column → the table whose row it names. */
const references: Readonly<Record<string, JournaledTable>> = {
  associationId: 'association',
  schoolId: 'school',
  successorId: 'school',
  librarianId: 'librarian',
  headId: 'librarian',
  secretaryId: 'librarian',
  seriesId: 'meetingSeries',
  subjectId: 'subject',
  textbookId: 'textbook',
  lotId: 'lot',
  campaignId: 'writeOffCampaign',
  fromSchoolId: 'school',
  toSchoolId: 'school',
  viaSchoolId: 'school',
  meetingId: 'meeting',
  forTextbookId: 'textbook',
  surplusId: 'surplus',
  needId: 'need',
  templateId: 'paperTemplate',
  letterheadId: 'paperTemplate',
  coverId: 'paperTemplate',
}

/** Name of what a column refers to; null: the column refers to nothing. Gone from everywhere: «№ 7». */
export function referenceName(raw: Sqlite, column: string, id: number): string | null {
  const table = references[column]
  return table === undefined ? null : (rowNames[table]?.(rowOrLast(raw, table, id), raw) ?? `№ ${id}`)
}

const text = (image: Image | null, column: string): string => {
  const value = image?.[column]
  return typeof value === 'string' ? value : ''
}
const filled = (value: string): string | null => (value === '' ? null : value)

/** Names of the rows these columns refer to. */
function joined(raw: Sqlite, image: Image | null, by: string, ...columns: readonly string[]): string | null {
  const names = columns.flatMap((column) => {
    const id = image?.[column]
    return typeof id === 'number' ? [referenceName(raw, column, id) ?? ''] : []
  })
  return filled(names.filter((name) => name !== '').join(by))
}

/** The name proper of a row, without the word for its kind; null where the image has lost it. */
const rowNames: Readonly<Partial<Record<JournaledTable, (image: Image | null, raw: Sqlite) => string | null>>> = {
  school: (image) => filled(text(image, 'shortName')),
  librarian: (image) =>
    filled(
      ['surname', 'given', 'patronymic']
        .map((part) => text(image, part))
        .filter((part) => part !== '')
        .join(' '),
    ),
  association: (image) => filled(text(image, 'shortName')),
  meetingSeries: (image) => filled(text(image, 'name')),
  meeting: (image) => {
    const date = text(image, 'date')
    if (date === '') return null
    const number = text(image, 'number')
    return `${number === '' ? 'без номера' : `№ ${number}`} от ${isRealDate(date) ? formatDate(date, 'digits') : date}`
  },
  subject: (image) => filled(text(image, 'name')),
  textbook: (image) => filled(text(image, 'label')),
  subjectStudents: (image, raw) => joined(raw, image, ', ', 'schoolId', 'subjectId'),
  lot: (image, raw) => joined(raw, image, ', ', 'schoolId', 'textbookId'),
  surplus: (image, raw) => joined(raw, image, ', ', 'lotId'),
  roadmap: (image) => filled(text(image, 'title').replace(/\s+/gu, ' ').trim()),
  need: (image, raw) => joined(raw, image, ', ', 'schoolId', 'textbookId'),
  reservation: (image, raw) => joined(raw, image, ' → ', 'surplusId', 'needId'),
  transfer: (image, raw) => {
    const schools = joined(raw, image, ' → ', 'fromSchoolId', 'toSchoolId')
    const number = text(image, 'actNumber')
    return schools === null || number === '' ? schools : `№ ${number}, ${schools}`
  },
  schoolDistance: (image, raw) => joined(raw, image, ' — ', 'fromSchoolId', 'toSchoolId'),
  writeOff: (image, raw) => {
    const date = text(image, 'date')
    if (date === '') return null
    const number = text(image, 'number')
    const school = typeof image?.schoolId === 'number' ? referenceName(raw, 'schoolId', image.schoolId) : null
    const act = `${number === '' ? 'без номера' : `№ ${number}`} от ${isRealDate(date) ? formatDate(date, 'digits') : date}`
    return school === null ? act : `${act}, ${school}`
  },
  writeOffCampaign: (image) => filled(text(image, 'name')),
  event: (image) => filled(text(image, 'name')),
  report: (image) => filled(text(image, 'title')),
  reportTemplate: (image) => filled(text(image, 'name')),
  paperTemplate: (image) => filled(text(image, 'name')),
  mailing: (image) => filled(text(image, 'title')),
  agendaTemplate: (image) => filled(text(image, 'name')),
  phrase: (image) => filled(text(image, 'key').replace(/^/u, '/')),
  view: (image) => filled(text(image, 'name')),
}

/** The row as it is, else as it was when it was last seen. */
export function rowOrLast(raw: Sqlite, table: JournaledTable, id: number): Image | null {
  const now = prepared<[number], Image>(raw, `SELECT * FROM "${table}" WHERE id = ?`).get(id)
  if (now) return now
  const last = prepared<[string, string], { before: string }>(
    raw,
    `SELECT before FROM change WHERE tableName = ? AND op = 'D' AND rowKey = ? ORDER BY id DESC LIMIT 1`,
  ).get(table, String(id))
  return last ? (JSON.parse(last.before) as Image) : null
}

const settingNames: Readonly<Record<string, string>> = {
  profile: 'Настройки муниципалитета',
  connectionNames: 'Список подключений',
  writeOffForm: 'Форма акта о списании',
  defaultTemplates: 'Бланк по умолчанию',
}

/** «Школа «СОШ № 3»», «Библиотекарь Ветлугина Н. С.», «Заседание № 2 от 14.11.2026». */
export function nameFromImage(raw: Sqlite, record: string, id: number, image: Image | null): string {
  const table = rootTables[record]
  if (table === undefined) return `Запись № ${id}`
  const { title }: TableInfo = tables[table]
  if (table === 'setting') return settingNames[text(image, 'key')] ?? title
  const name = rowNames[table]?.(image, raw) ?? null
  if (name === null) return `${title} № ${id}`
  return ['librarian', 'meeting', 'write-off'].includes(record) ? `${title} ${name}` : `${title} «${name}»`
}

export function recordName(raw: Sqlite, record: string, id: number): { name: string; exists: boolean } {
  const table = rootTables[record]
  if (table === undefined) return { name: `Запись № ${id}`, exists: false }
  const exists = prepared(raw, `SELECT 1 FROM "${table}" WHERE id = ?`).get(id) !== undefined
  return { name: nameFromImage(raw, record, id, rootImage(raw, record, id)), exists }
}

/** The record's own row as it is, else as it was when it was removed. */
export function rootImage(raw: Sqlite, record: string, id: number): Image | null {
  const table = rootTables[record]
  if (table === undefined) return null
  const now = prepared<[number], Image>(raw, `SELECT * FROM "${table}" WHERE id = ?`).get(id)
  if (now) return now
  const last = prepared<[string, number, string], { before: string }>(
    raw,
    `SELECT before FROM change WHERE record = ? AND recordId = ? AND tableName = ? AND op = 'D' ORDER BY id DESC LIMIT 1`,
  ).get(record, id, table)
  return last ? (JSON.parse(last.before) as Image) : null
}

/** Columns that tell a row inside a record from its neighbours. */
const tellingColumns: Readonly<Partial<Record<JournaledTable, readonly string[]>>> = {
  schoolStatus: ['order'],
  schoolConnection: ['name'],
  schoolFund: ['year'],
  contingent: ['schoolYear', 'grade'],
  schoolDocument: ['name'],
  employment: ['schoolId', 'position'],
  education: ['institution', 'speciality'],
  course: ['title'],
  award: ['title'],
  publication: ['title'],
  contestResult: ['title'],
  associationTheme: ['schoolYear'],
  associationSchool: ['schoolId'],
  associationMember: ['librarianId'],
  meetingSeries: ['name'],
  meetingPerson: ['name'],
  attendance: ['name'],
  agendaItem: ['title'],
  agendaSpeaker: ['name'],
  speech: ['name'],
  decision: ['text'],
  decisionAddressee: ['text'],
  decisionDue: ['text'],
  execution: ['on'],
  correction: ['reason'],
  roadmapColumn: ['title'],
  roadmapSection: ['number', 'title'],
  roadmapItem: ['number', 'title'],
  roadmapDue: ['text'],
  roadmapExecutor: ['text'],
  roadmapCell: ['text'],
  roadmapMark: ['on'],
  roadmapLink: ['kind'],
  reportSection: ['title'],
  reportPiece: ['title', 'part'],
  transferLine: ['lotId'],
  writeOffLine: ['lotId'],
  writeOffMember: ['name'],
  writeOffCampaignSchool: ['schoolId'],
  writeOffCampaignMember: ['name'],
  movement: ['date', 'document'],
  eventParticipant: ['name', 'schoolId'],
  mailingRecipient: ['name', 'schoolId'],
}

/** Which row inside its record this is: «2026–2027, 5 класс»; empty for the record's own. */
export function rowName(raw: Sqlite, table: JournaledTable, image: Image | null): string {
  const words = (tellingColumns[table] ?? []).map((column) => {
    const value = image?.[column]
    if (value === null || value === undefined || value === '') return ''
    if (typeof value === 'number') {
      if (column === 'grade') return `${value} класс`
      return referenceName(raw, column, value) ?? String(value)
    }
    if (isRealDate(value)) return formatDate(value, 'digits')
    return parseSchoolYear(value) === value ? formatSchoolYear(value) : value
  })
  const line = words.filter((word) => word !== '').join(', ')
  return line.length <= 120 ? line : `${line.slice(0, 119)}…`
}
