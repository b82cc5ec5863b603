import type { CellValue } from '@shared/contract/lists'
import { normKey } from '@shared/domain/text/norm'
import type { AnyListRecord } from '../../lists/record'
import { cellText } from '../cells/cell-text'
import type { FileCell, FileRow, Merge } from '../reading/types'
import { isNumbering } from '../recognising/head'
import type { TakenColumn } from './faults'

const totalWords = /^(итог|всего|общий итог|общее количество|сумма по|по району всего|subtotal|total)/u
/** «Исполнитель: …», «Директор ________»: what stands under a table. */
const signWords =
  /^(исп|исполнитель|директор|начальник|заведующ|руководитель|главный|методист|подпись|м ?\. ?п|примечани|составил|дата)[^\n]*(:|__)/u
const partWords = /^(в том числе|из них)/u

const isFilled = (cell: FileCell | undefined): cell is Exclude<FileCell, null> =>
  cell !== null && cell !== undefined && (typeof cell !== 'string' || cell.trim() !== '')
const bare = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLowerCase()

/**
 * Tells rows of the list from what people put between them: totals, names of sections, the head again, notes. Goes through
 * the rows in order, since totals are known by what stands above them; fills cells merged down.
 */
export class RowSorter {
  private readonly down: Merge[]
  private readonly wide: Map<number, Merge>
  private readonly active: { merge: Merge; value: FileCell }[] = []
  private nextDown = 0
  private readonly heads: readonly string[]
  /** Running sums by column: since the last total, and of the whole sheet. */
  private part: number[] = []
  private whole: number[] = []
  private summed = 0
  /** What headings above the row have said of it. */
  private headed: Readonly<Record<string, CellValue>> = {}

  constructor(
    private readonly taken: readonly TakenColumn[],
    private readonly needed: ReadonlySet<string>,
    merges: readonly Merge[],
    firstRow: number,
    private readonly heading: AnyListRecord['heading'],
  ) {
    const below = merges.filter((merge) => merge.bottom >= firstRow)
    this.down = below.filter((merge) => merge.bottom > merge.top).sort((a, b) => a.top - b.top)
    this.wide = new Map(
      below.filter((merge) => merge.right - merge.left >= 2).map((merge) => [merge.top, merge] as const),
    )
    this.heads = taken.map((one) => bare(one.heading.split(' / ').at(-1) ?? ''))
  }

  /** Cells of the row with those merged down filled; a note where the row is no record. */
  sort(row: FileRow): { cells: readonly FileCell[]; note: string | null; headed: Readonly<Record<string, CellValue>> } {
    const cells = this.fill(row)
    const note = this.noteOf(row, cells)
    if (note === null) this.add(cells)
    else if (note.startsWith('строка итогов')) this.part = []
    return { cells, note, headed: this.headed }
  }

  private fill(row: FileRow): FileCell[] {
    const cells = [...row.cells]
    for (let at = this.active.length - 1; at >= 0; at--) {
      if ((this.active[at]?.merge.bottom ?? 0) < row.row) this.active.splice(at, 1)
    }
    for (; (this.down[this.nextDown]?.top ?? Number.POSITIVE_INFINITY) <= row.row; this.nextDown++) {
      const merge = this.down[this.nextDown]
      if (!merge || merge.bottom < row.row) continue
      const value = merge.top === row.row ? (row.cells[merge.left] ?? null) : null
      if (value !== null) this.active.push({ merge, value })
    }
    for (const { merge, value } of this.active) {
      if (merge.top === row.row) continue
      while (cells.length <= merge.left) cells.push(null)
      cells[merge.left] ??= value
    }
    return cells
  }

  private noteOf(row: FileRow, cells: readonly FileCell[]): string | null {
    const filled = cells.flatMap((cell, index) => (isFilled(cell) ? [{ cell, index }] : []))
    if (filled.length === 0) return 'пустая строка'
    if (isNumbering(cells)) return 'строка с номерами столбцов'
    if (this.repeatsHead(cells)) return 'шапка таблицы повторена'
    const firstText = filled.find(({ cell }) => typeof cell === 'string' && /\p{L}/u.test(cell))
    const words = firstText ? normKey(cellText(firstText.cell).slice(0, 100)).replace(/^[^\p{L}]+/u, '') : ''
    const figures = filled.filter(
      ({ cell }) => typeof cell === 'number' || (typeof cell === 'string' && /^[\d\s.,]+$/.test(cell.trim())),
    )
    if (totalWords.test(words) || (partWords.test(words) && figures.length > 0)) return 'строка итогов'
    const own = this.taken.filter((one) => isFilled(cells[one.index]))
    const head = this.headingOf(row, cells, own.length)
    if (head !== null) return head
    if (this.isSection(row, filled.length, own.length))
      return `раздел «${cellText(firstText?.cell).trim().slice(0, 100)}»`
    if (own.length === 0) return 'в загружаемых столбцах пусто'
    if (filled.length === 1 && typeof filled[0]?.cell === 'string' && this.isRemark(own, words)) {
      return 'примечание под таблицей'
    }
    const named = own.some((one) => this.needed.has(one.column.key))
    if (
      !named &&
      this.needed.size > 0 &&
      own.every((one) => typeof cells[one.index] === 'number') &&
      this.isSum(cells)
    ) {
      return 'строка итогов без подписи'
    }
    return null
  }

  /** A heading that tells something of the rows under it. */
  private headingOf(row: FileRow, cells: readonly FileCell[], own: number): string | null {
    if (!this.heading) return null
    const texts = [...new Set(cells.filter(isFilled).map((cell) => cellText(cell).trim()))]
    if (texts.length > 2) return null
    const found = this.heading(texts, this.isSection(row, texts.length, own))
    if (found === null) return null
    this.headed = { ...this.headed, ...found }
    return `раздел «${texts.join(' ').slice(0, 100)}»`
  }

  /** One text over the columns, or beside all that are taken. */
  private isSection(row: FileRow, filled: number, own: number): boolean {
    if (filled !== 1) return false
    if (this.wide.has(row.row)) return true
    return own === 0
  }

  /** One text where a row of the list would have others beside it. */
  private isRemark(own: readonly TakenColumn[], words: string): boolean {
    if (this.taken.length < 2) return false
    return (
      signWords.test(words) ||
      own.every((one) => one.column.edit?.required !== true && one.column.edit?.standsFor === undefined)
    )
  }

  private repeatsHead(cells: readonly FileCell[]): boolean {
    const same = this.taken.filter((one, index) => {
      const cell = cells[one.index]
      return typeof cell === 'string' && cell !== '' && bare(cell) === this.heads[index]
    }).length
    return same >= 2 && same >= this.taken.length * 0.6
  }

  private add(cells: readonly FileCell[]): void {
    this.summed++
    for (const { index } of this.taken) {
      const cell = cells[index]
      if (typeof cell !== 'number') continue
      this.part[index] = (this.part[index] ?? 0) + cell
      this.whole[index] = (this.whole[index] ?? 0) + cell
    }
  }

  private isSum(cells: readonly FileCell[]): boolean {
    if (this.summed < 2) return false
    const figures = this.taken.flatMap(({ index }) =>
      typeof cells[index] === 'number' ? [{ index, value: cells[index] }] : [],
    )
    const matches = (sums: readonly number[]): boolean =>
      figures.length > 0 && figures.every(({ index, value }) => Math.abs((sums[index] ?? 0) - value) < 1e-6)
    return matches(this.part) || matches(this.whole)
  }
}
