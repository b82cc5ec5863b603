import { assertNever } from '@shared/errors'
import type { Field } from '@shared/papers/model'
import {
  Bookmark,
  type FileChild,
  PageReference,
  type ParagraphChild,
  SequentialIdentifier,
  SimpleField,
  TableOfContents,
} from 'docx'

/** Word's own fields: they can be updated there, and show the same until they are. */

export function wordField(field: Field, text: string): ParagraphChild[] {
  switch (field.kind) {
    case 'sequence':
      return [new Bookmark({ id: field.bookmark, children: [new SequentialIdentifier(field.name)] })]
    case 'reference':
      return [new SimpleField(`REF ${field.bookmark} \\h`, text)]
    case 'page':
      return [new PageReference(field.bookmark)]
    default:
      return assertNever(field)
  }
}

/** Headings of the first two levels with dots and pages, linked. */
export function wordContents(): FileChild {
  return new TableOfContents('Содержание', {
    headingStyleRange: '1-2',
    hyperlink: true,
    hideTabAndPageNumbersInWebView: true,
    useAppliedParagraphOutlineLevel: true,
  })
}
