import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Writable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '@shared/errors'

/** What to put into the file: bytes, or a function that writes them to the stream (and may end it). */
export type FileContent = Uint8Array | string | ((stream: Writable) => Promise<void>)

/** Antivirus programs and indexers hold a fresh file for moments: waits between tries, about two seconds in all. */
const RENAME_WAITS_MS = [10, 20, 40, 80, 150, 300, 500, 900]

/**
 * Writes a whole file or nothing: a temporary file beside it, flushed to the disk, then renamed over it. What stood
 * there before survives every failure. Throws AppError `file-busy` (open in Word or Excel), `disk-full`,
 * `file-unwritable`; what the writing function itself throws passes through, with the temporary file gone.
 */
export async function writeFileAtomically(file: string, content: FileContent): Promise<void> {
  // A link to a file on a shared disk stays a link.
  const target = await realpath(file).catch(() => file)
  // The name is short and not derived from the target's: that one may be as long as the file system allows already.
  const temporary = join(dirname(target), `.metodist-${randomBytes(6).toString('hex')}.tmp`)
  try {
    await refuseFolder(target)
    await fill(temporary, content)
    await replace(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw asAppError(error, file)
  }
  await syncFolder(dirname(target))
}

async function refuseFolder(target: string): Promise<void> {
  const found = await stat(target).catch(() => null)
  if (found?.isDirectory() === true) {
    throw new AppError('file-unwritable', `«${target}» — это папка. Укажите имя файла внутри неё.`)
  }
}

async function fill(temporary: string, content: FileContent): Promise<void> {
  if (typeof content === 'function') await pour(temporary, content)
  else await writeFile(temporary, content, { flag: 'wx' })
  const handle = await open(temporary, 'r+')
  await handle.sync().finally(() => handle.close())
}

/** A stream over a name, not over a handle: a handle waits in `close` for a stream that does not close itself. */
async function pour(temporary: string, write: (stream: Writable) => Promise<void>): Promise<void> {
  const stream = createWriteStream(temporary, { flags: 'wx' })
  const failed = once(stream, 'error').then(([error]) => Promise.reject(error))
  const closed = once(stream, 'close')
  // Whoever loses the race is not an unhandled rejection.
  failed.catch(() => undefined)
  closed.catch(() => undefined)
  try {
    await Promise.race([write(stream), failed])
    if (!stream.writableEnded) stream.end()
    await Promise.race([closed, failed])
  } catch (error) {
    stream.destroy()
    // Windows does not remove a file that is still open.
    if (!stream.closed) await new Promise<void>((closing) => stream.once('close', () => closing()))
    throw error
  }
}

async function replace(temporary: string, target: string): Promise<void> {
  for (const wait of RENAME_WAITS_MS) {
    try {
      return await rename(temporary, target)
    } catch (error) {
      if (!isLock(codeOf(error))) throw error
      await pause(wait)
    }
  }
  await rename(temporary, target).catch((error: unknown) => {
    throw isLock(codeOf(error)) ? busy(target) : error
  })
}

/** Windows answers all three when another program holds the file; elsewhere EPERM and EACCES are about rights. */
function isLock(code: string): boolean {
  return code === 'EBUSY' || (process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES'))
}

/** The rename itself reaches the disk; Windows has no such call and refuses to open a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {
    // Some network file systems cannot; the file itself is already flushed.
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function busy(file: string): AppError {
  return new AppError(
    'file-busy',
    `Файл «${basename(file)}» занят: он открыт в другой программе. Закройте его там и повторите или сохраните под другим именем.`,
  )
}

function asAppError(error: unknown, file: string): unknown {
  if (error instanceof AppError) return error
  const folder = dirname(file)
  switch (codeOf(error)) {
    case 'EBUSY':
    case 'ETXTBSY':
      return busy(file)
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError(
        'disk-full',
        `Не хватило места на диске для файла «${basename(file)}». Освободите место или сохраните файл на другой диск.`,
      )
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AppError(
        'file-unwritable',
        `В папку «${folder}» нельзя записать файл «${basename(file)}»: нет прав или она только для чтения. Выберите другую папку.`,
      )
    case 'ENOENT':
    case 'ENOTDIR':
      return new AppError(
        'file-unwritable',
        `Папки «${folder}» нет. Проверьте путь, подключён ли диск или флешка, или выберите другую папку.`,
      )
    case 'ENAMETOOLONG':
    case 'EINVAL':
    case 'EILSEQ':
      return new AppError(
        'file-unwritable',
        `Имя файла «${basename(file)}» не подходит: оно слишком длинное или в нём есть недопустимые знаки. Измените имя.`,
      )
    case 'EIO':
      return new AppError(
        'file-unwritable',
        `Диск не смог записать файл «${basename(file)}». Проверьте флешку или сетевую папку и повторите.`,
      )
    default:
      return error
  }
}
