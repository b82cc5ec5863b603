import { chartLines } from '@shared/papers/charts'
import { contentsOf } from '@shared/papers/contents'
import { listNumbers } from '@shared/papers/list-numbers'
import { type Block, type Paper, type Paragraph, plainText } from '@shared/papers/model'

/** A paper as plain text for a terminal: its words in their order, numbers counted, no look. */
export function paperText(paper: Paper): string {
  const numbers = listNumbers(paper)
  const paragraph = (one: Paragraph): string => [numbers.get(one), plainText(one.runs)].filter(Boolean).join(' ')
  const block = (one: Block): string[] => {
    switch (one.kind) {
      case 'paragraph':
        return one.style === 'section' || one.style === 'label' ? ['', paragraph(one)] : [paragraph(one)]
      case 'table':
        return [...one.headRows, ...one.rows].map((row) =>
          row.cells.map((cell) => cell.blocks.map(paragraph).join(' ')).join(one.borders === 'all' ? ' | ' : '    '),
        )
      case 'signature':
        return ['', `${one.label}    ${one.lines.join(' ')}`]
      case 'page-break':
      case 'spacer':
        return ['']
      case 'chart':
        return chartLines(one)
      case 'contents':
        return contentsOf(paper).map(({ text }) => text)
      case 'section':
        return ['']
      case 'picture':
        return [`[Рисунок: ${one.description}]`]
    }
  }
  return `${paper.blocks
    .flatMap(block)
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()}\n`
}
