import { type DueYears, isDue, isDueLike } from './dues'
import { executorsOf, type Known } from './executors'
import type { FoundItem, FoundSection } from './found'
import { isTitle } from './front'
import type { SeenLine } from './grid'
import { timed } from './parts'
import { looksNumbered, sectionOf, untitled } from './sections'
import { joined, NO_WORDS, part, trimmed, type Words, without } from './words'

/** A plan written as numbered lines: «Сентябрь: 1. … Отв.: … Срок: …». */

type Field = 'title' | 'due' | 'executors' | 'coExecutors' | 'results' | 'document'

/** Labels that begin a field, in a line of its own or inside one. */
const LABELS: readonly { field: Field; words: string }[] = [
  {
    field: 'executors',
    words:
      'отв(?:етственн(?:ый|ая|ые)(?: исполнител[ьи])?)?(?: за (?:исполнение|выполнение|проведение))?|исполнител[ьи]|проводит|организатор(?:ы)?|докладчик',
  },
  { field: 'coExecutors', words: 'соисполнител[ьи]' },
  {
    field: 'due',
    words: 'срок(?:и|а)?(?: (?:исполнения|выполнения|проведения|реализации))?|дата(?: проведения)?|время проведения',
  },
  { field: 'results', words: '(?:ожидаемый |планируемый )?результат(?:ы)?|итог' },
  { field: 'document', words: '(?:вид |итоговый )?документ|выход|форма отч[её]та' },
]
/** A label with «:» or a dash after it; in brackets too. */
const LABEL = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${LABELS.map(({ words }, index) => `(?<f${index}>${words})`).join('|')})\\s*(?:\\.\\s*[:–—-]?|:|\\s[–—-]|[–—](?=\\s))\\s*`,
  'giu',
)

const STARTS_WITH_LABEL = new RegExp(`^(?:${LABEL.source})`, 'iu')

const NUMBER = /^(\d{1,3}(?:\.\d{1,3})*)(?:[.)]\s*(?=\D)|\s+(?=\p{Lu}))/u
const BULLET = /^[-–—•*·]\s+/u

export interface ListYield {
  /** Labels and numbers. */
  known: Words[]
  closing: Words[]
}

/** Where the plan begins among lines: at its first month or other section, else at the first numbered line that is no task. */
export function listStart(lines: readonly SeenLine[], years: DueYears): number {
  const title = lines.findIndex(({ words }) => isTitle(words.text))
  const section = lines.findIndex((line, at) => at > title && isSection(line, years))
  const labels = lines.findIndex(
    ({ words }) => new RegExp(LABEL.source, 'iu').test(words.text) && !/^(?:цел|задач)/iu.test(words.text),
  )
  let item = -1
  let aims = false
  for (let at = title + 1; at < lines.length && item < 0; at += 1) {
    const text = lines[at]?.words.text ?? ''
    if (/^(?:цел|задач|направлени|основные|приоритет)\p{L}*.{0,60}:?\s*$/iu.test(text)) aims = true
    else if (aims && text === '')
      aims = NUMBER.test(lines[at + 1]?.words.text ?? '') || (lines[at + 1]?.words.text ?? '') === ''
    else if (!aims && isNumbered(lines[at])) item = at
  }
  const starts = [section, item].filter((at) => at >= 0 && (labels < 0 || at <= labels || at === section))
  return starts.length > 0 ? Math.min(...starts) : -1
}

const isNumbered = (line: SeenLine | undefined): boolean =>
  line !== undefined &&
  line.words.text !== '' &&
  (NUMBER.test(line.words.text) || /^\d{1,3}(?:\.\d{1,3})*[.)]?$/u.test(line.label))

const bare = (text: string): string => text.replace(/\s*[:.]+$/u, '')

function isSection(line: SeenLine, years: DueYears): boolean {
  const { text } = line.words
  if (text === '' || text.length > 200 || STARTS_WITH_LABEL.test(text)) return false
  if (!NUMBER.test(text) && isDue(bare(text), years)) return true
  if (looksNumbered(text)) return true
  return (line.heading || (line.bold && line.centred)) && !NUMBER.test(text)
}

interface Open {
  number: string
  numberWords: Words
  fields: Record<Field, SeenLine[]>
  field: Field
}

/** Reads lines from the first section or item on. */
export function readList(
  lines: readonly SeenLine[],
  sections: FoundSection[],
  years: DueYears,
  known: Known,
): ListYield {
  const found: ListYield = { known: [], closing: [] }
  let open: Open | null = null
  let blank = false
  let ended = false
  const close = (): void => {
    if (!open) return
    if (sections.length === 0) sections.push(untitled())
    sections.at(-1)?.items.push(itemOf(open, years, known))
    open = null
  }
  for (const line of lines) {
    const { text } = line.words
    if (text === '') {
      blank = true
      continue
    }
    if (isSection(line, years)) {
      close()
      sections.push(sectionOf(without(line.words, /\s*:$/u), line.label, years))
      ended = false
    } else if (isNumbered(line) || (BULLET.test(text) && !open)) {
      close()
      open = opened(line, found)
      ended = false
    } else if (open && !ended && !(blank && endsPlan(text))) fill(open, line, found)
    else if (!open && !ended && sections.length > 0 && !endsPlan(text)) {
      // «Тема: …» under the name of a meeting, before its first question.
      const section = sections.at(-1)
      if (section && section.items.length === 0) {
        section.title = joined([section.title, line.words], '\n')
        section.whole = joined([section.whole, line.words], '\n')
      } else found.closing.push(line.words)
    } else {
      close()
      ended = true
      found.closing.push(line.words)
    }
    blank = false
  }
  close()
  return found
}

/** A signature, or whatever else stands under the plan. */
const endsPlan = (text: string): boolean =>
  !STARTS_WITH_LABEL.test(text) &&
  (/^(?:руководител|директор|методист|составил|исп\.|исполнител|председател|секретар|начальник|зав|главный|ведущий|педагог|библиотекарь|с планом|примечани|приложени|подпись)/iu.test(
    text,
  ) ||
    /_{3,}|\s{4,}\p{Lu}\.\s?\p{Lu}/u.test(text))

function opened(line: SeenLine, found: ListYield): Open {
  const match = NUMBER.exec(line.words.text) ?? BULLET.exec(line.words.text)
  const typed = match?.[1] ?? ''
  const open: Open = {
    number: typed !== '' ? typed : line.label.replace(/[.)]+$/u, ''),
    numberWords: match ? part(line.words, 0, match[0].length) : NO_WORDS,
    fields: { title: [], due: [], executors: [], coExecutors: [], results: [], document: [] },
    field: 'title',
  }
  fill(open, { ...line, words: match ? trimmed(part(line.words, match[0].length)) : line.words }, found)
  return open
}

/** Puts a line where it belongs: on to the field that is open, or to those its labels name. */
function fill(open: Open, line: SeenLine, found: ListYield): void {
  const { words } = line
  let from = 0
  for (const match of words.text.matchAll(LABEL)) {
    const index = LABELS.findIndex((_, at) => match.groups?.[`f${at}`] !== undefined)
    const field = LABELS[index]?.field
    // Inside a sentence a label stands after a stop or bracket, or has its colon.
    const before = words.text.slice(from, match.index)
    if (!field || !(before.trim() === '' || /[.;,()]\s*$/u.test(before) || match[0].includes(':'))) continue
    add(open, line, without(trimmed(part(words, from, match.index)), /\s*[(,]$/u))
    found.known.push(part(words, match.index, match.index + match[0].length))
    open.field = field
    from = match.index + match[0].length
  }
  add(open, line, without(trimmed(part(words, from)), open.field === 'title' ? /(?!)/u : /\)\.?$/u))
}

function add(open: Open, line: SeenLine, words: Words): void {
  if (words.text !== '') open.fields[open.field].push({ ...line, words })
}

const text = (lines: readonly SeenLine[]): Words => unwrapped(lines)

/** Lines of a text that is broken at the edge of the page, put together; lists keep their lines. */
function unwrapped(lines: readonly SeenLine[]): Words {
  return joined(
    paragraphsOf(lines).map(({ words }) => words),
    '\n',
  )
}

function paragraphsOf(lines: readonly SeenLine[]): SeenLine[] {
  const found: SeenLine[] = []
  for (const line of lines) {
    const previous = found.at(-1)
    if (previous && !BULLET.test(line.words.text)) {
      const torn = /\p{L}[-‐]$/u.test(previous.words.text)
      found[found.length - 1] = { ...previous, words: joined([previous.words, line.words], torn ? '' : ' ') }
    } else found.push(line)
  }
  return found
}

function itemOf({ number, numberWords, fields }: Open, years: DueYears, known: Known): FoundItem {
  const due = paragraphsOf(fields.due).map((line) => ({ ...line, words: without(line.words, /(?<!г)\.$/u) }))
  const title = paragraphsOf(fields.title).map((line) => ({
    ...line,
    words: without(line.words, /(?<!\p{L}\p{L}?)\.$/u),
  }))
  const early = due.length === 0 ? dateFirst(title, years) : null
  const read = early ?? timed(title, due, years)
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

/** «15 октября – семинар …»; «Семинар … (октябрь)»: the срок at the beginning or in brackets at the end. */
function dateFirst(title: readonly SeenLine[], years: DueYears): ReturnType<typeof timed> | null {
  const [line] = title
  if (!line || title.length > 1) return null
  const { words } = line
  const dash = /^([^–—]{3,40}?(?:\s?[-–—]\s?[^–—\s]{1,12}(?:\s\p{L}+)?)?)\s*(?:\s[-–—]|:)\s+(?=\S{2})/u.exec(words.text)
  if (dash?.[1] && isDue(dash[1], years)) {
    return { title: trimmed(part(words, dash[0].length)), parts: [], due: trimmed(part(words, 0, dash[1].length)) }
  }
  const brackets = /\s*\(([^()]{3,60})\)\.?$/u.exec(words.text)
  if (!brackets?.[1]) return null
  const at = words.text.lastIndexOf('(') + 1
  const due = part(words, at, at + brackets[1].length)
  return isDueLike(due.text, years) ? { title: trimmed(part(words, 0, brackets.index)), parts: [], due } : null
}
