import type { FileFault } from '@shared/contract/imports'
import type { ColumnSpec } from '@shared/contract/lists'
import { letterOf } from '../reading/formats'

/** One column of the file that is taken, and what it is called there. */
export interface TakenColumn {
  index: number
  column: ColumnSpec
  heading: string
}

const nameOf = (taken: TakenColumn): string => (taken.heading === '' ? letterOf(taken.index) : taken.heading)
const short = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text)
const where = (sheet: string, row: number, taken: TakenColumn | null): string =>
  `Лист «${sheet}», строка ${row}${taken ? `, столбец «${short(nameOf(taken))}»` : ''}`

/** A cell that cannot be read as its column. */
export function cellFault(
  sheet: string,
  row: number,
  taken: TakenColumn,
  wrong: { expected: string; found: string },
): FileFault {
  const found = short(wrong.found)
  return {
    sheet,
    cell: `${letterOf(taken.index)}${row}`,
    column: nameOf(taken),
    row,
    expected: wrong.expected,
    found,
    text: `${where(sheet, row, taken)}: «${found}» — нужно: ${wrong.expected}. Исправьте в файле и загрузите снова.`,
  }
}

/** A rule the row breaks; `taken` is the column it shows in, where there is one in the file. */
export function rowFault(
  sheet: string,
  row: number,
  taken: TakenColumn | null,
  wrong: { text: string; found: string },
): FileFault {
  const found = short(wrong.found)
  // The place already names the column.
  const title = taken ? `${taken.column.title}: ` : ''
  const expected = wrong.text.startsWith(title) ? wrong.text.slice(title.length) : wrong.text
  return {
    sheet,
    cell: taken ? `${letterOf(taken.index)}${row}` : `A${row}`,
    column: taken ? nameOf(taken) : '',
    row,
    expected,
    found,
    text: `${where(sheet, row, taken)}: ${found === '' ? '' : `«${found}» — `}${expected}${advised(expected) ? '' : ' Исправьте в файле и загрузите снова.'}`,
  }
}

/** Whether the sentence itself says what to do. */
const advised = (text: string): boolean =>
  /(Проверьте|Исправьте|Выберите|Впишите|Добавьте|Оставьте|Откройте|подтвердите|выполните|Есть:|Заполните|Удалите)/u.test(
    text,
  )
