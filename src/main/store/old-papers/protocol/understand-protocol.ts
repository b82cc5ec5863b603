import { newUid } from '@shared/contract/fields'
import type { Original, Place, Understood } from '@shared/contract/old-papers'
import type { IsoDate } from '@shared/domain/dates'
import { addItem, labelAfterAims, readAgenda } from './agenda'
import { looksRoster, rosterLine, rosterTable, settleAbsent } from './attendance'
import { type Block, blocksOf, cellText, type Para, type Table } from './blocks'
import { Body } from './body'
import { kindOfTable } from './columns'
import { formatIn, numberIn, type Pending, readHeadLine, setNumber } from './head'
import { headingsOf } from './headings'
import { headLabel, sectionLabel } from './labels'
import { numberOf } from './numbering'
import { clip, Paper } from './paper'
import { findNames } from './people'
import { cut, GAP, Ground, join, line, type Piece, strip } from './piece'
import { opensQuestion } from './questions'
import { looksSigned, readKnown, readSignature, type SignatureRole, signedByKnown } from './signatures'
import { partsOfTable } from './table-parts'
import { findTitle, readTitle } from './title'

export type UnderstoodProtocol = Extract<Understood, { kind: 'protocol' }>

/** What a protocol says, field by field, each with its place in the original. `today` dates what the paper does not. */
export function understandProtocol(original: Original, today: IsoDate): UnderstoodProtocol {
  return readProtocol(original, today).understood
}

/** As `understandProtocol`, with the places of labels and numbers: known words that are the content of no field. */
export function readProtocol(original: Original, today: IsoDate): { understood: UnderstoodProtocol; labels: Place[] } {
  const ground = new Ground(original.lines)
  const paper = new Paper(ground, today)
  const blocks = blocksOf(original, ground).flatMap(laidOut)
  readBoxes(paper, blocks)
  const body = blocks.filter((block) => block.kind === 'table' || block.para.part === 'body')
  let at = readHead(paper, body)
  at = new Body(paper).read(body, at)
  readTail(paper, body, at)
  settle(paper)
  return {
    understood: { kind: 'protocol', protocol: paper.protocol, marks: paper.marks, unrecognised: ground.left() },
    labels: paper.labels,
  }
}

/** Tables that only set words side by side (date and place, «Председатель | Иванова») are lines. */
function laidOut(block: Block): Block[] {
  if (block.kind === 'para') return [block]
  const { table } = block
  const parts = partsOfTable(table)
  if (parts)
    return [
      ...(parts.head ? asLines(parts.head) : []),
      { kind: 'table', table: parts.body },
      ...(parts.tail ? asLines(parts.tail) : []),
    ]
  if (kindOfTable(table) !== 'other') return [block]
  // «Председатель | | М.В. Осокина» has names below one another too.
  const signatures =
    table.rows <= 6 && table.cells.some((cell) => cell.column === 0 && looksSigned(strip(cellText(cell))))
  if (!signatures && looksRoster(table)) return [block]
  const rows = [...new Set(table.cells.map(({ row }) => row))]
  const labelled = rows.filter((row) => rowLabelled(table, row)).length
  const signed = table.cells.some((cell) => looksSigned(strip(cellText(cell))))
  const sections = rows.filter((row) => tellsAtLeft(table, row)).length
  if (labelled === 0 && sections < 2 && !signed && !(table.rows <= 3 && table.columns <= 3)) return [block]
  // «СЛУШАЛИ | …», «РЕШИЛИ | …»: what is told of the items, its labels at the left.
  if (sections >= 2)
    return rows
      .flatMap((row) => table.cells.filter((cell) => cell.row === row))
      .flatMap(({ paras }) => paras)
      .map((para) => ({ kind: 'para', para }))
  return asLines(table)
}

function asLines(table: Table): Block[] {
  const rows = [...new Set(table.cells.map(({ row }) => row))]
  const lines: Para[] = []
  for (const row of rows) {
    const cells = table.cells.filter((cell) => cell.row === row && cell.paras.some(({ piece }) => piece.text !== ''))
    const [first, ...rest] = cells
    if (!first) continue
    const base = first.paras[0]
    if (!base) continue
    const last = lines.at(-1)
    const under = table.cells.find((cell) => cell.column === 0 && cell.row < row && row < cell.row + cell.rowSpan)
    const pairs = pairsOf(cells)
    if (pairs) {
      for (const [label, value] of pairs) lines.push({ ...base, piece: labelledLine(cellText(label), cellText(value)) })
    } else if (last && (under || (first.column > 0 && !rowLabelled(table, row)))) {
      // «Присутствовали» goes on in the rows below.
      last.piece = join([last.piece, ...cells.map(cellText)], ' ')
    } else if (first.paras.length > 1 || rest.some((cell) => cell.paras.length > 1)) {
      const head = headLabel(cellText(first))
      if (head && head.value.text === '' && rest[0]) {
        lines.push({
          ...base,
          piece: labelledLine(
            cellText(first),
            join(
              rest[0].paras.map(({ piece }) => piece),
              '; ',
            ),
          ),
        })
      } else for (const cell of cells) lines.push(...cell.paras)
    } else {
      const [second] = rest
      const value = second && rest.length === 1 ? cellText(second) : null
      const head = headLabel(strip(cellText(first), ':'))
      if (value && head && head.value.text === '') lines.push({ ...base, piece: labelledLine(cellText(first), value) })
      else lines.push({ ...base, piece: join(cells.map(cellText), GAP) })
    }
  }
  return lines.map((para) => ({ kind: 'para', para }))
}

