import { newUid } from '@shared/contract/fields'
import type { AgendaItem } from '@shared/contract/meetings'
import type { z } from 'zod'
import { infinitiveAt } from './addressee-words'
import { type Block, cellText, type Para, type Table } from './blocks'
import { columnsOf, kindOfTable } from './columns'
import { headLabel, sectionLabel } from './labels'
import { inlineItems, type Numbered, numberOf, typedNumber } from './numbering'
import type { Paper } from './paper'
import { nameAt, onlyPeople, type Person, people } from './people'
import { cut, line, type Piece, splitBy, strip, stripStop, tidy } from './piece'
import { opensQuestion } from './questions'
import { looksSigned } from './signatures'
import { beginsRemark, POSITION } from './speech'

type Item = z.infer<typeof AgendaItem>

/** Reads the agenda that begins at a block; answers where it ends. */
export function readAgenda(paper: Paper, blocks: readonly Block[], from: number, value: Piece): number {
  let last: Numbered | null = null
  let first: Numbered | null = null
  let bulleted = false
  for (const part of value.text === '' ? [] : inlineItems(value)) {
    const number = typedNumber(part)
    if (number) paper.label(number.sign)
    addItem(paper, number?.body ?? part)
    last = number ?? last
    first ??= number
  }
  let at = from
  for (; at < blocks.length; at += 1) {
    const block = blocks[at]
    if (block === undefined) break
    if (block.kind === 'table') {
      if (kindOfTable(block.table) !== 'agenda') break
      readTable(paper, block.table)
      continue
    }
    const { para } = block
    const number = numberOf(para)
    if (number === null && speakersLine(paper, para.piece)) continue
    if (ends(para)) break
    if (number && sectionLabel(number.body) && sectionLabel(number.body)?.role !== 'agenda') break
    if (number && number.kind !== 'bullet') {
      const sub = first !== null && isBelow(number, first)
      if (!sub && last && (number.order <= last.order || number.kind !== first?.kind)) break
      if (sub) {
        addToLast(paper, number)
        continue
      }
      for (const part of number.auto ? [number.body] : inlineItems(para.piece)) {
        const own: Numbered | null = number.auto ? number : typedNumber(part)
        if (own) paper.label(own.sign)
        addItem(paper, own?.body ?? part)
        last = own ?? last
        first ??= own
      }
      continue
    }
    if (number && speakersUnder(paper, number)) continue
    if (number && first) {
      addToLast(paper, number)
      continue
    }
    if (first !== null && paper.protocol.agenda.length > 0) {
      if (para.apart || !/^[\p{Ll}(«"]/u.test(para.piece.text)) break
      continueLast(paper, para.piece)
      continue
    }
    if (paper.protocol.agenda.length > 0 && (para.piece.text.length > 500 || beginsRemark(para.piece))) break
    // After a list of dashes a line without one is no item.
    if (number === null && bulleted && !/^\p{Ll}/u.test(para.piece.text)) break
    bulleted ||= number !== null
    if (number) paper.label(number.sign)
    addItem(paper, number?.body ?? para.piece)
  }
  return at
}

/**
 * Where, after aims («Познакомиться …», «Обменяться …»), the agenda has its own label: «Вопросы для обсуждения:»; −1: none
 * stands below before something is told, or something else than aims stands between.
 */
export function labelAfterAims(blocks: readonly Block[], from: number): number {
  let aims = false
  for (let at = from; at < Math.min(blocks.length, from + MOST_AIMS); at += 1) {
    const block = blocks[at]
    if (block?.kind !== 'para') return -1
    const body = numberOf(block.para)?.body ?? block.para.piece
    const section = sectionLabel(body)
    if (section?.role === 'agenda' && /:\s*$/u.test(section.label.text)) return aims ? at : -1
    if (section !== null || opensQuestion(body) !== null) return -1
    if (!isAim(body) && !(aims && /^\p{Ll}/u.test(body.text))) return -1
    aims = true
  }
  return -1
}

const MOST_AIMS = 40

const isAim = (body: Piece): boolean =>
  /^(?:цел[ьи]|задач[аи])(?!\p{L})[^.:]{0,60}(?:[:–—]|$)/iu.test(body.text) || infinitiveAt(body.text) === 0

function ends(para: Para): boolean {
  const section = sectionLabel(para.piece)
  if (section && section.role !== 'agenda') return true
  if (opensQuestion(para.piece) !== null || looksSigned(para.piece)) return true
  const head = headLabel(para.piece)
  return head !== null && /[:–—]\s*$/u.test(head.label.text) && !/^доклад/iu.test(head.label.text)
}

/** «1.1» or «а)» under «1.». */
const isBelow = (number: Numbered, first: Numbered): boolean =>
  number.parts > first.parts || (number.kind === 'letter' && first.kind !== 'letter')

/** One item of the agenda, with the speakers its line names. */
export function addItem(paper: Paper, piece: Piece): void {
  const timed = TIMED.exec(piece.text)
  if (timed) paper.label(cut(piece, 0, timed[0].length))
  const bare = tidy(strip(timed ? cut(piece, timed[0].length) : piece))
  if (!/[\p{L}\p{N}]/u.test(bare.text)) return
  const { title, speakers, label } = withSpeakers(bare)
  const item = emptyItem(line(title))
  paper.protocol.agenda.push(item)
  paper.field(`agenda/${item.uid}/title`, title)
  if (label) paper.label(label)
  addSpeakers(paper, item, speakers)
}

/** «10.15–10.40» before an item of a programme. */
const TIMED = /^\s*(?:с\s+)?\d{1,2}[.:]\d{2}\s*(?:[–—-]|до)\s*\d{1,2}[.:]\d{2}(?!\d)[\s.:;,–—-]*(?=[«"“\p{L}])/iu

export function emptyItem(title: string): Item {
  return {
    uid: newUid(),
    title: title.replace(/\s*[;.]+$/u, (end) =>
      end.includes('.') && /(?:\p{L}\.\p{L}|гг?|др|пр)$/u.test(title.slice(0, -1)) ? '.' : '',
    ),
    speakers: [],
    speeches: [],
    vote: { for: null, against: null, abstained: null, unanimous: false },
    decisions: [],
  }
}

export function addSpeakers(paper: Paper, item: Item, speakers: readonly Person[]): void {
  for (const one of speakers) {
    const person = paper.person(one, line(one.name))
    item.speakers.push(person)
    paper.field(`agenda/${item.uid}/speakers/${person.uid}`, [one.name, one.position])
  }
}

/** A line of the agenda below its item: a part of the title with its own speaker. */
function addToLast(paper: Paper, number: Numbered): void {
  paper.label(number.sign)
  continueLast(paper, number.body)
}

function continueLast(paper: Paper, piece: Piece): void {
  const item = paper.protocol.agenda.at(-1)
  if (!item) return
  const { title, speakers, label } = withSpeakers(tidy(strip(piece)))
  if (title.text !== '') {
    item.title = `${item.title} ${line(title)}`.replace(/[;.]+$/u, '')
    paper.again(`agenda/${item.uid}/title`, title)
  }
  if (label) paper.label(label)
  addSpeakers(paper, item, speakers)
}

const SPEAKER_WORD =
  '(?:докл(?:адчики?|адывает|адывают|ад)?\\.?|выступающ\\p{L}*|спикеры?|сообщение|информаци[яю]|отв(?:етственн\\p{L}*)?\\.?|выступ(?:ает|ают|ление)\\.?)'
const SPEAKER_LINE = new RegExp(`^\\(?\\s*${SPEAKER_WORD}\\s*[:.–—-]*\\s*`, 'iu')
const SPEAKER_INSIDE = new RegExp(`(?:[\\s(.;–—-]+)${SPEAKER_WORD}\\s*[:.–—-]*\\s*(?=\\p{L})`, 'giu')

/** «Докладчики: Берг А.А., Гордиенко М.М.» or «(докл. …)» on a line of its own. */
function speakersLine(paper: Paper, piece: Piece): boolean {
  const item = paper.protocol.agenda.at(-1)
  const match = SPEAKER_LINE.exec(piece.text)
  const surnames = match && /:\s*$/u.test(match[0]) ? surnamesIn(strip(cut(piece, match[0].length), '.')) : null
  if (item && surnames) {
    paper.label(piece)
    addSpeakers(paper, item, surnames)
    return true
  }
  const bare = match ? strip(cut(piece, match[0].length), ').') : strip(piece, '().')
  const bracketed = /^\(.*\)\.?$/u.test(piece.text) && onlyPeople(bare)
  if (!item || !(match ? people(bare).length > 0 && bare.text.length < 300 && nameOrPosition(bare) : bracketed))
    return false
  paper.label(piece)
  addSpeakers(paper, item, people(bare))
  return true
}

/** A surname, with initials or without. */
const SURNAMED = /^(?:\p{Lu}\.\s?){0,2}\p{Lu}[\p{L}-]+(?:\s\p{Lu}\.\s?(?:\p{Lu}\.)?)?$/u

/** «Вдовина, Дёмина, Корнилов» as people; null: something else stands there. */
export function surnamesIn(piece: Piece): Person[] | null {
  const names = splitBy(piece, /\s*[,;]\s*|\s+и\s+/gu)
  if (names.length === 0 || piece.text.length > 300 || !names.every(({ text }) => SURNAMED.test(text))) return null
  return names.map((name) => ({ name, position: cut(name, name.text.length) }))
}

/** «– Зимина О.П., методист» below an item. */
function speakersUnder(paper: Paper, { kind, sign, body }: Numbered): boolean {
  const item = paper.protocol.agenda.at(-1)
  if (!item || kind !== 'bullet' || body.text.length > 260 || beginsTelling(body)) return false
  if (nameAt(body.text) === null || !onlyPeopleAndPositions(body)) return false
  paper.label(sign)
  addSpeakers(paper, item, people(body))
  return true
}

/** «Зимина О.П. рассказала …», «Зимина О.П.: …» */
const beginsTelling = (piece: Piece): boolean => {
  const after = piece.text.slice(nameAt(piece.text)?.to ?? 0)
  return after !== '' && !/^\s*[,;.(]/u.test(after)
}

const nameOrPosition = (piece: Piece): boolean =>
  people(piece).length > 0 && !/[.!?]\s+\p{Lu}\p{Ll}{3,}\s\p{Ll}/u.test(piece.text)

/** The title without its докладчик: «(докладчик: …)», «Докл. …», «– Савельева И.Р., руководитель ГМО». */
export function withSpeakers(piece: Piece): { title: Piece; speakers: Person[]; label: Piece | null } {
  const whole = { title: piece, speakers: [], label: null }
  const { text } = piece
  if (text.length > 2000) return whole
  for (const match of [...text.matchAll(SPEAKER_INSIDE)].reverse()) {
    const tail = withoutBracket(cut(piece, match.index + match[0].length))
    const found = people(tail)
    if (found.length === 0 || tail.text.length > 300 || !onlyPeopleAndPositions(tail)) continue
    return {
      title: strip(cut(piece, 0, match.index), ',;–—-('),
      speakers: found,
      label: cut(piece, match.index, match.index + match[0].length),
    }
  }
  const bracket = /\(([^()]*(?:\([^()]*\)[^()]*)?)\)[\s.;]*$/u.exec(text)
  if (bracket && bracket.index > 0) {
    const inside = strip(cut(piece, bracket.index + 1, bracket.index + 1 + (bracket[1] ?? '').length))
    if (onlyPeopleAndPositions(inside))
      return { title: strip(cut(piece, 0, bracket.index)), speakers: people(inside), label: null }
  }
  for (const match of [
    ...text.matchAll(
      /\s[–—-]\s+|\t+|(?<=[»")”]),\s+(?=(?:ведущ\p{L}+\s|модератор\s)?\p{Lu}\p{Ll}+\s\p{Lu}\.\s?\p{Lu}\.[\s.]*$)|(?<=[.»])\s+(?=\p{Lu}\p{Ll}+\s(?:\p{Lu}\.|\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+(?:вич|вна|ична)(?!\p{L})))/gu,
    ),
  ].reverse()) {
    const tail = stripStop(cut(piece, match.index + match[0].length))
    if (tail.text.length > 260 || match.index < 3) continue
    const position = /^\p{Ll}/u.test(tail.text) && POSITION.test((/^\S+/u.exec(tail.text) ?? [''])[0])
    if ((nameAt(tail.text) || position) && onlyPeopleAndPositions(tail)) {
      return { title: strip(cut(piece, 0, match.index), ',;'), speakers: people(tail), label: null }
    }
  }
  return whole
}

/** «Иванова И.И.).» without the bracket; the dot of an initial stays. */
function withoutBracket(piece: Piece): Piece {
  const close = /\)[\s.;]*$/u.exec(piece.text)
  return strip(close ? cut(piece, 0, close.index) : piece, '(;')
}

/** Names with their positions, and no sentence. */
function onlyPeopleAndPositions(piece: Piece): boolean {
  const found = people(piece)
  if (found.length === 0 || /[.!?]\s+\p{Lu}\p{Ll}+\s\p{Ll}/u.test(piece.text)) return false
  if (nameAt(piece.text, true)) return true
  return (
    /^(?:[\p{Ll}«"№\d][^.]*|\p{Lu}\p{Ll}+(?:\s[^.]*)?)$/u.test(found[0]?.position.text ?? '') &&
    (onlyPeople(piece) || POSITION.test((/^\S+/u.exec(piece.text) ?? [''])[0]))
  )
}

/** A table «№ – вопрос – докладчик». */
function readTable(paper: Paper, table: Table): void {
  const { columns, headRows } = columnsOf(table)
  const column = (role: string): number | undefined => columns.find((one) => one.role === role)?.column
  for (let row = 0; row < table.rows; row += 1) {
    const cells = table.cells.filter((cell) => cell.row === row)
    if (row < headRows) {
      for (const cell of cells) paper.label(cellText(cell))
      continue
    }
    const at = (role: string): Piece => cellText(cells.find((cell) => cell.column === column(role)))
    const title = at('question')
    if (title.text === '') continue
    const number = at('n')
    if (/^\d{0,3}[.)]?$/u.test(number.text)) paper.label(number)
    addItem(paper, title)
    const item = paper.protocol.agenda.at(-1)
    if (item) addSpeakers(paper, item, people(at('speaker')))
  }
}
