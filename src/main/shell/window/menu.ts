import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Settings } from '../system/settings'

export interface MenuActions {
  /** To the page: `search`, `go:meetings`… */
  emit(action: string): void
  setTheme(theme: Settings['theme']): void
  zoom(step: -1 | 0 | 1): void
  quit(): void
  showDataFolder(): void
  chooseDataFolder(): void
  checkUpdates(): void
  updateFromFile(): void
  about(): void
  theme: Settings['theme']
}

/**
 * The native menu. Items of the page are sent to it as `menu` events. Undo and redo show their keys but do not take them:
 * the page gets the keys first, since in a text field they belong to the field.
 */
export function buildMenu(actions: MenuActions): Menu {
  const send = (action: string): Pick<MenuItemConstructorOptions, 'id' | 'click'> => ({
    id: action,
    click: () => actions.emit(action),
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const go = (label: string, module: string, key: number): MenuItemConstructorOptions => ({
    label,
    accelerator: `CmdOrCtrl+${key}`,
    ...send(`go:${module}`),
  })
  const theme = (label: string, value: Settings['theme']): MenuItemConstructorOptions => ({
    id: `theme:${value}`,
    label,
    type: 'radio',
    checked: actions.theme === value,
    click: () => actions.setTheme(value),
  })
  return Menu.buildFromTemplate([
    {
      label: '&Файл',
      submenu: [
        { label: 'Создать заседание', accelerator: 'CmdOrCtrl+N', ...send('new:meeting') },
        separator,
        { label: 'Сохранить', accelerator: 'CmdOrCtrl+S', ...send('save') },
        { label: 'Печать…', accelerator: 'CmdOrCtrl+P', ...send('print') },
        separator,
        { label: 'Загрузить из Excel…', ...send('import') },
        { label: 'Загрузки из Excel', ...send('go:imports') },
        { label: 'Загрузить из Word…', ...send('import:papers') },
        { label: 'Загрузки из Word', ...send('go:old-papers') },
        separator,
        { label: 'Сделать резервную копию', ...send('backup') },
        { label: 'Восстановить из копии…', ...send('restore') },
        { id: 'show-data', label: 'Показать папку данных', click: () => actions.showDataFolder() },
        { id: 'choose-data', label: 'Выбрать другую папку данных…', click: () => actions.chooseDataFolder() },
        separator,
        { label: 'Настройки', accelerator: 'CmdOrCtrl+,', ...send('go:settings') },
        separator,
        { id: 'quit', label: 'Выход', accelerator: 'CmdOrCtrl+Q', click: () => actions.quit() },
      ],
    },
    {
      label: '&Правка',
      submenu: [
        { label: 'Отменить', accelerator: 'CmdOrCtrl+Z', registerAccelerator: false, ...send('undo') },
        { label: 'Вернуть', accelerator: 'CmdOrCtrl+Y', registerAccelerator: false, ...send('redo') },
        { label: 'История изменений…', ...send('go:history') },
        separator,
        { role: 'cut', label: 'Вырезать' },
        { role: 'copy', label: 'Копировать' },
        { role: 'paste', label: 'Вставить' },
        { role: 'pasteAndMatchStyle', label: 'Вставить без оформления' },
        { role: 'delete', label: 'Удалить' },
        separator,
        { role: 'selectAll', label: 'Выделить всё' },
        separator,
        { label: 'Найти…', accelerator: 'CmdOrCtrl+K', ...send('search') },
        { label: 'Найти в списке', accelerator: 'CmdOrCtrl+F', ...send('find') },
      ],
    },
    {
      label: '&Вид',
      submenu: [
        { id: 'zoom:in', label: 'Крупнее', accelerator: 'CmdOrCtrl+=', click: () => actions.zoom(1) },
        { id: 'zoom:out', label: 'Мельче', accelerator: 'CmdOrCtrl+-', click: () => actions.zoom(-1) },
        { id: 'zoom:reset', label: 'Обычный размер', accelerator: 'CmdOrCtrl+0', click: () => actions.zoom(0) },
        separator,
        {
          label: 'Тема',
          submenu: [theme('Как в системе', 'system'), theme('Светлая', 'light'), theme('Тёмная', 'dark')],
        },
        separator,
        { label: 'Панель навигации', accelerator: 'CmdOrCtrl+B', ...send('toggle:navigation') },
        { role: 'togglefullscreen', label: 'Во весь экран', accelerator: 'F11' },
        ...(__DEV_SEAMS__ ? [separator, { role: 'toggleDevTools', label: 'Средства разработчика' } as const] : []),
      ],
    },
    {
      label: 'П&ереход',
      submenu: [
        go('Рабочий стол', 'desk', 1),
        go('Заседания', 'meetings', 2),
        go('Решения', 'decisions', 3),
        go('Школы', 'schools', 4),
        go('Библиотекари', 'librarians', 5),
        separator,
        { label: 'Объединения', ...send('go:associations') },
        separator,
        { label: 'Назад', accelerator: 'Alt+Left', ...send('back') },
        { label: 'Вперёд', accelerator: 'Alt+Right', ...send('forward') },
      ],
    },
    {
      label: '&Справка',
      submenu: [
        { label: 'Руководство', accelerator: 'F1', ...send('guide') },
        { label: 'Клавиши', accelerator: 'CmdOrCtrl+/', ...send('keys') },
        separator,
        { id: 'updates', label: 'Проверить обновления…', click: () => actions.checkUpdates() },
        { id: 'update-file', label: 'Обновить из файла…', click: () => actions.updateFromFile() },
        separator,
        { id: 'about', label: 'О программе', click: () => actions.about() },
      ],
    },
  ])
}
