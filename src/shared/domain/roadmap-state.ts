import { formatDate, type IsoDate } from './dates'
import { currentPeriodStart, type DueDates, dueState, nextDeadline } from './due/state'
import { countsNow, type DecisionState, latest } from './execution'

/** Where an item of a road map is: by marks, by what it is linked with, by its sub-events, else by its dues. */

export interface RoadmapMarkFact {
  /** `moved`: the time is another from that day on; `cancelled` closes as `done` does. */
  state: 'done' | 'partial' | 'moved' | 'cancelled'
  on: IsoDate
  /** Of `moved`; null: no day was named. */
  movedTo: IsoDate | null
  evidence: string
  note: string
}

/** A decision or an event that fulfils an item; one that was called off is not among them. */
export interface Fulfilment {
  done: boolean
  /** When it was done; null where nobody said. */
  on: IsoDate | null
  /** As the report names it: «протокол № 2 от 14.11.2026». */
  text: string
}

/** What is known of an item, or of one of its sub-events. */
export interface RoadmapFacts {
  uid: string
  dues: readonly DueDates[]
  marks: readonly RoadmapMarkFact[]
  links: readonly Fulfilment[]
}

export interface RoadmapItemFacts extends RoadmapFacts {
  parts: readonly RoadmapFacts[]
}

export interface RoadmapState {
  state: DecisionState
  /** Next day by which it is to be done; null where none can be derived. */
  deadline: IsoDate | null
  /** Null while it is not done, and of what was taken off. */
  doneOn: IsoDate | null
  /** «Выполнено 12.03.2026: приказ № 14»; '' where nothing is to be said. */
  words: string
}

/**
 * State of an item on a day, with those of its sub-events in their order. An item is done by its last mark, when everything
 * linked with it is done (of what repeats: anything linked, in this period), or when all its sub-events are; its own mark or
 * links close the sub-events too. What repeats by periods is done only for the period it was marked in. A mark of a later
 * time replaces the dues; one of an item counts for its sub-events as well. Overdue outweighs partial.
 */
export function roadmapState(
  item: RoadmapItemFacts,
  today: IsoDate,
): { item: RoadmapState; parts: readonly RoadmapState[] } {
  const own = judged(item, item.dues, null, today)
  const whole = own.closed === null ? null : own
  const judgedParts = item.parts.map((part) => judged(part, part.dues.length > 0 ? part.dues : item.dues, own, today))
  const parts = judgedParts.map((part) => stateOf(part, [part.dues], part.closed ?? whole?.closed ?? null, today))
  const byParts = item.parts.length === 0 ? null : closedByAll(judgedParts)
  const closed = own.closed ?? byParts
  const open = judgedParts.filter((part) => part.closed === null)
  const begun = own.begun || judgedParts.some((part) => part.begun || part.closed !== null)
  const state = stateOf({ ...own, begun }, [own.dues, ...open.map((part) => part.dues)], closed, today)
  return { item: { ...state, words: own.words || wordsOfParts(judgedParts, byParts) }, parts }
}

/** How something ended; `on` null: it was taken off, or nobody said when. */
interface Closing {
  on: IsoDate | null
}

interface Judged {
  /** By its own marks and links. */
  closed: Closing | null
  begun: boolean
  /** As they are now, later times counted. */
  dues: readonly DueDates[]
  /** Whether a mark has set another time. */
  moved: boolean
  words: string
}

function judged(facts: RoadmapFacts, dues: readonly DueDates[], parent: Judged | null, today: IsoDate): Judged {
  const said = facts.marks.filter((mark) => mark.on <= today)
  const marks = said.filter((mark) => countsNow(dues, mark, today))
  const last = latest(marks)
  const moved = latest(marks.filter((mark) => mark.state === 'moved'))
  const fulfilled = facts.links.filter((link) => link.done && linkCounts(dues, link, today))
  const closed = last?.state === 'done' ? { on: last.on } : last?.state === 'cancelled' ? { on: null } : null
  const now =
    moved !== null
      ? moved.movedTo === null
        ? []
        : [{ from: null, to: moved.movedTo, recurrence: null }]
      : parent?.moved
        ? parent.dues
        : dues
  const byLinks = last?.state === 'moved' ? null : closedByLinks(dues, facts.links, fulfilled, today)
  return {
    closed: closed ?? byLinks,
    begun: fulfilled.length > 0 || marks.some((mark) => mark.state === 'done' || mark.state === 'partial'),
    dues: now,
    moved: moved !== null,
    words: wordsOf(said, facts.links, closed ?? byLinks),
  }
}

