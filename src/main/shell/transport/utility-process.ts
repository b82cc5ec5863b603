import { utilityProcess } from 'electron'
import type { FromStore } from '../../protocol'
import type { StoreTransport } from './transport'

/** The store in Electron's own utility process: what people run. Only after `app` is ready. */
export function startUtilityProcess(script: string): StoreTransport {
  const child = utilityProcess.fork(script, [], { serviceName: 'metodist-store', stdio: ['ignore', 'ignore', 'pipe'] })
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => {
      child.on('message', (message: FromStore) => listener(message))
    },
    onExit: (listener) => {
      child.once('exit', (code) => listener(code))
    },
    onErrorText: (listener) => {
      child.stderr?.on('data', (chunk: Buffer) => listener(chunk.toString('utf8')))
    },
    kill: () => {
      child.kill()
    },
  }
}
