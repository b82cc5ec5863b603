import type { SavedRecord } from '@shared/contract/core'
import type { Roadmap, RoadmapItem } from '@shared/contract/roadmaps'
import { AppError } from '@shared/errors'
import type { CommandContext, QueryContext } from '../../context'
import { bumpRevision, removeRecord, saveRoot, syncRows } from '../../database/aggregate'
import { derive } from '../../database/derived'
import { prepared } from '../../database/prepared'
import { childRows, readPaper } from './read'

/** What it is called in history and messages: the title in one line, not too long. */
export function roadmapTitle({ title }: Pick<Roadmap, 'title'>): string {
  const line = title.replace(/\s+/gu, ' ').trim()
  return line.length <= 100 ? line : `${line.slice(0, 99)}…`
}

/** A section as its row names it, «I. Организационные мероприятия»: what `sectionLine` makes of it is the same line. */
export function readSectionLine(text: string): { number: string; title: string } {
  const [, number, title] = /^([IVXLC]+|\d+|Раздел (?:\d+|[IVX]+))\. (\S.*)$/u.exec(text) ?? []
  return number === undefined || title === undefined ? { number: '', title: text } : { number, title }
}

/** Makes (`id` null) or changes a paper. @throws AppError `invalid-input`, `conflict`, `not-found` */
export function saveRoadmap(
  context: CommandContext,
  id: number | null,
  revision: number | null,
  roadmap: Roadmap,
): SavedRecord {
  const { raw } = context
  refuseWrong(context, roadmap)
  context.describe(roadmapTitle(roadmap))
  const { kind, title, from, to, associationId, approval, numbering, preamble, closing, note } = roadmap
  const saved = saveRoot(
    raw,
    'roadmap',
    id,
    revision,
    derive('roadmap', {
      kind,
      title,
      from,
      to,
      associationId,
      approvalText: approval.text,
      approvalNumber: approval.number,
      approvalDate: approval.date,
      approvalAnnex: approval.annex,
      numbering,
      preamble,
      closing,
      note,
    }),
  )
  writeRows(context, saved.id, roadmap)
  return bumpRevision(raw, 'roadmap', 'roadmap', saved, id === null)
}

function writeRows(context: CommandContext, id: number, { columns, sections }: Roadmap): void {
  const { raw } = context
  const parent = { column: 'roadmapId', id }
  const items = sections.flatMap((section) => section.items.map((item) => ({ ...item, sectionUid: section.uid })))
  const rows = items.flatMap((item) => [item, ...item.parts])
  dropLoose(context, id, new Set(rows.map((row) => row.uid)))
  syncRows(raw, 'roadmapColumn', parent, columns)
  syncRows(
    raw,
    'roadmapSection',
    parent,
    sections.map(({ items: _, ...section }) => section),
  )
  syncRows(
    raw,
    'roadmapItem',
    parent,
    items.flatMap((item) => [rowOf(item), ...item.parts.map((part) => rowOf({ ...noCells, ...part, ...under(item) }))]),
  )
  syncRows(
    raw,
    'roadmapDue',
    parent,
    rows.flatMap((row) =>
      row.dues.map((due, index) => ({
        uid: `${row.uid}.${index}`,
        itemUid: row.uid,
        text: due.text,
        rangeStart: due.range?.[0] ?? null,
        rangeEnd: due.range?.[1] ?? null,
        from: due.from,
        to: due.to,
        recurrence: due.recurrence,
      })),
    ),
  )
  syncRows(
    raw,
    'roadmapExecutor',
    parent,
    items.flatMap((item) => item.executors.map((executor) => ({ ...executor, itemUid: item.uid }))),
  )
  // An empty cell is none: what was never typed leaves no row.
  const kept = new Set(columns.map((column) => column.uid))
  syncRows(
    raw,
    'roadmapCell',
    parent,
    items.flatMap((item) =>
      item.cells
        .filter((cell) => cell.text !== '' && kept.has(cell.columnUid))
        .map((cell) => ({ uid: `${item.uid}.${cell.columnUid}`, itemUid: item.uid, ...cell })),
    ),
  )
}

