import { cut, join, line, type Piece, strip, stripStop } from './piece'

/** People in the running text of a paper: «Лаптева Н.С., главный специалист; директор школы № 2 Ступин О.Д.». */

export interface FoundName {
  from: number
  to: number
}

export interface Person {
  name: Piece
  /** As written, without the name; empty when not said. */
  position: Piece
}

const WORD = "\\p{Lu}[\\p{Ll}'’]+(?:\\s?-\\s?\\p{Lu}\\p{Ll}+)?"
const SHOUT = '\\p{Lu}{3,}'
const SURNAME = `(?:${WORD}|${SHOUT})`
const INITIAL = '\\p{Lu}\\.'
const PATRONYMIC = '\\p{Lu}\\p{Ll}+(?:вич|вн|чн)(?:[аыуе]|ой|ою|ем|ем|ом)?(?!\\p{Ll})'

const NAMES: readonly RegExp[] = [
  // Ветлугина Н.С., Ветлугина Н. С, ветлугинаН.С. is not one
  new RegExp(
    `(?<![\\p{L}.])${SURNAME}\\s?\\s${INITIAL}(?:\\s?${INITIAL}|\\s?\\p{Lu}(?=[,;:)\\s–—-]|$)(?!\\s?\\p{Lu}))?(?!\\p{L})`,
    'gu',
  ),
  new RegExp(`(?<![\\p{L}.])${SURNAME}${INITIAL}\\s?${INITIAL}(?!\\p{L})`, 'gu'),
  // Н.С. Ветлугина
  new RegExp(`(?<![\\p{L}.])${INITIAL}\\s?(?:${INITIAL}\\s?)?${SURNAME}(?!\\p{L})`, 'gu'),
  // Ветлугина Наталья Сергеевна, Наталья Сергеевна Ветлугина, Мамедов Эльчин оглы
  new RegExp(`(?<!\\p{L})${WORD}\\s${WORD}\\s(?:${PATRONYMIC}|\\p{Lu}\\p{Ll}+\\s(?:оглы|кызы))(?!\\p{L})`, 'gu'),
  new RegExp(`(?<!\\p{L})${WORD}\\s${PATRONYMIC}\\s${WORD}(?!\\p{L})`, 'gu'),
]

/** Words that look like a surname before an initial but are not one. */
const NOT_SURNAMES =
  /^(?:им|имени|школ[аыеу]|лице[йя]|гимнази[яи]|протокола?|приказа?|класса?|вопроса?|города?|района?|сел[оа]|улиц[аы]|дома?|кабинет|приложени[ея]|по|на|от|об|для|при|докл|отв|далее|затем|потом|также|кроме|однако|после|сегодня|здесь|уважаем(?:ая|ые|ый)|докладчик|автор)(?!\p{L})/iu
/** «школы им. А. Грина», «имени Героя Труда И.Е. Лапшина» are names of places. */
const NAMED_AFTER = /(?:им\.?|имени|памяти|улиц[аеы]|ул\.)\s?(?:[\p{L}-]+\s){0,5}$/iu

/** «Руководитель РМО   Г.В. Дорофеева»: capitals before the initials of another surname name an office. */
const OFFICE = new RegExp(`^${SHOUT}\\s`, 'u')
const NEXT_SURNAME = new RegExp(`^\\s?${WORD}`, 'u')

