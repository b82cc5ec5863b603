import { newUid } from '@shared/contract/fields'
import type { Decision } from '@shared/contract/meetings'
import { parseDues } from '@shared/domain/due/parse'
import type { z } from 'zod'
import { split } from './addressee-split'
import { infinitiveAt } from './addressee-words'
import { addresseeHeading, addresseesOf, kindOf } from './addressees'
import { cellText, type Para, type Table } from './blocks'
import { columnsOf, gridOf } from './columns'
import { inlineItems, type Numbered, numberOf, typedNumber } from './numbering'
import type { Paper } from './paper'
import { cut, join, LONGEST, type Piece, strip, tidy } from './piece'
import { opensQuestion } from './questions'
import { voteAtEnd } from './vote'

type Made = z.infer<typeof Decision>

/** One decision as its paragraphs stand in the paper. */
interface Node {
  piece: Piece
  number: Numbered | null
  depth: number
  /** Index into the agenda; null: of the whole meeting. */
  item: number | null
  /** A heading of addressees without a number: all to the next such heading are theirs. */
  heads: boolean
  /** The original's line on which Word's own number stands. */
  line: number
}

export interface Wrote {
  decision: Made
  item: number | null
  /** «(за – 12, против – 1)» that ends its words. */
  vote: Piece | null
}

