import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'
import type { QueryContext } from '../context'
import { prepared } from '../database/prepared'

/**
 * The school a cell names: by its short name, else its full name, code or ИНН, else the only one whose name holds all the
 * words. @throws AppError `not-found` with what to do
 */
export function schoolByName(context: QueryContext, text: string): number {
  const key = normKey(text)
  const plain = text.trim()
  const exact = prepared<[string, string, string, string, string], { id: number }>(
    context.raw,
    `SELECT id FROM school WHERE nameKey = ? OR (code <> '' AND code = ?) OR (inn <> '' AND inn = ?) OR ru_norm(fullName) = ?
     ORDER BY nameKey <> ? LIMIT 1`,
  ).get(key, plain, plain, key, key)
  if (exact) return exact.id
  const words = key.split(' ').filter((word) => word !== '')
  const where = words.map(() => "norm LIKE '%' || ? || '%'").join(' AND ')
  const similar =
    words.length === 0
      ? []
      : context.raw
          .prepare<string[], { id: number; shortName: string }>(
            `SELECT id, shortName FROM school WHERE ${where} ORDER BY sortKey LIMIT 4`,
          )
          .all(...words)
  const [only] = similar
  if (only && similar.length === 1) return only.id
  throw new AppError(
    'not-found',
    similar.length === 0
      ? `Школы «${text.trim()}» в списке школ нет. Проверьте название или сначала добавьте школу.`
      : `«${text.trim()}» — подходят несколько школ: ${similar.map((one) => `«${one.shortName}»`).join(', ')}. Впишите краткое наименование целиком.`,
  )
}
