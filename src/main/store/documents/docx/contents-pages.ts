import type { Paper } from '@shared/papers/model'
import { Document, type PageNumberEstimator } from 'docx'
import { estimatePageNumbers } from 'docx/layout'
import { tableStyles, wordStyles } from './styles'

/**
 * Pages of headings for the contents, by laying the paper out. Word 2013 and newer squeezes the spaces of a justified line to get one more
 * word into it; LibreOffice before 24.8 and the window's own pages do not. The paper is laid out as they do it: the same numbers stand in
 * the preview, in PDF and in the file (decision 115).
 */
export function contentsPages(paper: Paper): PageNumberEstimator {
  const { Styles } = new Document({ styles: wordStyles(paper, false), externalStyles: tableStyles(), sections: [] })
  const estimate: PageNumberEstimator = (body, context) =>
    estimatePageNumbers(body, { ...context, file: Object.create(context.file, { Styles: { value: Styles } }) })
  return Object.assign(estimate, { listNumbers: estimatePageNumbers.listNumbers })
}
