import { AppError } from '@shared/errors'
import { named, refusals } from '../../foreign/refusals'

export const ofTables = refusals({
  program: 'Excel',
  saveAs: 'Откройте его в Excel и сохраните как «Книга Excel (.xlsx)», затем загрузите снова.',
  slim: 'Если это настоящая таблица, откройте её в Excel, удалите пустые строки и столбцы и сохраните заново.',
  protection: 'Защита книги',
  nothing: 'в нём нет ни одной строки',
})
export const { damaged, tooBig, locked, otherFormat, empty, gaveUp, asRefusal } = ofTables

export const notATable = (file: string, what: string): AppError =>
  new AppError('file-unreadable', `${named(file)} — ${what}, а не таблица. Выберите файл Excel (.xlsx, .xls) или CSV.`)