/** «Дата | 29 октября | Начало | 13:15»: labels and values by turns; null: the row is laid out otherwise. */
function pairsOf(cells: readonly Table['cells'][number][]): [Table['cells'][number], Table['cells'][number]][] | null {
  if (cells.length < 4 || cells.length % 2 !== 0) return null
  const pairs: [Table['cells'][number], Table['cells'][number]][] = []
  for (let at = 0; at < cells.length; at += 2) {
    const [label, value] = [cells[at], cells[at + 1]]
    if (!label || !value || headLabel(strip(cellText(label), ':'))?.value.text !== '') return null
    pairs.push([label, value])
  }
  return pairs
}

/** A row whose first cell is a label of the body («РЕШИЛИ») or opens a question. */
function tellsAtLeft(table: Table, row: number): boolean {
  const first = table.cells.find((cell) => cell.row === row && cell.paras.length > 0)
  if (first?.column !== 0) return false
  const text = cellText(first)
  return sectionLabel(text)?.value.text === '' || opensQuestion(text) !== null
}

const labelledLine = (label: Piece, value: Piece): Piece => join([strip(label, ':'), value], ': ')

function rowLabelled(table: Table, row: number): boolean {
  const first = table.cells.find((cell) => cell.row === row && cell.paras.length > 0)
  return first !== undefined && headLabel(cellText(first)) !== null
}

/** A box may hold the number of the protocol; a stamp stays what it is. */
function readBoxes(paper: Paper, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.kind !== 'para' || block.para.part !== 'box') continue
    const number = numberIn(block.para.piece)
    if (number && number.to - number.from >= block.para.piece.text.length - 12) {
      setNumber(paper, number.value)
      paper.label(cut(block.para.piece, 0, number.to))
    }
  }
}

/** No protocol has more before its agenda; a list of those present is within. */
const LONGEST_HEAD = 1500

function readHead(paper: Paper, blocks: readonly Block[]): number {
  const title = findTitle(blocks)
  let at = title < 0 ? 0 : readTitle(paper, blocks, title)
  for (const [index, { para, number, body }] of headingsOf(blocks, at).entries()) {
    if (number) paper.label(number.sign)
    addItem(paper, body)
    paper.headings.set(para, index)
  }
  let pending: Pending | null = null
  let stamp = false
  const end = Math.min(blocks.length, at + LONGEST_HEAD)
  for (; at < end; at += 1) {
    const block = blocks[at]
    if (block === undefined) break
    if (block.kind === 'table') {
      const kind = kindOfTable(block.table)
      if (kind === 'questions' || kind === 'decisions' || kind === 'agenda') break
      if (kind === 'roster' || looksRoster(block.table)) rosterTable(paper, block.table, pending?.role === 'absent')
      pending = null
      continue
    }
    const { para } = block
    if (paper.headings.has(para)) return at
    const below = labelAfterAims(blocks, at)
    if (below >= 0) {
      at = below - 1
      continue
    }
    const number = numberOf(para)
    const section = sectionLabel(number && sectionLabel(number.body)?.role === 'agenda' ? number.body : para.piece)
    if (section?.role === 'approval') {
      stamp = true
      continue
    }
    if (section?.role === 'agenda') {
      paper.label(section.label)
      if (number) paper.label(number.sign)
      if (section.value.text === '' && labelAfterAims(blocks, at + 1) >= 0) continue
      return readAgenda(paper, blocks, at + 1, section.value)
    }
    if (section && section.role !== 'annex') break
    if (opensQuestion(number?.body ?? para.piece)) break
    if (number && sectionLabel(number.body)) break
    if (stamp && !headLabel(para.piece)) continue
    stamp = false
    const listed = number !== null
    if (number && pending) paper.label(number.sign)
    else if (number && !headLabel(number.body)) {
      // A numbered list that nothing announced: the agenda or the decisions.
      break
    }
    if (!number && !pending && para.piece.text.length > 500) break
    pending = readHeadLine(paper, number?.body ?? para.piece, pending, listed)
  }
  // Items without a word above them are the agenda where something is heard afterwards.
  const next = blocks[at]
  if (paper.headings.size > 0 || !blocks.slice(at).some(tells)) return at
  if (next?.kind === 'table' && kindOfTable(next.table) === 'agenda')
    return readAgenda(paper, blocks, at, { text: '', at: [] })
  if (
    next?.kind === 'para' &&
    numberOf(next.para) &&
    !sectionLabel(numberOf(next.para)?.body ?? next.para.piece) &&
    !opensQuestion(next.para.piece)
  ) {
    return readAgenda(paper, blocks, at, { text: '', at: [] })
  }
  return at
}

