import type { AgendaItem, Decision, Due, Speech } from '@shared/contract/meetings'
import type { OldPaper, Place, ProtocolDraft, RoadmapDraft } from '@shared/contract/old-papers'
import type { Roadmap, RoadmapItem } from '@shared/contract/roadmaps'

/** The documents that `import --as protocol|roadmap --json` promises (CLI.md): every text as in the paper, absent fields null. */

export function paperJson(paper: OldPaper): unknown {
  const { understood } = paper
  const own =
    understood.kind === 'protocol' ? protocolJson(paper, understood.protocol) : roadmapJson(understood.roadmap)
  return {
    kind: understood.kind,
    id: paper.recordId,
    ...own,
    warnings: [
      ...paper.warnings.map(({ code, text, where }) => ({ code, text, where })),
      ...(paper.duplicate === '' ? [] : [{ code: 'duplicate', text: paper.duplicate, where: '' }]),
    ],
    unrecognised: understood.unrecognised.map(({ line, text }) => ({ line: line + 1, text })),
  }
}

const orNull = (text: string): string | null => (text === '' ? null : text)
const collapsed = (text: string): string => text.replace(/\s+/gu, ' ').trim()

function protocolJson(paper: OldPaper, protocol: ProtocolDraft) {
  const words = new Words(paper)
  const person = (path: string, name: string): string => words.first(path) ?? name
  const speakersOf = (item: AgendaItem): string[] => {
    const heard = item.speeches.filter(({ kind, speaker }) => kind === 'report' && speaker.name !== '')
    if (heard.length > 0) return heard.map(({ uid, speaker }) => person(`speeches/${uid}/speaker`, speaker.name))
    return item.speakers.map(({ uid, name }) => person(`agenda/${item.uid}/speakers/${uid}`, name))
  }
  const said = (speech: Speech, item: number | null) => ({
    speaker: orNull(person(`speeches/${speech.uid}/speaker`, speech.speaker.name)),
    position: orNull(speech.speaker.position),
    item,
    text: speech.text,
  })
  const decided = [
    ...protocol.agenda.flatMap((item, at) => item.decisions.map((decision) => ({ decision, item: at + 1 }))),
    ...protocol.decisions.map((decision) => ({ decision, item: null })),
  ]
  const chairs = protocol.chairs.map(({ uid, name }) => person(`chairs/${uid}`, name))
  const present = protocol.attendance.roster.filter(({ state }) => state === 'present')
  return {
    number: orNull(protocol.number),
    date: protocol.date,
    time: protocol.time,
    place: orNull(protocol.place),
    format: protocol.format === 'none' ? null : protocol.format,
    series: orNull(protocol.series),
    theme: orNull(protocol.theme),
    chair: chairs[0] ?? null,
    chairs,
    secretary: protocol.secretary === null ? null : person('secretary', protocol.secretary.name),
    invited: protocol.invited.map(
      ({ uid, name, position }) =>
        words.at(`invited/${uid}`) ?? [name, position].filter((part) => part !== '').join(', '),
    ),
    attendance: {
      count: protocol.attendance.count ?? (present.length > 0 ? present.length : null),
      text: orNull(protocol.attendance.text),
      names: present.map((entry) => entry.person.name),
    },
    agenda: protocol.agenda.map(({ title }, at) => ({ n: at + 1, title })),
    items: protocol.agenda.map((item, at) => ({
      n: at + 1,
      heard: orNull(
        item.speeches
          .filter(({ kind }) => kind === 'report')
          .map(({ text }) => text)
          .join('\n'),
      ),
      speakers: speakersOf(item),
      vote: voteJson(item, protocol),
      decisions: item.decisions.map(({ text }) => text),
    })),
    decisions: decided.map(({ decision, item }, at) => ({
      n: words.number(`decisions/${decision.uid}/text`) ?? String(at + 1),
      item,
      text: decision.text,
      addressees: decision.addressees.map(({ text }) => text),
      due: decision.dues.map((due) => dueJson(due, decision)),
    })),
    speeches: [
      ...protocol.agenda.flatMap((item, at) =>
        item.speeches.filter(({ kind }) => kind === 'remark').map((speech) => said(speech, at + 1)),
      ),
      ...protocol.speeches.map((speech) => said(speech, null)),
    ],
  }
}

