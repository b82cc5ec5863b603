import type { Output } from '@shared/contract'
import { newUid } from '@shared/contract/fields'
import type { ProtocolDraft, RoadmapDraft, Understood, Unrecognised } from '@shared/contract/old-papers'
import { counted } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import type { CommandContext } from '../context'
import { findPaper, markSaved, recordOf } from './staging'
import { meetingOf } from './warnings'

type Done = Output<'oldPapers.save'>

/** Makes records of papers through the rules of their own modules; one that is refused leaves nothing behind. */
export async function savePapers(context: CommandContext, ids: readonly number[]): Promise<Done> {
  const done: Done = { saved: [], left: [] }
  for (const id of new Set(ids)) {
    context.raw.exec('SAVEPOINT paper')
    try {
      done.saved.push(await savePaper(context, id))
      context.raw.exec('RELEASE paper')
    } catch (error) {
      context.raw.exec('ROLLBACK TO paper; RELEASE paper')
      if (!(error instanceof AppError)) throw error
      done.left.push({ id, code: error.code, message: error.message, path: error.path ?? '' })
    }
  }
  context.describe(counted(done.saved.length, ['документ', 'документа', 'документов']))
  context.touch(['old-paper'])
  return done
}

async function savePaper(context: CommandContext, id: number): Promise<Done['saved'][number]> {
  const row = findPaper(context.raw, id)
  if (recordOf(context.raw, row) !== null) {
    throw new AppError('duplicate', `«${row.file}» уже сохранён. Откройте его запись.`)
  }
  const understood = JSON.parse(row.understood) as Understood
  const record = understood.kind === 'protocol' ? 'meeting' : 'roadmap'
  const recordId =
    understood.kind === 'protocol'
      ? await saveProtocol(context, row.file, understood.protocol, understood.unrecognised)
      : await saveRoadmap(context, row.file, understood.roadmap, understood.unrecognised)
  markSaved(context.raw, id, record, recordId)
  return { id, record, recordId }
}

async function saveProtocol(
  context: CommandContext,
  file: string,
  draft: ProtocolDraft,
  left: readonly Unrecognised[],
): Promise<number> {
  if (draft.date === null) {
    throw new AppError('paper-incomplete', `«${file}»: дата заседания не понята. Впишите её и сохраните снова.`, 'date')
  }
  const seriesId = draft.seriesId ?? (await newSeries(context, draft))
  const meeting = meetingOf({ ...draft, seriesId }, draft.date)
  const { id } = await context.run('meetings.save', {
    id: null,
    revision: null,
    meeting: { ...meeting, note: withLeft(meeting.note, left) },
  })
  return id
}

async function saveRoadmap(
  context: CommandContext,
  file: string,
  draft: RoadmapDraft,
  left: readonly Unrecognised[],
): Promise<number> {
  const { from, to } = draft
  if (from === null || to === null) {
    throw new AppError(
      'paper-incomplete',
      `«${file}»: не понято, на какое время план. Впишите начало и конец.`,
      'period',
    )
  }
  // A plan written without a table has no columns of its own: it is kept in the usual ones.
  const columns =
    draft.columns.length > 0 ? draft.columns : (await context.ask('roadmaps.blank', { kind: draft.kind })).columns
  const { id } = await context.run('roadmaps.save', {
    id: null,
    revision: null,
    roadmap: { ...draft, columns, from, to, note: withLeft(draft.note, left) },
  })
  return id
}

/** Lines that belong to no field go with the record, so that they are found where it is. */
function withLeft(note: string, left: readonly Unrecognised[]): string {
  if (left.length === 0) return note
  const lines = left.map(({ text }) => text.trim()).filter((text) => text !== '')
  return [...(note === '' ? [] : [note]), 'В исходном документе ещё было:', ...lines].join('\n')
}

/** Under the association whose head led the meeting, else the first; one of that name is taken as it is. */
async function newSeries(context: CommandContext, draft: ProtocolDraft): Promise<number> {
  const { raw } = context
  const chair = draft.chairs[0]?.librarianId ?? null
  const owner = raw
    .prepare<[number | null], { id: number }>('SELECT id FROM association ORDER BY headId IS ? DESC, id LIMIT 1')
    .get(chair)
  if (!owner) {
    throw new AppError(
      'paper-incomplete',
      'Ряд заседаний: нет ни одного объединения. Сначала добавьте объединение.',
      'series',
    )
  }
  const { association, revision } = await context.ask('associations.get', { id: owner.id })
  const name = draft.series === '' ? 'Совещания' : capitalised(draft.series)
  const series = [
    ...association.series,
    { uid: newUid(), id: null, name, heading: draft.series, place: '', layout: draft.layout, decisionLabel: '' },
  ]
  const known = association.series.find((one) => one.name === name)
  if (known?.id != null) return known.id
  await context.run('associations.save', { id: owner.id, revision, association: { ...association, series } })
  const saved = await context.ask('associations.get', { id: owner.id })
  const made = saved.association.series.find((one) => one.name === name)?.id
  if (made == null) throw new Error(`Series «${name}» was not saved`)
  return made
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
