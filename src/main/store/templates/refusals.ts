import { AppError } from '@shared/errors'

/** A template that was sound when it was added and cannot be filled now. */
export function asBroken(error: unknown, name: string): AppError {
  if (error instanceof AppError) return error
  return new AppError(
    'template-broken',
    `Шаблон «${name}» не удалось заполнить: его файл устроен необычно. Откройте его в Word, сохраните как «Документ Word (.docx)» и загрузите заново в «Письма → Бланки и шаблоны».`,
    'templateId',
  )
}
