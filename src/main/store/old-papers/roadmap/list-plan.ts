import { besideIn, dueAmong } from './beside'
import { type DueYears, isDue, isDueLike } from './dues'
import { executorsOf, type Known } from './executors'
import type { FoundItem, FoundSection } from './found'
import type { SeenLine } from './grid'
import { emptyFilling, type Filling, fill, startsWithLabel } from './list-labels'
import { bulletOf, DAY_FIRST, isTimeHeading, lineKinds, numberOfLine } from './list-lines'
import { type Timed, timed } from './parts'
import { sectionOf, untitled } from './sections'
import { joined, NO_WORDS, part, tailOf, trimmed, type Words, withoutEnd } from './words'

/** A plan written as lines: «Сентябрь: 1. … Отв.: … Срок: …». */

export interface ListYield {
  /** Labels and numbers. */
  known: Words[]
  closing: Words[]
}

interface Open extends Filling {
  number: string
  numberWords: Words
  /** How it began: what begins so again is the next one. */
  by: 'number' | 'bullet' | 'line'
}

/** Reads lines from the first section or item on. */
export function readList(
  lines: readonly SeenLine[],
  sections: FoundSection[],
  years: DueYears,
  known: Known,
): ListYield {
  const found: ListYield = { known: [], closing: [] }
  const kinds = lineKinds(lines, years)
  const lastCounted = kinds.findLastIndex((kind) => kind === 'item' || kind === 'section')
  let open: Open | null = null
  let blank = false
  let ended = false
  let under = 0
  const close = (): void => {
    if (!open) return
    if (sections.length === 0) sections.push(untitled())
    sections.at(-1)?.items.push(itemOf(open, years, known))
    open = null
  }
  const begin = (line: SeenLine, by: Open['by']): void => {
    close()
    ended = false
    open = opened(line, by, years)
    found.known.push(...fill(open, inner(line, open.numberWords), years))
  }
  lines.forEach((line, at) => {
    const kind = kinds[at]
    const { text } = line.words
    const last = sections.at(-1)
    const current: Open | null = open
    if (kind === 'blank') {
      blank = true
      return
    }
    if (kind === 'section') {
      close()
      under = 0
      sections.push(sectionOf(withoutEnd(line.words, /\s*:$/u), line.label, years))
      ended = false
    } else if (kind === 'item') begin(line, 'number')
    else if (kind === 'bullet' && current?.by !== 'number') begin(line, 'bullet')
    else if (
      ended ||
      (blank && (endsPlan(text) || (at > lastCounted && isAfterAll(current, text)))) ||
      (!current && !last)
    ) {
      close()
      ended = true
      found.closing.push(line.words)
    } else if (!current && last && last.items.length === 0 && under < MOST_UNDER && !isBareItem(line, last, years)) {
      under += 1
      // «Тема: …» under the name of a meeting, before its first question.
      last.title = joined([last.title, line.words], '\n')
      last.whole = joined([last.whole, line.words], '\n')
    } else if ((!current || current.by === 'line') && last && isBareItem(line, last, years)) begin(line, 'line')
    else if (current) found.known.push(...fill(current, line, years))
    else found.closing.push(line.words)
    blank = false
  })
  close()
  return found
}

/** Lines between the name of a meeting and its first question. */
const MOST_UNDER = 8

