import type { Original, PaperWarning } from '@shared/contract/old-papers'
import type { UnderstoodProtocol } from './understand-protocol'

type Protocol = UnderstoodProtocol['protocol']
type Item = Protocol['agenda'][number]
type Made = Item['decisions'][number]
type Said = Item['speeches'][number]

const orNull = (text: string): string | null => (text === '' ? null : text)

/** What `import --as protocol --json` prints of a paper (CLI.md): fields the paper does not have are null. */
export function protocolJson(original: Original, understood: UnderstoodProtocol, warnings: readonly PaperWarning[]) {
  const { protocol, unrecognised } = understood
  const loose = [...protocol.speeches, ...protocol.agenda.flatMap(({ speeches }) => speeches)].filter(isLoose)
  return {
    kind: 'protocol' as const,
    number: orNull(protocol.number),
    date: protocol.date,
    time: protocol.time,
    place: orNull(protocol.place),
    format: protocol.format === 'none' ? null : protocol.format,
    series: orNull(protocol.series),
    theme: orNull(protocol.theme),
    chair: protocol.chairs[0]?.name ?? null,
    chairs: protocol.chairs.map(({ name }) => name),
    secretary: protocol.secretary?.name ?? null,
    invited: protocol.invited.map(({ uid }) => written(original, understood, `invited/${uid}`)),
    attendance: {
      count: protocol.attendance.count,
      text: orNull(protocol.attendance.text),
      names: protocol.attendance.roster.filter(({ state }) => state === 'present').map(({ person }) => person.name),
    },
    agenda: protocol.agenda.map(({ title }, index) => ({ n: index + 1, title })),
    items: protocol.agenda.map((item, index) => itemJson(item, index)),
    decisions: [
      ...protocol.agenda.flatMap(({ decisions }, index) =>
        decisions.map((made) => decisionJson(original, understood, made, index + 1)),
      ),
      ...protocol.decisions.map((made) => decisionJson(original, understood, made, null)),
    ],
    speeches: [
      ...protocol.agenda.flatMap(({ speeches }, index) =>
        speeches.filter(isRemark).map((said) => speechJson(said, index + 1)),
      ),
      ...protocol.speeches.map((said) => speechJson(said, null)),
    ],
    warnings: warnings.map(({ code, text, where }) => ({ code, text, where })),
    unrecognised: [
      ...unrecognised,
      ...loose.map(({ uid, text }) => ({ line: placeOf(understood, `speeches/${uid}`)?.line ?? 0, text })),
    ].sort((a, b) => a.line - b.line),
  }
}

/** Words left with an item, said by nobody. */
const isLoose = ({ kind, speaker }: Said): boolean => kind === 'remark' && speaker.name === ''
const isRemark = (said: Said): boolean => said.kind === 'remark' && !isLoose(said)

function itemJson(item: Item, index: number) {
  const reports = item.speeches.filter(({ kind }) => kind === 'report')
  const heard = reports.flatMap(({ text }) => (text === '' ? [] : [text])).join('\n')
  const speakers = reports.flatMap(({ speaker }) => (speaker.name === '' ? [] : [speaker.name]))
  const { unanimous: _, ...counts } = item.vote
  const taken = item.vote.unanimous || Object.values(counts).some((count) => count !== null)
  return {
    n: index + 1,
    heard: orNull(heard),
    speakers: speakers.length > 0 ? speakers : item.speakers.map(({ name }) => name),
    vote: taken ? counts : null,
    decisions: item.decisions.map(({ text }) => text),
  }
}

function decisionJson(original: Original, understood: UnderstoodProtocol, made: Made, item: number | null) {
  return {
    n: printedNumber(original, understood, made.uid),
    item,
    text: made.text,
    addressees: made.addressees.map(({ text }) => text),
    due: made.dues.map(({ text, range, from, to, recurrence }) => ({ text, range, from, to, recurrence })),
  }
}

const speechJson = ({ speaker, text }: Said, item: number | null) => ({
  speaker: orNull(speaker.name),
  position: orNull(speaker.position),
  item,
  text,
})

const placeOf = ({ marks }: UnderstoodProtocol, path: string) => marks.find((mark) => mark.path === path)?.places[0]

/** As typed, or as Word made it: then its place is the beginning of the line. */
function printedNumber(original: Original, understood: UnderstoodProtocol, uid: string): string | null {
  const place = placeOf(understood, `decisions/${uid}/n`)
  const line = place ? original.lines[place.line] : undefined
  if (!place || !line) return null
  const text = place.to > place.from ? line.text.slice(place.from, place.to) : line.label
  return orNull(text.replace(/[\s.):]+$/u, '').replace(/^[\s(]+/u, ''))
}

/** The words of a field as they stand in the paper, from the first to the last: «директор школы № 2 Ступин О.Д.». */
function written({ lines }: Original, { marks }: UnderstoodProtocol, path: string): string {
  const places = [...(marks.find((mark) => mark.path === path)?.places ?? [])].sort(
    (a, b) => a.line - b.line || a.from - b.from,
  )
  const [first, last] = [places[0], places.at(-1)]
  if (!first || !last) return ''
  const parts: string[] = []
  for (let at = first.line; at <= last.line; at += 1) {
    const to =
      at === last.line ? Math.max(...places.filter(({ line }) => line === at).map((place) => place.to)) : undefined
    parts.push(lines[at]?.text.slice(at === first.line ? first.from : 0, to) ?? '')
  }
  const text = parts.join(' ').replace(/\s+/gu, ' ').trim()
  return text.split('(').length > text.split(')').length ? `${text})` : text
}
