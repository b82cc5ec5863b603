import { listNumbers } from './list-numbers'
import { type Paper, type Paragraph, plainText } from './model'

export interface ContentsEntry {
  level: 1 | 2
  /** With its number: «2.1. Состав». */
  text: string
  bookmark: string
}

/** Headings that the contents of a paper name, in their order. */
export function contentsOf(
  paper: Paper,
  numbers: ReadonlyMap<Paragraph, string> = listNumbers(paper),
): ContentsEntry[] {
  return paper.blocks.flatMap((block): ContentsEntry[] => {
    if (block.kind !== 'paragraph' || block.bookmark === undefined) return []
    if (block.style !== 'section' && block.style !== 'label') return []
    const text = [numbers.get(block), plainText(block.runs)]
      .filter((part) => part !== undefined && part !== '')
      .join(' ')
    return [{ level: block.style === 'section' ? 1 : 2, text, bookmark: block.bookmark }]
  })
}
