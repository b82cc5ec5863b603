import { type FoundDue, resolveAtoms, type Source, scanAtoms } from './atoms'
import { bracketGroups, closesSentence, sentenceOf, sentenceStarts } from './context'
import type { Due, DueContext } from './due'
import { fieldDues, LABEL, wholeDues } from './field'

interface Stretch {
  start: number
  end: number
}

const overlaps = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end

/**
 * Dues in the running text of a decision: after the word «Срок:», in brackets, or bare. Years of what is spoken about
 * («план на 2023-2024 учебный год», «за 2024 год», «(2016-2018г.)») are not dues.
 */
export function sentenceDues(source: Source, ctx: DueContext): Due[] {
  const named = labels(source)
  const groups = bracketGroups(source.prepared)
  const labelled = [
    ...named,
    ...dashed(source, ctx).filter((dash) => ![...named, ...groups].some((other) => overlaps(other, dash))),
  ]
  const dues: Due[] = labelled.flatMap(({ start, end }) => fieldDues(source, start, end, ctx))

  for (const group of groups) {
    if (labelled.some((label) => overlaps(label, group))) continue
    dues.push(...bracketDues(source, group, ctx))
  }

  const starts = sentenceStarts(source)
  const decided = new Set(dues.map(({ range }) => sentenceOf(starts, range[0])))
  const bare = openStretches(source.prepared.length, [...labelled, ...groups])
    .flatMap(({ start, end }) => resolveAtoms(source, scanAtoms(source, start, end), ctx))
    .filter((found) => trusted(source, found, ctx))
    .filter(
      ({ due, strength }) =>
        strength === 'sure' || !decided.has(sentenceOf(starts, due.range[0])) || ownClause(source, dues, due, strength),
    )
    // «утвердить на следующем заседании (январь 2025 года)»: the bracket says when that is.
    .filter(({ due }) => !isUndated(due) || !decided.has(sentenceOf(starts, due.range[0])))
  const surer = bare.filter(({ strength }) => strength !== 'moment' && strength !== 'day')
  const chosen = surer.length > 0 || dues.length > 0 ? surer : bare
  return [...dues, ...chosen.map(({ due }) => due)].sort((a, b) => a.range[0] - b.range[0])
}

const isUndated = ({ from, to, recurrence, text }: Due): boolean =>
  from === null && to === null && recurrence === null && /^(?:на|до|ко?)\s+(?:следующ|очередн|ближайш)/iu.test(text)

/** «…(июль 2022 года), сведения подавать 1 раз в неделю»: how often, said of another thing after the bracket. */
function ownClause(source: Source, dues: readonly Due[], due: Due, strength: FoundDue['strength']): boolean {
  if (strength !== 'adverb') return false
  const last = dues.reduce((end, { range }) => (range[1] <= due.range[0] ? Math.max(end, range[1]) : end), -1)
  return (
    last >= 0 &&
    dues.every(({ range }) => range[1] <= due.range[0]) &&
    /^[^,;]*\),\s/u.test(source.text.slice(last, due.range[0])) &&
    closesSentence(source, due.range[1])
  )
}

