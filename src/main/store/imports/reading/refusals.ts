import { basename } from 'node:path'
import { AppError } from '@shared/errors'

/** Sentences about a file as a whole: what, and what to do. */

const named = (file: string): string => `Файл «${basename(file)}»`
const saveAsXlsx = 'Откройте его в Excel и сохраните как «Книга Excel (.xlsx)», затем загрузите снова.'

export const damaged = (file: string, what: string): AppError =>
  new AppError(
    'file-unreadable',
    `${named(file)} повреждён: ${what}. Откройте его в Excel, сохраните заново и загрузите снова; если Excel его не открывает, попросите прислать файл ещё раз.`,
  )

export const tooBig = (file: string, what: string): AppError =>
  new AppError('file-too-big', `${named(file)} не прочитан: ${what}. Разделите его на несколько файлов поменьше.`)

export const bomb = (file: string): AppError =>
  new AppError(
    'file-too-big',
    `${named(file)} не прочитан: при распаковке он становится неправдоподобно большим, такие файлы бывают вредоносными. Если это настоящая таблица, откройте её в Excel, удалите пустые строки и столбцы и сохраните заново.`,
  )

export const locked = (file: string): AppError =>
  new AppError(
    'file-unreadable',
    `${named(file)} защищён паролем. Снимите пароль: в Excel «Файл → Сведения → Защита книги → Зашифровать с использованием пароля», сотрите пароль, сохраните и загрузите снова.`,
  )

export const otherFormat = (file: string, what: string): AppError =>
  new AppError('file-unreadable', `${named(file)} — ${what}, его программа не читает. ${saveAsXlsx}`)

export const notATable = (file: string, what: string): AppError =>
  new AppError('file-unreadable', `${named(file)} — ${what}, а не таблица. Выберите файл Excel (.xlsx, .xls) или CSV.`)

export const empty = (file: string): AppError =>
  new AppError('file-unreadable', `${named(file)} пустой: в нём нет ни одной строки. Выберите другой файл.`)

export const missing = (file: string): AppError =>
  new AppError(
    'file-missing',
    `Файла «${file}» нет. Проверьте, не переименован ли он и подключена ли флешка или сетевая папка.`,
  )

export const unreachable = (file: string): AppError =>
  new AppError(
    'file-unreadable',
    `${named(file)} не открывается: он занят другой программой или к нему нет доступа. Закройте его в Excel и повторите.`,
  )

export const gaveUp = (file: string): AppError =>
  new AppError(
    'file-unreadable',
    `${named(file)} не удалось прочитать: чтение остановлено, потому что файл устроен необычно или повреждён. ${saveAsXlsx}`,
  )

/** Anything thrown while reading: our own sentence, the disk's, else «damaged». */
export function asRefusal(error: unknown, file: string): AppError {
  if (error instanceof AppError) return error
  const code = (error as { code?: unknown }).code
  if (code === 'ENOENT' || code === 'ENOTDIR') return missing(file)
  if (code === 'EISDIR') return new AppError('file-unreadable', `«${file}» — это папка. Выберите файл внутри неё.`)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY') return unreachable(file)
  if (code === 'EIO')
    return new AppError(
      'file-unreadable',
      `${named(file)} не читается с диска. Скопируйте его на компьютер и повторите.`,
    )
  return damaged(file, 'он записан не полностью или с ошибками')
}
