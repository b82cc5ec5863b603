import { FIRST_LINE_MM, type ListDefinition, type Paper, type Paragraph } from './model'

/** The printed number of every numbered paragraph («1.», «1.2.»), counted as Word counts: for HTML, where nobody else does. */
export function listNumbers(paper: Paper): Map<Paragraph, string> {
  const definitions = new Map(paper.lists.map((list) => [list.id, list]))
  const counters = new Map<string, number[]>()
  const numbers = new Map<Paragraph, string>()
  for (const paragraph of paragraphsOf(paper)) {
    if (paragraph.number === undefined) continue
    const { list, level } = paragraph.number
    const definition = definitions.get(list)
    if (definition === undefined) throw new Error(`paragraph of an undeclared list: ${list}`)
    const counter = counters.get(list) ?? []
    counters.set(list, counter)
    numbers.set(paragraph, advance(definition, counter, level))
  }
  return numbers
}

/** Counts one paragraph of the level: deeper levels start again, levels above not yet seen stand at their start. */
function advance(definition: ListDefinition, counter: number[], level: number): string {
  for (let above = 0; above < level; above++) counter[above] ??= definition.levels[above]?.start ?? 1
  const last = counter[level]
  counter[level] = last === undefined ? (definition.levels[level]?.start ?? 1) : last + 1
  counter.length = level + 1
  const pattern = definition.levels[level]?.pattern ?? '%1.'
  return pattern.replace(/%(\d)/g, (_, place: string) => String(counter[Number(place) - 1] ?? 1))
}

/** Widths of a figure and of a full stop in Times New Roman, in ems, and the least gap after a number. */
const FIGURE_EM = 0.5
const STOP_EM = 0.25
const GAP_MM = 2.2
const MM_PER_PT = 25.4 / 72

/**
 * Where the text of a numbered paragraph begins, in mm from the left margin, per list and level: behind the widest
 * number of that level, so that the texts of one list stand under each other.
 */
export function numberTabs(paper: Paper): (list: string, level: number) => number {
  const widest = new Map<string, number>()
  for (const [paragraph, number] of listNumbers(paper)) {
    const key = `${paragraph.number?.list} ${paragraph.number?.level}`
    widest.set(key, Math.max(widest.get(key) ?? 0, widthMm(number, paper.textPt)))
  }
  return (list, level) => FIRST_LINE_MM + (widest.get(`${list} ${level}`) ?? widthMm('1.', paper.textPt)) + GAP_MM
}

function widthMm(number: string, pt: number): number {
  const ems = [...number].reduce((sum, sign) => sum + (sign === '.' ? STOP_EM : FIGURE_EM), 0)
  return ems * pt * MM_PER_PT
}

/** Every paragraph of the paper in reading order, those in tables too. */
export function* paragraphsOf(paper: Paper): Generator<Paragraph> {
  for (const block of paper.blocks) {
    if (block.kind === 'paragraph') yield block
    if (block.kind !== 'table') continue
    for (const row of [...block.headRows, ...block.rows]) for (const cell of row.cells) yield* cell.blocks
  }
}
