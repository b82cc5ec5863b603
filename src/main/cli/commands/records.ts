import type { ListQuery } from '@shared/contract/lists'
import type { DecisionDetails, MeetingRecord } from '@shared/contract/meetings'
import type { RoadmapRecord } from '@shared/contract/roadmaps'
import type { TransferRecord } from '@shared/contract/transfers'
import { formatDate } from '@shared/domain/dates'
import { AppError } from '@shared/errors'
import { buildProtocol } from '@shared/papers/protocol/build'
import type { CliContext, CliStore, Printed } from '../context'
import { pathOf, withStore } from '../context'
import { type ListOptions, limitOf, listQuery } from '../filters'
import { idOf, type Kind, kindOf, wholeNumber } from '../kinds'
import { paperText } from '../paper-text'
import { type NameOf, recordText } from '../record'
import { roadmapText } from '../roadmap-text'
import { alignedTable, listTable, rowText } from '../table'
import { transferText } from '../transfer-text'
import { exportList } from './papers'

type Row = Record<string, unknown>

/** Rows asked for in one call; the whole list is read by windows. */
const window = 1000

export async function list(context: CliContext, word: string, options: ListOptions): Promise<Printed> {
  const kind = kindOf(word)
  const query = listQuery(kind.list, options)
  const limit = limitOf(options)
  if (options.out !== undefined) return exportList(context, kind, options, pathOf(context, options.out))
  return withStore(context, async (store) => {
    const page = await readRows(store, kind, query, limit)
    return {
      json: { rows: page.rows, total: page.total },
      text: listTable(kind.list, page.rows, page.total, page.totals),
    }
  })
}

async function readRows(
  store: CliStore,
  kind: Kind,
  query: ReturnType<typeof listQuery>,
  limit: number | null,
): Promise<{ rows: Row[]; total: number; totals: Record<string, number | null> }> {
  const rows: Row[] = []
  let after: ListQuery['after'] = null
  let head: { total: number; totals: Record<string, number | null> } | null = null
  for (;;) {
    const wanted = limit === null ? window : Math.min(window, limit - rows.length)
    const page = (await store.callAny(`${kind.list.name}.list`, {
      ...query,
      after,
      limit: Math.max(wanted, 1),
      totals: head === null,
    })) as { rows: Row[]; total: number | null; totals: Record<string, number | null>; cursors: ListQuery['after'][] }
    head ??= { total: page.total ?? 0, totals: page.totals }
    if (wanted > 0) rows.push(...page.rows)
    after = page.cursors.at(-1) ?? null
    if (after === null || page.rows.length < window || (limit !== null && rows.length >= limit))
      return { rows, ...head }
  }
}

export async function show(context: CliContext, word: string, idText: string): Promise<Printed> {
  const kind = kindOf(word)
  const number = idOf(idText)
  return withStore(context, async (store) => {
    const id = await recordOf(store, kind, number)
    const record = kind.get === null ? await rowOf(store, kind, id) : await store.call(kind.get, { id })
    return { json: record, text: await textOf(store, kind, record) }
  })
}

/** @throws AppError `not-found` */
async function rowOf(store: CliStore, kind: Kind, id: number): Promise<Row> {
  const { rows } = await readRows(store, kind, { filters: [{ op: 'in', column: 'id', values: [id] }] }, 1)
  const row = rows.find((one) => one.id === id)
  if (row) return row
  throw new AppError('not-found', `В списке «${kind.list.title}» нет строки с номером ${id}.`)
}

/** The record a row stands in: itself, or for a row inside a record that record. @throws AppError `not-found` */
async function recordOf(store: CliStore, kind: Kind, id: number): Promise<number> {
  if (kind.recordKey === undefined) return id
  const owner = (await rowOf(store, kind, id))[kind.recordKey]
  if (typeof owner === 'number') return owner
  throw new AppError('not-found', `В списке «${kind.list.title}» нет строки с номером ${id}.`)
}

async function textOf(store: CliStore, kind: Kind, record: unknown): Promise<string> {
  const { id } = record as { id: number }
  if (kind.name === 'meeting') {
    const meeting = record as MeetingRecord
    const paper = buildProtocol(meeting, { profile: await store.call('profile.get', {}), layout: null })
    const state = meeting.signedOn === null ? 'черновик' : `подписан ${formatDate(meeting.signedOn, 'digits')}`
    return `Заседание, запись № ${id} (${state})\n\n${paperText(paper)}`
  }
  if (kind.name === 'roadmap') return roadmapText(record as RoadmapRecord)
  if (kind.name === 'transfer') return transferText(record as TransferRecord)
  if (['surplus', 'need', 'reservation'].includes(kind.name)) {
    return `${recordTitle(kind)}, запись № ${id}\n${rowText(kind.list, await rowOf(store, kind, id))}\n`
  }
  if (kind.schema === null) return `${JSON.stringify(record, null, 2)}\n`
  const value = kind.field === '' ? record : (record as Record<string, unknown>)[kind.field]
  return `${recordTitle(kind)}, запись № ${id}\n${recordText(kind.schema, value, await namesOf(store))}\n`
}

const recordTitle = ({ recordKey, list, name }: Kind): string =>
  recordKey === undefined ? list.title : kindOf(name).list.title

/** Other records are shown by their names. */
async function namesOf({ call }: CliStore): Promise<NameOf> {
  const most = { limit: 2000 }
  const schools = new Map((await call('schools.options', most)).map((one) => [one.id, one.name]))
  const people = new Map((await call('librarians.options', most)).map((one) => [one.id, one.name]))
  return (field, id) => {
    if (field === 'schoolId' || field === 'schoolIds' || field === 'successorId') return schools.get(id)
    return field === 'librarianId' ? people.get(id) : undefined
  }
}

/** A decision's history is its meeting's: it lives and is changed inside it. */
export async function history(
  context: CliContext,
  word: string,
  idText: string,
  options: { limit?: string },
): Promise<Printed> {
  const kind = kindOf(word)
  const number = idOf(idText)
  const limit = options.limit === undefined ? 200 : wholeNumber(options.limit, '--limit', 1000)
  return withStore(context, async (store) => {
    const { call } = store
    const id = await recordOf(store, kind, number)
    const target =
      kind.name === 'decision'
        ? { record: 'meeting', id: ((await call('decisions.get', { id })) as DecisionDetails).meetingId }
        : { record: kind.name, id }
    const entries = await call('history.record', { ...target, limit })
    return { json: entries, text: entries.length === 0 ? 'Изменений нет.\n' : entries.map(entryText).join('\n') }
  })
}

interface Entry {
  at: string
  author: string
  title: string
  changes: readonly {
    what: string
    op: 'added' | 'changed' | 'removed'
    fields: readonly { title: string; before: string; after: string }[]
  }[]
}

const operations = { added: 'добавлено', changed: 'изменено', removed: 'удалено' } as const

function entryText({ at, author, title, changes }: Entry): string {
  const when = new Date(at)
  const head = `${when.toLocaleDateString('ru-RU')} ${when.toLocaleTimeString('ru-RU')}  ${author}  ${title}`
  const rows = changes.flatMap(({ what, op, fields }) =>
    fields.map((field) => [what, operations[op], field.title, field.before, field.after].map(short)),
  )
  if (rows.length === 0) return `${head}\n`
  return `${head}\n${alignedTable(['Что', 'Действие', 'Поле', 'Было', 'Стало'], rows, [])}\n`
}

const short = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ')
  return line.length <= 50 ? line : `${line.slice(0, 49)}…`
}
