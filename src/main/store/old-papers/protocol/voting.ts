import type { Paper } from './paper'
import { cut, join, type Piece } from './piece'
import { readVote } from './vote'

/** «ГОЛОСОВАЛИ: …» and the lines it goes on in: one vote, of the item that is open or of all. */
export class Voting {
  private pieces: Piece[] = []

  /**
   * @param item the item that is open, by its place in the agenda
   * @param leave keeps words that are no vote with the item
   */
  constructor(
    private readonly paper: Paper,
    private readonly item: () => number | null,
    private readonly leave: (piece: Piece) => void,
  ) {}

  begin(label: Piece, value: Piece): void {
    // «Поступило бюллетеней 9.» / «Голосовали: …» is one vote.
    const begun = this.pieces.length > 0 && readVote(this.pieces.map(({ text }) => text).join(' ')) === null
    if (!begun) this.close()
    // «единогласно» may be the label itself.
    this.pieces.push(join([label, value], ' '))
  }

  /** False: the line is no more of the vote. */
  add(line: Piece): boolean {
    if (!CONTINUES.test(line.text)) return false
    this.pieces.push(line)
    return true
  }

  /** The only vote, taken on the decisions of the whole meeting after its last item: it is of all items. */
  ofWhole(): void {
    const voted = this.agenda.filter(({ vote }) => vote.unanimous || vote.for !== null)
    const [only] = voted
    if (only === undefined || voted.length > 1 || only !== this.agenda.at(-1)) return
    for (const item of this.agenda) {
      if (item === only) continue
      item.vote = { ...only.vote }
      this.paper.alike(`agenda/${item.uid}/vote`, `agenda/${only.uid}/vote`)
    }
  }

  /** A vote that stands inside the words of a decision, where none was told apart. */
  within(piece: Piece, at: number): void {
    const item = this.agenda[at]
    const vote = readVote(piece.text)
    if (!item || !vote || item.vote.unanimous || item.vote.for !== null) return
    item.vote = vote
    this.paper.field(`agenda/${item.uid}/vote`, piece)
  }

  close(): void {
    if (this.pieces.length === 0) return
    const pieces = this.pieces
    this.pieces = []
    const text = pieces.map((piece) => piece.text).join(' ')
    const vote = readVote(text)
    if (!vote) {
      this.paper.label(cut(join(pieces, ' '), 0, 0))
      for (const piece of pieces) this.leave(piece)
      return
    }
    const at = this.item()
    const all = /всем\s+(?:вопросам|пунктам)/iu.test(text) || at === null
    const items = all ? this.agenda : this.agenda.slice(at, at + 1)
    for (const item of items) {
      item.vote = { ...vote }
      this.paper.field(`agenda/${item.uid}/vote`, pieces)
    }
    if (items.length === 0) for (const piece of pieces) this.paper.label(piece)
  }

  private get agenda(): Paper['protocol']['agenda'] {
    return this.paper.protocol.agenda
  }
}

const CONTINUES = /^(?:["«“„]?\s?(?:за|против|возд|единогласн)|\d+\s+(?:голос|воздерж|против))/iu
