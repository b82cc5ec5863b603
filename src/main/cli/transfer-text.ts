import { type TransferRecord, transferStates, transferTerms } from '@shared/contract/transfers'
import { formatDate } from '@shared/domain/dates'
import { formatMoney } from '@shared/domain/text/plural'
import { alignedTable } from './table'

/** A transfer as text: who gives what to whom, how far it has come, and its list. */
export function transferText(record: TransferRecord): string {
  const { transfer } = record
  const day = (iso: string | null): string => (iso === null ? '' : formatDate(iso, 'digits'))
  const person = ({ name, position, attorney }: TransferRecord['transfer']['giver']): string =>
    [name, position, attorney === '' ? '' : `доверенность ${attorney}`].filter((part) => part !== '').join(', ')
  const facts: [string, string][] = [
    ['Передаёт', record.from],
    ['Получает', record.to],
    ['Состояние', transferStates[record.state]],
    ['Срок', transferTerms[transfer.term]],
    ['Вернуть до', day(transfer.dueBack)],
    ['Акт', transfer.actNumber === '' ? '' : `№ ${transfer.actNumber} от ${day(transfer.actDate)}`],
    ['Составлена', day(record.draftedOn)],
    ['Согласована', day(record.agreedOn)],
    ['Передана', day(record.handedOn)],
    ['Получена', day(record.receivedOn)],
    ['Возвращена', day(record.returnedOn)],
    ['Акт выдан', day(record.issuedOn)],
    ['Сдал', person(transfer.giver)],
    ['Принял', person(transfer.receiver)],
    ['Примечание', transfer.note.replace(/\s+/gu, ' ')],
  ]
  const head = ['№', 'Учебник', 'Год', 'Экз.', 'Цена', 'Стоимость', 'Получено', 'Возвращено', 'Вместо']
  const rows = record.lines.map((line, index) => [
    String(index + 1),
    [line.authors, line.title].filter((part) => part !== '').join(' '),
    line.publicationYear === 0 ? '' : String(line.publicationYear),
    String(line.copies),
    formatMoney(line.price, ''),
    formatMoney(line.price * line.copies, ''),
    line.received === null ? '' : String(line.received),
    line.returned === 0 ? '' : String(line.returned),
    line.forTitle ?? '',
  ])
  const used = head.map((_, column) => column === 0 || rows.some((row) => row[column] !== ''))
  const kept = (cells: readonly string[]): string[] => cells.filter((_, column) => used[column])
  const right = head
    .map((_, column) => column === 0 || (column >= 2 && column <= 7))
    .filter((_, column) => used[column])
  const list = rows.length === 0 ? 'Книг в передаче нет.' : alignedTable(kept(head), rows.map(kept), right)
  const lines = facts.filter(([, value]) => value !== '').map(([title, value]) => `${title}: ${value}`)
  return `Передача, запись № ${record.id}\n${lines.join('\n')}\n\n${list}\nВсего: ${record.copies} экз., ${formatMoney(record.sum)}\n`
}
