import type { StoreProblem } from '@shared/contract/app'
import { AppError } from '@shared/errors'
import { answerText, type FromStore, type ToStore } from '../protocol'
import { newestGoodBackup } from './database/backup'
import { type DataFolder, dataFolder } from './database/folder'
import { openFolder } from './database/open'
import { restoreBackup } from './database/restore'
import { Router } from './router'
import { openSession, settle, toFailure } from './session'
import type { ThreadData } from './threads/messages'
import { startJobs, startWriter } from './threads/runners'
import { startBackupTimer } from './threads/timer'

/**
 * The store process: started by the shell as a utility process, or under Node 24 by `fork` on runtimes whose own Node
 * is too old. Speaks `protocol.ts` over whichever port it was given.
 */
interface Port {
  send(message: FromStore): void
  listen(handler: (message: ToStore) => void): void
}

interface UtilityPort {
  postMessage(message: unknown): void
  on(event: 'message', handler: (event: { data: ToStore }) => void): void
}

function ownPort(): Port {
  const utility = (process as unknown as { parentPort?: UtilityPort }).parentPort
  if (utility) {
    return {
      send: (message) => utility.postMessage(message),
      listen: (handler) => utility.on('message', (event) => handler(event.data)),
    }
  }
  return {
    // Once the shell is gone nobody is told; the callback keeps that from being an error.
    send: (message) => process.send?.(message, undefined, {}, () => undefined),
    listen: (handler) => {
      process.on('message', (message) => handler(message as ToStore))
      process.on('disconnect', leave)
    },
  }
}

const port = ownPort()
let opened: { router: Router; release: () => void; stopTimer: () => void } | null = null
let lastOpen: Extract<ToStore, { type: 'open' }> | null = null

/** How long work in hand may take when the shell is gone, ms. */
const lastPatience = 5000

/** The shell is gone, and so is the reason to live; what it had asked for before is still finished. */
function leave(): void {
  setTimeout(() => process.exit(1), lastPatience).unref()
  void inTurn(close).finally(() => process.exit(0))
}

let turn: Promise<unknown> = Promise.resolve()
/** Opening, restoring and closing never overlap. */
function inTurn(work: () => Promise<void>): Promise<void> {
  const next = turn.then(work)
  turn = next.catch((error: unknown) => console.error(error))
  return next
}

function problemOf(error: unknown, folder: DataFolder): StoreProblem {
  const failure = toFailure(error)
  switch (failure.code) {
    case 'database-damaged': {
      const backup = newestGoodBackup(folder)
      return {
        ...failure,
        offers: [...(backup ? (['restore'] as const) : []), 'show-folder', 'choose-folder', 'quit'],
        backup,
      }
    }
    case 'database-newer':
      return { ...failure, offers: ['choose-folder', 'show-folder', 'quit'], backup: null }
    case 'database-locked':
      return { ...failure, offers: ['retry', 'quit'], backup: null }
    default:
      return { ...failure, offers: ['retry', 'choose-folder', 'show-folder', 'quit'], backup: null }
  }
}

async function open(message: Extract<ToStore, { type: 'open' }>): Promise<void> {
  lastOpen = message
  const folder = dataFolder(message.dataDir)
  try {
    await close()
    const release = openFolder(folder, { create: true, mustExist: message.mustExist ?? false, now: new Date() })
    try {
      opened = await start(folder, message, release)
    } catch (error) {
      // Held on to, the folder could not be restored.
      release()
      throw error
    }
    port.send({ type: 'ready' })
  } catch (error) {
    port.send({ type: 'failed', problem: problemOf(error, folder) })
  }
}

async function start(
  folder: DataFolder,
  message: Extract<ToStore, { type: 'open' }>,
  release: () => void,
): Promise<NonNullable<typeof opened>> {
  const data: ThreadData = {
    folder,
    version: message.version,
    author: `${message.author.profile} (${message.author.osUser})`,
  }
  const reader = openSession(data)
  try {
    const writer = startWriter(data, (error) => {
      // Without its writer the store is of no use: the shell starts a new one.
      console.error(error)
      process.exit(1)
    })
    const router = new Router(reader, writer, startJobs(data), {
      changed: (topics) => port.send({ type: 'changed', topics }),
      job: (progress) => port.send({ type: 'job', progress }),
    })
    router.watchOthers()
    return { router, release, stopTimer: startBackupTimer(router, folder) }
  } catch (error) {
    await reader.close()
    throw error
  }
}

async function close(): Promise<void> {
  const current = opened
  opened = null
  if (!current) return
  current.stopTimer()
  await current.router.close()
  current.release()
}

async function restore(id: number, file: string | null): Promise<void> {
  const from = lastOpen
  if (!from) throw new Error('Restore before open')
  await close()
  const answer = await settle(async () => restoreBackup(dataFolder(from.dataDir), file, new Date()))
  port.send({ type: 'answer', id, answer: answerText(answer) })
  await open(from)
}

async function handle(message: ToStore): Promise<void> {
  switch (message.type) {
    case 'open':
      return inTurn(() => open(message))
    case 'call': {
      const answer = opened
        ? await opened.router.call(message.name, message.input, message.operation)
        : ({
            ok: false,
            error: new AppError(
              'store-restarting',
              'Данные ещё не открыты. Повторите через несколько секунд.',
            ).toFailure(),
          } as const)
      port.send({ type: 'answer', id: message.id, answer: answerText(answer) })
      return
    }
    case 'restore':
      return inTurn(() => restore(message.id, message.file))
    case 'close':
      await inTurn(close)
      port.send({ type: 'closed' })
  }
}

port.listen((message) => void handle(message).catch((error: unknown) => console.error(error)))
