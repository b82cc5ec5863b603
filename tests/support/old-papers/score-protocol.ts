import { ANY, aligned, type ExpectedDue, holds, Score, type ScoreEntry, sameName, sameText } from './score'

/** What an author says is in a protocol: the shape `import --as protocol --json` prints. */
export interface ProtocolPaper {
  kind: 'protocol'
  number: string | null
  date: string | null
  time: string | null
  place: string | null
  format: string | null
  series: string | null
  theme: string | null
  chairs: string[]
  secretary: string | null
  invited: string[]
  attendance: { count: number | null; text: string | null; names: string[] }
  agenda: { n: number | string; title: string }[]
  items: {
    n: number | string
    heard: string | null
    speakers: string[]
    vote: { for: number | string | null; against: number | string | null; abstained: number | string | null } | null
    decisions: string[]
  }[]
  decisions: {
    n: string | null
    item: number | string | null
    text: string
    addressees: string[]
    due: ExpectedDue[]
  }[]
  speeches: { speaker: string | null; position: string | null; item: number | string | null; text: string }[]
  warnings: unknown[]
  unrecognised: unknown[]
}

/** Slips an author puts in on purpose; other warnings (no due, no chair) are the editor's business. */
const SLIPS = ['school-year-mismatch', 'due-mismatch', 'vote-exceeds-attendance']

export function scoreProtocol(got: ProtocolPaper, expected: ProtocolPaper): ScoreEntry[] {
  const score = new Score()
  score.add('number', 'number', got.number, expected.number, sameText(got.number, expected.number))
  for (const field of ['date', 'time', 'format'] as const) {
    score.add(field, field, got[field], expected[field], (got[field] ?? null) === expected[field])
  }
  for (const field of ['place', 'series', 'theme'] as const) score.text(field, field, got[field], expected[field])
  score.list('chairs', 'chairs', got.chairs, expected.chairs, sameName)
  score.name('secretary', 'secretary', got.secretary, expected.secretary)
  score.list('invited', 'invited', got.invited, expected.invited, sameText)
  const { attendance } = expected
  score.add(
    'attendance.count',
    'attendance.count',
    got.attendance.count,
    attendance.count,
    got.attendance.count === attendance.count,
  )
  score.text('attendance.text', 'attendance.text', got.attendance.text, attendance.text)
  score.list('attendance.names', 'attendance.names', got.attendance.names, attendance.names, sameName)
  scoreAgenda(score, got, expected)
  scoreItems(score, got, expected)
  scoreDecisions(score, got, expected)
  scoreSpeeches(score, got, expected)
  const slips = (codes: readonly unknown[]): string[] => [
    ...new Set(codes.map((code) => (typeof code === 'string' ? code : codeOf(code))).filter((c) => SLIPS.includes(c))),
  ]
  score.list('warnings', 'warnings', slips(got.warnings), slips(expected.warnings), (a, b) => a === b)
  return score.entries
}

const codeOf = (warning: unknown): string =>
  typeof warning === 'object' && warning !== null && 'code' in warning ? String(warning.code) : ''

function scoreAgenda(score: Score, got: ProtocolPaper, expected: ProtocolPaper): void {
  expected.agenda.forEach(({ title }, index) => {
    score.text('agenda', `agenda[${index}]`, got.agenda[index]?.title ?? null, title)
  })
  for (const { title } of got.agenda.slice(expected.agenda.length)) score.text('agenda', 'agenda[+]', title, null)
}

function scoreItems(score: Score, got: ProtocolPaper, expected: ProtocolPaper): void {
  expected.items.forEach((item, index) => {
    const found = got.items[index]
    const path = `items[${index}]`
    const heard = found?.heard ?? null
    score.add('items.heard', `${path}.heard`, heard, item.heard, holds(heard, item.heard))
    score.list('items.speakers', `${path}.speakers`, found?.speakers ?? [], item.speakers, sameName)
    score.add('items.vote', `${path}.vote`, found?.vote ?? null, item.vote, sameVote(found?.vote ?? null, item.vote))
    score.list('items.decisions', `${path}.decisions`, found?.decisions ?? [], item.decisions, sameText)
  })
}

type Vote = ProtocolPaper['items'][number]['vote']

function sameVote(got: Vote, expected: Vote): boolean {
  if (got === null || expected === null) return got === expected
  return (['for', 'against', 'abstained'] as const).every(
    (part) => expected[part] === ANY || got[part] === expected[part],
  )
}

function scoreDecisions(score: Score, got: ProtocolPaper, expected: ProtocolPaper): void {
  const text = ({ text }: { text: string }): string => text
  const { pairs, extra } = aligned(got.decisions, expected.decisions, text, text)
  for (const { got: found, expected: decision, index } of pairs) {
    const path = `decisions[${index}]`
    score.text('decisions.text', path, found?.text ?? null, decision.text)
    score.add('decisions.n', `${path}.n`, found?.n, decision.n, found !== null && found.n === decision.n)
    score.add(
      'decisions.item',
      `${path}.item`,
      found?.item,
      decision.item,
      found !== null && found.item === decision.item,
    )
    score.list('decisions.addressees', `${path}.addressees`, found?.addressees ?? [], decision.addressees, sameText)
    score.dues('decisions.due', `${path}.due`, found?.due ?? [], decision.due)
  }
  for (const decision of extra) score.text('decisions.text', 'decisions[+]', decision.text, null)
}

function scoreSpeeches(score: Score, got: ProtocolPaper, expected: ProtocolPaper): void {
  const text = ({ text }: { text: string }): string => text
  const { pairs, extra } = aligned(got.speeches, expected.speeches, text, text)
  for (const { got: found, expected: speech, index } of pairs) {
    const path = `speeches[${index}]`
    score.add('speeches.text', path, found?.text ?? null, speech.text, holds(found?.text ?? null, speech.text))
    score.name('speeches.speaker', `${path}.speaker`, found?.speaker ?? null, speech.speaker)
    score.text('speeches.position', `${path}.position`, found?.position ?? null, speech.position)
    score.add('speeches.item', `${path}.item`, found?.item, speech.item, found !== null && found.item === speech.item)
  }
  for (const speech of extra) score.text('speeches.text', 'speeches[+]', speech.text, null)
}
