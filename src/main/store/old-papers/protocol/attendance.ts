import { newUid } from '@shared/contract/fields'
import { cellText, type Table } from './blocks'
import { columnsOf, gridOf } from './columns'
import { leadingNumber } from './numbers'
import { clip, type Paper } from './paper'
import { findNames, nameAt, type Person, people } from './people'
import { cut, line, type Piece, strip } from './piece'

/** Who was there: a head-count with words, names in a line, a list below or a table. */

const COUNTED =
  /(?:чел(?:овек[а]?)?(?!\p{L})|участник|педагог|библиотекар|член|представител|руковод|школьн|специалист)/iu

export function readAttendance(paper: Paper, value: Piece): void {
  const { attendance } = paper.protocol
  const words = strip(value, ':;')
  if (words.text === '') return
  const count = attendance.count === null ? countIn(words.text) : null
  if (count) {
    attendance.count = count.value
    paper.field('attendance/count', cut(words, count.from, count.to))
  }
  if (attendance.text === '') {
    attendance.text = clip(line(words))
    paper.field('attendance/text', words)
  }
  const found = namedIn(words)
  const named = found.length >= 2 && (attendance.count === null || found.length * 2 >= attendance.count)
  if (named) for (const person of found) addPresent(paper, person)
}

/** «Участвовали (8):»: the count stands in the label. */
export function readCount(paper: Paper, label: Piece): void {
  const { attendance } = paper.protocol
  const match = /\((?:всего\s*[:–-]?\s*)?(\d{1,4})(?:\s*чел\p{L}*\.?)?\)/iu.exec(label.text)
  if (!match || attendance.count !== null) return
  attendance.count = Number(match[1])
  paper.field('attendance/count', cut(label, match.index, match.index + match[0].length))
}

function namedIn(words: Piece): Person[] {
  const names = findNames(words.text.slice(0, 20_000))
  if (names.length < 2) return names.length === 0 ? [] : people(words)
  const open = words.text.indexOf('(')
  const close = words.text.lastIndexOf(')')
  const first = names[0]
  // «9 членов группы (Громова Л.Д., Пак Е.В.)»
  if (first && open >= 0 && first.from > open && close > open) return people(cut(words, open + 1, close))
  return people(words)
}

/** «21 чел.», «двадцать девять педагогов», «(всего 26 чел.)»; of «18 чел. из 21» those present. */
function countIn(text: string): { value: number; from: number; to: number } | null {
  const lead = leadingNumber(text)
  if (lead) return { value: lead.value, from: 0, to: lead.length }
  const candidates: { value: number; from: number; to: number; weight: number }[] = []
  for (const match of text.slice(0, 5000).matchAll(/(?<![\p{L}\d№.,-])(?<!№\s)(?:\d{1,5}|\p{L}{2,})/gu)) {
    const rest = text.slice(match.index, match.index + 80)
    const number = leadingNumber(rest)
    if (!number) continue
    const after = rest.slice(number.length).replace(/^\s+/u, '')
    const before = text.slice(Math.max(0, match.index - 12), match.index)
    if (/из\s*$/iu.test(before) || !COUNTED.test(after.slice(0, 20)) || after.search(COUNTED) > 1) continue
    const weight = (/всего[\s:–-]*$/iu.test(before) ? 2 : 0) + (/^чел/iu.test(after) ? 1 : 0)
    candidates.push({ value: number.value, from: match.index, to: match.index + number.length, weight })
  }
  return candidates.sort((a, b) => b.weight - a.weight || a.from - b.from)[0] ?? null
}

export function addPresent(
  paper: Paper,
  { name, position }: Person,
  state: 'present' | 'absent' = 'present',
  school?: Piece,
): void {
  const { roster } = paper.protocol.attendance
  const text = clip(line(name))
  const key = `${state} ${text}`
  if (text === '' || (school === undefined && paper.entered.has(key))) {
    paper.label(name)
    return
  }
  paper.entered.add(key)
  const words = line(position).replace(/^\((.*)\)$/u, '$1')
  const ofSchool = school === undefined && SCHOOL.test(words) && !ROLE.test(words)
  const uid = newUid()
  roster.push({
    uid,
    person: { librarianId: null, name: text, position: clip(ofSchool || state === 'absent' ? '' : words) },
    schoolId: null,
    school: clip(school ? line(school) : ofSchool && state === 'present' ? words : ''),
    state,
    note: state === 'absent' ? clip(words) : '',
  })
  paper.protocol.attendance.mode = 'roster'
  paper.field(`roster/${uid}`, school ? [name, position, school] : [name, position])
}

