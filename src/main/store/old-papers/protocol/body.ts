import { newUid } from '@shared/contract/fields'
import type { AgendaItem, Speech } from '@shared/contract/meetings'
import { nominativeName } from '@shared/domain/text/nominative'
import { stems } from '@shared/domain/text/stems'
import type { z } from 'zod'
import { addSpeakers, emptyItem, surnamesIn, withSpeakers } from './agenda'
import { looksRoster } from './attendance'
import type { Block, Para } from './blocks'
import { parasOf } from './blocks'
import { kindOfTable } from './columns'
import { DecisionList, readDecisionTable } from './decisions'
import { gluedParts } from './glued'
import { type Section, sectionLabel } from './labels'
import { type Numbered, numberOf, typedNumber } from './numbering'
import { clip, type Paper } from './paper'
import { onlyPeople, type Person, people } from './people'
import { cut, join, line, type Piece, paragraphs, strip, tidy } from './piece'
import { readQuestionTable } from './question-table'
import { opensQuestion } from './questions'
import { looksSigned, signedByKnown } from './signatures'
import { beginsRemark, type Spoken, speakerHeading, spoken } from './speech'
import { genderTold } from './verbs'
import { readVote } from './vote'

type Item = z.infer<typeof AgendaItem>
type Said = z.infer<typeof Speech>

type Mode = 'none' | 'heard' | 'spoke' | 'vote' | 'decisions' | 'noted'

/** What was heard, said, voted and decided, item by item. */
export class Body {
  private item: number | null = null
  private mode: Mode = 'none'
  private decisions: DecisionList | null = null
  private lists: { list: DecisionList; item: number | null; label: string; common: boolean; named: boolean }[] = []
  private voting: Piece[] = []
  /** The speech that the next paragraphs go on with. */
  private speech: { said: Said; pieces: Piece[]; path: string; heading: boolean } | null = null
  /** СЛУШАЛИ stands on a line of its own: those below it were heard. */
  private listening = false
  private opened = new Set<number>()
  private questions = false
  /** What is read now stands in the middle of a paragraph. */
  private glued = false
  /** The paper says where its decisions begin. */
  private labelled = true

  constructor(private readonly paper: Paper) {}

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
    return this.lists.length > 0 || this.opened.size > 0 || this.mode !== 'none' || this.questions
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
      this.closeSpeech()
      this.closeVote()
      const made = readDecisionTable(this.paper, block.table)
      const several = this.agenda.length !== 1 || this.opened.size === 0
      const item = this.mode === 'decisions' && this.opened.size > 0 && !this.commonNow() && several ? this.item : null
      const target =
        item === null ? this.paper.protocol.decisions : (this.agenda[item]?.decisions ?? this.paper.protocol.decisions)
      target.push(...made)
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

