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
    unrecognised: [
      ...understood.unrecognised,
      ...(understood.kind === 'protocol' ? unsaid(paper, understood.protocol) : []),
    ]
      .sort((a, b) => a.line - b.line)
      .map(({ line, text }) => ({ line: line + 1, text })),
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
        words.between(`invited/${uid}`) ?? [name, position].filter((part) => part !== '').join(', '),
    ),
    attendance: {
      count: protocol.attendance.count,
      text: orNull(protocol.attendance.text),
      names: present.map((entry) => entry.person.name),
    },
    agenda: protocol.agenda.map(({ title }, at) => ({ n: at + 1, title })),
    items: protocol.agenda.map((item, at) => ({
      n: at + 1,
      heard: orNull(
        item.speeches
          .filter(({ kind }) => kind === 'report')
          .flatMap(({ text }) => (text === '' ? [] : [text]))
          .join('\n'),
      ),
      speakers: speakersOf(item),
      vote: voteJson(item, protocol),
      decisions: item.decisions.map(({ text }) => text),
    })),
    decisions: decided.map(({ decision, item }) => ({
      n: words.number(`decisions/${decision.uid}/n`),
      item,
      text: decision.text,
      addressees: decision.addressees.map(({ text }) => text),
      due: decision.dues.map((due) => dueJson(due, decision)),
    })),
    speeches: [
      ...protocol.agenda.flatMap((item, at) =>
        item.speeches
          .filter((speech) => speech.kind === 'remark' && !isUnsaid(speech))
          .map((speech) => said(speech, at + 1)),
      ),
      ...protocol.speeches.filter((speech) => !isUnsaid(speech)).map((speech) => said(speech, null)),
    ],
  }
}

/** Words left with an item that nobody is known to have said. */
const isUnsaid = ({ kind, speaker }: Speech): boolean => kind === 'remark' && speaker.name === ''

function unsaid({ understood }: OldPaper, protocol: ProtocolDraft): { line: number; text: string }[] {
  const speeches = [...protocol.speeches, ...protocol.agenda.flatMap((item) => item.speeches)].filter(isUnsaid)
  return speeches.map(({ uid, text }) => ({
    line: understood.marks.find(({ path }) => path === `speeches/${uid}`)?.places[0]?.line ?? 0,
    text,
  }))
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

  /** From the first word of a field to its last: «директор школы № 2 Ступин О.Д.». */
  between(path: string): string | null {
    const places = [...(this.places.get(path) ?? [])].sort((a, b) => a.line - b.line || a.from - b.from)
    const [first, last] = [places[0], places.at(-1)]
    if (!first || !last) return null
    const parts: string[] = []
    for (let line = first.line; line <= last.line; line += 1) {
      const ends = places.flatMap((place) => (place.line === line ? [place.to] : []))
      const to = line === last.line ? Math.max(...ends) : Number.POSITIVE_INFINITY
      parts.push(this.textOf({ line, from: line === first.line ? first.from : 0, to }))
    }
    const text = collapsed(parts.join(' '))
    return orNull(text.split('(').length > text.split(')').length ? `${text})` : text)
  }

  /** Where it is told of twice (the head and the signature), the first. */
  first(path: string): string | null {
    const place = this.places.get(path)?.[0]
    const text = place ? collapsed(this.textOf(place)) : ''
    // A name broken by the end of the line is told whole by the field itself.
    return /\s|\./u.test(text) ? text : null
  }

  private textOf({ line, from, to }: Place): string {
    return this.paper.original.lines[line]?.text.slice(from, to) ?? ''
  }

  /** A number as typed, or as Word made it: then its place is the beginning of the line. */
  number(path: string): string | null {
    const place = this.places.get(path)?.[0]
    const line = place && this.paper.original.lines[place.line]
    if (!place || !line) return null
    const text = place.to > place.from ? this.textOf(place) : line.label
    return orNull(text.replace(/[\s.):]+$/u, '').replace(/^[\s(]+/u, ''))
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