const SCHOOL =
  /(?:^|[^\p{L}])(?:М[БАК]?О?У|МБОУ|МКОУ|МАОУ|МОУ|ГБОУ|СОШ|ООШ|СШ|ОШ|НОШ)(?!\p{L})|школ|лице[йя]|гимнази|\d+\s?«?\p{Lu}»?(?:\sкласс)?$/iu
const ROLE =
  /библиотекар|директор|учител|педагог|методист|заведующ|зав\.|зам\.|заместител|специалист|председател|секретар|ученик|ученица|представител|руководител/iu

/** A line under «Присутствовали:»: whether it names people, who then are entered. */
export function rosterLine(paper: Paper, piece: Piece, absent: boolean, listed: boolean): boolean {
  const text = piece.text.slice(0, 20_000)
  const number = /^\d{1,3}[.)]\s*/u.exec(text)
  const bare = number ? cut(piece, number[0].length) : piece
  const names = findNames(text)
  const first = nameAt(bare.text, true)
  const within = names[0]
  // A position may come first: «директор МБОУ СОШ № 2 Рябцева К.К.»
  const begins =
    first !== null ||
    (within !== undefined &&
      (listed || number !== null || text.length < 160) &&
      !/[.!?]\s\p{Lu}\p{Ll}{3}/u.test(text.slice(0, within.from)))
  if (
    !begins ||
    (/^\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+$/u.test(bare.text) === false && names.length === 0 && !listed && number === null)
  )
    return false
  const found = people(bare)
  if (found.length === 0) return false
  if (absent) {
    paper.absent.push({ label: cut(piece, 0, 0), value: bare })
    return true
  }
  if (number) paper.label(cut(piece, 0, number[0].length))
  for (const person of found) addPresent(paper, person)
  return true
}

/** A table of people: with a head («ФИО», «Школа») or without. False: there are no people in it. */
export function rosterTable(paper: Paper, table: Table, absent = false): boolean {
  const { columns, headRows } = columnsOf(table)
  const nameColumn = columns.find(({ role }) => role === 'person')?.column ?? namesColumn(table)
  if (nameColumn === null) return false
  const nth = (role: string): number | null => columns.find((column) => column.role === role)?.column ?? null
  const [schoolColumn, positionColumn, numberColumn] = [
    nth('school'),
    nth('position') ?? (headRows === 0 ? nameColumn + 1 : null),
    nth('n') ?? 0,
  ]
  for (const cell of table.cells) {
    if (cell.row < headRows) for (const { piece } of cell.paras) paper.label(piece)
    else if (cell.column === numberColumn && numberColumn !== nameColumn && /^\d*[.)]?$/u.test(cellText(cell).text))
      paper.label(cellText(cell))
  }
  const grid = gridOf(table)
  let any = false
  for (let row = headRows; row < table.rows; row += 1) {
    const at = (column: number | null): Piece =>
      column === null ? cut({ text: '', at: [] }, 0) : cellText(grid.get(row)?.get(column))
    const found = people(at(nameColumn))
    for (const person of found) {
      any = true
      if (absent) {
        paper.absent.push({ label: cut(person.name, 0, 0), value: person.name })
        continue
      }
      const position = positionColumn === null ? person.position : at(positionColumn)
      addPresent(
        paper,
        { name: person.name, position },
        'present',
        schoolColumn === null ? undefined : at(schoolColumn),
      )
    }
  }
  return any
}

/** The column most of whose cells are names. */
function namesColumn(table: Table): number | null {
  for (let column = 0; column < Math.min(table.columns, 12); column += 1) {
    const cells = table.cells.filter((cell) => cell.column === column && cell.paras.length > 0)
    const named = cells.filter((cell) => nameAt(cellText(cell).text.replace(/\n/gu, ' '), true) !== null)
    if (cells.length >= 2 && named.length >= cells.length * 0.7) return column
  }
  return null
}

export const looksRoster = (table: Table): boolean => namesColumn(table) !== null

/** The absent stand in the roster with the present; beside a mere count they are only words. */
export function settleAbsent(paper: Paper): void {
  if (paper.protocol.attendance.mode !== 'roster') return
  for (const { label, value } of paper.absent) {
    const found = people(strip(value, '.:'))
    if (found.length === 0) continue
    paper.label(label)
    for (const person of found) addPresent(paper, person, 'absent')
  }
}
