import { formatGrades, type Grades } from './grades'
import { normKey } from './text/norm'

interface Named extends Grades {
  title: string
  authors: string
  publisher: string
  level: string
}

/**
 * What a textbook is called in lists and cells: «Алгебра. 7 класс. Рябинин К. О. (Ясень, углублённый)». Editions that differ in
 * grade, author, publisher or depth have different names; only those of two codes of the federal list may share one.
 */
export function textbookName(book: Named): string {
  const grades = `${formatGrades(book)} ${book.gradeFrom === book.gradeTo ? 'класс' : 'классы'}`
  const parts = [book.title, normKey(book.title).includes(normKey(grades)) ? '' : grades, book.authors]
  const brackets = [book.publisher, book.level === 'advanced' ? 'углублённый' : '']
  const name = joined(parts, '. ')
  const tail = joined(brackets, ', ')
  return tail === '' ? name : `${name} (${tail})`
}

/** «Рябинин К. О.» keeps its own full stop. */
function joined(parts: readonly string[], by: string): string {
  return parts
    .filter((part) => part !== '')
    .reduce((line, part) => {
      if (line === '') return part
      return by === '. ' && /[.!?…]$/u.test(line) ? `${line} ${part}` : `${line}${by}${part}`
    }, '')
}
