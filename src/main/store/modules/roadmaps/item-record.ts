import { isDeepStrictEqual } from 'node:util'
import { blankRoadmapItem } from '@shared/contract/blank'
import type { CellValue } from '@shared/contract/lists'
import type { Due } from '@shared/contract/meetings'
import {
  type Executor,
  type Roadmap,
  type RoadmapItem,
  type RoadmapPart,
  Roadmap as RoadmapSchema,
} from '@shared/contract/roadmaps'
import { parseDues } from '@shared/domain/due/parse'
import { dueSummary } from '@shared/domain/due/summary'
import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import type { ListRecord, Setter } from '../../lists/record'
import { roadmapByName } from '../../lists/references'
import { roadmapItemSource } from '../../lists/roadmaps'
import { parseAs } from '../../validation'
import { executorsTyped, joinedExecutors } from './executors'
import { readPaper } from './read'
import { placeOf, withItemIn, withoutRow, withRow } from './rows'
import { readSectionLine, refuseWrong, saveRoadmap } from './save'

/** An item or a sub-event as typed into the list; marks and links are its panel's. */
interface Draft {
  before: { id: number; roadmap: Roadmap; uid: string } | null
  cells: Readonly<Partial<Record<Cell, string>>>
}

type Cell = 'title' | 'due' | 'executors' | 'coExecutors' | 'document' | 'results' | 'section' | 'roadmap'

const line = (value: CellValue): string =>
  String(value ?? '')
    .replace(/\s+/gu, ' ')
    .trim()
const paragraphs = (value: CellValue): string =>
  String(value ?? '')
    .replace(/\r\n?/gu, '\n')
    .trim()

const own =
  (name: Cell, read: (value: CellValue) => string): Setter<Draft> =>
  (draft, value) => ({ ...draft, cells: { ...draft.cells, [name]: read(value) } })

const rowOf = ({ raw }: QueryContext, id: number): { uid: string; roadmapId: number } => {
  const row = prepared<[number], { uid: string; roadmapId: number }>(
    raw,
    'SELECT uid, roadmapId FROM roadmapItem WHERE id = ?',
  ).get(id)
  if (!row) throw new AppError('not-found', 'Этого пункта больше нет. Обновите список.')
  return row
}

/** A due cell as the paper's own period reads it; one not touched keeps its days. */
export function duesTyped(before: readonly Due[], text: string, period: Pick<Roadmap, 'from' | 'to'>): Due[] {
  if (text === dueSummary(before)) return [...before]
  const { from, to } = period
  return parseDues(text, { date: from, mode: 'field', period: { from, to } }).map((due) => ({ ...due, range: null }))
}

interface Settled {
  id: number
  roadmap: Roadmap
  uid: string
  isChanged: boolean
}

/** The paper with the row in it. @throws AppError as the editor */
function settled(context: QueryContext, draft: Draft): Settled {
  const { before, cells } = draft
  if (before === null) return added(context, cells)
  const { id, roadmap, uid } = before
  refuseMoved(context, id, cells.roadmap)
  const { item, part, section } = placeOf(roadmap, uid)
  if (part) {
    refuseOfPart(cells, section)
    const next = withRow(roadmap, uid, partTyped(part, cells, roadmap))
    return { id, uid, roadmap: valid(next), isChanged: !isDeepStrictEqual(next, roadmap) }
  }
  const typed = withRow(roadmap, uid, itemTyped(context, item, cells, roadmap))
  const next =
    cells.section === undefined || isNamed(section, cells.section)
      ? typed
      : withItemIn(withoutRow(typed, uid), placeOf(typed, uid).item, readSectionLine(cells.section))
  refuseWrong(context, next)
  return { id, uid, roadmap: valid(next), isChanged: !isDeepStrictEqual(next, roadmap) }
}

function added(context: QueryContext, cells: Draft['cells']): Settled {
  if ((cells.roadmap ?? '') === '') {
    throw new AppError(
      'invalid-input',
      'Дорожная карта: не заполнено. Впишите, в какой документ добавить пункт.',
      'roadmap',
    )
  }
  const id = inColumn('roadmap', () => roadmapByName(context, cells.roadmap ?? ''))
  const { roadmap } = readPaper(context.raw, id)
  const item = itemTyped(context, blankRoadmapItem(), cells, roadmap)
  const next = withItemIn(roadmap, item, readSectionLine(cells.section ?? ''))
  refuseWrong(context, next)
  return { id, uid: item.uid, roadmap: valid(next), isChanged: true }
}

const valid = (roadmap: Roadmap): Roadmap => parseAs(RoadmapSchema, roadmap, 'Дорожная карта')

const isNamed = (section: { number: string; title: string }, text: string): boolean => {
  const { number, title } = readSectionLine(text)
  return normKey(`${number} ${title}`) === normKey(`${section.number} ${section.title}`)
}

