import { existsSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { SettingsFile } from './settings'

/** Native «where to save» and «which file», in Russian, remembering the folder. */
export type FileKind = 'docx' | 'xlsx' | 'pdf' | 'sqlite'

const filters: Readonly<Record<FileKind, { name: string; extensions: string[] }>> = {
  docx: { name: 'Документ Word', extensions: ['docx'] },
  xlsx: { name: 'Книга Excel', extensions: ['xlsx'] },
  pdf: { name: 'Документ PDF', extensions: ['pdf'] },
  sqlite: { name: 'Данные программы', extensions: ['sqlite'] },
}

/** A name that Windows takes as well: no separators, no reserved characters, not too long. */
export function fileName(suggested: string, kind: FileKind): string {
  const clean = suggested
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[. ]+$/, '')
  const bare = extname(clean).toLowerCase() === `.${kind}` ? clean.slice(0, -kind.length - 1) : clean
  const safe = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(bare) ? `${bare}_` : bare
  return `${[...(safe || 'Документ')].slice(0, 120).join('')}.${kind}`
}

export async function askWhereToSave(
  window: BrowserWindow | null,
  settings: SettingsFile,
  suggested: string,
  kind: FileKind,
): Promise<string | null> {
  const remembered = settings.get().saveDir
  const folder = remembered !== null && existsSync(remembered) ? remembered : app.getPath('documents')
  const options = {
    title: 'Сохранить как',
    buttonLabel: 'Сохранить',
    nameFieldLabel: 'Имя файла',
    defaultPath: join(folder, fileName(suggested, kind)),
    filters: [filters[kind]],
    properties: ['createDirectory', 'showOverwriteConfirmation'] as ('createDirectory' | 'showOverwriteConfirmation')[],
  }
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options)
  if (canceled || !filePath) return null
  const file = extname(filePath).toLowerCase() === `.${kind}` ? filePath : `${filePath}.${kind}`
  settings.set({ saveDir: dirname(file) })
  return file
}

export async function askForFiles(
  window: BrowserWindow | null,
  title: string,
  extensions: readonly string[],
  multiple: boolean,
): Promise<string[]> {
  const options = {
    title,
    buttonLabel: 'Открыть',
    filters: extensions.length === 0 ? [] : [{ name: 'Подходящие файлы', extensions: [...extensions] }],
    properties: ['openFile', ...(multiple ? ['multiSelections'] : [])] as ('openFile' | 'multiSelections')[],
  }
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options)
  return canceled ? [] : filePaths
}

export async function askForFolder(window: BrowserWindow | null, title: string, from: string): Promise<string | null> {
  const options = {
    title,
    buttonLabel: 'Выбрать',
    defaultPath: from,
    properties: ['openDirectory', 'createDirectory'] as ('openDirectory' | 'createDirectory')[],
  }
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options)
  return canceled ? null : (filePaths[0] ?? null)
}
