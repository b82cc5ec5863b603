import { type DueYears, isDue, isDueLike, isWeekday } from './dues'
import { isBlank, isEndless, type SeenLine } from './grid'
import { joined, NO_WORDS, part, plain, split, tailOf, trimmed, type Words, withoutEnd, withoutStart } from './words'

/** A sub-event with the words of its own срок. */
export interface FoundPart {
  title: Words
  due: Words
  /** What names it in the column of the срок, where the title names it more fully. */
  label: Words
}

/** What the cells of an item say of what is done and when. */
export interface Timed {
  title: Words
  parts: FoundPart[]
  /** The срок of all of it; empty where every part has its own. */
  due: Words
}

const BULLET = /^(?:[-–—−•*·▪➢✓]|\d{1,2}[.)]|\p{Ll}\))\s*/u
const TAIL = /[\s;,.]+$/u

/** Reads a title cell beside its срок: sub-events with dues of their own, or one thing with one срок. */
export function timed(titles: readonly SeenLine[], dues: readonly SeenLine[], years: DueYears): Timed {
  if (isEndless(titles) || isEndless(dues))
    return { title: joined(linesOf(titles), '\n'), parts: [], due: joined(linesOf(dues), '\n') }
  const title = linesOf(titles)
  const due = withWeekdays(linesOf(dues))
  const own = { title: joined(title, '\n'), parts: [], due: joined(due, '\n') }
  return (
    labelled(title, due, years) ??
    aligned(titles, dues, years) ??
    (due.length === 0 ? inside(title, years) : null) ??
    own
  )
}

const linesOf = (lines: readonly SeenLine[]): Words[] =>
  lines.filter((line) => !isBlank(line)).map(({ words }) => words)

/** «24 марта,» and under it «понедельник»: one day. */
function withWeekdays(lines: readonly Words[]): Words[] {
  const days: Words[] = []
  for (const line of lines) {
    const day = days.at(-1)
    if (day && isWeekday(line.text) && /\d/u.test(day.text)) days[days.length - 1] = joined([day, line], ' ')
    else days.push(line)
  }
  return days
}

/** The title of a part without bullet and stop. */
export const partTitle = (words: Words): Words => withoutEnd(withoutStart(words, BULLET), /[\s;,]+$/u)

/** Lines of the срок, put together where one goes on in the next: «ноябрь 2024 –» «март 2025». */
function dueUnits(lines: readonly SeenLine[], years: DueYears): Words[] {
  const units: Words[] = []
  let blank = true
  for (const line of lines) {
    const previous = units.at(-1)
    if (isBlank(line)) blank = true
    else if (
      previous &&
      !blank &&
      (isWeekday(line.words.text) || !(isDueLike(bare(previous), years) && isDueLike(bare(line.words), years)))
    ) {
      units[units.length - 1] = joined([previous, line.words], ' ')
    } else {
      units.push(line.words)
      blank = false
    }
  }
  return units
}

const bare = ({ text }: Words): string => text.replace(TAIL, '')

/** Parts that stand beside their dues, by paragraphs or by blank lines. */
function aligned(titles: readonly SeenLine[], dues: readonly SeenLine[], years: DueYears): Timed | null {
  const units = dueUnits(dues, years)
  if (units.length < 2 || !units.every((unit) => isDueLike(bare(unit), years))) return null
  for (const titled of [blocks(titles), paragraphs(titles)]) {
    const intro = titled.length - units.length
    if (intro !== 0 && intro !== 1) continue
    if (intro === 0 && /:$/u.test(titled[0]?.text ?? '')) continue
    const parts = units.map((due, index) => ({
      title: partTitle(titled[index + intro] ?? due),
      due: withoutEnd(due, /[\s;,]+$/u),
      label: NO_WORDS,
    }))
    return { title: intro === 1 ? (titled[0] ?? NO_WORDS) : NO_WORDS, parts, due: NO_WORDS }
  }
  return null
}

/** What blank lines part. */
function blocks(lines: readonly SeenLine[]): Words[] {
  const found: Words[][] = [[]]
  for (const line of lines) {
    if (isBlank(line)) found.push([])
    else found.at(-1)?.push(line.words)
  }
  return found.filter((block) => block.length > 0).map((block) => joined(block, '\n'))
}

