import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'
import type { QueryContext } from '../context'
import { prepared } from '../database/prepared'

/**
 * The school a cell names: by its short name, else its code or ИНН, else its full name, else the only one whose name holds
 * all the words. @throws AppError `not-found` with what to do
 */
export function schoolByName(context: QueryContext, text: string): number {
  const key = normKey(text)
  const plain = text.trim()
  // Each by its own index: a list of thousands of rows names a school in every one.
  const byName = idWhere(context, 'nameKey = ?', key)
  if (byName !== null) return byName
  const byNumber =
    idWhere(context, "code <> '' AND code = ?", plain) ?? idWhere(context, "inn <> '' AND inn = ?", plain)
  if (byNumber !== null) return byNumber
  const words = key.split(' ').filter((word) => word !== '')
  const where = words.map(() => "norm LIKE '%' || ? || '%'").join(' AND ')
  const similar =
    words.length === 0
      ? []
      : prepared<string[], { id: number; shortName: string; fullName: string }>(
          context.raw,
          `SELECT id, shortName, fullName FROM school WHERE ${where} ORDER BY ru_norm(fullName) <> ?, sortKey LIMIT 4`,
        ).all(...words, key)
  const [only] = similar
  if (only && (similar.length === 1 || normKey(only.fullName) === key)) return only.id
  throw new AppError(
    'not-found',
    similar.length === 0
      ? `Школы «${text.trim()}» в списке школ нет. Проверьте название или сначала добавьте школу.`
      : `«${text.trim()}» — подходят несколько школ: ${similar.map((one) => `«${one.shortName}»`).join(', ')}. Впишите краткое наименование целиком.`,
  )
}

function idWhere(context: QueryContext, where: string, value: string): number | null {
  return prepared<[string], { id: number }>(context.raw, `SELECT id FROM school WHERE ${where}`).get(value)?.id ?? null
}

/**
 * The schools a cell names, «СОШ № 1; СОШ № 2»; lines and, where no school is called so as a whole, commas part them too.
 * @throws AppError `not-found`
 */
export function schoolsByNames(context: QueryContext, text: string): number[] {
  const parts = split(text, /[;\n]/u)
  return parts.flatMap((part) => {
    try {
      return [schoolByName(context, part)]
    } catch (error) {
      const pieces = split(part, /,/u)
      if (!(error instanceof AppError) || pieces.length < 2) throw error
      try {
        return pieces.map((piece) => schoolByName(context, piece))
      } catch {
        throw error
      }
    }
  })
}

export const split = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '')
