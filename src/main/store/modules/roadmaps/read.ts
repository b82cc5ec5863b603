import {
  Executor,
  type Roadmap,
  RoadmapColumn,
  type RoadmapItem,
  RoadmapMark,
  type RoadmapPart,
  type RoadmapRecord,
  RoadmapSection,
} from '@shared/contract/roadmaps'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import { sql } from 'kysely'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import { parseRow } from '../../database/rows'
import { wholeList } from '../../lists/list'
import { linkedThings, roadmapItemSource } from '../../lists/roadmaps'

type Row = Record<string, string | number | null> & { itemUid: string }

/** The paper with its marks and links, where each row is today, and where it was read from. @throws AppError `not-found` */
export async function readRoadmap(context: QueryContext, id: number): Promise<RoadmapRecord> {
  const { raw, trx } = context
  const { roadmap, revision } = readPaper(raw, id)
  const links = await sql<Record<string, string | number | null>>`
    select * from (${linkedThings(context, sql`link.roadmapId = ${id}`)}) order by ord`.execute(trx)
  const states = await sql<RoadmapRecord['states'][number] & { uid: string }>`
    select uid as itemUid, state, deadline, doneOn, words
    from (${roadmapItemSource.select(context, wholeList)}) where roadmapId = ${id} order by ord`.execute(trx)
  return {
    id,
    revision,
    roadmap,
    marks: childRows(raw, 'roadmapMark', id).map((row) => parseRow(RoadmapMark, row)),
    links: links.rows.map((link) => ({
      uid: String(link.uid),
      itemUid: String(link.itemUid),
      kind: link.kind as 'decision' | 'event',
      decisionUid: link.decisionUid as string | null,
      eventId: link.eventId as number | null,
      title: String(link.title),
      date: String(link.date),
      done: link.state === 'done' || link.state === 'held',
      meetingId: link.meetingId as number | null,
    })),
    states: states.rows,
    association: nameOf(raw, 'SELECT shortName AS name FROM association WHERE id = ?', roadmap.associationId),
    oldPaperId: oldPaperOf(raw, id),
  }
}

/** The document alone, as the editor sends it. @throws AppError `not-found` */
export function readPaper(raw: Sqlite, id: number): { roadmap: Roadmap; revision: number } {
  const row = prepared<[number], Row>(raw, 'SELECT * FROM roadmap WHERE id = ?').get(id)
  if (!row) {
    throw new AppError('not-found', `Дорожной карты с номером ${id} нет. Откройте другую из списка.`)
  }
  const items = itemsOf(raw, id)
  const sections = childRows(raw, 'roadmapSection', id).map((section) => ({
    ...parseRow(RoadmapSection.pick({ uid: true, number: true, title: true }), section),
    items: items.get(String(section.uid)) ?? [],
  }))
  return {
    revision: Number(row.revision),
    roadmap: {
      kind: row.kind as Roadmap['kind'],
      title: String(row.title),
      from: String(row.from),
      to: String(row.to),
      associationId: row.associationId as number | null,
      approval: {
        text: String(row.approvalText),
        number: String(row.approvalNumber),
        date: row.approvalDate as string | null,
        annex: String(row.approvalAnnex),
      },
      numbering: row.numbering as Roadmap['numbering'],
      columns: childRows(raw, 'roadmapColumn', id).map((column) => parseRow(RoadmapColumn, column)),
      sections,
      preamble: String(row.preamble),
      closing: String(row.closing),
      note: String(row.note),
    },
  }
}

/** Items in their order, by the uid of their section. */
function itemsOf(raw: Sqlite, id: number): Map<string, RoadmapItem[]> {
  const dues = grouped(childRows(raw, 'roadmapDue', id))
  const executors = grouped(childRows(raw, 'roadmapExecutor', id))
  const cells = grouped(childRows(raw, 'roadmapCell', id))
  const duesOf = (uid: string): RoadmapItem['dues'] =>
    (dues.get(uid) ?? []).map((due) => ({
      text: String(due.text),
      range: due.rangeStart === null || due.rangeEnd === null ? null : [Number(due.rangeStart), Number(due.rangeEnd)],
      from: due.from as string | null,
      to: due.to as string | null,
      recurrence: due.recurrence as RoadmapItem['dues'][number]['recurrence'],
    }))
  const rows = childRows(raw, 'roadmapItem', id)
  const parts = new Map<string, RoadmapPart[]>()
  for (const row of rows) {
    if (row.parentUid === null) continue
    const uid = String(row.uid)
    push(parts, String(row.parentUid), { uid, title: String(row.title), dues: duesOf(uid) })
  }
  const items = new Map<string, RoadmapItem[]>()
  for (const row of rows) {
    if (row.parentUid !== null) continue
    const uid = String(row.uid)
    push(items, String(row.sectionUid), {
      uid,
      number: String(row.number),
      title: String(row.title),
      parts: parts.get(uid) ?? [],
      dues: duesOf(uid),
      executors: (executors.get(uid) ?? []).map((one) => parseRow(Executor, one)),
      document: String(row.document),
      results: String(row.results),
      cells: (cells.get(uid) ?? []).map(({ columnUid, text }) => ({
        columnUid: String(columnUid),
        text: String(text),
      })),
    })
  }
  return items
}

type Child =
  | 'roadmapColumn'
  | 'roadmapSection'
  | 'roadmapItem'
  | 'roadmapDue'
  | 'roadmapExecutor'
  | 'roadmapCell'
  | 'roadmapMark'
  | 'roadmapLink'

/** Rows of a table of the paper, in their order. */
export function childRows(raw: Sqlite, table: Child, id: number): Row[] {
  return prepared<[number], Row>(raw, `SELECT * FROM "${table}" WHERE roadmapId = ? ORDER BY ord`).all(id)
}

function grouped(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) push(groups, row.itemUid, row)
  return groups
}

function push<T>(groups: Map<string, T[]>, key: string, one: T): void {
  const group = groups.get(key)
  if (group) group.push(one)
  else groups.set(key, [one])
}

function nameOf(raw: Sqlite, query: string, id: number | null): string {
  return id === null ? '' : (prepared<[number], { name: string }>(raw, query).get(id)?.name ?? '')
}

function oldPaperOf(raw: Sqlite, id: number): number | null {
  const row = prepared<[number], { id: number }>(
    raw,
    "SELECT id FROM oldPaper WHERE record = 'roadmap' AND recordId = ? ORDER BY id DESC",
  ).get(id)
  return row?.id ?? null
}
