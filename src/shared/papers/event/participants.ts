import type { Profile } from '../../contract/app'
import { type Event, type EventPersonRow, type EventSheetLayout, participantRoles } from '../../contract/events'
import { formatDate } from '../../domain/dates'
import { counted } from '../../domain/text/plural'
import { cell, line, row, signature, signed } from '../block-makers'
import { framed } from '../frame'
import { type Block, type Cell, columnsOf, type Paper, type Row } from '../model'
import { pageOf } from '../protocol/context'

/** Who took part in an event: the list afterwards, or the sheet people sign at the door. */

export interface EventSheetOptions {
  profile: Profile
  layout: EventSheetLayout
  /** A column to sign in; a registration sheet has it always. */
  signatures: boolean
}

interface Column {
  title: string
  share: number
  text: (person: EventPersonRow) => string
}

/** Lines to sign on where nobody is written down yet. */
const EMPTY_ROWS = 25
/** Room to sign in. */
const ROW_MM = 8
const NUMBER_SHARE = 10

export function buildEventSheet(
  event: Pick<Event, 'name' | 'from' | 'to' | 'place' | 'organiser'>,
  people: readonly EventPersonRow[],
  { profile, layout, signatures }: EventSheetOptions,
): Paper {
  const isRegistration = layout === 'registration'
  const signing = isRegistration || signatures
  const columns = columnsFor(people, isRegistration, signing)
  const page = pageOf(profile)
  const heightMm = signing ? ROW_MM : undefined
  const made = (cells: Cell[]): Row => (heightMm === undefined ? row(cells) : { cells, heightMm })
  const listed = people.map((person, index) =>
    made([numberCell(index), ...columns.map(({ text }) => cell('cell', [text(person)]))]),
  )
  const blank = (_: unknown, index: number): Row => made([numberCell(index), ...columns.map(() => cell('cell', ['']))])
  const rows = listed.length > 0 ? listed : isRegistration ? Array.from({ length: EMPTY_ROWS }, blank) : []
  const title = isRegistration ? 'Лист регистрации' : 'Список участников'
  const table: Block = {
    kind: 'table',
    columnsDxa: columnsOf(page, [NUMBER_SHARE, ...columns.map(({ share }) => share)]),
    headRows: [row(['№ п/п', ...columns.map((column) => column.title)].map((text) => cell('cell-head', [text])))],
    rows,
    borders: 'all',
  }
  const total: Block[] = [{ kind: 'spacer', heightPt: 8 }, line('attribute', totalOf(people))]
  const blocks: Block[] = [
    line('title', title.toUpperCase()),
    line('subtitle', event.name),
    line('subtitle', [daysOf(event, profile), event.place.trim()].filter((part) => part !== '').join(', ')),
    ...(event.organiser.trim() === '' ? [] : [line('attribute', `Организатор: ${event.organiser}`)]),
    { kind: 'spacer', heightPt: 8 },
    ...(rows.length === 0 ? [] : [table]),
    ...(isRegistration ? [] : total),
  ]
  return framed(profile, {
    title: `${title}. ${event.name}`,
    page,
    tablePt: 12,
    subject: title,
    keywords: 'мероприятие, участники',
    blocks: signed(blocks, profile.methodologist === '' ? [] : [signature('Методист', [profile.methodologist])]),
  })
}

/** A column in which nobody has anything is left out, except where it is to be filled in by hand. */
function columnsFor(people: readonly EventPersonRow[], isRegistration: boolean, signing: boolean): Column[] {
  const columns: Column[] = [
    { title: 'Фамилия, имя, отчество', share: 52, text: nameOf },
    { title: 'Школа', share: 40, text: ({ school }) => school },
    { title: 'Должность', share: 38, text: ({ position }) => position },
    ...(isRegistration ? [] : [{ title: 'Результат', share: 36, text: resultOf }]),
  ]
  const filled = columns.filter(({ text }) => isRegistration || people.some((person) => text(person) !== ''))
  return [...filled, ...(signing ? [{ title: 'Подпись', share: 30, text: () => '' }] : [])]
}

/** Of a school without named people: how many there were. */
function nameOf({ name, count }: EventPersonRow): string {
  if (name !== '') return count === null || count < 2 ? name : `${name} (${peopleOf(count)})`
  return count === null ? '' : peopleOf(count)
}

/** «победитель, 1 место»; that one took part needs no word. */
function resultOf({ role, result }: EventPersonRow): string {
  const said = role === 'participant' ? '' : participantRoles[role]
  return [said, result.trim()].filter((part) => part !== '').join(', ')
}

const peopleOf = (count: number): string => counted(count, ['человек', 'человека', 'человек'])

function totalOf(people: readonly EventPersonRow[]): string {
  if (people.length === 0) return 'В списке никого нет.'
  const schools = new Set(people.map(({ school }) => school).filter((school) => school !== '')).size
  const all = people.reduce((sum, { name, count }) => sum + (count ?? (name === '' ? 0 : 1)), 0)
  const parts = [
    ...(all === 0 ? [] : [peopleOf(all)]),
    ...(schools === 0 ? [] : [counted(schools, ['школа', 'школы', 'школ'])]),
  ]
  return parts.length === 0 ? '' : `Всего: ${parts.join(', ')}.`
}

function daysOf({ from, to }: Pick<Event, 'from' | 'to'>, profile: Profile): string {
  const [first, last] = [from, to].map((day) => formatDate(day, profile.papers.dateStyle))
  return from === to ? (first ?? '') : `${first} — ${last}`
}

function numberCell(index: number): Cell {
  const made = cell('cell', [`${index + 1}.`])
  return { ...made, blocks: made.blocks.map((block) => ({ ...block, align: 'center' as const })) }
}
