import { type StampKind, stampKind } from './approval'
import type { SeenLine } from './grid'
import { joined, part, plain, trimmed, type Words } from './words'

/** What stands before the plan itself. */
export interface Front {
  stamps: Words[]
  title: Words
  /** Aims, tasks, theme. */
  preamble: Words
  /** «СОГЛАСОВАНО …», the organisation's name above all. */
  rest: Words[]
}

const TITLE =
  /^[«"]?\s*(?:(?:годовой|перспективный|календарный|комплексный|тематический|муниципальный|районный|сводный|примерный|единый|учебный)[\s-]+(?:\p{L}+[\s-]+)?)?(?:п\s*л\s*а\s*н(?!\p{L})|п\s*л\s*а\s*н[\s-]*г\s*р\s*а\s*ф\s*и\s*к|план-|графи?к(?!\p{L})|ц\s*и\s*к\s*л\s*о\s*г\s*р\s*а\s*м\s*м\s*а|д\s*о\s*р\s*о\s*ж\s*н\s*а\s*я\s+к\s*а\s*р\s*т\s*а|«дорожная|программа(?!\p{L})|комплекс\s+мер|мероприятия\s+по|система\s+работы|перечень\s+мероприятий|календарь)/iu
/** What of the head is no title any more. */
const PREAMBLE =
  /^(?:цел[ьи]|задач[аи]|тема|методическая\s+тема|единая\s+методическая|девиз|приоритет|основн(?:ые|ая|ой)\s+(?:направлени|задач|цел|иде)|направлени|участник|руководител|председател|секретар|педагог-библиотекарь|библиотекарь|нагрузк|состав|сроки?\s+реализации|период|ответственн|исполнител|координатор|эпиграф|пояснительная|общие\s+(?:положени|сведени)|ожидаем|нормативн|место|режим|форм[аы]|девиз|проблема)(?!\p{L}*\s+(?:учебник))[^\n]{0,60}[:–—-]/iu

/** Whether a plan's title begins with this line. */
export const isTitle = (text: string): boolean => TITLE.test(text)

/** Title, stamps and preamble of the lines before the plan. `blocks`: cells of tables at the top stand as stretches of lines. */
export function frontOf(stretches: readonly (readonly SeenLine[])[]): Front {
  const front: Front = {
    stamps: [],
    title: { text: '', stretches: [] },
    preamble: { text: '', stretches: [] },
    rest: [],
  }
  const title: SeenLine[] = []
  const preamble: Words[] = []
  for (const given of stretches) {
    for (const lines of columnsApart(given)) readStretch(lines, front, title, preamble)
  }
  if (title.length === 0) takeTitleFromRest(front)
  else
    front.title = joined(
      title.map(({ words }) => words),
      ' ',
    )
  front.preamble = joined(preamble, '\n')
  return front
}

function readStretch(lines: readonly SeenLine[], front: Front, title: SeenLine[], preamble: Words[]): void {
  let stamp: StampKind | null = null
  let stampText = ''
  let blank = false
  let state: 'before' | 'title' | 'after' = title.length > 0 ? 'after' : 'before'
  for (const line of lines) {
    const { text } = line.words
    if (text === '') {
      blank = true
      continue
    }
    const begins = stampKind(text)
    if (begins && !(begins === 'other' && state !== 'before')) {
      stamp = begins
      stampText = ''
    } else if (
      state === 'before' &&
      TITLE.test(text) &&
      !(stamp && blank === false && /^(?:программа|перечень)/iu.test(text))
    ) {
      state = 'title'
      stamp = null
    } else if (state === 'title' && !staysTitle(title, line, blank)) {
      state = 'after'
    }
    if (stamp) {
      if ((stampText !== '' && blank && complete(stampText)) || stampText.length > LONGEST_STAMP) stamp = null
      else {
        stampText += ` ${text}`
        if (stamp === 'approval') front.stamps.push(line.words)
        else front.rest.push(line.words)
      }
    }
    if (!stamp) {
      if (state === 'title') title.push(line)
      else if (state === 'after') preamble.push(line.words)
      else front.rest.push(line.words)
    }
    blank = false
  }
}

/** A stamp that has its day or its blank for one has said all. */
const complete = (text: string): boolean => /(?:19|20)\d{2}/u.test(text)

const LONGEST_STAMP = 1500
const LONGEST_TITLE = 12

function staysTitle(title: readonly SeenLine[], line: SeenLine, blank: boolean): boolean {
  const first = title[0]
  const last = title.at(-1)
  if (!first || !last) return true
  const { text } = line.words
  if (title.length >= LONGEST_TITLE || PREAMBLE.test(text) || line.part !== first.part) return false
  const said = title.map(({ words }) => words.text).join(' ')
  const dated = /(?:19|20)\d{2}/u.test(said)
  // «на 2024 год» or the name of the event may stand by itself under the title.
  const goesOn = /^(?:\p{Ll}|[«"(])/u.test(text)
  if (line.centred && first.centred) return !(dated && blank && !goesOn) && !/^[IVX\d]+[.)]\s/u.test(text)
  if (first.centred && !line.centred) return !dated && goesOn && !blank
  if (line.bold !== first.bold && dated) return false
  if (dated) return goesOn && !blank
  return !blank || goesOn || /^\s*(?:на|20\d\d)/iu.test(text)
}

/** A paper that does not call itself anything known: what is centred or bold, or else its first line. */
function takeTitleFromRest(front: Front): void {
  const named = front.rest.findIndex(({ text }) => /план|дорожн|карта|график|циклограмм|мероприяти/iu.test(plain(text)))
  const at = named >= 0 ? named : 0
  const words = front.rest[at]
  if (!words) return
  front.title = words
  front.rest.splice(at, 1)
}

const GAP = /\s{3,}/u

/** Two stamps side by side, as spaces keep them apart in a text: left column first, then the right one. */
function columnsApart(lines: readonly SeenLine[]): (readonly SeenLine[])[] {
  const at = lines.findIndex(({ words }) => {
    const gap = GAP.exec(words.text)
    return (
      gap !== null &&
      stampKind(words.text.slice(0, gap.index)) !== null &&
      stampKind(words.text.slice(gap.index + gap[0].length)) !== null
    )
  })
  if (at < 0) return [lines]
  const end = lines.findIndex(
    ({ words }, index) =>
      index > at && (TITLE.test(words.text) || (words.text === '' && lines[index + 1]?.words.text === '')),
  )
  const both = lines.slice(at, end < 0 ? lines.length : end)
  const left: SeenLine[] = []
  const right: SeenLine[] = []
  for (const line of both) {
    const gap = GAP.exec(line.words.text)
    const indented = (line.words.stretches[0]?.place.from ?? 0) > 20
    if (gap) {
      left.push({ ...line, words: part(line.words, 0, gap.index) })
      right.push({ ...line, words: trimmed(part(line.words, gap.index)) })
    } else (indented ? right : left).push(line)
  }
  return [lines.slice(0, at), left, right, end < 0 ? [] : lines.slice(end)]
}
