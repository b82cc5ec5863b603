import type { AgendaItem } from '@shared/contract/meetings'
import type { z } from 'zod'
import { addSpeakers, emptyItem, surnamesIn } from './agenda'
import { looksRoster } from './attendance'
import type { Block, Para } from './blocks'
import { parasOf } from './blocks'
import { kindOfTable } from './columns'
import { DecisionLists } from './decision-lists'
import { gluedParts } from './glued'
import { type Section, sectionLabel } from './labels'
import { type Numbered, numberOf, typedNumber } from './numbering'
import type { Paper } from './paper'
import { cut, join, type Piece, strip } from './piece'
import { readQuestionTable } from './question-table'
import { opensQuestion } from './questions'
import { headingOf, similar, titledBy, topicOf, topOrder } from './repeated-headings'
import { looksSigned, signedByKnown } from './signatures'
import { beginsRemark, remarksOf, speakerHeading, spoken } from './speech'
import { Speeches } from './speeches'
import { Voting } from './voting'

type Item = z.infer<typeof AgendaItem>

type Mode = 'none' | 'heard' | 'spoke' | 'vote' | 'decisions' | 'noted'

/** What was heard, said, voted and decided, item by item. */
export class Body {
  private item: number | null = null
  private mode: Mode = 'none'
  /** СЛУШАЛИ stands on a line of its own: those below it were heard. */
  private listening = false
  private opened = new Set<number>()
  private questions = false
  /** «Ход заседания»: what is numbered below are the items of the agenda, told in their order. */
  private course = false
  /** What is read now stands in the middle of a paragraph. */
  private glued = false
  /** The paper says where its decisions begin. */
  private labelled = true

  private readonly speeches: Speeches
  private readonly voting: Voting
  private readonly decisions: DecisionLists

  constructor(private readonly paper: Paper) {
    const item = (): number | null => this.item
    this.speeches = new Speeches(paper, item)
    this.decisions = new DecisionLists(paper)
    this.voting = new Voting(paper, item, (piece) => this.speeches.leave(piece))
  }

  /** The item that comes next. */
  private get next(): number {
    return this.item === null ? 0 : this.item + 1
  }

  private get agenda(): Item[] {
    return this.paper.protocol.agenda
  }

  /** Reads blocks from the end of the agenda to the signatures; answers where those begin. */
  read(blocks: readonly Block[], from: number): number {
    this.labelled = blocks.slice(from).some((block) => block.kind === 'para' && labelsDecisions(block.para))
    let at = from
    for (; at < blocks.length; at += 1) {
      const block = blocks[at]
      if (block === undefined) break
      if (block.kind === 'table') {
        if (!this.readTable(block)) break
        continue
      }
      const { para } = block
      const section = sectionLabel(para.piece)
      if (section?.role === 'annex' && this.worked) break
      if (looksSigned(para.piece) && (this.worked || this.agenda.length > 0) && section === null) break
      if (signedByKnown(this.paper, para.piece) && this.worked) break
      const parts = this.paper.headings.has(para) ? [para] : gluedParts(para, this.mode === 'decisions')
      for (const [index, part] of parts.entries()) {
        this.glued = index > 0
        this.readPara(part)
      }
    }
    this.finish()
    return at
  }

  private get worked(): boolean {
    return this.decisions.count > 0 || this.opened.size > 0 || this.mode !== 'none' || this.questions
  }

  private readTable(block: Block & { kind: 'table' }): boolean {
    const kind = kindOfTable(block.table)
    if (kind === 'questions') {
      this.closeAll()
      readQuestionTable(this.paper, block.table)
      this.questions = true
      this.item = null
      return true
    }
    if (kind === 'decisions') {
      this.speeches.close()
      this.voting.close()
      this.decisions.readTable(block.table, this.mode === 'decisions' ? this.item : null, this.opened.size)
      this.mode = 'none'
      return true
    }
    const text = parasOf(block.table).map(({ piece }) => piece.text)
    // A table of signatures, or of those present, ends the body.
    if (
      text.some((part) => /^(?:председател|секретар|руководител|ведущ|модератор)/iu.test(part)) &&
      block.table.rows <= 6 &&
      this.worked
    )
      return false
    if ((kind === 'roster' || looksRoster(block.table)) && this.worked) return false
    return true
  }