  /** Decisions of the whole meeting: the only list, after all items. */
  private commonNow(): boolean {
    return this.lists.length <= 1 && this.opened.size > 1
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
      this.decisions &&
      question.rest.text === '' &&
      (number !== null || this.opened.size === 0) &&
      this.lists.length === 1 &&
      this.opened.size === 0
    ) {
      this.decisions.addPara(para)
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
    const titled = this.titledBy(body, number)
    if (titled !== null) {
      if (number) this.paper.label(number.sign)
      this.open(titled.item)
      this.paper.again(`agenda/${this.agenda[titled.item]?.uid}/title`, cut(body, 0, titled.length))
      this.readRest(strip(cut(body, titled.length), '.:;–—-'), false)
      return
    }
    const repeated = this.headingOf(para, number)
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
      if (rest.text !== '') this.report(rest, true)
      else this.closeSpeech()
    } else if (role === 'spoke') {
      this.closeAll()
      this.mode = 'spoke'
      const single = /^выступил[аи]?(?!\p{L})/iu.test(label.text)
      for (const part of remarksOf(value)) this.remark(part, single)
    } else if (role === 'vote') {
      this.closeSpeech()
      // «Поступило бюллетеней 9.» / «Голосовали: …» is one vote.
      const begun = this.voting.length > 0 && readVote(this.voting.map(({ text }) => text).join(' ')) === null
      if (!begun) this.closeVote()
      this.mode = 'vote'
      // «единогласно» may be the label itself.
      this.voting = [...(begun ? this.voting : []), join([label, value], ' ')]
    } else if (role === 'decisions') {
      this.closeSpeech()
      this.closeVote()
      this.startDecisions(label, value, named || this.glued)
    } else if (role === 'noted') {
      this.closeSpeech()
      this.mode = 'noted'
    }
  }

  /** `named`: the label, or the paragraph it stands in, says of which item they are. */
  private startDecisions(label: Piece, value: Piece, named: boolean): void {
    const words = (named ? line(label).replace(/\s+по\s.*$/iu, '') : line(label)).replace(/[\s:.–—-]+$/u, '')
    const common =
      /(?:решени\p{L}|рекомендации)\s+(?:заседания|совещания|собрания|семинара|встречи|рмо|гмо|мо)/iu.test(words) &&
      this.lists.some((other) => other.label !== words)
    const item = common ? null : this.item
    this.mode = 'decisions'
    this.decisions = new DecisionList(this.paper, item, (n) => (n >= 1 && n <= this.agenda.length ? n - 1 : null))
    this.lists.push({ list: this.decisions, item, label: words, common, named })
    if (this.paper.protocol.decisionLabel === '' && words.length <= 60) this.paper.protocol.decisionLabel = words
    if (value.text !== '') this.decisions.addInline(value)
  }

  private startList(): void {
    this.closeSpeech()
    this.mode = 'decisions'
    this.decisions = new DecisionList(this.paper, this.item, () => null)
    this.lists.push({ list: this.decisions, item: this.item, label: '', common: false, named: false })
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
    const item = this.item === null ? null : this.agenda[this.item]
    if (item && similar(rest.text, item.title) >= 0.75 && rest.text.length <= item.title.length * 1.4 + 20) {
      this.paper.again(`agenda/${item.uid}/title`, rest)
      return
    }
    this.report(rest, question)
  }

  /** «4. РАЗНОЕ. Ушакова З.Ф. проинформировала …»: the item's title, then what was said. */
  private titledBy(body: Piece, number: Numbered | null): { item: number; length: number } | null {
    if (topOrder(number) === null) return null
    const index = (topOrder(number) ?? 0) - 1
    const title = this.agenda[index]?.title ?? ''
    if (title.length < 5 || index !== (this.item === null ? 0 : this.item + 1)) return null
    const head = body.text.slice(0, title.length)
    const rest = body.text.slice(title.length)
    return plain(head) === plain(title) && /^\s*[.:;–—-]\s*\S/u.test(rest)
      ? { item: index, length: title.length }
      : null
  }

  /** A heading that repeats an item of the agenda, or its number with what is told of it. */
  private headingOf(para: Para, number: Numbered | null): { item: number; title: boolean } | null {
    if (this.agenda.length === 0) return null
    const next = this.item === null ? 0 : this.item + 1
    const body = number?.body ?? para.piece
    const inList = this.mode === 'decisions' && this.decisions !== null
    if (number && number.kind !== 'bullet' && number.kind !== 'letter' && number.parts === 1) {
      const index = number.order - 1
      const item = this.agenda[index]
      if (item && index === next) {
        const share = similar(body.text, item.title)
        const short = body.text.length <= 220
        const otherList =
          !inList ||
          (para.list !== null
            ? para.list !== this.decisions?.ofList
            : !this.decisions?.numbered || number.kind !== this.decisions.last?.kind)
        if (share >= 0.6 && short && (!inList || otherList || share >= 0.75))
          return { item: index, title: share >= 0.6 && !beginsRemark(body) }
        if (otherList && number.kind === 'roman')
          return { item: index, title: short && !beginsRemark(body) && !/[.!?]\s+\p{Lu}/u.test(body.text) }
        if (otherList && para.prominent && short && share >= 0.3) return { item: index, title: true }
        if (
          otherList &&
          (beginsRemark(body) || /^(?:рассмотрели|обсудили|разное)/iu.test(body.text)) &&
          this.mode !== 'spoke'
        )
          return { item: index, title: false }
      }
    }
    if (number === null && body.text.length <= 220) {
      for (const index of [next, next + 1]) {
        const item = this.agenda[index]
        if (
          item &&
          item.title.length >= 8 &&
          similar(body.text, item.title) >= 0.8 &&
          (para.prominent || body.text.length >= item.title.length * 0.6) &&
          !beginsRemark(body)
        )
          return { item: index, title: true }
      }
    }
    return null
  }

  private readPlain(para: Para, number: Numbered | null, body: Piece): void {
    switch (this.mode) {
      case 'decisions':
        if (number === null && NEXT_MEETING.test(body.text)) {
          this.mode = 'noted'
          return
        }
        if (this.decisions?.addPara(para) === false) this.leave(body)
        return
      case 'vote':
        if (
          /^["«“„]?\s?(?:за|против|возд|единогласн)/iu.test(body.text) ||
          /^\d+\s+(?:голос|воздерж|против)/iu.test(body.text)
        ) {
          this.voting.push(body)
          return
        }
        this.closeVote()
        this.mode = 'heard'
        this.readPlain(para, number, body)
        return
      case 'spoke':
        this.spoke(para, number, body)
        return
      case 'heard':
        if (number && number.kind !== 'bullet' && this.paper.headings.size > 0 && !this.labelled) {
          // Numbered under a heading of a paper that has no word for decisions: they are decisions.
          this.startList()
          this.decisions?.addPara(para)
          return
        }
        this.heard(number, body)
        return
      case 'noted':
        return
      case 'none':
        if (beginsRemark(body)) {
          if (number) this.paper.label(number.sign)
          this.remark(body, false)
        } else if (this.speech) this.append(body)
    }
  }

  private heard(number: Numbered | null, body: Piece): void {
    const has = this.item !== null && this.agenda[this.item]?.speeches.some(({ kind }) => kind === 'report')
    const many = number !== null && number.kind !== 'bullet'
    if (!has) {
      if (number) this.paper.label(number.sign)
      this.report(body, true)
    } else if (many && spoken(body, true).speakers.length > 0) {
      // «а) Тюрину Г.С. …  б) Фокеева А.А. …»
      this.paper.label(number.sign)
      this.report(body, true)
    } else if (beginsRemark(body)) {
      if (this.listening && !/^выступил/iu.test(body.text)) this.report(body, true)
      else this.remark(body, true)
    } else this.append(number ? join([number.sign, body], '') : body)
  }

  private spoke(para: Para, number: Numbered | null, body: Piece): void {
    const heading = speakerHeading(body)
    if (heading && (this.opened.size === 0 || this.speech?.heading !== false)) {
      if (number) this.paper.label(number.sign)
      this.startSpeech(
        { speakers: [heading], text: cut(body, 0, 0), item: null, lead: cut(body, 0, 0) },
        'remark',
        false,
        true,
      )
      return
    }
    const own = beginsRemark(body) || number !== null
    if (own && (spoken(body, number !== null || para.label !== '').speakers.length > 0 || this.speech === null)) {
      if (number) this.paper.label(number.sign)
      this.remark(body, number !== null)
    } else if (this.speech) this.append(number ? join([number.sign, body], '') : body)
    else this.remark(body, false)
  }

  private report(piece: Piece, expected: boolean): void {
    // «(Орлова Н.Н.)» under the heading of an item.
    if (/^\([^()]{3,160}\)[.:]?$/u.test(piece.text) && onlyPeople(piece)) {
      const speakers = people(cut(piece, 1, piece.text.lastIndexOf(')')))
      this.startSpeech({ speakers, text: cut(piece, 0, 0), item: null, lead: cut(piece, 0, 0) }, 'report', false, false)
      return
    }
    const found = spoken(piece, expected)
    if (found.speakers.length === 0) {
      // «О плане работы. (Иванова И.И., методист)»
      const tail = withSpeakers(tidy(piece))
      if (tail.speakers.length > 0) {
        if (tail.label) this.paper.label(tail.label)
        this.startSpeech(
          { speakers: tail.speakers, text: tail.title, item: null, lead: cut(piece, 0, 0) },
          'report',
          true,
          false,
        )
        return
      }
    }
    this.startSpeech(found, 'report', true, false)
  }

  private remark(piece: Piece, expected: boolean): void {
    this.startSpeech(spoken(piece, expected), 'remark', false, false)
  }

  private startSpeech(
    { speakers, text, item, lead }: Spoken,
    kind: Said['kind'],
    declined: boolean,
    heading: boolean,
  ): void {
    this.closeSpeech()
    this.paper.label(lead)
    const index = item !== null && item <= this.agenda.length ? item - 1 : this.item
    const target =
      index === null ? this.paper.protocol.speeches : (this.agenda[index]?.speeches ?? this.paper.protocol.speeches)
    const voices: (Person | null)[] = speakers.length > 0 ? speakers : [null]
    voices.forEach((speaker, at) => {
      const uid = newUid()
      const named = speaker ? this.nominative(speaker, text, declined) : { name: '', sure: true }
      const said: Said = {
        uid,
        kind,
        speaker: { librarianId: null, name: clip(named.name), position: speaker ? clip(line(speaker.position)) : '' },
        text: '',
      }
      target.push(said)
      const path = `speeches/${uid}`
      if (speaker) {
        this.paper.field(
          `${path}/speaker`,
          [speaker.name, speaker.position],
          named.sure ? '' : 'Имя в документе стоит в падеже, который можно понять двояко. Проверьте фамилию.',
        )
      }
      // Several heard together: the words stand with the last.
      if (at < voices.length - 1) return
      this.speech = { said, pieces: text.text === '' ? [] : [text], path, heading }
    })
  }

  private nominative({ name, position }: Person, text: Piece, declined: boolean): { name: string; sure: boolean } {
    const words = line(name)
    if (!declined) return { name: words, sure: true }
    const gender =
      genderTold(text.text) ?? (/(?:^|\s)заведующ(?:ую|ей)|(?:^|\s)котор(?:ая|ую)/iu.test(position.text) ? 'f' : null)
    return nominativeName(words, 'accusative', gender, this.known)
  }

  private names: string[] | null = null

  /** Names the head of the paper has in the nominative. */
  private get known(): readonly string[] {
    if (this.names === null) {
      const { chairs, secretary, invited, attendance, agenda } = this.paper.protocol
      this.names = [
        ...chairs.map(({ name }) => name),
        ...(secretary ? [secretary.name] : []),
        ...invited.map(({ name }) => name),
        ...attendance.roster.map(({ person }) => person.name),
        ...agenda.flatMap(({ speakers }) => speakers.map(({ name }) => name)),
      ]
    }
    return this.names
  }

  private append(piece: Piece): void {
    if (this.speech) {
      // «Мурзина Ш.А.» / «– У нас …»: the dash begins her words and is none of them.
      const dash = this.speech.pieces.length === 0 ? (/^[-–—]\s+/u.exec(piece.text) ?? [''])[0].length : 0
      this.speech.pieces.push(cut(piece, dash))
    } else this.leave(piece)
  }

  /** Words of an item that are of no field stay with it, said by nobody. */
  private leave(piece: Piece): void {
    if (this.item === null) return
    const item = this.agenda[this.item]
    if (!item) return
    const uid = newUid()
    item.speeches.push({
      uid,
      kind: 'remark',
      speaker: { librarianId: null, name: '', position: '' },
      text: paragraphs(piece).slice(0, 100_000),
    })
    this.paper.field(`speeches/${uid}`, piece, 'Не понято, кто это сказал: слова оставлены при вопросе. Проверьте их.')
  }

  private closeSpeech(): void {
    if (!this.speech) return
    const { said, pieces, path } = this.speech
    said.text = paragraphs(join(pieces, '\n')).slice(0, 100_000)
    this.paper.field(
      path,
      pieces,
      said.speaker.name === '' && said.kind === 'remark' ? 'Не понято, кто это сказал. Впишите выступавшего.' : '',
    )
    this.speech = null
  }

  private closeVote(): void {
    if (this.voting.length === 0) return
    const pieces = this.voting
    this.voting = []
    const text = pieces.map((piece) => piece.text).join(' ')
    const vote = readVote(text)
    if (!vote) {
      this.paper.label(cut(join(pieces, ' '), 0, 0))
      for (const piece of pieces) this.leave(piece)
      return
    }
    const all = /всем\s+(?:вопросам|пунктам)/iu.test(text) || this.item === null
    const items = all ? this.agenda : this.agenda.slice(this.item ?? 0, (this.item ?? 0) + 1)
    items.forEach((item, index) => {
      item.vote = { ...vote }
      if (index === 0) this.paper.field(`agenda/${item.uid}/vote`, pieces)
      else this.paper.field(`agenda/${item.uid}/vote`, pieces)
    })
    if (items.length === 0) for (const piece of pieces) this.paper.label(piece)
  }

  private closeAll(): void {
    this.closeSpeech()
    this.closeVote()
    if (this.mode === 'decisions') this.mode = 'none'
    this.decisions = null
  }

  private finish(): void {
    this.closeAll()
    const single = this.lists.length === 1 && (this.opened.size !== 1 || this.agenda.length !== 1)
    for (const { list, item, common, named } of this.lists) {
      for (const wrote of list.write()) {
        const own =
          this.paper.headings.size > 0 || named || wrote.item !== item
            ? wrote.item
            : single && !this.perItem && !list.numberedFor(item)
              ? null
              : common
                ? null
                : item
        const target =
          own === null ? this.paper.protocol.decisions : (this.agenda[own]?.decisions ?? this.paper.protocol.decisions)
        target.push(wrote.decision)
      }
    }
  }

  /** One list of decisions belongs to one item only where the others were not yet opened or have their own. */
  private get perItem(): boolean {
    return this.opened.size > 0 && this.opened.size < 2 && this.agenda.length === 1
  }
}

