import { blankMeeting } from '@shared/contract/blank'
import { newUid } from '@shared/contract/fields'
import type { PaperMark, Place } from '@shared/contract/old-papers'
import type { IsoDate } from '@shared/domain/dates'
import type { Para } from './blocks'
import type { Person } from './people'
import { type Ground, line, type Piece } from './piece'
import type { UnderstoodProtocol } from './understand-protocol'

type Protocol = UnderstoodProtocol['protocol']
type PersonOfPaper = Protocol['chairs'][number]

/** The draft as it is being filled, and where each of its fields came from. */
export class Paper {
  readonly marks: PaperMark[] = []
  readonly protocol: Protocol = emptyProtocol()
  /** «Отсутствовали: …»: into the roster, when there proves to be one. */
  readonly absent: { label: Piece; value: Piece }[] = []

  /** Who stands in the roster already. */
  readonly entered = new Set<string>()
  /** Headings of the body that are its agenda, by their paragraph. */
  readonly headings = new Map<Para, number>()
  /** Words that only name or number fields. */
  readonly labels: Place[] = []
  /** Signed by others than the head names. */
  readonly signedBy: { role: 'chair' | 'secretary'; name: string }[] = []

  constructor(
    readonly ground: Ground,
    readonly today: IsoDate,
  ) {}

  /** Links a field to its place; a note says why it wants a look. */
  field(path: string, pieces: Piece | readonly Piece[], note = ''): void {
    const list = Array.isArray(pieces) ? (pieces as readonly Piece[]) : [pieces as Piece]
    for (const piece of list) this.ground.take(piece)
    const places = list.flatMap((piece) => this.ground.places(piece))
    this.marks.push({ path, places, sure: note === '', note, choices: [] })
  }

  /** Another place of a field that is known already: a chair's signature. */
  again(path: string, piece: Piece): void {
    this.ground.take(piece)
    this.marks.find((mark) => mark.path === path)?.places.push(...this.ground.places(piece))
  }

  /** A field that the same words fill as another. */
  alike(path: string, other: string): void {
    const mark = this.marks.find((one) => one.path === other)
    if (mark) this.marks.push({ ...mark, path, places: [...mark.places] })
  }

  /** Words that say what a field is, or number it: known, but no content. */
  label(piece: Piece): void {
    this.ground.take(piece)
    this.labels.push(...this.ground.places(piece))
  }

  person({ position }: Person, name: string): PersonOfPaper {
    return { uid: newUid(), librarianId: null, name: clip(name), position: clip(line(position)) }
  }
}

/** What fits into a field of one line. */
export const clip = (text: string): string => text.slice(0, 1000)

function emptyProtocol(): Protocol {
  return { ...blankMeeting(0, ''), seriesId: null, date: null, series: '' }
}