/** Whether a block says what was heard, said or decided. */
function tells(block: Block): boolean {
  if (block.kind === 'table') return false
  const piece = numberOf(block.para)?.body ?? block.para.piece
  const role = sectionLabel(piece)?.role
  return role === 'heard' || role === 'spoke' || role === 'decisions' || opensQuestion(piece) !== null
}

/** Signatures, then annexes: a list of those present is the roster. */
function readTail(paper: Paper, blocks: readonly Block[], from: number): void {
  let pending: SignatureRole | null = null
  /** The signer whose position goes on in the lines below. */
  let below: SignatureRole | null = null
  let listing = false
  let annexed = false
  for (const block of blocks.slice(from)) {
    if (block.kind === 'table') {
      // A sheet of signatures says the same as the roster of the head.
      const roster = kindOfTable(block.table) === 'roster' || looksRoster(block.table)
      if (roster && paper.protocol.attendance.roster.length === 0) rosterTable(paper, block.table)
      continue
    }
    const { piece, apart } = block.para
    if (LIST_OF_PEOPLE.test(piece.text)) {
      listing = true
      pending = null
    } else if (listing) {
      const number = numberOf(block.para)
      if (number) paper.label(number.sign)
      listing = rosterLine(paper, number?.body ?? piece, false, number !== null)
    } else if (sectionLabel(piece)?.role === 'annex') {
      pending = null
      annexed = /^приложени/iu.test(piece.text)
    } else if (
      below !== null &&
      !apart &&
      /^[\p{Ll}\p{Lu}№«(]/u.test(piece.text) &&
      findNames(piece.text).length === 0 &&
      !/^\p{Lu}\p{Ll}/u.test(piece.text)
    ) {
      addPosition(paper, below, piece)
    } else if (pending === null && signedByKnown(paper, piece)) {
      readKnown(paper, piece)
    } else if (pending !== null || (looksSigned(piece) && !annexed)) {
      const asked: SignatureRole | null = pending
      pending = readSignature(paper, piece, asked)
      if (pending === asked) pending = null
      below = asked !== null && /,\s*$/u.test(piece.text) ? asked : null
    } else below = null
  }
}

const LIST_OF_PEOPLE =
  /(?:список|лист|регистраци|явочн)\p{L}*\s.{0,60}?(?:присутств|участник|регистрац)|^присутствовал/iu

/** «Селезнева А.В., / руководитель МИБЦ / СОШ № 15»: the position of a signer in lines under her name. */
function addPosition(paper: Paper, role: SignatureRole, piece: Piece): void {
  const { chairs, secretary } = paper.protocol
  const target = role === 'secretary' ? secretary : chairs.at(-1)
  if (!target) return
  target.position = clip(`${target.position} ${line(piece)}`.trim())
  paper.again(role === 'secretary' ? 'secretary' : `chairs/${chairs.at(-1)?.uid ?? ''}`, piece)
}

/** What follows from the whole: who leads by the roster, the layout, the format. */
function settle(paper: Paper): void {
  const { protocol } = paper
  settleAbsent(paper)
  for (const { person } of protocol.attendance.roster) {
    if (protocol.chairs.length === 0 && /председател/iu.test(person.position) && !/зам/iu.test(person.position)) {
      protocol.chairs.push({ uid: newUid(), ...person })
    }
    if (protocol.secretary === null && /секретар/iu.test(person.position)) protocol.secretary = { ...person }
  }
  if (protocol.format === 'none') {
    const format = formatIn(protocol.place)
    if (
      format &&
      /онлайн|телемост|платформ|сферум|zoom|вкс|дистанц|видео/iu.test(protocol.place) &&
      !/\(.*вкс.*\)/iu.test(protocol.place)
    )
      protocol.format = format
  }
  const told = protocol.agenda.some(({ speeches }) => speeches.length > 0)
  protocol.layout = told ? 'full' : protocol.speeches.length > 0 ? 'programme' : 'decisions'
}
