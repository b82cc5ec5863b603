import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'

/** The menu of the right button in text; Electron has none of its own. */
export function attachContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, at) => {
    const { editFlags } = at
    const items: MenuItemConstructorOptions[] = []
    if (at.isEditable) {
      items.push(
        { role: 'undo', label: 'Отменить ввод', enabled: editFlags.canUndo },
        { role: 'redo', label: 'Вернуть ввод', enabled: editFlags.canRedo },
        { type: 'separator' },
        { role: 'cut', label: 'Вырезать', enabled: editFlags.canCut },
      )
    }
    if (at.isEditable || at.selectionText !== '')
      items.push({ role: 'copy', label: 'Копировать', enabled: editFlags.canCopy })
    if (at.isEditable) {
      items.push(
        { role: 'paste', label: 'Вставить', enabled: editFlags.canPaste },
        { role: 'delete', label: 'Удалить', enabled: editFlags.canDelete },
        { type: 'separator' },
        { role: 'selectAll', label: 'Выделить всё', enabled: editFlags.canSelectAll },
      )
    }
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
  })
}