  private readPara(para: Para): void {
    const number = numberOf(para)
    const body = number?.body ?? para.piece
    const heading = this.paper.headings.get(para)
    if (heading !== undefined) {
      this.open(heading)
      return
    }
    if (this.speakersBelow(body)) return
    const question = opensQuestion(body)
    if (
      question &&
      this.mode === 'decisions' &&
      this.decisions.current &&
      (question.rest.text === '' || (number === null && /:\s*$/u.test(question.label.text))) &&
      this.decisions.count === 1 &&
      this.opened.size === 0
    ) {
      this.decisions.current.addPara(para)
      return
    }
    if (question) {
      this.paper.label(question.label)
      if (number) this.paper.label(number.sign)
      this.open((question.items[0] ?? 1) - 1)
      this.readRest(question.rest, true)
      return
    }
    // The number may follow the word: «СЛУШАЛИ: 1. Аксенову В.П.»
    const section = sectionLabel(body)
    if (section && section.role !== 'approval' && section.role !== 'annex' && section.role !== 'agenda') {
      this.readSection(section, number)
      return
    }
    const topic = topicOf(this.agenda, body)
    if (topic !== null) {
      if (number) this.paper.label(number.sign)
      this.open(topic.item)
      this.paper.label(cut(body, 0, topic.length))
      this.readRest(strip(cut(body, topic.length)), true)
      return
    }
    const titled = titledBy(this.agenda, this.next, body, number)
    if (titled !== null) {
      if (number) this.paper.label(number.sign)
      this.open(titled.item)
      this.paper.again(`agenda/${this.agenda[titled.item]?.uid}/title`, cut(body, 0, titled.length))
      this.readRest(strip(cut(body, titled.length), '.:;–—-'), false)
      return
    }
    const sundry = SUNDRY.exec(body.text)
    const last = this.agenda.length - 1
    if (sundry && last >= this.next && /^разное/iu.test(this.agenda[last]?.title ?? '')) {
      if (number) this.paper.label(number.sign)
      this.open(last)
      this.paper.label(cut(body, 0, sundry[0].length))
      this.readRest(strip(cut(body, sundry[0].length)), true)
      return
    }
    const repeated = headingOf(this.agenda, this.next, para, number, {
      decisions: this.mode === 'decisions' ? this.decisions.current : null,
      speaking: this.mode === 'spoke' && !this.course,
      voted: this.mode === 'vote',
    })
    if (repeated !== null) {
      if (number) this.paper.label(number.sign)
      this.open(repeated.item)
      if (repeated.title) this.paper.again(`agenda/${this.agenda[repeated.item]?.uid}/title`, body)
      else this.readRest(body, false)
      return
    }
    this.readPlain(para, number, body)
  }

  private readSection({ role, label, value, item }: Section, number: Numbered | null): void {
    this.paper.label(label)
    if (number) this.paper.label(number.sign)
    const named = item !== null && (this.agenda.length === 0 || item <= this.agenda.length)
    if (named && role !== 'heard' && item - 1 !== this.item) this.open(item - 1)
    // «4) РЕШИЛИ: …»: nothing was heard on the fourth item.
    if (
      role === 'decisions' &&
      !named &&
      topOrder(number) === this.next + 1 &&
      this.next < this.agenda.length &&
      this.worked
    )
      this.open(this.next)
    if (role === 'heard') {
      const inner = typedNumber(value)
      if (inner?.kind === 'figures') this.paper.label(inner.sign)
      const order = (named ? item : null) ?? topOrder(number) ?? topOrder(inner)
      const fresh =
        this.item === null ||
        this.agenda[this.item]?.speeches.some(({ kind }) => kind === 'report') ||
        this.mode === 'decisions' ||
        this.mode === 'vote'
      const wanted = order !== null && order >= 1 && (order - 1 !== this.item || fresh) ? order - 1 : null
      if (wanted !== null) this.open(wanted)
      else if (fresh) this.open(this.item === null ? 0 : this.item + 1)
      this.mode = 'heard'
      this.listening = value.text === ''
      const rest = inner?.kind === 'figures' ? inner.body : value
      if (rest.text !== '') this.speeches.report(rest, true)
      else this.speeches.close()
    } else if (role === 'spoke') {
      this.closeAll()
      this.mode = 'spoke'
      this.course = /^ход(?!\p{L})/iu.test(label.text)
      const single = /^выступил[аи]?(?!\p{L})/iu.test(label.text)
      if (!this.speeches.named(value)) for (const part of remarksOf(value)) this.speeches.remark(part, single)
    } else if (role === 'vote') {
      this.speeches.close()
      this.mode = 'vote'
      this.voting.begin(label, value)
    } else if (role === 'decisions') {
      this.speeches.close()
      this.voting.close()
      this.mode = 'decisions'
      this.decisions.begin(label, value, this.item, named || this.glued)
    } else if (role === 'noted') {
      this.speeches.close()
      this.mode = 'noted'
    }
  }

  /** «(Вдовина, Дёмина)» under a heading that is the agenda: who spoke on it. */
  private speakersBelow(body: Piece): boolean {
    const item = this.item === null ? undefined : this.agenda[this.item]
    if (!item || this.paper.headings.size === 0 || this.mode !== 'heard' || item.speeches.length > 0) return false
    if (!/^\([^()]{3,300}\)[.:]?$/u.test(body.text)) return false
    const speakers = surnamesIn(strip(cut(body, 1, body.text.lastIndexOf(')'))))
    if (speakers === null) return false
    this.paper.label(body)
    addSpeakers(this.paper, item, speakers)
    return true
  }

