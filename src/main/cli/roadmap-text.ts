import { type RoadmapRecord, roadmapKinds, roadmapStates } from '@shared/contract/roadmaps'
import { formatDate } from '@shared/domain/dates'
import { printedSections } from '@shared/papers/roadmap/rows'
import { alignedTable } from './table'

/** A road map as text: its head, then its sections with every row and where it is. */
export function roadmapText(record: RoadmapRecord): string {
  const { roadmap } = record
  const line = (text: string): string => text.replace(/\s+/gu, ' ').trim()
  const facts: [string, string][] = [
    ['Название', line(roadmap.title)],
    ['Вид', roadmapKinds[roadmap.kind]],
    ['Период', `${formatDate(roadmap.from, 'digits')} – ${formatDate(roadmap.to, 'digits')}`],
    ['Объединение', record.association],
    ['Утверждение', line(roadmap.approval.text)],
    ['Перед таблицей', line(roadmap.preamble)],
    ['После таблицы', line(roadmap.closing)],
    ['Заметки', line(roadmap.note)],
  ]
  const head = ['№', 'Мероприятие', 'Срок', 'Исполнители', 'Выполнение', 'Отметка']
  const sections = printedSections(record).map((section) => {
    const rows = section.items.flatMap((item) =>
      [item, ...item.parts].map((row) => [
        row.number,
        line(row.title),
        row.due,
        row === item ? [...item.executors, ...item.coExecutors].join('; ') : '',
        row.state === null ? '' : roadmapStates[row.state.state],
        line(row.execution),
      ]),
    )
    const table = rows.length === 0 ? 'Пунктов нет.' : alignedTable(head, rows, [])
    return `${section.line === '' ? '' : `${section.line}\n`}${table}`
  })
  const lines = facts.filter(([, value]) => value !== '').map(([title, value]) => `${title}: ${value}`)
  return `Дорожная карта, запись № ${record.id}\n${lines.join('\n')}\n\n${sections.join('\n\n')}\n`
}
