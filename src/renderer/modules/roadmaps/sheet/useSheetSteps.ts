import type { Roadmap, RoadmapColumn } from '@shared/contract/roadmaps'
import { counted } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import { undoLast } from '../../../app/queries'
import { showDone, showError } from '../../../app/toasts'
import { type Block, type CellAt, type Selection, selectionAt } from '../../../components/DataGrid/model/selection'
import { cellText, dueReader, isTyped, type KnownNames, setCell } from '../model/cells'
import { type Line, linesOf } from '../model/lines'
import { pasteBlock } from '../model/paste'
import {
  addItem,
  addPart,
  addSection,
  indent,
  moveLines,
  newItem,
  outdent,
  removeLines,
  type Step,
} from '../model/structure'

export interface SheetSteps {
  /** Text into a cell; on the line after the last it begins a new item. */
  write: (uid: string | null, column: RoadmapColumn, text: string) => void
  add: (what: 'item' | 'part' | 'section' | 'same') => void
  level: (by: 'deeper' | 'higher') => void
  move: (by: 1 | -1) => void
  remove: () => void
  clear: () => void
  fillDown: () => void
  paste: (cells: readonly (readonly string[])[]) => void
  /** Cells of the marked block, for the clipboard. */
  copied: () => string[][]
}

export interface StepsOptions {
  roadmap: Roadmap
  commit: (step: (now: Roadmap) => Roadmap) => void
  /** Lines shown now. */
  lines: readonly Line[]
  columns: readonly RoadmapColumn[]
  selection: Selection
  block: Block
  /** A filter hides rows: they are not moved among each other then. */
  isFiltered: boolean
  known: KnownNames
  go: (next: Selection) => void
  announce: (sentence: string) => void
  /** Opens the editor of the cell: a row just made is to be typed into. */
  edit: (uid: string, column: number) => void
}

