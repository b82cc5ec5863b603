import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { app, type BrowserWindow, dialog, Menu, nativeTheme, session } from 'electron'
import { dataDirOf, defaultUserDataDir } from '../data-folder'
import { answerer } from './calls'
import type { ShellContext } from './context'
import { startsBeforeReady, storeStarter } from './start-store'
import { StoreSupervisor } from './store-supervisor'
import { registerAppScheme, serveApp } from './system/app-protocol'
import { openPath } from './system/external'
import { hardenContents, hardenSession, quietChromium, shutDebuggers } from './system/harden'
import { answerCalls, sendEvent } from './system/ipc'
import { fileLog } from './system/log'
import { settingsFile } from './system/settings'
import { checkForUpdates, updateFromFile } from './updates/updates'
import { openMainWindow } from './window/main-window'
import { buildMenu } from './window/menu'

/** How long the page may take to put typing away before the program ends, in ms. */
const flushLimit = 2000

/** The windowed program from start to end. */
export function startApplication(): void {
  app.setName('Методист')
  // Chromium's own switch is honoured: tests and a second profile have a folder of their own.
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', defaultUserDataDir())
  else app.setPath('userData', resolve(app.commandLine.getSwitchValue('user-data-dir')))
  if (!app.requestSingleInstanceLock()) {
    process.stderr.write('Программа «Методист» уже открыта: показано её окно.\n')
    app.exit(0)
    return
  }
  shutDebuggers()
  quietChromium()
  registerAppScheme()
  app.enableSandbox()

  const userData = app.getPath('userData')
  const settings = settingsFile(join(userData, 'settings.json'), (error) => log.error('settings', error))
  let dataDir = dataDirOf({ argv: process.argv, userDataDir: userData, chosen: settings.get().dataDir })
  const log = fileLog(() => dataDir)
  let window: BrowserWindow | null = null
  let ending: Promise<void> | null = null
  let ended = false
  let flushed: () => void = () => undefined
  const page = () => window?.webContents ?? null

  process.on('uncaughtException', (error) => {
    log.error('shell', error)
    if (!ended)
      dialog.showErrorBox(
        'Методист',
        'В программе произошла ошибка. Данные на диске не тронуты. Если что-то не отвечает, закройте программу и откройте снова.',
      )
  })
  process.on('unhandledRejection', (reason) => log.error('shell promise', reason))

  const store = new StoreSupervisor({
    start: storeStarter(),
    open: () => ({
      type: 'open',
      dataDir,
      mustExist: dataDir === settings.get().dataDir,
      version: app.getVersion(),
      author: { profile: 'Методист', osUser: osUser() },
    }),
    events: {
      state: (state) => sendEvent(page(), 'store', state),
      changed: (topics) => sendEvent(page(), 'changed', { topics }),
      job: (progress) => sendEvent(page(), 'job', progress),
      errorText: (text) => {
        log.text('store', text)
        if (__DEV_SEAMS__) process.stderr.write(text)
      },
    },
  })

  const end = async (): Promise<void> => {
    if (page() !== null) {
      await new Promise<void>((resolve) => {
        const limit = setTimeout(resolve, flushLimit)
        flushed = () => {
          clearTimeout(limit)
          resolve()
        }
        sendEvent(page(), 'menu', { action: 'flush' })
      })
    }
    await store.close()
    ended = true
    window?.destroy()
  }
  const endOnce = (): Promise<void> => {
    ending ??= end()
    return ending
  }

  app.on('before-quit', (event) => {
    if (ended) return
    event.preventDefault()
    void endOnce().then(() => app.quit())
  })
  app.on('window-all-closed', () => app.quit())
  app.on('second-instance', () => {
    if (window === null) return
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
    sendEvent(page(), 'menu', { action: 'second-instance' })
  })
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))

  // Under a Node of its own the store needs nothing of Electron and starts while Electron does.
  const early = startsBeforeReady()
  if (early) store.start()

  void app.whenReady().then(() => {
    if (!early) store.start()
    nativeTheme.themeSource = settings.get().theme
    hardenSession(session.defaultSession)
    // Fonts and icons lie beside the bundle, in the project and in the package alike.
    const papers = serveApp({
      renderer: join(__dirname, '../renderer'),
      fonts: join(__dirname, '../../resources/fonts'),
    })
    const context: ShellContext = {
      window: () => window,
      store,
      settings,
      log,
      papers,
      dataDir: () => dataDir,
      async openDataDir(dir) {
        dataDir = dir
        settings.set({ dataDir: dir })
        await store.reopen()
      },
      setTheme(theme) {
        settings.set({ theme })
        nativeTheme.themeSource = theme
        showMenu()
      },
      quit: () => app.quit(),
      flushed: () => flushed(),
    }
    const updates = { window: () => window, log, quit: endOnce }
    const showMenu = (): void =>
      Menu.setApplicationMenu(
        buildMenu({
          emit: (action) => sendEvent(page(), 'menu', { action }),
          setTheme: context.setTheme,
          zoom: (step) => {
            const zoom = step === 0 ? 0 : Math.min(Math.max(settings.get().zoom + step * 0.5, -3), 5)
            settings.set({ zoom })
            page()?.setZoomLevel(zoom)
          },
          quit: () => app.quit(),
          showDataFolder: () => void openPath(dataDir),
          chooseDataFolder: () => sendEvent(page(), 'menu', { action: 'choose-data' }),
          checkUpdates: () => void checkForUpdates(updates),
          updateFromFile: () => void updateFromFile(updates),
          about: () => void about(window),
          theme: settings.get().theme,
        }),
      )
    answerCalls(page, answerer(context))
    // The page loads while the menu is built.
    window = openMainWindow({ settings, log, onClose: () => app.quit() })
    window.on('closed', () => {
      window = null
    })
    showMenu()
  })
}

function osUser(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}

async function about(window: BrowserWindow | null): Promise<void> {
  const options: Electron.MessageBoxOptions = {
    type: 'info',
    title: 'О программе',
    message: `Методист ${app.getVersion()}`,
    detail: `Работа районного методического объединения школьных библиотекарей.\nElectron ${process.versions.electron}, Chromium ${process.versions.chrome}.`,
    buttons: ['Закрыть'],
    noLink: true,
  }
  await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options))
}
