import { newUid } from '@shared/contract/fields'
import type { Speech } from '@shared/contract/meetings'
import { nominativeName } from '@shared/domain/text/nominative'
import type { z } from 'zod'
import { withSpeakers } from './agenda'
import { clip, type Paper } from './paper'
import { onlyPeople, type Person, people } from './people'
import { cut, join, line, type Piece, paragraphs, tidy } from './piece'
import { type Spoken, spoken } from './speech'
import { genderTold } from './verbs'

type Said = z.infer<typeof Speech>

/** Who said what: each speech goes to the item that is open, and takes the paragraphs that follow it. */
export class Speeches {
  /** The speech that the next paragraphs go on with. */
  private speech: { said: Said; pieces: Piece[]; path: string; heading: boolean } | null = null

  /** @param item the item that is open, by its place in the agenda */
  constructor(
    private readonly paper: Paper,
    private readonly item: () => number | null,
  ) {}

  /** Null: nobody is speaking; else whether her name stands over her words as a heading. */
  get headed(): boolean | null {
    return this.speech?.heading ?? null
  }

  /** «ВЫСТУПИЛИ: Уткина Р.Л. (СОШ № 3), Бобров П.П. (СОШ № 11).»: each spoke, and no word of it is told. */
  named(piece: Piece): boolean {
    const found = people(piece)
    if (found.length < 2 || !NAMES.test(piece.text)) return false
    const nothing = cut(piece, 0, 0)
    for (const one of found)
      this.start({ speakers: [one], text: nothing, item: null, lead: nothing }, 'remark', false, false)
    return true
  }

  /** A name over the words below it. */
  under(heading: Person, nothing: Piece): void {
    this.start({ speakers: [heading], text: nothing, item: null, lead: nothing }, 'remark', false, true)
  }

  report(piece: Piece, expected: boolean): void {
    // «(Орлова Н.Н.)» under the heading of an item.
    if (/^\([^()]{3,160}\)[.:]?$/u.test(piece.text) && onlyPeople(piece)) {
      const speakers = people(cut(piece, 1, piece.text.lastIndexOf(')')))
      this.start({ speakers, text: cut(piece, 0, 0), item: null, lead: cut(piece, 0, 0) }, 'report', false, false)
      return
    }
    const found = spoken(piece, expected)
    if (found.speakers.length === 0) {
      // «О плане работы. (Иванова И.И., методист)»
      const tail = withSpeakers(tidy(piece))
      if (tail.speakers.length > 0) {
        if (tail.label) this.paper.label(tail.label)
        this.start(
          { speakers: tail.speakers, text: tail.title, item: null, lead: cut(piece, 0, 0) },
          'report',
          true,
          false,
        )
        return
      }
    }
    this.start(found, 'report', true, false)
  }

  remark(piece: Piece, expected: boolean): void {
    this.start(spoken(piece, expected), 'remark', false, false)
  }

  private start({ speakers, text, item, lead }: Spoken, kind: Said['kind'], declined: boolean, heading: boolean): void {
    this.close()
    this.paper.label(lead)
    const index = item !== null && item <= this.agenda.length ? item - 1 : this.item()
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

  append(piece: Piece): void {
    if (this.speech) {
      // «Мурзина Ш.А.» / «– У нас …»: the dash begins her words and is none of them.
      const dash = this.speech.pieces.length === 0 ? (/^[-–—]\s+/u.exec(piece.text) ?? [''])[0].length : 0
      this.speech.pieces.push(cut(piece, dash))
    } else this.leave(piece)
  }

  /** Words of an item that are of no field stay with it, said by nobody. */
  leave(piece: Piece): void {
    const at = this.item()
    const item = at === null ? undefined : this.agenda[at]
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

  close(): void {
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

  private get agenda(): Paper['protocol']['agenda'] {
    return this.paper.protocol.agenda
  }
}

const NAME = '\\p{Lu}[\\p{L}-]+\\s\\p{Lu}\\.\\s?\\p{Lu}\\.(?:\\s?\\([^()]{1,100}\\))?'
/** Names, each with at most a place in brackets. */
const NAMES = new RegExp(`^${NAME}(?:\\s?[,;]\\s?(?:и\\s)?${NAME})+[.;]?$`, 'u')