const linkCounts = (dues: readonly DueDates[], link: Fulfilment, today: IsoDate): boolean =>
  link.on === null || (link.on <= today && countsNow(dues, { state: 'done', on: link.on }, today))

/** What is done once waits for everything linked; what repeats, for anything of this period. */
function closedByLinks(
  dues: readonly DueDates[],
  links: readonly Fulfilment[],
  fulfilled: readonly Fulfilment[],
  today: IsoDate,
): Closing | null {
  const repeats = dues.length > 0 && dues.every((due) => currentPeriodStart(due, today) !== null)
  if (fulfilled.length === 0 || (!repeats && fulfilled.length < links.length)) return null
  return { on: lastDay(fulfilled) }
}

function closedByAll(parts: readonly Judged[]): Closing | null {
  const closings = parts.flatMap((part) => part.closed ?? [])
  return closings.length === parts.length ? { on: lastDay(closings) } : null
}

const lastDay = (closings: readonly Closing[]): IsoDate | null =>
  closings
    .flatMap(({ on }) => on ?? [])
    .sort()
    .at(-1) ?? null

function stateOf(
  { begun, words }: Judged,
  dues: readonly (readonly DueDates[])[],
  closed: Closing | null,
  today: IsoDate,
): RoadmapState {
  const all = dues.flat()
  const state = dueState(all, { today, done: closed !== null })
  return {
    state: begun && state !== 'done' && state !== 'overdue' ? 'partial' : state,
    deadline: nextDeadline(all, today),
    doneOn: closed?.on ?? null,
    words,
  }
}

const day = (date: IsoDate): string => formatDate(date, 'digits')
const heads: Readonly<Record<RoadmapMarkFact['state'], (mark: RoadmapMarkFact) => string>> = {
  done: ({ on }) => `Выполнено ${day(on)}`,
  partial: ({ on }) => `Выполнено частично ${day(on)}`,
  moved: ({ movedTo }) => (movedTo === null ? 'Срок перенесён' : `Срок перенесён на ${day(movedTo)}`),
  cancelled: ({ on }) => `Снято ${day(on)}`,
}

/** Whether what counts as done was taken off the paper instead: papers and screens name and count these apart. */
export function isTakenOff({ state, doneOn, words }: Pick<RoadmapState, 'state' | 'doneOn' | 'words'>): boolean {
  return state === 'done' && doneOn === null && /^Снято/mu.test(words)
}

/** A line for each day something was said of; what linked things say stands with the last of being done. */
function wordsOf(marks: readonly RoadmapMarkFact[], links: readonly Fulfilment[], closed: Closing | null): string {
  const lines = new Map<string, string[]>()
  for (const mark of [...marks].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))) {
    const head = heads[mark.state](mark)
    const said = [mark.evidence, mark.note].map((text) => text.replace(/\s+/gu, ' ').trim())
    lines.set(head, [...(lines.get(head) ?? []), ...said.filter((text) => text !== '')])
  }
  const done = links.filter((link) => link.done)
  if (done.length > 0) {
    const marked = [...lines.keys()].filter((head) => /^Выполнено \d/u.test(head)).at(-1)
    const last = lastDay(done)
    const own = `${closed === null ? 'Выполнено частично' : 'Выполнено'}${last === null ? '' : ` ${day(last)}`}`
    const head = marked ?? own
    lines.set(head, [...(lines.get(head) ?? []), ...done.map((link) => link.text)])
  }
  return [...lines].map(([head, said]) => (said.length === 0 ? head : `${head}: ${said.join('; ')}`)).join('\n')
}

function wordsOfParts(parts: readonly Judged[], closed: Closing | null): string {
  if (closed !== null) return closed.on === null ? 'Выполнены все подпункты' : `Выполнено ${day(closed.on)}`
  const done = parts.filter((part) => part.closed !== null).length
  return done === 0 ? '' : `Выполнено подпунктов: ${done} из ${parts.length}`
}
