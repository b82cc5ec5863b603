import { basename } from 'node:path'
import type { ListSpec } from '@shared/contract/lists'
import { stems } from '@shared/domain/text/stems'
import { cellText } from '../cells/cell-text'
import type { SheetPreview } from './preview'

/** Words that stand over a table: the names of the file and the sheet, and the lines above the head. */
export function wordsOver(file: string, sheet: SheetPreview, headTop: number): ReadonlySet<string> {
  const above = sheet.top.filter((row) => row.row < headTop).flatMap((row) => row.cells.map(cellText))
  const text = [basename(file).replace(/\.\w+$/u, ''), sheet.name, ...above].join(' ').slice(0, 5000)
  return new Set(stems(text).split(' '))
}

/** Of lists that a head fits alike, the one the sheet is called by: «Потребности школ на сентябрь». */
export function isNamed(list: ListSpec, over: ReadonlySet<string>): boolean {
  return stems(list.title)
    .split(' ')
    .every((word) => over.has(word))
}