  private open(index: number): void {
    this.closeAll()
    this.mode = 'heard'
    this.listening = false
    while (this.agenda.length <= index && index < 60) {
      // An item that the agenda does not name: the paper may have no agenda.
      this.agenda.push(emptyItem(''))
    }
    this.item = Math.min(index, this.agenda.length - 1)
    this.opened.add(this.item)
  }

  /** What follows «По первому вопросу» on its line. */
  private readRest(rest: Piece, question: boolean): void {
    if (rest.text === '') return
    const section = sectionLabel(rest)
    if (
      section &&
      section.role !== 'approval' &&
      section.role !== 'annex' &&
      section.role !== 'agenda' &&
      section.role !== 'spoke'
    ) {
      this.readSection(section, null)
      return
    }
    const several = section?.role === 'spoke' ? remarksOf(section.value) : []
    if (section && several.length > 1) {
      this.paper.label(section.label)
      for (const part of several) this.speeches.report(part, true)
      return
    }
    const item = this.item === null ? null : this.agenda[this.item]
    if (item && similar(rest.text, item.title) >= 0.75 && rest.text.length <= item.title.length * 1.4 + 20) {
      this.paper.again(`agenda/${item.uid}/title`, rest)
      return
    }
    this.speeches.report(rest, question)
  }

  private readPlain(para: Para, number: Numbered | null, body: Piece): void {
    switch (this.mode) {
      case 'decisions':
        if (number === null && NEXT_MEETING.test(body.text)) {
          this.mode = 'noted'
          return
        }
        if (this.decisions.current?.addPara(para) === false) this.speeches.leave(body)
        return
      case 'vote':
        if (this.voting.add(body)) return
        this.voting.close()
        this.mode = 'heard'
        this.readPlain(para, number, body)
        return
      case 'spoke':
        this.spoke(para, number, body)
        return
      case 'heard':
        if (number && number.kind !== 'bullet' && this.paper.headings.size > 0 && !this.labelled) {
          // Numbered under a heading of a paper that has no word for decisions: they are decisions.
          this.speeches.close()
          this.mode = 'decisions'
          this.decisions.beginUnlabelled(this.item).addPara(para)
          return
        }
        this.heard(number, body)
        return
      case 'noted':
        return
      case 'none':
        if (beginsRemark(body)) {
          if (number) this.paper.label(number.sign)
          this.speeches.remark(body, false)
        } else if (this.speeches.headed !== null) this.speeches.append(body)
    }
  }

  private heard(number: Numbered | null, body: Piece): void {
    const has = this.item !== null && this.agenda[this.item]?.speeches.some(({ kind }) => kind === 'report')
    const many = number !== null && number.kind !== 'bullet'
    if (!has) {
      if (number) this.paper.label(number.sign)
      this.speeches.report(body, true)
    } else if (many && spoken(body, true).speakers.length > 0) {
      // «а) Тюрину Г.С. …  б) Фокеева А.А. …»
      this.paper.label(number.sign)
      this.speeches.report(body, true)
    } else if (beginsRemark(body)) {
      if (this.listening && !/^выступил/iu.test(body.text)) this.speeches.report(body, true)
      else this.speeches.remark(body, true)
    } else this.speeches.append(number ? join([number.sign, body], '') : body)
  }

  private spoke(para: Para, number: Numbered | null, body: Piece): void {
    const heading = speakerHeading(body)
    if (heading && (this.opened.size === 0 || this.speeches.headed !== false)) {
      if (number) this.paper.label(number.sign)
      this.speeches.under(heading, cut(body, 0, 0))
      return
    }
    const own = beginsRemark(body) || number !== null
    if (
      own &&
      (spoken(body, number !== null || para.label !== '').speakers.length > 0 || this.speeches.headed === null)
    ) {
      if (number) this.paper.label(number.sign)
      this.speeches.remark(body, number !== null)
    } else if (this.speeches.headed !== null) this.speeches.append(number ? join([number.sign, body], '') : body)
    else this.speeches.remark(body, false)
  }

  private closeAll(): void {
    this.speeches.close()
    this.voting.close()
    if (this.mode === 'decisions') this.mode = 'none'
    this.decisions.close()
  }

  private finish(): void {
    this.closeAll()
    const { decisions } = this
    decisions.write(this.opened.size, (vote, item) => this.voting.within(vote, item))
    if (decisions.count === 1 && this.paper.protocol.decisions.length > 0) this.voting.ofWhole()
  }
}

const labelsDecisions = (para: Para): boolean => sectionLabel(numberOf(para)?.body ?? para.piece)?.role === 'decisions'

/** «В разделе «Разное» Ершова О.Н. напомнила …» */
const SUNDRY = /^в\s+(?:раздел|рубрик|пункт|част|блок)\p{L}*\s+[«"“]?разное[»"”]?\s*[,:–—-]*\s*(?=\p{Lu})/iu

/** After the decisions: when the next meeting will be. */
const NEXT_MEETING = /^(?:дата\s+)?следующ\p{L}{2,3}\s+(?:встреч|заседани|совещани|собрани|семинар)/iu
