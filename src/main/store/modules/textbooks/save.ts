import type { SavedRecord } from '@shared/contract/core'
import type { Textbook } from '@shared/contract/textbooks'
import { formatFplCode, fplKey } from '@shared/domain/fpl'
import { formatIsbn, isbnFault, isbnKey } from '@shared/domain/isbn'
import { normKey } from '@shared/domain/text/norm'
import { textbookName } from '@shared/domain/textbook-name'
import { AppError } from '@shared/errors'
import type { CommandContext, QueryContext } from '../../context'
import { bumpRevision, removeRecord, saveRoot } from '../../database/aggregate'
import { derive } from '../../database/derived'
import { prepared } from '../../database/prepared'
import { dropEmptyLots } from '../../ledger/lots'
import { ensureSubject } from './subjects'

/** Makes (`id` null) or changes a textbook. @throws AppError as `refuseWrongTextbook`, `conflict`, `not-found` */
export function saveTextbook(
  context: CommandContext,
  id: number | null,
  revision: number | null,
  given: Textbook,
): SavedRecord {
  const { raw } = context
  const { subject, ...own } = asKept(given)
  context.describe(own.title)
  refuseWrongTextbook(context, id, given)
  const row = derive('textbook', { ...own, subjectId: ensureSubject(raw, subject) })
  const saved = saveRoot(raw, 'textbook', id, revision, row)
  return bumpRevision(raw, 'textbook', 'textbook', saved, id === null)
}

/** The ISBN with its hyphens, the code as the federal list writes it. */
export const asKept = (book: Textbook): Textbook => ({
  ...book,
  isbn: formatIsbn(book.isbn),
  fplCode: formatFplCode(book.fplCode),
})

/** What a textbook cannot be saved with. @throws AppError `duplicate`, `invalid-input` */
export function refuseWrongTextbook(context: QueryContext, id: number | null, book: Textbook): void {
  if (book.gradeTo < book.gradeFrom) {
    throw new AppError(
      'invalid-input',
      `Класс по: ${book.gradeTo} меньше, чем «Класс с» (${book.gradeFrom}). Поменяйте их местами.`,
      'textbook.gradeTo',
    )
  }
  const fault = isbnFault(book.isbn)
  if (fault !== null) throw new AppError('invalid-input', `ISBN: ${fault}.`, 'textbook.isbn')
  if (book.fplCode !== '' && fplKey(book.fplCode) === '') {
    throw new AppError(
      'invalid-input',
      `Код ФПУ: «${book.fplCode}» — нужен номер перечня из чисел через точку, например 1.1.2.4.2.2.1.`,
      'textbook.fplCode',
    )
  }
  refuseDuplicates(context, id, book)
}

interface Twin {
  label: string
  fplKey: string
}

function refuseDuplicates({ raw }: QueryContext, id: number | null, book: Textbook): void {
  const code = fplKey(book.fplCode)
  const isbn = isbnKey(book.isbn)
  const named = prepared<[string, string, number, number, number], Twin>(
    raw,
    `SELECT label, fplKey FROM textbook
     WHERE nameKey = ? AND level = ? AND gradeFrom = ? AND gradeTo = ? AND id <> ?`,
  ).all(normKey(textbookName(book)), book.level, book.gradeFrom, book.gradeTo, id ?? 0)
  // The list has editions that differ in nothing but their numbers in it.
  const twin = named.find((one) => code === '' || one.fplKey === '' || one.fplKey === code)
  if (twin) {
    throw new AppError(
      'duplicate',
      `Наименование: учебник «${twin.label}» уже есть в каталоге. Откройте его или исправьте класс, авторов, издательство или уровень.`,
      'textbook.title',
    )
  }
  if (code === '' || isbn === '') return
  const numbered = prepared<[string, string, number], Twin>(
    raw,
    "SELECT label, fplKey FROM textbook WHERE fplKey <> '' AND fplKey = ? AND isbnKey = ? AND id <> ?",
  ).get(code, isbn, id ?? 0)
  if (!numbered) return
  throw new AppError(
    'duplicate',
    `ISBN: с этим номером и кодом ФПУ уже есть учебник «${numbered.label}». Сверьте номера с книгой.`,
    'textbook.isbn',
  )
}

/** @throws AppError `in-use`, `not-found` */
export function removeTextbook(context: CommandContext, id: number): void {
  const { raw } = context
  const row = prepared<[number], { label: string }>(raw, 'SELECT label FROM textbook WHERE id = ?').get(id)
  context.describe(row?.label ?? '')
  dropEmptyLots(raw, 'textbookId', id)
  removeRecord(
    raw,
    'textbook',
    [],
    'id',
    id,
    'Учебник нельзя удалить: по нему есть книги в школах, излишки, потребности или акты. Если он больше не выпускается, впишите предельный срок использования.',
  )
}
