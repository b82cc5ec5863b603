import { ordinal } from './numbers'
import { findNames, nameAt, type Person, people } from './people'
import { cut, join, type Piece, strip } from './piece'
import { PAST_AT, VERB_AT } from './verbs'

/** Who speaks and what is said: «Ромашкину О.П., руководителя РМО, которая напомнила, что …». */

export interface Spoken {
  speakers: Person[]
  text: Piece
  /** Agenda number said in brackets: «Берг А.А. (по первому вопросу): …». */
  item: number | null
  /** «Выступила», «Слово предоставлено»: words around that are no content. */
  lead: Piece
}

const LEAD =
  /^(?:[-–—•]\s*)?(?:(?:с\s+(?:докладом|сообщением|информацией|отч[её]том)\s+)?выступил[аи]?|(?:с\s+(?:докладом|сообщением|информацией|отч[её]том)|доклад|сообщение|информацию|информация|отч[её]т)(?:\s+по\s+(?:данному|этому|\p{L}+му)\s+вопросу)?\s+(?:выступил[аи]?|представил[аи]?|доложил[аи]?|предоставил[аи]?|подготовил[аи]?|сделал[аи]?|дал[аи]?)|слово\s+(?:было\s+)?(?:предоставлено|предоставили|дано|дали|взял[аи]?|имеет)|слушали|заслушали|доложил[аи]?|докладывал[аи]?|докладчик)(?!\p{L})\s*[:–—-]?\s*/iu

/** Words after a name that end the position. */
const BOUNDARY =
  /,?\s+[–—-]\s+|,?\s*[–—](?=\s?\p{L})|\s?:\s?[-–—]?\s*|,\s*(?=(?:котор(?:ая|ый|ые|ого|ую|ой|ому)|он|она|они|где|и)\s)|[,.]?\s+(?=(?:об?|обо)\s)|,\s*(?=(?:с|со|по)\s)|\.\s+(?=\p{Lu})|;\s/gu

/** `expected`: a speaker must stand here (after СЛУШАЛИ), so her position may come first. */
export function spoken(piece: Piece, expected: boolean): Spoken {
  const lead = LEAD.exec(piece.text.slice(0, 160))
  const leading = cut(piece, 0, lead?.[0].length ?? 0)
  const body = strip(cut(piece, lead?.[0].length ?? 0), '-–—•')
  const name = speakerName(body, expected || lead !== null)
  if (!name) return { speakers: [], text: strip(piece), item: null, lead: cut(piece, 0, 0) }
  const prefix = strip(cut(body, 0, name.from), ',:–—- ')
  const first: Person = { name: strip(cut(body, name.from, name.to), ','), position: prefix }
  const speakers = [first]
  const links = [leading]
  let rest = cut(body, name.to)
  // «Тюрину Г.С. и Фокеева А.А.»
  for (;;) {
    const link = /^(?:\s*,\s*|\s+и\s+|,\s+и\s+)/u.exec(rest.text)
    const next = link ? nameAt(rest.text.slice(link[0].length)) : null
    if (!link || !next) break
    links.push(cut(rest, 0, link[0].length))
    const from = link[0].length + next.from
    speakers.push({ name: strip(cut(rest, from, from + next.to - next.from)), position: cut(rest, 0, 0) })
    rest = cut(rest, from + next.to - next.from)
    if (speakers.length > 20) break
  }
  const said = afterName(rest)
  first.position = strip(join([prefix, said.position], ' '))
  return { speakers, text: said.text, item: said.item, lead: join(links, ' ') }
}

