import { counted } from '@shared/domain/text/plural'
import { call } from '../../../app/api'
import type { GridMenuItem } from './edit/GridMenu'
import type { Sheet, SheetRows } from './useSheet'

export interface MenuActions {
  /** The list's own, for the marked rows. */
  rows: readonly { title: string; run: () => void }[]
  open: (() => void) | null
  edit: () => void
  filter: () => void
  sort: (desc: boolean) => void
}

/** What can be done to the marked cells, in parts; what cannot says why. */
export function menuItems(rows: SheetRows, sheet: Sheet, column: number, actions: MenuActions): GridMenuItem[][] {
  const { block } = sheet
  const title = rows.columns[column]?.title ?? ''
  const unwritable = sheet.isSheet ? null : 'Этот список здесь не правят: откройте карточку.'
  const computed =
    unwritable ??
    (rows.columns.slice(block.left, block.right + 1).some((one) => one.edit)
      ? null
      : 'Эти столбцы считаются по другим данным.')
  const count = rows.lines.runs(block.top, block.bottom).reduce((sum, run) => sum + run.count, 0)
  const noRows = count === 0 ? 'Здесь нет записанных строк.' : null
  /** The events of the clipboard come to what has the keyboard. */
  const clipboard = (command: 'copy' | 'cut') => () => {
    sheet.focus()
    document.execCommand(command)
  }
  const paste = () => {
    sheet.focus()
    void call('shell.paste', {})
  }
  const own = actions.rows.map(({ title, run }) => ({
    title: count > 1 ? `${title}: ${counted(count, rows.spec.nouns)}` : title,
    run,
    reason: noRows,
  }))
  return [
    ...(own.length > 0 ? [own] : []),
    [
      {
        title: 'Открыть карточку',
        keys: 'Ctrl+Enter',
        run: () => actions.open?.(),
        reason: actions.open ? noRows : 'У этих строк нет карточки.',
      },
      { title: 'Исправить ячейку', keys: 'F2', run: actions.edit, reason: computed },
    ],
    [
      { title: 'Копировать', keys: 'Ctrl+C', run: clipboard('copy'), reason: noRows },
      { title: 'Вырезать', keys: 'Ctrl+X', run: clipboard('cut'), reason: computed ?? noRows },
      { title: 'Вставить', keys: 'Ctrl+V', run: paste, reason: unwritable },
    ],
    [
      { title: 'Заполнить вниз', keys: 'Ctrl+D', run: () => sheet.fill('down'), reason: computed ?? noRows },
      { title: 'Очистить', keys: 'Delete', run: () => sheet.clear(), reason: computed },
      {
        title: count > 1 ? `Удалить ${counted(count, rows.spec.nouns)}` : 'Удалить строку',
        keys: 'Ctrl+минус',
        run: () => void sheet.removeRows(),
        reason: unwritable,
      },
      {
        title: 'Новая строка',
        keys: 'Ctrl+Shift+плюс',
        run: sheet.newRow,
        reason: unwritable,
      },
    ],
    [
      { title: 'Отобрать по этому значению', run: actions.filter, reason: noRows },
      { title: `Сначала меньшие: «${title}»`, run: () => actions.sort(false), reason: null },
      { title: `Сначала большие: «${title}»`, run: () => actions.sort(true), reason: null },
    ],
  ]
}