/** Lines, one that goes on the line before taken with it. */
function paragraphs(lines: readonly SeenLine[]): Words[] {
  const found: Words[] = []
  for (const line of lines) {
    const previous = found.at(-1)
    if (isBlank(line)) continue
    const { text } = line.words
    const goesOn = /^(?:\p{Ll}|\()/u.test(text) && !line.label && previous && !/[;:.!?]$/u.test(previous.text)
    if (previous && goesOn && !ofOneList(found, lines)) found[found.length - 1] = joined([previous, line.words], '\n')
    else found.push(line.words)
  }
  return found
}

/** After «конкурсов и акций:» lines with small letters are a list, each by itself. */
const ofOneList = (found: readonly Words[], lines: readonly SeenLine[]): boolean =>
  /:$/u.test(found[0]?.text ?? '') &&
  lines
    .filter((line) => !isBlank(line) && line.words.text !== found[0]?.text)
    .every(({ words }) => /^\p{Ll}/u.test(words.text))

const IN_BRACKETS = /\S\s*\([^()]+\)$/u

/** «регистрация команд – до 5 сентября», «финал (24 октября)»: the words and their own срок. */
function withOwnDue(words: Words, years: DueYears): FoundPart | null {
  const line = withoutEnd(words, TAIL_STOP)
  for (const [at, after] of cuts(line.text)) {
    const due = trimmed(part(line, after.from, after.to))
    if (!isDue(due.text, years)) continue
    const title = partTitle(trimmed(part(line, 0, at)))
    if (title.text !== '' && !isDue(title.text, years)) return { title, due, label: NO_WORDS }
  }
  return null
}

/** The срок a line ends with, after a dash or in brackets, or is. */
export function endingDue(words: Words, years: DueYears): Words | null {
  const line = withoutEnd(words, TAIL_STOP)
  return isDue(line.text, years) ? line : (withOwnDue(line, years)?.due ?? null)
}

const TAIL_STOP = /(?:[\s;,]|(?<!г)\.)+$/u

/** Where a line may be cut before its срок: at the brackets that end it, at its dashes from the first to the last. */
function cuts(text: string): [number, { from: number; to: number }][] {
  const found: [number, { from: number; to: number }][] = []
  const brackets = IN_BRACKETS.exec(tailOf(text))
  if (brackets) found.push([text.lastIndexOf('('), { from: text.lastIndexOf('(') + 1, to: text.length - 1 }])
  const dashes = [...text.matchAll(/\s[-–—−]\s*|(?<=\S)[–—−]\s+|:\s+/gu)].slice(-4)
  for (const dash of dashes) found.push([dash.index, { from: dash.index + dash[0].length, to: text.length }])
  return found
}

/** Sub-events written with their dues in the cell of the title: a list after a colon. */
function inside(title: readonly Words[], years: DueYears): Timed | null {
  const segments = title.flatMap((line) => split(line, /;\s*(?=\S)|(?<=:)\s+(?=[-–—•])/gu))
  const found = segments.map((segment) => withOwnDue(segment, years))
  const first = found.findIndex((given) => given !== null)
  const parts = found.slice(first).filter((given) => given !== null)
  // Every line of the list has its own, or it is no list of sub-events.
  if (first < 0 || parts.length < 2 || parts.length !== found.length - first) return inPairs(segments, years)
  return { title: joined(segments.slice(0, first), '\n'), parts, due: NO_WORDS }
}

/** A table inside the cell, its cells one under another: the sub-event and its срок by turns, under a line or two. */
function inPairs(segments: readonly Words[], years: DueYears): Timed | null {
  for (let intro = 0; intro <= MOST_INTRO; intro += 1) {
    const rest = segments.slice(intro)
    const parts = namedDues(rest, years) ?? namedDues(turned(rest), years)
    if (parts && parts.length > 1) return { title: joined(segments.slice(0, intro), '\n'), parts, due: NO_WORDS }
  }
  return null
}

/** A line or two of what is done, and the head of the table inside. */
const MOST_INTRO = 4

/** Each two lines the other way round: the срок may stand first. */
const turned = (segments: readonly Words[]): Words[] =>
  segments.map((segment, at) => segments[at % 2 === 0 ? at + 1 : at - 1] ?? segment)

/** «школьный этап – февраль», or the name in one line and its срок in the next; null if any line is neither. */
function namedDues(segments: readonly Words[], years: DueYears): FoundPart[] | null {
  const named: FoundPart[] = []
  for (let at = 0; at < segments.length; at += 1) {
    const segment = segments[at] ?? NO_WORDS
    const next = segments[at + 1]
    const own = withOwnDue(segment, years)
    if (own) named.push(own)
    else if (next && !isDueLike(bare(segment), years) && isDueLike(bare(next), years)) {
      named.push({
        title: partTitle(withoutEnd(segment, /\s*[:–—-]+$/u)),
        due: withoutEnd(next, TAIL_STOP),
        label: NO_WORDS,
      })
      at += 1
    } else return null
  }
  return named
}

/** «1 этап – февраль» in the срок: dues that name what they are of. */
function labelled(title: readonly Words[], due: readonly Words[], years: DueYears): Timed | null {
  const named = namedDues(
    due.flatMap((line) => split(line, /;\s*(?=\S)/gu)),
    years,
  )
  if (!named || named.length < 2) return null
  // The title may name them again, more fully.
  const lines = title.slice(-named.length)
  const again =
    lines.length === named.length && lines.every(({ text }, index) => startsAlike(text, named[index]?.title.text ?? ''))
  return {
    title: joined(again ? title.slice(0, -named.length) : title, '\n'),
    parts: named.map(({ title: label, due: own }, index) =>
      again
        ? { title: partTitle(lines[index] ?? label), due: own, label }
        : { title: label, due: own, label: NO_WORDS },
    ),
    due: NO_WORDS,
  }
}

const startsAlike = (line: string, label: string): boolean =>
  plain(line.replace(BULLET, '')).startsWith(plain(label).slice(0, 12))