const LABELLED = new RegExp(`(?<!\\p{L})${LABEL} *(?::|-) *`, 'gu')
const STOP = /[;\n]|[.!?]\s+(?=[\p{Lu}«"])|(?:[Оо]тветственн|[Оо]тв\.|[Ии]сполнител|Контроль)/u

/** The words after «Срок:» up to the end of the sentence, of the bracket, to the responsible, or to the next «Срок:». */
function labels(source: Source): Stretch[] {
  const matches = [...source.prepared.matchAll(LABELLED)]
  return matches.flatMap((match, index) => {
    const start = (match.index ?? 0) + match[0].length
    const rest = source.text.slice(start, matches[index + 1]?.index)
    const stop = STOP.exec(rest)
    // The full stop itself may belong to «г.»; `withoutTail` decides.
    const sentenceEnd = stop ? stop.index + (stop[0].startsWith('.') ? 1 : 0) : rest.length
    const end = withoutTail(source.prepared, start, start + Math.min(sentenceEnd, closingBracket(rest)))
    return source.text.slice(start, end).trim() === '' ? [] : [{ start, end }]
  })
}

/** «организовать выезд – октябрь, ноябрь.»: after a dash a due and nothing else, up to the end of the sentence. */
function dashed(source: Source, ctx: DueContext): Stretch[] {
  return [...source.prepared.matchAll(/ - (?=\p{L}|\d)/gu)].flatMap((match) => {
    const start = match.index + match[0].length
    const rest = source.text.slice(start, start + 80)
    const stop = STOP.exec(rest)
    if (stop === null && start + 80 < source.text.length) return []
    const end = withoutTail(
      source.prepared,
      start,
      start + (stop ? stop.index + (stop[0].startsWith('.') ? 1 : 0) : rest.length),
    )
    // Two ends of a range are not a thing and its срок.
    const before = source.prepared.slice(Math.max(0, match.index - 24), match.index)
    if (
      /(?:\d|[ivx]|год|года|г\.)$/u.test(before) ||
      scanAtoms(source, Math.max(0, match.index - 24), match.index).some((atom) => atom.end === match.index)
    )
      return []
    return wholeDues(source, start, end, ctx) ? [{ start, end }] : []
  })
}

/** Where a bracket closes that was opened before the text. */
function closingBracket(text: string): number {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (char === '(') depth += 1
    else if (char === ')') depth -= 1
    if (depth < 0) return at
  }
  return text.length
}

/** Drops the full stop of the sentence and loose commas, but not the dot of «г.». */
function withoutTail(prepared: string, start: number, end: number): number {
  let last = end
  while (last > start && /[ ,.]/u.test(prepared.charAt(last - 1))) {
    if (prepared.charAt(last - 1) === '.' && /(?:^|[^\p{L}])г{1,2}$/u.test(prepared.slice(start, last - 1))) break
    last -= 1
  }
  return last
}

function openStretches(length: number, taken: readonly Stretch[]): Stretch[] {
  const open: Stretch[] = []
  let at = 0
  for (const { start, end } of [...taken].sort((a, b) => a.start - b.start)) {
    if (start > at) open.push({ start: at, end: start })
    at = Math.max(at, end)
  }
  if (at < length) open.push({ start: at, end: length })
  return open
}

function bracketDues(source: Source, group: Stretch, ctx: DueContext): Due[] {
  const inner = { start: group.start + 1, end: group.end - (source.prepared.charAt(group.end - 1) === ')' ? 1 : 0) }
  const last = closesSentence(source, group.end)
  const whole = wholeDues(source, inner.start, inner.end, ctx)
  if (whole) return whole.filter((found) => fitsBracket(source, group, found, last, ctx)).map(({ due }) => due)
  // «(постоянно, отчёт – до 1 июня 2024 года)», «(май 2024 года, отв. Иванова И.И.)»
  return resolveAtoms(source, scanAtoms(source, inner.start, inner.end), ctx)
    .filter((found) => {
      if (found.strength === 'sure' || found.strength === 'period') return trusted(source, found, ctx)
      return fillsPart(source, inner, found.due) && last && fitsBracket(source, group, found, last, ctx)
    })
    .map(({ due }) => due)
}

/** Whether the due stands between commas (or dashes) by itself. */
function fillsPart(source: Source, inner: Stretch, due: Due): boolean {
  const before = source.prepared.slice(inner.start, due.range[0])
  const after = source.prepared.slice(due.range[1], inner.end)
  // «(рейды 1 раз в четверть)»: what repeats may follow its thing directly.
  return (due.recurrence !== null || /(?:^|[,;]|[:-]) *$/u.test(before)) && /^ *(?:$|[,;])/u.test(after)
}

/** Words before a bracket with years alone that say the years belong to the thing named, not to the task. */
const ABOUT_A_THING =
  /план|программ|концепц|отчет|анализ|итог|график|списа|фонд|учебник|литератур|издан|выпуск|период|положени/u
const HOLIDAY = /(?<!\p{L})(?:день|дня|дню|днем|юбиле|годовщин|рожден|праздник)/u

function fitsBracket(source: Source, group: Stretch, found: FoundDue, last: boolean, ctx: DueContext): boolean {
  const { due, strength } = found
  const past = (due.to ?? due.from ?? ctx.date) < ctx.date
  const before =
    source.prepared
      .slice(0, group.start)
      .split(/[.;!?]/u)
      .at(-1) ?? ''
  if (strength === 'sure' || strength === 'adverb') return true
  // «(при необходимости)» is a condition, not a срок.
  if (due.recurrence === 'on-change') return false
  if (strength === 'year') {
    const words = before.trim().split(/ +/u).slice(-5).join(' ')
    return last && !past && !/^на /u.test(source.prepared.slice(...due.range)) && !ABOUT_A_THING.test(words)
  }
  if (strength === 'day' && !found.explicitYear && HOLIDAY.test(before)) return false
  return last || !past
}

/** «изданных до 2018 г.», «принятых до 1 сентября»: a past participle says what happened by then. */
const PARTICIPLE = /(?:нн|т|вш|м|ш)(?:ых|ые|ого|ый|ая|ую|ой|их|ие|ий|его|ей|ому|ему|ыми|ими|ым|им|ое|ее)$/u
const NOT_A_DAY = /(?:^|[^\p{L}])(?:от|на|за|из|с|по|состоянию|ред|протокол|приказ)\.? *$|[№(] *$|[^ ]-$/u

/** Whether a due found bare is one, by its form and by what stands around it. */
function trusted(source: Source, found: FoundDue, ctx: DueContext): boolean {
  const { due, strength } = found
  const before = source.prepared.slice(0, due.range[0])
  const past = (due.to ?? due.from ?? ctx.date) < ctx.date
  switch (strength) {
    case 'sure':
      return !(past && PARTICIPLE.test(before.trim()))
    case 'adverb':
      return true
    case 'period':
    case 'moment':
      return !past
    case 'day':
      // The meeting's own date is that of the paper.
      return (
        !past &&
        due.to !== ctx.date &&
        !NOT_A_DAY.test(before) &&
        !/[«“„] *$|(?:^|\s)" *$/u.test(source.text.slice(0, due.range[0])) &&
        (found.explicitYear || !HOLIDAY.test(before.slice(-60)))
      )
    case 'bare':
    case 'year':
      return false
  }
}
