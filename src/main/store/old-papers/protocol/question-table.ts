import { newUid } from '@shared/contract/fields'
import { addSpeakers, emptyItem } from './agenda'
import { cellText, type Table } from './blocks'
import { columnsOf, gridOf } from './columns'
import { decisionRow } from './decisions'
import type { Paper } from './paper'
import { people } from './people'
import { cut, join, line, type Piece, paragraphs, strip } from './piece'
import { readVote } from './vote'

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
      if (heard.text !== '') {
        const uid = newUid()
        const first = item.speakers[0]
        item.speeches.push({
          uid,
          kind: 'report',
          speaker: { librarianId: null, name: first?.name ?? '', position: first?.position ?? '' },
          text: paragraphs(heard).slice(0, 100_000),
        })
        paper.field(`speeches/${uid}`, heard)
      }
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
