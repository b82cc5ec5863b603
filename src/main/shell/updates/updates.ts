import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { app, type BrowserWindow, dialog, session } from 'electron'
import { openPath, showInFolder } from '../system/external'
import type { Log } from '../system/log'
import { hashFile, parseSignatureFile, type SignedUpdate, type Verdict, verifyUpdate } from './update-signature'

/** Updates: only when asked, only with our signature, from the network or from a file (a USB stick). */
interface UpdateContext {
  window: () => BrowserWindow | null
  log: Log
  quit: () => Promise<void>
}

const publicKey = (): string => readFileSync(join(__dirname, '../../resources/update-key.pub'), 'utf8')

const refusals: Readonly<Record<Exclude<Verdict, 'good'>, string>> = {
  'bad-signature': 'Подпись обновления неверна: файл подменён или повреждён. Он не установлен.',
  'not-newer': 'Эта версия не новее установленной.',
  malformed: 'Это не обновление программы «Методист».',
}

export async function checkForUpdates(context: UpdateContext): Promise<void> {
  if (!app.isPackaged) {
    await say(context, 'Обновления проверяются только в установленной программе.')
    return
  }
  try {
    // Loaded when asked for: no part of the start.
    const { autoUpdater } = await import('electron-updater')
    autoUpdater.autoDownload = false
    autoUpdater.autoInstallOnAppQuit = false
    autoUpdater.allowDowngrade = false
    autoUpdater.logger = null
    const found = await autoUpdater.checkForUpdates()
    const file = found?.updateInfo.files[0]
    if (!found?.isUpdateAvailable || file === undefined) {
      await say(context, `Установлена последняя версия: ${app.getVersion()}.`)
      return
    }
    const { version } = found.updateInfo
    const verdict = verifyUpdate(
      { version, sha512: file.sha512, signature: await fetchSignature(autoUpdater.getFeedURL(), file.url) },
      publicKey(),
      app.getVersion(),
    )
    if (verdict !== 'good') {
      context.log.note(`update refused: ${verdict}`)
      await say(context, refusals[verdict], 'warning')
      return
    }
    if (!(await ask(context, `Есть новая версия: ${version}. Загрузить и установить?`, 'Загрузить и установить')))
      return
    const [downloaded] = await autoUpdater.downloadUpdate()
    if (downloaded === undefined || (await hashFile(downloaded)) !== file.sha512) {
      await say(context, refusals['bad-signature'], 'warning')
      return
    }
    await context.quit()
    autoUpdater.quitAndInstall()
  } catch (error) {
    context.log.error('updates', error)
    await say(
      context,
      'Не удалось проверить обновления: сервер недоступен. Можно обновиться из файла: «Справка → Обновить из файла…».',
      'warning',
    )
  }
}

async function fetchSignature(feed: string | null | undefined, file: string): Promise<string> {
  const address = new URL(`${file}.sig`, feed?.endsWith('/') ? feed : `${feed}/`)
  if (address.protocol !== 'https:') throw new Error('Updates come over https only')
  // A session of its own: the window's refuses every address of the network.
  const response = await session.fromPartition('metodist-updates').fetch(address.href)
  if (!response.ok) throw new Error(`Signature: ${response.status}`)
  return parseSignatureFile((await response.text()).slice(0, 10_000))?.signature ?? ''
}

/** From a file with its `.sig` beside it. The file is copied first and the copy checked, so that it cannot change in between. */
export async function updateFromFile(context: UpdateContext): Promise<void> {
  const window = context.window()
  const options = {
    title: 'Файл обновления',
    buttonLabel: 'Обновить',
    properties: ['openFile'] as 'openFile'[],
    filters: [{ name: 'Установка программы', extensions: ['exe', 'AppImage', 'deb'] }],
  }
  const { filePaths } = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options)
  const chosen = filePaths[0]
  if (chosen === undefined) return
  try {
    const folder = join(app.getPath('userData'), 'updates')
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const copy = join(folder, basename(chosen))
    copyFileSync(chosen, copy)
    const verdict = await verdictOf(copy, readFileSync(`${chosen}.sig`, 'utf8'))
    if (verdict !== 'good') {
      context.log.note(`update from file refused: ${verdict}`)
      await say(context, refusals[verdict], 'warning')
      return
    }
    if (process.platform === 'win32') {
      if (!(await ask(context, 'Подпись верна. Программа закроется и обновится.', 'Обновить'))) return
      await openPath(copy)
      await context.quit()
    } else {
      showInFolder(copy)
      await say(context, 'Подпись верна. Установите показанный файл и запустите программу снова.')
    }
  } catch (error) {
    context.log.error('update from file', error)
    await say(
      context,
      'Не удалось прочитать обновление. Рядом с файлом установки должен лежать файл подписи с окончанием «.sig».',
      'warning',
    )
  }
}

async function verdictOf(file: string, signatureText: string): Promise<Verdict> {
  const update: SignedUpdate | null = parseSignatureFile(signatureText)
  if (update === null) return 'malformed'
  if ((await hashFile(file)) !== update.sha512) return 'bad-signature'
  return verifyUpdate(update, publicKey(), app.getVersion())
}

async function say(context: UpdateContext, message: string, type: 'info' | 'warning' = 'info'): Promise<void> {
  await show(context, { type, title: 'Обновление', message, buttons: ['Понятно'], noLink: true })
}

async function ask(context: UpdateContext, message: string, yes: string): Promise<boolean> {
  return (
    (await show(context, {
      type: 'question',
      title: 'Обновление',
      message,
      buttons: [yes, 'Не сейчас'],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    })) === 0
  )
}

async function show(context: UpdateContext, options: Electron.MessageBoxOptions): Promise<number> {
  const window = context.window()
  return (window ? await dialog.showMessageBox(window, options) : await dialog.showMessageBox(options)).response
}
