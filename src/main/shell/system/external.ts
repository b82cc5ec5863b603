import { AppError } from '@shared/errors'
import { shell } from 'electron'

/** The one file that reaches other programs. By address: web pages and letters, nothing that could start a program. */
export function checkExternal(address: string): URL {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    throw new AppError('invalid-input', 'Это не адрес: открыть его нельзя.', 'url')
  }
  const allowed = url.protocol === 'https:' || url.protocol === 'http:' || url.protocol === 'mailto:'
  if (!allowed || url.username !== '' || url.password !== '') {
    throw new AppError('invalid-input', 'Открываются только адреса страниц (http, https) и почты (mailto).', 'url')
  }
  return url
}

export async function openExternal(address: string): Promise<void> {
  const url = checkExternal(address)
  try {
    await shell.openExternal(url.href)
  } catch {
    throw new AppError('not-found', 'На этом компьютере нет программы, которая открывает такие адреса.', 'url')
  }
}

/** Opens a file or folder of ours in its own program. Answers false when there is none for it. */
export async function openPath(path: string): Promise<boolean> {
  return (await shell.openPath(path)) === ''
}

export function showInFolder(file: string): void {
  shell.showItemInFolder(file)
}
