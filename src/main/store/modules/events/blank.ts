import { blankEvent } from '@shared/contract/blank'
import { type Event, eventKindWords, eventLevelWords } from '@shared/contract/events'
import { saidChoice } from '@shared/domain/cells/said-choice'
import { AppError } from '@shared/errors'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'

interface Item {
  uid: string
  title: string
  parentUid: string | null
  parentTitle: string | null
  associationId: number | null
}

/** What a new event starts with. @throws AppError `not-found` when the item is gone */
export function eventToFill(context: QueryContext, itemUid: string | null, on: string | null): Event {
  const day = on ?? context.today()
  const blank = { ...blankEvent(day), associationId: onlyAssociation(context) }
  return itemUid === null ? blank : ofItem(context, itemUid, day, blank)
}

/** Where a district has one association, the event is its. */
function onlyAssociation({ raw }: QueryContext): number | null {
  const all = prepared<[], { id: number }>(raw, 'SELECT id FROM association LIMIT 2').all()
  return all.length === 1 ? (all[0]?.id ?? null) : null
}

function ofItem(context: QueryContext, itemUid: string, day: string, blank: Event): Event {
  const item = prepared<[string], Item>(
    context.raw,
    `SELECT item.uid, item.title, item.parentUid, parent.title AS parentTitle, roadmap.associationId
     FROM roadmapItem AS item JOIN roadmap ON roadmap.id = item.roadmapId
     LEFT JOIN roadmapItem AS parent ON parent.uid = item.parentUid WHERE item.uid = ?`,
  ).get(itemUid)
  if (!item) throw new AppError('not-found', 'Пункта дорожной карты больше нет. Откройте карту заново.', 'itemUid')
  const own = inLine(item.title)
  const name = own === '' ? inLine(item.parentTitle ?? '') : own
  const said = `${name} ${item.parentTitle ?? ''}`
  const time = timeOf(context, item.uid, day) ?? (item.parentUid === null ? null : timeOf(context, item.parentUid, day))
  const holders = executorsOf(context, item.uid)
  return {
    ...blank,
    name,
    kind: saidChoice(eventKindWords, said) ?? blank.kind,
    level: saidChoice(eventLevelWords, said) ?? blank.level,
    from: time?.from ?? day,
    to: time?.to ?? day,
    associationId: item.associationId ?? blank.associationId,
    organiser: holders !== '' || item.parentUid === null ? holders : executorsOf(context, item.parentUid),
  }
}

/** The time that is next from that day; all past, the last. Null: no due of it has days («постоянно»). */
function timeOf({ raw }: QueryContext, itemUid: string, day: string): { from: string; to: string } | null {
  const dues = prepared<[string], { from: string | null; to: string }>(
    raw,
    `SELECT "from", "to" FROM roadmapDue WHERE itemUid = ? AND "to" IS NOT NULL ORDER BY "to"`,
  ).all(itemUid)
  const due = dues.find(({ to }) => to >= day) ?? dues.at(-1)
  // «До 10 октября» has no first day: the event is held on the last.
  return due === undefined ? null : { from: due.from ?? due.to, to: due.to }
}

function executorsOf({ raw }: QueryContext, itemUid: string): string {
  const executors = prepared<[string], { text: string }>(
    raw,
    `SELECT text FROM roadmapExecutor WHERE itemUid = ? AND role = 'main' ORDER BY ord`,
  ).all(itemUid)
  return inLine(executors.map(({ text }) => text).join(', '))
}

/** A cell of a paper may have paragraphs; a name is one line of no more than a thousand letters. */
const inLine = (text: string): string => text.replace(/\s+/gu, ' ').trim().slice(0, 1000)
