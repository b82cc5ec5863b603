import type { Meeting } from '@shared/contract/meetings'
import type { SeriesKey } from '../associations'

/** How a meeting of the sample is written down: who is a surname of the bank or a guest; dues are read from the words. */

export interface Guest {
  name: string
  position: string
}
export type Who = string | Guest
export type Said = readonly [who: Who, text: string]

export type AddresseeScript =
  | { kind: 'group' | 'role'; text: string }
  | { kind: 'person'; surname: string; text: string }
  | { kind: 'school'; school: string; text: string }

export interface MarkScript {
  state: 'done' | 'partial' | 'cancelled'
  on: string
  evidence: string
  note: string
  /** Place of the addressee in the decision, or null for the decision as a whole. */
  of: number | null
}

export interface DecisionScript {
  text: string
  to: readonly AddresseeScript[]
  /** A due that stands apart from the text. */
  due?: string
  /** Name by which a later meeting carries it over. */
  key?: string
  carries?: string
  marks: readonly MarkScript[]
}

export interface ItemScript {
  title: string
  speakers?: readonly Who[]
  heard?: readonly Said[]
  said?: readonly Said[]
  /** `all`: everybody present, unanimously; `no`: not voted. */
  vote?: 'all' | readonly [votesFor: number, against: number, abstained: number]
  decided?: readonly DecisionScript[]
}

export interface MeetingScript {
  series: SeriesKey
  number: string
  date: string
  time: string | null
  place?: string
  format: Meeting['format']
  theme: string
  chairs: readonly Who[]
  secretary: Who | null
  invited?: readonly Guest[]
  /** A head-count with its words, or a roster: everybody but these, by surname, with the reason when there was one. */
  attendance: { count: number | null; text: string } | { away: Readonly<Record<string, string | null>> }
  agenda: readonly ItemScript[]
  /** Tied to no item. */
  heard?: readonly Said[]
  said?: readonly Said[]
  decided?: readonly DecisionScript[]
  note?: string
  /** Null: a draft. */
  signedOn: string | null
}

export const group = (text: string): AddresseeScript => ({ kind: 'group', text })
export const role = (text: string): AddresseeScript => ({ kind: 'role', text })
export const person = (surname: string, text: string): AddresseeScript => ({ kind: 'person', surname, text })
export const school = (name: string, text = name): AddresseeScript => ({ kind: 'school', school: name, text })

export const done = (on: string, evidence = '', note = ''): MarkScript => ({
  state: 'done',
  on,
  evidence,
  note,
  of: null,
})
export const partly = (on: string, note: string, evidence = ''): MarkScript => ({
  state: 'partial',
  on,
  evidence,
  note,
  of: null,
})
export const dropped = (on: string, note: string): MarkScript => ({
  state: 'cancelled',
  on,
  evidence: '',
  note,
  of: null,
})
/** The mark of one addressee, by its place among them. */
export const by = (of: number, mark: MarkScript): MarkScript => ({ ...mark, of })

export function decide(
  text: string,
  to: readonly AddresseeScript[] = [],
  more: { due?: string; key?: string; carries?: string; marks?: readonly MarkScript[] } = {},
): DecisionScript {
  const { marks = [], ...rest } = more
  return { text, to, marks, ...rest }
}

/** Guests who come more than once. */
export const guests = {
  methodologist: { name: 'Каширина О.В.', position: 'методист МКУ «Информационно-методический центр»' },
  authority: { name: 'Тарханов И.М.', position: 'главный специалист управления образования' },
  publisher: { name: 'Белозубова К.Р.', position: 'региональный представитель издательства' },
  childrensLibrary: { name: 'Румянцева Г.Л.', position: 'заведующая детским отделом районной библиотеки' },
  regional: { name: 'Осокина Т.В.', position: 'методист РРИБЦ области' },
  accountant: { name: 'Пестрякова Л.Д.', position: 'бухгалтер централизованной бухгалтерии' },
} as const satisfies Record<string, Guest>
