import type { Paper } from '@shared/papers/model'
import { Document, type PageNumberEstimator } from 'docx'
import { estimatePageNumbers } from 'docx/layout'
import { layoutDraft, numberedParagraphs } from './layout-draft'
import { tableStyles, wordStyles } from './styles'

/** Pages of headings for the contents, and their numbers, by laying the paper out (decision 115), or a draft of it (decision 122). */
export function contentsPages(paper: Paper): PageNumberEstimator {
  const asLaidOut = unjustified(paper)
  const estimate: PageNumberEstimator = (body, context) =>
    estimatePageNumbers(layoutDraft(body, paper.tablePt), asLaidOut(context))
  const { listNumbers } = estimatePageNumbers
  return Object.assign(estimate, {
    listNumbers: listNumbers && ((body, context) => listNumbers(numberedParagraphs(body), context)),
  } satisfies Pick<PageNumberEstimator, 'listNumbers'>)
}

/**
 * Word 2013 and newer squeezes the spaces of a justified line to get one more word into it; LibreOffice before 24.8 and the window's own
 * pages do not. The paper is laid out as they do it: the same numbers stand in the preview, in PDF and in the file.
 */
export function unjustified(paper: Paper): (context: Context) => Context {
  const { Styles } = new Document({ styles: wordStyles(paper, false), externalStyles: tableStyles(), sections: [] })
  return (context) => ({ ...context, file: Object.create(context.file, { Styles: { value: Styles } }) })
}

type Context = Parameters<PageNumberEstimator>[1]
