import { DecisionList, readDecisionTable } from './decisions'
import type { Paper } from './paper'
import { line, type Piece } from './piece'

interface Found {
  list: DecisionList
  item: number | null
  label: string
  /** «Решение заседания» after the decisions of its items. */
  common: boolean
  /** Its label, or the paragraph it stands in, says of which item they are. */
  named: boolean
}

/** Lists of decisions in the order they stand in the body, and of which item each turns out to be once all are read. */
export class DecisionLists {
  private readonly lists: Found[] = []
  private reading: DecisionList | null = null

  constructor(private readonly paper: Paper) {}

  /** The list being read. */
  get current(): DecisionList | null {
    return this.reading
  }

  get count(): number {
    return this.lists.length
  }

  begin(label: Piece, value: Piece, item: number | null, named: boolean): void {
    const words = (named ? line(label).replace(/\s+по\s.*$/iu, '') : line(label)).replace(/[\s:.–—-]+$/u, '')
    const common =
      /(?:решени\p{L}|рекомендации)\s+(?:заседания|совещания|собрания|семинара|встречи|рмо|гмо|мо)/iu.test(words) &&
      this.lists.some((other) => other.label !== words)
    const own = common ? null : item
    const { protocol } = this.paper
    this.reading = new DecisionList(this.paper, own, (n) => (n >= 1 && n <= protocol.agenda.length ? n - 1 : null))
    this.lists.push({ list: this.reading, item: own, label: words, common, named })
    if (protocol.decisionLabel === '' && words.length <= 60) protocol.decisionLabel = words
    if (value.text !== '') this.reading.addInline(value)
  }

  /** Of a paper that has no word for decisions. */
  beginUnlabelled(item: number | null): DecisionList {
    this.reading = new DecisionList(this.paper, item, () => null)
    this.lists.push({ list: this.reading, item, label: '', common: false, named: false })
    return this.reading
  }

  /** @param item under whose decisions the table stands; null: under none @param opened how many items were begun so far */
  readTable(table: Parameters<typeof readDecisionTable>[1], item: number | null, opened: number): void {
    const made = readDecisionTable(this.paper, table)
    const { agenda } = this.paper.protocol
    const several = agenda.length !== 1 || opened === 0
    // Of the whole meeting: the only list, after all items.
    const common = this.lists.length <= 1 && opened > 1
    this.target(opened > 0 && !common && several ? item : null).push(...made)
  }

  close(): void {
    this.reading = null
  }

  /** Puts the decisions where they belong: to their items, or to the whole meeting. `voted` is told of votes inside their words. */
  write(opened: number, voted: (vote: Piece, item: number) => void): void {
    const { agenda } = this.paper.protocol
    // One list belongs to one item only where the meeting had no other.
    const single = this.lists.length === 1 && (opened !== 1 || agenda.length !== 1)
    for (const { list, item, common, named } of this.lists) {
      for (const wrote of list.write()) {
        const own =
          this.paper.headings.size > 0 || named || wrote.item !== item
            ? wrote.item
            : (single && !list.numberedFor(item)) || common
              ? null
              : item
        this.target(own).push(wrote.decision)
        if (own !== null && wrote.vote) voted(wrote.vote, own)
      }
    }
  }

  private target(item: number | null) {
    const { agenda, decisions } = this.paper.protocol
    return item === null ? decisions : (agenda[item]?.decisions ?? decisions)
  }
}
