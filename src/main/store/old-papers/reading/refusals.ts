import { AppError } from '@shared/errors'
import { named, refusals } from '../../foreign/refusals'
import { TooMuch } from './limits'

const saveAs = 'Откройте его в Word и сохраните как «Документ Word (.docx)», затем загрузите снова.'

export const ofPapers = refusals({
  program: 'Word',
  saveAs,
  slim: 'Если это настоящий документ, откройте его в Word, удалите лишние картинки и сохраните заново.',
  protection: 'Защита документа',
  nothing: 'в нём нет ни одной строки текста',
})
export const { damaged, locked, otherFormat, empty, gaveUp } = ofPapers

/** Of a paper, what goes beyond the limits is not parted: its text is taken over. */
export const tooBig = (file: string, what: string): AppError =>
  new AppError(
    'file-too-big',
    `${named(file)} не прочитан: ${what}. Откройте его в Word, перенесите нужную часть в новый документ и загрузите её.`,
  )

/** A document, but in a way that is not read. */
export const savedOtherwise = (file: string, what: string, how: string): AppError =>
  new AppError('file-unreadable', `${named(file)} — ${what}, его программа не читает. ${how}`)

export const notAPaper = (file: string, what: string): AppError =>
  new AppError(
    'file-unreadable',
    `${named(file)} — ${what}, а не документ с текстом. Выберите документ Word (.docx, .doc) или текст (.txt).`,
  )

/** Our own fault: the paper is as good as any. */
export const notUnderstood = (file: string): AppError =>
  new AppError(
    'internal',
    `${named(file)} прочитан, но разобрать его программа не смогла. Внесите этот документ вручную и сообщите о нём разработчикам.`,
  )

/** Anything thrown while reading, as a sentence. */
export const asRefusal = (error: unknown, file: string): AppError =>
  error instanceof TooMuch ? tooBig(file, error.message) : ofPapers.asRefusal(error, file)
