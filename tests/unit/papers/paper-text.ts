import { chartLines } from '@shared/papers/charts'
import { contentsOf } from '@shared/papers/contents'
import { listNumbers } from '@shared/papers/list-numbers'
import { type Block, type Paper, plainText } from '@shared/papers/model'

/** The lines of a paper as one reads them, numbers included, non-breaking spaces as spaces. */
export function linesOf(paper: Paper): string[] {
  const numbers = listNumbers(paper)
  const lines = (block: Block): string[] => {
    switch (block.kind) {
      case 'paragraph':
        return [
          [numbers.get(block), plainText(block.runs)].filter((part) => part !== undefined && part !== '').join(' '),
        ]
      case 'signature':
        return [`${block.label} | ${block.lines.join(' ')}`]
      case 'table':
        return [...block.headRows, ...block.rows].map((row) =>
          row.cells.map((cell) => cell.blocks.map((inner) => lines(inner).join('')).join(' ')).join(' | '),
        )
      case 'page-break':
        return ['----']
      case 'spacer':
        return []
      case 'chart':
        return chartLines(block)
      case 'contents':
        return contentsOf(paper).map(({ text }) => text)
      case 'section':
        return ['----']
      case 'picture':
        return [block.description]
    }
  }
  return paper.blocks.flatMap(lines).map((line) => line.replace(/\u00A0/gu, ' '))
}