/** Under a month the lines themselves may be what is done. */
const isBareItem = ({ words }: SeenLine, section: FoundSection, years: DueYears): boolean =>
  isTimeHeading(section.title.text, years) &&
  /^[\p{Lu}«"\d]/u.test(words.text) &&
  !/^(?:тема|цель|место|форма)(?!\p{L})/iu.test(words.text)

const SIGNED =
  /^(?:руководител|директор|методист|составил|исп\.|исполнител|председател|секретар|начальник|зав|главный|ведущий|педагог|библиотекарь|с планом|примечани|приложени|подпись)/iu

/** A signature, or whatever else stands under the plan. */
const endsPlan = (text: string): boolean => SIGNED.test(text) || /_{3,}|\s{4,}\p{Lu}\.\s?\p{Lu}/u.test(text)

/** Words after a blank line under the last item, which has said who or when: they are not of it. */
const isAfterAll = (last: Open | null, text: string): boolean =>
  last !== null && last.by === 'number' && last.field !== 'title' && /^\p{Lu}/u.test(text) && !startsWithLabel(text)

function opened(line: SeenLine, by: Open['by'], years: DueYears): Open {
  const numbered = by === 'number' ? numberOfLine(line, years) : null
  const length = numbered ? numbered.length : by === 'bullet' ? (bulletOf(line) ?? 0) : 0
  return {
    ...emptyFilling(),
    number: numbered?.number ?? '',
    numberWords: length > 0 ? part(line.words, 0, length) : NO_WORDS,
    by,
  }
}

const inner = (line: SeenLine, number: Words): SeenLine =>
  number.text === '' ? line : { ...line, words: trimmed(part(line.words, number.text.length)) }

/** Lines of a text that is broken at the edge of the page, put together; lists keep their lines. */
function paragraphsOf(lines: readonly SeenLine[]): SeenLine[] {
  const runs: { line: SeenLine; words: Words[] }[] = []
  for (const line of lines) {
    const run = runs.at(-1)
    if (run && bulletOf(line) === null) run.words.push(line.words)
    else runs.push({ line, words: [line.words] })
  }
  return runs.map(({ line, words }) => ({ ...line, words: joined(words, ' ') }))
}

const text = (lines: readonly SeenLine[]): Words =>
  joined(
    paragraphsOf(lines).map(({ words }) => words),
    '\n',
  )

function itemOf({ number, numberWords, fields: given }: Open, years: DueYears, known: Known): FoundItem {
  const fields = withBeside(given, years)
  const due = paragraphsOf(fields.due).map((line) => ({ ...line, words: withoutEnd(line.words, /(?<!г)[.;,]$/u) }))
  const title = paragraphsOf(fields.title).map((line) => ({
    ...line,
    words: withoutEnd(line.words, /(?<!(?:^|[^\p{L}])\p{L}{1,2})\.$/u),
  }))
  const read = (due.length === 0 ? dueBeside(title, years) : null) ?? timed(title, due, years)
  return {
    number,
    numberWords,
    title: read.title,
    parts: read.parts,
    due: read.due.text === '' ? [] : [read.due],
    executors: [
      ...executorsOf(paragraphsOf(fields.executors), known).map((words) => ({ role: 'main' as const, words })),
      ...executorsOf(paragraphsOf(fields.coExecutors), known).map((words) => ({ role: 'co' as const, words })),
    ],
    document: text(fields.document),
    results: text(fields.results),
    cells: [],
  }
}

/** The fields with a срок that no label names taken from the executors, or both from the title. */
function withBeside(fields: Filling['fields'], years: DueYears): Filling['fields'] {
  const [named] = fields.executors
  const [titled] = fields.title
  if (fields.due.length > 0) return fields
  if (named && fields.executors.length === 1) {
    const among = dueAmong(named.words, years)
    return among
      ? { ...fields, due: [{ ...named, words: among.due }], executors: [{ ...named, words: among.executors }] }
      : fields
  }
  const beside = titled && fields.title.length === 1 && !named ? besideIn(titled.words, years) : null
  if (!titled || !beside) return fields
  const at = (words: Words): SeenLine[] => [{ ...titled, words }]
  return { ...fields, title: at(beside.title), due: at(beside.due), executors: at(beside.executors) }
}

/** «15 октября – семинар …», «Семинар … (октябрь)», «Неделя книги – март»: the срок before or after what is done. */
function dueBeside(title: readonly SeenLine[], years: DueYears): Timed | null {
  const [line] = title
  if (!line || title.length > 1) return null
  const { words } = line
  const day = DAY_FIRST.exec(words.text)
  if (day?.[1] && isDue(day[1], years)) {
    return { title: trimmed(part(words, day[0].length)), parts: [], due: trimmed(part(words, 0, day[1].length)) }
  }
  const brackets = /\(([^()]{3,60})\)[.;]?$/u.exec(tailOf(words.text))
  if (brackets?.[1]) {
    const at = words.text.lastIndexOf('(') + 1
    const due = part(words, at, at + brackets[1].length)
    if (isDueLike(due.text, years)) return { title: trimmed(part(words, 0, at - 1)), parts: [], due }
  }
  const tail = /\s+[–—-]\s+((?:до\s+)?[\p{L}\d][^–—]{2,30}(?:[-–—][^–—]{2,20})?)$/u.exec(tailOf(words.text))
  if (!tail?.[1] || !isDue(tail[1], years)) return null
  return {
    title: trimmed(part(words, 0, words.text.length - tail[0].length)),
    parts: [],
    due: part(words, words.text.length - tail[1].length),
  }
}
