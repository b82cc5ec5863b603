import { parentPort, workerData } from 'node:worker_threads'
import { keepSearchAtOpening } from './search/keep'
import { openSession } from './session'
import type { FromThread, ThreadData, ToThread } from './threads/messages'

/** The one connection that writes lives here, so that a read never waits behind an open transaction. */
const port = parentPort
if (!port) throw new Error('The writer runs as a worker thread only')
const session = openSession(workerData as ThreadData)
keepSearchAtOpening(session.connection.raw)
const tell = (message: FromThread): void => port.postMessage(message)

port.on('message', (message: ToThread) => {
  if (message.type === 'close') {
    void session.close().then(() => port.close())
  } else if (message.type === 'command') {
    void session
      .command(message.name, message.input, message.operation)
      .then(({ answer, topics }) => tell({ type: 'answer', id: message.id, answer, topics }))
  }
})
tell({ type: 'ready' })
