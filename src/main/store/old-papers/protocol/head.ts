import { readAttendance, readCount, rosterLine, rosterTable } from './attendance'
import type { Table } from './blocks'
import { type HeadRole, headLabel, innerLabel, type Labelled } from './labels'
import { clip, type Paper } from './paper'
import { nameAt, type Person, people } from './people'
import { cut, GAP, line, type Piece, splitBy, strip } from './piece'
import { namesPlace } from './place'
import { findDate, findTime } from './when'

/** The head of a protocol: labelled lines («Место проведения: …») in any order, several on one line, and lines without a label. */

/** A label whose people or words go on in the lines below. */
export interface Pending {
  role: HeadRole
  /** People found so far under it. */
  people: number
}

/** Reads one line of the head; answers what the next lines may go on with. */
export function readHeadLine(paper: Paper, piece: Piece, pending: Pending | null, listed: boolean): Pending | null {
  const segments = segmentsOf(piece)
  const first = segments[0]
  if (first && first.role === null && pending && continues(paper, first.value, pending, listed)) {
    return readSegments(paper, segments.slice(1), pending)
  }
  return readSegments(paper, segments, null)
}

export function readHeadRoster(paper: Paper, table: Table, pending: Pending | null): void {
  rosterTable(paper, table, pending?.role === 'absent')
}

type Segment = Labelled | { role: null; value: Piece }

/** «Ведущий: А. Секретарь: Б.» is two; a label inside a line needs its colon or dash. */
function segmentsOf(piece: Piece): Segment[] {
  const whole = headLabel(piece)
  if (whole?.role === 'absent') return [whole]
  if (whole?.role === 'attendance') return attendanceAndOffices(piece, whole)
  const cuts = [0]
  for (const match of piece.text
    .slice(0, 2000)
    .matchAll(/\t|[,;.]\s+(?=\p{L})|\s(?=(?:Секретарь|Время|Место|Председатель|Дата)[\s:])/gu)) {
    const at = match.index + match[0].length
    const part = cut(piece, at)
    const found = innerLabel(part) ?? (match[0].startsWith(';') ? invitedToo(part) : null)
    if (!found || found.role === 'absent' || found.role === 'deputy') continue
    if (match[0].startsWith(',') && found.role !== 'secretary' && found.role !== 'chair' && found.role !== 'time')
      continue
    cuts.push(at)
  }
  return cuts.map((from, index) => {
    const part = strip(cut(piece, from, cuts[index + 1] ?? piece.text.length), ',;')
    return headLabel(part) ?? { role: null, value: part }
  })
}

const OFFICE = /(?<=[.;])\s+(?=(?:председательств|секретар|протокол\s+в)\p{L}*)/giu

/** «Присутствовало 19 человек. Председательствовал Лосев В.В. Протокол вела Мещерякова Т.Д.» */
function attendanceAndOffices(piece: Piece, whole: Labelled): Segment[] {
  const cuts = [...piece.text.slice(0, 2000).matchAll(OFFICE)]
    .map((match) => match.index + match[0].length)
    .filter((at) => {
      const found = headLabel(cut(piece, at))
      return (found?.role === 'chair' || found?.role === 'secretary') && nameAt(found.value.text) !== null
    })
  const [first] = cuts
  if (first === undefined) return [whole]
  const parts = cuts.map((from, index) => headLabel(cut(piece, from, cuts[index + 1] ?? piece.text.length)))
  const present = headLabel(strip(cut(piece, 0, first))) ?? whole
  return [present, ...parts.filter((part) => part !== null)]
}

/** «…; приглашена также Авдеева С.П.» */
const invitedToo = (piece: Piece): Labelled | null => {
  const found = headLabel(piece)
  return found?.role === 'invited' && nameAt(found.value.text) !== null ? found : null
}

function readSegments(paper: Paper, segments: readonly Segment[], before: Pending | null): Pending | null {
  let pending = before
  for (const segment of segments) {
    if (segment.role === null) {
      readLoose(paper, segment.value)
      pending = null
    } else {
      pending = readLabelled(paper, segment)
    }
  }
  return pending
}

function continues(paper: Paper, piece: Piece, pending: Pending, listed: boolean): boolean {
  if (pending.role === 'attendance' || pending.role === 'absent') {
    return rosterLine(paper, piece, pending.role === 'absent', listed)
  }
  if (pending.role !== 'chair' && pending.role !== 'invited' && pending.role !== 'secretary') return false
  const found = people(piece)
  const named = nameAt(piece.text, listed) !== null || (listed && found.length > 0) || pending.people === 0
  if (!named || found.length === 0) return false
  addPeople(paper, pending.role, found)
  pending.people += found.length
  return true
}

