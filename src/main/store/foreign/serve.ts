import { parentPort } from 'node:worker_threads'
import type { AppError } from '@shared/errors'
import { listenToPulse } from './pulse'
import type { FromThread } from './reading-thread'

/**
 * The other side of `ReadingThread`: foreign files are taken apart in a thread of their own, so that whatever a file does
 * to its reader, hang or swell, ends with the thread and not with the store. Questions are answered one after another.
 */
export function serve<Question>(
  answer: (question: Question) => Promise<unknown>,
  refuse: (error: unknown) => AppError,
): void {
  const port = parentPort
  if (!port) throw new Error('Files are read in a worker thread only')
  // Libraries tell of what they do not know on the console; here nobody reads it, and a thread in an endless loop would
  // fill the memory of the process with what it says.
  for (const way of ['error', 'warn', 'log'] as const) console[way] = () => undefined
  const tell = (message: FromThread): void => port.postMessage(message)
  let turn: Promise<void> = Promise.resolve()
  port.on('message', ({ id, question }: { id: number; question: Question }) => {
    turn = turn.then(async () => {
      try {
        tell({ type: 'answer', id, value: await answer(question) })
      } catch (error) {
        tell({ type: 'failure', id, failure: refuse(error).toFailure() })
      }
    })
  })
  listenToPulse(() => tell({ type: 'pulse' }))
  tell({ type: 'ready' })
}