/** What is done to rows and blocks; every step is one line of the history. */
export function useSheetSteps(options: StepsOptions): SheetSteps {
  const { roadmap, commit, lines, columns, selection, block, isFiltered, go, announce } = options
  const { active } = selection
  const line = lines[active.row] ?? null
  const marked = lines.slice(block.top, block.bottom + 1)
  const read = dueReader(roadmap)
  const title = Math.max(
    0,
    columns.findIndex(({ role }) => role === 'title'),
  )

  const refuse = (sentence: string) => {
    announce(sentence)
    showError(new AppError('invalid-input', sentence))
  }
  const rowOf = (next: Roadmap, uid: string | null): number =>
    uid === null ? -1 : linesOf(next).findIndex((one) => one.uid === uid)
  /** Takes a structural step and puts the cursor on its row. */
  const take = (step: Step, said: string, at: Partial<CellAt> = {}): boolean => {
    if (step.refusal !== undefined) {
      refuse(step.refusal)
      return false
    }
    commit(() => step.roadmap)
    const row = rowOf(step.roadmap, step.uid)
    if (row >= 0) go(selectionAt({ row, column: at.column ?? active.column }))
    announce(said)
    return true
  }
  const isShut = (): boolean => {
    if (isFiltered) refuse('Показаны не все строки. Нажмите «Все», чтобы добавлять и переставлять.')
    return isFiltered
  }

  return {
    write(uid, column, text) {
      if (uid !== null) {
        commit((now) => {
          const own = linesOf(now).find((one) => one.uid === uid)
          return own ? setCell(now, own, column, text, read, options.known) : now
        })
        return
      }
      if (text.trim() === '') return
      commit((now) => {
        const step = addItem(now, null, newItem())
        const own = linesOf(step.roadmap).find((one) => one.uid === step.uid)
        return own ? setCell(step.roadmap, own, column, text, read, options.known) : now
      })
    },
    add(what) {
      if (isShut()) return
      const kind = what === 'same' ? (line?.kind === 'part' ? 'part' : 'item') : what
      const step =
        kind === 'item' ? addItem(roadmap, line) : kind === 'part' ? addPart(roadmap, line) : addSection(roadmap, line)
      const said = { item: 'Добавлен пункт.', part: 'Добавлен подпункт.', section: 'Добавлен раздел.' }[kind]
      if (take(step, said, { column: title }) && step.uid !== null) options.edit(step.uid, title)
    },
    level(by) {
      if (isShut()) return
      if (line === null) {
        // On the line after the last one begins to type at the level asked for.
        const step = by === 'deeper' ? addPart(roadmap, null) : addSection(roadmap, null)
        const said = by === 'deeper' ? 'Добавлен подпункт.' : 'Добавлен раздел.'
        if (take(step, said, { column: title }) && step.uid !== null) options.edit(step.uid, title)
        return
      }
      const step = by === 'deeper' ? indent(roadmap, line) : outdent(roadmap, line)
      const now = step.uid === null ? undefined : linesOf(step.roadmap).find((one) => one.uid === step.uid)
      take(step, now ? `Теперь это ${levelNames[now.kind]}.` : '')
    },
    move(by) {
      if (isShut() || marked.length === 0) return
      const next = moveLines(
        roadmap,
        marked.map(({ uid }) => uid),
        by,
      )
      if (next === roadmap) return announce(by < 0 ? 'Выше переставить некуда.' : 'Ниже переставить некуда.')
      commit(() => next)
      const row = rowOf(next, line?.uid ?? null)
      const first = rowOf(next, marked[0]?.uid ?? null)
      const last = rowOf(next, marked.at(-1)?.uid ?? null)
      if (row < 0) return
      const column = active.column
      go({
        active: { row, column },
        anchor: { row: first, column: block.left },
        end: { row: last, column: block.right },
      })
      announce(by < 0 ? 'Переставлено выше.' : 'Переставлено ниже.')
    },
    remove() {
      if (marked.length === 0) return
      const next = removeLines(roadmap, new Set(marked.map(({ uid }) => uid)))
      commit(() => next)
      go(selectionAt({ row: block.top, column: active.column }))
      const words = `Удалено: ${counted(marked.length, ['строка', 'строки', 'строк'])}`
      announce(words)
      showDone(words, { label: 'Отменить', run: () => void undoLast() })
    },
    clear() {
      const across = columns.slice(block.left, block.right + 1)
      commit((now) => marked.reduce((before, { uid }) => emptied(before, uid, across, read, options.known), now))
      announce('Очищено.')
    },
    fillDown() {
      const from = block.top === block.bottom ? lines[block.top - 1] : marked[0]
      const below = block.top === block.bottom ? marked : marked.slice(1)
      if (!from || from.kind === 'section') return announce('Выше нет ячейки, из которой заполнять.')
      commit((now) =>
        below.reduce((before, { uid }) => {
          return columns.slice(block.left, block.right + 1).reduce((next, column) => {
            const own = linesOf(next).find((one) => one.uid === uid)
            return own && own.kind !== 'section' && column.role !== 'number'
              ? setCell(next, own, column, cellText(roadmap, from, column), read, options.known)
              : next
          }, before)
        }, now),
      )
      announce('Заполнено.')
    },
    paste(cells) {
      const done = pasteBlock(
        roadmap,
        cells,
        { line, column: line?.kind === 'section' ? 0 : block.left },
        read,
        options.known,
      )
      if (done.refusal !== undefined) return refuse(done.refusal)
      if (done.rows > 1 && isShut()) return
      commit(() => done.roadmap)
      const [top, bottom] = [rowOf(done.roadmap, done.from), rowOf(done.roadmap, done.to)]
      if (top >= 0) {
        const width = Math.max(...cells.map((row) => row.length))
        const left = block.left
        go({
          ...selectionAt({ row: top, column: left }),
          end: { row: bottom, column: Math.min(columns.length - 1, left + width - 1) },
        })
      }
      const words = `Вставлено: ${counted(done.rows, ['строка', 'строки', 'строк'])}`
      announce(words)
      if (done.rows > 1) showDone(words, { label: 'Отменить', run: () => void undoLast() })
    },
    copied: () =>
      marked.map((one) =>
        columns
          .slice(block.left, block.right + 1)
          .map((column, index) => (one.kind === 'section' && index > 0 ? '' : cellText(roadmap, one, column))),
      ),
  }
}

const levelNames = { section: 'раздел', item: 'пункт', part: 'подпункт' } as const

function emptied(
  roadmap: Roadmap,
  uid: string,
  columns: readonly RoadmapColumn[],
  read: ReturnType<typeof dueReader>,
  known: KnownNames,
): Roadmap {
  return columns.reduce((next, column) => {
    const own = linesOf(next).find((one) => one.uid === uid)
    return own && isTyped(own, column) ? setCell(next, own, column, '', read, known) : next
  }, roadmap)
}