/** Names in a text, left to right, not overlapping. */
export function findNames(text: string): FoundName[] {
  const found: FoundName[] = []
  for (const pattern of NAMES) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index
      const to = from + match[0].length
      if (found.some((other) => from < other.to && other.from < to)) continue
      if (OFFICE.test(match[0]) && NEXT_SURNAME.test(text.slice(to))) continue
      if (NOT_SURNAMES.test(match[0]) || NAMED_AFTER.test(text.slice(Math.max(0, from - 60), from))) continue
      found.push({ from, to })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

/** A name of two plain words, «Санникова Алина»: only where a list says that people stand there. */
const TWO_WORDS = new RegExp(`^${WORD}\\s${WORD}(?=\\s*(?:[,;(–—-]|$))`, 'u')

/** The name at the very beginning of a text; `loose` takes two plain words too. */
export function nameAt(text: string, loose = false): FoundName | null {
  const head = text.slice(0, 120)
  const first = findNames(head)[0]
  if (first?.from === 0) return first
  const two = loose ? TWO_WORDS.exec(head) : null
  return two ? { from: 0, to: two[0].length } : null
}

/** People of a list: «;», commas and «и» part them; what stands before or after a name is the position. */
export function people(list: Piece): Person[] {
  const chunks = chunksOf(stripStop(list, ',;'))
  return chunks.flatMap((chunk) => peopleOf(chunk))
}

function chunksOf(piece: Piece): Piece[] {
  const parts: Piece[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < piece.text.length; at += 1) {
    const char = piece.text.charAt(at)
    if (char === '(') depth += 1
    else if (char === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && (char === ';' || char === '\n')) {
      parts.push(strip(cut(piece, from, at), ','))
      from = at + 1
    }
  }
  parts.push(strip(cut(piece, from), ','))
  return parts.filter(({ text }) => text !== '')
}

function peopleOf(chunk: Piece): Person[] {
  const text = chunk.text
  const names = outsideBrackets(text, findNames(text))
  const loose = names.length === 0 || (names[0]?.from ?? 0) > 0 ? nameAt(text, true) : null
  if (loose && !names.some(({ from }) => from < loose.to)) names.unshift(loose)
  // «Щеголев Д.К., Санникова Алина, Демьяненко В.О.»: a part between commas that is two plain words.
  for (const part of commaParts(text)) {
    const two = TWO_WORDS.exec(text.slice(part.from, part.to))
    const whole = two && part.from + two[0].length >= part.to
    if (whole && !names.some((name) => name.from < part.to && part.from < name.to)) names.push(part)
  }
  names.sort((a, b) => a.from - b.from)
  if (names.length === 0) return []
  const first = names[0]
  let before = first ? cut(chunk, 0, first.from) : undefined
  return names.map((name, index) => {
    const next = names[index + 1]
    const between = cut(chunk, name.to, next?.from ?? text.length)
    const split = next ? prefixOfNext(between.text) : between.text.length
    const after = cut(between, 0, split)
    const position = join([strip(before ?? cut(chunk, 0, 0), ',-–—: и'), strip(unbracket(after), ',;.-–—: ')], ' ')
    before = next ? cut(between, split) : undefined
    return { name: strip(cut(chunk, name.from, name.to), ','), position: strip(withoutAnd(position)) }
  })
}

/** «, специалист отдела Норкин Г.Г.»: where, after one name, the words of the next begin. */
function prefixOfNext(between: string): number {
  if (/[,;]\s*$/u.test(between) || /^\s*(?:и|,)?\s*$/u.test(between)) return between.length
  const comma = Math.max(
    between.lastIndexOf(','),
    between.lastIndexOf(' и ') >= 0 ? between.lastIndexOf(' и ') + 1 : -1,
  )
  return comma < 0 ? between.length : comma + 1
}

const withoutAnd = (piece: Piece): Piece => {
  const lead = /^(?:и|а также)\s/u.exec(piece.text)
  return lead ? cut(piece, lead[0].length) : piece
}

/** «(МОУ СШ № 1)» whole in brackets loses them. */
function unbracket(piece: Piece): Piece {
  const bare = strip(piece, ',;. ')
  return /^\([^()]*\)$/u.test(bare.text) ? cut(bare, 1, bare.text.length - 1) : piece
}

function commaParts(text: string): FoundName[] {
  const parts: FoundName[] = []
  let from = 0
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && text.charAt(at) !== ',') continue
    let start = from
    let end = at
    while (start < end && /\s/u.test(text.charAt(start))) start += 1
    while (end > start && /[\s.]/u.test(text.charAt(end - 1))) end -= 1
    if (end > start) parts.push({ from: start, to: end })
    from = at + 1
  }
  return parts
}

/** Names in brackets after another are members or deputies, unless there are no others. */
function outsideBrackets(text: string, names: FoundName[]): FoundName[] {
  const outside = names.filter(({ from }) => {
    const before = text.slice(0, from)
    return before.split('(').length <= before.split(')').length
  })
  return outside.length > 0 ? outside : names
}

/** Whether the words are people and nothing else. */
export const onlyPeople = (piece: Piece): boolean => {
  const found = findNames(piece.text)
  const covered = found.reduce((sum, { from, to }) => sum + to - from, 0)
  return found.length > 0 && covered >= line(piece).length * 0.35
}
