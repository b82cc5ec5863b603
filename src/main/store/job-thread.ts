import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import type { Answer } from '@shared/errors'
import { openSession } from './session'
import type { FromThread, ThreadData, ToThread } from './threads/messages'

/** Long work: reads on its own connection, hands its writes to the writer, can be stopped between portions. */
const port = parentPort
if (!port) throw new Error('Jobs run in a worker thread only')
const inbox = port
const session = openSession(workerData as ThreadData)
const cancelled = new Set<number>()
const waiting = new Map<number, (answer: Answer<unknown>) => void>()
let nextCommand = 1
const tell = (message: FromThread): void => inbox.postMessage(message)

function command(name: string, input: unknown): Promise<Answer<unknown>> {
  const id = nextCommand++
  return new Promise((resolve) => {
    waiting.set(id, resolve)
    tell({ type: 'command', id, name, input })
  })
}

/** Between portions of work that never wait for anything, messages would not be heard: look for them. */
function isCancelled(id: number): boolean {
  for (let got = receiveMessageOnPort(inbox); got; got = receiveMessageOnPort(inbox)) receive(got.message as ToThread)
  return cancelled.has(id)
}

function receive(message: ToThread): void {
  switch (message.type) {
    case 'job':
      void session
        .job(message.name, message.input, {
          progress: (done, total, text) => tell({ type: 'progress', id: message.id, done, total, text }),
          cancelled: () => isCancelled(message.id),
          command,
        })
        .then((answer) => tell({ type: 'answer', id: message.id, answer, topics: [] }))
      return
    case 'cancel':
      cancelled.add(message.id)
      return
    case 'commanded':
      waiting.get(message.id)?.(message.answer)
      waiting.delete(message.id)
      return
    case 'close':
      void session.close().then(() => inbox.close())
      return
    case 'command':
      throw new Error('Commands are the writer thread’s')
  }
}

inbox.on('message', receive)
tell({ type: 'ready' })