/** A label of a line that belongs to the decision above. */
const CONTINUES =
  /^\(?\s*(?:отв(?:етственн\p{L}*|\.)|исполнител\p{L}*|исп\.|срок\p{L}*(?:\s+(?:исполнения|выполнения|реализации))?|контроль(?!\s+(?:за|над))|результат|форма\s+отч[её]та)(?!\p{L})[^:–—.\n]{0,40}[:–—.-]/iu

/** Collects the paragraphs under a label of decisions, then makes decisions of them. */
export class DecisionList {
  private readonly nodes: Node[] = []
  private list: number | null = null
  private switched: number | null = null
  private latest: Numbered | null = null

  constructor(
    private readonly paper: Paper,
    private readonly item: number | null,
    /** From an agenda number said in the list («По второму вопросу:») to its index. */
    private readonly indexOf: (n: number) => number | null,
  ) {}

  get numbered(): boolean {
    return this.last !== null
  }

  /** «2.1.», «2.2.»: numbered as decisions on that item of the agenda. */
  numberedFor(item: number | null): boolean {
    const numbers = this.nodes.flatMap(({ number }) => (number ? [number] : []))
    return (
      item !== null &&
      numbers.length > 0 &&
      numbers.every(({ n, parts }) => parts === 2 && n.startsWith(`${item + 1}.`))
    )
  }

  /** The Word list its decisions are of. */
  get ofList(): number | null {
    return this.list
  }

  get last(): Numbered | null {
    return this.latest
  }

  /** What follows the label on its line. */
  addInline(value: Piece): void {
    for (const part of inlineItems(value)) {
      const number = typedNumber(part)
      this.push(
        number && number.kind !== 'bullet' ? number : null,
        number?.body ?? part,
        number?.kind === 'figures' ? number.parts - 1 : 0,
      )
    }
  }

  /** One paragraph. False: it does not look like a part of the decisions. */
  addPara(para: Para): boolean {
    const number = numberOf(para)
    const body = number?.body ?? para.piece
    if (!/[\p{L}\p{N}]/u.test(body.text)) {
      if (number) this.paper.label(para.piece)
      return true
    }
    const question = opensQuestion(body)
    if (question && (question.rest.text === '' || number === null)) {
      this.paper.label(question.label)
      if (number) this.paper.label(number.sign)
      this.switched = this.indexOf(question.items[0] ?? 0)
      if (question.rest.text !== '') this.push(null, question.rest, 0)
      return true
    }
    const last = this.nodes.at(-1)
    if (last && (number === null || number.kind === 'bullet') && CONTINUES.test(body.text)) {
      this.append(last, para.piece)
      return true
    }
    if (number === null && (last === undefined || !this.isHeading(last)) && headsOthers(para)) {
      this.push(null, body, -1, -1, true)
      return true
    }
    if (number === null) {
      if (last && this.numbered && !last.heads && !/^контроль\s/iu.test(body.text)) {
        this.append(last, body)
        return true
      }
      if (last && /^\p{Ll}/u.test(body.text) && !/[.;]$/u.test(last.piece.text) && !this.isHeading(last)) {
        this.append(last, body)
        return true
      }
      this.push(null, body, last && this.isHeading(last) ? last.depth + 1 : 0)
      return true
    }
    this.list ??= para.list
    for (const part of number.auto ? [para.piece] : inlineItems(para.piece)) {
      const own = number.auto ? number : (typedNumber(part) ?? number)
      this.push(own, number.auto ? part : own.body, this.depthOf(own, para), para.line)
    }
    return true
  }

  private depthOf(number: Numbered, para: Para): number {
    if (para.level !== null && number.auto && number.kind !== 'bullet') return para.level
    const near = this.nodes.slice(-NEAR)
    const previous = near.at(-1)
    if (number.kind === 'figures' && number.parts > 1) return number.parts - 1
    if (number.kind === 'figures') {
      // «I. Руководителям:» / «1. провести»; «1. Педагогам:» / «1) провести».
      const other = near.findLast((node) => node.number !== null && style(node.number) !== style(number))
      const same = near.findLast((node) => node.number !== null && style(node.number) === style(number))
      if (
        previous &&
        number.order === 1 &&
        previous.number &&
        (this.isHeading(previous) || style(previous.number) !== style(number)) &&
        other
      )
        return other.depth + 1
      return same && number.order === (same.number?.order ?? 0) + 1 ? same.depth : 0
    }
    const above = near.findLast((node) => node.number?.kind !== number.kind)
    if (number.kind === 'letter') return (above?.depth ?? -1) + 1
    if (number.kind === 'roman') return 0
    return above && this.isHeading(above) ? above.depth + 1 : (para.level ?? 0)
  }

  /** «Руководителям ИБЦ:» and the like: words above a list of their own. */
  private isHeading(node: Node): boolean {
    return /:$/u.test(node.piece.text)
  }

  private push(number: Numbered | null, body: Piece, depth: number, line = -1, heads = false): void {
    if (!/[\p{L}\p{N}]/u.test(body.text)) return
    this.nodes.push({ piece: body, number, depth, item: this.switched ?? this.item, line, heads })
    if (number) this.paper.label(number.sign)
    this.latest = number ?? this.latest
  }

  private append(node: Node, piece: Piece): void {
    if (node.piece.text.length < LONGEST) node.piece = join([node.piece, strip(piece)], '\n')
    else this.push(null, strip(piece), node.depth)
  }

  /** The decisions, with a heading of addressees given to each below it. */
  write(): Wrote[] {
    const wrote: Wrote[] = []
    const heads: { depth: number; addressees: Piece[]; label: Piece }[] = []
    for (let at = 0; at < this.nodes.length; at += 1) {
      const node = this.nodes[at]
      if (!node) continue
      while (heads.length > 0 && (heads.at(-1)?.depth ?? 0) >= node.depth) heads.pop()
      const below = this.nodes[at + 1]
      const addressees = below && below.depth > node.depth ? addresseeHeading(node.piece) : null
      if (addressees) {
        heads.push({ depth: node.depth, addressees, label: node.piece })
        this.paper.label(node.piece)
        continue
      }
      if (below && below.depth > node.depth && this.isHeading(node)) {
        if (infinitiveAt(node.piece.text) < 0) {
          // «В области комплектования:» parts the list and is no decision.
          continue
        }
        // «Обеспечить: а) сохранность; б) учёт» is one decision.
        for (let next = this.nodes[at + 1]; next && next.depth > node.depth; next = this.nodes[at + 1]) {
          if (node.piece.text.length >= LONGEST) break
          node.piece = join([node.piece, next.number ? join([next.number.sign, next.piece], '') : next.piece], '\n')
          at += 1
        }
      }
      const decision = makeDecision(this.paper, node.piece, node.number, node.line)
      const head = heads.at(-1)
      if (head) addAddressees(this.paper, decision, head.addressees, true)
      wrote.push({ decision, item: node.item, vote: voteAtEnd(node.piece) })
    }
    return wrote
  }
}

/** «Управлению образования» in bold or before a colon, above what is recommended to it. */
const headsOthers = ({ piece, prominent }: Para): boolean =>
  (prominent || /:$/u.test(piece.text)) && piece.text.length <= 160 && addresseeHeading(piece) !== null

/** How far back the level of an item is looked for. */
const NEAR = 60

/** «1.», «1)» and «I.» number different levels of a list. */
const style = ({ kind, sign, parts }: Numbered): string => `${kind} ${/\)\s*$/u.test(sign.text) ? ')' : '.'} ${parts}`

/** Whether the words hold a due and nothing else. */
const dueOnly =
  (paper: Paper) =>
  (text: string): boolean => {
    const bare = text.replace(/^\s*срок\p{L}*(?:\s+(?:исполнения|выполнения))?\s*[:–—-]?\s*/iu, '')
    // A name is none, and most that is asked about is one.
    if (/^\p{Lu}\p{Ll}+\s\p{Lu}\./u.test(bare)) return false
    const found = parseDues(bare, { date: dateOf(paper), mode: 'sentence' })
    const words = bare.replace(/[^\p{L}\p{N}]/gu, '').length
    return (
      found.length > 0 &&
      found.reduce((sum, due) => sum + due.text.replace(/[^\p{L}\p{N}]/gu, '').length, 0) >= words * 0.8
    )
  }

const dateOf = (paper: Paper): string => paper.protocol.date ?? paper.today

export function makeDecision(paper: Paper, whole: Piece, number: Numbered | null, line: number): Made {
  const piece = tidy(whole)
  const uid = newUid()
  const text = piece.text.slice(0, 100_000)
  const decision: Made = { uid, text, addressees: [], dues: [], carriedFrom: null }
  paper.field(`decisions/${uid}/text`, piece)
  if (number && number.n !== '') {
    if (number.auto) {
      paper.marks.push({
        path: `decisions/${uid}/n`,
        places: [{ line, from: 0, to: 0 }],
        sure: true,
        note: '',
        choices: [],
      })
    } else paper.field(`decisions/${uid}/n`, printedNumber(number.sign))
  }
  addAddressees(paper, decision, addresseesOf(piece, dueOnly(paper)), false)
  const dues = text.length > 20_000 ? [] : parseDues(text, { date: dateOf(paper), mode: 'sentence' })
  for (const due of dues) {
    paper.field(`decisions/${uid}/dues/${decision.dues.length}`, cut(piece, due.range[0], due.range[1]))
    decision.dues.push(due)
  }
  return decision
}

/** «п. 3.» is printed as 3. */
const printedNumber = (sign: Piece): Piece =>
  strip(cut(sign, (/^п(?:ункт)?\.?\s?(?=\d)/iu.exec(sign.text) ?? [''])[0].length), '.)')

export function addAddressees(paper: Paper, decision: Made, pieces: readonly Piece[], first: boolean): void {
  const made = pieces.map((piece) => {
    const uid = newUid()
    const text = tidy(piece).text.replace(/\s+/gu, ' ').slice(0, 1000)
    paper.field(`decisions/${decision.uid}/addressees/${uid}`, piece)
    return { uid, kind: kindOf(text), text, librarianId: null, schoolId: null }
  })
  const fresh = made.filter(({ text }) => !decision.addressees.some((other) => other.text === text))
  decision.addressees = first ? [...fresh, ...decision.addressees] : [...decision.addressees, ...fresh]
}

/** A table of decisions: № · решение · ответственный · срок. Merged cells hold for every row they span. */
export function readDecisionTable(paper: Paper, table: Table): Made[] {
  const { columns, headRows } = columnsOf(table)
  const column = (role: string): number | undefined => columns.find((one) => one.role === role)?.column
  const grid = gridOf(table)
  const made: Made[] = []
  for (const cell of table.cells) if (cell.row < headRows) paper.label(cellText(cell))
  for (let row = headRows; row < table.rows; row += 1) {
    const at = (role: string): { text: Piece; own: boolean } => {
      const index = column(role)
      const cell = index === undefined ? undefined : grid.get(row)?.get(index)
      return { text: cellText(cell), own: cell?.row === row }
    }
    const decision = at('decision')
    if (!decision.own || decision.text.text === '' || spans(table, row)) continue
    const number = at('n')
    made.push(
      ...decisionRow(
        paper,
        decision.text,
        number.own ? number.text : cut(number.text, 0, 0),
        numberCell(grid.get(row)?.get(column('n') ?? -1)),
        at('who').text,
        at('due').text,
      ),
    )
  }
  return made
}

const numberCell = (cell: Parameters<typeof cellText>[0]): Para | null => cell?.paras[0] ?? null

/** A row that is one cell: a heading inside the table. */
const spans = (table: Table, row: number): boolean => {
  const cells = table.cells.filter((cell) => cell.row === row)
  return cells.length === 1 && (cells[0]?.columnSpan ?? 1) >= Math.min(table.columns, 3)
}

/** The decisions of one row: the cell may hold several, numbered. */
export function decisionRow(
  paper: Paper,
  text: Piece,
  numberText: Piece,
  numberPara: Para | null,
  who: Piece,
  due: Piece,
): Made[] {
  const parts = text.text.split('\n').length > 1 ? numberedLines(text) : [text]
  const made: Made[] = []
  for (const part of parts) {
    const typed = typedNumber(part)
    const own = typed && typed.kind !== 'bullet' ? typed : numberInCell(numberText, numberPara)
    if (typed) paper.label(typed.sign)
    if (own) paper.label(own.sign)
    const decision = makeDecision(paper, typed?.body ?? part, own, numberPara?.line ?? -1)
    const people = split(strip(who, ',;')).filter(({ text: one }) => /\p{L}{2}/u.test(one))
    if (people.length > 0) decision.addressees = []
    addAddressees(paper, decision, people, false)
    if (/[\p{L}\p{N}]/u.test(due.text)) {
      const words = tidy(due)
      const dues = parseDues(words.text.slice(0, 1000), { date: dateOf(paper), mode: 'field' })
      paper.label(words)
      for (const one of dues) {
        paper.field(`decisions/${decision.uid}/dues/${decision.dues.length}`, cut(words, one.range[0], one.range[1]))
        decision.dues.push({ ...one, range: null })
      }
    }
    made.push(decision)
  }
  return made
}

function numberInCell(text: Piece, para: Para | null): Numbered | null {
  if (para && para.label !== '' && text.text === '') return numberOf({ ...para, piece: { text: '.', at: [-1] } })
  const match = /^(\d{1,2}(?:\.\d{1,2})*)\.?$/u.exec(text.text)
  return match
    ? {
        kind: 'figures',
        n: match[1] ?? '',
        order: 0,
        parts: 1,
        sign: text,
        body: cut(text, text.text.length),
        auto: false,
      }
    : null
}

/** Lines of a cell, each numbered one beginning a part. */
function numberedLines(text: Piece): Piece[] {
  const parts: Piece[] = []
  let from = 0
  for (let at = 0; at <= text.text.length; at += 1) {
    if (at < text.text.length && text.text.charAt(at) !== '\n') continue
    const line = strip(cut(text, from, at))
    const number = typedNumber(line)
    const last = parts.at(-1)
    if (!last || (number && number.kind !== 'bullet') || last.text.length >= LONGEST) parts.push(line)
    else parts[parts.length - 1] = join([last, line], '\n')
    from = at + 1
  }
  return parts.filter(({ text: part }) => part !== '')
}