/** «Единогласно» is every vote of those present for, and none otherwise. */
function voteJson({ vote }: AgendaItem, { attendance }: ProtocolDraft) {
  const { for: infavour, against, abstained, unanimous } = vote
  if (unanimous) return { for: infavour ?? attendance.count, against: against ?? 0, abstained: abstained ?? 0 }
  return infavour === null && against === null && abstained === null ? null : { for: infavour, against, abstained }
}

function dueJson({ text, range, from, to, recurrence }: Due, decision: Decision) {
  const at = decision.text.indexOf(text)
  return { text, range: range ?? (at < 0 ? null : [at, at + text.length]), from, to, recurrence }
}

/** What the original says where a field was found. */
class Words {
  private readonly places: Map<string, readonly Place[]>

  constructor(private readonly paper: OldPaper) {
    this.places = new Map(paper.understood.marks.map(({ path, places }) => [path, places]))
  }

  at(path: string): string | null {
    const places = this.places.get(path) ?? []
    const text = places.map((place) => this.textOf(place)).join(' ')
    return orNull(collapsed(text))
  }

  /** Where it is told of twice (the head and the signature), the first. */
  first(path: string): string | null {
    const place = this.places.get(path)?.[0]
    return place ? orNull(collapsed(this.textOf(place))) : null
  }

  private textOf({ line, from, to }: Place): string {
    return this.paper.original.lines[line]?.text.slice(from, to) ?? ''
  }

  /** The number printed before a field, Word's own or in the text. */
  number(path: string): string | null {
    const first = this.places.get(path)?.[0]
    const line = first && this.paper.original.lines[first.line]
    if (!first || !line) return null
    const before = line.text.slice(0, first.from).trim()
    const printed = /(\d+(?:\.\d+)*)\s*[.)]?$/u.exec(before === '' ? line.label : before)
    return printed?.[1] ?? null
  }
}

function roadmapJson(roadmap: RoadmapDraft) {
  const { from, to, approval } = roadmap
  const approved =
    [approval.text, approval.number, approval.annex].some((text) => text !== '') || approval.date !== null
  return {
    title: collapsed(roadmap.title),
    period: from === null && to === null ? null : { from, to },
    approval: approved
      ? { text: approval.text, number: orNull(approval.number), date: approval.date, annex: orNull(approval.annex) }
      : null,
    columns: roadmap.columns.map(({ title }) => title),
    sections: sectionsJson(roadmap as Roadmap),
  }
}

function sectionsJson({ sections, columns, numbering }: Roadmap) {
  const headings = new Map(columns.map(({ uid, title }) => [uid, title]))
  let running = 0
  return sections.map((section) => {
    if (numbering === 'section') running = 0
    return {
      n: orNull(section.number),
      title: orNull(section.title),
      items: section.items.map((item) => ({
        n: numberJson(item, numbering === 'none' ? null : ++running),
        ...itemJson(item, headings),
      })),
    }
  })
}

function numberJson({ number }: RoadmapItem, running: number | null): number | string | null {
  if (number === '') return running
  return /^\d+$/u.test(number) ? Number(number) : number
}

function itemJson(item: RoadmapItem, headings: ReadonlyMap<string, string>) {
  const due = (one: Due) => ({ text: one.text, from: one.from, to: one.to, recurrence: one.recurrence })
  return {
    // Where the sub-events say all, they are the item.
    title: item.title === '' ? item.parts.map(({ title }) => title).join('\n') : item.title,
    parts: item.parts.map(({ title, dues }) => ({ title, due: dues.map(due) })),
    due: item.dues.map(due),
    executors: item.executors.map(({ text }) => text),
    document: orNull(item.document),
    results: orNull(item.results),
    cells: Object.fromEntries(item.cells.map(({ columnUid, text }) => [headings.get(columnUid) ?? columnUid, text])),
  }
}
