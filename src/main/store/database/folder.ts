import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/errors'
import { takeLock } from './folder-lock'

/** The data folder: where each thing lies, who else is working in it, and whether it can be used at all. */
export interface DataFolder {
  dir: string
  /** The district's one file. */
  database: string
  backups: string
  /** Damaged files moved aside, never deleted by the program. */
  damaged: string
  /** Marks of the processes at work here. */
  running: string
  /** An empty file whose lock says who may be here: shared by all, alone for migration and restore. */
  lock: string
}

export function dataFolder(dir: string): DataFolder {
  return {
    dir,
    database: join(dir, 'metodist.sqlite'),
    backups: join(dir, 'backups'),
    damaged: join(dir, 'damaged'),
    running: join(dir, 'running'),
    lock: join(dir, 'metodist.lock'),
  }
}

/** Makes the folder's parts. @throws AppError `folder-missing`, `folder-read-only`, `disk-full` */
export function prepareFolder(folder: DataFolder, create: boolean): void {
  if (!existsSync(folder.dir) && !create) {
    throw new AppError(
      'folder-missing',
      `Папки с данными нет: ${folder.dir}. Возможно, отключён диск или сетевая папка. Подключите его и повторите или выберите другую папку.`,
    )
  }
  try {
    mkdirSync(folder.dir, { recursive: true })
    accessSync(folder.dir, constants.R_OK | constants.W_OK | constants.X_OK)
    if (existsSync(folder.database)) accessSync(folder.database, constants.R_OK | constants.W_OK)
    mkdirSync(folder.backups, { recursive: true })
    mkdirSync(folder.running, { recursive: true })
  } catch (error) {
    throw explainFolderError(error, folder.dir)
  }
}

export function explainFolderError(error: unknown, dir: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AppError(
        'folder-read-only',
        `В папку с данными нельзя записать: ${dir}. Проверьте права на неё или выберите другую папку.`,
      )
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError('disk-full', `На диске с папкой ${dir} закончилось место. Освободите место и повторите.`)
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EEXIST':
      return new AppError(
        'folder-missing',
        `Папка с данными недоступна: ${dir}. Проверьте, что она есть, или выберите другую.`,
      )
    default:
      return error
  }
}

/** How long to wait for another process to finish its migration or restore, and for a look it takes around, ms. */
const sharePatience = 5000
const alonePatience = 1000

/** Joins those who work in the folder; answers how to leave. @throws AppError `database-locked` */
export function shareFolder(folder: DataFolder): () => void {
  return takeLock(folder.lock, 'shared', sharePatience)
}

/** Runs `work` with the folder to itself. @throws AppError `database-locked` while another process has it open. */
export function exclusively<T>(folder: DataFolder, work: () => T): T {
  const release = takeLock(folder.lock, 'exclusive', alonePatience)
  try {
    return work()
  } finally {
    release()
  }
}

/** Runs `look` if nobody else is in the folder at this moment; null when somebody is. */
export function ifAlone<T>(folder: DataFolder, look: () => T): T | null {
  let release: () => void
  try {
    release = takeLock(folder.lock, 'exclusive', 0)
  } catch (error) {
    if (error instanceof AppError && error.code === 'database-locked') return null
    throw error
  }
  try {
    return look()
  } finally {
    release()
  }
}
