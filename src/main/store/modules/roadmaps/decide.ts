import type { Output, Parsed } from '@shared/contract'
import { newUid } from '@shared/contract/fields'
import type { Addressee, Decision, Meeting } from '@shared/contract/meetings'
import type { Executor, Roadmap, RoadmapItem } from '@shared/contract/roadmaps'
import { dueText } from '@shared/domain/due/summary'
import { duesWithYears, untilDay } from '@shared/domain/due/with-year'
import { latest } from '@shared/domain/execution'
import { decisionWords, type ToDo } from '@shared/domain/roadmap-decision'
import { counted } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import type { CommandContext, QueryContext } from '../../context'
import { addLinks, chosenRows } from './marks'
import { childRows, readPaper } from './read'
import { roadmapTitle } from './save'

/** Decisions of a meeting made of items of a road map, as protocols derive them. */

type Derived = Output<'roadmaps.decisions'>

/** In the order of the paper. @param on day of the meeting: a time moved by then is the one that counts */
export function decisionsOf(context: QueryContext, id: number, itemUids: readonly string[], on: string): Derived {
  const chosen = new Set(chosenRows(context, id, itemUids).map((row) => row.uid))
  const { roadmap } = readPaper(context.raw, id)
  const times = movedTimes(context, id, on)
  return roadmap.sections
    .flatMap((section) => section.items)
    .flatMap((item): Derived => {
      const parts = item.parts.filter((part) => chosen.has(part.uid))
      const whole = chosen.has(item.uid) ? [wholeItem(item, parts.length > 0, times)] : []
      return [
        ...whole,
        ...parts.map((part) => ({
          itemUid: part.uid,
          decision: decisionOf(item.executors, {
            title: joined(item.title, part.title),
            dues: times(part.uid, part.dues.length > 0 ? part.dues : item.dues),
            parts: [],
          }),
        })),
      ]
    })
}

type Times = (uid: string, dues: RoadmapItem['dues']) => ToDo['dues']

/** Sub-events that come as decisions of their own are not told of twice. */
function wholeItem(item: RoadmapItem, partsApart: boolean, times: Times): Derived[number] {
  const parts = partsApart ? [] : item.parts
  return {
    itemUid: item.uid,
    decision: decisionOf(item.executors, {
      title: item.title,
      dues: times(item.uid, item.dues),
      parts: parts.map((part) => ({ title: part.title, dues: times(part.uid, part.dues) })),
    }),
  }
}

function decisionOf(executors: readonly Executor[], todo: Omit<ToDo, 'executors'>): Decision {
  const main = executors.filter((one) => one.role === 'main')
  const asked = main.length > 0 ? main : executors
  const words = decisionWords({ ...todo, executors: asked.map((one) => one.text) })
  return {
    uid: newUid(),
    text: words.text,
    addressees: asked.map((executor, index): Addressee => {
      const { librarianId, schoolId } = executor
      const kind = librarianId !== null ? 'person' : schoolId !== null ? 'school' : 'group'
      return { uid: newUid(), kind, text: words.addressees[index] ?? executor.text, librarianId, schoolId }
    }),
    dues: words.dues,
    carriedFrom: null,
  }
}

/** «Проведение вебинаров:» and one of them: «Проведение вебинаров: «Краеведение»». */
function joined(item: string, part: string): string {
  const head = item.replace(/[\s:;,.]+$/u, '').trim()
  return head === '' ? part : `${head}: ${part.trim()}`
}

function movedTimes({ raw }: QueryContext, id: number, on: string): Times {
  const moves = childRows(raw, 'roadmapMark', id).filter((mark) => mark.state === 'moved' && String(mark.on) <= on)
  return (uid, dues) => {
    const last = latest(
      moves.filter((mark) => mark.itemUid === uid).map((mark) => ({ on: String(mark.on), to: mark.movedTo })),
    )
    if (typeof last?.to === 'string') {
      return [{ text: untilDay(last.to), from: null, to: last.to, recurrence: null }]
    }
    const words = duesWithYears(dues)
    return dues.map(({ range: _, ...due }, index) => ({ ...due, text: words[index] ?? dueText(due) }))
  }
}

/** Puts the decisions into a draft, or into a new meeting of a series, and links them. @throws AppError as `meetings.save` */
export async function decide(
  context: CommandContext,
  { id, itemUids, meetingId, seriesId, on }: Parsed<'roadmaps.decide'>,
): Promise<{ meetingId: number; decisions: number }> {
  const { roadmap } = readPaper(context.raw, id)
  const date = on ?? context.today()
  const target =
    meetingId !== null ? await draftOf(context, meetingId) : await newMeeting(context, roadmap, seriesId, date)
  const derived = decisionsOf(context, id, itemUids, target.meeting.date)
  const decisions = derived.map((one) => one.decision)
  const saved = await context.run('meetings.save', {
    id: meetingId,
    revision: target.revision,
    meeting: withDecisions(target.meeting, decisions, meetingId === null),
  })
  addLinks(
    context,
    id,
    derived.map(({ itemUid, decision }) => ({ itemUid, decisionUid: decision.uid })),
  )
  context.describe(`${counted(decisions.length, ['решение', 'решения', 'решений'])} — «${roadmapTitle(roadmap)}»`)
  return { meetingId: saved.id, decisions: decisions.length }
}

interface Target {
  meeting: Meeting
  revision: number | null
}

async function draftOf(context: CommandContext, id: number): Promise<Target> {
  const { meeting, revision } = await context.ask('meetings.get', { id })
  return { meeting, revision }
}

async function newMeeting(
  context: CommandContext,
  roadmap: Roadmap,
  seriesId: number | null,
  date: string,
): Promise<Target> {
  if (seriesId === null) {
    throw new AppError(
      'invalid-input',
      'Не выбрано, куда записать решения. Выберите черновик протокола или ряд, в котором создать заседание.',
      'seriesId',
    )
  }
  const meeting = await context.ask('meetings.prepare', { seriesId, date })
  const title = roadmap.title.replace(/\s+/gu, ' ').trim()
  const item = {
    uid: newUid(),
    title,
    speakers: [],
    speeches: [],
    vote: { for: null, against: null, abstained: null, unanimous: false },
    decisions: [],
  }
  return { meeting: { ...meeting, agenda: [...meeting.agenda, item] }, revision: null }
}

/** A full protocol of one question has its decisions under it; else they stand by themselves. */
function withDecisions(meeting: Meeting, decisions: readonly Decision[], isNew: boolean): Meeting {
  if (!isNew || meeting.layout !== 'full') return { ...meeting, decisions: [...meeting.decisions, ...decisions] }
  const last = meeting.agenda.length - 1
  return {
    ...meeting,
    agenda: meeting.agenda.map((item, index) =>
      index === last ? { ...item, decisions: [...item.decisions, ...decisions] } : item,
    ),
  }
}
