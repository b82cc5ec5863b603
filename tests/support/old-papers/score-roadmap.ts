import { ANY, aligned, type ExpectedDue, holds, Score, type ScoreEntry, sameText } from './score'

/** What an author says is in a road map or plan: the shape `import --as roadmap --json` prints. */
export interface RoadmapPaper {
  kind: 'roadmap'
  title: string | null
  period: { from: string; to: string } | null
  approval: { text: string | null; number: string | null; date: string | null; annex: string | null } | null
  columns: string[]
  sections: ExpectedSection[]
  warnings: unknown[]
  unrecognised: unknown[]
}

interface ExpectedSection {
  n: string | null
  title: string | null
  items: ExpectedItem[]
}

interface ExpectedItem {
  n: number | string | null
  title: string | null
  parts: { title: string; due: ExpectedDue[] }[]
  due: ExpectedDue[]
  executors: string[]
  document: string | null
  results: string | null
  cells: Record<string, string>
}

export function scoreRoadmap(got: RoadmapPaper, expected: RoadmapPaper): ScoreEntry[] {
  const score = new Score()
  score.text('title', 'title', got.title, expected.title)
  const period = (paper: RoadmapPaper): string => `${paper.period?.from ?? null}…${paper.period?.to ?? null}`
  score.add('period', 'period', period(got), period(expected), period(got) === period(expected))
  scoreApproval(score, got.approval, expected.approval)
  score.list('columns', 'columns', got.columns, expected.columns, sameText)
  const sections = aligned(got.sections, expected.sections, sectionText, sectionText)
  for (const { got: found, expected: section, index } of sections.pairs) {
    const path = `sections[${index}]`
    score.text('sections.n', `${path}.n`, found?.n ?? null, section.n)
    score.text('sections.title', `${path}.title`, found?.title ?? null, section.title)
    scoreItems(score, path, found?.items ?? [], section.items)
  }
  for (const extra of sections.extra) score.add('sections.title', 'sections[+]', extra.title, null, false)
  const codes = (warnings: unknown[]): string[] => warnings.map(codeOf)
  score.list('warnings', 'warnings', codes(got.warnings), codes(expected.warnings), sameText)
  return score.entries
}

/** Sections are known by their titles and by what stands in them. */
const sectionText = ({ title, items }: ExpectedSection): string =>
  [title ?? '', ...items.slice(0, 3).map((item) => item.title ?? '')].join(' ')

const codeOf = (warning: unknown): string =>
  typeof warning === 'string' ? warning : String((warning as { code?: unknown }).code)

function scoreApproval(score: Score, got: RoadmapPaper['approval'], expected: RoadmapPaper['approval']): void {
  // The words are scored softly: where a stamp ends, authors differ.
  const text = expected?.text ?? null
  const held = got?.text === text || holds(got?.text ?? null, text)
  score.add('approval.text', 'approval.text', got?.text ?? null, text, held)
  for (const field of ['number', 'date', 'annex'] as const) {
    score.text(`approval.${field}`, `approval.${field}`, got?.[field] ?? null, expected?.[field] ?? null)
  }
}

function scoreItems(score: Score, path: string, got: readonly ExpectedItem[], expected: readonly ExpectedItem[]): void {
  const items = aligned(got, expected, itemText, itemText)
  for (const { got: found, expected: item, index } of items.pairs) {
    const at = `${path}.items[${index}]`
    const n = (one: ExpectedItem | null): string | null => (one === null || one.n === null ? null : String(one.n))
    score.add('items.n', `${at}.n`, n(found), item.n === ANY ? ANY : n(item), n(found) === n(item))
    score.text('items.title', `${at}.title`, found?.title ?? null, item.title)
    score.dues('items.due', `${at}.due`, found?.due ?? [], item.due)
    score.list('items.executors', `${at}.executors`, found?.executors ?? [], item.executors, sameText)
    score.text('items.document', `${at}.document`, found?.document ?? null, item.document)
    score.text('items.results', `${at}.results`, found?.results ?? null, item.results)
    scoreParts(score, at, found?.parts ?? [], item.parts)
    scoreCells(score, at, found?.cells ?? {}, item.cells)
  }
  for (const extra of items.extra) score.add('items.title', `${path}.items[+]`, extra.title, null, false)
}

const itemText = ({ title, parts }: ExpectedItem): string => [title ?? '', ...parts.map((part) => part.title)].join(' ')

function scoreParts(score: Score, at: string, got: ExpectedItem['parts'], expected: ExpectedItem['parts']): void {
  for (const [index, part] of expected.entries()) {
    score.text('parts.title', `${at}.parts[${index}]`, got[index]?.title ?? null, part.title)
    score.dues('parts.due', `${at}.parts[${index}].due`, got[index]?.due ?? [], part.due)
  }
  for (const extra of got.slice(expected.length)) score.add('parts.title', `${at}.parts[+]`, extra.title, null, false)
  if (got.length === 0 && expected.length === 0) score.add('parts.title', `${at}.parts`, '', '', true)
}

function scoreCells(
  score: Score,
  at: string,
  got: Readonly<Record<string, string>>,
  expected: Readonly<Record<string, string>>,
): void {
  for (const [heading, text] of Object.entries(expected)) {
    score.text('items.cells', `${at}.cells.${heading}`, got[heading] ?? null, text)
  }
  for (const [heading, text] of Object.entries(got)) {
    if (expected[heading] === undefined) score.add('items.cells', `${at}.cells.${heading}`, text, null, false)
  }
}
