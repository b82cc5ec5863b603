import { parentPort } from 'node:worker_threads'
import type { FromReader, Question } from './messages'
import { openTableFile } from './open'
import { listenToPulse } from './pulse'
import { asRefusal } from './refusals'
import type { Portion, TableFile } from './types'

/**
 * Foreign files are taken apart in a thread of their own: whatever a file does to its reader, hang or swell, ends with
 * this thread and not with the store.
 */
const port = parentPort
if (!port) throw new Error('Files are read in a worker thread only')
// SheetJS tells of what it does not know on the console; here nobody reads it, and a thread in an endless loop would fill
// the memory of the process with what it says.
for (const way of ['error', 'warn', 'log'] as const) console[way] = () => undefined
const tell = (message: FromReader): void => port.postMessage(message)
let name = ''
let open: TableFile | null = null
let reading: AsyncGenerator<Portion> | null = null

async function stop(): Promise<void> {
  await reading?.return(undefined)
  reading = null
}

function opened(): TableFile {
  if (!open) throw new Error('No file is open')
  return open
}

async function answer(question: Question): Promise<unknown> {
  switch (question.do) {
    case 'open': {
      name = question.file
      open = await openTableFile(question.file)
      const { format, encoding, delimiter, sheets } = open
      return { format, encoding, delimiter, sheets }
    }
    case 'merges':
      return opened().merges(question.sheet)
    case 'start':
      await stop()
      reading = opened().rows(question.sheet)
      return null
    case 'next': {
      const next = await reading?.next()
      return next?.done === false ? next.value : null
    }
    case 'close': {
      await stop()
      await open?.close()
      open = null
      return null
    }
  }
}

let turn: Promise<void> = Promise.resolve()
port.on('message', ({ id, question }: { id: number; question: Question }) => {
  turn = turn.then(async () => {
    try {
      tell({ type: 'answer', id, value: await answer(question) })
    } catch (error) {
      tell({ type: 'failure', id, failure: asRefusal(error, name).toFailure() })
    }
  })
})
listenToPulse(() => tell({ type: 'pulse' }))
tell({ type: 'ready' })
