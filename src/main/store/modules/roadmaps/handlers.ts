import { latest } from '@shared/domain/execution'
import { roadmapBars } from '@shared/domain/roadmap-bars'
import type { QueryContext } from '../../context'
import { listWindow } from '../../lists/list'
import { roadmapItemSource, roadmapSource } from '../../lists/roadmaps'
import type { Handlers } from '../../module'
import { blankRoadmap } from './blank'
import { copyOf } from './copy'
import { decide, decisionsOf } from './decide'
import { linkRow, markRow, markRows, rowsLinkedTo } from './marks'
import { roadmapPapers } from './papers'
import { childRows, readPaper, readRoadmap } from './read'
import { removeRoadmap, saveRoadmap } from './save'

/** Road maps and plans. */
export const roadmapHandlers = {
  ...roadmapPapers,
  'roadmaps.list': (context, query) => listWindow(context, roadmapSource, query),
  'roadmapItems.list': (context, query) => listWindow(context, roadmapItemSource, query),
  'roadmaps.get': (context, { id }) => readRoadmap(context, id),
  'roadmaps.save': (context, { id, revision, roadmap }) => saveRoadmap(context, id, revision, roadmap),
  'roadmaps.remove': (context, { id }) => {
    removeRoadmap(context, id)
    return {}
  },
  'roadmaps.mark': (context, { id, itemUid, marks }) => {
    markRow(context, id, itemUid, marks)
    return {}
  },
  'roadmaps.markMany': (context, { id, itemUids, mark }) => ({ marked: markRows(context, id, itemUids, mark) }),
  'roadmaps.link': (context, { id, itemUid, links }) => {
    linkRow(context, id, itemUid, links)
    return {}
  },
  'roadmaps.linksOf': (context, input) => rowsLinkedTo(context, input),
  'roadmaps.blank': (context, { kind, schoolYear }) => blankRoadmap(context, kind, schoolYear),
  'roadmaps.prepareCopy': (context, { id, years }) => copyOf(context, id, years),
  'roadmaps.decisions': (context, { id, itemUids, on }) => decisionsOf(context, id, itemUids, on),
  'roadmaps.decide': (context, input) => decide(context, input),
  'roadmaps.bars': (context, { id, from, to }) => barsOf(context, id, { from, to }),
} satisfies Handlers

function barsOf({ raw, today }: QueryContext, id: number, window: { from: string; to: string }) {
  const { roadmap } = readPaper(raw, id)
  const day = today()
  const moves = childRows(raw, 'roadmapMark', id).filter((mark) => mark.state === 'moved' && String(mark.on) <= day)
  const movedTo = (uid: string): string | null => {
    const last = latest(
      moves.filter((mark) => mark.itemUid === uid).map((mark) => ({ on: String(mark.on), to: mark.movedTo })),
    )
    return typeof last?.to === 'string' ? last.to : null
  }
  const rows = roadmap.sections
    .flatMap((section) => section.items.flatMap((item) => [item, ...item.parts]))
    .map(({ uid, dues }) => ({ uid, dues, movedTo: movedTo(uid) }))
  return roadmapBars(rows, roadmap, window)
}
