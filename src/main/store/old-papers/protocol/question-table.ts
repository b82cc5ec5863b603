import { newUid } from '@shared/contract/fields'
import type { AgendaItem } from '@shared/contract/meetings'
import { nominativeName } from '@shared/domain/text/nominative'
import type { z } from 'zod'
import { addSpeakers, emptyItem } from './agenda'
import { cellText, type Table } from './blocks'
import { columnsOf, gridOf } from './columns'
import { decisionRow } from './decisions'
import { sectionLabel } from './labels'
import { clip, type Paper } from './paper'
import { people } from './people'
import { cut, join, line, type Piece, paragraphs, splitBy, strip } from './piece'
import { beginsRemark, spoken } from './speech'
import { genderTold } from './verbs'
import { readVote } from './vote'

type Item = z.infer<typeof AgendaItem>

/** A protocol as a table: № · вопрос · докладчик · решение · срок · ответственный. The question's cell may tell what was heard. */
export function readQuestionTable(paper: Paper, table: Table): void {
  const { columns, headRows } = columnsOf(table)
  const column = (role: string): number => columns.find((one) => one.role === role)?.column ?? -1
  const grid = gridOf(table)
  for (const cell of table.cells) if (cell.row < headRows) paper.label(cellText(cell))
  const before = paper.protocol.agenda.length
  let item = paper.protocol.agenda.at(-1)
  let order = 0
  for (let row = headRows; row < table.rows; row += 1) {
    const cellAt = (role: string): Table['cells'][number] | undefined => grid.get(row)?.get(column(role))
    const own = (role: string): Piece => {
      const cell = cellAt(role)
      return cell?.row === row ? cellText(cell) : { text: '', at: [] }
    }
    const question = cellAt('question')
    if (question?.row === row && question.paras.length > 0) {
      const number = own('n')
      if (/^\d{0,3}[.)]?$/u.test(number.text)) paper.label(number)
      const [title, ...told] = question.paras.map(({ piece }) => strip(piece))
      // An agenda above the table has named the questions already.
      const known = before > 0 ? paper.protocol.agenda[order] : undefined
      item = known ?? emptyItem(title ? line(title) : '')
      if (title && known) paper.again(`agenda/${known.uid}/title`, title)
      if (!known) {
        paper.protocol.agenda.push(item)
        if (title) paper.field(`agenda/${item.uid}/title`, title)
      }
      order += 1
      const speakers = people(own('speaker'))
      addSpeakers(paper, item, known && known.speakers.length > 0 ? [] : speakers)
      if (known && known.speakers.length > 0)
        for (const { name, position } of speakers) for (const piece of [name, position]) paper.label(piece)
      const heard = join([...told, own('heard')], '\n')
      if (/[\p{L}\p{N}]/u.test(heard.text)) readHeard(paper, item, heard)
    }
    const decision = own('decision')
    if (item && /\p{L}/u.test(decision.text)) {
      item.decisions.push(
        ...decisionRow(paper, decision, cut(decision, 0, 0), null, cellText(cellAt('who')), cellText(cellAt('due'))),
      )
    }
    const vote = own('vote')
    const votes = vote.text === '' ? null : readVote(vote.text)
    if (item && votes) {
      item.vote = votes
      paper.field(`agenda/${item.uid}/vote`, vote)
    }
  }
}

/** What a cell says was heard, and the remarks after it: each by whom its words name, the first else by the докладчик. */
function readHeard(paper: Paper, item: Item, heard: Piece): void {
  const parts: { piece: Piece; kind: 'report' | 'remark' }[] = []
  for (const one of splitBy(heard, /\n/gu)) {
    const section = sectionLabel(one)
    const told = section?.role === 'heard' || section?.role === 'spoke' ? section : null
    if (told) paper.label(told.label)
    const piece = told?.value ?? one
    const last = parts.at(-1)
    if (!last || told || beginsRemark(piece))
      parts.push({ piece, kind: last || told?.role === 'spoke' ? 'remark' : 'report' })
    else last.piece = join([last.piece, piece], '\n')
  }
  for (const { piece, kind } of parts) if (/[\p{L}\p{N}]/u.test(piece.text)) addSpeech(paper, item, piece, kind)
}

function addSpeech(paper: Paper, item: Item, heard: Piece, kind: 'report' | 'remark'): void {
  const uid = newUid()
  const [first] = kind === 'report' ? item.speakers : []
  const told = first ? null : spoken(heard, false)
  const speaker = told?.speakers.length === 1 ? told.speakers[0] : undefined
  const words = speaker && told ? told.text : heard
  const named =
    speaker && kind === 'report'
      ? nominativeName(line(speaker.name), 'accusative', genderTold(words.text), known(paper))
      : { name: speaker ? line(speaker.name) : (first?.name ?? ''), sure: true }
  item.speeches.push({
    uid,
    kind,
    speaker: {
      librarianId: null,
      name: clip(named.name),
      position: speaker ? clip(line(speaker.position)) : (first?.position ?? ''),
    },
    text: paragraphs(words).slice(0, 100_000),
  })
  if (told && speaker) {
    paper.label(told.lead)
    const note = named.sure ? '' : 'Имя в документе стоит в падеже, который можно понять двояко. Проверьте фамилию.'
    paper.field(`speeches/${uid}/speaker`, [speaker.name, speaker.position], note)
  }
  paper.field(`speeches/${uid}`, words)
}

/** Names the head of the paper has in the nominative. */
const known = ({ protocol: { chairs, secretary, invited, attendance } }: Paper): string[] => [
  ...[...chairs, ...(secretary ? [secretary] : []), ...invited].map(({ name }) => name),
  ...attendance.roster.map(({ person }) => person.name),
]
