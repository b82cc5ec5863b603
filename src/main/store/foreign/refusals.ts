import { basename } from 'node:path'
import { AppError } from '@shared/errors'

/** What is said differently of a table and of a document. */
export interface FileWords {
  /** Whose files these are: «Excel». */
  program: string
  /** «Откройте его в Excel и сохраните как «Книга Excel (.xlsx)», затем загрузите снова.» */
  saveAs: string
  /** What to do with one that swells: «Если это настоящая таблица, …». */
  slim: string
  /** Where the program has its password: «Защита книги». */
  protection: string
  /** «в нём нет ни одной строки» */
  nothing: string
}

/** Sentences about a file as a whole: what, and what to do. */
export interface Refusals {
  damaged(file: string, what: string): AppError
  tooBig(file: string, what: string): AppError
  bomb(file: string): AppError
  locked(file: string): AppError
  otherFormat(file: string, what: string): AppError
  empty(file: string): AppError
  gaveUp(file: string): AppError
  /** Anything thrown while reading: our own sentence, the disk's, else «damaged». */
  asRefusal(error: unknown, file: string): AppError
}

export const named = (file: string): string => `Файл «${basename(file)}»`

export function refusals({ program, saveAs, slim, protection, nothing }: FileWords): Refusals {
  const unreadable = (text: string): AppError => new AppError('file-unreadable', text)
  const damaged = (file: string, what: string): AppError =>
    unreadable(
      `${named(file)} повреждён: ${what}. Откройте его в ${program}, сохраните заново и загрузите снова; если ${program} его не открывает, попросите прислать файл ещё раз.`,
    )
  return {
    damaged,
    tooBig: (file, what) =>
      new AppError('file-too-big', `${named(file)} не прочитан: ${what}. Разделите его на несколько файлов поменьше.`),
    bomb: (file) =>
      new AppError(
        'file-too-big',
        `${named(file)} не прочитан: при распаковке он становится неправдоподобно большим, такие файлы бывают вредоносными. ${slim}`,
      ),
    locked: (file) =>
      unreadable(
        `${named(file)} защищён паролем. Снимите пароль: в ${program} «Файл → Сведения → ${protection} → Зашифровать с использованием пароля», сотрите пароль, сохраните и загрузите снова.`,
      ),
    otherFormat: (file, what) => unreadable(`${named(file)} — ${what}, его программа не читает. ${saveAs}`),
    empty: (file) => unreadable(`${named(file)} пустой: ${nothing}. Выберите другой файл.`),
    gaveUp: (file) =>
      unreadable(
        `${named(file)} не удалось прочитать: чтение остановлено, потому что файл устроен необычно или повреждён. ${saveAs}`,
      ),
    asRefusal: (error, file) => {
      if (error instanceof AppError) return error
      return (
        ofDisk((error as { code?: unknown }).code, file, program) ??
        damaged(file, 'он записан не полностью или с ошибками')
      )
    },
  }
}

function ofDisk(code: unknown, file: string, program: string): AppError | null {
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new AppError(
      'file-missing',
      `Файла «${file}» нет. Проверьте, не переименован ли он и подключена ли флешка или сетевая папка.`,
    )
  if (code === 'EISDIR') return new AppError('file-unreadable', `«${file}» — это папка. Выберите файл внутри неё.`)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY')
    return new AppError(
      'file-unreadable',
      `${named(file)} не открывается: он занят другой программой или к нему нет доступа. Закройте его в ${program} и повторите.`,
    )
  if (code === 'EIO')
    return new AppError(
      'file-unreadable',
      `${named(file)} не читается с диска. Скопируйте его на компьютер и повторите.`,
    )
  return null
}