function speakerName(body: Piece, expected: boolean): { from: number; to: number } | null {
  const head = body.text.slice(0, 240)
  const at = nameAt(head)
  if (at) return at
  const first = findNames(head)[0]
  if (!first) return expected || /^\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+\s*[(:,–—]/u.test(head) ? loose(head) : null
  const before = head.slice(0, first.from)
  if (
    first.from > 200 ||
    /[.:;!?]\s|(?:котор|что)(?!\p{Ll}{4})/u.test(before.replace(/(?:зав|зам|им|г|с|пос)\.\s/gu, ''))
  )
    return loose(head)
  if (!expected && !POSITION.test(before)) return null
  if (/(?:^|[\s,])(?:об?|по|на|для|от|в|к)\s/iu.test(before) && !POSITION.test(before)) return null
  return first
}

/** «Санникова Алина (библиотекарь школы № 3): …» */
const loose = (head: string): { from: number; to: number } | null => {
  const two = nameAt(head, true)
  return two && /^\s*[(:,–—]/u.test(head.slice(two.to)) ? two : null
}

export const POSITION =
  /библиотекар|директор|методист|заведующ|(?<!\p{L})зав\.|(?<!\p{L})зам\.|заместител|специалист|председател|секретар|руководител|учител|педагог|начальник|менеджер|инспектор|консультант|эксперт|представител|координатор|модератор|депутат|психолог|ведущ|член|корреспондент|автор/iu

const INSTITUTION_AT =
  /^(?:\p{Lu}{2,}|[«"№]|школ|лице|гимнази|библиотек|центр|отдел|управлени|ветеран|техник|главн|старш)/u

function afterName(rest: Piece): { position: Piece; text: Piece; item: number | null } {
  const none = cut(rest, 0, 0)
  let after = rest
  let position = none
  let item: number | null = null
  const open = /^\s*\(/u.exec(after.text)
  if (open) {
    const close = closing(after.text, open[0].length)
    if (close > 0) {
      const inside = cut(after, open[0].length, close)
      item = itemIn(inside.text)
      if (item === null) position = strip(inside)
      after = cut(after, close + 1)
    }
  } else if (/^\s*,\s*/u.test(after.text)) {
    const end = positionEnd(after.text)
    position = strip(cut(after, 0, end), ',–—-:. ')
    after = cut(after, end)
  }
  return { position, text: withoutLead(after), item }
}

/** Without what parts the words from the speaker: «. Она рассказала», «): – Сколько». */
function withoutLead(piece: Piece): Piece {
  const lead = /^[\s,:;.)–—-]+/u.exec(piece.text)
  return strip(cut(piece, lead?.[0].length ?? 0))
}

function closing(text: string, from: number): number {
  let depth = 1
  for (let at = from; at < Math.min(text.length, from + 400); at += 1) {
    if (text.charAt(at) === '(') depth += 1
    if (text.charAt(at) === ')') depth -= 1
    if (depth === 0) return at
  }
  return -1
}

/** Where the position after a comma ends: at a verb, «которая», a dash, a colon, «о …», the end of the sentence. */
function positionEnd(text: string): number {
  const head = text.slice(0, 260)
  const start = (/^\s*,\s*/u.exec(head) ?? [''])[0].length
  if (VERB_AT.test(head.slice(start)) || PAST_AT.test(head.slice(start))) return start
  if (/^(?:котор|он[аи]?\s|об?\s|с\s|со\s|по\s+(?:теме|вопросу))/u.test(head.slice(start))) return start
  const ends: number[] = []
  for (const match of head.matchAll(BOUNDARY)) {
    if (match.index < start) continue
    if (
      /^\./u.test(match[0]) &&
      /(?:^|[^\p{L}])(?:зав|зам|им|г|с|пос|п|ст|д|р\.п|\p{Lu})$/u.test(head.slice(0, match.index))
    )
      continue
    ends.push(match.index)
    break
  }
  for (const match of head.matchAll(/[\s,]\s*(?=\p{Ll})/gu)) {
    const at = match.index + match[0].length
    if (at <= start) continue
    const comma = match[0].startsWith(',')
    if (VERB_AT.test(head.slice(at)) || (comma && PAST_AT.test(head.slice(at)))) {
      ends.push(match.index)
      break
    }
  }
  const end = Math.min(...ends, Number.POSITIVE_INFINITY)
  if (Number.isFinite(end)) return end
  // Nothing but a position, as in a heading.
  return text.length <= 220 ? text.length : start
}

/** «по первому вопросу», «по вопросу 2» → the agenda number. */
export function itemIn(text: string): number | null {
  const match =
    /(?:по\s+)?(?:(?<word>\p{L}+|\d{1,2})(?:-?(?:му|ому|й))?\s+(?:вопросу|пункту)|(?:вопросу|пункту)\s*№?\s*(?<n>\d{1,2}))/iu.exec(
      text,
    )
  if (!match) return null
  const word = match.groups?.word ?? match.groups?.n ?? ''
  return /^\d/u.test(word) ? Number(word) : ordinal(word)
}

/** Whether a paragraph begins as somebody's remark: a name, then what she did or a colon. */
export function beginsRemark(piece: Piece): boolean {
  const text = piece.text.slice(0, 300)
  if (/^(?:[-–—•]\s*)?(?:выступил[аи]?|слово\s+(?:предоставлено|взял[аи]?))(?!\p{L})/iu.test(text)) return true
  const bare = text.replace(/^[-–—•]\s*/u, '')
  const name = nameAt(bare) ?? loose(bare)
  if (!name) return false
  const after = bare.slice(name.to)
  if (/^\s*[:(–—]|^\s*-\s/u.test(after)) return true
  if (/^\s*,/u.test(after)) return positionEnd(after) < Math.min(after.length, 230)
  return VERB_AT.test(after.trimStart()) || PAST_AT.test(after.trimStart())
}

/** «Мишина О.Н., библиотекарь МБОУ «СОШ № 17»» alone on its line: the speech is below. */
export function speakerHeading(piece: Piece): Person | null {
  const bare = strip(piece, '.:')
  if (bare.text.length > 260) return null
  const found = people(bare)
  const one = found[0]
  if (found.length !== 1 || !one) return null
  const rest = bare.text.length - one.name.text.length
  if (nameAt(bare.text, true) === null && !POSITION.test(one.position.text)) return null
  const after = bare.text.slice(nameAt(bare.text, true)?.to ?? 0).trimStart()
  // «Рудакова Т.В.: – Сколько стоила студия?» has said something already.
  if (/:\s*[^\s:]+\s+\S/u.test(after) || /^:/u.test(after) || /[?!…]$/u.test(after)) return null
  if (after !== '' && !/^[,(–—-]/u.test(after) && nameAt(bare.text, true) !== null) return null
  // «Белова К., библиотекарь — сайт ведёт учитель»: after a dash only what begins as a position or a school does.
  for (const [, dashed] of after.matchAll(/(?:^|\s)[–—]\s*(\S+(?:\s+\S+)?)/gu))
    if (dashed && !POSITION.test(dashed) && !INSTITUTION_AT.test(dashed)) return null
  if (VERB_AT.test(after) || PAST_AT.test(after) || /^[:–—-]\s*\p{L}.{80}/u.test(after)) return null
  const position = one.position.text
  const verbs = position.split(/\s+/u).some((word) => VERB_AT.test(word))
  return !verbs && (rest < 4 || position !== '') && !/[.!?]\s+\p{Lu}\p{Ll}+\s\p{Ll}/u.test(position) ? one : null
}

/** «Жукова Р.А. предложила …; Белкина Т.Т. поддержала.» on one line are two; so are «Жукова Р.А.: … Белкина Т.Т.: …». */
export function remarksOf(value: Piece): Piece[] {
  const parts: Piece[] = []
  let from = 0
  for (const match of value.text.matchAll(BETWEEN_REMARKS)) {
    const at = match.index + match[0].length
    if (match[0].startsWith(';') && !beginsRemark(cut(value, at, at + 300))) continue
    parts.push(strip(cut(value, from, match[0].startsWith(';') ? match.index : at), ';,'))
    from = at
  }
  parts.push(strip(cut(value, from)))
  return parts.filter(({ text }) => text !== '')
}

const SPEAKER = '\\p{Lu}[\\p{L}-]+\\s\\p{Lu}\\.\\s?\\p{Lu}\\.(?:\\s?\\([^()]{1,80}\\))?'
const BETWEEN_REMARKS = new RegExp(
  `;\\s+(?=\\p{Lu})|(?<=[.!?…»)])\\s+(?=${SPEAKER}\\s?:)|(?<=[»"”]),\\s+(?=${SPEAKER}\\s[–—-]\\s?[«"“])`,
  'gu',
)