function readLabelled(paper: Paper, { role, label, value }: Labelled): Pending | null {
  const { protocol } = paper
  switch (role) {
    case 'date':
    case 'time':
      paper.label(label)
      readWhen(paper, value, role)
      return null
    case 'number':
      paper.label(label)
      setNumber(paper, value)
      return null
    case 'place':
      paper.label(label)
      readPlace(paper, value)
      return null
    case 'format':
      paper.label(label)
      readFormat(paper, value)
      return null
    case 'theme':
      paper.label(label)
      setTheme(paper, value)
      return null
    case 'chair':
    case 'secretary':
    case 'invited': {
      const found = people(value)
      const known = found.length > 0 ? found : wholeName(value)
      if (known.length === 0 && value.text !== '') {
        // «Приглашены: учителя литературы»
        if (role !== 'invited') return null
        known.push({ name: value, position: cut(value, value.text.length) })
      }
      paper.label(label)
      addPeople(paper, role, known)
      return { role, people: known.length }
    }
    case 'attendance':
      paper.label(label)
      readCount(paper, label)
      readAttendance(paper, value)
      return { role, people: protocol.attendance.roster.length }
    case 'absent':
      readAbsent(paper, label, value)
      return { role, people: 0 }
    case 'deputy':
      return null
  }
}

function readAbsent(paper: Paper, label: Piece, value: Piece): void {
  // Whether the absent belong into a roster is known when the present are.
  paper.absent.push({ label, value })
}

/** «Секретарь: Козюбченко»: no initials to know a name by, but where a name stands. */
function wholeName(value: Piece): Person[] {
  const bare = strip(value, '_/.,;: ')
  return /^\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}.-]*){0,3}$/u.test(bare.text)
    ? [{ name: bare, position: cut(value, value.text.length) }]
    : []
}

export function addPeople(paper: Paper, role: 'chair' | 'secretary' | 'invited', found: readonly Person[]): void {
  const { protocol } = paper
  for (const one of found) {
    const person = paper.person(one, line(one.name))
    const places = [one.name, one.position]
    if (role === 'secretary') {
      if (protocol.secretary) continue
      protocol.secretary = { librarianId: null, name: person.name, position: person.position }
      paper.field('secretary', places)
    } else if (role === 'chair') {
      protocol.chairs.push(person)
      paper.field(`chairs/${person.uid}`, places)
    } else {
      // An invited one is printed as the paper has it: «директор школы № 2 Ступин О.Д.».
      protocol.invited.push(person)
      paper.field(`invited/${person.uid}`, places)
    }
  }
}

export function setTheme(paper: Paper, value: Piece): void {
  const theme = unquote(strip(value, '.'))
  if (theme.text === '' || paper.protocol.theme !== '') return
  paper.protocol.theme = clip(line(theme))
  paper.field('theme', theme)
}

/** Without quotes around the whole of it. */
export function unquote(piece: Piece): Piece {
  const { text } = piece
  if (!/^[«"“„]/u.test(text) || !/[»"”“]$/u.test(text)) return piece
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (char === '«') depth += 1
    else if (char === '»') depth -= 1
    // «Книга» и «чтение»: the first quote is closed before the end.
    if (char === '»' && depth === 0 && at < text.length - 1) return piece
  }
  return strip(cut(piece, 1, text.length - 1))
}

export function setNumber(paper: Paper, value: Piece): void {
  const bare = strip(value, '№N:.,;_ ')
  if (bare.text === '' || paper.protocol.number !== '') return
  paper.protocol.number = clip(line(bare))
  paper.field('number', bare)
}

const NUMBER = /(?:№|(?<!\p{L})N(?!\p{L}))\s*(?<n>\d[\p{L}\d]*(?:\s?[/\-–.]\s?[\p{L}\d]+)*)/u
/** «СОШ № 5» is a school, not the number of the protocol. */
const OF_SCHOOL =
  /(?:школ\p{L}*|сош|оош|нош|сш|ош|лице\p{L}*|гимнази\p{L}*|сад\p{L}*|куст\p{L}*|доу|дс|каб\p{L}*\.?|корпус\p{L}*|филиал\p{L}*|приказ\p{L}*|№)\s*$/iu

/** Number of the protocol in a text, with its sign; null: none or a school's. */
export function numberIn(piece: Piece): { from: number; to: number; value: Piece } | null {
  for (let from = 0; from < piece.text.length; ) {
    const match = NUMBER.exec(piece.text.slice(from, from + 600))
    if (!match?.groups?.n) return null
    const at = from + match.index
    const to = at + match[0].length
    if (!OF_SCHOOL.test(piece.text.slice(Math.max(0, at - 20), at))) {
      return { from: at, to, value: cut(piece, to - match.groups.n.length, to) }
    }
    from = to
  }
  return null
}

/** Date and time with what stands beside them; the rest is handed back. */
export function takeWhen(paper: Paper, piece: Piece): Piece[] {
  const date = findDate(piece.text)
  if (!date) return [piece]
  if (paper.protocol.date === null) {
    paper.protocol.date = date.value
    paper.field('date', cut(piece, date.from, date.to))
  }
  return [cut(piece, 0, date.from), cut(piece, date.to)]
    .map((part) => strip(part, ',;.'))
    .filter(({ text }) => text !== '')
}

function takeTime(paper: Paper, piece: Piece): Piece[] {
  const time = findTime(piece.text)
  if (!time) return [piece]
  if (paper.protocol.time === null) {
    paper.protocol.time = time.value
    paper.field('time', cut(piece, time.from, time.to))
  }
  return [cut(piece, 0, time.from), cut(piece, time.to)]
    .map((part) => strip(part, ',;.'))
    .filter(({ text }) => text !== '')
}

