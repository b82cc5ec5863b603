import { join } from 'node:path'
import { BrowserWindow, dialog, nativeTheme, screen } from 'electron'
import { appPage } from '../system/app-protocol'
import { hardenContents } from '../system/harden'
import type { Log } from '../system/log'
import type { SettingsFile } from '../system/settings'
import { attachContextMenu } from './context-menu'
import { minimumSize, placeWindow } from './window-state'

export interface MainWindowOptions {
  settings: SettingsFile
  log: Log
  /** The person closes the window: the program ends. */
  onClose: () => void
}

/** The one window. Where it stood is remembered; a page that crashed is loaded again, unless it keeps crashing. */
export function openMainWindow({ settings, log, onClose }: MainWindowOptions): BrowserWindow {
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()]
  const place = placeWindow(
    settings.get().window,
    displays.map((display) => display.workArea),
  )
  const window = new BrowserWindow({
    x: place.x,
    y: place.y,
    width: place.width,
    height: place.height,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    show: false,
    title: 'Методист',
    icon: join(__dirname, '../../resources/icons/icon.png'),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: {
      preload: join(__dirname, '../preload/index.js'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: __DEV_SEAMS__,
    },
  })
  hardenContents(window.webContents)
  attachContextMenu(window)
  if (place.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  rememberPlace(window, settings)
  window.on('close', (event) => {
    // Closed for good by whoever ends the program, after the page has put its typing away.
    event.preventDefault()
    onClose()
  })
  window.webContents.on('did-finish-load', () => window.webContents.setZoomLevel(settings.get().zoom))
  recover(window, log)
  void window.loadURL(appPage)
  return window
}

function rememberPlace(window: BrowserWindow, settings: SettingsFile): void {
  let timer: NodeJS.Timeout | null = null
  const remember = (): void => {
    timer = null
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
    const maximized = window.isMaximized()
    // Without a window manager to maximize it, the «normal» bounds go stale.
    settings.set({ window: { ...(maximized ? window.getNormalBounds() : window.getBounds()), maximized } })
  }
  const soon = (): void => {
    timer ??= setTimeout(remember, 500)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('maximize', soon)
  window.on('unmaximize', soon)
  window.on('close', () => {
    if (timer) clearTimeout(timer)
    remember()
  })
}

/** Crashes of the page within this time, in ms, of each other are one row; the third in a row ends it. */
const rowWithin = 60_000

function recover(window: BrowserWindow, log: Log): void {
  const crashes: number[] = []
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    log.note(`window page gone: ${details.reason} ${details.exitCode}`)
    const now = Date.now()
    crashes.push(now)
    const row = crashes.filter((at) => now - at < rowWithin).length
    if (row < 3) {
      window.webContents.reload()
      tell(window, 'Окно программы перезапущено после сбоя', 'Введённое до последних секунд сохранено как черновик.')
      return
    }
    void dialog
      .showMessageBox(window, {
        type: 'error',
        title: 'Методист',
        message: 'Окно программы не удаётся показать',
        detail:
          'Данные на диске не тронуты. Закройте программу и откройте её снова; если не поможет, перезагрузите компьютер.',
        buttons: ['Попробовать ещё раз', 'Закрыть программу'],
        cancelId: 1,
        noLink: true,
      })
      .then(({ response }) => {
        crashes.length = 0
        if (response === 0) window.webContents.reload()
        else window.close()
      })
  })
  window.on('unresponsive', () => log.note('window page unresponsive'))
}

function tell(window: BrowserWindow, message: string, detail: string): void {
  void dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Методист',
    message,
    detail,
    buttons: ['Продолжить работу'],
    noLink: true,
  })
}