const noCells = { number: '', document: '', results: '' }
const under = (item: { uid: string; sectionUid: string }): { sectionUid: string; parentUid: string } => ({
  sectionUid: item.sectionUid,
  parentUid: item.uid,
})

function rowOf(
  row: Pick<RoadmapItem, 'uid' | 'number' | 'title' | 'document' | 'results'> & {
    sectionUid: string
    parentUid?: string | null
  },
): Record<string, unknown> & { uid: string } {
  return derive('roadmapItem', {
    uid: row.uid,
    sectionUid: row.sectionUid,
    parentUid: row.parentUid ?? null,
    number: row.number,
    title: row.title,
    document: row.document,
    results: row.results,
  })
}

/** Marks and links of rows that go, go with them. */
function dropLoose({ raw }: CommandContext, id: number, rows: ReadonlySet<string>): void {
  for (const table of ['roadmapMark', 'roadmapLink'] as const) {
    for (const row of childRows(raw, table, id)) {
      if (!rows.has(row.itemUid)) prepared(raw, `DELETE FROM "${table}" WHERE uid = ?`).run(String(row.uid))
    }
  }
}

/** What no paper can bear. @throws AppError `invalid-input`, `not-found` */
export function refuseWrong({ raw }: QueryContext, roadmap: Roadmap): void {
  if (roadmap.to < roadmap.from) {
    throw new AppError(
      'invalid-input',
      'Окончание: раньше начала. Проверьте, на какой период составлен документ.',
      'roadmap.to',
    )
  }
  if (
    roadmap.associationId !== null &&
    !prepared(raw, 'SELECT 1 FROM association WHERE id = ?').get(roadmap.associationId)
  ) {
    throw new AppError(
      'not-found',
      'Объединение: такого уже нет. Выберите другое или оставьте пустым.',
      'roadmap.associationId',
    )
  }
  const roles = roadmap.columns.map((column) => column.role)
  const twice = roadmap.columns.findIndex(({ role }, index) => role !== 'other' && roles.indexOf(role) !== index)
  if (twice >= 0) {
    throw new AppError(
      'invalid-input',
      `Столбец «${roadmap.columns[twice]?.title}»: такой столбец уже есть. Назначьте одному из них «другое».`,
      `roadmap.columns.${twice}.role`,
    )
  }
  for (const [place, section] of roadmap.sections.entries()) {
    for (const [index, item] of section.items.entries()) {
      for (const executor of item.executors) refuseGone(raw, executor, `roadmap.sections.${place}.items.${index}`)
    }
  }
}

function refuseGone(raw: CommandContext['raw'], executor: RoadmapItem['executors'][number], path: string): void {
  const { text, librarianId, schoolId } = executor
  const isHere = (table: 'librarian' | 'school', id: number | null): boolean =>
    id === null || prepared(raw, `SELECT 1 FROM "${table}" WHERE id = ?`).get(id) !== undefined
  if (isHere('librarian', librarianId) && isHere('school', schoolId)) return
  throw new AppError(
    'not-found',
    `Исполнитель «${text}»: записи, с которой он связан, уже нет. Выберите исполнителя заново или впишите его словами.`,
    `${path}.executors`,
  )
}

/** @throws AppError `not-found` */
export function removeRoadmap(context: CommandContext, id: number): void {
  context.describe(roadmapTitle(readPaper(context.raw, id).roadmap))
  removeRecord(
    context.raw,
    'roadmap',
    [
      'roadmapLink',
      'roadmapMark',
      'roadmapCell',
      'roadmapExecutor',
      'roadmapDue',
      'roadmapItem',
      'roadmapSection',
      'roadmapColumn',
    ],
    'roadmapId',
    id,
    'Дорожную карту нельзя удалить: на неё ссылаются другие записи.',
  )
}
