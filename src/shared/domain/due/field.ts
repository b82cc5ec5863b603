import { type Atom, cut, type FoundDue, resolveAtoms, type Source, scanAtoms } from './atoms'
import type { Due, DueContext } from './due'

/** «Срок:», «Сроки исполнения –», «срок до …» at the beginning. */
export const LABEL =
  'срок(?:и|а)?(?: +(?:исполнения|выполнения|реализации|проведения|предоставления|представления|сдачи|подачи|направления|действия))?'

const FILLER = /^(?:[ ,;/.:]|и(?!\p{L})|а также|соответственно|включительно|далее|затем|потом|в дальнейшем|весь год)*$/u

/** Where the due begins after a label and white space. */
export function skipLabel(source: Source, from: number, to: number): number {
  const label = new RegExp(`^ *${LABEL}(?!\\p{L}) *[:-]? *`, 'u').exec(source.prepared.slice(from, to))
  const skipped = from + (label?.[0].length ?? 0)
  return skipped < to ? skipped : from
}

/** Dues of a stretch of text that consists of nothing else; null if it has other words. */
export function wholeDues(source: Source, from: number, to: number, ctx: DueContext): FoundDue[] | null {
  const start = skipLabel(source, from, to)
  const atoms = scanAtoms(source, start, to)
  return atoms.length > 0 && gaps(source, atoms, start, to).every((gap) => FILLER.test(gap))
    ? resolveAtoms(source, atoms, ctx)
    : null
}

function gaps(source: Source, atoms: readonly Atom[], from: number, to: number): string[] {
  const starts = [...atoms.map((atom) => atom.start), to]
  const ends = [from, ...atoms.map((atom) => atom.end)]
  return starts.map((start, index) => source.prepared.slice(ends[index], start))
}

/**
 * Dues of a text typed or standing as a срок. Its words are all kept: a part between commas that holds one due becomes
 * that due's text, a part that holds none becomes a due without dates; what names the responsible is left out.
 */
export function fieldDues(source: Source, from: number, to: number, ctx: DueContext): Due[] {
  const whole = wholeDues(source, from, to, ctx)
  if (whole) return whole.map(({ due }) => due)
  const start = skipLabel(source, from, to)
  const atoms = scanAtoms(source, start, to)
  if (atoms.length === 0) return unknownWords(source, start, to)
  const resolved = resolveAtoms(source, atoms, ctx).map(({ due }) => due)
  return parts(source, start, to, resolved).flatMap(([partStart, partEnd]) => {
    const inside = resolved.filter(({ range }) => range[0] >= partStart && range[1] <= partEnd)
    const words = cut(source, partStart, partEnd)
    const [only] = inside
    if (only && inside.length === 1) return [{ ...only, ...words }]
    if (inside.length > 1) return inside
    return unknownWords(source, partStart, partEnd)
  })
}

/** Words that say nothing a date can be made of, kept as a due without dates. */
function unknownWords(source: Source, from: number, to: number): Due[] {
  const words = cut(source, from, to)
  return isSilent(source.prepared.slice(...words.range)) ? [] : [{ ...words, from: null, to: null, recurrence: null }]
}

/** The stretches between commas, semicolons and line ends; separators inside a due or inside brackets do not count. */
function parts(source: Source, from: number, to: number, dues: readonly Due[]): [number, number][] {
  const found: [number, number][] = []
  let start = from
  let depth = 0
  for (let at = from; at < to; at += 1) {
    const char = source.text.charAt(at)
    if (char === '(') depth += 1
    if (char === ')') depth -= 1
    if (depth > 0 || !/[,;\n]/u.test(char)) continue
    if (dues.some(({ range }) => at >= range[0] && at < range[1])) continue
    found.push([start, at])
    start = at + 1
  }
  found.push([start, to])
  return found
}

/** Nothing was said of the day: no letter or digit, «нет», the hour, or the name of the responsible. */
function isSilent(prepared: string): boolean {
  return (
    !/[\p{L}\p{N}]/u.test(prepared) ||
    /^(?:нет|отв(?:\.|етств)|исполнител|контроль|соответственно\.?$|(?:в )?\d{1,2}[-:.]\d{2}(?: *ч\.?)?$)/u.test(
      prepared,
    )
  )
}