function inColumn<T>(path: string, find: () => T): T {
  try {
    return find()
  } catch (error) {
    throw error instanceof AppError ? new AppError(error.code, error.message, path) : error
  }
}

function itemTyped(context: QueryContext, item: RoadmapItem, cells: Draft['cells'], period: Roadmap): RoadmapItem {
  const title = cells.title ?? item.title
  if (title.trim() === '' && item.parts.length === 0) {
    throw new AppError('invalid-input', 'Мероприятие: не заполнено. Впишите, что будет сделано.', 'title')
  }
  const of = (role: Executor['role'], text: string | undefined): Executor[] => {
    const before = item.executors.filter((one) => one.role === role)
    return text === undefined || text === joinedExecutors(before) ? before : executorsTyped(context, role, before, text)
  }
  return {
    ...item,
    title,
    dues: cells.due === undefined ? item.dues : duesTyped(item.dues, cells.due, period),
    executors: [...of('main', cells.executors), ...of('co', cells.coExecutors)],
    document: cells.document ?? item.document,
    results: cells.results ?? item.results,
  }
}

function partTyped(part: RoadmapPart, cells: Draft['cells'], period: Roadmap): RoadmapPart {
  const title = cells.title ?? part.title
  if (title.trim() === '') {
    throw new AppError('invalid-input', 'Мероприятие: не заполнено. Впишите подпункт или удалите строку.', 'title')
  }
  return { ...part, title, dues: cells.due === undefined ? part.dues : duesTyped(part.dues, cells.due, period) }
}

function refuseMoved(context: QueryContext, id: number, name: string | undefined): void {
  if (name === undefined) return
  const row = prepared<[number], { nameKey: string }>(context.raw, 'SELECT nameKey FROM roadmap WHERE id = ?').get(id)
  if (row?.nameKey === normKey(name) || inColumn('roadmap', () => roadmapByName(context, name)) === id) return
  throw new AppError(
    'invalid-input',
    'Дорожная карта: пункт остаётся в своём документе. Удалите его здесь и впишите новой строкой в другой.',
    'roadmap',
  )
}

/** A sub-event has words and a time; the rest is its item's. */
function refuseOfPart(cells: Draft['cells'], section: { number: string; title: string }): void {
  for (const name of ['executors', 'coExecutors', 'document', 'results'] as const) {
    if ((cells[name] ?? '') === '') continue
    throw new AppError(
      'invalid-input',
      'Это подпункт: исполнители, документ и результаты записываются у самого пункта. Впишите их туда.',
      name,
    )
  }
  if (cells.section !== undefined && !isNamed(section, cells.section)) {
    throw new AppError('invalid-input', 'Раздел: подпункт стоит в разделе своего пункта. Перенесите пункт.', 'section')
  }
}

const sectionTitle = /\p{L}{2}/u
const sectionNumber = /^(?:[IVXLC]+|\d{1,2}|[Рр]аздел\s+[\dIVX]+)[.:)]?$/u

/** An item typed into the list; a new one stands at the end of its section. */
export const roadmapItemRecord: ListRecord<Draft> = {
  source: roadmapItemSource,
  blank: () => ({ before: null, cells: {} }),
  read(context, id) {
    const { uid, roadmapId } = rowOf(context, id)
    return { before: { id: roadmapId, roadmap: readPaper(context.raw, roadmapId).roadmap, uid }, cells: {} }
  },
  set: {
    title: own('title', paragraphs),
    due: own('due', line),
    executors: own('executors', paragraphs),
    coExecutors: own('coExecutors', paragraphs),
    document: own('document', paragraphs),
    results: own('results', paragraphs),
    section: own('section', line),
    roadmap: own('roadmap', line),
  },
  check(context, _id, draft) {
    settled(context, draft)
  },
  save(context, id, draft) {
    const next = settled(context, draft)
    if (next.isChanged) saveRoadmap(context, next.id, null, next.roadmap)
    if (id !== null) return id
    const row = prepared<[string], { id: number }>(context.raw, 'SELECT id FROM roadmapItem WHERE uid = ?').get(
      next.uid,
    )
    if (!row) throw new Error('The item was not written')
    return row.id
  },
  remove(context, id) {
    const { uid, roadmapId } = rowOf(context, id)
    saveRoadmap(context, roadmapId, null, withoutRow(readPaper(context.raw, roadmapId).roadmap, uid))
  },
  /** A row that spans the table is a section: «I. Организационные мероприятия», or its number and name in two cells. */
  heading(texts, alone) {
    const [first = '', second = ''] = texts.map((text) => line(text))
    if (texts.length === 1 && alone && sectionTitle.test(first)) return { section: first }
    if (texts.length === 2 && sectionNumber.test(first) && sectionTitle.test(second) && !/^\d/u.test(first)) {
      return { section: `${first.replace(/[.:)]$/u, '')}. ${second}` }
    }
    return null
  },
}