const WEEKDAY = /^\(?(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)\)?$/iu

function readWhen(paper: Paper, value: Piece, role: 'date' | 'time'): void {
  const rest = takeWhen(paper, value)
  const later = (
    role === 'time' || paper.protocol.date !== null ? rest.flatMap((part) => takeTime(paper, part)) : rest
  ).flatMap((part) => splitBy(part, /\t/gu))
  for (const part of later) {
    if (
      /^окончание(?!\p{L})/iu.test(part.text) ||
      WEEKDAY.test(part.text) ||
      /^\(?(?:мск|по местному времени|местное время|время местное)\)?$/iu.test(part.text)
    )
      paper.label(part)
    else readLoose(paper, part)
  }
}

function readPlace(paper: Paper, value: Piece): void {
  const parts = splitBy(value, /\t/gu)
  const [first, ...others] = parts
  if (first) {
    const [place, ...rest] = findDate(first.text) ? takeWhen(paper, first) : [first]
    if (place) setPlace(paper, place)
    for (const part of rest) readLoose(paper, part)
  }
  for (const part of others) readLoose(paper, part)
}

export function setPlace(paper: Paper, piece: Piece, note = ''): void {
  const place = strip(piece, ';,')
  if (place.text === '' || paper.protocol.place !== '') return
  paper.protocol.place = clip(line(place).replace(/(?<!\p{L}\p{L}?)\.$|(?<=\p{L}{4,}|»)\.$/u, ''))
  paper.field('place', place, note)
}

const FORMATS = [
  ['correspondence', /заочн|опросн/iu],
  ['video', /(?<!\p{L})вкс(?!\p{L})|видео-?\s?конференц|видеосвяз/iu],
  ['online', /онлайн|он-лайн|online|дистанцион|удал[её]нн|zoom|зум(?!\p{L})|сферум|вебинар|телемост|teams|webinar/iu],
  ['in-person', /(?<!за|\p{L})очн(?:ый|ая|ое|о|ой|ом)(?!\p{L})/iu],
] as const

export function formatIn(text: string): (typeof FORMATS)[number][0] | null {
  return FORMATS.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

function readFormat(paper: Paper, value: Piece): void {
  const format = formatIn(value.text)
  if (!format) return
  const comma = value.text.search(/,\s/u)
  const place = comma >= 0 ? strip(cut(value, comma + 1)) : null
  const own = place && namesPlace(place.text) && paper.protocol.place === '' ? cut(value, 0, comma) : value
  paper.protocol.format = format
  paper.field('format', own)
  if (place && own !== value) setPlace(paper, place)
}

/** A line of the head without a label: date, hour, number and place may stand there, parted by gaps. */
export function readLoose(paper: Paper, piece: Piece): void {
  const dated = findDate(piece.text) !== null
  for (const part of piece.text.includes(GAP) ? splitBy(piece, /\t/gu) : [piece]) {
    for (const rest of takeWhen(paper, part).flatMap((more) =>
      dated || paper.protocol.time === null ? timeOf(paper, more) : [more],
    )) {
      const number = paper.protocol.number === '' ? numberIn(rest) : null
      const format = formatIn(rest.text)
      if (
        format &&
        /^\(?[\p{L}\s«».-]{2,40}\)?$/u.test(rest.text) &&
        !namesPlace(rest.text.replace(/сферум|платформ\p{L}*|zoom|видеоконференц\p{L}*/giu, ''))
      ) {
        if (paper.protocol.format === 'none') {
          paper.protocol.format = format
          paper.field('format', rest)
        } else paper.label(rest)
        continue
      }
      if (number && number.to - number.from >= rest.text.length - 2) {
        paper.label(rest)
        setNumber(paper, number.value)
      } else if (/^окончание(?!\p{L})[^\p{L}]*(?:в\s)?[\d\s.:–—-]+(?:ч\p{L}*\.?|мин\p{L}*\.?|\s)*$/iu.test(rest.text))
        paper.label(rest)
      else if (paper.protocol.place === '' && (dated || namesPlace(rest.text)) && isPlaceLike(rest.text))
        setPlace(paper, rest)
      else if (/^(?:г|года)\.?$/u.test(rest.text) || WEEKDAY.test(rest.text)) paper.label(rest)
    }
  }
}

/** Hours only where nothing else is: «10:00–12:00», «начало в 10 ч.». */
function timeOf(paper: Paper, piece: Piece): Piece[] {
  const time = findTime(piece.text)
  return time && (time.from === 0 || /начал|врем/iu.test(piece.text.slice(0, time.from)))
    ? takeTime(paper, piece)
    : [piece]
}

const isPlaceLike = (text: string): boolean =>
  text.length <= 200 &&
  /\p{L}{2}/u.test(text) &&
  !/^(?:к|об?|на|и)\s|состоял|(?:^|\s)прош(?:[её]л|л[аои])(?!\p{L})/u.test(text)