const labelsDecisions = (para: Para): boolean => sectionLabel(numberOf(para)?.body ?? para.piece)?.role === 'decisions'

/** After the decisions: when the next meeting will be. */
const NEXT_MEETING = /^(?:дата\s+)?следующ\p{L}{2,3}\s+(?:встреч|заседани|совещани|собрани|семинар)/iu

/** «Жукова Р.А. предложила …; Белкина Т.Т. поддержала.» on one line are two. */
function remarksOf(value: Piece): Piece[] {
  const parts: Piece[] = []
  let from = 0
  for (const match of value.text.matchAll(/;\s+(?=\p{Lu})/gu)) {
    const at = match.index + match[0].length
    if (!beginsRemark(cut(value, at, at + 300))) continue
    parts.push(strip(cut(value, from, match.index)))
    from = at
  }
  parts.push(strip(cut(value, from)))
  return parts.filter(({ text }) => text !== '')
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[«»"“”„]/gu, '"')
    .replace(/[–—-]/gu, '-')

const topOrder = (number: Numbered | null): number | null =>
  number && number.parts === 1 && (number.kind === 'figures' || number.kind === 'roman') ? number.order : null

/** Share of the words of a heading that are of the item's title. */
function similar(heading: string, title: string): number {
  const of = (text: string): string[] =>
    stems(text.slice(0, 400))
      .split(' ')
      .filter((word) => word.length > 2)
  const own = of(heading)
  const words = new Set(of(title))
  if (own.length === 0 || words.size === 0) return 0
  return own.filter((word) => words.has(word)).length / own.length
}
