import { newUid } from '@shared/contract/fields'
import type { RoadmapLink, RoadmapMark } from '@shared/contract/roadmaps'
import { roadmapNumbers } from '@shared/domain/roadmap-numbers'
import { AppError } from '@shared/errors'
import { sql } from 'kysely'
import type { CommandContext, QueryContext } from '../../context'
import { syncRows } from '../../database/aggregate'
import { prepared } from '../../database/prepared'
import { wholeList } from '../../lists/list'
import { roadmapItemSource } from '../../lists/roadmaps'
import { childRows, readPaper } from './read'
import { roadmapTitle } from './save'

/** What was done of the rows of a road map, and what fulfils them. Neither is part of the paper: its revision stays. */

type Mark = Omit<RoadmapMark, 'uid' | 'itemUid'>

/** Numbers of the rows chosen, as printed; in the order of the paper. @throws AppError `not-found` */
export function chosenRows(
  { raw }: QueryContext,
  id: number,
  uids: readonly string[],
): { uid: string; number: string; title: string }[] {
  const { roadmap } = readPaper(raw, id)
  const numbers = roadmapNumbers(roadmap.sections, roadmap.numbering)
  const wanted = new Set(uids)
  const found = roadmap.sections
    .flatMap((section) => section.items.flatMap((item) => [item, ...item.parts]))
    .filter((row) => wanted.delete(row.uid))
  if (wanted.size > 0) {
    throw new AppError(
      'not-found',
      `Пункт: в документе «${roadmapTitle(roadmap)}» такого уже нет. Обновите его и выберите пункт заново.`,
      'itemUid',
    )
  }
  return found.map(({ uid, title }) => ({ uid, title, number: numbers.get(uid) ?? '' }))
}

/** Replaces the marks of one row. @throws AppError `not-found`, `invalid-input` */
export function markRow(context: CommandContext, id: number, itemUid: string, marks: readonly RoadmapMark[]): void {
  const [row] = chosenRows(context, id, [itemUid])
  for (const [index, mark] of marks.entries()) refuseWrongMark(mark, `marks.${index}`)
  context.describe(`пункт ${row?.number || `«${row?.title.slice(0, 60)}»`}`)
  writeBeside(context, 'roadmapMark', id, itemUid, marks)
}

/** The same mark on many rows, beside those they have. @throws AppError `not-found`, `invalid-input` */
export function markRows(context: CommandContext, id: number, itemUids: readonly string[], mark: Mark): number {
  const rows = chosenRows(context, id, itemUids)
  refuseWrongMark(mark, 'mark')
  context.describe(`пункты ${rows.map((row) => row.number || '—').join(', ')}`)
  syncRows(context.raw, 'roadmapMark', { column: 'roadmapId', id }, [
    ...kept(context, 'roadmapMark', id),
    ...rows.map((row) => ({ ...mark, uid: newUid(), itemUid: row.uid })),
  ])
  return rows.length
}

function refuseWrongMark({ state, on, movedTo }: Mark, path: string): void {
  if (state === 'moved' && movedTo !== null && movedTo < on) {
    throw new AppError(
      'invalid-input',
      'Новый срок: раньше дня, когда его перенесли. Проверьте обе даты.',
      `${path}.movedTo`,
    )
  }
}

/**
 * Replaces the links of one row; those whose other end is not there now stay: it may come back by undo.
 * @throws AppError `not-found`, `invalid-input`
 */
export function linkRow(context: CommandContext, id: number, itemUid: string, links: readonly RoadmapLink[]): void {
  const { raw } = context
  const [row] = chosenRows(context, id, [itemUid])
  context.describe(`пункт ${row?.number || `«${row?.title.slice(0, 60)}»`}`)
  const seen = new Set<string>()
  const named = links.map((link, index) => {
    const own = otherEnd(context, link, `links.${index}`)
    const key = `${own.kind} ${own.decisionUid ?? own.eventId}`
    if (seen.has(key)) {
      throw new AppError('duplicate', 'Связь: это уже связано с пунктом. Уберите повтор.', `links.${index}`)
    }
    seen.add(key)
    return { uid: link.uid, itemUid, ...own }
  })
  const given = new Set(links.map((link) => link.uid))
  const gone = childRows(raw, 'roadmapLink', id).filter(
    (link) => link.itemUid === itemUid && !given.has(String(link.uid)) && !isThere(context, link),
  )
  writeBeside(context, 'roadmapLink', id, itemUid, [...named, ...gone.map((link) => plain(link))])
}

/** Adds links to rows, passing over those there are. */
export function addLinks(
  context: CommandContext,
  id: number,
  added: readonly { itemUid: string; decisionUid: string }[],
): void {
  syncRows(context.raw, 'roadmapLink', { column: 'roadmapId', id }, [
    ...kept(context, 'roadmapLink', id),
    ...added.map((link) => ({ ...link, uid: newUid(), kind: 'decision', eventId: null })),
  ])
}

type End = Pick<RoadmapLink, 'kind' | 'decisionUid' | 'eventId'>

function otherEnd(context: QueryContext, { kind, decisionUid, eventId }: RoadmapLink, path: string): End {
  const end = kind === 'decision' ? { kind, decisionUid, eventId: null } : { kind, decisionUid: null, eventId }
  if (isThere(context, end)) return end
  throw new AppError(
    'not-found',
    kind === 'decision'
      ? 'Связь: такого решения уже нет. Выберите другое; если его удалили по ошибке, верните отменой (Ctrl+Z).'
      : 'Связь: такого мероприятия уже нет. Выберите другое; если его удалили по ошибке, верните отменой (Ctrl+Z).',
    path,
  )
}

function isThere(
  { raw }: QueryContext,
  { kind, decisionUid, eventId }: Readonly<Record<string, unknown>> | End,
): boolean {
  return kind === 'decision'
    ? prepared(raw, 'SELECT 1 FROM decision WHERE uid = ?').get(decisionUid) !== undefined
    : prepared(raw, 'SELECT 1 FROM event WHERE id = ?').get(eventId) !== undefined
}

/** Rows of one item among those of the whole paper: the others stay as they are. */
function writeBeside(
  context: CommandContext,
  table: 'roadmapMark' | 'roadmapLink',
  id: number,
  itemUid: string,
  rows: readonly (Readonly<Record<string, unknown>> & { uid: string })[],
): void {
  const others = kept(context, table, id).filter((row) => row.itemUid !== itemUid)
  syncRows(context.raw, table, { column: 'roadmapId', id }, [...others, ...rows.map((row) => ({ ...row, itemUid }))])
}

const kept = (
  { raw }: CommandContext,
  table: 'roadmapMark' | 'roadmapLink',
  id: number,
): (Record<string, unknown> & { uid: string })[] => childRows(raw, table, id).map(plain)

function plain({ ord: _ord, ...row }: Record<string, unknown>): Record<string, unknown> & { uid: string } {
  return { ...row, uid: String(row.uid) }
}

/** Rows of all road maps that a decision or an event fulfils. */
export async function rowsLinkedTo(
  context: QueryContext,
  { decisionUid, eventId }: { decisionUid: string | null; eventId: number | null },
): Promise<{ roadmapId: number; roadmap: string; itemUid: string; number: string; title: string }[]> {
  const { rows } = await sql<{ roadmapId: number; roadmap: string; itemUid: string; number: string; title: string }>`
    select roadmapId, roadmap, uid as itemUid, number, title from (${roadmapItemSource.select(context, wholeList)})
    where uid in (select itemUid from roadmapLink where decisionUid = ${decisionUid} or eventId = ${eventId})
    order by roadmapId, ord`.execute(context.trx)
  return rows
}
